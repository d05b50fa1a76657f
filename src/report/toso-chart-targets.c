/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "chart/toso-bullet-chart.h"
#include "chart/toso-trend-chart.h"

/* Charts of the targets: all of them on one scale, each in its own unit, one
 * of them over the months. */

static void
free_targets_chart (gpointer chart)
{
  toso_targets_chart_free (chart);
}

static char *
make_title (const TosoChartSource *source)
{
  /* Translators: %d is a year: "Chỉ tiêu năm 2026" */
  return source->plan->year != 0 ? g_strdup_printf (_ ("Targets of %d"), source->plan->year) : g_strdup (_ ("Targets"));
}

gboolean
toso_chart_make_targets (TosoReportChart       *self,
                         const TosoChartSource *source,
                         GError               **error)
{
  TosoDate day = toso_chart_get_day (source);
  g_autoptr (GPtrArray) results = toso_report_target_results (source->year, source->period, day, error);
  g_autofree char  *title = make_title (source);
  TosoTargetsChart *targets;
  TosoBarChart     *chart;

  if (results == NULL)
    return FALSE;

  targets = toso_targets_chart_new (results, title, day);
  self->owner = targets;
  self->free_owner = free_targets_chart;
  chart = toso_report_chart_new_array (self, TosoBarChart, 1);
  *chart = *toso_targets_chart_get (targets);
  self->kind = &TOSO_CHART_BARS;
  self->chart = chart;
  for (guint i = 0; i < results->len; i++)
    toso_report_chart_add_id (self, ((const TosoTargetResult *) results->pdata[i])->target->id);

  return TRUE;
}

static TosoBullet
make_bullet (TosoReportChart        *self,
             const TosoTargetResult *result)
{
  const TosoTarget   *target = result->target;
  const TosoProgress *progress = &result->progress;
  TosoFigure          goal = target->value;

  if (target->direction == TOSO_DIRECTION_INCREASE || target->direction == TOSO_DIRECTION_DECREASE)
    goal = target->baseline;
  if (target->kind == TOSO_TARGET_YES_NO)
    goal = TOSO_FIGURE (1);

  return (TosoBullet){
    .label = toso_report_chart_keep (self, g_strdup (target->name)),
    .has_value = progress->value.known,
    .value = progress->value.value,
    .has_target = goal.known,
    .target = goal.value,
    .has_pace = progress->pace.known && progress->value.known && progress->state != TOSO_STATE_MET,
    .pace = progress->pace.value,
    .mark = toso_report_state_mark (progress->state),
    .value_text = toso_report_chart_keep (self, toso_report_value_text (result)),
    .target_text = toso_report_chart_keep (self, toso_report_target_text (target)),
    .state_text = toso_report_state_text (progress->state),
    .note = toso_report_chart_keep (self, toso_report_coverage_text (result)),
  };
}

gboolean
toso_chart_make_bullets (TosoReportChart       *self,
                         const TosoChartSource *source,
                         GError               **error)
{
  TosoDate day = toso_chart_get_day (source);
  g_autoptr (GPtrArray) results = toso_report_target_results (source->year, source->period, day, error);
  TosoBulletChart *chart;
  TosoBullet      *bullets;
  guint            least = source->villages->len;

  if (results == NULL)
    return FALSE;

  chart = toso_report_chart_new_array (self, TosoBulletChart, 1);
  bullets = toso_report_chart_new_array (self, TosoBullet, results->len);
  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];

      bullets[i] = make_bullet (self, result);
      if (result->progress.value.known && !result->progress.commune_wide)
        least = MIN (least, result->progress.coverage.reported);
      toso_report_chart_add_id (self, result->target->id);
    }
  *chart = (TosoBulletChart){
    .frame = { .title = toso_report_chart_keep (self, make_title (source)), .subtitle = toso_chart_subtitle (self, source, least, source->villages->len) },
    .bullets = bullets,
    .n_bullets = results->len,
    .format = toso_chart_number_text,
    .label_heading = _ ("Content"),
    .value_heading = C_ ("column", "Achieved"),
    .target_heading = C_ ("column", "Required"),
    .state_heading = C_ ("column", "Progress"),
    .note_heading = C_ ("column", "Figures from"),
    .legend_target = _ ("the year’s target"),
    .legend_pace = toso_report_chart_keep (self, g_strdup_printf (_ ("needed by %d/%d"), day.day, day.month)),
    .legend_missing = _ ("no data yet"),
    .empty_text = _ ("The plan has no targets yet."),
  };
  self->kind = &TOSO_CHART_BULLETS;
  self->chart = chart;

  return TRUE;
}

/* A month has a figure when one was given for it: what was reached before is
 * not carried over a gap. */
static gboolean
is_reported_in (GHashTable               *groups,
                const TosoTarget         *target,
                const TosoReportCalendar *calendar,
                TosoPeriod                month)
{
  const GArray *all = g_hash_table_lookup (groups, &target->indicator_id);
  TosoDate      first, last;

  toso_period_get_range (month, calendar->cutoff, calendar->custom_day, &first, &last);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      TosoDate as_of = g_array_index (all, TosoObservation, i).as_of;

      if (toso_date_compare (as_of, first) >= 0 && toso_date_compare (as_of, last) <= 0)
        return TRUE;
    }

  return FALSE;
}

static TosoTrendPoint
make_point (TosoReportChart       *self,
            const TosoChartSource *source,
            const TosoTarget      *target,
            TosoPeriod             month)
{
  TosoDate last = toso_report_last_day (&source->calendar, month);
  g_autoptr (GHashTable) groups = toso_report_group_observations (source->measurements, &source->calendar, &month);
  TosoProgress     progress = toso_chart_get_progress (source, target, groups, 0, last);
  TosoDate         limit = toso_chart_get_day (source);
  TosoTargetResult result = { (TosoTarget *) target, progress };
  TosoTrendPoint   point = {
      .label = toso_report_chart_keep (self, toso_chart_month_text (month)),
      .has_value = progress.value.known && is_reported_in (groups, target, &source->calendar, month),
      .value = progress.value.value,
      .has_pace = progress.pace.known,
      .pace = progress.pace.value,
  };

  point.is_ahead = !point.has_value && toso_date_compare (last, limit) >= 0;
  if (point.has_value)
    {
      point.value_text = toso_report_chart_keep (self, toso_chart_number_text (point.value));
      point.note = toso_report_chart_keep (self, toso_report_coverage_text (&result));
    }

  return point;
}

gboolean
toso_chart_make_trend (TosoReportChart       *self,
                       const TosoChartSource *source,
                       GError               **error)
{
  TosoTarget            *target = toso_chart_find_target (source, error);
  gsize                  n;
  g_autofree TosoPeriod *months = toso_chart_list_months (source, &n);
  g_autofree char       *target_text = NULL;
  TosoTrendChart        *chart;
  TosoTrendPoint        *points;
  TosoProgress           progress;
  g_autoptr (GHashTable) groups = NULL;

  if (target == NULL)
    return FALSE;

  chart = toso_report_chart_new_array (self, TosoTrendChart, 1);
  points = toso_report_chart_new_array (self, TosoTrendPoint, n);
  for (gsize i = 0; i < n; i++)
    {
      points[i] = make_point (self, source, target, months[i]);
      toso_report_chart_add_id (self, target->id);
    }
  groups = toso_report_group_observations (source->measurements, &source->calendar, source->period);
  progress = toso_chart_get_progress (source, target, groups, 0, toso_chart_get_day (source));
  target_text = toso_report_target_text (target);
  *chart = (TosoTrendChart){
    .frame = { .title = toso_report_chart_keep (self, toso_chart_target_title (target)), .subtitle = toso_chart_subtitle (self, source, progress.coverage.reported, source->villages->len) },
    .points = points,
    .n_points = n,
    .has_target = target->value.known && target->direction != TOSO_DIRECTION_INCREASE && target->direction != TOSO_DIRECTION_DECREASE,
    .target = target->value.value,
    /* Translators: beside the line of the year's target: "cả năm ≥ 70 %" */
    .target_text = toso_report_chart_keep (self, g_strdup_printf (_ ("whole year %s"), target_text)),
    .pace_text = _ ("needed by then"),
    .format = toso_chart_number_text,
    .label_heading = C_ ("column", "Period"),
    .value_heading = C_ ("column", "Achieved"),
    .pace_heading = C_ ("column", "Required"),
    .note_heading = C_ ("column", "Figures from"),
    .legend_value = target->over_time == TOSO_OVER_TIME_FLOW ? _ ("from the year’s beginning to the period’s end") : _ ("at the period’s end"),
    .legend_missing = _ ("no data yet"),
    .empty_text = _ ("There are no periods yet."),
  };
  self->kind = &TOSO_CHART_TREND;
  self->chart = chart;

  return TRUE;
}
