/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* A small square a village, with the mark of its state.  Its words are its
 * tooltip; the keyboard goes from one to the next, and Enter or a click leads
 * on. */

#define TOSO_TYPE_TILES_VIEW (toso_tiles_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoTilesView, toso_tiles_view, TOSO, TILES_VIEW, GtkWidget)

GtkWidget *toso_tiles_view_new   (void);
/* @summary: what all of them say, for screen readers. */
void       toso_tiles_view_begin (TosoTilesView *self,
                                  const char    *summary);
void       toso_tiles_view_add   (TosoTilesView *self,
                                  TosoMark       mark,
                                  const char    *words,
                                  const char    *detailed_action);

G_END_DECLS
