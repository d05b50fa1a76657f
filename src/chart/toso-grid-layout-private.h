/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-private.h"
#include "chart/toso-grid-chart.h"

G_BEGIN_DECLS

#define TOSO_GRID_SHADES 5 /* of the scale in the legend */

/* Where everything of a grid stands. */
typedef struct
{
  double          width, height;
  double          em;
  TosoBox         grid;         /* of the cells shown */
  double          row_height, column_width;
  gsize           n_rows;       /* shown, from the first */
  gsize           first_column; /* shown, to the last */
  TosoBox         shade_key, missing_key; /* of the legend; no width: none */
  GArray         *keys;         /* of TosoBox, one a key of the chart; no width: left out */
  GPtrArray      *labels;       /* those of cells have item row × n_columns + column */
  TosoCompositor *compositor;
} TosoGridLayout;

TosoGridLayout     *toso_grid_layout_new      (const TosoGridChart  *chart,
                                               double                width,
                                               double                height);
void                toso_grid_layout_free     (TosoGridLayout       *layout);
TosoBox             toso_grid_layout_get_cell (const TosoGridLayout *layout,
                                               gsize                 row,
                                               gsize                 column);
/* A cell that may be drawn. */
TosoGridCell        toso_grid_cell_clean      (const TosoGridCell   *cell);
TosoColor           toso_grid_cell_get_ground (const TosoGridCell   *cell,
                                               const TosoPalette    *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoGridLayout, toso_grid_layout_free)

G_END_DECLS
