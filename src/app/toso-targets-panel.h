/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Home, upper right: every target on one scale. */

#define TOSO_TYPE_TARGETS_PANEL (toso_targets_panel_get_type ())
G_DECLARE_FINAL_TYPE (TosoTargetsPanel, toso_targets_panel, TOSO, TARGETS_PANEL, GtkBox)

GtkWidget *toso_targets_panel_new (TosoSession *session);

G_END_DECLS
