/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Home, lower left: what is due this week, else what is open. */

#define TOSO_TYPE_AGENDA_PANEL (toso_agenda_panel_get_type ())
G_DECLARE_FINAL_TYPE (TosoAgendaPanel, toso_agenda_panel, TOSO, AGENDA_PANEL, GtkBox)

GtkWidget *toso_agenda_panel_new (TosoSession *session);

G_END_DECLS
