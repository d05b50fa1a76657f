/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-axis-private.h"
#include "chart/toso-stack-chart.h"

G_BEGIN_DECLS

typedef struct
{
  TosoScene scene;
  TosoPlot  plot;
  double    edge; /* between parts */
} TosoStackLayout;

/* FALSE for a part of nothing. */
gboolean toso_stack_layout_get_box (const TosoStackLayout *layout,
                                    gsize                  column,
                                    gsize                  part,
                                    TosoBox               *box);

G_END_DECLS
