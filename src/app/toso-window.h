/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* One window, one year file; without a file it shows the three ways to begin. */

#define TOSO_TYPE_WINDOW (toso_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoWindow, toso_window, TOSO, WINDOW, GtkApplicationWindow)

TosoWindow  *toso_window_new         (GtkApplication *application,
                                      GSettings      *settings);
TosoSession *toso_window_get_session (TosoWindow     *self); /* or NULL */

/* A year file, or a plan's text or PDF from which a year file is made in the
 * user's documents. */
void         toso_window_open        (TosoWindow     *self,
                                      GFile          *file);

G_END_DECLS
