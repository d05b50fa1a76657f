/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-figure-form.h"

#include <glib/gi18n.h>

#include "app/toso-figure-entry.h"
#include "app/toso-parts.h"
#include "core/toso-error.h"

struct _TosoFigureForm
{
  GtkBox parent_instance;

  TosoSession *session;
  gint64       target_id;
  GArray      *periods;  /* of TosoPeriod, as in the drop-down */
  GArray      *villages; /* of gint64, as in the drop-down; 0: whole commune */

  GtkWidget       *title;
  GtkWidget       *period;
  GtkWidget       *village;
  TosoFigureEntry *numerator;
  TosoFigureEntry *denominator;
  GtkWidget       *yes_no_field;
  GtkWidget       *yes_no;
  GtkWidget       *note;
  GtkWidget       *error;
  GtkWidget       *existing;
  GtkWidget       *buttons;
};

enum {
  DONE,
  N_SIGNALS
};

/* Rows of the drop-down for yes-no targets. */
enum {
  ANSWER_NONE,
  ANSWER_YES,
  ANSWER_NO,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoFigureForm, toso_figure_form, GTK_TYPE_BOX)

static const TosoTarget *
get_target (TosoFigureForm *self)
{
  const TosoTargetResult *result = toso_session_find_result (self->session, self->target_id);

  return result != NULL ? result->target : NULL;
}

static TosoPeriod
get_period (TosoFigureForm *self)
{
  return g_array_index (self->periods, TosoPeriod, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->period)));
}

static gint64
get_village (TosoFigureForm *self)
{
  return g_array_index (self->villages, gint64, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->village)));
}

/* A ratio needs both; a plain count, and "so many of 41", have no whole of
 * their own. */
static gboolean
needs_whole (const TosoTarget *target)
{
  switch (target->kind)
    {
    case TOSO_TARGET_PERCENTAGE:
      return TRUE;

    case TOSO_TARGET_QUALITATIVE:
      return *target->denominator_name != '\0' || g_str_equal (target->unit, "%");

    case TOSO_TARGET_COUNT_OF_COUNT:
    case TOSO_TARGET_COUNT:
    case TOSO_TARGET_YES_NO:
    default:
      return FALSE;
    }
}

static const TosoMeasurement *
find_measurement (GPtrArray *measurements,
                  gint64     village_id,
                  TosoPeriod period)
{
  for (guint i = 0; i < measurements->len; i++)
    {
      const TosoMeasurement *m = measurements->pdata[i];

      if (m->village_id == village_id && toso_period_equal (m->period, period))
        return m;
    }

  return NULL;
}

static void
set_error (TosoFigureForm *self,
           const char     *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->error), sentence);
  gtk_widget_set_visible (self->error, sentence != NULL);
}

static void
show_figure (TosoFigureForm        *self,
             const TosoMeasurement *m)
{
  toso_figure_entry_set (self->numerator, m != NULL ? m->numerator : TOSO_FIGURE_MISSING);
  toso_figure_entry_set (self->denominator, m != NULL ? m->denominator : TOSO_FIGURE_MISSING);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->yes_no),
                              m == NULL || !m->numerator.known ? ANSWER_NONE
                              : m->numerator.value > 0         ? ANSWER_YES
                                                               : ANSWER_NO);
  gtk_editable_set_text (GTK_EDITABLE (self->note), m != NULL ? m->note : "");
  gtk_widget_set_visible (self->existing, m != NULL);
  set_error (self, NULL);
}

/* What was entered before for this period and village comes back to be
 * corrected. */
static void
place_changed_cb (TosoFigureForm *self)
{
  g_autoptr (GPtrArray) measurements = NULL;
  const TosoTarget *target = get_target (self);

  if (target == NULL || self->periods->len == 0 || self->villages->len == 0)
    return;

  measurements = toso_year_list_measurements (toso_session_get_year (self->session), target->indicator_id, NULL);
  show_figure (self, measurements != NULL ? find_measurement (measurements, get_village (self), get_period (self)) : NULL);
}

static gboolean
read_form (TosoFigureForm   *self,
           const TosoTarget *target,
           TosoFigure       *numerator,
           TosoFigure       *denominator)
{
  *denominator = TOSO_FIGURE_MISSING;
  if (target->kind == TOSO_TARGET_YES_NO)
    {
      guint answer = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->yes_no));

      *numerator = answer == ANSWER_NONE ? TOSO_FIGURE_MISSING : TOSO_FIGURE (answer == ANSWER_YES);
      return TRUE;
    }

  return toso_figure_entry_get (self->numerator, numerator) && (!needs_whole (target) || toso_figure_entry_get (self->denominator, denominator));
}

/* One without the other cannot be counted: asked for where it is missing. */
static gboolean
is_whole_ratio (TosoFigureForm   *self,
                const TosoTarget *target,
                TosoFigure        numerator,
                TosoFigure        denominator)
{
  if (!needs_whole (target) || numerator.known == denominator.known)
    return TRUE;

  toso_figure_entry_set_error (numerator.known ? self->denominator : self->numerator,
                               _ ("A ratio needs both numbers; without this one the figure cannot be counted."));
  toso_figure_entry_focus (numerator.known ? self->denominator : self->numerator);

  return FALSE;
}

static gboolean
save (TosoFigureForm *self)
{
  const TosoTarget *target = get_target (self);
  TosoFigure        numerator, denominator;
  g_autoptr (GError) error = NULL;
  g_autofree char *period = NULL;
  g_autofree char *sentence = NULL;

  set_error (self, NULL);
  if (target == NULL || !read_form (self, target, &numerator, &denominator) || !is_whole_ratio (self, target, numerator, denominator))
    return FALSE;

  period = toso_period_screen_title (get_period (self));
  /* Translators: name of a village, then a period */
  sentence = g_strdup_printf (_ ("Figure kept: %s, %s"),
                              toso_session_get_village_name (self->session, get_village (self)),
                              period);
  if (!toso_year_record (toso_session_get_year (self->session),
                         target->indicator_id,
                         get_village (self),
                         get_period (self),
                         numerator,
                         denominator,
                         gtk_editable_get_text (GTK_EDITABLE (self->note)),
                         &error))
    {
      /* Part and whole: said where the whole is typed. */
      if (g_error_matches (error, TOSO_ERROR, TOSO_ERROR_INVALID) && needs_whole (target))
        {
          toso_figure_entry_set_error (self->denominator, error->message);
          toso_figure_entry_focus (self->denominator);
        }
      else
        set_error (self, error->message);
      return FALSE;
    }
  toso_session_say (self->session, sentence, TRUE);

  return TRUE;
}

static void
save_cb (TosoFigureForm *self)
{
  if (save (self))
    g_signal_emit (self, signals[DONE], 0);
}

static void
focus_first (TosoFigureForm *self)
{
  const TosoTarget *target = get_target (self);

  if (target != NULL && target->kind == TOSO_TARGET_YES_NO)
    gtk_widget_grab_focus (self->yes_no);
  else
    toso_figure_entry_focus (self->numerator);
}

static void
next_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoFigureForm *self = TOSO_FIGURE_FORM (widget);
  guint           selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->village));

  if (!save (self))
    return;
  if (selected + 1 < self->villages->len)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->village), selected + 1);
      focus_first (self);
    }
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
leave_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[DONE], 0);
}

/* --- object --- */

static void
toso_figure_form_dispose (GObject *object)
{
  TosoFigureForm *self = TOSO_FIGURE_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->villages, g_array_unref);

  G_OBJECT_CLASS (toso_figure_form_parent_class)->dispose (object);
}

static void
toso_figure_form_class_init (TosoFigureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_figure_form_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.leave", NULL);
}

static GtkWidget *
make_buttons (TosoFigureForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Keep"));
  GtkWidget *next = gtk_button_new_with_mnemonic (_ ("Keep, _Next Village"));
  GtkWidget *leave = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_add_css_class (keep, "primary");
  gtk_widget_set_tooltip_text (next, "Ctrl+Enter");
  gtk_widget_set_tooltip_text (leave, "Esc");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (next), "form.next");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "form.leave");
  g_signal_connect_object (keep, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_box_append (GTK_BOX (box), next);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_widget_set_margin_top (box, 6);

  return box;
}

static GtkWidget *
make_drop_down (gboolean searchable)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), searchable);

  return drop_down;
}

static void
toso_figure_form_init (TosoFigureForm *self)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);

  self->periods = g_array_new (FALSE, FALSE, sizeof (TosoPeriod));
  self->villages = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  self->title = toso_make_label (NULL, 0, "section-head");
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  self->period = make_drop_down (FALSE);
  self->village = make_drop_down (TRUE);
  self->numerator = TOSO_FIGURE_ENTRY (toso_figure_entry_new (""));
  self->denominator = TOSO_FIGURE_ENTRY (toso_figure_entry_new (""));
  self->yes_no = make_drop_down (FALSE);
  gtk_string_list_append (answers, _ ("no data yet"));
  gtk_string_list_append (answers, C_ ("answer", "yes"));
  gtk_string_list_append (answers, C_ ("answer", "no"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->yes_no), G_LIST_MODEL (answers));
  self->yes_no_field = toso_make_field (_ ("_Reached?"), self->yes_no);
  self->note = gtk_entry_new ();
  self->error = toso_make_label (NULL, 0, "field-error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  self->existing = toso_make_label (_ ("There is a figure already; keeping corrects it."), 0, "field-question");
  gtk_label_set_wrap (GTK_LABEL (self->existing), TRUE);

  gtk_box_append (GTK_BOX (self), self->title);
  gtk_box_append (GTK_BOX (self), toso_make_field (_ ("_Period"), self->period));
  gtk_box_append (GTK_BOX (self), toso_make_field (_ ("_Village"), self->village));
  gtk_box_append (GTK_BOX (self), self->existing);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->numerator));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->denominator));
  gtk_box_append (GTK_BOX (self), self->yes_no_field);
  gtk_box_append (GTK_BOX (self), toso_make_field (_ ("N_ote"), self->note));
  gtk_box_append (GTK_BOX (self), self->error);
  gtk_box_append (GTK_BOX (self), make_buttons (self));

  g_signal_connect_object (self->numerator, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->denominator, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
}

/* --- filling --- */

static void
fill_periods (TosoFigureForm *self)
{
  static const struct
  {
    TosoPeriodKind kind;
    int            count;
  } kinds[] = {
    { TOSO_PERIOD_MONTH, 12 },
    { TOSO_PERIOD_QUARTER, 4 },
    { TOSO_PERIOD_HALF, 2 },
    { TOSO_PERIOD_NINE_MONTHS, 1 },
    { TOSO_PERIOD_YEAR, 1 },
  };
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int year = toso_session_get_period (self->session).year;

  g_array_set_size (self->periods, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (int number = 1; number <= kinds[i].count; number++)
      {
        TosoPeriod       period = { kinds[i].kind, year, number };
        g_autofree char *title = toso_period_screen_title (period);

        gtk_string_list_append (names, title);
        g_array_append_val (self->periods, period);
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->period), G_LIST_MODEL (names));
}

static void
fill_villages (TosoFigureForm *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *villages = toso_session_get_villages (self->session);
  gint64     commune = 0;

  g_array_set_size (self->villages, 0);
  g_array_append_val (self->villages, commune);
  gtk_string_list_append (names, _ ("Whole commune"));
  for (guint i = 0; i < villages->len; i++)
    {
      const TosoVillage *village = villages->pdata[i];

      g_array_append_val (self->villages, village->id);
      gtk_string_list_append (names, village->name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->village), G_LIST_MODEL (names));
}

/* The period looked at; for the whole year, the last month that has begun. */
static TosoPeriod
choose_period (TosoFigureForm *self)
{
  TosoPeriod period = toso_session_get_period (self->session);

  if (period.kind == TOSO_PERIOD_YEAR)
    toso_session_step_period (self->session, -1, &period);

  return period;
}

static void
select_place (TosoFigureForm *self,
              TosoPeriod      period,
              gint64          village_id)
{
  for (guint i = 0; i < self->periods->len; i++)
    if (toso_period_equal (g_array_index (self->periods, TosoPeriod, i), period))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->period), i);
  for (guint i = 0; i < self->villages->len; i++)
    if (g_array_index (self->villages, gint64, i) == village_id)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->village), i);
}

GtkWidget *
toso_figure_form_new (TosoSession *session)
{
  TosoFigureForm *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_FIGURE_FORM, NULL);
  self->session = g_object_ref (session);
  fill_periods (self);
  fill_villages (self);
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->village, "notify::selected", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
toso_figure_form_start (TosoFigureForm        *self,
                        gint64                 target_id,
                        const TosoMeasurement *measurement)
{
  const TosoTarget *target;
  gboolean          yes_no;

  g_return_if_fail (TOSO_IS_FIGURE_FORM (self));

  self->target_id = target_id;
  target = get_target (self);
  if (target == NULL)
    return;

  yes_no = target->kind == TOSO_TARGET_YES_NO;
  gtk_label_set_label (GTK_LABEL (self->title), target->name);
  toso_figure_entry_set_label (self->numerator, *target->numerator_name != '\0' ? target->numerator_name : _ ("Number reached"));
  toso_figure_entry_set_label (self->denominator, *target->denominator_name != '\0' ? target->denominator_name : _ ("Out of"));
  gtk_widget_set_visible (GTK_WIDGET (self->numerator), !yes_no);
  gtk_widget_set_visible (GTK_WIDGET (self->denominator), !yes_no && needs_whole (target));
  gtk_widget_set_visible (self->yes_no_field, yes_no);

  if (measurement != NULL)
    select_place (self, measurement->period, measurement->village_id);
  else
    select_place (self, choose_period (self), get_village (self));
  place_changed_cb (self);
  focus_first (self);
}
