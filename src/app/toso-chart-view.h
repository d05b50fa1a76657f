/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/toso-report-chart.h"

G_BEGIN_DECLS

/* A chart of the year, as it is exported too.  What stands under the pointer,
 * or where arrows lead the keyboard, is said; a click or Enter opens where its
 * figure comes from: a target, a task, a village's report. */

#define TOSO_TYPE_CHART_VIEW (toso_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoChartView, toso_chart_view, TOSO, CHART_VIEW, GtkWidget)

GtkWidget *toso_chart_view_new (void);
/* Takes @chart, or NULL for none.  @action: of the window, for the id of what
 * is clicked; or NULL. */
void       toso_chart_view_set (TosoChartView   *self,
                                TosoReportChart *chart,
                                const char      *action);

G_END_DECLS
