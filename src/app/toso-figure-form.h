/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* One figure of a target: period, village or whole commune, part and whole,
 * note.  Enter keeps it; Ctrl+Enter keeps it and goes on to the next village;
 * Esc leaves. */

#define TOSO_TYPE_FIGURE_FORM (toso_figure_form_get_type ())
G_DECLARE_FINAL_TYPE (TosoFigureForm, toso_figure_form, TOSO, FIGURE_FORM, GtkBox)

/* Signal "done": kept or left. */

GtkWidget *toso_figure_form_new   (TosoSession           *session);
/* @measurement: to be corrected, or NULL for a new one. */
void       toso_figure_form_start (TosoFigureForm        *self,
                                   gint64                 target_id,
                                   const TosoMeasurement *measurement);

G_END_DECLS
