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

/* Drawn as TOSO_CHART_GRID; its items are the cells, row × n_columns + column.
 * Marks that there is no room for are left out by rows from the end; shades come
 * closer together first.  Columns are left out from the beginning: the latest
 * period stays.  How many is said. */

G_END_DECLS
