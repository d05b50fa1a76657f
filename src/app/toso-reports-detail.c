/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-reports-detail.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-spark-view.h"
#include "core/toso-number.h"
#include "store/toso-year-reports.h"
#include "store/toso-year-papers.h"

#define N_PERIODS 12

struct _TosoReportsDetail
{
  GtkBox parent_instance;

  TosoSession      *session; /* not owned: the page's */
  TosoReportsModel *model;
  guint             row, column;

  GtkWidget *village;
  GtkWidget *indicator;
  GtkWidget *figure;
  GtkWidget *question_box;
  GtkWidget *question;
  GtkWidget *copy_button;
  GtkWidget *reason_box;
  GtkWidget *reason;
  GtkWidget *papers; /* that went out with the figure */
  GtkWidget *note_box;
  GtkWidget *note;
  GtkWidget *trend_box;
  GtkWidget *trend;
  GtkWidget *trend_first;
  GtkWidget *trend_range;
  GtkWidget *trend_last;
  GtkWidget *history_head;
  GtkWidget *history;
};

G_DEFINE_FINAL_TYPE (TosoReportsDetail, toso_reports_detail, GTK_TYPE_BOX)

/* --- the note --- */

static void
save_note (TosoReportsDetail *self)
{
  toso_reports_model_set_note (self->model, self->row, self->column, gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

static void
note_activated_cb (TosoReportsDetail *self)
{
  save_note (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "reports.focus-grid", NULL);
}

static void
note_left_cb (TosoReportsDetail *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    save_note (self);
}

static void
add_note_field (TosoReportsDetail *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->note = gtk_entry_new ();
  gtk_box_append (GTK_BOX (self->note_box), toso_make_field (_ ("N_ote"), self->note));
  g_signal_connect_object (self->note, "activate", G_CALLBACK (note_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (note_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->note, focus);
}

/* --- the reason --- */

static void
reason_activated_cb (TosoReportsDetail *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  if (*reason == '\0' || !toso_reports_model_needs_reason (self->model, self->row, self->column))
    return;
  if (toso_reports_model_write_with_reason (self->model, self->row, self->column, reason))
    gtk_widget_activate_action (GTK_WIDGET (self), "reports.focus-grid", NULL);
}

static void
add_reason_field (TosoReportsDetail *self)
{
  self->reason = gtk_entry_new ();
  gtk_box_append (GTK_BOX (self->reason_box), toso_make_field (_ ("_Why it is corrected"), self->reason));
  self->papers = toso_make_label (NULL, 0, "second behind");
  gtk_label_set_wrap (GTK_LABEL (self->papers), TRUE);
  gtk_widget_set_margin_top (self->papers, 6);
  gtk_box_append (GTK_BOX (self->reason_box), self->papers);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (reason_activated_cb), self, G_CONNECT_SWAPPED);
}

static const char *
find_code (TosoReportsDetail *self,
           gint64             indicator_id)
{
  GPtrArray *targets = toso_session_get_plan (self->session)->targets;

  for (guint i = 0; i < targets->len; i++)
    {
      const TosoTarget *target = targets->pdata[i];

      if (target->indicator_id == indicator_id)
        return target->code;
    }

  return NULL;
}

/* Papers that have gone out with what is about to be corrected: of its
 * indicator, and of a period that holds this one. */
static void
show_papers (TosoReportsDetail *self,
             gint64             indicator_id)
{
  const char      *code = find_code (self, indicator_id);
  TosoPeriod       period = toso_reports_model_get (self->model)->period;
  g_autofree char *source = g_strdup_printf ("target/%s/", code != NULL ? code : "");
  GString         *names = g_string_new (NULL);
  g_autofree char *text = NULL;
  GError          *error = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  if (code != NULL && toso_reports_model_needs_reason (self->model, self->row, self->column))
    {
      papers = toso_year_list_papers_with (toso_session_get_year (self->session), source, &error);
      if (papers == NULL)
        toso_session_take_error (self->session, error);
    }
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      const TosoKeptPaper *paper = papers->pdata[i];
      TosoPeriod           covered;

      if (toso_period_parse (paper->period, &covered) && !toso_period_contains (covered, period))
        continue;
      g_string_append_printf (names, "%s%02d/%s (%d/%d)", names->len > 0 ? ", " : "", paper->number, paper->symbol,
                              paper->day.day, paper->day.month);
    }
  /* Translators: numbers of papers */
  text = g_strdup_printf (_ ("▲ Issued with the old figure: %s"), names->str);
  gtk_label_set_label (GTK_LABEL (self->papers), text);
  gtk_widget_set_visible (self->papers, names->len > 0);
  g_string_free (names, TRUE);
}

void
toso_reports_detail_focus_reason (TosoReportsDetail *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_grab_focus (self->reason);
}

/* --- the periods before --- */

static char *
format_measurement (const TosoMeasurement *measurement,
                    gboolean               has_whole)
{
  g_autofree char *part = toso_number_format_figure (measurement->numerator, 6);
  g_autofree char *whole = toso_number_format_figure (measurement->denominator, 6);

  return has_whole ? g_strdup_printf ("%s/%s", part, whole) : g_steal_pointer (&part);
}

static const TosoMeasurement *
find_measurement (GPtrArray *measurements,
                  gint64     village_id,
                  TosoPeriod period)
{
  for (guint i = 0; i < measurements->len; i++)
    {
      const TosoMeasurement *measurement = measurements->pdata[i];

      if (measurement->village_id == village_id && toso_period_equal (measurement->period, period))
        return measurement;
    }

  return NULL;
}

static void
add_history_row (TosoReportsDetail *self,
                 int                index,
                 const char        *title,
                 const char        *figure)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, figure);
  GtkWidget       *left = toso_make_label (title, 0, "second dim");
  GtkWidget       *right = toso_make_label (figure, 1, "second figure");

  gtk_widget_set_hexpand (left, TRUE);
  gtk_label_set_wrap (GTK_LABEL (left), TRUE);
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), right);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  toso_set_row (self->history, index, box, name, NULL);
}

/* What it was before it was corrected in a locked period, and why. */
static int
add_versions (TosoReportsDetail          *self,
              int                         n,
              const TosoReportsIndicator *indicator,
              gint64                      village_id)
{
  g_autoptr (GPtrArray) versions = NULL;

  versions = toso_year_list_versions (toso_session_get_year (self->session),
                                      indicator->indicator_id,
                                      village_id,
                                      toso_reports_model_get (self->model)->period,
                                      indicator->group,
                                      NULL);
  for (guint i = versions != NULL ? versions->len : 0; i-- > 0;)
    {
      const TosoFigureVersion *version = versions->pdata[i];
      TosoMeasurement          before = { .numerator = version->numerator, .denominator = version->denominator };
      g_autofree char         *figure = format_measurement (&before, indicator->has_whole);
      g_autofree char         *title = NULL;

      /* Translators: %s is the reason why a locked figure was corrected */
      title = g_strdup_printf (_ ("Before it was corrected: %s"), version->reason);
      add_history_row (self, n++, title, figure);
    }

  return n;
}

/* --- the same as bars --- */

static void
add_trend (TosoReportsDetail *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->trend_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->trend = toso_spark_view_new ();
  self->trend_first = toso_make_label (NULL, 0, "note dim figure");
  self->trend_range = toso_make_label (NULL, 0.5, "note dim figure");
  self->trend_last = toso_make_label (NULL, 1, "note dim figure");
  gtk_widget_set_hexpand (self->trend_range, TRUE);
  gtk_box_append (GTK_BOX (line), self->trend_first);
  gtk_box_append (GTK_BOX (line), self->trend_range);
  gtk_box_append (GTK_BOX (line), self->trend_last);
  gtk_box_append (GTK_BOX (self->trend_box), self->trend);
  gtk_box_append (GTK_BOX (self->trend_box), line);
  gtk_box_insert_child_after (GTK_BOX (self), self->trend_box, self->history_head);
}

/* Of the figure that the cell is of. */
static TosoFigure
pick_figure (const TosoMeasurement *measurement,
             TosoReportsColumnKind  kind)
{
  TosoFigure part = measurement->numerator;
  TosoFigure whole = measurement->denominator;

  if (kind == TOSO_REPORTS_WHOLE)
    return whole;
  if (kind == TOSO_REPORTS_RATIO)
    return part.known && whole.known && whole.value > 0 ? TOSO_FIGURE (100 * part.value / whole.value) : TOSO_FIGURE_MISSING;

  return part;
}

/* What it usually is: the least and the most of the periods before. */
static void
show_range (TosoReportsDetail *self,
            const GArray      *points)
{
  TosoFigure       least = TOSO_FIGURE_MISSING;
  TosoFigure       most = TOSO_FIGURE_MISSING;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i + 1 < points->len; i++)
    {
      const TosoSparkPoint *point = &g_array_index (points, TosoSparkPoint, i);

      if (!point->has_value)
        continue;
      least = TOSO_FIGURE (least.known ? MIN (least.value, point->value) : point->value);
      most = TOSO_FIGURE (most.known ? MAX (most.value, point->value) : point->value);
    }
  first = toso_number_format_figure (least, 1);
  second = toso_number_format_figure (most, 1);
  if (least.known && least.value < most.value)
    /* Translators: the least and the most of the figures before this one */
    text = g_strdup_printf (_ ("before: %s–%s"), first, second);
  gtk_label_set_label (GTK_LABEL (self->trend_range), text != NULL ? text : "");
}

static char *
say_short (TosoPeriod period)
{
  return period.kind == TOSO_PERIOD_MONTH ? g_strdup_printf (C_ ("matrix", "M%d"), period.number) : toso_period_screen_title (period);
}

/* @newest: of TosoSparkPoint, as the list has them; turned round here. */
static void
show_trend (TosoReportsDetail *self,
            const GArray      *newest,
            TosoPeriod         oldest)
{
  GArray          *points = g_array_new (FALSE, FALSE, sizeof (TosoSparkPoint));
  g_autofree char *first = say_short (oldest);
  g_autofree char *last = say_short (toso_reports_model_get (self->model)->period);
  gboolean         refused;
  gboolean         is_asked = toso_reports_model_get_question (self->model, self->row, self->column, &refused) != NULL;

  for (guint i = newest->len; i-- > 0;)
    g_array_append_val (points, g_array_index (newest, TosoSparkPoint, i));
  gtk_widget_set_visible (self->trend_box, points->len > 1);
  gtk_label_set_label (GTK_LABEL (self->trend_first), first);
  gtk_label_set_label (GTK_LABEL (self->trend_last), last);
  show_range (self, points);
  toso_spark_view_set (TOSO_SPARK_VIEW (self->trend), points, is_asked ? TOSO_MARK_TRIANGLE : TOSO_MARK_NONE);
}

/* Up to the period shown, the newest first, as far back as the year goes. */
static void
show_history (TosoReportsDetail          *self,
              const TosoReportsIndicator *indicator,
              gint64                      village_id)
{
  g_autoptr (GPtrArray) measurements = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TosoSparkPoint));
  TosoPeriod            period = toso_reports_model_get (self->model)->period;
  TosoPeriod            oldest = period;
  guint                 i;
  TosoReportsColumnKind kind = toso_reports_model_get_kind (self->model, self->column, &i);
  int                   year = period.year;
  int                   n = 0;

  measurements = toso_year_list_measurements (toso_session_get_year (self->session), indicator->indicator_id, NULL);
  while (measurements != NULL && points->len < N_PERIODS && period.year == year)
    {
      const TosoMeasurement *measurement = find_measurement (measurements, village_id, period);
      g_autofree char       *title = toso_period_screen_title (period);
      g_autofree char       *figure = measurement != NULL ? format_measurement (measurement, indicator->has_whole) : g_strdup (TOSO_MISSING);

      TosoFigure     picked = measurement != NULL ? pick_figure (measurement, kind) : TOSO_FIGURE_MISSING;
      TosoSparkPoint point = { picked.known, picked.value };

      g_array_append_val (points, point);
      add_history_row (self, n++, title, figure);
      if (n == 1)
        n = add_versions (self, n, indicator, village_id);
      oldest = period;
      period = toso_period_previous (period);
    }
  toso_trim_rows (self->history, n);
  show_trend (self, points, oldest);
}

/* --- object --- */

static void
toso_reports_detail_class_init (TosoReportsDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-reports-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, village);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, indicator);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, figure);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, question_box);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, question);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, copy_button);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, note_box);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, reason_box);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, history_head);
  gtk_widget_class_bind_template_child (widget_class, TosoReportsDetail, history);
}

static void
toso_reports_detail_init (TosoReportsDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_reason_field (self);
  add_note_field (self);
  add_trend (self);
  gtk_label_set_label (GTK_LABEL (self->history_head), _ ("In the periods before"));
}

GtkWidget *
toso_reports_detail_new (TosoSession      *session,
                         TosoReportsModel *model)
{
  TosoReportsDetail *self = g_object_new (TOSO_TYPE_REPORTS_DETAIL, NULL);

  self->session = session;
  self->model = model;

  return GTK_WIDGET (self);
}

static void
show_question (TosoReportsDetail *self)
{
  gboolean    refused;
  const char *question = toso_reports_model_get_question (self->model, self->row, self->column, &refused);

  gtk_widget_set_visible (self->question_box, question != NULL);
  gtk_widget_set_visible (self->copy_button, question != NULL && !refused);
  gtk_widget_set_visible (self->reason_box, toso_reports_model_needs_reason (self->model, self->row, self->column));
  if (question != NULL)
    gtk_label_set_label (GTK_LABEL (self->question), question);
}

gboolean
toso_reports_detail_show (TosoReportsDetail *self,
                          guint              row,
                          guint              column)
{
  const TosoReportsFigures   *figures;
  const TosoReportsIndicator *indicator;
  const TosoReportsFigure    *figure;
  const TosoReportsVillage   *village;
  TosoSheetColumn             info;
  g_auto (TosoSheetCell) cell = { 0 };
  guint i;

  g_return_val_if_fail (TOSO_IS_REPORTS_DETAIL (self), FALSE);

  figures = toso_reports_model_get (self->model);
  if (figures == NULL || row >= figures->villages->len || toso_reports_model_get_kind (self->model, column, &i) < TOSO_REPORTS_PART)
    return FALSE;

  if (gtk_widget_is_visible (GTK_WIDGET (self)) && gtk_widget_get_focus_child (self->note_box) != NULL && (row != self->row || column != self->column))
    save_note (self);
  self->row = row;
  self->column = column;
  figures = toso_reports_model_get (self->model);
  indicator = figures->indicators->pdata[i];
  figure = toso_reports_figures_get (figures, row, i);
  village = figures->villages->pdata[row];

  toso_sheet_model_get_column (TOSO_SHEET_MODEL (self->model), column, &info);
  toso_sheet_model_get_cell (TOSO_SHEET_MODEL (self->model), row, column, &cell);
  gtk_label_set_label (GTK_LABEL (self->village), village->name);
  gtk_label_set_label (GTK_LABEL (self->indicator), info.name);
  gtk_label_set_label (GTK_LABEL (self->figure), cell.text);
  show_question (self);
  show_papers (self, indicator->indicator_id);
  gtk_widget_set_sensitive (self->note, figure->part.known || figure->whole.known);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->note)))))
    gtk_editable_set_text (GTK_EDITABLE (self->note), figure->note != NULL ? figure->note : "");
  show_history (self, indicator, village->village_id);

  return TRUE;
}

void
toso_reports_detail_focus_note (TosoReportsDetail *self)
{
  gtk_widget_grab_focus (self->note);
}

void
toso_reports_detail_focus_history (TosoReportsDetail *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->history), 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
