/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"
#include "app/toso-signed-check.h"
#include "store/toso-year-papers.h"

G_BEGIN_DECLS

/* What a signed copy of an issued paper says, before it is kept. */

#define TOSO_TYPE_RECEIVE_WINDOW (toso_receive_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoReceiveWindow, toso_receive_window, TOSO, RECEIVE_WINDOW, GtkWindow)

/* Takes @check. */
GtkWidget *toso_receive_window_new (GtkWindow           *parent,
                                    TosoSession         *session,
                                    const TosoKeptPaper *paper,
                                    TosoSignedCheck     *check);

G_END_DECLS
