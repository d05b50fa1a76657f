/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* A target's definition, to be added or edited in place. */

#define TOSO_TYPE_TARGET_FORM (toso_target_form_get_type ())
G_DECLARE_FINAL_TYPE (TosoTargetForm, toso_target_form, TOSO, TARGET_FORM, GtkBox)

/* Signal "done" (gint64 target_id): kept, or left with 0. */

GtkWidget *toso_target_form_new   (TosoSession    *session);
/* @target_id: 0 for a new one. */
void       toso_target_form_start (TosoTargetForm *self,
                                   gint64          target_id);

G_END_DECLS
