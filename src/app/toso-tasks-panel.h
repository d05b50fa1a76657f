/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Home, lower left: what is due this week, else what is open. */

#define TOSO_TYPE_TASKS_PANEL (toso_tasks_panel_get_type ())
G_DECLARE_FINAL_TYPE (TosoTasksPanel, toso_tasks_panel, TOSO, TASKS_PANEL, GtkBox)

GtkWidget *toso_tasks_panel_new (TosoSession *session);

G_END_DECLS
