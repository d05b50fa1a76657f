/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-slide-show.h"

G_BEGIN_DECLS

/* The slides over the whole of the projector's screen, and the presenter's
 * window on the other one when there are two; also when the projector is
 * plugged in later.  The figures are those of when the meeting began.
 *
 * Keys: arrows, Page Up and Page Down, Space, as presenters' remotes send;
 * Home, End; B for a black screen; "." holds the slide that the hall sees; a
 * village's number or name and Enter for its card; F6 swaps the screens, F3
 * shows the presenter's window, F1 the keys; Esc leaves. */

#define TOSO_TYPE_MEETING_WINDOW (toso_meeting_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoMeetingWindow, toso_meeting_window, TOSO, MEETING_WINDOW, GtkWindow)

GtkWidget *toso_meeting_window_new (GtkWindow   *parent,
                                    TosoSession *session,
                                    GError     **error);

/* The keys, in one sentence, translated. */
const char *toso_meeting_get_keys (void);

/* Which of @n screens is the projector's, and which the presenter's (-1: none),
 * when the program's own window is on @own. */
void       toso_meeting_choose_screens (guint    n,
                                        guint    own,
                                        gboolean swapped,
                                        int     *projector,
                                        int     *presenter);

G_END_DECLS
