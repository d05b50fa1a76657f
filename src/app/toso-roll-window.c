/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-roll-window.h"

#include <glib/gi18n.h>

#include "app/toso-names-paste.h"
#include "app/toso-parts.h"
#include "app/toso-roll-columns.h"
#include "app/toso-roll-item.h"
#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-register.h"

struct _TosoRollWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  gint64       training_id;
  char        *title; /* of the training */

  GListStore         *items; /* of TosoRollItem */
  GtkCustomFilter    *filter;
  GtkSingleSelection *selection;
  GtkWidget          *columns;
  TosoNamesPaste     *paste;

  GtkWidget *stack;
  GtkWidget *training;
  GtkWidget *search;
  GtkWidget *untrained;
  GtkWidget *scroller;
  GtkWidget *empty;
  GtkWidget *failure;
  GtkWidget *summary;
};

G_DEFINE_FINAL_TYPE (TosoRollWindow, toso_roll_window, GTK_TYPE_WINDOW)

static void
set_failure (TosoRollWindow *self,
             const char     *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->failure), sentence);
  gtk_widget_set_visible (self->failure, sentence != NULL);
}

/* --- the roll --- */

static gboolean
match_item (gpointer item,
            gpointer user_data)
{
  TosoRollWindow     *self = user_data;
  const TosoRollLine *line = toso_roll_item_get_line (item);
  const char         *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char    *whole = NULL;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->untrained)) &&
      (!line->expected || line->n_others > 0 || line->presence == TOSO_PRESENCE_PRESENT))
    return FALSE;
  whole = g_strdup_printf ("%s %s", line->name, line->team);

  return *words == '\0' || toso_text_matches_words (whole, words);
}

static void
update_summary (TosoRollWindow *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint            counts[3] = { 0 };
  guint            n_untrained = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TosoRollItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const TosoRollLine *line = toso_roll_item_get_line (item);

      counts[line->presence + 1]++;
      n_untrained += line->expected && line->n_others == 0 && line->presence != TOSO_PRESENCE_PRESENT;
    }
  /* Translators: four numbers of people */
  text = g_strdup_printf (_ ("%u present · %u absent · %u not said · %u members have been to no training yet"),
                          counts[2], counts[1], counts[0], n_untrained);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
}

/* The same people keep their rows, and with them selection and focus. */
static gboolean
update_in_place (TosoRollWindow *self,
                 GPtrArray      *lines)
{
  if (lines->len != g_list_model_get_n_items (G_LIST_MODEL (self->items)))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (TosoRollItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (!toso_roll_item_is_of (item, lines->pdata[i]))
        return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (TosoRollItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      toso_roll_item_set_line (item, lines->pdata[i]);
    }

  return TRUE;
}

static void
update (TosoRollWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = toso_year_list_roll (toso_session_get_year (self->session), self->training_id, &error);
  g_autoptr (GPtrArray) items = NULL;

  if (lines == NULL)
    {
      /* The training itself was undone, or it cannot be read. */
      if (!g_error_matches (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
        toso_session_take_error (self->session, g_steal_pointer (&error));
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (!update_in_place (self, lines))
    {
      items = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add (items, toso_roll_item_new (lines->pdata[i]));
      g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
    }
  else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->untrained)))
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_summary (self);
}

static void
filter_changed_cb (TosoRollWindow *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0 &&
      gtk_single_selection_get_selected_item (self->selection) == NULL)
    gtk_single_selection_set_selected (self->selection, 0);
}

/* While one types, what was chosen before is of another name. */
static void
words_changed_cb (TosoRollWindow *self)
{
  filter_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

/* --- writing --- */

static void
write_lines (TosoRollWindow *self,
             GPtrArray      *lines,
             const char     *title)
{
  g_autoptr (GError) error = NULL;

  set_failure (self, NULL);
  if (lines->len > 0 &&
      !toso_year_write_roll (toso_session_get_year (self->session), self->training_id, lines, title, &error))
    set_failure (self, error->message);
}

static void
write_all (TosoRollWindow *self,
           TosoPresence    presence)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_roll_line_free);
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *title = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TosoRollItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      TosoRollLine *line = toso_roll_line_copy (toso_roll_item_get_line (item));

      line->presence = presence;
      g_ptr_array_add (lines, line);
    }
  /* Translators: %s is a training */
  title = presence == TOSO_PRESENCE_PRESENT ? g_strdup_printf (_ ("Everybody present at “%s”"), self->title)
                                            : g_strdup_printf (_ ("Everybody absent from “%s”"), self->title);
  write_lines (self, lines, title);
}

static void
write_one (TosoRollWindow *self,
           TosoRollItem   *item,
           TosoPresence    presence)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_roll_line_free);
  TosoRollLine    *line = toso_roll_line_copy (toso_roll_item_get_line (item));
  g_autofree char *title = NULL;

  line->presence = presence;
  g_ptr_array_add (lines, line);
  /* Translators: %s is a person */
  title = presence == TOSO_PRESENCE_PRESENT  ? g_strdup_printf (_ ("“%s” was present"), line->name)
          : presence == TOSO_PRESENCE_ABSENT ? g_strdup_printf (_ ("“%s” was absent"), line->name)
                                             : g_strdup_printf (_ ("Take back the attendance of “%s”"), line->name);
  write_lines (self, lines, title);
}

static void
flip (TosoRollWindow *self,
      TosoRollItem   *item)
{
  write_one (self, item,
             toso_roll_item_get_line (item)->presence == TOSO_PRESENCE_PRESENT ? TOSO_PRESENCE_ABSENT : TOSO_PRESENCE_PRESENT);
}

/* --- actions --- */

static void
all_present_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  write_all (TOSO_ROLL_WINDOW (widget), TOSO_PRESENCE_PRESENT);
  gtk_widget_grab_focus (TOSO_ROLL_WINDOW (widget)->search);
}

static void
all_absent_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  write_all (TOSO_ROLL_WINDOW (widget), TOSO_PRESENCE_ABSENT);
  gtk_widget_grab_focus (TOSO_ROLL_WINDOW (widget)->search);
}

/* A name typed and Enter: the first who is called so, or whom the arrows led
 * to; the next name is typed over it. */
static void
search_activated_cb (TosoRollWindow *self)
{
  TosoRollItem *item;

  filter_changed_cb (self);
  item = gtk_single_selection_get_selected_item (self->selection);
  if (item == NULL || *gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    return;
  flip (self, item);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/* The field keeps the keyboard; the arrows go along the list. */
static void
step (TosoRollWindow *self,
      int             direction)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint place = gtk_single_selection_get_selected (self->selection) + (guint) direction;

  if (place >= n)
    return;
  gtk_single_selection_set_selected (self->selection, place);
  gtk_widget_activate_action (self->columns, "list.scroll-to-item", "u", place);
}

static void
up_cb (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  step (TOSO_ROLL_WINDOW (widget), -1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  step (TOSO_ROLL_WINDOW (widget), 1);
}

static void
flip_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoRollWindow *self = TOSO_ROLL_WINDOW (widget);
  TosoRollItem   *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    flip (self, item);
}

static void
clear_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoRollWindow *self = TOSO_ROLL_WINDOW (widget);
  TosoRollItem   *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    write_one (self, item, TOSO_PRESENCE_UNSAID);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  toso_session_undo (TOSO_ROLL_WINDOW (widget)->session);
}

static void
paste_done_cb (TosoRollWindow *self)
{
  g_autoptr (GPtrArray) lines = toso_names_paste_list (self->paste);

  g_autofree char *title = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "roll");
  /* Translators: %s is a training */
  title = g_strdup_printf (_ ("Attendance at “%s” from pasted names"), self->title);
  write_lines (self, lines, title);
  gtk_widget_grab_focus (self->search);
}

static void
paste_left_cb (TosoRollWindow *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "roll");
  gtk_widget_grab_focus (self->search);
}

static void
text_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TosoRollWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) lines = NULL;

  if (self->session == NULL)
    return;
  set_failure (self, NULL);
  lines = toso_year_list_roll (toso_session_get_year (self->session), self->training_id, NULL);
  if (lines != NULL && toso_names_paste_start (self->paste, text != NULL ? text : "", lines))
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "paste");
      gtk_widget_grab_focus (GTK_WIDGET (self->paste));
    }
  else
    set_failure (self, _ ("No names were copied: copy a list with a name on each line, then paste."));
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, text_cb, g_object_ref (widget));
}

/* --- object --- */

static void
toso_roll_window_dispose (GObject *object)
{
  TosoRollWindow *self = TOSO_ROLL_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (toso_roll_window_parent_class)->dispose (object);
}

static void
toso_roll_window_finalize (GObject *object)
{
  g_free (TOSO_ROLL_WINDOW (object)->title);

  G_OBJECT_CLASS (toso_roll_window_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "roll.all-present", NULL, all_present_cb);
  gtk_widget_class_install_action (widget_class, "roll.all-absent", NULL, all_absent_cb);
  gtk_widget_class_install_action (widget_class, "roll.flip", NULL, flip_cb);
  gtk_widget_class_install_action (widget_class, "roll.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "roll.up", NULL, up_cb);
  gtk_widget_class_install_action (widget_class, "roll.down", NULL, down_cb);
  gtk_widget_class_install_action (widget_class, "roll.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "roll.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "roll.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "roll.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
toso_roll_window_class_init (TosoRollWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_roll_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_roll_window_finalize;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-roll-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, training);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, untrained);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, empty);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoRollWindow, summary);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
}

static void
toso_roll_window_init (TosoRollWindow *self)
{
  GtkFilterListModel *filtered;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (TOSO_TYPE_ROLL_ITEM);
  self->filter = gtk_custom_filter_new (match_item, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), GTK_FILTER (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  self->columns = gtk_column_view_new (GTK_SELECTION_MODEL (self->selection));
  gtk_widget_add_css_class (self->columns, "data-table");
  gtk_widget_add_css_class (self->columns, "register");
  toso_roll_columns_append (GTK_COLUMN_VIEW (self->columns));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Attendance"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->columns)), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Columns"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (self->columns)), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Attendance"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->columns);
  toso_add_early_key (self->columns, "space", "roll.flip");
  toso_add_early_key (self->columns, "Delete", "roll.clear");
  /* What was typed there is gone with the next name; what was written is not. */
  toso_add_early_key (self->search, "<Control>z", "roll.undo");
  toso_add_early_key (self->search, "Escape", "window.close");
  toso_add_early_key (self->search, "Up", "roll.up");
  toso_add_early_key (self->search, "Down", "roll.down");
  g_signal_connect_object (self->columns, "activate", G_CALLBACK (flip_cb), self, G_CONNECT_SWAPPED);

  self->paste = TOSO_NAMES_PASTE (toso_names_paste_new ());
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->paste), "paste");
  g_signal_connect_object (self->paste, "done", G_CALLBACK (paste_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paste, "left", G_CALLBACK (paste_left_cb), self, G_CONNECT_SWAPPED);
}

static void
set_title (TosoRollWindow *self)
{
  g_autoptr (TosoRecord) record = toso_year_load_record (toso_session_get_year (self->session), toso_registers_find ("training"),
                                                         self->training_id, NULL);
  g_autofree char *day = NULL;
  g_autofree char *words = NULL;

  self->title = g_strdup (record != NULL ? toso_record_get_name (record) : "");
  day = record != NULL ? toso_field_format (toso_register_find (record->kind, "first_day"), toso_record_get (record, "first_day"), FALSE)
                       : g_strdup ("");
  words = g_strdup_printf ("%s · %s", self->title, day);
  gtk_label_set_label (GTK_LABEL (self->training), words);
}

GtkWidget *
toso_roll_window_new (GtkWindow   *parent,
                      TosoSession *session,
                      gint64       training_id)
{
  TosoRollWindow *self = g_object_new (TOSO_TYPE_ROLL_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  gboolean        can_write = !toso_session_is_read_only (session);

  self->session = g_object_ref (session);
  self->training_id = training_id;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.all-present", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.all-absent", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "roll.paste", can_write);
  set_title (self);
  update (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->search);

  return GTK_WIDGET (self);
}
