/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-private.h"
#include "chart/toso-ranked-chart.h"

G_BEGIN_DECLS

/* Where everything of a ranked chart stands. */
typedef struct
{
  double          width, height;
  double          em;
  double          scale;     /* value at the right end of the bars */
  TosoBox         plot;      /* of all bars */
  GArray         *rows;      /* of TosoBox, the total's too */
  gsize           n_shown;   /* bars, the total not counted */
  gboolean        has_total;
  double          target_x, pace_x; /* negative: no line */
  double          mark_x;    /* centre; negative: left out */
  GPtrArray      *labels;
  TosoCompositor *compositor;
} TosoRankedLayout;

TosoRankedLayout    *toso_ranked_layout_new     (const TosoRankedChart  *chart,
                                                 double                  width,
                                                 double                  height);
void                 toso_ranked_layout_free    (TosoRankedLayout       *layout);
/* Of row @row of the layout; NULL when there is none. */
const TosoRankedBar *toso_ranked_layout_get_bar (const TosoRankedLayout *layout,
                                                 const TosoRankedChart  *chart,
                                                 gsize                   row);
TosoBox              toso_ranked_layout_get_box (const TosoRankedLayout *layout,
                                                 const TosoRankedBar    *bar,
                                                 gsize                   row);
gboolean             toso_ranked_bar_has_value  (const TosoRankedBar    *bar);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRankedLayout, toso_ranked_layout_free)

G_END_DECLS
