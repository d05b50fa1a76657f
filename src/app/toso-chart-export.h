/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* The chart of targets as a picture file: asks where, writes in a thread, and
 * says so through the session. */
void toso_chart_export (GtkWindow   *parent,
                        TosoSession *session);

G_END_DECLS
