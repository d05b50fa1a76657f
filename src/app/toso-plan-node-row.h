/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-node.h"

G_BEGIN_DECLS

/* A row of the plan's tree: title, marks of what is linked to the section. */

#define TOSO_TYPE_PLAN_NODE_ROW (toso_plan_node_row_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanNodeRow, toso_plan_node_row, TOSO, PLAN_NODE_ROW, GtkWidget)

GtkWidget *toso_plan_node_row_new     (void);
void       toso_plan_node_row_set_row (TosoPlanNodeRow *self,
                                       GtkTreeListRow  *row);

G_END_DECLS
