/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <glib/gi18n-lib.h>

#include "report/toso-report-chart-private.h"

struct _TosoTargetsChart
{
  TosoBarChart chart;
  GArray      *bars;    /* of TosoBar */
  GPtrArray   *strings; /* what the chart points to */
};

static const char *
keep (TosoTargetsChart *self,
      char             *text)
{
  g_ptr_array_add (self->strings, text);

  return text;
}

static void
add_bar (TosoTargetsChart       *self,
         const TosoTargetResult *result)
{
  const TosoProgress *progress = &result->progress;
  TosoFigure          scale = toso_progress_get_scale (result->target);
  TosoBar             bar = {
                .label = keep (self, g_strdup (result->target->name)),
                .mark = toso_report_state_mark (progress->state),
                .value_text = keep (self, toso_report_value_text (result)),
                .target_text = keep (self, toso_report_target_text (result->target)),
                .state_text = toso_report_state_text (progress->state),
                .note = keep (self, toso_report_coverage_text (result)),
  };

  bar.has_value = progress->value.known && scale.known;
  if (bar.has_value)
    bar.share = toso_progress_share_of (progress->value.value, scale.value);
  /* Once the target is met, what is needed by now is of no interest. */
  bar.has_pace = bar.has_value && progress->pace.known && progress->state != TOSO_STATE_MET;
  if (bar.has_pace)
    bar.pace = toso_progress_share_of (progress->pace.value, scale.value);
  g_array_append_val (self->bars, bar);
}

/* "figures to 14/3/2026 · 38/41 villages": the day and the coverage that hold
 * for every row that has figures. */
static char *
make_subtitle (GPtrArray *results,
               TosoDate   as_of)
{
  const TosoTargetResult *least = NULL;
  TosoDate                latest = { 0 };
  g_autofree char        *date = NULL;
  g_autofree char        *coverage = NULL;

  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];
      const TosoProgress     *progress = &result->progress;

      if (!progress->value.known)
        continue;
      if (toso_date_is_valid (progress->as_of) && toso_date_compare (progress->as_of, latest) > 0)
        latest = progress->as_of;
      if (!progress->commune_wide &&
          (least == NULL || progress->coverage.reported < least->progress.coverage.reported))
        least = result;
    }
  if (!toso_date_is_valid (latest))
    return g_strdup (_ ("no figures yet"));
  /* A period that is still running has figures to today at most. */
  if (toso_date_is_valid (as_of) && toso_date_compare (latest, as_of) > 0)
    latest = as_of;

  date = toso_chart_date_text (latest);
  if (least == NULL)
    /* Translators: %s is a date: "số liệu đến 14/3/2026" */
    return g_strdup_printf (_ ("figures to %s"), date);
  coverage = toso_report_coverage_text (least);

  /* Translators: date; coverage: "số liệu đến 14/3/2026 · 38/41 thôn" */
  return g_strdup_printf (_ ("figures to %s · %s"), date, coverage);
}

static void
set_words (TosoTargetsChart *self,
           TosoDate          as_of)
{
  TosoBarChart *chart = &self->chart;

  chart->label_heading = _ ("Content");
  chart->scale_start = "0";
  chart->scale_end = _ ("the year’s target");
  chart->value_heading = C_ ("column", "Achieved");
  chart->target_heading = C_ ("column", "Required");
  chart->state_heading = C_ ("column", "Progress");
  chart->note_heading = C_ ("column", "Figures from");
  chart->legend_missing = _ ("no data yet");
  chart->legend_note = _ ("villages that have not reported do not count as 0");
  chart->empty_text = _ ("The plan has no targets yet.");
  if (toso_date_is_valid (as_of))
    {
      g_autofree char *day = g_strdup_printf ("%d/%d", as_of.day, as_of.month);

      /* Translators: %s is a day and month: "mức cần đạt đến 14/3" */
      chart->legend_pace = keep (self, g_strdup_printf (_ ("needed by %s"), day));
    }
}

TosoTargetsChart *
toso_targets_chart_new (GPtrArray  *results,
                        const char *title,
                        TosoDate    as_of)
{
  TosoTargetsChart *self;

  g_return_val_if_fail (results != NULL, NULL);

  self = g_new0 (TosoTargetsChart, 1);
  self->bars = g_array_new (FALSE, FALSE, sizeof (TosoBar));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < results->len; i++)
    add_bar (self, results->pdata[i]);

  set_words (self, as_of);
  self->chart.frame.title = keep (self, g_strdup (title));
  if (results->len > 0)
    self->chart.frame.subtitle = keep (self, make_subtitle (results, as_of));
  self->chart.bars = (const TosoBar *) self->bars->data;
  self->chart.n_bars = self->bars->len;

  return self;
}

void
toso_targets_chart_free (TosoTargetsChart *chart)
{
  if (chart == NULL)
    return;

  g_array_unref (chart->bars);
  g_ptr_array_unref (chart->strings);
  g_free (chart);
}

const TosoBarChart *
toso_targets_chart_get (TosoTargetsChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return &chart->chart;
}

void
toso_targets_chart_set_watermark (TosoTargetsChart *chart,
                                  const char       *watermark)
{
  g_return_if_fail (chart != NULL);

  chart->chart.frame.watermark = watermark != NULL ? keep (chart, g_strdup (watermark)) : NULL;
}
