/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-next-year-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "store/toso-year-next.h"

#define SUFFIX ".toso"

struct _TosoNextYearWindow
{
  GtkWindow parent_instance;

  TosoSession *session;

  GtkWidget *head;
  GtkWidget *carried;
  GtkWidget *reset;
  GtkWidget *dropped;
  GtkWidget *days;
  GtkWidget *note;
  GtkWidget *place;
  GtkWidget *name;
  GtkWidget *failure;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TosoNextYearWindow, toso_next_year_window, GTK_TYPE_WINDOW)

/* --- what is shown first --- */

static void
append_line (GtkWidget  *box,
             const char *amount,
             const char *text,
             const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = toso_make_label (text, 0, css_class);

  if (amount != NULL)
    {
      GtkWidget *number = toso_make_label (amount, 1, "figure dim");

      gtk_label_set_width_chars (GTK_LABEL (number), 5);
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), number);
    }
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (box), row);
}

static void
fill_lines (TosoNextYearWindow *self,
            const TosoNextYear *next)
{
  GtkWidget *const boxes[] = { self->carried, self->reset, self->dropped };

  for (guint i = 0; i < next->lines->len; i++)
    {
      const TosoNextLine *line = &g_array_index (next->lines, TosoNextLine, i);
      g_autofree char    *amount = g_strdup_printf ("%u", line->n);

      append_line (boxes[line->treatment], amount, line->title, NULL);
    }
}

static void
fill_days (TosoNextYearWindow *self,
           const TosoNextYear *next)
{
  for (guint i = 0; i < next->days->len; i++)
    {
      const TosoNextDay *day = next->days->pdata[i];
      g_autofree char   *from = toso_date_format_short (day->from);
      g_autofree char   *to = toso_date_format_short (day->to);
      g_autofree char   *text = NULL;

      /* Translators: a task or milestone, its day, the day a year later */
      text = day->moved ? g_strdup_printf (_ ("%s: %s → %s, the next working day"), day->title, from, to)
                        : g_strdup_printf (_ ("%s: %s → %s"), day->title, from, to);
      append_line (self->days, NULL, text, day->moved ? "behind" : NULL);
    }
  gtk_widget_set_visible (self->days, next->days->len > 0);
}

static char *
make_note (const TosoNextYear *next)
{
  g_autofree char *words = g_strdup_printf (ngettext ("The plan’s text gets the new year in %u place: read it before it is signed. ",
                                                      "The plan’s text gets the new year in %u places: read it before it is signed. ",
                                                      next->n_words),
                                            next->n_words);
  g_autofree char *days_off = g_strdup_printf (_ ("The days off of %d are not known yet: enter them under “Holidays” when they are decided."), next->to);

  return g_strconcat (words, next->knows_days_off ? "" : days_off, NULL);
}

/* "ngoc-lien-2026.toso" → "ngoc-lien-2027.toso"; else with the year at its end. */
static char *
make_name (GFile              *file,
           const TosoNextYear *next)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *from = g_strdup_printf ("%d", next->from);
  g_autofree char *to = g_strdup_printf ("%d", next->to);
  GString         *name;

  if (g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  name = g_string_new (base);
  if (g_string_replace (name, from, to, 0) == 0)
    g_string_append_printf (name, "-%s", to);
  g_string_append (name, SUFFIX);

  return g_string_free (name, FALSE);
}

/* --- doing it --- */

static GFile *
get_file (TosoNextYearWindow *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (toso_year_get_file (toso_session_get_year (self->session)));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *full = g_str_has_suffix (name, SUFFIX) ? g_strdup (name) : g_strconcat (name, SUFFIX, NULL);

  return g_file_get_child (folder, full);
}

static void
name_changed_cb (TosoNextYearWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "next.done", *name != '\0' && strpbrk (name, "/\\") == NULL);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoNextYearWindow *self = TOSO_NEXT_YEAR_WINDOW (widget);
  GtkWidget          *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GFile) file = get_file (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) year = toso_year_create_next (toso_session_get_year (self->session), file, &error);
  g_autofree char *uri = g_file_get_uri (file);

  if (year == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->failure), error->message);
      gtk_widget_set_visible (self->failure, TRUE);
      gtk_widget_grab_focus (self->name);
      return;
    }
  toso_year_close (year);
  g_object_ref (self);
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (parent, "win.open-recent", "s", uri);
  g_object_unref (self);
}

/* --- object --- */

static void
toso_next_year_window_dispose (GObject *object)
{
  g_clear_object (&TOSO_NEXT_YEAR_WINDOW (object)->session);

  G_OBJECT_CLASS (toso_next_year_window_parent_class)->dispose (object);
}

static void
toso_next_year_window_class_init (TosoNextYearWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_next_year_window_dispose;
  gtk_widget_class_install_action (widget_class, "next.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-next-year-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, head);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, carried);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, reset);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, dropped);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, days);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, note);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, place);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoNextYearWindow, done_button);
}

static void
toso_next_year_window_init (TosoNextYearWindow *self)
{
  GtkWidget *field;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->name = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), TRUE);
  field = toso_make_field (_ ("_File of the new year, beside the old one"), self->name);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (self->place), field);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_next_year_window_new (GtkWindow   *parent,
                           TosoSession *session,
                           GError     **error)
{
  g_autoptr (TosoNextYear) next = NULL;
  g_autofree char    *head = NULL;
  g_autofree char    *note = NULL;
  g_autofree char    *name = NULL;
  g_autofree char    *label = NULL;
  TosoNextYearWindow *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  next = toso_year_preview_next (toso_session_get_year (session), error);
  if (next == NULL)
    return NULL;

  self = g_object_new (TOSO_TYPE_NEXT_YEAR_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->session = g_object_ref (session);
  /* Translators: the new year, the old one */
  head = g_strdup_printf (_ ("The year %d from the year %d, which stays as it is"), next->to, next->from);
  label = g_strdup_printf (_ ("_Open %d"), next->to);
  note = make_note (next);
  name = make_name (toso_year_get_file (toso_session_get_year (session)), next);
  gtk_label_set_label (GTK_LABEL (self->head), head);
  gtk_label_set_label (GTK_LABEL (self->note), note);
  gtk_button_set_label (GTK_BUTTON (self->done_button), label);
  fill_lines (self, next);
  fill_days (self, next);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  gtk_widget_grab_focus (self->name);

  return GTK_WIDGET (self);
}
