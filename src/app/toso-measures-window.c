/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-measures-window.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"
#include "core/toso-number.h"
#include "store/toso-year-papers.h"

/* Of a value that was typed; the decree has none finer. */
#define DECIMALS 3

/* No paper is larger, no letter. */
#define LARGEST 1000

typedef struct
{
  const char *id;
  GtkWidget  *entry;
  GtkWidget  *mark;
  GtkWidget  *words;
  double      value;
  gboolean    is_known; /* what is written is a number */
} Row;

struct _TosoMeasuresWindow
{
  GtkWindow parent_instance;

  TosoSession *session;
  GArray      *rows; /* of Row */

  GtkWidget *grid;
  GtkWidget *summary;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TosoMeasuresWindow, toso_measures_window, GTK_TYPE_WINDOW)

static gboolean
read_row (Row *row)
{
  row->is_known = toso_number_parse (gtk_editable_get_text (GTK_EDITABLE (row->entry)), &row->value) == TOSO_NUMBER_OK &&
                  row->value > 0 && row->value <= LARGEST;

  return row->is_known;
}

static void
update_row (const Row         *row,
            const TosoMeasure *measure)
{
  gboolean         is_right = row->is_known && measure->is_right;
  TosoMark         mark = row->is_known ? TOSO_MARK_TRIANGLE : TOSO_MARK_SQUARE;
  g_autofree char *text = NULL;

  /* Translators: what the decree allows; the clause of its Annex I, Part I */
  text = g_strdup_printf (row->is_known ? _ ("%s (%s)") : _ ("a number: %s (%s)"), measure->range, measure->clause);
  gtk_label_set_label (GTK_LABEL (row->words), text);
  toso_mark_view_set_mark (TOSO_MARK_VIEW (row->mark), mark);
  gtk_widget_set_opacity (row->mark, is_right ? 0 : 1);
  for (guint i = 0; i < 2; i++)
    {
      const char *css_class = toso_style_get_mark_class (i == 0 ? TOSO_MARK_TRIANGLE : TOSO_MARK_SQUARE);

      gtk_widget_remove_css_class (row->mark, css_class);
      gtk_widget_remove_css_class (row->words, css_class);
    }
  if (is_right)
    gtk_widget_add_css_class (row->words, "dim");
  else
    {
      gtk_widget_remove_css_class (row->words, "dim");
      gtk_widget_add_css_class (row->mark, toso_style_get_mark_class (mark));
      gtk_widget_add_css_class (row->words, toso_style_get_mark_class (mark));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
update (TosoMeasuresWindow *self)
{
  TosoProfile      profile = TOSO_PROFILE_DECREE_30;
  gboolean         all_known = TRUE;
  guint            n_outside = 0;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) measures = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (read_row (row))
        toso_profile_set_measure (&profile, row->id, row->value);
      all_known = all_known && row->is_known;
    }
  measures = toso_profile_list_measures (&profile);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      update_row (row, measures->pdata[i]);
      n_outside += row->is_known && !((TosoMeasure *) measures->pdata[i])->is_right;
    }
  text = n_outside == 0 ? g_strdup (_ ("All within Decree 30/2020/NĐ-CP."))
                        : g_strdup_printf (ngettext ("%u measure is outside Decree 30/2020/NĐ-CP.", "%u measures are outside Decree 30/2020/NĐ-CP.", n_outside),
                                           n_outside);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measures.done", all_known && !toso_session_is_read_only (self->session));
}

static void
fill (TosoMeasuresWindow *self,
      const TosoProfile  *profile)
{
  g_autoptr (GPtrArray) measures = toso_profile_list_measures (profile);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *text = toso_number_format (((TosoMeasure *) measures->pdata[i])->value, DECIMALS);

      gtk_editable_set_text (GTK_EDITABLE (g_array_index (self->rows, Row, i).entry), text);
    }
  update (self);
}

static void
decree_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  fill (TOSO_MEASURES_WINDOW (widget), &TOSO_PROFILE_DECREE_30);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoMeasuresWindow *self = TOSO_MEASURES_WINDOW (widget);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) defaults = toso_profile_list_measures (&TOSO_PROFILE_DECREE_30);
  GError *error = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (ABS (row->value - ((TosoMeasure *) defaults->pdata[i])->value) > 0.0005)
        g_hash_table_insert (own, g_strdup (row->id), g_memdup2 (&row->value, sizeof row->value));
    }
  if (!toso_year_save_measures (toso_session_get_year (self->session), own, &error))
    toso_session_take_error (self->session, error);
  else
    toso_session_say (self->session, _ ("The measures of the papers are kept"), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
toso_measures_window_finalize (GObject *object)
{
  TosoMeasuresWindow *self = TOSO_MEASURES_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->rows, g_array_unref);

  G_OBJECT_CLASS (toso_measures_window_parent_class)->finalize (object);
}

static void
toso_measures_window_class_init (TosoMeasuresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_measures_window_finalize;

  gtk_widget_class_install_action (widget_class, "measures.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "measures.decree", NULL, decree_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-measures-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoMeasuresWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, TosoMeasuresWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoMeasuresWindow, done_button);
}

static void
toso_measures_window_init (TosoMeasuresWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
}

static void
add_row (TosoMeasuresWindow *self,
         const TosoMeasure  *measure)
{
  GtkGrid         *grid = GTK_GRID (self->grid);
  int              place = (int) self->rows->len;
  g_autofree char *name = toso_make_sentence_start (measure->name);
  g_autofree char *full = g_strdup_printf ("%s, %s", name, measure->unit);
  GtkWidget       *label = toso_make_label (name, 0, NULL);
  Row              row = { .id = measure->id };

  row.entry = gtk_entry_new ();
  row.mark = toso_mark_view_new (TOSO_MARK_TRIANGLE);
  row.words = toso_make_label (NULL, 0, "second figure");
  gtk_editable_set_width_chars (GTK_EDITABLE (row.entry), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (row.entry), 7);
  gtk_editable_set_alignment (GTK_EDITABLE (row.entry), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (row.entry), TRUE);
  gtk_widget_add_css_class (row.entry, "figure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row.entry), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_widget_set_valign (row.mark, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (row.words, TRUE);
  gtk_grid_attach (grid, label, 0, place, 1, 1);
  gtk_grid_attach (grid, row.entry, 1, place, 1, 1);
  gtk_grid_attach (grid, toso_make_label (measure->unit, 0, "dim second"), 2, place, 1, 1);
  gtk_grid_attach (grid, row.mark, 3, place, 1, 1);
  gtk_grid_attach (grid, row.words, 4, place, 1, 1);
  g_array_append_val (self->rows, row);
}

GtkWidget *
toso_measures_window_new (GtkWindow   *parent,
                          TosoSession *session)
{
  TosoMeasuresWindow *self = g_object_new (TOSO_TYPE_MEASURES_WINDOW, "transient-for", parent, NULL);
  TosoProfile         profile = toso_session_get_profile (session);
  g_autoptr (GPtrArray) measures = toso_profile_list_measures (&profile);

  self->session = g_object_ref (session);
  for (guint i = 0; i < measures->len; i++)
    add_row (self, measures->pdata[i]);
  fill (self, &profile);
  for (guint i = 0; i < self->rows->len; i++)
    g_signal_connect_object (g_array_index (self->rows, Row, i).entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (g_array_index (self->rows, Row, 0).entry);

  return GTK_WIDGET (self);
}
