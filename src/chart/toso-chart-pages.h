/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-kind.h"

G_BEGIN_DECLS

/* A chart that is larger than a slide or a sheet at the size its letters must
 * have: spread over several, never shrunk.  Every page has the title, the
 * headings and, of its own rows, the names. */

typedef struct
{
  gsize      first_row, n_rows;
  gsize      first_column, n_columns; /* of grids; else 0 */
  gpointer   chart;                   /* of the same kind; its texts are the whole chart's */
  GPtrArray *memory;                  /* what was made for it */
} TosoChartPage;

void       toso_chart_page_free     (TosoChartPage       *page);

/* @font_size: 0 for letters as the picture asks for, on one page. */
GPtrArray *toso_chart_split         (const TosoChartKind *kind, /* of TosoChartPage, one at least */
                                     gconstpointer        chart,
                                     double               font_size,
                                     double               width,
                                     double               height);
/* Which item of the whole chart is item @i of the page. */
gsize      toso_chart_page_get_item (const TosoChartPage *page,
                                     const TosoChartKind *kind,
                                     gconstpointer        chart,
                                     gsize                i);

/* The font size with which no text of the picture is smaller than @text. */
double     toso_chart_get_font_size (const TosoChartKind *kind,
                                     double               text);
/* How high a capital letter is: of the size of its font. */
double     toso_chart_get_capital_height (const char *font_family);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoChartPage, toso_chart_page_free)

G_END_DECLS
