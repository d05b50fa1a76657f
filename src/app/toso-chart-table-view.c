/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-chart-table-view.h"

#include "app/toso-parts.h"

static void
attach (GtkGrid    *grid,
        const char *text,
        guint       column,
        guint       row,
        gboolean    is_name,
        const char *css_classes)
{
  GtkWidget *label = toso_make_label (text, is_name ? 0 : 1, css_classes);

  gtk_label_set_wrap (GTK_LABEL (label), is_name);
  gtk_label_set_max_width_chars (GTK_LABEL (label), is_name ? 40 : 20);
  gtk_grid_attach (grid, label, (int) column, (int) row, 1, 1);
}

GtkWidget *
toso_chart_table_view_new (TosoReportChart *chart)
{
  g_autoptr (TosoChartTable) table = toso_chart_tabulate (toso_report_chart_get_kind (chart), toso_report_chart_get_chart (chart));
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 18);
  gtk_widget_set_margin_start (grid, 24); /* as the chart over it */
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  for (guint column = 0; column < table->headings->len; column++)
    attach (GTK_GRID (grid), table->headings->pdata[column], column, 0, column < table->n_names, "dim second");
  for (guint row = 0; row < table->rows->len; row++)
    {
      char **cells = table->rows->pdata[row];

      for (guint column = 0; cells[column] != NULL; column++)
        attach (GTK_GRID (grid), cells[column], column, row + 1, column < table->n_names, column < table->n_names ? NULL : "figure");
    }

  return grid;
}
