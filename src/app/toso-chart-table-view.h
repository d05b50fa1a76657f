/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/toso-report-chart.h"

G_BEGIN_DECLS

/* The figures of a chart as a table, to be read and selected; on demand. */
GtkWidget *toso_chart_table_view_new (TosoReportChart *chart);

G_END_DECLS
