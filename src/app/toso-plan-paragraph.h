/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "app/toso-plan-line.h"

G_BEGIN_DECLS

/* A line of the plan in a list model.  Signal "changed": it says something
 * else now.  Property "editing": its row shows an editor. */

#define TOSO_TYPE_PLAN_PARAGRAPH (toso_plan_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanParagraph, toso_plan_paragraph, TOSO, PLAN_PARAGRAPH, GObject)

TosoPlanParagraph  *toso_plan_paragraph_new         (TosoPlanLine      *line); /* takes @line */
const TosoPlanLine *toso_plan_paragraph_get_line    (TosoPlanParagraph *self);
void                toso_plan_paragraph_take_line   (TosoPlanParagraph *self,
                                                     TosoPlanLine      *line);
gboolean            toso_plan_paragraph_get_editing (TosoPlanParagraph *self);
void                toso_plan_paragraph_set_editing (TosoPlanParagraph *self,
                                                     gboolean           editing);

/* Makes @store say @lines (taken, emptied), keeping the objects of places that
 * stay, so that selection, focus and scroll position stay too. */
void                toso_plan_paragraphs_update     (GListStore        *store,
                                                     GPtrArray         *lines);

G_END_DECLS
