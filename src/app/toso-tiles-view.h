/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* A small square a village, with the mark of its state; its name is the
 * tooltip. */

#define TOSO_TYPE_TILES_VIEW (toso_tiles_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoTilesView, toso_tiles_view, TOSO, TILES_VIEW, GtkWidget)

GtkWidget *toso_tiles_view_new   (void);
void       toso_tiles_view_clear (TosoTilesView *self);
void       toso_tiles_view_add   (TosoTilesView *self,
                                  const char    *name,
                                  TosoMark       mark);

G_END_DECLS
