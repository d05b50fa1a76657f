/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* What the charts of a year have in common. */

char *
toso_chart_date_text (TosoDate date)
{
  return g_strdup_printf ("%d/%d/%d", date.day, date.month, date.year);
}

char *
toso_chart_number_text (double value)
{
  return toso_number_format (value, 1);
}

gboolean
toso_chart_is_percentage (const TosoTarget *target)
{
  return target->kind == TOSO_TARGET_PERCENTAGE || (target->unit != NULL && g_str_equal (target->unit, "%"));
}

TosoDate
toso_chart_get_day (const TosoChartSource *source)
{
  TosoDate last = source->period != NULL ? toso_report_last_day (&source->calendar, *source->period) : source->calendar.end;

  return toso_date_compare (source->today, last) > 0 ? last : source->today;
}

/* The latest figure that counts. */
static TosoDate
find_latest (const TosoChartSource *source)
{
  TosoDate day = toso_chart_get_day (source), latest = { 0 };
  TosoDate limit = source->period != NULL ? toso_report_last_day (&source->calendar, *source->period) : source->calendar.end;

  for (guint i = 0; i < source->measurements->len; i++)
    {
      const TosoMeasurement *measurement = source->measurements->pdata[i];
      TosoDate               last = toso_report_last_day (&source->calendar, measurement->period);

      if (toso_date_compare (last, limit) <= 0 && toso_date_compare (last, latest) > 0)
        latest = last;
    }

  return toso_date_is_valid (latest) && toso_date_compare (latest, day) > 0 ? day : latest;
}

const char *
toso_chart_subtitle (TosoReportChart       *self,
                     const TosoChartSource *source,
                     guint                  reported,
                     guint                  expected)
{
  TosoDate         latest = find_latest (source);
  g_autofree char *date = NULL;
  g_autofree char *coverage = NULL;

  if (!toso_date_is_valid (latest))
    return _ ("no figures yet");

  date = toso_chart_date_text (latest);
  coverage = g_strdup_printf (_ ("%u/%u villages"), reported, expected);

  return toso_report_chart_keep (self, g_strdup_printf (_ ("figures to %s · %s"), date, coverage));
}

gboolean
toso_chart_is_reported (const TosoChartSource *source,
                        const TosoTarget      *target)
{
  for (guint i = 0; i < source->measurements->len; i++)
    {
      const TosoMeasurement *measurement = source->measurements->pdata[i];

      if (measurement->indicator_id == target->indicator_id && measurement->village_id != 0)
        return TRUE;
    }

  return FALSE;
}

/* Without a code: a share that villages report, else what they report, else a
 * share, else the first. */
static int
get_fitness (const TosoChartSource *source,
             const TosoTarget      *target)
{
  return 2 * toso_chart_is_reported (source, target) + toso_chart_is_percentage (target);
}

TosoTarget *
toso_chart_find_target (const TosoChartSource *source,
                        GError               **error)
{
  GPtrArray  *targets = source->plan->targets;
  TosoTarget *best = NULL;

  for (guint i = 0; i < targets->len; i++)
    {
      TosoTarget *target = targets->pdata[i];

      if (source->target != NULL ? g_ascii_strcasecmp (target->code, source->target) == 0
                                 : best == NULL || get_fitness (source, target) > get_fitness (source, best))
        best = target;
    }
  if (best != NULL)
    return best;

  if (source->target != NULL)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The plan has no target “%s”: “toso-cli targets” lists them."), source->target);
  else
    g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The plan has no targets yet."));

  return NULL;
}

TosoProgress
toso_chart_get_progress (const TosoChartSource *source,
                         const TosoTarget      *target,
                         GHashTable            *groups,
                         gint64                 village_id,
                         TosoDate               day)
{
  const GArray *all = g_hash_table_lookup (groups, &target->indicator_id);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (TosoObservation));

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (village_id == 0 || g_array_index (all, TosoObservation, i).village_id == village_id)
      g_array_append_val (chosen, g_array_index (all, TosoObservation, i));

  return toso_progress_compute (target, chosen, village_id == 0 ? source->villages->len : 1, source->calendar.start, source->calendar.end, day);
}

TosoPeriod
toso_chart_get_month (const TosoChartSource *source)
{
  const TosoReportCalendar *calendar = &source->calendar;
  TosoDate                  day = toso_chart_get_day (source);
  TosoPeriod                month, first;

  if (source->period != NULL && source->period->kind == TOSO_PERIOD_MONTH)
    return *source->period;
  if (toso_date_compare (day, calendar->start) < 0)
    day = calendar->start;
  first = toso_period_at (TOSO_PERIOD_MONTH, calendar->start, calendar->cutoff, calendar->custom_day);
  month = toso_period_at (TOSO_PERIOD_MONTH, day, calendar->cutoff, calendar->custom_day);
  if (toso_date_compare (toso_report_last_day (calendar, month), source->today) >= 0 && toso_period_compare (month, first) > 0)
    month = toso_period_previous (month);

  return month;
}

TosoPeriod *
toso_chart_list_months (const TosoChartSource *source,
                        gsize                 *n)
{
  const TosoReportCalendar *calendar = &source->calendar;
  GArray                   *months = g_array_new (FALSE, FALSE, sizeof (TosoPeriod));
  TosoPeriod                month = toso_period_at (TOSO_PERIOD_MONTH, calendar->start, calendar->cutoff, calendar->custom_day);
  TosoPeriod                last = toso_period_at (TOSO_PERIOD_MONTH, calendar->end, calendar->cutoff, calendar->custom_day);

  for (int i = 0; i < 24 && toso_period_compare (month, last) <= 0; i++)
    {
      g_array_append_val (months, month);
      month = toso_period_next (month);
    }
  *n = months->len;

  return (TosoPeriod *) (gpointer) g_array_free (months, FALSE);
}

char *
toso_chart_month_text (TosoPeriod month)
{
  return g_strdup_printf ("%d/%d", month.number, month.year);
}
