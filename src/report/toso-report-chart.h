/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-kind.h"
#include "report/toso-report.h"

G_BEGIN_DECLS

/* Whether charts by village show those of the time of each report, rather than
 * today's; totals are the same. */
gboolean         toso_report_is_as_reported  (TosoYear  *year);
gboolean         toso_report_set_as_reported (TosoYear  *year,
                                              gboolean   as_reported,
                                              GError   **error);

/* Any chart of the year, composed and owning its words: for screens, slides
 * and files alike. */
typedef struct _TosoReportChart TosoReportChart;

/* @kind: one of toso_report_list_charts(); @period: NULL for the one that is
 * running; @target: the code of one, for charts of one target (NULL: the first
 * that villages report).  TOSO_ERROR_NOT_FOUND for a kind or target that is not
 * there. */
TosoReportChart     *toso_report_chart_new       (TosoYear         *year,
                                                  const char       *kind,
                                                  const TosoPeriod *period,
                                                  const char       *target,
                                                  GError          **error);
void                 toso_report_chart_free      (TosoReportChart  *self);
const TosoChartKind *toso_report_chart_get_kind  (TosoReportChart  *self);
gconstpointer        toso_report_chart_get_chart (TosoReportChart  *self);
/* What item @i stands for: the id of a target, village or task; 0: nothing. */
gint64               toso_report_chart_get_id    (TosoReportChart  *self,
                                                  gsize             i);
/* Where the figure of item @i comes from, as figures of papers say it
 * ("village/ID/CODE/2026-03/value"); NULL: nowhere but its id. */
const char          *toso_report_chart_get_source (TosoReportChart *self,
                                                  gsize             i);
/* Its name in a list, translated: "Villages ranked". */
const char          *toso_report_chart_get_label (const char       *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoReportChart, toso_report_chart_free)

G_END_DECLS
