/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-target-results-private.h"

#include "store/toso-grid.h"
#include "store/toso-year-lineage.h"

gboolean
toso_report_load_calendar (TosoYear           *year,
                           const TosoPeriod   *period,
                           TosoReportCalendar *calendar,
                           GError            **error)
{
  calendar->asked_last = (TosoDate){ 0 };
  if (period != NULL && period->kind == TOSO_PERIOD_AD_HOC)
    {
      g_autoptr (TosoReportPeriod) asked = toso_year_get_period (year, *period, error);

      if (asked == NULL)
        return FALSE;
      calendar->asked_last = asked->last;
    }

  return toso_year_get_calendar (year, &calendar->start, &calendar->end, &calendar->cutoff, &calendar->custom_day, error);
}

static void
add_asked (GPtrArray      *measurements,
           const TosoGrid *grid,
           guint           row,
           guint           column)
{
  const TosoGridColumn *about = grid->columns->pdata[column];
  const TosoGridCell   *cell = toso_grid_get_cell (grid, row, column);
  TosoMeasurement      *measurement;

  if (cell->id == 0 || *about->group != '\0')
    return;
  measurement = g_new0 (TosoMeasurement, 1);
  measurement->indicator_id = about->indicator_id;
  measurement->village_id = ((const TosoVillageStatus *) grid->rows->pdata[row])->village->id;
  measurement->period = grid->period->period;
  measurement->numerator = cell->numerator;
  measurement->denominator = cell->denominator;
  measurement->note = g_strdup ("");
  g_ptr_array_add (measurements, measurement);
}

GPtrArray *
toso_report_list_measurements (TosoYear         *year,
                               const TosoPeriod *period,
                               GError          **error)
{
  g_autoptr (GPtrArray) measurements = toso_year_list_measurements (year, 0, error);
  g_autoptr (TosoGrid) grid = NULL;

  if (measurements == NULL || !toso_year_map_figures (year, measurements, error))
    return NULL;
  if (period == NULL || period->kind != TOSO_PERIOD_AD_HOC)
    return g_steal_pointer (&measurements);
  grid = toso_grid_load (year, *period, toso_date_today (), error);
  if (grid == NULL)
    return NULL;
  for (guint r = 0; r < grid->rows->len; r++)
    for (guint c = 0; c < grid->columns->len; c++)
      add_asked (measurements, grid, r, c);

  return g_steal_pointer (&measurements);
}

TosoDate
toso_report_last_day (const TosoReportCalendar *calendar,
                      TosoPeriod                period)
{
  TosoDate first, last;

  if (period.kind == TOSO_PERIOD_AD_HOC)
    return calendar->asked_last;
  toso_period_get_range (period, calendar->cutoff, calendar->custom_day, &first, &last);

  return last;
}

/* Those of one village and indicator, one after another. */
static int
compare_measurements (gconstpointer a,
                      gconstpointer b,
                      gpointer      user_data)
{
  GPtrArray             *measurements = user_data;
  const TosoMeasurement *x = measurements->pdata[*(const guint *) a];
  const TosoMeasurement *y = measurements->pdata[*(const guint *) b];

  if (x->indicator_id != y->indicator_id)
    return x->indicator_id < y->indicator_id ? -1 : 1;

  return (x->village_id > y->village_id) - (x->village_id < y->village_id);
}

static void
choose_run (GPtrArray    *measurements,
            const GArray *order,
            guint         first,
            guint         end,
            gboolean     *taken)
{
  g_autofree TosoPeriod *periods = g_new (TosoPeriod, end - first);
  g_autofree gboolean   *chosen = g_new (gboolean, end - first);

  for (guint i = first; i < end; i++)
    periods[i - first] = ((const TosoMeasurement *) measurements->pdata[g_array_index (order, guint, i)])->period;
  toso_period_choose (periods, end - first, chosen);
  /* What was asked for by a letter stands for itself. */
  for (guint i = first; i < end; i++)
    taken[g_array_index (order, guint, i)] = chosen[i - first] || periods[i - first].kind == TOSO_PERIOD_AD_HOC;
}

/* A quarter's figure holds those of its months: adding both up would count
 * them twice. */
static gboolean *
choose_measurements (GPtrArray *measurements)
{
  gboolean *taken = g_new0 (gboolean, measurements->len + 1);
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), measurements->len);
  guint first = 0;

  for (guint i = 0; i < measurements->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_measurements, measurements);
  for (guint i = 1; i <= order->len; i++)
    if (i == order->len || compare_measurements (&g_array_index (order, guint, i - 1), &g_array_index (order, guint, i), measurements) != 0)
      {
        choose_run (measurements, order, first, i, taken);
        first = i;
      }

  return taken;
}

/* The indicators that villages gave figures of for just this letter. */
static GHashTable *
list_asked (GPtrArray *measurements)
{
  GHashTable *asked = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < measurements->len; i++)
    {
      TosoMeasurement *measurement = measurements->pdata[i];

      if (measurement->period.kind == TOSO_PERIOD_AD_HOC)
        g_hash_table_add (asked, &measurement->indicator_id);
    }

  return asked;
}

static void
observations_free (gpointer data)
{
  g_array_unref (data);
}

/* Indicator id → array of TosoObservation. */
GHashTable *
toso_report_group_observations (GPtrArray                *measurements,
                                const TosoReportCalendar *calendar,
                                const TosoPeriod         *period)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, observations_free);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GHashTable) asked = list_asked (measurements);
  g_autofree gboolean *taken = NULL;

  for (guint i = 0; i < measurements->len; i++)
    {
      TosoMeasurement *measurement = measurements->pdata[i];

      if (period != NULL &&
          toso_date_compare (toso_report_last_day (calendar, measurement->period), toso_report_last_day (calendar, *period)) > 0)
        continue;
      if (measurement->period.kind != TOSO_PERIOD_AD_HOC && g_hash_table_contains (asked, &measurement->indicator_id))
        continue;
      g_ptr_array_add (kept, measurement);
    }
  taken = choose_measurements (kept);

  for (guint i = 0; i < kept->len; i++)
    {
      TosoMeasurement *measurement = kept->pdata[i];
      TosoObservation  observation = {
         .village_id = measurement->village_id,
         .as_of = toso_report_last_day (calendar, measurement->period),
         .numerator = measurement->numerator,
         .denominator = measurement->denominator,
      };
      GArray *group;

      if (!taken[i])
        continue;
      group = g_hash_table_lookup (groups, &measurement->indicator_id);
      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (TosoObservation));
          g_hash_table_insert (groups, &measurement->indicator_id, group);
        }
      g_array_append_val (group, observation);
    }

  return g_steal_pointer (&groups);
}

static gboolean
is_there (GPtrArray *villages,
          gint64     village_id)
{
  gboolean found = village_id == 0;

  for (guint v = 0; !found && v < villages->len; v++)
    found = ((const TosoVillage *) villages->pdata[v])->id == village_id;

  return found;
}

/* Of villages that have been split since, which nobody expects a report of. */
static guint
count_gone (const GArray *observations,
            GPtrArray    *villages)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < observations->len; i++)
    {
      const TosoObservation *observation = &g_array_index (observations, TosoObservation, i);

      if (!is_there (villages, observation->village_id))
        g_hash_table_add (gone, (gpointer) &observation->village_id);
    }

  return g_hash_table_size (gone);
}

static guint
count_carried (const TosoTarget         *target,
               const GArray             *observations,
               GPtrArray                *villages,
               const TosoReportCalendar *calendar,
               const TosoPeriod         *period)
{
  g_autoptr (GArray) present = g_array_new (FALSE, FALSE, sizeof (TosoObservation));
  TosoDate first, last;

  if (period == NULL || period->kind == TOSO_PERIOD_AD_HOC)
    return 0;
  for (guint i = 0; i < observations->len; i++)
    {
      TosoObservation observation = g_array_index (observations, TosoObservation, i);

      if (is_there (villages, observation.village_id))
        g_array_append_val (present, observation);
    }
  toso_period_get_range (*period, calendar->cutoff, calendar->custom_day, &first, &last);

  return toso_progress_count_carried (target, present, first);
}

static TosoTargetResult *
make_result (const TosoTarget         *target,
             const GArray             *observations,
             GPtrArray                *villages,
             const TosoReportCalendar *calendar,
             const TosoPeriod         *period,
             TosoDate                  day)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (TosoObservation));
  TosoTargetResult *result = g_new0 (TosoTargetResult, 1);

  result->target = toso_target_copy (target);
  result->target->section = NULL; /* of a plan that does not outlive this call */
  result->progress = toso_progress_compute (target,
                                            observations != NULL ? observations : none,
                                            villages->len,
                                            calendar->start,
                                            calendar->end,
                                            day);
  if (observations != NULL && !result->progress.commune_wide)
    {
      result->progress.coverage.reported -= MIN (result->progress.coverage.reported, count_gone (observations, villages));
      result->progress.coverage.carried = count_carried (target, observations, villages, calendar, period);
    }

  return result;
}

/**
 * toso_report_target_results:
 * @period: (nullable): what ends later is left out, and the pace is that of
 *   its last day, or of @day when that is earlier
 * @day: the day the pace is for; no date is the end of @period, or of the plan
 *
 * Returns: (transfer full): in the plan's order
 */
GPtrArray *
toso_report_target_results (TosoYear         *year,
                            const TosoPeriod *period,
                            TosoDate          day,
                            GError          **error)
{
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GPtrArray) measurements = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_target_result_free);
  g_autoptr (GHashTable) groups = NULL;
  TosoReportCalendar calendar;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  plan = toso_year_load_plan (year, error);
  if (plan == NULL)
    return NULL;
  measurements = toso_report_list_measurements (year, period, error);
  if (measurements == NULL)
    return NULL;
  villages = toso_year_list_villages (year, error);
  if (villages == NULL)
    return NULL;
  if (!toso_report_load_calendar (year, period, &calendar, error))
    return NULL;

  if (!toso_date_is_valid (day))
    day = period != NULL ? toso_report_last_day (&calendar, *period) : calendar.end;
  if (period != NULL && toso_date_compare (day, toso_report_last_day (&calendar, *period)) > 0)
    day = toso_report_last_day (&calendar, *period);

  groups = toso_report_group_observations (measurements, &calendar, period);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = plan->targets->pdata[i];
      const GArray     *observations = g_hash_table_lookup (groups, &target->indicator_id);

      g_ptr_array_add (results, make_result (target, observations, villages, &calendar, period, day));
    }

  return g_steal_pointer (&results);
}
