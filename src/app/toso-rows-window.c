/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-rows-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "store/toso-year-register.h"

struct _TosoRowsWindow
{
  GtkWindow parent_instance;

  TosoSession        *session;
  const TosoRegister *kind;
  TosoPastedRows     *rows;

  GtkWidget *words;
  GtkWidget *doubles; /* whether these are kept too */
  GtkWidget *list;
  GtkWidget *error;
  GtkWidget *keep_button;
};

G_DEFINE_FINAL_TYPE (TosoRowsWindow, toso_rows_window, GTK_TYPE_WINDOW)

static guint
count_kept (TosoRowsWindow *self)
{
  return self->rows->records->len +
         (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->doubles)) ? self->rows->doubles->len : 0);
}

static void
update (TosoRowsWindow *self)
{
  guint            n = count_kept (self);
  g_autofree char *label = g_strdup_printf (ngettext ("_Keep %u Row", "_Keep %u Rows", n), n);

  gtk_button_set_label (GTK_BUTTON (self->keep_button), label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.keep", n > 0);
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoRowsWindow *self = TOSO_ROWS_WINDOW (widget);
  guint           n = count_kept (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("Paste %u row into “%s”", "Paste %u rows into “%s”", n), n, _ (self->kind->title));
  g_autofree char *sentence = g_strdup_printf (ngettext ("%u row pasted", "%u rows pasted", n), n);
  GError          *error = NULL;

  g_ptr_array_extend (records, self->rows->records, NULL, NULL);
  if (n > self->rows->records->len)
    g_ptr_array_extend (records, self->rows->doubles, NULL, NULL);
  if (!toso_year_save_records (toso_session_get_year (self->session), records, title, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->error), error->message);
      gtk_widget_set_visible (self->error, TRUE);
      g_error_free (error);
      return;
    }
  toso_session_say (self->session, sentence, TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
toso_rows_window_finalize (GObject *object)
{
  TosoRowsWindow *self = TOSO_ROWS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, toso_pasted_rows_free);

  G_OBJECT_CLASS (toso_rows_window_parent_class)->finalize (object);
}

static void
toso_rows_window_class_init (TosoRowsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_rows_window_finalize;
  gtk_widget_class_install_action (widget_class, "rows.keep", NULL, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_buttons (TosoRowsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->keep_button = gtk_button_new_with_mnemonic ("");
  gtk_widget_add_css_class (self->keep_button, "primary");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->keep_button), "rows.keep");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->keep_button);

  return box;
}

static void
toso_rows_window_init (TosoRowsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->words = toso_make_label (NULL, 0, NULL);
  self->doubles = gtk_check_button_new ();
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->error = toso_make_label (NULL, 0, "field-error");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->doubles);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_window_set_titlebar (GTK_WINDOW (self), gtk_header_bar_new ());
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 420);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Paste Rows"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "toso");
  g_signal_connect_object (self->doubles, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
add_problem (TosoRowsWindow *self,
             const char     *sentence)
{
  GtkWidget *label = toso_make_label (sentence, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->list), label);
}

GtkWidget *
toso_rows_window_new (GtkWindow          *parent,
                      TosoSession        *session,
                      const TosoRegister *kind,
                      TosoPastedRows     *rows)
{
  TosoRowsWindow  *self = g_object_new (TOSO_TYPE_ROWS_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);
  g_autofree char *words = NULL;
  g_autofree char *asked = NULL;

  self->session = g_object_ref (session);
  self->kind = kind;
  self->rows = rows;
  words = g_strdup_printf (_ ("“%s”: %u new, %u there already just so, %u that cannot be kept."), _ (kind->title), rows->records->len,
                           rows->n_same, rows->problems->len);
  asked = g_strdup_printf (ngettext ("Keep %u more, whose name is there already", "Keep %u more, whose names are there already", rows->doubles->len),
                           rows->doubles->len);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->doubles), asked);
  gtk_widget_set_visible (self->doubles, rows->doubles->len > 0);
  for (guint i = 0; i < rows->problems->len; i++)
    add_problem (self, rows->problems->pdata[i]);
  update (self);
  gtk_widget_grab_focus (self->keep_button);

  return GTK_WIDGET (self);
}
