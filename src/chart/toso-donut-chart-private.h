/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-donut-chart.h"
#include "chart/toso-scene-private.h"

G_BEGIN_DECLS

typedef struct
{
  TosoScene scene;  /* items: the lines of the list */
  double    x, y;   /* centre */
  double    outer, inner;
  double    edge;   /* between slices, in user units */
  double    sum;
} TosoDonutLayout;

/* Radians, clockwise from the top; FALSE for a slice of nothing. */
gboolean toso_donut_layout_get_slice (const TosoDonutLayout *layout,
                                      gsize                  i,
                                      double                *start,
                                      double                *end);

G_END_DECLS
