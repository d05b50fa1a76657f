/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"
#include "app/toso-signed-check.h"
#include "report/toso-draft.h"

G_BEGIN_DECLS

/* What a signed copy says, before it is kept.  With a paper that has not been
 * issued yet it issues it, under the number and the day of the copy.
 *
 * Signal "kept" (gint64): the paper that it is now kept with. */

#define TOSO_TYPE_RECEIVE_WINDOW (toso_receive_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoReceiveWindow, toso_receive_window, TOSO, RECEIVE_WINDOW, GtkWindow)

/* Takes @check. */
GtkWidget *toso_receive_window_new (GtkWindow       *parent,
                                    TosoSession     *session,
                                    TosoDraft       *draft,
                                    TosoSignedCheck *check);

G_END_DECLS
