/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-coverage-panel.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-names-view.h"
#include "app/toso-parts.h"
#include "app/toso-standing.h"
#include "app/toso-style.h"
#include "app/toso-tiles-view.h"

/* More would push the rest out of sight. */
#define MAX_TILES 84

/* A line of the panel: how many villages stand so, and which. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *count;
  GtkWidget *names; /* TosoNamesView; or what is said instead, a label */
} Line;

struct _TosoCoveragePanel
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *title;
  GtkWidget   *due;
  GtkWidget   *big;
  GtkWidget   *big_figure;
  GtkWidget   *tiles;
  Line         lines[TOSO_N_STANDINGS];
  GtkWidget   *empty;
  GtkWidget   *table_button;
  GtkWidget   *remind_button;
  GtkWidget   *villages_button;
};

G_DEFINE_FINAL_TYPE (TosoCoveragePanel, toso_coverage_panel, GTK_TYPE_BOX)

/* --- following the session --- */

/* "hạn 17/3 · 15/2–14/3" */
static char *
format_days (const TosoReportPeriod *period)
{
  g_autofree char *range = toso_format_range (period->first, period->last);
  g_autofree char *day = g_strdup_printf ("%d/%d", period->village_due.day, period->village_due.month);
  g_autofree char *due = NULL;

  if (period->locked)
    due = g_strdup (C_ ("period", "locked"));
  else if (!toso_date_is_valid (period->village_due))
    due = g_strdup (_ ("no day is set"));
  else
    /* Translators: %s is the day by which the villages are to send */
    due = g_strdup_printf (_ ("due %s"), day);

  return g_strdup_printf ("%s · %s", due, range);
}

static void
show_head (TosoCoveragePanel      *self,
           const TosoReportPeriod *period)
{
  g_autofree char *name = toso_period_screen_title (period->period);
  g_autofree char *in_sentence = toso_make_sentence_middle (name);
  g_autofree char *days = format_days (period);
  g_autofree char *title = NULL;

  /* Translators: %s is a period: "Báo cáo tháng 3/2026" */
  title = g_strdup_printf (_ ("Report of %s"), in_sentence);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->due), days);
}

/* Where the figures of a village are, of the first target that it reports. */
static char *
make_action (TosoCoveragePanel *self,
             gint64             village_id,
             const char        *period)
{
  GPtrArray  *targets = toso_session_get_plan (self->session)->targets;
  const char *code = targets->len > 0 ? ((const TosoTarget *) targets->pdata[0])->code : "";
  g_autoptr (GVariant) source = NULL;
  g_autofree char *printed = NULL;

  if (*code == '\0')
    source = g_variant_ref_sink (g_variant_new_take_string (g_strdup_printf ("submission/%s/received", period)));
  else
    source = g_variant_ref_sink (g_variant_new_take_string (g_strdup_printf ("village/%" G_GINT64_FORMAT "/%s/%s/value", village_id, code, period)));
  printed = g_variant_print (source, FALSE);

  return g_strdup_printf ("win.show-source(%s)", printed);
}

static void
show_villages (TosoCoveragePanel      *self,
               const TosoReportPeriod *period,
               GPtrArray              *statuses,
               guint                  *counts)
{
  g_autofree char *id = toso_period_to_string (period->period);

  for (guint i = 0; i < TOSO_N_STANDINGS; i++)
    if (TOSO_IS_NAMES_VIEW (self->lines[i].names))
      toso_names_view_begin (TOSO_NAMES_VIEW (self->lines[i].names));
  for (guint i = 0; i < statuses->len; i++)
    {
      const TosoVillageStatus *status = statuses->pdata[i];
      TosoStanding             standing = toso_standing_of (status);
      g_autofree char         *action = make_action (self, status->village->id, id);
      g_autofree char         *words = g_strdup_printf (_ ("%s, %s"), status->village->name, toso_standing_get_text (standing));

      counts[standing]++;
      toso_tiles_view_add (TOSO_TILES_VIEW (self->tiles), toso_standing_get_mark (standing), words, action);
      if (TOSO_IS_NAMES_VIEW (self->lines[standing].names))
        toso_names_view_add (TOSO_NAMES_VIEW (self->lines[standing].names), status->village->name, action);
    }
  for (guint i = 0; i < TOSO_N_STANDINGS; i++)
    if (TOSO_IS_NAMES_VIEW (self->lines[i].names))
      toso_names_view_end (TOSO_NAMES_VIEW (self->lines[i].names));
}

static void
show_lines (TosoCoveragePanel      *self,
            const TosoReportPeriod *period,
            const guint            *counts)
{
  GtkWidget       *on_time = self->lines[TOSO_STANDING_ON_TIME].names;
  g_autofree char *day = g_strdup_printf ("%d/%d", period->village_due.day, period->village_due.month);
  g_autofree char *until = NULL;

  for (guint i = 0; i < TOSO_N_STANDINGS; i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);

      gtk_label_set_label (GTK_LABEL (self->lines[i].count), count);
      gtk_widget_set_visible (self->lines[i].names, counts[i] > 0);
    }
  /* The four that there always are, and what has come but is not right. */
  gtk_widget_set_visible (self->lines[TOSO_STANDING_TO_CORRECT].row, counts[TOSO_STANDING_TO_CORRECT] > 0);

  /* Translators: %s is the last day: "đến hết ngày 17/3" */
  until = g_strdup_printf (_ ("by the end of %s"), day);
  gtk_label_set_label (GTK_LABEL (on_time), toso_date_is_valid (period->village_due) ? until : NULL);
}

/* The one thing to do now is the coloured one. */
static void
show_buttons (TosoCoveragePanel      *self,
              const TosoReportPeriod *period,
              const guint            *counts)
{
  g_autofree char *id = toso_period_to_string (period->period);
  g_autofree char *table = g_strdup_printf ("win.show-source('submission/%s/received')", id);
  g_autofree char *letter = g_strdup_printf ("win.show-paper('reminder/%s')", id);
  gboolean         is_late = counts[TOSO_STANDING_OVERDUE] > 0;

  toso_set_action (self->table_button, table);
  toso_set_action (self->remind_button, letter);
  gtk_widget_set_visible (self->remind_button, is_late || counts[TOSO_STANDING_NOT_YET_DUE] > 0);
  gtk_widget_remove_css_class (is_late ? self->table_button : self->remind_button, "primary");
  gtk_widget_add_css_class (is_late ? self->remind_button : self->table_button, "primary");
}

/* What stands there when nobody is asked for anything. */
static void
show_empty (TosoCoveragePanel *self,
            const char        *sentence)
{
  gboolean is_empty = sentence != NULL;

  gtk_label_set_label (GTK_LABEL (self->empty), sentence);
  gtk_widget_set_visible (self->empty, is_empty);
  gtk_widget_set_visible (self->villages_button, is_empty && toso_session_get_villages (self->session)->len == 0);
  gtk_widget_set_visible (self->big, !is_empty);
  for (guint i = 0; i < TOSO_N_STANDINGS; i++)
    gtk_widget_set_visible (self->lines[i].row, !is_empty);
  gtk_widget_set_visible (self->table_button, !is_empty);
  gtk_widget_set_visible (self->remind_button, !is_empty);
}

static void
update (TosoCoveragePanel *self)
{
  g_autoptr (TosoReportPeriod) period = NULL;
  g_autoptr (GPtrArray) statuses = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *sentence = NULL;
  guint            counts[TOSO_N_STANDINGS] = { 0 };
  guint            n_received = 0;

  period = toso_session_load_collected (self->session, &error);
  if (period != NULL)
    statuses = toso_year_list_status (toso_session_get_year (self->session), period->period, toso_date_today (), &error);
  if (statuses == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->title), C_ ("page", "Reports"));
      gtk_label_set_label (GTK_LABEL (self->due), NULL);
      gtk_widget_set_visible (self->tiles, FALSE);
      show_empty (self, error->message);
      return;
    }

  for (guint i = 0; i < statuses->len; i++)
    n_received += toso_date_is_valid (((const TosoVillageStatus *) statuses->pdata[i])->received);
  figure = g_strdup_printf ("%u/%u", n_received, statuses->len);
  sentence = g_strdup_printf (_ ("%u/%u villages have reported"), n_received, statuses->len);

  show_head (self, period);
  show_empty (self, statuses->len == 0 ? _ ("The villages belong here. The file has none yet.") : NULL);
  toso_tiles_view_begin (TOSO_TILES_VIEW (self->tiles), sentence);
  gtk_widget_set_visible (self->tiles, statuses->len > 0 && statuses->len <= MAX_TILES);
  if (statuses->len == 0)
    return;

  gtk_label_set_label (GTK_LABEL (self->big_figure), figure);
  show_villages (self, period, statuses, counts);
  show_lines (self, period, counts);
  show_buttons (self, period, counts);
}

/* --- object --- */

static void
add_line (TosoCoveragePanel *self,
          TosoStanding       standing)
{
  Line            *line = &self->lines[standing];
  TosoMark         mark = toso_standing_get_mark (standing);
  g_autofree char *word = toso_make_sentence_start (toso_standing_get_text (standing));
  GtkWidget       *mark_view = toso_mark_view_new (mark);
  GtkWidget       *word_label = toso_make_label (word, 0, toso_style_get_mark_class (mark));

  line->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->count = toso_make_label (NULL, 0, "strong figure");
  /* Who is on time needs nobody: the number is enough. */
  line->names = standing == TOSO_STANDING_ON_TIME ? toso_make_label (NULL, 0, "dim second") : toso_names_view_new ();
  gtk_label_set_width_chars (GTK_LABEL (word_label), 12);
  gtk_label_set_width_chars (GTK_LABEL (line->count), 3);
  gtk_widget_set_hexpand (line->names, TRUE);
  gtk_widget_set_valign (mark_view, GTK_ALIGN_START);
  gtk_widget_set_margin_top (mark_view, 2);
  gtk_widget_set_valign (word_label, GTK_ALIGN_START);
  gtk_widget_set_valign (line->count, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line->row), mark_view);
  gtk_box_append (GTK_BOX (line->row), word_label);
  gtk_box_append (GTK_BOX (line->row), line->count);
  gtk_box_append (GTK_BOX (line->row), line->names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->names), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  toso_add_css_classes (line->row, "section-rule padded");
  gtk_box_append (GTK_BOX (self), line->row);
}

static void
add_big_figure (TosoCoveragePanel *self)
{
  GtkWidget *words = toso_make_label (_ ("villages have reported"), 0, "big-words");

  self->big = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->big_figure = toso_make_label (NULL, 0, "big-figure figure");
  gtk_widget_set_valign (self->big_figure, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (words, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (self->big), self->big_figure);
  gtk_box_append (GTK_BOX (self->big), words);
  gtk_widget_set_margin_top (self->big, 6);
  gtk_widget_set_margin_bottom (self->big, 6);
  gtk_box_append (GTK_BOX (self), self->big);
}

static void
add_buttons (TosoCoveragePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->remind_button = gtk_button_new_with_label (_ ("Remind the villages…"));
  self->table_button = gtk_button_new_with_mnemonic (_ ("_Open the table"));
  self->villages_button = gtk_button_new_with_mnemonic (_ ("_Open the villages"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->villages_button), "win.show-page('villages')");
  gtk_box_append (GTK_BOX (box), self->remind_button);
  gtk_box_append (GTK_BOX (box), self->table_button);
  gtk_box_append (GTK_BOX (box), self->villages_button);
  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (self), box);
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
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), toso_make_section_head (NULL, &self->title, &self->due));
  toso_add_overflow_tooltip (self->due);
  add_big_figure (self);

  self->tiles = toso_tiles_view_new ();
  gtk_widget_set_margin_bottom (self->tiles, 6);
  gtk_widget_set_halign (self->tiles, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->tiles);

  for (guint i = 0; i < TOSO_N_STANDINGS; i++)
    add_line (self, i);

  self->empty = toso_make_label (NULL, 0, "dim");
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_set_margin_top (self->empty, 12);
  gtk_box_append (GTK_BOX (self), self->empty);
  add_buttons (self);
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
