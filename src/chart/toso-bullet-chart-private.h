/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-axis-private.h"
#include "chart/toso-bullet-chart.h"
#include "chart/toso-rows-private.h"

G_BEGIN_DECLS

typedef struct
{
  TosoRowLayout rows;
  GArray       *axes; /* of TosoAxis, one a bullet */
} TosoBulletLayout;

/* The ground of the k-th row, and a value's place on it. */
TosoBox toso_bullet_layout_get_track (const TosoBulletLayout *layout,
                                      gsize                   k);
double  toso_bullet_layout_get_x     (const TosoBulletLayout *layout,
                                      gsize                   k,
                                      double                  value);

G_END_DECLS
