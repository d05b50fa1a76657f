/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-node.h"

G_BEGIN_DECLS

/* The plan's sections.  What a person asks for goes up as actions "plan.…" of
 * the page.  Signal "node-selected" (): a person chose another entry;
 * "node-activated" (): Enter or double click. */

#define TOSO_TYPE_PLAN_TREE (toso_plan_tree_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanTree, toso_plan_tree, TOSO, PLAN_TREE, GtkWidget)

GtkWidget *toso_plan_tree_new          (void);
void       toso_plan_tree_update       (TosoPlanTree   *self,
                                        const TosoPlan *plan,
                                        GPtrArray      *results);
gint64     toso_plan_tree_get_selected (TosoPlanTree   *self); /* 0: none */
/* Selects and shows without telling "node-selected". */
void       toso_plan_tree_select       (TosoPlanTree   *self,
                                        gint64          node_id);

G_END_DECLS
