/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-rows-private.h"
#include "chart/toso-timeline-chart.h"

G_BEGIN_DECLS

typedef struct
{
  TosoRowLayout rows;
  GArray       *shapes; /* of TosoTimeSpan: those of the legend, boxes in scene.keys' order */
  GArray       *boxes;  /* of TosoBox, one a shape */
} TosoTimelineLayout;

double  toso_timeline_layout_get_x    (const TosoTimelineLayout *layout,
                                       double                    time);
/* Where a span of the k-th row stands. */
TosoBox toso_timeline_layout_get_span (const TosoTimelineLayout *layout,
                                       gsize                     k,
                                       const TosoTimeSpan       *span);

G_END_DECLS
