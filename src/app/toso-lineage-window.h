/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Villages that are merged, split or renamed by a decision; what was done
 * before; and by which villages figures are shown. */

#define TOSO_TYPE_LINEAGE_WINDOW (toso_lineage_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoLineageWindow, toso_lineage_window, TOSO, LINEAGE_WINDOW, GtkWindow)

/* @village_id: of the row that is chosen; 0: none. */
GtkWidget *toso_lineage_window_new (GtkWindow   *parent,
                                    TosoSession *session,
                                    gint64       village_id);

G_END_DECLS
