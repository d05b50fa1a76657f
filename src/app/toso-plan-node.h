/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/toso-plan-line.h"

G_BEGIN_DECLS

/* An entry of the plan's tree: a section, or one of the two ends of the text.
 * Signal "changed": title or marks are others now. */

#define TOSO_TYPE_PLAN_NODE (toso_plan_node_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanNode, toso_plan_node, TOSO, PLAN_NODE, GObject)

gint64      toso_plan_node_get_id       (TosoPlanNode *self);
const char *toso_plan_node_get_title    (TosoPlanNode *self);
GListModel *toso_plan_node_get_children (TosoPlanNode *self); /* of TosoPlanNode; NULL: none */
/* Targets and tasks of the section itself, and how many ask for someone. */
guint       toso_plan_node_get_n_marks  (TosoPlanNode *self,
                                         TosoMark      mark);
guint       toso_plan_node_get_n_targets (TosoPlanNode *self);
char       *toso_plan_node_describe     (TosoPlanNode *self); /* for screen readers */

/* Makes @store say the plan, keeping the nodes of sections that stay. */
void        toso_plan_nodes_update      (GListStore     *store,
                                         const TosoPlan *plan,
                                         GPtrArray      *results);

G_END_DECLS
