/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-paragraph.h"

G_BEGIN_DECLS

/* A paragraph in official type, with the marks of its targets and tasks in a
 * gutter at the left.  Drawn by itself, so that a long plan stays quick; real
 * widgets come in only while it is selected (links) or edited (text field).
 *
 * Property "selected".  Signal "edited" (const char *text): the editor was
 * closed with another text. */

#define TOSO_TYPE_PLAN_ROW (toso_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanRow, toso_plan_row, TOSO, PLAN_ROW, GtkWidget)

GtkWidget         *toso_plan_row_new           (void);
TosoPlanParagraph *toso_plan_row_get_paragraph (TosoPlanRow       *self);
void               toso_plan_row_set_paragraph (TosoPlanRow       *self,
                                                TosoPlanParagraph *paragraph);
/* Keeps what is being written, if anything is. */
void               toso_plan_row_commit        (TosoPlanRow       *self);
/* Opens the editor with the caret where the text has this point. */
void               toso_plan_row_edit_at       (TosoPlanRow       *self,
                                                double             x,
                                                double             y);
/* The mark under a point, or NULL. */
const TosoPlanMark *toso_plan_row_pick_mark    (TosoPlanRow       *self,
                                                double             x,
                                                double             y);

G_END_DECLS
