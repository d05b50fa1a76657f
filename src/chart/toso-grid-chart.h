/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Rows by columns: a matrix of marks, a heat map, or both in one. */

typedef enum
{
  TOSO_CELL_NONE,    /* does not apply: nothing is drawn */
  TOSO_CELL_MISSING, /* hatched */
  TOSO_CELL_MARK,    /* a mark on a pale ground of its colour */
  TOSO_CELL_SHADE,   /* the darker the more; 0 … 1 */
} TosoCellKind;

typedef struct
{
  TosoCellKind kind;
  TosoMark     mark;
  double       shade;
  const char  *text; /* in the cell where it fits; or NULL */
} TosoGridCell;

typedef struct
{
  TosoMark    mark;
  const char *text;
} TosoGridKey;

typedef struct
{
  TosoChartFrame      frame;
  const char *const  *rows;
  gsize               n_rows;
  const char *const  *columns;
  gsize               n_columns;
  const TosoGridCell *cells; /* n_rows × n_columns, row by row */
  const char         *row_heading;
  const TosoGridKey  *keys;
  gsize               n_keys;
  const char         *shade_low, *shade_high; /* ends of the scale of shades, or NULL */
  const char         *missing_text;           /* key of the hatch, or NULL */
  const char         *empty_text;
} TosoGridChart;

/* Rows that there is no room for are left out from the end, columns from the
 * beginning: the latest period stays. How many is said. */
gboolean toso_grid_chart_get_cell       (const TosoGridChart *chart,
                                         double               width,
                                         double               height,
                                         gsize                row,
                                         gsize                column,
                                         TosoBox             *box);
gboolean toso_grid_chart_pick           (const TosoGridChart *chart,
                                         double               width,
                                         double               height,
                                         double               x,
                                         double               y,
                                         gsize               *row,
                                         gsize               *column);
void     toso_grid_chart_draw           (const TosoGridChart *chart,
                                         const TosoPalette   *palette,
                                         cairo_t             *cr,
                                         double               width,
                                         double               height);
double   toso_grid_chart_natural_height (const TosoGridChart *chart,
                                         double               width);
char    *toso_grid_chart_describe       (const TosoGridChart *chart);

G_END_DECLS
