/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-bin-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "store/toso-year-bin.h"

/* More than a person looks through; the newest. */
#define MAX_ROWS 300

struct _TosoBinWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  GPtrArray   *rows;     /* of TosoBinRow */
  gboolean     is_asked; /* whether it is to be for good */

  GtkWidget *words;
  GtkWidget *list;
  GtkWidget *warning;
  GtkWidget *empty_button;
  GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (TosoBinWindow, toso_bin_window, GTK_TYPE_WINDOW)

static void
warn (TosoBinWindow *self,
      const char    *sentence) /* or NULL */
{
  gtk_label_set_label (GTK_LABEL (self->warning), sentence);
  gtk_widget_set_visible (self->warning, sentence != NULL);
}

/* Takes @error. */
static void
warn_of (TosoBinWindow *self,
         GError        *error)
{
  warn (self, error->message);
  g_error_free (error);
}

static void
bring_back_cb (TosoBinWindow *self,
               GtkButton     *button)
{
  guint             index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  const TosoBinRow *row = self->rows->pdata[index];
  g_autofree char  *sentence = NULL;
  GError           *error = NULL;

  warn (self, NULL);
  /* Translators: %s is what a row of a register is called */
  sentence = g_strdup_printf (_ ("Back again: %s"), toso_record_get_name (row->record));
  if (!toso_year_bring_back (toso_session_get_year (self->session), row, &error))
    warn_of (self, error);
  else
    toso_session_say (self->session, sentence, TRUE);
}

static GtkWidget *
make_words (const TosoBinRow *row)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *name = toso_make_label (toso_record_get_name (row->record), 0, NULL);
  g_autofree char *time = toso_format_time (row->time);
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;

  if (row->n_more > 0)
    more = g_strdup_printf (ngettext (" · with %u row of its own", " · with %u rows of its own", row->n_more), row->n_more);
  text = g_strdup_printf ("%s · %s · %s%s", _ (row->record->kind->title), time, row->person, more != NULL ? more : "");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (name);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), toso_make_label (text, 0, "dim second figure"));
  gtk_widget_set_hexpand (box, TRUE);

  return box;
}

static void
set_row (TosoBinWindow    *self,
         guint             index,
         const TosoBinRow *row)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *button = gtk_button_new_with_label (_ ("Bring Back"));
  g_autofree char *name = g_strdup_printf ("%s: %s", _ (row->record->kind->title), toso_record_get_name (row->record));
  /* Translators: %s is what a row of a register is called */
  g_autofree char *label = g_strdup_printf (_ ("Bring back: %s"), toso_record_get_name (row->record));

  gtk_widget_add_css_class (button, "textlink");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !toso_session_is_read_only (self->session));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (bring_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_words (row));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  toso_set_row (self->list, (int) index, box, name, NULL);
}

static void
update_button (TosoBinWindow *self)
{
  g_autofree char *again = g_strdup_printf (ngettext ("_Empty: %u Row for Good", "_Empty: %u Rows for Good", self->rows->len), self->rows->len);

  gtk_button_set_label (GTK_BUTTON (self->empty_button), self->is_asked ? again : _ ("_Empty the Bin…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "bin.empty", self->rows->len > 0 && !toso_session_is_read_only (self->session));
}

static void
update (TosoBinWindow *self)
{
  GPtrArray       *rows;
  GError          *error = NULL;
  guint            n_shown;
  g_autofree char *text = NULL;

  rows = toso_year_list_bin (toso_session_get_year (self->session), &error);
  if (rows == NULL)
    {
      warn_of (self, error);
      rows = g_ptr_array_new ();
    }
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  self->is_asked = FALSE;
  n_shown = MIN (rows->len, MAX_ROWS);
  for (guint i = 0; i < n_shown; i++)
    set_row (self, i, rows->pdata[i]);
  toso_trim_rows (self->list, (int) n_shown);

  if (rows->len == 0)
    text = g_strdup (_ ("The bin is empty. What is removed from a list comes here, and can be brought back."));
  else if (n_shown < rows->len)
    text = g_strdup_printf (_ ("%u rows were removed from the lists; the newest %u:"), rows->len, n_shown);
  else
    text = g_strdup_printf (ngettext ("%u row was removed from the lists:", "%u rows were removed from the lists:", rows->len), rows->len);
  gtk_label_set_label (GTK_LABEL (self->words), text);
  update_button (self);
}

static void
empty_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoBinWindow   *self = TOSO_BIN_WINDOW (widget);
  g_autofree char *sentence = NULL;
  GError          *error = NULL;
  guint            n = 0;

  if (!self->is_asked)
    {
      self->is_asked = TRUE;
      warn (self, _ ("This can't be undone: the rows go from the history too."));
      update_button (self);
      return;
    }

  warn (self, NULL);
  if (!toso_year_empty_bin (toso_session_get_year (self->session), &n, &error))
    {
      warn_of (self, error);
      return;
    }
  sentence = g_strdup_printf (ngettext ("The bin is empty: %u row is gone for good", "The bin is empty: %u rows are gone for good", n), n);
  toso_session_say (self->session, sentence, FALSE);
}

static void
toso_bin_window_finalize (GObject *object)
{
  TosoBinWindow *self = TOSO_BIN_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_bin_window_parent_class)->finalize (object);
}

static void
toso_bin_window_class_init (TosoBinWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_bin_window_finalize;

  gtk_widget_class_install_action (widget_class, "bin.empty", NULL, empty_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-bin-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoBinWindow, words);
  gtk_widget_class_bind_template_child (widget_class, TosoBinWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoBinWindow, warning);
  gtk_widget_class_bind_template_child (widget_class, TosoBinWindow, empty_button);
  gtk_widget_class_bind_template_child (widget_class, TosoBinWindow, close_button);
}

static void
toso_bin_window_init (TosoBinWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_bin_window_new (GtkWindow   *parent,
                     TosoSession *session)
{
  TosoBinWindow *self = g_object_new (TOSO_TYPE_BIN_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_widget_grab_focus (self->close_button);

  return GTK_WIDGET (self);
}
