/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-rows-private.h"

G_BEGIN_DECLS

/* The bar's ground in the k-th row; ticks stand out of it by a third above and
 * below. */
TosoBox toso_bar_layout_get_track (const TosoRowLayout *layout,
                                   gsize                k);
/* A bar whose figures may be drawn. */
TosoBar toso_bar_clean            (const TosoBar       *bar);

G_END_DECLS
