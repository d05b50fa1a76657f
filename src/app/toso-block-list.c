/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-block-list.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-plan-editor.h"
#include "app/toso-style.h"
#include "core/toso-number.h"

/* A long paragraph is told by its beginning. */
#define MAX_LINES 4

struct _TosoBlockList
{
  GtkBox parent_instance;

  GPtrArray *items; /* of TosoBlockItem, as the rows */
  gboolean   read_only;
  gboolean   quiet;  /* selections are not a person's doing */
  int        place;  /* of the row being written; -1: none */
  gboolean   adding; /* what is being written is no item yet */

  GtkWidget *words;
  GtkWidget *list;
  GtkWidget *foot;
  GtkWidget *editor; /* or NULL */
};

G_DEFINE_FINAL_TYPE (TosoBlockList, toso_block_list, GTK_TYPE_BOX)

enum {
  BLOCK_EDITED,
  BLOCK_INSERTED,
  BLOCK_COMMAND,
  BLOCK_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

TosoBlockItem *
toso_block_item_new (const char *key,
                     const char *text)
{
  TosoBlockItem *item = g_new0 (TosoBlockItem, 1);

  item->key = g_strdup (key);
  item->text = g_strdup (text);

  return item;
}

void
toso_block_item_free (TosoBlockItem *item)
{
  if (item == NULL)
    return;

  g_free (item->key);
  g_free (item->label);
  g_free (item->text);
  g_free (item->moved);
  g_free (item);
}

/* --- rows --- */

static void
add_flag (GtkWidget  *box,
          TosoMark    mark,
          const char *text,
          GString    *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *view = toso_mark_view_new (mark);
  GtkWidget *label = toso_make_label (text, 0, "note");

  gtk_widget_add_css_class (view, toso_style_get_mark_class (mark));
  gtk_widget_set_valign (view, GTK_ALIGN_START);
  gtk_widget_set_margin_top (view, 2);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), view);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
  g_string_append_printf (name, ". %s", text);
}

/* What of the data moved under a text that a person wrote. */
static void
add_moved (GtkWidget           *box,
           const TosoBlockItem *item,
           gboolean             read_only,
           GString             *name)
{
  static const struct
  {
    const char *label, *action;
  } links[] = {
    { N_ ("Take the new figures"), "block.take" },
    { N_ ("Keep the text"), "block.keep" },
  };
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = NULL;

  /* Translators: %s tells which figures: "46,8% → 47,2%" */
  text = g_strdup_printf (_ ("the data has changed: %s"), item->moved);
  add_flag (box, TOSO_MARK_TRIANGLE, text, name);
  for (gsize i = 0; i < G_N_ELEMENTS (links) && !read_only; i++)
    {
      GtkWidget *link = gtk_button_new_with_label (_ (links[i].label));

      gtk_widget_add_css_class (link, "textlink");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", item->key);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (link), links[i].action);
      gtk_box_append (GTK_BOX (line), link);
    }
  gtk_box_append (GTK_BOX (box), line);
}

static void
set_row (TosoBlockList *self,
         int            place)
{
  const TosoBlockItem *item = self->items->pdata[place];
  GtkWidget           *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget           *label = toso_make_label (item->text, 0, item->removed ? "undone" : item->strong ? "strong"
                                                                                                       : NULL);
  GString             *name = g_string_new (NULL);

  if (item->label != NULL)
    {
      gtk_box_append (GTK_BOX (box), toso_make_label (item->label, 0, "dim note"));
      g_string_append_printf (name, "%s. ", item->label);
    }
  g_string_append (name, item->text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* What the paper may have and has not. */
  if (*item->text == '\0' && item->label != NULL)
    {
      gtk_label_set_label (GTK_LABEL (label), TOSO_MISSING);
      gtk_widget_add_css_class (label, "dim");
    }
  gtk_box_append (GTK_BOX (box), label);
  if (item->removed)
    add_flag (box, TOSO_MARK_SQUARE, C_ ("paragraph", "removed"), name);
  else if (item->added)
    add_flag (box, TOSO_MARK_CIRCLE, C_ ("paragraph", "added"), name);
  else if (item->edited)
    add_flag (box, TOSO_MARK_DIAMOND, C_ ("paragraph", "edited"), name);
  if (item->moved != NULL)
    add_moved (box, item, self->read_only, name);
  toso_set_row (self->list, place, box, name->str, NULL);
  gtk_list_box_row_set_activatable (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place),
                                    item->is_text && !item->removed && !self->read_only);
  g_string_free (name, TRUE);
}

static int
get_selected (TosoBlockList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static int
find_place (TosoBlockList *self,
            const char    *key)
{
  for (guint i = 0; key != NULL && i < self->items->len; i++)
    if (g_str_equal (((TosoBlockItem *) self->items->pdata[i])->key, key))
      return (int) i;

  return -1;
}

static void
update_actions (TosoBlockList *self)
{
  GtkWidget           *widget = GTK_WIDGET (self);
  int                  place = get_selected (self);
  const TosoBlockItem *item = place >= 0 && !self->read_only ? self->items->pdata[place] : NULL;
  gboolean             stands = item != NULL && !item->removed;

  gtk_widget_action_set_enabled (widget, "block.edit", stands && item->is_text);
  gtk_widget_action_set_enabled (widget, "block.add", item != NULL && item->takes_more);
  gtk_widget_action_set_enabled (widget, "block.remove", stands && item->removable);
  gtk_widget_action_set_enabled (widget, "block.move-up", stands && item->movable);
  gtk_widget_action_set_enabled (widget, "block.move-down", stands && item->movable);
  gtk_widget_action_set_enabled (widget, "block.restore", item != NULL && (item->removed || (item->edited && !item->added)));
}

static void
row_selected_cb (TosoBlockList *self,
                 GtkListBoxRow *row)
{
  const TosoBlockItem *item = row != NULL ? self->items->pdata[gtk_list_box_row_get_index (row)] : NULL;

  update_actions (self);
  if (item != NULL && !self->quiet)
    g_signal_emit (self, signals[BLOCK_SELECTED], 0, item->key, item->text);
}

/* --- writing --- */

static void
close_editor (TosoBlockList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->place);
  int            place = self->place;
  gboolean       had_focus = gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL;

  self->editor = NULL;
  self->place = -1;
  if (self->adding)
    {
      self->adding = FALSE;
      if (had_focus)
        gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place - 1)));
      gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
      return;
    }
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  set_row (self, place);
}

static void
editor_done_cb (TosoBlockList *self,
                gboolean       keep)
{
  gboolean             adding = self->adding;
  const TosoBlockItem *item = self->items->pdata[adding ? self->place - 1 : self->place];
  g_autofree char     *text = toso_plan_editor_dup_text (TOSO_PLAN_EDITOR (self->editor));
  g_autofree char     *key = g_strdup (item->key);
  gboolean             changed;

  if (!item->is_lines && !adding)
    g_strdelimit (text, "\n", ' ');
  g_strstrip (text);
  changed = keep && (adding ? *text != '\0' : !g_str_equal (text, item->text));
  close_editor (self);
  if (changed)
    g_signal_emit (self, signals[adding ? BLOCK_INSERTED : BLOCK_EDITED], 0, key, text);
}

static void
open_editor (TosoBlockList *self,
             GtkListBoxRow *row,
             const char    *text,
             gboolean       strong)
{
  g_autoptr (TosoPlanLine) line = toso_plan_line_new (strong ? TOSO_PLAN_PART_HEADING : TOSO_PLAN_PART_BODY, text);

  self->place = gtk_list_box_row_get_index (row);
  self->editor = toso_plan_editor_new (line);
  gtk_widget_add_css_class (self->editor, "small-type");
  g_signal_connect_object (self->editor, "done", G_CALLBACK (editor_done_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (row, self->editor);
  gtk_widget_grab_focus (self->editor);
}

static void
edit_row (TosoBlockList *self,
          int            place)
{
  const TosoBlockItem *item;

  if (self->editor != NULL && self->place == place)
    return;
  toso_block_list_commit (self);
  if (place < 0 || place >= (int) self->items->len)
    return;
  item = self->items->pdata[place];
  if (item->is_text && !item->removed && !self->read_only)
    open_editor (self, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place), item->text, item->strong);
}

static void
row_activated_cb (TosoBlockList *self,
                  GtkListBoxRow *row)
{
  edit_row (self, gtk_list_box_row_get_index (row));
}

/* --- commands --- */

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoBlockList *self = TOSO_BLOCK_LIST (widget);

  edit_row (self, get_selected (self));
}

/* A row to write in; it is a paragraph once something stands there. */
static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TosoBlockList *self = TOSO_BLOCK_LIST (widget);
  GtkWidget     *row = gtk_list_box_row_new ();
  int            place;

  toso_block_list_commit (self);
  place = get_selected (self);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New paragraph"), -1);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, place + 1);
  self->adding = TRUE;
  open_editor (self, GTK_LIST_BOX_ROW (row), "", FALSE);
}

static void
command_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  static const struct
  {
    const char      *name;
    TosoBlockCommand command;
  } commands[] = {
    { "block.remove", TOSO_BLOCK_REMOVE },
    { "block.move-up", TOSO_BLOCK_MOVE_UP },
    { "block.move-down", TOSO_BLOCK_MOVE_DOWN },
    { "block.restore", TOSO_BLOCK_RESTORE },
    { "block.take", TOSO_BLOCK_TAKE },
    { "block.keep", TOSO_BLOCK_KEEP },
  };
  TosoBlockList   *self = TOSO_BLOCK_LIST (widget);
  int              place = get_selected (self);
  g_autofree char *key = NULL;

  if (parameter != NULL)
    key = g_variant_dup_string (parameter, NULL);
  else if (place >= 0)
    key = g_strdup (((TosoBlockItem *) self->items->pdata[place])->key);
  if (key == NULL)
    return;
  toso_block_list_commit (self);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, action_name))
      g_signal_emit (self, signals[BLOCK_COMMAND], 0, key, (guint) commands[i].command);
}

/* --- the list --- */

static gboolean
toso_block_list_grab_focus (GtkWidget *widget)
{
  TosoBlockList *self = TOSO_BLOCK_LIST (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->list);
}

static gboolean
toso_block_list_focus (GtkWidget       *widget,
                       GtkDirectionType direction)
{
  TosoBlockList *self = TOSO_BLOCK_LIST (widget);

  if (self->editor == NULL && toso_tab_leaves (self->list, direction))
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (self->foot, direction);
  /* Back from the buttons to the row that they are for. */
  if (direction == GTK_DIR_TAB_BACKWARD && gtk_widget_get_focus_child (widget) == self->foot)
    return gtk_widget_child_focus (self->foot, direction) || gtk_widget_grab_focus (widget);

  return GTK_WIDGET_CLASS (toso_block_list_parent_class)->focus (widget, direction);
}

static void
toso_block_list_finalize (GObject *object)
{
  g_clear_pointer (&TOSO_BLOCK_LIST (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_block_list_parent_class)->finalize (object);
}

static void
toso_block_list_class_init (TosoBlockListClass *klass)
{
  static const char *const commands[] = {
    "block.remove", "block.move-up", "block.move-down", "block.restore"
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_block_list_finalize;
  widget_class->grab_focus = toso_block_list_grab_focus;
  widget_class->focus = toso_block_list_focus;
  gtk_widget_class_install_action (widget_class, "block.edit", NULL, edit_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i], NULL, command_cb);
  gtk_widget_class_install_action (widget_class, "block.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "block.take", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "block.keep", "s", command_cb);

  signals[BLOCK_EDITED] = g_signal_new ("block-edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[BLOCK_INSERTED] = g_signal_new ("block-inserted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[BLOCK_COMMAND] = g_signal_new ("block-command", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[BLOCK_SELECTED] = g_signal_new ("block-selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
add_button (TosoBlockList *self,
            const char    *icon_name,
            const char    *name,
            const char    *key,
            const char    *action)
{
  GtkWidget       *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *tooltip = key != NULL ? g_strdup_printf ("%s (%s)", name, key) : g_strdup (name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->foot), button);
}

/* The keys are the list's, not the editor's in it. */
static void
add_keys (TosoBlockList *self)
{
  static const struct
  {
    guint           key;
    GdkModifierType state;
    const char     *action;
  } keys[] = {
    { GDK_KEY_F2, 0, "block.edit" },
    { GDK_KEY_Insert, 0, "block.add" },
    { GDK_KEY_Delete, 0, "block.remove" },
    { GDK_KEY_Up, GDK_ALT_MASK, "block.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "block.move-down" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (self->list, controller);
}

static void
toso_block_list_init (TosoBlockList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->items = g_ptr_array_new ();
  self->place = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->words = toso_make_label (NULL, 0, "dim second side-words");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  self->list = gtk_list_box_new ();
  toso_add_css_classes (self->list, "side-rows blocks");
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Content"), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (self), scroller);

  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->foot, "pane-foot");
  add_button (self, "toso-edit-symbolic", _ ("Edit the text"), "Enter", "block.edit");
  add_button (self, "toso-add-symbolic", _ ("Add a paragraph after it"), "Insert", "block.add");
  add_button (self, "toso-up-symbolic", _ ("Move up"), "Alt+↑", "block.move-up");
  add_button (self, "toso-down-symbolic", _ ("Move down"), "Alt+↓", "block.move-down");
  add_button (self, "toso-remove-symbolic", _ ("Take out of the paper"), "Delete", "block.remove");
  add_button (self, "toso-undo-symbolic", _ ("Back to what the data says"), NULL, "block.restore");
  gtk_box_append (GTK_BOX (self), self->foot);
  add_keys (self);
  update_actions (self);
}

GtkWidget *
toso_block_list_new (void)
{
  return g_object_new (TOSO_TYPE_BLOCK_LIST, NULL);
}

/* What was selected stays so, also where it stands elsewhere now; the one that
 * took the place of what is gone is selected for it. */
static void
select_again (TosoBlockList *self,
              const char    *key,
              int            place,
              gboolean       had_focus)
{
  int            found = find_place (self, key);
  GtkListBoxRow *row;

  if (found < 0)
    found = MIN (place, (int) self->items->len - 1);
  row = found >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), found) : NULL;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (had_focus && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
toso_block_list_set_items (TosoBlockList *self,
                           GPtrArray     *items,
                           const char    *words,
                           gboolean       read_only)
{
  g_autofree char *key = NULL;
  gboolean         had_focus;
  int              place;

  g_return_if_fail (TOSO_IS_BLOCK_LIST (self));
  g_return_if_fail (items != NULL);

  if (self->editor != NULL)
    close_editor (self);
  place = get_selected (self);
  if (place >= 0)
    key = g_strdup (((TosoBlockItem *) self->items->pdata[place])->key);
  had_focus = gtk_widget_get_focus_child (self->list) != NULL;
  g_ptr_array_unref (self->items);
  self->items = items;
  self->read_only = read_only;
  self->quiet = TRUE;
  for (guint i = 0; i < items->len; i++)
    set_row (self, (int) i);
  toso_trim_rows (self->list, (int) items->len);
  select_again (self, key, place, had_focus);
  self->quiet = FALSE;

  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->foot, !read_only);
  update_actions (self);
}

void
toso_block_list_select (TosoBlockList *self,
                        const char    *key)
{
  int place;

  g_return_if_fail (TOSO_IS_BLOCK_LIST (self));

  place = find_place (self, key);
  if (place >= 0)
    select_again (self, key, place, TRUE);
}

void
toso_block_list_commit (TosoBlockList *self)
{
  g_return_if_fail (TOSO_IS_BLOCK_LIST (self));

  if (self->editor != NULL)
    editor_done_cb (self, TRUE);
}
