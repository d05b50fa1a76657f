/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* What is held on a person, and its erasing; who is kept longer than the
 * office has said. */

#define TOSO_TYPE_PERSON_WINDOW (toso_person_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoPersonWindow, toso_person_window, TOSO, PERSON_WINDOW, GtkWindow)

/* @member_id, or @name where it is 0; neither: nobody is looked for yet. */
GtkWidget *toso_person_window_new (GtkWindow   *parent,
                                   TosoSession *session,
                                   gint64       member_id,
                                   const char  *name);

G_END_DECLS
