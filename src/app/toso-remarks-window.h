/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* What the reader of a plan was not sure of, line by line.  The text itself
 * is kept whole. */

#define TOSO_TYPE_REMARKS_WINDOW (toso_remarks_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoRemarksWindow, toso_remarks_window, TOSO, REMARKS_WINDOW, GtkWindow)

GtkWidget *toso_remarks_window_new (GtkWindow   *parent,
                                    TosoSession *session);

G_END_DECLS
