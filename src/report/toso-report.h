/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"
#include "core/toso-progress.h"
#include "document/toso-document.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* What each paper and chart says. */

/* The plan as an official paper. */
TosoPaper *toso_report_plan_paper (const TosoPlan *plan);

/* Where each target stands on a day. */
typedef struct
{
  TosoTarget  *target;   /* owned copy */
  TosoProgress progress;
} TosoTargetResult;

void       toso_target_result_free      (TosoTargetResult *result);

/* @period: up to and including it; NULL: all that is there, as of @day. */
GPtrArray *toso_report_target_results   (TosoYear         *year,
                                         const TosoPeriod *period,
                                         TosoDate          day,
                                         GError          **error); /* of TosoTargetResult */

/* "46,8 %", "≥ 70 %", "chậm", "38/41 thôn" — the words of lists and charts. */
char      *toso_report_value_text       (const TosoTargetResult *result);
char      *toso_report_target_text      (const TosoTarget       *target);
const char *toso_report_state_text      (TosoProgressState       state);
TosoMark   toso_report_state_mark       (TosoProgressState       state);
char      *toso_report_coverage_text    (const TosoTargetResult *result);

/* A bar chart that owns its strings. */
typedef struct _TosoTargetsChart TosoTargetsChart;

TosoTargetsChart   *toso_targets_chart_new  (GPtrArray        *results,
                                             const char       *title,
                                             TosoDate          as_of);
void                toso_targets_chart_free (TosoTargetsChart *chart);
const TosoBarChart *toso_targets_chart_get  (TosoTargetsChart *chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTargetResult, toso_target_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTargetsChart, toso_targets_chart_free)

G_END_DECLS
