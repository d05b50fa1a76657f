/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-receive-window.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-number-fields.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"
#include "core/toso-number.h"

/* Of another paper nearly every line differs; nobody reads them all. */
#define MAX_CHANGES 100

struct _TosoReceiveWindow
{
  GtkWindow parent_instance;

  TosoSession     *session;
  TosoDraft       *draft;
  TosoSignedCheck *check;
  int              number; /* that the register takes; 0: as it is there */
  TosoDate         day;

  GtkWidget *title_label;
  GtkWidget *list;
  GtkWidget *fields; /* of a paper that it issues */
  GtkWidget *failure;
  GtkWidget *done_button;
};

enum {
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoReceiveWindow, toso_receive_window, GTK_TYPE_WINDOW)

static const TosoKeptPaper *
get_paper (TosoReceiveWindow *self)
{
  return toso_draft_get_kept (self->draft);
}

static void
fields_changed_cb (TosoReceiveWindow *self)
{
  int      number;
  TosoDate day;

  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receive.done",
                                 toso_number_fields_read (TOSO_NUMBER_FIELDS (self->fields), &number, &day));
}

/* @sentence: what was done. */
static gboolean
issue (TosoReceiveWindow  *self,
       const TosoOriginal *copy,
       char              **sentence,
       GError            **error)
{
  int      number;
  TosoDate day;

  if (!toso_number_fields_read (TOSO_NUMBER_FIELDS (self->fields), &number, &day) ||
      !toso_draft_issue_signed (self->draft, number, day, copy, error))
    return FALSE;
  /* Translators: number and symbol of a paper */
  *sentence = g_strdup_printf (_ ("The paper was issued as %02d/%s; its signed copy is kept"), number, get_paper (self)->symbol);

  return TRUE;
}

static gboolean
receive (TosoReceiveWindow  *self,
         const TosoOriginal *copy,
         char              **sentence,
         GError            **error)
{
  if (!toso_year_receive_signed (toso_session_get_year (self->session), get_paper (self)->id, copy, self->number, self->day, error))
    return FALSE;
  /* Translators: title of a paper */
  *sentence = g_strdup_printf (_ ("The signed copy of “%s” is kept"), get_paper (self)->title);

  return TRUE;
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoReceiveWindow *self = TOSO_RECEIVE_WINDOW (widget);
  gboolean           is_draft = !toso_draft_is_issued (self->draft);
  TosoOriginal       copy = { .name = self->check->name, .content = self->check->copy };
  g_autofree char   *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (is_draft ? issue (self, &copy, &sentence, &error) : receive (self, &copy, &sentence, &error))
    {
      toso_session_say (self->session, sentence, TRUE);
      g_signal_emit (self, signals[KEPT], 0, get_paper (self)->id);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  if (error == NULL)
    return;
  gtk_label_set_label (GTK_LABEL (self->failure), error->message);
  gtk_widget_set_visible (self->failure, TRUE);
  if (is_draft)
    gtk_widget_grab_focus (self->fields);
}

static void
toso_receive_window_finalize (GObject *object)
{
  TosoReceiveWindow *self = TOSO_RECEIVE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->check, toso_signed_check_free);

  G_OBJECT_CLASS (toso_receive_window_parent_class)->finalize (object);
}

static void
toso_receive_window_class_init (TosoReceiveWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_receive_window_finalize;

  signals[KEPT] = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (TOSO_TYPE_NUMBER_FIELDS);
  gtk_widget_class_install_action (widget_class, "receive.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-receive-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoReceiveWindow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, fields_changed_cb);
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
  g_autofree char *words = toso_date_is_valid (day) ? toso_date_format_long (day) : g_strdup (TOSO_MISSING);

  return number > 0 ? g_strdup_printf (_ ("No. %02d/%s, %s"), number, symbol, words) : g_strdup_printf ("%s, %s", symbol, words);
}

static gboolean
has_other_symbol (TosoReceiveWindow *self)
{
  const char *symbol = self->check->mark.symbol;

  return symbol != NULL && !g_str_equal (symbol, get_paper (self)->symbol);
}

static char *
describe_found (TosoReceiveWindow *self)
{
  const TosoPaperMark *mark = &self->check->mark;
  g_autofree char     *found = describe_number (toso_signed_check_get_number (self->check), mark->symbol != NULL ? mark->symbol : "…", mark->date);

  return g_strdup_printf (_ ("on the copy: %s"), found);
}

/* The copy's own are what counts: the clerk of the committee may have given
 * others than were written here. */
static void
add_number (TosoReceiveWindow *self)
{
  const TosoKeptPaper *paper = get_paper (self);
  const TosoPaperMark *mark = &self->check->mark;
  g_autofree char     *known = describe_number (paper->number, paper->symbol, paper->day);
  g_autofree char     *found_line = describe_found (self);
  /* Translators: number and day of a paper */
  g_autofree char *known_line = g_strdup_printf (_ ("in the register: %s"), known);
  const char      *lines[3] = { found_line, NULL, NULL };
  int              number = toso_signed_check_get_number (self->check);

  if (number == 0 && !toso_date_is_valid (mark->date))
    {
      lines[0] = known_line;
      add_row (self, TOSO_MARK_TRIANGLE, _ ("Number and day could not be read; they stay as in the register"), lines);
      return;
    }
  if (has_other_symbol (self))
    {
      lines[1] = known_line;
      add_row (self, TOSO_MARK_SQUARE, _ ("This may be another paper: its symbol differs"), lines);
      return;
    }
  self->number = number;
  self->day = mark->date;
  if ((number == 0 || number == paper->number) &&
      (!toso_date_is_valid (mark->date) || toso_date_compare (mark->date, paper->day) == 0))
    {
      add_row (self, TOSO_MARK_CIRCLE, _ ("Number and day as in the register"), lines);
      return;
    }
  lines[1] = known_line;
  add_row (self, TOSO_MARK_TRIANGLE, _ ("The register takes number and day from the copy"), lines);
}

/* Of a paper that was issued elsewhere, on its way to whoever signs: what cannot
 * be read is given by hand, never proposed. */
static void
propose_number (TosoReceiveWindow *self)
{
  const TosoDate   none = { 0 };
  const char      *symbol = get_paper (self)->symbol;
  g_autofree char *found_line = describe_found (self);
  const char      *lines[2] = { found_line, NULL };
  gboolean         is_other = has_other_symbol (self);
  int              number = is_other ? 0 : toso_signed_check_get_number (self->check);
  TosoDate         day = is_other ? none : self->check->mark.date;

  if (is_other)
    add_row (self, TOSO_MARK_SQUARE, _ ("This may be another paper: its symbol differs"), lines);
  else if (number > 0 && toso_date_is_valid (day))
    add_row (self, TOSO_MARK_CIRCLE, _ ("The paper is issued under number and day of the copy"), lines);
  else
    add_row (self, TOSO_MARK_TRIANGLE, _ ("Number and day cannot be read in full: give those of the copy"), lines);
  toso_number_fields_set (TOSO_NUMBER_FIELDS (self->fields), symbol, number, day);
}

static void
add_text (TosoReceiveWindow *self)
{
  GPtrArray       *changes = self->check->changes;
  gboolean         is_draft = !toso_draft_is_issued (self->draft);
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
  if (changes->len == 0)
    head = g_strdup (is_draft ? _ ("The text is that of the paper as it is here") : _ ("The text is that of the exported paper"));
  else
    head = g_strdup_printf (is_draft ? ngettext ("%u line differs from the paper as it is here", "%u lines differ from the paper as it is here", changes->len)
                                     : ngettext ("%u line differs from the exported paper", "%u lines differ from the exported paper", changes->len),
                            changes->len);
  add_row (self, changes->len == 0 ? TOSO_MARK_CIRCLE : TOSO_MARK_SQUARE, head, (const char *const *) lines->pdata);
}

GtkWidget *
toso_receive_window_new (GtkWindow       *parent,
                         TosoSession     *session,
                         TosoDraft       *draft,
                         TosoSignedCheck *check)
{
  TosoReceiveWindow *self = g_object_new (TOSO_TYPE_RECEIVE_WINDOW, "transient-for", parent, NULL);
  gboolean           is_draft = !toso_draft_is_issued (draft);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  self->check = check;
  gtk_label_set_label (GTK_LABEL (self->title_label), get_paper (self)->title);
  gtk_widget_set_visible (self->fields, is_draft);
  add_signatures (self);
  if (is_draft)
    {
      gtk_button_set_label (GTK_BUTTON (self->done_button), _ ("_Issue and Keep the Copy"));
      propose_number (self);
    }
  else
    {
      add_number (self);
    }
  add_text (self);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->done_button) ? self->done_button : self->fields);

  return GTK_WIDGET (self);
}
