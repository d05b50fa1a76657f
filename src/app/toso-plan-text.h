/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-paragraph.h"

G_BEGIN_DECLS

/* The whole text of the plan, a row a paragraph.
 *
 * Signals: "line-selected" (): another line is selected now.
 * "line-edited" (TosoPlanParagraph *, const char *text): a person wrote it.
 * Property "editable". */

#define TOSO_TYPE_PLAN_TEXT (toso_plan_text_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanText, toso_plan_text, TOSO, PLAN_TEXT, GtkWidget)

GtkWidget          *toso_plan_text_new          (void);
void                toso_plan_text_set_editable (TosoPlanText *self,
                                                 gboolean      editable);
/* Takes the lines out of @lines. */
void                toso_plan_text_set_lines    (TosoPlanText *self,
                                                 GPtrArray    *lines);
guint               toso_plan_text_get_n_lines  (TosoPlanText *self);
const TosoPlanLine *toso_plan_text_get_line     (TosoPlanText *self,
                                                 guint         position);
guint               toso_plan_text_get_selected (TosoPlanText *self); /* GTK_INVALID_LIST_POSITION: none */
/* Selects the line and brings it in sight. */
void                toso_plan_text_reveal       (TosoPlanText *self,
                                                 guint         position);
void                toso_plan_text_edit         (TosoPlanText *self,
                                                 guint         position);
/* Keeps what is being written, if anything is. */
void                toso_plan_text_commit       (TosoPlanText *self);

G_END_DECLS
