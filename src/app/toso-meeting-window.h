/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The charts on the projector, one a slide, over the whole screen.  They are
 * made when the meeting begins: what is changed meanwhile does not change them.
 *
 * Keys: arrows, Page Up and Page Down, Space, as presenters' remotes send;
 * Home, End; B for a black screen; Esc leaves. */

#define TOSO_TYPE_MEETING_WINDOW (toso_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoMeetingWindow, toso_meeting_window, TOSO, MEETING_WINDOW, GtkWindow)

GtkWidget *toso_meeting_window_new (GtkWindow   *parent,
                                    TosoSession *session,
                                    GError     **error);

G_END_DECLS
