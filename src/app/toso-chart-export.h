/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* A chart as a picture file: asks where, writes in a thread, and says so
 * through the session.  @target: the code of one, or NULL. */
void toso_chart_export (GtkWindow   *parent,
                        TosoSession *session,
                        const char  *kind,
                        const char  *target);

/* The same picture on the clipboard. */
void toso_chart_copy   (GtkWidget       *widget,
                        TosoSession     *session,
                        const char      *kind,
                        const char      *target);

G_END_DECLS
