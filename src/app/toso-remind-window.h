/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Reminders of the villages whose report is late, one after the other: a text
 * and a card with the village's own figures, to be copied into Zalo. */

#define TOSO_TYPE_REMIND_WINDOW (toso_remind_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoRemindWindow, toso_remind_window, TOSO, REMIND_WINDOW, GtkWindow)

/* NULL: no report is collected. */
GtkWidget *toso_remind_window_new (GtkWindow   *parent,
                                   TosoSession *session,
                                   GError     **error);

G_END_DECLS
