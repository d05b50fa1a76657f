/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

#define DEFAULT_WIDTH 1366

/* A further kind is one more line here. */
static const struct
{
  const char   *name;
  const char   *label;
  TosoChartFunc make;
} kinds[] = {
  { "targets", N_ ("Targets of the year"), toso_chart_make_targets },
  { "bullet", N_ ("Targets, each in its own unit"), toso_chart_make_bullets },
  { "ranked", N_ ("Villages ranked by a target"), toso_chart_make_ranked },
  { "trend", N_ ("A target over the months"), toso_chart_make_trend },
  { "heat-map", N_ ("Villages by targets"), toso_chart_make_heat },
  { "matrix", N_ ("Reports by village and month"), toso_chart_make_matrix },
  { "tiles", N_ ("The villages as tiles"), toso_chart_make_tiles },
  { "timeliness", N_ ("Reports on time over the months"), toso_chart_make_timeliness },
  { "timeline", N_ ("Tasks over the year"), toso_chart_make_timeline },
  { "task-states", N_ ("Tasks by state"), toso_chart_make_states },
};

static const char *const names[] = {
  "targets",
  "bullet",
  "ranked",
  "trend",
  "heat-map",
  "matrix",
  "tiles",
  "timeliness",
  "timeline",
  "task-states",
  NULL,
};

const char *const *
toso_report_list_charts (void)
{
  return names;
}

const char *
toso_report_chart_get_label (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, kind))
      return _ (kinds[i].label);

  return NULL;
}

TosoChartFunc
toso_report_chart_find (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, kind))
      return kinds[i].make;

  return NULL;
}

gpointer
toso_report_chart_alloc (TosoReportChart *self,
                         gsize            size)
{
  gpointer memory = g_malloc0 (size);

  g_ptr_array_add (self->memory, memory);

  return memory;
}

char *
toso_report_chart_keep (TosoReportChart *self,
                        char            *text)
{
  g_ptr_array_add (self->memory, text);

  return text;
}

void
toso_report_chart_add_id (TosoReportChart *self,
                          gint64           id)
{
  g_array_append_val (self->ids, id);
}

gint64
toso_report_chart_get_id (TosoReportChart *self,
                          gsize            i)
{
  g_return_val_if_fail (self != NULL, 0);

  i /= MAX (self->id_step, 1);

  return i < self->ids->len ? g_array_index (self->ids, gint64, i) : 0;
}

void
toso_report_chart_add_source (TosoReportChart  *self,
                              gint64            village_id,
                              const TosoTarget *target,
                              TosoPeriod        month)
{
  g_autofree char *period = toso_period_to_string (month);
  char            *text = NULL;

  if (village_id == 0)
    text = g_strdup_printf ("submission/%s/received", period);
  else if (target != NULL && target->code != NULL && *target->code != '\0')
    text = g_strdup_printf ("village/%" G_GINT64_FORMAT "/%s/%s/value", village_id, target->code, period);
  g_ptr_array_add (self->sources, text);
}

const char *
toso_report_chart_get_source (TosoReportChart *self,
                              gsize            i)
{
  g_return_val_if_fail (self != NULL, NULL);

  return i < self->sources->len ? self->sources->pdata[i] : NULL;
}

const TosoChartKind *
toso_report_chart_get_kind (TosoReportChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

gconstpointer
toso_report_chart_get_chart (TosoReportChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->chart;
}

void
toso_report_chart_free (TosoReportChart *self)
{
  if (self == NULL)
    return;

  if (self->free_owner != NULL)
    self->free_owner (self->owner);
  g_ptr_array_unref (self->memory);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

gboolean
toso_chart_source_load (TosoChartSource *source,
                        GError         **error)
{
  source->today = toso_date_today ();
  source->mark = toso_report_get_mark (source->year);
  source->plan = toso_year_load_plan (source->year, error);
  source->villages = source->plan != NULL ? toso_year_list_villages (source->year, error) : NULL;
  source->measurements = source->villages != NULL ? toso_report_list_measurements (source->year, source->period, error) : NULL;

  return source->measurements != NULL && toso_report_load_calendar (source->year, source->period, &source->calendar, error);
}

void
toso_chart_source_clear (TosoChartSource *source)
{
  g_clear_pointer (&source->groups, g_hash_table_unref);
  g_clear_pointer (&source->statuses, g_ptr_array_unref);
  g_clear_pointer (&source->plan, toso_plan_free);
  g_clear_pointer (&source->villages, g_ptr_array_unref);
  g_clear_pointer (&source->measurements, g_ptr_array_unref);
}

/* What every picture says: made-up figures, and where the figures are from. */
static void
finish_frame (TosoReportChart       *self,
              const TosoChartSource *source)
{
  TosoChartFrame    *frame = self->chart;
  const TosoCommune *commune = &source->plan->commune;

  frame->watermark = source->mark;
  if (commune->name == NULL || *commune->name == '\0')
    frame->source = _ ("Source: the year’s plan and the villages’ reports");
  else
    /* Translators: kind and name of the commune: "xã Ngọc Liên" */
    frame->source = toso_report_chart_keep (self, g_strdup_printf (_ ("Source: the plan of %s %s and the villages’ reports"), commune->kind != NULL ? commune->kind : "", commune->name));
}

TosoReportChart *
toso_report_chart_make (const TosoChartSource *source,
                        TosoChartFunc          make,
                        GError               **error)
{
  g_autoptr (TosoReportChart) self = g_new0 (TosoReportChart, 1);
  g_autoptr (GError) failure = NULL;
  TosoChartSource reported = *source;
  gboolean        is_reported = toso_chart_source_take_reported (&reported, make, &failure);
  gboolean        is_made;

  self->memory = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->sources = g_ptr_array_new_with_free_func (g_free);
  is_made = failure == NULL && make (self, is_reported ? &reported : source, &failure);
  if (is_reported)
    {
      g_ptr_array_unref (reported.villages);
      g_ptr_array_unref (reported.measurements);
    }
  if (!is_made)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (is_reported)
    toso_chart_say_reported (self);
  finish_frame (self, source);

  return g_steal_pointer (&self);
}

TosoReportChart *
toso_report_chart_new (TosoYear         *year,
                       const char       *kind,
                       const TosoPeriod *period,
                       const char       *target,
                       GError          **error)
{
  TosoChartSource  source = { .year = year, .period = period, .target = target };
  TosoReportChart *self = NULL;
  TosoChartFunc    make;

  g_return_val_if_fail (TOSO_IS_YEAR (year) && kind != NULL, NULL);

  make = toso_report_chart_find (kind);
  if (make == NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) names);

      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("There is no “%s” here: choose one of %s"), kind, list);
      return NULL;
    }

  if (toso_chart_source_load (&source, error))
    self = toso_report_chart_make (&source, make, error);
  toso_chart_source_clear (&source);

  return self;
}

gboolean
toso_report_draw_chart (TosoYear         *year,
                        const char       *kind,
                        const TosoPeriod *period,
                        const char       *target,
                        gboolean          gray,
                        TosoPictureFormat format,
                        double            width,
                        double            height,
                        GBytes          **bytes,
                        GError          **error)
{
  g_autoptr (TosoReportChart) chart = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (bytes != NULL, FALSE);

  *bytes = NULL;
  chart = toso_report_chart_new (year, kind, period, target, error);
  if (chart == NULL)
    return FALSE;

  if (width <= 0)
    width = DEFAULT_WIDTH;
  if (height <= 0)
    height = toso_chart_get_natural_height (chart->kind, chart->chart, width);
  *bytes = toso_chart_render (chart->kind, chart->chart, toso_palette_get (gray ? TOSO_PALETTE_GRAY : TOSO_PALETTE_LIGHT), format, width, height, &local_error);
  if (*bytes == NULL)
    g_set_error_literal (error,
                         TOSO_ERROR,
                         g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT) ? TOSO_ERROR_INVALID : TOSO_ERROR_FAILED,
                         local_error->message);

  return *bytes != NULL;
}
