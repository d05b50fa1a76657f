/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-axis-private.h"
#include "chart/toso-trend-chart.h"

G_BEGIN_DECLS

typedef struct
{
  TosoScene scene;
  TosoPlot  plot;
  double    target_y; /* negative: no line */
} TosoTrendLayout;

G_END_DECLS
