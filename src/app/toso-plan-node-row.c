/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-node-row.h"

#include "app/toso-style.h"

struct _TosoPlanNodeRow
{
  GtkWidget parent_instance;

  GtkWidget    *expander;
  GtkWidget    *title;
  GtkWidget    *marks;
  GtkWidget    *count;
  TosoPlanNode *node;
  gulong        changed_id;
};

G_DEFINE_FINAL_TYPE (TosoPlanNodeRow, toso_plan_node_row, GTK_TYPE_WIDGET)

#define MARK_SIZE 10
#define MARK_STEP 15
#define MAX_MARKS 3

/* Marks that are drawn: with targets, those behind; with tasks alone, the
 * states of these. */
static guint
get_marks (TosoPlanNode *node,
           TosoMark      marks[MAX_MARKS])
{
  static const TosoMark order[] = { TOSO_MARK_SQUARE, TOSO_MARK_TRIANGLE, TOSO_MARK_DIAMOND,
                                    TOSO_MARK_RING, TOSO_MARK_CIRCLE };
  gboolean              has_targets = toso_plan_node_get_n_targets (node) > 0;
  guint                 n_marks = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (has_targets && order[i] != TOSO_MARK_SQUARE && order[i] != TOSO_MARK_TRIANGLE)
        continue;
      for (guint k = 0; k < toso_plan_node_get_n_marks (node, order[i]) && n_marks < MAX_MARKS; k++)
        marks[n_marks++] = order[i];
    }
  return n_marks;
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  TosoPlanNodeRow *self = user_data;
  TosoMark         marks[MAX_MARKS];
  guint            n_marks;

  if (self->node == NULL)
    return;
  n_marks = get_marks (self->node, marks);
  for (guint i = 0; i < n_marks; i++)
    toso_mark_draw (cr, toso_style_get_palette (GTK_WIDGET (area)), marks[i], MARK_STEP * (i + 0.5),
                    height / 2.0, MARK_SIZE);
}

/* Only a title that is cut off needs to be told in full. */
static gboolean
tooltip_cb (TosoPlanNodeRow *self,
            int              x,
            int              y,
            gboolean         keyboard,
            GtkTooltip      *tooltip)
{
  if (self->node == NULL || !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->title))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, toso_plan_node_get_title (self->node));
  return TRUE;
}

static void
update (TosoPlanNodeRow *self)
{
  TosoMark         marks[MAX_MARKS];
  guint            n_marks = get_marks (self->node, marks);
  guint            n_targets = toso_plan_node_get_n_targets (self->node);
  g_autofree char *count = g_strdup_printf ("%u", n_targets);
  g_autofree char *name = toso_plan_node_describe (self->node);
  GtkWidget       *item = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->title), toso_plan_node_get_title (self->node));
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n_targets > 0);
  gtk_widget_set_visible (self->marks, n_marks > 0);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->marks), (int) n_marks * MARK_STEP);
  gtk_widget_queue_draw (self->marks);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* The list's item is what takes the focus. */
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
toso_plan_node_row_dispose (GObject *object)
{
  TosoPlanNodeRow *self = TOSO_PLAN_NODE_ROW (object);

  if (self->node != NULL)
    g_clear_signal_handler (&self->changed_id, self->node);
  g_clear_object (&self->node);
  g_clear_pointer (&self->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (toso_plan_node_row_parent_class)->dispose (object);
}

static void
toso_plan_node_row_class_init (TosoPlanNodeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_plan_node_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plannode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
toso_plan_node_row_init (TosoPlanNodeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->expander = gtk_tree_expander_new ();
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  self->marks = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->marks), draw_cb, self, NULL);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "figure");
  gtk_widget_add_css_class (self->count, "second");

  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->marks);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (self->expander), box);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}

GtkWidget *
toso_plan_node_row_new (void)
{
  return g_object_new (TOSO_TYPE_PLAN_NODE_ROW, NULL);
}

void
toso_plan_node_row_set_row (TosoPlanNodeRow *self,
                            GtkTreeListRow  *row)
{
  g_return_if_fail (TOSO_IS_PLAN_NODE_ROW (self));

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (self->expander), row);
  if (self->node != NULL)
    g_clear_signal_handler (&self->changed_id, self->node);
  g_clear_object (&self->node);
  if (row == NULL)
    return;
  self->node = gtk_tree_list_row_get_item (row);
  self->changed_id = g_signal_connect_swapped (self->node, "changed", G_CALLBACK (update), self);
  update (self);
}
