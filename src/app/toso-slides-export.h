/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"
#include "report/toso-deck.h"

G_BEGIN_DECLS

/* The slides of a meeting as a PDF, or a picture each: asks where, and says
 * what was written through the session.  @deck: NULL for one of the present
 * figures. */
void toso_slides_export (GtkWindow      *parent,
                         TosoSession    *session,
                         TosoDeck       *deck);

G_END_DECLS
