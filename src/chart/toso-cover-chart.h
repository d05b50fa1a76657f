/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* The first slide: whose it is, what it is of, when.  The frame's title is the
 * large one; its subtitle stands under it. */
typedef struct
{
  TosoChartFrame frame;
  const char    *over;  /* the body that meets, over the title; or NULL */
  const char    *under; /* place and day, last; or NULL */
} TosoCoverChart;

G_END_DECLS
