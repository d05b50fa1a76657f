/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* The next year's file from this one: first what goes over, what begins anew
 * and what stays behind. */

#define TOSO_TYPE_NEXT_YEAR_WINDOW (toso_next_year_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoNextYearWindow, toso_next_year_window, TOSO, NEXT_YEAR_WINDOW, GtkWindow)

GtkWidget *toso_next_year_window_new (GtkWindow   *parent,
                                      TosoSession *session,
                                      GError     **error);

G_END_DECLS
