/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/toso-report.h"

G_BEGIN_DECLS

/* The chart of targets, as it is exported too.  A click on a row opens its
 * target (win.show-target). */

#define TOSO_TYPE_CHART_VIEW (toso_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoChartView, toso_chart_view, TOSO, CHART_VIEW, GtkWidget)

GtkWidget *toso_chart_view_new (void);
/* @results: of TosoTargetResult, copied as far as needed. */
void       toso_chart_view_set (TosoChartView *self,
                                GPtrArray     *results,
                                const char    *title,
                                TosoDate       as_of,
                                const char    *watermark); /* or NULL */

G_END_DECLS
