/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-text.h"

#include <glib/gi18n.h>

#include "app/toso-plan-row.h"

struct _TosoPlanText
{
  GtkWidget parent_instance;

  GListStore         *store; /* of TosoPlanParagraph */
  GtkSliceListModel  *shown; /* of it, as much as has been laid out; all of it in the end */
  GtkSingleSelection *selection;
  GtkWidget          *scroller;
  GtkWidget          *list;
  GtkWidget          *menu;
  gboolean            editable;

  guint    revealed; /* line that is to come to rest in sight */
  gboolean edged;    /* and just within the edge is enough */
  guint    tick_id;
  guint    n_ticks;
  guint    grow_id;

  gboolean pressed; /* twice, at this point of the list */
  double   press_x;
  double   press_y;
};

#define EDGE 12 /* px between an editor and the edge of the page */

/* The list view makes up to 200 rows at once, felt when they are all new. */
#define LINES_A_STEP 24

enum {
  LINE_SELECTED,
  LINE_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoPlanText, toso_plan_text, GTK_TYPE_WIDGET)

static gboolean
grow_cb (gpointer user_data)
{
  TosoPlanText *self = user_data;
  guint         size = gtk_slice_list_model_get_size (self->shown) + LINES_A_STEP;

  if (size < g_list_model_get_n_items (G_LIST_MODEL (self->store)))
    {
      gtk_slice_list_model_set_size (self->shown, size);
      return G_SOURCE_CONTINUE;
    }
  self->grow_id = 0;
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* Someone wants to go to a line that is still to come. */
static void
show_line (TosoPlanText *self,
           guint         position)
{
  if (position < gtk_slice_list_model_get_size (self->shown))
    return;
  g_clear_handle_id (&self->grow_id, g_source_remove);
  gtk_slice_list_model_set_size (self->shown, G_MAXUINT);
}

static TosoPlanParagraph *
dup_paragraph (TosoPlanText *self,
               guint         position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->store), position);
}

static TosoPlanRow *
find_row (TosoPlanText *self,
          guint         position)
{
  g_autoptr (TosoPlanParagraph) paragraph = dup_paragraph (self, position);
  GtkWidget *item;

  for (item = gtk_widget_get_first_child (self->list); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (TOSO_IS_PLAN_ROW (row) && toso_plan_row_get_paragraph (TOSO_PLAN_ROW (row)) == paragraph)
        return TOSO_PLAN_ROW (row);
    }
  return NULL;
}

static void
focus_row (TosoPlanText *self,
           guint         position)
{
  TosoPlanRow *row = find_row (self, position);

  if (row != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
  else
    gtk_widget_grab_focus (self->list);
}

/* Leaves some of the text before and after the line in sight. */
static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TosoPlanText  *self = TOSO_PLAN_TEXT (widget);
  TosoPlanRow   *row = find_row (self, self->revealed);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double         height = gtk_adjustment_get_page_size (adjustment);
  double         y = 0, bottom;

  if (++self->n_ticks < 2)
    return G_SOURCE_CONTINUE;
  self->n_ticks = 0;
  self->tick_id = 0;
  if (row == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (row), self->scroller, 0, 0, NULL, &y))
    return G_SOURCE_REMOVE;
  bottom = y + gtk_widget_get_height (GTK_WIDGET (row));
  if (self->edged && (y < EDGE || bottom > height - EDGE))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            (y < EDGE ? y - EDGE : bottom - height + EDGE));
  else if (!self->edged && (y < height * 0.1 || bottom > height * 0.75))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y - height * 0.15);
  return G_SOURCE_REMOVE;
}

static void
settle (TosoPlanText *self,
        guint         position,
        gboolean      edged)
{
  self->revealed = position;
  self->edged = edged;
  self->n_ticks = 0;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

static gboolean
can_edit (TosoPlanText *self,
          guint         position)
{
  const TosoPlanLine *line = toso_plan_text_get_line (self, position);

  return self->editable && line != NULL && !toso_plan_line_is_fixed (line);
}

static void
selected_cb (TosoPlanText *self)
{
  g_signal_emit (self, signals[LINE_SELECTED], 0);
}

static void
activate_cb (TosoPlanText *self,
             guint         position)
{
  TosoPlanRow *row = self->pressed ? find_row (self, position) : NULL;
  double       x, y;

  if (row != NULL && can_edit (self, position) &&
      gtk_widget_translate_coordinates (self->list, GTK_WIDGET (row), self->press_x, self->press_y, &x, &y))
    {
      toso_plan_row_edit_at (row, x, y);
      settle (self, position, TRUE);
    }
  else
    toso_plan_text_edit (self, position);
  self->pressed = FALSE;
}

static void
row_edited_cb (TosoPlanText *self,
               const char   *text,
               TosoPlanRow  *row)
{
  g_autoptr (TosoPlanParagraph) paragraph = g_object_ref (toso_plan_row_get_paragraph (row));

  g_signal_emit (self, signals[LINE_EDITED], 0, paragraph, text);
}

static void
setup_cb (TosoPlanText *self,
          GtkListItem  *item)
{
  GtkWidget *row = toso_plan_row_new ();

  g_signal_connect_object (row, "edited", G_CALLBACK (row_edited_cb), self, G_CONNECT_SWAPPED);
  g_object_bind_property (item, "selected", row, "selected", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (TosoPlanText *self,
         GtkListItem  *item)
{
  toso_plan_row_set_paragraph (TOSO_PLAN_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
unbind_cb (TosoPlanText *self,
           GtkListItem  *item)
{
  toso_plan_row_set_paragraph (TOSO_PLAN_ROW (gtk_list_item_get_child (item)), NULL);
}

static const TosoPlanMark *
pick_mark (TosoPlanText *self,
           double        x,
           double        y)
{
  GtkWidget *widget = gtk_widget_pick (self->list, x, y, GTK_PICK_DEFAULT);
  double     row_x, row_y;

  if (widget == NULL)
    return NULL;
  if (!TOSO_IS_PLAN_ROW (widget))
    widget = gtk_widget_get_ancestor (widget, TOSO_TYPE_PLAN_ROW);
  if (widget == NULL)
    return NULL;
  gtk_widget_translate_coordinates (self->list, widget, x, y, &row_x, &row_y);
  return toso_plan_row_pick_mark (TOSO_PLAN_ROW (widget), row_x, row_y);
}

static void
show_mark (TosoPlanText       *self,
           const TosoPlanMark *mark)
{
  if (mark->target_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-target", "x", mark->target_id);
  else if (mark->task_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-task", "x", mark->task_id);
}

static void
clicked_cb (TosoPlanText    *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  const TosoPlanMark *mark = n_press == 1 ? pick_mark (self, x, y) : NULL;

  self->pressed = n_press == 2;
  self->press_x = x;
  self->press_y = y;
  if (mark == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_mark (self, mark);
}

static void
motion_cb (TosoPlanText *self,
           double        x,
           double        y)
{
  gtk_widget_set_cursor_from_name (self->list, pick_mark (self, x, y) != NULL ? "pointer" : NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPlanText *self = TOSO_PLAN_TEXT (widget);
  guint         position = toso_plan_text_get_selected (self);

  if (position != GTK_INVALID_LIST_POSITION)
    toso_plan_text_edit (self, position);
}

static void
open_target_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoPlanText       *self = TOSO_PLAN_TEXT (widget);
  guint               position = toso_plan_text_get_selected (self);
  const TosoPlanLine *line = toso_plan_text_get_line (self, position);

  if (line != NULL && line->marks->len > 0)
    show_mark (self, g_ptr_array_index (line->marks, 0));
}

static void
popup_menu (TosoPlanText *self,
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
  TosoPlanText *self = TOSO_PLAN_TEXT (widget);
  guint         position = toso_plan_text_get_selected (self);
  TosoPlanRow  *row = position != GTK_INVALID_LIST_POSITION ? find_row (self, position) : NULL;
  double        x = 0, y = 0;

  if (row == NULL)
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (row), widget, 120, 24, &x, &y);
  popup_menu (self, x, y);
}

static void
menu_pressed_cb (TosoPlanText *self,
                 int           n_press,
                 double        x,
                 double        y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (widget != NULL && !TOSO_IS_PLAN_ROW (widget))
    widget = gtk_widget_get_ancestor (widget, TOSO_TYPE_PLAN_ROW);
  if (widget == NULL || toso_plan_paragraph_get_editing (toso_plan_row_get_paragraph (TOSO_PLAN_ROW (widget))))
    return;
  for (guint i = 0; i < toso_plan_text_get_n_lines (self); i++)
    if (toso_plan_text_get_line (self, i) ==
        toso_plan_paragraph_get_line (toso_plan_row_get_paragraph (TOSO_PLAN_ROW (widget))))
      gtk_single_selection_set_selected (self->selection, i);
  popup_menu (self, x, y);
}

static void
add_controllers (TosoPlanText *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *menu = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (self->list, motion);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static gboolean
toso_plan_text_grab_focus (GtkWidget *widget)
{
  TosoPlanText *self = TOSO_PLAN_TEXT (widget);
  guint         position = toso_plan_text_get_selected (self);

  if (position == GTK_INVALID_LIST_POSITION)
    return gtk_widget_grab_focus (self->list);
  focus_row (self, position);
  return TRUE;
}

/* Tab goes on from one paragraph and its links; arrow keys go to the next. */
static gboolean
toso_plan_text_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  TosoPlanText *self = TOSO_PLAN_TEXT (widget);
  GtkWidget    *item = gtk_widget_get_focus_child (self->list);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (toso_plan_text_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return item != NULL && gtk_widget_child_focus (item, direction);
  return gtk_widget_grab_focus (widget);
}

static void
toso_plan_text_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TosoPlanText *self = TOSO_PLAN_TEXT (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
toso_plan_text_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (TOSO_PLAN_TEXT (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
toso_plan_text_dispose (GObject *object)
{
  TosoPlanText *self = TOSO_PLAN_TEXT (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (toso_plan_text_parent_class)->dispose (object);
}

static void
toso_plan_text_class_init (TosoPlanTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_plan_text_dispose;
  widget_class->grab_focus = toso_plan_text_grab_focus;
  widget_class->focus = toso_plan_text_focus;
  widget_class->size_allocate = toso_plan_text_size_allocate;
  widget_class->measure = toso_plan_text_measure;

  signals[LINE_SELECTED] = g_signal_new ("line-selected", TOSO_TYPE_PLAN_TEXT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LINE_EDITED] = g_signal_new ("line-edited", TOSO_TYPE_PLAN_TEXT, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, TOSO_TYPE_PLAN_PARAGRAPH, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "line.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "line.open-target", NULL, open_target_cb);
  gtk_widget_class_install_action (widget_class, "line.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "line.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "line.open-target", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "line.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "line.menu", NULL);
  gtk_widget_class_set_css_name (widget_class, "plantext");
}

static void
toso_plan_text_init (TosoPlanText *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->editable = TRUE;
  self->store = g_list_store_new (TOSO_TYPE_PLAN_PARAGRAPH);
  self->shown = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), 0, LINES_A_STEP);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->shown));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "plan-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the plan"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_menu_append (menu, _ ("_Edit in Place"), "line.edit");
  g_menu_append (menu, _ ("_Open Target or Task"), "line.open-target");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  add_controllers (self);
}

GtkWidget *
toso_plan_text_new (void)
{
  return g_object_new (TOSO_TYPE_PLAN_TEXT, NULL);
}

void
toso_plan_text_set_editable (TosoPlanText *self,
                             gboolean      editable)
{
  g_return_if_fail (TOSO_IS_PLAN_TEXT (self));

  self->editable = editable;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "line.edit", editable);
}

void
toso_plan_text_set_lines (TosoPlanText *self,
                          GPtrArray    *lines)
{
  g_return_if_fail (TOSO_IS_PLAN_TEXT (self));

  toso_plan_paragraphs_update (self->store, lines);
  /* After the first frame, and before anyone has read so far. */
  if (self->grow_id == 0 && gtk_slice_list_model_get_size (self->shown) != G_MAXUINT)
    self->grow_id = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

guint
toso_plan_text_get_n_lines (TosoPlanText *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_TEXT (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

const TosoPlanLine *
toso_plan_text_get_line (TosoPlanText *self,
                         guint         position)
{
  g_autoptr (TosoPlanParagraph) paragraph = NULL;

  g_return_val_if_fail (TOSO_IS_PLAN_TEXT (self), NULL);

  paragraph = dup_paragraph (self, position);
  return paragraph != NULL ? toso_plan_paragraph_get_line (paragraph) : NULL;
}

guint
toso_plan_text_get_selected (TosoPlanText *self)
{
  g_return_val_if_fail (TOSO_IS_PLAN_TEXT (self), GTK_INVALID_LIST_POSITION);

  return gtk_single_selection_get_selected (self->selection);
}

void
toso_plan_text_reveal (TosoPlanText *self,
                       guint         position)
{
  g_return_if_fail (TOSO_IS_PLAN_TEXT (self));

  if (position >= toso_plan_text_get_n_lines (self))
    return;
  show_line (self, position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  /* That brings it just over the edge, and only when rows have their heights. */
  settle (self, position, FALSE);
}

void
toso_plan_text_edit (TosoPlanText *self,
                     guint         position)
{
  g_autoptr (TosoPlanParagraph) paragraph = NULL;

  g_return_if_fail (TOSO_IS_PLAN_TEXT (self));

  if (!can_edit (self, position))
    return;
  paragraph = dup_paragraph (self, position);
  show_line (self, position);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  toso_plan_paragraph_set_editing (paragraph, TRUE);
  settle (self, position, TRUE);
}

void
toso_plan_text_commit (TosoPlanText *self)
{
  GtkWidget *item;

  g_return_if_fail (TOSO_IS_PLAN_TEXT (self));

  for (item = gtk_widget_get_first_child (self->list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (!TOSO_IS_PLAN_ROW (row) || toso_plan_row_get_paragraph (TOSO_PLAN_ROW (row)) == NULL ||
          !toso_plan_paragraph_get_editing (toso_plan_row_get_paragraph (TOSO_PLAN_ROW (row))))
        continue;
      /* The rows may be others after that. */
      toso_plan_row_commit (TOSO_PLAN_ROW (row));
      return;
    }
}
