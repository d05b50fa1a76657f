/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* What was removed from the registers: brought back one by one, or let go for
 * good all together. */

#define TOSO_TYPE_BIN_WINDOW (toso_bin_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoBinWindow, toso_bin_window, TOSO, BIN_WINDOW, GtkWindow)

GtkWidget *toso_bin_window_new (GtkWindow   *parent,
                                TosoSession *session);

G_END_DECLS
