/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Home, lower right: the journal since yesterday. */

#define TOSO_TYPE_CHANGES_PANEL (toso_changes_panel_get_type ())
G_DECLARE_FINAL_TYPE (TosoChangesPanel, toso_changes_panel, TOSO, CHANGES_PANEL, GtkBox)

GtkWidget *toso_changes_panel_new (TosoSession *session);

G_END_DECLS
