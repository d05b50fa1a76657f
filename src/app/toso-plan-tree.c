/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-tree.h"

#include <glib/gi18n.h>

#include "app/toso-plan-node-row.h"

struct _TosoPlanTree
{
  GtkWidget parent_instance;

  GListStore         *store; /* of TosoPlanNode, outermost */
  GtkTreeListModel   *tree;
  GtkSingleSelection *selection;
  GtkWidget          *box;
  GtkWidget          *list;
  GtkWidget          *menu;
  gboolean            quiet; /* the selection is not a person's doing */
  guint               tick_id;
  guint               n_ticks;
};

enum {
  NODE_SELECTED,
  NODE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoPlanTree, toso_plan_tree, GTK_TYPE_WIDGET)

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  GListModel *children = toso_plan_node_get_children (item);

  return children != NULL ? g_object_ref (children) : NULL;
}

static gint64
get_id_at (TosoPlanTree *self,
           guint         position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (TosoPlanNode) node = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return node != NULL ? toso_plan_node_get_id (node) : 0;
}

static void
selected_cb (TosoPlanTree *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[NODE_SELECTED], 0);
}

static void
activate_cb (TosoPlanTree *self)
{
  g_signal_emit (self, signals[NODE_ACTIVATED], 0);
}

static void
setup_cb (TosoPlanTree *self,
          GtkListItem  *item)
{
  gtk_list_item_set_child (item, toso_plan_node_row_new ());
}

static void
bind_cb (TosoPlanTree *self,
         GtkListItem  *item)
{
  toso_plan_node_row_set_row (TOSO_PLAN_NODE_ROW (gtk_list_item_get_child (item)),
                              gtk_list_item_get_item (item));
}

static void
unbind_cb (TosoPlanTree *self,
           GtkListItem  *item)
{
  toso_plan_node_row_set_row (TOSO_PLAN_NODE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The list's item of a tree row, or NULL. */
static GtkWidget *
find_item (TosoPlanTree *self,
           guint         position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  GtkWidget *item;

  for (item = gtk_widget_get_first_child (self->list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);
      GtkWidget *expander = child != NULL ? gtk_widget_get_first_child (child) : NULL;

      if (GTK_IS_TREE_EXPANDER (expander) && row != NULL &&
          gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander)) == row)
        return item;
    }
  return NULL;
}

static void
popup_menu (TosoPlanTree *self,
            double        x,
            double        y)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPlanTree *self = TOSO_PLAN_TREE (widget);
  GtkWidget    *item = find_item (self, gtk_single_selection_get_selected (self->selection));
  double        x = 0, y = 0;

  if (item == NULL)
    return;
  gtk_widget_translate_coordinates (item, widget, 24, gtk_widget_get_height (item), &x, &y);
  popup_menu (self, x, y);
}

static void
menu_pressed_cb (TosoPlanTree *self,
                 int           n_press,
                 double        x,
                 double        y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget == NULL || gtk_widget_get_ancestor (widget, TOSO_TYPE_PLAN_NODE_ROW) == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      GtkWidget *item = find_item (self, i);

      if (item != NULL && gtk_widget_is_ancestor (widget, item))
        gtk_single_selection_set_selected (self->selection, i);
    }
  popup_menu (self, x, y);
}

static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TosoPlanTree *self = TOSO_PLAN_TREE (widget);
  guint         selected = gtk_single_selection_get_selected (self->selection);

  if (++self->n_ticks < 2)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  if (selected != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", selected);
  return G_SOURCE_REMOVE;
}

static GMenuModel *
create_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) add = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  g_menu_append (add, _ ("Add a Section _After"), "plan.add-after");
  g_menu_append (add, _ ("Add a Section _Inside"), "plan.add-inside");
  g_menu_append (move, _ ("Move _Up"), "plan.move-up");
  g_menu_append (move, _ ("Move _Down"), "plan.move-down");
  g_menu_append (move, _ ("Move In, _Under the One Before"), "plan.move-in");
  g_menu_append (move, _ ("Move _Out, After Its Parent"), "plan.move-out");
  g_menu_append (rest, _ ("_Edit Heading"), "plan.rename");
  g_menu_append (rest, _ ("_Remove"), "plan.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (add));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (move));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GtkWidget *
create_button (const char *icon_name,
               const char *action_name,
               const char *name,
               const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
create_tools (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "pane-foot");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), create_button ("toso-add-symbolic", "plan.add-after", _ ("Add a section"),
                                                _ ("Add a section after this one (Ctrl+N)")));
  gtk_box_append (GTK_BOX (box), create_button ("toso-up-symbolic", "plan.move-up", _ ("Move up"),
                                                _ ("Move up (Alt+Up)")));
  gtk_box_append (GTK_BOX (box), create_button ("toso-down-symbolic", "plan.move-down", _ ("Move down"),
                                                _ ("Move down (Alt+Down)")));
  gtk_box_append (GTK_BOX (box), create_button ("toso-previous-symbolic", "plan.move-out", _ ("Move out"),
                                                _ ("Move out, after its parent (Alt+Left)")));
  gtk_box_append (GTK_BOX (box), create_button ("toso-next-symbolic", "plan.move-in", _ ("Move in"),
                                                _ ("Move in, under the one before (Alt+Right)")));
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), create_button ("toso-remove-symbolic", "plan.remove", _ ("Remove the section"),
                                                _ ("Remove the section (Delete)")));
  return box;
}

static gboolean
toso_plan_tree_grab_focus (GtkWidget *widget)
{
  TosoPlanTree *self = TOSO_PLAN_TREE (widget);
  GtkWidget    *item = find_item (self, gtk_single_selection_get_selected (self->selection));

  return gtk_widget_grab_focus (item != NULL ? item : self->list);
}

/* Tab comes to one section and goes on from there, not from each to the next. */
static gboolean
toso_plan_tree_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  TosoPlanTree *self = TOSO_PLAN_TREE (widget);
  GtkWidget    *child = gtk_widget_get_focus_child (self->box);
  GtkWidget    *item = gtk_widget_get_focus_child (self->list);
  gboolean      is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (is_tab && child != NULL && child == gtk_widget_get_first_child (self->box))
    {
      if (item != NULL && gtk_widget_child_focus (item, direction))
        return TRUE;
      return direction == GTK_DIR_TAB_FORWARD &&
             gtk_widget_child_focus (gtk_widget_get_last_child (self->box), direction);
    }
  if (is_tab && direction == GTK_DIR_TAB_FORWARD && child == NULL)
    return gtk_widget_grab_focus (widget);
  if (is_tab && direction == GTK_DIR_TAB_BACKWARD && child == gtk_widget_get_last_child (self->box))
    return gtk_widget_child_focus (child, direction) || gtk_widget_grab_focus (widget);
  return GTK_WIDGET_CLASS (toso_plan_tree_parent_class)->focus (widget, direction);
}

static void
toso_plan_tree_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TosoPlanTree *self = TOSO_PLAN_TREE (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
toso_plan_tree_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (TOSO_PLAN_TREE (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
toso_plan_tree_dispose (GObject *object)
{
  TosoPlanTree *self = TOSO_PLAN_TREE (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (toso_plan_tree_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "plan.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "plan.move-down" },
    { GDK_KEY_Left, GDK_ALT_MASK, "plan.move-out" },
    { GDK_KEY_Right, GDK_ALT_MASK, "plan.move-in" },
    { GDK_KEY_F2, 0, "plan.rename" },
    { GDK_KEY_Delete, 0, "plan.remove" },
    { GDK_KEY_Insert, 0, "plan.add-after" },
    { GDK_KEY_Insert, GDK_SHIFT_MASK, "plan.add-inside" },
    { GDK_KEY_Menu, 0, "tree.menu" },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "tree.menu" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

static void
toso_plan_tree_class_init (TosoPlanTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_plan_tree_dispose;
  widget_class->grab_focus = toso_plan_tree_grab_focus;
  widget_class->focus = toso_plan_tree_focus;
  widget_class->size_allocate = toso_plan_tree_size_allocate;
  widget_class->measure = toso_plan_tree_measure;

  signals[NODE_SELECTED] = g_signal_new ("node-selected", TOSO_TYPE_PLAN_TREE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NODE_ACTIVATED] = g_signal_new ("node-activated", TOSO_TYPE_PLAN_TREE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "tree.menu", NULL, menu_cb);
  install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plantree");
}

static void
add_list (TosoPlanTree *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scroller = gtk_scrolled_window_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "plan-tree");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sections of the plan"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
}

static void
toso_plan_tree_init (TosoPlanTree *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();
  GtkGesture *press = gtk_gesture_click_new ();

  self->store = g_list_store_new (TOSO_TYPE_PLAN_NODE);
  self->tree = gtk_tree_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), FALSE, TRUE, create_children,
                                        NULL, NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_list (self);
  gtk_box_append (GTK_BOX (self->box), create_tools ());
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
toso_plan_tree_new (void)
{
  return g_object_new (TOSO_TYPE_PLAN_TREE, NULL);
}

void
toso_plan_tree_update (TosoPlanTree   *self,
                       const TosoPlan *plan,
                       GPtrArray      *results)
{
  gint64 selected;

  g_return_if_fail (TOSO_IS_PLAN_TREE (self));

  selected = toso_plan_tree_get_selected (self);
  self->quiet = TRUE;
  toso_plan_nodes_update (self->store, plan, results);
  self->quiet = FALSE;
  toso_plan_tree_select (self, selected);
}

gint64
toso_plan_tree_get_selected (TosoPlanTree *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_TREE (self), 0);

  return get_id_at (self, gtk_single_selection_get_selected (self->selection));
}

void
toso_plan_tree_select (TosoPlanTree *self,
                       gint64        node_id)
{
  guint n_rows;

  g_return_if_fail (TOSO_IS_PLAN_TREE (self));

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  for (guint i = 0; i < n_rows; i++)
    {
      if (get_id_at (self, i) != node_id)
        continue;
      self->quiet = TRUE;
      gtk_single_selection_set_selected (self->selection, i);
      self->quiet = FALSE;
      gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
      /* A row that is new has no height yet. */
      self->n_ticks = 0;
      if (self->tick_id == 0)
        self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
      return;
    }
}
