/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Who came to a training: all present or all absent, then one by one; or from
 * names that were written down.  Each step is written at once. */

#define TOSO_TYPE_ROLL_WINDOW (toso_roll_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoRollWindow, toso_roll_window, TOSO, ROLL_WINDOW, GtkWindow)

GtkWidget *toso_roll_window_new (GtkWindow   *parent,
                                 TosoSession *session,
                                 gint64       training_id);

G_END_DECLS
