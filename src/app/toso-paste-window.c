/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paste-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-paste-model.h"
#include "app/toso-sheet.h"

struct _TosoPasteWindow
{
  GtkWindow parent_instance;

  TosoSession      *session;
  TosoReportsModel *reports;
  TosoCopiedBlock  *block;
  TosoPastePlan    *plan; /* or NULL */
  TosoPasteModel   *model;
  GArray           *columns; /* of guint: the model's, as in the drop-down */
  guint             row, column;

  GtkWidget *summary;
  GtkWidget *left_out;
  GtkWidget *order_check;
  GtkWidget *column_box;
  GtkWidget *column_drop;
  GtkWidget *comma_box;
  GtkWidget *comma_label;
  GtkWidget *comma_drop;
  GtkWidget *replace_check;
  GtkWidget *scroll;
  GtkWidget *line;
  GtkWidget *write_button;
};

G_DEFINE_FINAL_TYPE (TosoPasteWindow, toso_paste_window, GTK_TYPE_WINDOW)

static gboolean
replaces (TosoPasteWindow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->replace_check));
}

/* By order alone nothing is written that a person has not looked at. */
static gboolean
is_confirmed (TosoPasteWindow *self)
{
  return !self->plan->by_order || gtk_check_button_get_active (GTK_CHECK_BUTTON (self->order_check));
}

static void
show_button (TosoPasteWindow *self)
{
  guint            n = toso_paste_plan_count (self->plan, replaces (self));
  g_autofree char *label = g_strdup_printf (ngettext ("_Write %u Figure", "_Write %u Figures", n), n);

  gtk_button_set_label (GTK_BUTTON (self->write_button), label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write", n > 0 && is_confirmed (self));
}

static void
show_summary (TosoPasteWindow *self)
{
  const TosoPastePlan *plan = self->plan;
  g_autofree char     *text = NULL;

  /* Translators: villages found in a pasted block, then figures that are new,
   * that differ, that are the same, that can't be taken */
  text = g_strdup_printf (_ ("%u villages: %u new, %u changed, %u the same, %u in conflict"),
                          plan->n_villages,
                          plan->counts[TOSO_PASTE_NEW],
                          plan->counts[TOSO_PASTE_CHANGED],
                          plan->counts[TOSO_PASTE_SAME],
                          plan->counts[TOSO_PASTE_CONFLICT]);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
}

static void
show_left_out (TosoPasteWindow *self)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (self->plan->left_out, NULL);
  text = g_strjoinv (" ", (char **) self->plan->left_out->pdata);
  g_ptr_array_set_size (self->plan->left_out, (int) self->plan->left_out->len - 1);
  gtk_label_set_label (GTK_LABEL (self->left_out), text);
  gtk_widget_set_visible (self->left_out, *text != '\0');
}

static void
show_options (TosoPasteWindow *self)
{
  const TosoPastePlan *plan = self->plan;
  g_autofree char     *village = toso_sheet_model_dup_row_name (TOSO_SHEET_MODEL (self->reports), self->row);
  g_autofree char     *order = NULL;
  g_autofree char     *comma = NULL;

  /* Translators: %s is a village */
  order = g_strdup_printf (_ ("No village is named: the _rows are in the order of the villages, from %s on"), village);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->order_check), order);
  gtk_widget_set_visible (self->order_check, plan->by_order);
  gtk_widget_set_visible (self->column_box, !plan->by_titles);
  gtk_widget_set_visible (self->comma_box, plan->ambiguous != NULL);
  if (plan->ambiguous != NULL)
    {
      /* Translators: %s is a number such as 1,234 */
      comma = g_strdup_printf (_ ("The _sign in “%s” parts"), plan->ambiguous);
      gtk_label_set_label (GTK_LABEL (self->comma_label), comma);
    }
  gtk_widget_set_visible (self->replace_check, plan->counts[TOSO_PASTE_CHANGED] > 0);
}

/* In full, what the row of the cursor has room for only in part. */
static void
moved_cb (TosoPasteWindow *self,
          TosoSheet       *sheet)
{
  g_autofree char *words = NULL;
  guint            row, column;

  if (toso_sheet_get_cursor (sheet, &row, &column))
    words = toso_sheet_model_describe (TOSO_SHEET_MODEL (self->model),
                                       row,
                                       toso_sheet_model_get_n_columns (TOSO_SHEET_MODEL (self->model)) - 1);
  gtk_label_set_label (GTK_LABEL (self->line), words);
}

static void
plan_anew (TosoPasteWindow *self)
{
  GError        *error = NULL;
  TosoPastePlan *plan = toso_paste_plan_new (self->session,
                                             self->reports,
                                             self->block,
                                             self->row,
                                             self->column,
                                             (TosoComma) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->comma_drop)),
                                             &error);

  if (plan == NULL)
    {
      /* Said in the window behind; here there is nothing to write. */
      toso_session_take_error (self->session, error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.write", FALSE);
      return;
    }

  toso_paste_model_set (self->model, plan);
  g_clear_pointer (&self->plan, toso_paste_plan_free);
  self->plan = plan;
  show_summary (self);
  show_left_out (self);
  show_options (self);
  show_button (self);
}

static void
option_changed_cb (TosoPasteWindow *self)
{
  if (self->plan != NULL)
    show_button (self);
}

static void
comma_changed_cb (TosoPasteWindow *self)
{
  if (self->plan != NULL)
    plan_anew (self);
}

static void
column_changed_cb (TosoPasteWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->column_drop));

  if (selected >= self->columns->len)
    return;
  self->column = g_array_index (self->columns, guint, selected);
  plan_anew (self);
}

static void
write_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPasteWindow *self = TOSO_PASTE_WINDOW (widget);
  TosoSession     *session = self->session;
  guint            n = toso_paste_plan_count (self->plan, replaces (self));
  g_autofree char *sentence = NULL;
  GError          *error = NULL;

  if (!toso_paste_plan_write (self->plan, session, replaces (self), &error))
    toso_session_take_error (session, error);
  else
    {
      sentence = g_strdup_printf (ngettext ("%u figure was pasted", "%u figures were pasted", n), n);
      toso_session_say (session, sentence, TRUE);
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* --- object --- */

static void
toso_paste_window_dispose (GObject *object)
{
  TosoPasteWindow *self = TOSO_PASTE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->reports);

  G_OBJECT_CLASS (toso_paste_window_parent_class)->dispose (object);
}

static void
toso_paste_window_finalize (GObject *object)
{
  TosoPasteWindow *self = TOSO_PASTE_WINDOW (object);

  g_clear_object (&self->model);
  g_clear_pointer (&self->plan, toso_paste_plan_free);
  g_clear_pointer (&self->block, toso_copied_block_free);
  g_clear_pointer (&self->columns, g_array_unref);

  G_OBJECT_CLASS (toso_paste_window_parent_class)->finalize (object);
}

static void
toso_paste_window_class_init (TosoPasteWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = toso_paste_window_dispose;
  object_class->finalize = toso_paste_window_finalize;

  gtk_widget_class_install_action (widget_class, "paste.write", NULL, write_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, left_out);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, order_check);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, column_box);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, column_drop);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, comma_box);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, comma_label);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, comma_drop);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, replace_check);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, scroll);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, line);
  gtk_widget_class_bind_template_child (widget_class, TosoPasteWindow, write_button);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, comma_changed_cb);
}

static void
toso_paste_window_init (TosoPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  toso_name_drop_down (self->column_drop, _ ("First figure goes to"));
  toso_name_drop_down (self->comma_drop, _ ("What the sign in a number parts"));
}

/* The columns that one types into; the first at or after the cursor's. */
static void
fill_columns (TosoPasteWindow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TosoSheetModel *model = TOSO_SHEET_MODEL (self->reports);
  guint           selected = 0;

  for (guint i = 0; i < toso_sheet_model_get_n_columns (model); i++)
    {
      TosoSheetColumn info;

      toso_sheet_model_get_column (model, i, &info);
      if (info.frozen || info.computed)
        continue;
      if (i < self->column)
        selected = self->columns->len + 1;
      g_array_append_val (self->columns, i);
      gtk_string_list_append (names, info.name);
    }
  selected = MIN (selected, self->columns->len > 0 ? self->columns->len - 1 : 0);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->column_drop), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->column_drop), selected);
  g_signal_connect_object (self->column_drop, "notify::selected", G_CALLBACK (column_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_paste_window_new (GtkWindow        *parent,
                       TosoSession      *session,
                       TosoReportsModel *model,
                       TosoCopiedBlock  *block,
                       guint             row,
                       guint             column)
{
  TosoPasteWindow *self = g_object_new (TOSO_TYPE_PASTE_WINDOW, "transient-for", parent, NULL);
  GtkWidget       *sheet = toso_sheet_new (_ ("What the block would change"));

  self->session = g_object_ref (session);
  self->reports = g_object_ref (model);
  self->block = block;
  self->row = row;
  self->column = column;
  self->model = toso_paste_model_new (model);
  fill_columns (self);
  plan_anew (self);
  g_signal_connect_object (sheet, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  toso_sheet_set_model (TOSO_SHEET (sheet), TOSO_SHEET_MODEL (self->model));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroll), sheet);
  if (self->plan != NULL)
    gtk_widget_grab_focus (self->plan->by_order ? self->order_check : self->write_button);

  return GTK_WIDGET (self);
}
