/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-coverage-panel.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-tiles-view.h"

/* So many names fit the column; the rest is behind the tooltip. */
#define MAX_NAMES 6

struct _TosoCoveragePanel
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *title;
  GtkWidget   *range;
  GtkWidget   *big_figure;
  GtkWidget   *big_words;
  GtkWidget   *tiles;
  GtkWidget   *with_count;
  GtkWidget   *with_words;
  GtkWidget   *without_row;
  GtkWidget   *without_count;
  GtkWidget   *without_names;
  GtkWidget   *enter_button;
  GtkWidget   *remind_button;
};

G_DEFINE_FINAL_TYPE (TosoCoveragePanel, toso_coverage_panel, GTK_TYPE_BOX)

/* Ids of the villages that gave any figure in the period looked at. */
static GHashTable *
find_reporting (TosoCoveragePanel *self)
{
  g_autoptr (GPtrArray) measurements = NULL;
  GHashTable *villages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  TosoPeriod  period = toso_session_get_period (self->session);
  GError     *error = NULL;

  measurements = toso_year_list_measurements (toso_session_get_year (self->session), 0, &error);
  if (measurements == NULL)
    {
      toso_session_take_error (self->session, error);
      return villages;
    }

  for (guint i = 0; i < measurements->len; i++)
    {
      const TosoMeasurement *m = measurements->pdata[i];

      if (m->village_id != 0 && m->numerator.known && toso_period_contains (period, m->period))
        g_hash_table_add (villages, g_memdup2 (&m->village_id, sizeof m->village_id));
    }

  return villages;
}

static void
update_head (TosoCoveragePanel *self)
{
  TosoPeriod       period = toso_session_get_period (self->session);
  g_autofree char *name = toso_period_screen_title (period);
  g_autofree char *first_letter = g_utf8_substring (name, 0, 1);
  g_autofree char *lower = g_utf8_strdown (first_letter, -1);
  g_autofree char *in_sentence = g_strconcat (lower, g_utf8_next_char (name), NULL);
  g_autofree char *title = NULL;
  g_autofree char *range = NULL;
  TosoDate         first, last;

  /* Translators: %s is a period, "tháng 3/2026" */
  title = g_strdup_printf (_ ("Figures of %s"), in_sentence);
  toso_session_get_period_range (self->session, period, &first, &last);
  range = toso_format_range (first, last);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->range), range);
}

static void
update_rows (TosoCoveragePanel *self,
             guint              n_with,
             GPtrArray         *missing)
{
  g_autofree char *with = g_strdup_printf ("%u", n_with);
  g_autofree char *without = g_strdup_printf ("%u", missing->len);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  guint lines = CLAMP ((missing->len + 1) / 2, 1, MAX_NAMES / 2);

  for (guint i = 0; i < missing->len; i++)
    {
      if (i < MAX_NAMES)
        g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) missing->pdata[i]);
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", (char *) missing->pdata[i]);
    }
  if (missing->len > MAX_NAMES)
    g_string_append (names, "…");

  gtk_label_set_label (GTK_LABEL (self->with_count), with);
  gtk_label_set_label (GTK_LABEL (self->without_count), without);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->without_names), names->str);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->without_names), lines);
  gtk_inscription_set_nat_lines (GTK_INSCRIPTION (self->without_names), lines);
  gtk_widget_set_tooltip_text (self->without_names, all->str);
}

static void
update (TosoCoveragePanel *self)
{
  g_autoptr (GHashTable) reporting = find_reporting (self);
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  GPtrArray       *villages = toso_session_get_villages (self->session);
  g_autofree char *figure = NULL;
  g_autofree char *sentence = NULL;
  GPtrArray       *results = toso_session_get_results (self->session);

  update_head (self);
  toso_tiles_view_clear (TOSO_TILES_VIEW (self->tiles));
  for (guint i = 0; i < villages->len; i++)
    {
      const TosoVillage *village = villages->pdata[i];
      gboolean           has = g_hash_table_contains (reporting, &village->id);

      toso_tiles_view_add (TOSO_TILES_VIEW (self->tiles), village->name, has ? TOSO_MARK_CIRCLE : TOSO_MARK_NONE);
      if (!has)
        g_ptr_array_add (missing, village->name);
    }

  figure = g_strdup_printf ("%u/%u", villages->len - missing->len, villages->len);
  gtk_label_set_label (GTK_LABEL (self->big_figure), figure);
  /* Translators: %s is "38/41" */
  sentence = g_strdup_printf (_ ("%s villages have figures"), figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tiles), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  update_rows (self, villages->len - missing->len, missing);

  gtk_widget_set_visible (self->remind_button, missing->len > 0);
  gtk_widget_set_sensitive (self->enter_button,
                            results->len > 0 && !toso_session_is_read_only (self->session));
  if (results->len > 0)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->enter_button),
                                      "x",
                                      ((const TosoTargetResult *) results->pdata[0])->target->id);
}

static GtkWidget *
make_row (TosoMark    mark,
          const char *word,
          const char *css_class,
          GtkWidget **count,
          GtkWidget **rest)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark_view = toso_mark_view_new (mark);
  GtkWidget *word_label = toso_make_label (word, 0, css_class);

  *count = toso_make_label (NULL, 0, "strong figure");
  *rest = gtk_inscription_new (NULL);
  toso_add_css_classes (*rest, "dim second");
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (*rest), 10);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (*rest), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_yalign (GTK_INSCRIPTION (*rest), 0);
  gtk_label_set_width_chars (GTK_LABEL (word_label), 13);
  gtk_label_set_width_chars (GTK_LABEL (*count), 3);
  gtk_widget_set_hexpand (*rest, TRUE);
  gtk_widget_set_valign (mark_view, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark_view, 4);
  gtk_widget_set_valign (word_label, GTK_ALIGN_START);
  gtk_widget_set_valign (*count, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), mark_view);
  gtk_box_append (GTK_BOX (row), word_label);
  gtk_box_append (GTK_BOX (row), *count);
  gtk_box_append (GTK_BOX (row), *rest);
  toso_add_css_classes (row, "section-rule padded");

  return row;
}

static GtkWidget *
make_buttons (TosoCoveragePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *open = gtk_button_new_with_mnemonic (_ ("Open the _Targets"));

  self->enter_button = gtk_button_new_with_mnemonic (_ ("_Enter Figures"));
  gtk_widget_add_css_class (self->enter_button, "primary");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->enter_button), "win.enter-figure");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->enter_button), "x", (gint64) 0);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (open), "win.show-page('targets')");
  gtk_box_append (GTK_BOX (box), self->enter_button);
  gtk_box_append (GTK_BOX (box), open);
  gtk_widget_set_margin_top (box, 12);

  return box;
}

static void
toso_coverage_panel_dispose (GObject *object)
{
  TosoCoveragePanel *self = TOSO_COVERAGE_PANEL (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_coverage_panel_parent_class)->dispose (object);
}

static void
toso_coverage_panel_class_init (TosoCoveragePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_coverage_panel_dispose;
}

static void
toso_coverage_panel_init (TosoCoveragePanel *self)
{
  GtkWidget *big = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), toso_make_section_head (NULL, &self->title, &self->range));

  self->big_figure = toso_make_label (NULL, 0, "big-figure figure");
  self->big_words = toso_make_label (_ ("villages have figures"), 0, "big-words");
  gtk_widget_set_valign (self->big_figure, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (self->big_words, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (big), self->big_figure);
  gtk_box_append (GTK_BOX (big), self->big_words);
  gtk_widget_set_margin_top (big, 6);
  gtk_widget_set_margin_bottom (big, 6);
  gtk_box_append (GTK_BOX (self), big);

  self->tiles = toso_tiles_view_new ();
  gtk_widget_set_margin_bottom (self->tiles, 9);
  gtk_widget_set_halign (self->tiles, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->tiles);

  gtk_box_append (GTK_BOX (self), make_row (TOSO_MARK_CIRCLE, _ ("With figures"), "met", &self->with_count, &self->with_words));
  self->without_row = make_row (TOSO_MARK_NONE, _ ("No figures yet"), "dim", &self->without_count, &self->without_names);
  gtk_box_append (GTK_BOX (self), self->without_row);
  self->remind_button = toso_make_link (_ ("Remind the villages…"), "win.show-paper('reminder')");
  gtk_widget_set_halign (self->remind_button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->remind_button, 9);
  gtk_box_append (GTK_BOX (self), make_buttons (self));
  gtk_box_append (GTK_BOX (self), self->remind_button);
}

GtkWidget *
toso_coverage_panel_new (TosoSession *session)
{
  TosoCoveragePanel *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_COVERAGE_PANEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
