/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-changes-panel.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-parts.h"

#define MAX_ROWS    4
#define RUN_SECONDS (30 * 60) /* what one does without leaving the desk */

struct _TosoChangesPanel
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *note;
  GtkWidget   *list;
  GtkWidget   *empty;
};

/* Changes of one kind by one person, right after each other: one row. */
typedef struct
{
  const TosoJournalEntry *newest;
  const TosoJournalEntry *oldest;
  guint                   n;
  gboolean                can_undo; /* the newest, as the next step back */
} Run;

G_DEFINE_FINAL_TYPE (TosoChangesPanel, toso_changes_panel, GTK_TYPE_BOX)

static void
set_run (TosoChangesPanel *self,
         int               index,
         const Run        *run,
         TosoDate          today)
{
  const TosoJournalEntry *entry = run->newest;
  GtkWidget              *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char        *moment = toso_format_moment (entry->time, today);
  g_autofree char        *action = g_strdup_printf ("win.show-entry(int64 %" G_GINT64_FORMAT ")", entry->id);
  g_autofree char        *more = g_strdup_printf (ngettext ("and %u more", "and %u more", run->n - 1), run->n - 1);
  g_autofree char        *name = g_strdup_printf (_ ("%s, %s"), entry->title, run->n > 1 ? more : entry->person);
  GtkWidget              *time_label = toso_make_label (moment, 0, "dim figure");
  GtkWidget              *title = toso_make_label (entry->title, 0, entry->undone ? "undone" : NULL);

  gtk_label_set_width_chars (GTK_LABEL (time_label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  toso_add_overflow_tooltip (title);
  gtk_box_append (GTK_BOX (row), time_label);
  gtk_box_append (GTK_BOX (row), title);
  if (run->n > 1)
    gtk_box_append (GTK_BOX (row), toso_make_label (more, 1, "dim second"));
  gtk_box_append (GTK_BOX (row), run->can_undo ? toso_make_link (_ ("Undo"), "win.undo") : toso_make_link (_ ("View"), action));
  gtk_widget_set_margin_top (row, 5);
  gtk_widget_set_margin_bottom (row, 5);
  toso_set_row (self->list, index, row, name, action);
}

/* The verb that a journal's sentence begins with. */
static gboolean
have_same_verb (const char *a,
                const char *b)
{
  gsize length = strcspn (a, " ");

  return length == strcspn (b, " ") && strncmp (a, b, length) == 0;
}

static gboolean
goes_on (const Run              *run,
         const TosoJournalEntry *entry)
{
  return run->oldest->time - entry->time <= RUN_SECONDS && run->oldest->undone == entry->undone &&
         run->oldest->is_step && entry->is_step &&
         g_str_equal (run->oldest->person, entry->person) && have_same_verb (run->oldest->title, entry->title);
}

static void
update (TosoChangesPanel *self)
{
  GPtrArray *journal = toso_session_get_journal (self->session);
  TosoDate   today = toso_date_today ();
  TosoDate   yesterday = toso_date_add_days (today, -1);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autofree char *note = NULL;
  gboolean         found_undo = !toso_year_can_undo (toso_session_get_year (self->session));
  guint            n_changes = 0;

  for (guint i = 0; i < journal->len; i++)
    {
      const TosoJournalEntry *entry = journal->pdata[i];
      Run                    *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
      Run                     run = { entry, entry, 1, !found_undo && !entry->undone && entry->is_step };

      if (toso_date_compare (toso_date_from_unix (entry->time), yesterday) < 0)
        break;
      found_undo = found_undo || run.can_undo;
      n_changes++;
      if (last != NULL && goes_on (last, entry))
        {
          last->oldest = entry;
          last->n++;
        }
      else
        g_array_append_val (runs, run);
    }
  for (guint i = 0; i < runs->len && i < MAX_ROWS; i++)
    set_run (self, i, &g_array_index (runs, Run, i), today);
  toso_trim_rows (self->list, MIN (runs->len, MAX_ROWS));

  note = g_strdup_printf (ngettext ("%u change", "%u changes", n_changes), n_changes);
  gtk_label_set_label (GTK_LABEL (self->note), n_changes > 0 ? note : NULL);
  gtk_widget_set_visible (self->empty, n_changes == 0);
}

static void
toso_changes_panel_dispose (GObject *object)
{
  TosoChangesPanel *self = TOSO_CHANGES_PANEL (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_changes_panel_parent_class)->dispose (object);
}

static void
toso_changes_panel_class_init (TosoChangesPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_changes_panel_dispose;
}

static void
toso_changes_panel_init (TosoChangesPanel *self)
{
  GtkWidget *head = toso_make_section_head (_ ("Changes since yesterday"), NULL, &self->note);
  GtkWidget *journal = toso_make_link (_ ("Open the journal"), "win.show-page('journal')");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  toso_add_css_classes (head, "section-rule padded");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (toso_row_activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Changes since yesterday"),
                                  -1);
  self->empty = toso_make_label (_ ("Nothing was changed since yesterday."), 0, "dim");
  gtk_widget_set_margin_top (self->empty, 9);
  gtk_widget_set_halign (journal, GTK_ALIGN_START);
  gtk_widget_set_margin_top (journal, 6);

  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->empty);
  gtk_box_append (GTK_BOX (self), journal);
}

GtkWidget *
toso_changes_panel_new (TosoSession *session)
{
  TosoChangesPanel *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_CHANGES_PANEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
