/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-ranked-chart.h"
#include "chart/toso-rows-private.h"

G_BEGIN_DECLS

typedef struct
{
  TosoRowLayout rows;
  double        scale;            /* value at the right end of the bars */
  double        target_x, pace_x; /* negative: no line */
} TosoRankedLayout;

/* The bar of the k-th row. */
TosoBox toso_ranked_layout_get_box (const TosoRankedLayout *layout,
                                    gsize                   k);

G_END_DECLS
