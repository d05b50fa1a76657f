/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-changes-panel.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

#define MAX_ROWS 4

struct _TosoChangesPanel
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *note;
  GtkWidget   *list;
  GtkWidget   *empty;
};

G_DEFINE_FINAL_TYPE (TosoChangesPanel, toso_changes_panel, GTK_TYPE_BOX)

static void
set_entry (TosoChangesPanel       *self,
           int                     index,
           const TosoJournalEntry *entry,
           TosoDate                today,
           gboolean                can_undo)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *moment = toso_format_moment (entry->time, today);
  GtkWidget       *time_label = toso_make_label (moment, 0, "dim figure");
  GtkWidget       *title = toso_make_label (entry->title, 0, entry->undone ? "undone" : NULL);

  gtk_label_set_width_chars (GTK_LABEL (time_label), 6);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  toso_add_overflow_tooltip (title);
  gtk_box_append (GTK_BOX (row), time_label);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row),
                  can_undo ? toso_make_link (_ ("Undo"), "win.undo")
                           : toso_make_link (_ ("View"), "win.show-page('journal')"));
  gtk_widget_set_margin_top (row, 5);
  gtk_widget_set_margin_bottom (row, 5);
  toso_set_row (self->list, index, row, entry->title, "win.show-page('journal')");
}

static void
update (TosoChangesPanel *self)
{
  GPtrArray       *journal = toso_session_get_journal (self->session);
  TosoDate         today = toso_date_today ();
  TosoDate         yesterday = toso_date_add_days (today, -1);
  g_autofree char *note = NULL;
  gboolean         found_undo = !toso_year_can_undo (toso_session_get_year (self->session));
  guint            n_changes = 0;

  for (guint i = 0; i < journal->len; i++)
    {
      const TosoJournalEntry *entry = journal->pdata[i];
      gboolean                can_undo = !found_undo && !entry->undone && entry->is_step;

      if (toso_date_compare (toso_date_from_unix (entry->time), yesterday) < 0)
        break;
      found_undo = found_undo || can_undo;
      if (n_changes < MAX_ROWS)
        set_entry (self, n_changes, entry, today, can_undo);
      n_changes++;
    }

  toso_trim_rows (self->list, MIN (n_changes, MAX_ROWS));

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
