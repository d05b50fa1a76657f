/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart-private.h"

#include <glib/gi18n-lib.h>

#include "store/toso-year-reports.h"

/* One village: where it stands with what villages report. */

static void
free_targets_chart (gpointer chart)
{
  toso_targets_chart_free (chart);
}

/* How many have sent a figure of any target. */
guint
toso_chart_count_reported (const TosoChartSource *source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < source->measurements->len; i++)
    {
      const TosoMeasurement *measurement = source->measurements->pdata[i];

      if (measurement->village_id != 0 && (measurement->numerator.known || measurement->denominator.known))
        g_hash_table_add (seen, g_memdup2 (&measurement->village_id, sizeof (gint64)));
    }

  return g_hash_table_size (seen);
}

gboolean
toso_chart_source_load_cards (TosoChartSource *source,
                              GError         **error)
{
  source->groups = toso_report_group_observations (source->measurements, &source->calendar, source->period);
  source->statuses = toso_year_list_status (source->year, toso_chart_get_month (source), source->today, error);

  return source->statuses != NULL;
}

static TosoVillage *
find_village (const TosoChartSource *source)
{
  for (guint i = 0; i < source->villages->len; i++)
    if (((const TosoVillage *) source->villages->pdata[i])->id == source->village_id)
      return source->villages->pdata[i];

  return NULL;
}

/* What some village reports; all shares where none has yet. */
static gboolean
belongs_on_card (const TosoChartSource *source,
                 const TosoTarget      *target,
                 gboolean               any)
{
  return any ? toso_chart_is_reported (source, target) : toso_chart_is_percentage (target);
}

static GPtrArray *
list_results (const TosoChartSource *source)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_target_result_free);
  gboolean   any = FALSE;

  for (guint i = 0; i < source->plan->targets->len; i++)
    any = any || toso_chart_is_reported (source, source->plan->targets->pdata[i]);
  for (guint i = 0; i < source->plan->targets->len; i++)
    {
      const TosoTarget *target = source->plan->targets->pdata[i];
      TosoTargetResult *result;

      if (!belongs_on_card (source, target, any))
        continue;
      result = g_new0 (TosoTargetResult, 1);
      result->target = toso_target_copy (target);
      result->progress = toso_chart_get_progress (source, target, source->groups, source->village_id, toso_chart_get_day (source));
      g_ptr_array_add (results, result);
    }

  return results;
}

/* "29/38": its place among those that have a figure; equal figures share one. */
static char *
make_rank (const TosoChartSource  *source,
           const TosoTargetResult *result)
{
  guint n = 0, rank = 1;

  if (!result->progress.value.known)
    return NULL;
  for (guint i = 0; i < source->villages->len; i++)
    {
      const TosoVillage *village = source->villages->pdata[i];
      TosoProgress       progress = toso_chart_get_progress (source, result->target, source->groups, village->id, toso_chart_get_day (source));

      n += progress.value.known;
      rank += progress.value.known && progress.value.value > result->progress.value.value;
    }

  return g_strdup_printf ("%u/%u", rank, n);
}

/* "215 hộ · báo cáo 3/2026: nộp trễ" */
static const char *
make_subtitle (TosoReportChart       *self,
               const TosoChartSource *source,
               const TosoVillage     *village)
{
  g_autofree char *period = toso_chart_month_text (toso_chart_get_month (source));
  GString         *text = g_string_new (toso_chart_subtitle (self, source, toso_chart_count_reported (source), source->villages->len));

  if (village->households.known)
    {
      g_autofree char *households = toso_number_format (village->households.value, 0);

      g_string_append (text, " · ");
      /* Translators: %s is how many: "215 hộ" */
      g_string_append_printf (text, _ ("%s households"), households);
    }
  for (guint i = 0; i < source->statuses->len; i++)
    {
      const TosoVillageStatus *status = source->statuses->pdata[i];

      if (status->village->id != village->id)
        continue;
      g_string_append (text, " · ");
      /* Translators: month, how it came: "báo cáo 3/2026: nộp trễ" */
      g_string_append_printf (text, _ ("report of %s: %s"), period, toso_chart_timeliness_text (status->timeliness));
    }

  return toso_report_chart_keep (self, g_string_free (text, FALSE));
}

/* A count is a target of the commune, of which no village was given a part: its
 * figure stands alone. */
static void
fill_bars (TosoReportChart       *self,
           const TosoChartSource *source,
           GPtrArray             *results,
           TosoBar               *bars)
{
  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];

      bars[i].note = toso_report_chart_keep (self, make_rank (source, result));
      toso_report_chart_add_id (self, result->target->id);
      if (toso_chart_is_percentage (result->target))
        continue;
      bars[i].is_bare = result->progress.value.known;
      bars[i].target_text = NULL;
      if (!result->progress.value.known)
        continue;
      bars[i].has_pace = FALSE;
      bars[i].state_text = NULL;
      bars[i].mark = TOSO_MARK_NONE;
    }
}

gboolean
toso_chart_make_card (TosoReportChart       *self,
                      const TosoChartSource *source,
                      GError               **error)
{
  const TosoVillage *village = find_village (source);
  g_autoptr (GPtrArray) results = list_results (source);
  TosoTargetsChart *targets;
  TosoBarChart     *chart;
  TosoBar          *bars;

  g_return_val_if_fail (village != NULL, FALSE);

  targets = toso_targets_chart_new (results, village->name, toso_chart_get_day (source));
  self->owner = targets;
  self->free_owner = free_targets_chart;
  chart = toso_report_chart_new_array (self, TosoBarChart, 1);
  *chart = *toso_targets_chart_get (targets);
  bars = toso_report_chart_new_array (self, TosoBar, chart->n_bars);
  for (gsize i = 0; i < chart->n_bars; i++)
    bars[i] = chart->bars[i];
  fill_bars (self, source, results, bars);
  chart->bars = bars;
  chart->frame.title = toso_report_chart_keep (self, g_strdup (village->name));
  chart->note_heading = C_ ("column", "Rank");
  chart->legend_note = NULL;
  self->kind = &TOSO_CHART_BARS;
  self->chart = chart;
  chart->frame.subtitle = make_subtitle (self, source, village);

  return TRUE;
}
