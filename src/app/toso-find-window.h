/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* "Find anything" (Ctrl+K): people, villages, tasks, papers, pages, commands.
 * Enter activates the action that leads to it on the parent. */

#define TOSO_TYPE_FIND_WINDOW (toso_find_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoFindWindow, toso_find_window, TOSO, FIND_WINDOW, GtkWindow)

GtkWidget *toso_find_window_new (GtkWindow   *parent,
                                 TosoSession *session);

G_END_DECLS
