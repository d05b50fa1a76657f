/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-grid-chart.h"
#include "chart/toso-scene-private.h"

G_BEGIN_DECLS

#define TOSO_GRID_SHADES 5    /* of the scale in the legend */
#define TOSO_GRID_TEXT   0.79 /* of figures in cells, in em */

/* Where everything of a grid stands. */
typedef struct
{
  TosoScene       scene;        /* labels of cells have item row × n_columns + column */
  TosoBox         grid;         /* of the cells shown */
  double          row_height, column_width;
  double          gap;          /* between cells */
  gsize           n_rows;       /* shown, from the first */
  gsize           first_column; /* shown, to the last */
  TosoBox         shade_key;    /* of the legend; no width: none */
} TosoGridLayout;

void                toso_grid_layout_lay_out  (TosoGridLayout       *layout);
/* A line and a name for every row; for shades all headings and figures too. */
gboolean            toso_grid_layout_is_whole (const TosoScene      *scene);
TosoBox             toso_grid_layout_get_cell (const TosoGridLayout *layout,
                                               gsize                 row,
                                               gsize                 column);
/* A cell that may be drawn. */
TosoGridCell        toso_grid_cell_clean      (const TosoGridCell   *cell);
TosoColor           toso_grid_cell_get_ground (const TosoGridCell   *cell,
                                               const TosoPalette    *palette);

G_END_DECLS
