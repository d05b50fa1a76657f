/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-scene-private.h"

G_BEGIN_DECLS

/* From @min to @max by steps of 1, 2 or 5 times a power of ten. */
typedef struct
{
  double min, max, step;
  guint  n_ticks;
} TosoAxis;

/* Holds @low, @high and 0. */
TosoAxis toso_axis_new      (double          low,
                             double          high,
                             guint           max_ticks);
double   toso_axis_get_tick (const TosoAxis *axis,
                             guint           i);
/* Where @value is between the ends, 0 … 1. */
double   toso_axis_place    (const TosoAxis *axis,
                             double          value);
char    *toso_axis_format   (TosoNumberFunc  format,
                             double          value);
/* A figure that an axis may hold. */
gboolean toso_axis_accepts  (gboolean        has_value,
                             double          value);

/* Columns over an axis: the geometry of trends and stacks. */
typedef struct
{
  TosoBox  plot;
  TosoAxis axis;
  double   slot; /* width of a column */
  gboolean has_axis;
} TosoPlot;

/* Takes the room of figures and of column names from @content, adds those
 * texts, and leaves @right free beside the plot. */
void     toso_plot_lay_out  (TosoPlot       *plot,
                             TosoScene      *scene,
                             const TosoBox  *content,
                             const char *const *columns,
                             gsize           n_columns,
                             double          low,
                             double          high,
                             double          right,
                             TosoNumberFunc  format);
double   toso_plot_get_x    (const TosoPlot *plot,
                             gsize           column);
double   toso_plot_get_y    (const TosoPlot *plot,
                             double          value);
void     toso_plot_draw     (const TosoPlot *plot,
                             const TosoPalette *palette,
                             cairo_t        *cr);

G_END_DECLS
