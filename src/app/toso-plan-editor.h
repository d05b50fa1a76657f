/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-line.h"

G_BEGIN_DECLS

/* The text field that stands in the place of a paragraph while it is edited.
 * Signal "done" (gboolean keep): Ctrl+Enter or focus elsewhere keeps, Esc
 * does not. */

#define TOSO_TYPE_PLAN_EDITOR (toso_plan_editor_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanEditor, toso_plan_editor, TOSO, PLAN_EDITOR, GtkWidget)

GtkWidget *toso_plan_editor_new      (const TosoPlanLine *line);
char      *toso_plan_editor_dup_text (TosoPlanEditor     *self);
/* Before the byte at @index of the line's text; at first it is at the end. */
void       toso_plan_editor_place_cursor (TosoPlanEditor *self,
                                          gsize           index);

G_END_DECLS
