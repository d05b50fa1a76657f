/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-register-paste.h"
#include "app/toso-session.h"

G_BEGIN_DECLS

/* What was pasted into a register: what is new, what may be there already,
 * what is wrong; nothing is kept before the person says so. */

#define TOSO_TYPE_ROWS_WINDOW (toso_rows_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoRowsWindow, toso_rows_window, TOSO, ROWS_WINDOW, GtkWindow)

GtkWidget *toso_rows_window_new (GtkWindow          *parent,
                                 TosoSession        *session,
                                 const TosoRegister *kind,
                                 TosoPastedRows     *rows); /* taken */

G_END_DECLS
