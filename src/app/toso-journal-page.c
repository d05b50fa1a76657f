/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-journal-page.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "core/toso-text.h"

/* More rows than a person reads; older ones are found by the filter. */
#define MAX_ROWS 200

struct _TosoJournalPage
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *summary;
  GtkWidget   *search;
  GtkWidget   *list;
  GtkWidget   *empty;
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoJournalPage, toso_journal_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

/* --- rows --- */

static void
undo_cb (TosoJournalPage *self,
         GtkButton       *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "entry");

  toso_session_undo_to (self->session, *id);
}

static GtkWidget *
make_undo (TosoJournalPage        *self,
           const TosoJournalEntry *entry,
           gboolean                is_newest)
{
  GtkWidget       *button = gtk_button_new_with_label (is_newest ? _ ("Undo") : _ ("Undo back to here"));
  g_autofree char *name = NULL;

  /* Translators: %s is the sentence of a journal entry */
  name = g_strdup_printf (is_newest ? _ ("Undo: %s") : _ ("Undo back to and including: %s"), entry->title);
  gtk_widget_add_css_class (button, "textlink");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "entry", g_memdup2 (&entry->id, sizeof entry->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_words (const TosoJournalEntry *entry)
{
  GtkWidget       *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget       *title = toso_make_label (entry->title, 0, entry->undone ? "undone" : NULL);
  g_autofree char *reason = NULL;

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  if (*entry->reason != '\0')
    {
      GtkWidget *label;

      reason = g_strdup_printf (_ ("Reason: %s"), entry->reason);
      label = toso_make_label (reason, 0, "dim second");
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (words), label);
    }

  return words;
}

static void
set_entry (TosoJournalPage        *self,
           int                     index,
           const TosoJournalEntry *entry,
           gboolean                can_undo,
           gboolean                is_newest)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *time = toso_format_time (entry->time);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", time, entry->person, entry->title);
  GtkWidget       *time_label = toso_make_label (time, 0, "dim figure second");
  GtkWidget       *person = toso_make_label (entry->person, 0, "dim second");

  gtk_label_set_width_chars (GTK_LABEL (time_label), 16);
  gtk_label_set_width_chars (GTK_LABEL (person), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (person), 16);
  gtk_label_set_ellipsize (GTK_LABEL (person), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (time_label, GTK_ALIGN_START);
  gtk_widget_set_valign (person, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), time_label);
  gtk_box_append (GTK_BOX (row), person);
  gtk_box_append (GTK_BOX (row), make_words (entry));
  if (entry->undone)
    gtk_box_append (GTK_BOX (row), toso_make_label (_ ("undone"), 1, "dim second"));
  else if (can_undo && entry->is_step)
    gtk_box_append (GTK_BOX (row), make_undo (self, entry, is_newest));
  gtk_widget_set_margin_top (row, 7);
  gtk_widget_set_margin_bottom (row, 7);
  gtk_widget_set_margin_start (row, 18);
  gtk_widget_set_margin_end (row, 18);
  toso_set_row (self->list, index, row, name, NULL);
}

static gboolean
matches (const TosoJournalEntry *entry,
         const char             *needle)
{
  return *needle == '\0' || toso_text_matches (entry->title, needle) || toso_text_matches (entry->person, needle) || toso_text_matches (entry->reason, needle);
}

static void
update (TosoJournalPage *self)
{
  GPtrArray       *journal = toso_session_get_journal (self->session);
  const char      *needle = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean         can_undo = toso_year_can_undo (toso_session_get_year (self->session));
  gboolean         is_newest = TRUE;
  int              n_rows = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < journal->len && n_rows < MAX_ROWS; i++)
    {
      const TosoJournalEntry *entry = journal->pdata[i];

      if (matches (entry, needle))
        set_entry (self, n_rows++, entry, can_undo, is_newest && !entry->undone);
      if (!entry->undone && entry->is_step)
        is_newest = FALSE;
    }
  toso_trim_rows (self->list, n_rows);

  text = g_strdup_printf (ngettext ("%u change", "%u changes", journal->len), journal->len);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       journal->len == 0 ? _ ("Changes belong here: who changed what, and when. Nothing was changed yet.")
                                         : _ ("No change has these words."));
  gtk_widget_set_visible (self->empty, n_rows == 0);
  gtk_widget_set_visible (self->list, n_rows > 0);
}

/* Rows stand as the entries do, once no filter is set. */
static void
toso_journal_page_reveal (TosoPage        *page,
                          const TosoPlace *place)
{
  TosoJournalPage *self = TOSO_JOURNAL_PAGE (page);
  GPtrArray       *journal = toso_session_get_journal (self->session);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update (self);
  for (guint i = 0; i < journal->len && i < MAX_ROWS; i++)
    if (((const TosoJournalEntry *) journal->pdata[i])->id == place->id)
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)));
}

static void
toso_journal_page_find (TosoPage *page)
{
  gtk_widget_grab_focus (TOSO_JOURNAL_PAGE (page)->search);
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->reveal = toso_journal_page_reveal;
  iface->find = toso_journal_page_find;
}

static void
toso_journal_page_dispose (GObject *object)
{
  TosoJournalPage *self = TOSO_JOURNAL_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_journal_page_parent_class)->dispose (object);
}

static void
toso_journal_page_class_init (TosoJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_journal_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoJournalPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoJournalPage, search);
  gtk_widget_class_bind_template_child (widget_class, TosoJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, TosoJournalPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
toso_journal_page_init (TosoJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_journal_page_new (TosoSession *session)
{
  TosoJournalPage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_JOURNAL_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
