/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-private.h"

G_BEGIN_DECLS

#define BAR_TICK_WIDTH(em) MAX ((em) / 7, 1)

/* Where everything of a bar chart stands.  Drawing, picking and tests all ask
 * here, so that they cannot disagree. */
typedef struct
{
  double          width, height;
  double          em;
  GArray         *rows;     /* of TosoBox, those that there is room for */
  double          track_x, track_width; /* no width: left out */
  double          mark_x;   /* centre; negative: left out */
  double          head_line; /* hairline over the rows */
  TosoBox         pace_key, missing_key; /* of the legend; no width: none */
  GPtrArray      *labels;   /* of TosoLabel */
  TosoCompositor *compositor;
} TosoBarLayout;

TosoBarLayout *toso_bar_layout_new       (const TosoBarChart  *chart,
                                          double               width,
                                          double               height);
void           toso_bar_layout_free      (TosoBarLayout       *layout);
double         toso_bar_layout_natural_height (const TosoBarChart *chart,
                                          double               width);
/* The bar's ground in a row; ticks stand out of it by a third above and below. */
TosoBox        toso_bar_layout_get_track (const TosoBarLayout *layout,
                                          gsize                i);
/* A bar whose figures may be drawn. */
TosoBar        toso_bar_clean            (const TosoBar       *bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoBarLayout, toso_bar_layout_free)

G_END_DECLS
