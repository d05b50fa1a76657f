/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-receive-window.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"

/* Of another paper nearly every line differs; nobody reads them all. */
#define MAX_CHANGES 100

struct _TosoReceiveWindow
{
  GtkWindow parent_instance;

  TosoSession     *session;
  TosoKeptPaper   *paper;
  TosoSignedCheck *check;
  int              number; /* that the register takes; 0: as it is there */
  TosoDate         day;

  GtkWidget *title_label;
  GtkWidget *list;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TosoReceiveWindow, toso_receive_window, GTK_TYPE_WINDOW)

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoReceiveWindow *self = TOSO_RECEIVE_WINDOW (widget);
  TosoOriginal       copy = { .name = self->check->name, .content = self->check->copy };
  g_autofree char   *sentence = NULL;
  GError            *error = NULL;

  if (!toso_year_receive_signed (toso_session_get_year (self->session), self->paper->id, &copy, self->number, self->day, &error))
    toso_session_take_error (self->session, error);
  else
    {
      /* Translators: title of a paper */
      sentence = g_strdup_printf (_ ("The signed copy of “%s” is kept"), self->paper->title);
      toso_session_say (self->session, sentence, TRUE);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
toso_receive_window_finalize (GObject *object)
{
  TosoReceiveWindow *self = TOSO_RECEIVE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->paper, toso_kept_paper_free);
  g_clear_pointer (&self->check, toso_signed_check_free);

  G_OBJECT_CLASS (toso_receive_window_parent_class)->finalize (object);
}

static void
toso_receive_window_class_init (TosoReceiveWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_receive_window_finalize;

  gtk_widget_class_install_action (widget_class, "receive.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-receive-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, done_button);
}

static void
toso_receive_window_init (TosoReceiveWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* --- what was found --- */

static GtkWidget *
add_row (TosoReceiveWindow *self,
         TosoMark           mark,
         const char        *head,
         const char *const *lines)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *view = toso_mark_view_new (mark);
  GtkWidget *list_row = gtk_list_box_row_new ();
  GString   *name = g_string_new (head);

  gtk_widget_add_css_class (view, toso_style_get_mark_class (mark));
  gtk_widget_set_valign (view, GTK_ALIGN_START);
  gtk_widget_set_margin_top (view, 4);
  gtk_box_append (GTK_BOX (box), toso_make_label (head, 0, "strong"));
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gtk_box_append (GTK_BOX (box), toso_make_label (lines[i], 0, "second"));
      g_string_append_printf (name, ". %s", lines[i]);
    }
  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (row), view);
  gtk_box_append (GTK_BOX (row), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), list_row);
  g_string_free (name, TRUE);

  return box;
}

static void
add_signature (TosoReceiveWindow   *self,
               const TosoSignature *signature)
{
  g_autofree char *time = signature->time != 0 ? toso_format_time (signature->time) : NULL;
  /* Translators: who signed a PDF; when, by that computer's clock */
  g_autofree char *signed_at = time != NULL ? g_strdup_printf (_ ("signed %s by the signer’s clock"), time) : NULL;
  const char      *lines[5];
  guint            n = 0;
  TosoMark         mark = TOSO_MARK_CIRCLE;

  if (signature->content == TOSO_CONTENT_ALTERED)
    mark = TOSO_MARK_SQUARE;
  else if (signature->content == TOSO_CONTENT_UNKNOWN || signature->text_changed)
    mark = TOSO_MARK_TRIANGLE;
  if (signed_at != NULL)
    lines[n++] = signed_at;
  lines[n++] = toso_signature_say_content (signature);
  lines[n++] = toso_signature_say_coverage (signature);
  lines[n++] = toso_signature_say_certificate (signature);
  lines[n] = NULL;
  add_row (self, mark, signature->signer != NULL ? signature->signer : _ ("Signer unknown"), lines);
}

static void
add_signatures (TosoReceiveWindow *self)
{
  const char *const lines[] = { _ ("A scan, or a PDF that nobody has signed yet."), NULL };

  for (guint i = 0; i < self->check->signatures->len; i++)
    add_signature (self, self->check->signatures->pdata[i]);
  if (self->check->signatures->len == 0)
    add_row (self, TOSO_MARK_TRIANGLE, _ ("No digital signature in the file"), lines);
}

static char *
describe_number (int         number,
                 const char *symbol,
                 TosoDate    day)
{
  g_autofree char *words = toso_date_is_valid (day) ? toso_date_format_long (day) : g_strdup ("—");

  return number > 0 ? g_strdup_printf (_ ("No. %02d/%s, %s"), number, symbol, words) : g_strdup_printf ("%s, %s", symbol, words);
}

/* The copy's own are what counts: the clerk of the committee may have given
 * others than were written here. */
static void
add_number (TosoReceiveWindow *self)
{
  const TosoPaperMark *mark = &self->check->mark;
  g_autofree char     *known = describe_number (self->paper->number, self->paper->symbol, self->paper->day);
  g_autofree char     *found = NULL;
  g_autofree char     *found_line = NULL;
  g_autofree char     *known_line = NULL;
  const char          *lines[3] = { NULL, NULL, NULL };
  gint64               number = 0;

  if (mark->number == NULL || !g_ascii_string_to_signed (mark->number, 10, 1, G_MAXINT, &number, NULL))
    number = 0;
  /* Translators: number and day of a paper */
  known_line = g_strdup_printf (_ ("in the register: %s"), known);
  if (number == 0 && !toso_date_is_valid (mark->date))
    {
      lines[0] = known_line;
      add_row (self, TOSO_MARK_TRIANGLE, _ ("Number and day could not be read; they stay as in the register"), lines);
      return;
    }
  found = describe_number ((int) number, mark->symbol != NULL ? mark->symbol : "…", mark->date);
  found_line = g_strdup_printf (_ ("on the copy: %s"), found);
  lines[0] = found_line;
  if (mark->symbol != NULL && !g_str_equal (mark->symbol, self->paper->symbol))
    {
      lines[1] = known_line;
      add_row (self, TOSO_MARK_SQUARE, _ ("This may be another paper: its symbol differs"), lines);
      return;
    }
  self->number = (int) number;
  self->day = mark->date;
  if ((number == 0 || number == self->paper->number) &&
      (!toso_date_is_valid (mark->date) || toso_date_compare (mark->date, self->paper->day) == 0))
    {
      add_row (self, TOSO_MARK_CIRCLE, _ ("Number and day as in the register"), lines);
      return;
    }
  lines[1] = known_line;
  add_row (self, TOSO_MARK_TRIANGLE, _ ("The register takes number and day from the copy"), lines);
}

static void
add_text (TosoReceiveWindow *self)
{
  GPtrArray       *changes = self->check->changes;
  g_autofree char *head = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (changes->len, MAX_CHANGES); i++)
    {
      const TosoCopyChange *change = changes->pdata[i];

      /* Translators: page of a PDF; a line of its text that was put in or taken out */
      g_ptr_array_add (lines, g_strdup_printf (change->added ? _ ("page %u: + %s") : _ ("page %u: − %s"), change->page, change->text));
    }
  if (changes->len > MAX_CHANGES)
    {
      guint n_more = changes->len - MAX_CHANGES;

      g_ptr_array_add (lines, g_strdup_printf (ngettext ("and %u more line", "and %u more lines", n_more), n_more));
    }
  g_ptr_array_add (lines, NULL);
  head = changes->len == 0
           ? g_strdup (_ ("The text is that of the exported paper"))
           : g_strdup_printf (ngettext ("%u line differs from the exported paper", "%u lines differ from the exported paper", changes->len),
                              changes->len);
  add_row (self, changes->len == 0 ? TOSO_MARK_CIRCLE : TOSO_MARK_SQUARE, head, (const char *const *) lines->pdata);
}

GtkWidget *
toso_receive_window_new (GtkWindow           *parent,
                         TosoSession         *session,
                         const TosoKeptPaper *paper,
                         TosoSignedCheck     *check)
{
  TosoReceiveWindow *self = g_object_new (TOSO_TYPE_RECEIVE_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->paper = toso_kept_paper_copy (paper);
  self->check = check;
  gtk_label_set_label (GTK_LABEL (self->title_label), paper->title);
  add_signatures (self);
  add_number (self);
  add_text (self);
  gtk_widget_grab_focus (self->done_button);

  return GTK_WIDGET (self);
}
