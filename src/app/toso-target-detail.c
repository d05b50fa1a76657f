/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-target-detail.h"

#include <glib/gi18n.h>

#include "app/toso-bar-view.h"
#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"
#include "core/toso-count.h"

struct _TosoTargetDetail
{
  GtkBox parent_instance;

  TosoSession *session;
  gint64       target_id;
  GPtrArray   *measurements; /* of TosoMeasurement, as in the list */

  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *state_box;
  GtkWidget *bar;
  GtkWidget *facts;
  GtkWidget *sentence;
  GtkWidget *section_link;
  GtkWidget *enter;
  GtkWidget *figures_note;
  GtkWidget *figures;
  GtkWidget *no_figures;
};

enum {
  CORRECT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoTargetDetail, toso_target_detail, GTK_TYPE_BOX)

/* --- facts: name at the left, words at the right --- */

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_fact (TosoTargetDetail *self,
          int              *row,
          const char       *name,
          const char       *words)
{
  GtkWidget *name_label = toso_make_label (name, 0, "dim second");
  GtkWidget *words_label = toso_make_label (words, 0, "figure second");

  if (words == NULL || *words == '\0')
    {
      g_object_ref_sink (name_label);
      g_object_ref_sink (words_label);
      g_object_unref (name_label);
      g_object_unref (words_label);
      return;
    }

  gtk_label_set_wrap (GTK_LABEL (words_label), TRUE);
  gtk_widget_set_valign (name_label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words_label, TRUE);
  gtk_grid_attach (GTK_GRID (self->facts), name_label, 0, *row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->facts), words_label, 1, *row, 1, 1);
  (*row)++;
}

static const char *
how_it_is_counted (const TosoTarget *target)
{
  return target->over_time == TOSO_OVER_TIME_FLOW ? C_ ("over time", "adds up over the periods")
                                                  : C_ ("over time", "the latest figure counts");
}

static char *
describe_list (const TosoTarget *target)
{
  g_autoptr (TosoCount) count = toso_target_is_counted (target) ? toso_count_parse (target->counted, NULL) : NULL;

  return count != NULL ? toso_count_describe (count) : NULL;
}

static char *
sums_text (const TosoTargetResult *result)
{
  const TosoProgress *progress = &result->progress;
  g_autofree char    *numerator = NULL;
  g_autofree char    *denominator = NULL;

  if (!progress->numerator.known || !progress->denominator.known)
    return NULL;

  numerator = toso_number_format (progress->numerator.value, 2);
  denominator = toso_number_format (progress->denominator.value, 2);

  return g_strdup_printf ("%s / %s", numerator, denominator);
}

static char *
with_unit (const TosoTarget *target,
           TosoFigure        figure)
{
  g_autofree char *number = NULL;

  if (!figure.known)
    return NULL;
  number = toso_number_format (figure.value, 1);

  return *target->unit != '\0' ? g_strdup_printf ("%s %s", number, target->unit) : g_steal_pointer (&number);
}

static void
fill_facts (TosoTargetDetail       *self,
            const TosoTargetResult *result)
{
  const TosoTarget *target = result->target;
  g_autofree char  *goal = toso_report_target_text (target);
  g_autofree char  *coverage = toso_report_coverage_text (result);
  g_autofree char  *sums = sums_text (result);
  g_autofree char  *pace = with_unit (target, result->progress.pace);
  g_autofree char  *needed = with_unit (target, result->progress.needed);
  g_autofree char  *baseline = with_unit (target, target->baseline);
  g_autofree char  *list = describe_list (target);
  int               row = 0;

  clear_box (self->facts);
  add_fact (self, &row, _ ("Target"), goal);
  add_fact (self, &row, _ ("Needed by now"), pace);
  add_fact (self, &row, _ ("Needed per month"), needed);
  add_fact (self, &row, _ ("Sum / sum"), sums);
  add_fact (self, &row, _ ("Figures from"), coverage);
  add_fact (self, &row, _ ("In the lists"), list);
  add_fact (self, &row, _ ("At the beginning"), baseline);
  add_fact (self, &row, _ ("Counted"), target->numerator_name);
  add_fact (self, &row, _ ("Out of"), target->denominator_name);
  add_fact (self, &row, _ ("Over time"), how_it_is_counted (target));
}

/* --- the figures entered --- */

static void
remove_cb (TosoTargetDetail *self,
           GtkButton        *button)
{
  const TosoMeasurement *m = g_object_get_data (G_OBJECT (button), "measurement");
  g_autofree char       *period = toso_period_screen_title (m->period);
  g_autofree char       *sentence = NULL;
  GError                *error = NULL;

  /* Translators: name of a village, then a period */
  sentence = g_strdup_printf (_ ("Figure taken back: %s, %s"),
                              toso_session_get_village_name (self->session, m->village_id),
                              period);
  if (!toso_year_record (toso_session_get_year (self->session), m->indicator_id, m->village_id, m->period,
                         TOSO_FIGURE_MISSING, TOSO_FIGURE_MISSING, "", &error))
    toso_session_take_error (self->session, error);
  else
    toso_session_say (self->session, sentence, TRUE);
}

static void
row_activated_cb (TosoTargetDetail *self,
                  GtkListBoxRow    *row)
{
  guint i = gtk_list_box_row_get_index (row);

  if (i < self->measurements->len && !toso_session_is_read_only (self->session))
    g_signal_emit (self, signals[CORRECT], 0, self->measurements->pdata[i]);
}

static char *
figure_text (const TosoMeasurement *m,
             const TosoTarget      *target)
{
  g_autofree char *numerator = toso_number_format_figure (m->numerator, 2);
  g_autofree char *denominator = NULL;

  if (target->kind == TOSO_TARGET_YES_NO && m->numerator.known)
    return g_strdup (m->numerator.value > 0 ? C_ ("answer", "yes") : C_ ("answer", "no"));
  if (!m->denominator.known)
    return g_steal_pointer (&numerator);

  denominator = toso_number_format (m->denominator.value, 2);

  return g_strdup_printf ("%s / %s", numerator, denominator);
}

static GtkWidget *
make_figure_row (TosoTargetDetail      *self,
                 const TosoMeasurement *m,
                 const TosoTarget      *target,
                 const char            *period,
                 const char            *place,
                 const char            *figure)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *place_label = toso_make_label (place, 0, NULL);
  GtkWidget *period_label = toso_make_label (period, 0, "dim second figure");
  GtkWidget *remove = gtk_button_new_from_icon_name ("toso-remove-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (place_label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (period_label), 12);
  gtk_widget_set_hexpand (place_label, TRUE);
  if (*m->note != '\0')
    gtk_widget_set_tooltip_text (row, m->note);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _ ("Take this figure back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Take this figure back"), -1);
  gtk_widget_set_sensitive (remove, !toso_session_is_read_only (self->session) && !toso_target_is_counted (target));
  g_object_set_data (G_OBJECT (remove), "measurement", (gpointer) m);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (row), period_label);
  gtk_box_append (GTK_BOX (row), place_label);
  gtk_box_append (GTK_BOX (row), toso_make_label (figure, 1, "strong figure"));
  gtk_box_append (GTK_BOX (row), remove);

  return row;
}

static void
fill_figures (TosoTargetDetail *self,
              const TosoTarget *target)
{
  g_autofree char *note = NULL;
  GPtrArray       *measurements;
  GError          *error = NULL;

  measurements = toso_year_list_measurements (toso_session_get_year (self->session), target->indicator_id, &error);
  if (measurements == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }

  for (guint i = 0; i < measurements->len; i++)
    {
      const TosoMeasurement *m = measurements->pdata[i];
      g_autofree char       *period = toso_period_screen_title (m->period);
      g_autofree char       *figure = figure_text (m, target);
      const char            *place = toso_session_get_village_name (self->session, m->village_id);
      g_autofree char       *name = g_strdup_printf ("%s, %s: %s", place, period, figure);

      toso_set_row (self->figures, i, make_figure_row (self, m, target, period, place, figure), name, "");
    }
  toso_trim_rows (self->figures, measurements->len);
  note = g_strdup_printf ("%u", measurements->len);
  gtk_label_set_label (GTK_LABEL (self->figures_note), measurements->len > 0 ? note : NULL);
  gtk_widget_set_visible (self->no_figures, measurements->len == 0);

  /* The rows above pointed into the old ones. */
  g_clear_pointer (&self->measurements, g_ptr_array_unref);
  self->measurements = measurements;
}

/* --- the whole --- */

static void
fill_state (TosoTargetDetail       *self,
            const TosoTargetResult *result)
{
  TosoMark mark = toso_report_state_mark (result->progress.state);

  clear_box (self->state_box);
  gtk_box_append (GTK_BOX (self->state_box), toso_mark_view_new (mark));
  gtk_box_append (GTK_BOX (self->state_box),
                  toso_make_label (toso_report_state_text (result->progress.state),
                                   0,
                                   toso_style_get_mark_class (mark)));
}

static void
fill_sentence (TosoTargetDetail *self,
               const TosoTarget *target)
{
  gboolean has_sentence = *target->sentence != '\0';

  gtk_label_set_label (GTK_LABEL (self->sentence),
                       has_sentence ? target->sentence : _ ("This target does not come from a sentence of the plan."));
  gtk_widget_set_visible (self->section_link, target->section != NULL);
  if (target->section != NULL)
    {
      g_autofree char *path = toso_section_path (target->section);
      g_autofree char *label = NULL;

      /* Translators: %s is the number of a section such as II.2 */
      label = g_strdup_printf (_ ("Open in the plan (%s)"), path);
      gtk_button_set_label (GTK_BUTTON (self->section_link), *path != '\0' ? label : _ ("Open in the plan"));
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->section_link), "x", target->id);
    }
}

static void
update (TosoTargetDetail *self)
{
  const TosoTargetResult *result = toso_session_find_result (self->session, self->target_id);
  const TosoTarget       *in_plan = toso_plan_find_target (toso_session_get_plan (self->session), self->target_id);
  g_autofree char        *value = NULL;

  if (result == NULL || in_plan == NULL)
    return;

  value = toso_report_value_text (result);
  gtk_label_set_label (GTK_LABEL (self->name), result->target->name);
  gtk_label_set_label (GTK_LABEL (self->value), value);
  fill_state (self, result);
  toso_bar_view_set_result (TOSO_BAR_VIEW (self->bar), result);
  fill_facts (self, result);
  fill_sentence (self, in_plan);
  fill_figures (self, result->target);
  gtk_widget_set_sensitive (self->enter, !toso_session_is_read_only (self->session) && !toso_target_is_counted (in_plan));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->enter), "x", self->target_id);
}

static void
toso_target_detail_dispose (GObject *object)
{
  TosoTargetDetail *self = TOSO_TARGET_DETAIL (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->measurements, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_target_detail_parent_class)->dispose (object);
}

static void
toso_target_detail_class_init (TosoTargetDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_target_detail_dispose;
  signals[CORRECT] = g_signal_new ("correct", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (TOSO_TYPE_BAR_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-target-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, name);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, value);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, state_box);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, bar);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, facts);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, sentence);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, section_link);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, enter);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, figures_note);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, figures);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetDetail, no_figures);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
toso_target_detail_init (TosoTargetDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->enter), "x", (gint64) 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->section_link), "x", (gint64) 0);
}

GtkWidget *
toso_target_detail_new (TosoSession *session)
{
  TosoTargetDetail *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TARGET_DETAIL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
toso_target_detail_show (TosoTargetDetail *self,
                         gint64            target_id)
{
  g_return_if_fail (TOSO_IS_TARGET_DETAIL (self));

  self->target_id = target_id;
  update (self);
}
