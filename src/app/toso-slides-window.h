/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Which slides a meeting shows, in which order, and how large its room is. */

#define TOSO_TYPE_SLIDES_WINDOW (toso_slides_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoSlidesWindow, toso_slides_window, TOSO, SLIDES_WINDOW, GtkWindow)

GtkWidget *toso_slides_window_new (GtkWindow   *parent,
                                   TosoSession *session);

G_END_DECLS
