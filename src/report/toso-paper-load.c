/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-paper-data.h"

#include "core/toso-error.h"
#include "report/toso-sentence.h"
#include "report/toso-target-results-private.h"
#include "store/toso-year-reports.h"

/* What a paper speaks of, read from the year file. */

/* "thôn", "làng", "thôn, làng": what the villages of the commune are. */
static char *
find_village_word (GPtrArray *villages)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < villages->len; i++)
    {
      const TosoVillage *village = villages->pdata[i];
      g_autofree char   *word = g_utf8_strdown (village->kind != NULL ? village->kind : "", -1);

      if (*word != '\0' && !g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  if (words->len == 0)
    return g_strdup ("thôn");
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

/* --- figures of the villages --- */

/* Village → of TosoMeasurement: each is asked for month by month. */
static GHashTable *
group_by_village (GPtrArray *measurements)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < measurements->len; i++)
    {
      TosoMeasurement *measurement = measurements->pdata[i];
      GPtrArray       *group = g_hash_table_lookup (groups, &measurement->village_id);

      if (group == NULL)
        g_hash_table_insert (groups, &measurement->village_id, group = g_ptr_array_new ());
      g_ptr_array_add (group, measurement);
    }

  return groups;
}

static gboolean
has_reported (GHashTable *by_village,
              gint64      village_id,
              TosoPeriod  period)
{
  const GPtrArray *group = g_hash_table_lookup (by_village, &village_id);

  for (guint i = 0; group != NULL && i < group->len; i++)
    if (toso_period_contains (period, ((const TosoMeasurement *) group->pdata[i])->period))
      return TRUE;

  return FALSE;
}

static TosoFigure
find_value (const TosoTarget         *target,
            const GArray             *observations,
            gint64                    village_id,
            const TosoReportCalendar *calendar,
            TosoDate                  day)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (TosoObservation));

  for (guint i = 0; observations != NULL && i < observations->len; i++)
    if (g_array_index (observations, TosoObservation, i).village_id == village_id)
      g_array_append_val (own, g_array_index (observations, TosoObservation, i));

  return toso_progress_compute (target, own, 1, calendar->start, calendar->end, day).value;
}

static void
add_reports (TosoPaperData            *self,
             GPtrArray                *measurements,
             GHashTable               *by_village,
             const TosoReportCalendar *calendar)
{
  g_autoptr (GHashTable) groups = toso_report_group_observations (measurements, calendar, self->has_period ? &self->period : NULL);

  for (guint v = 0; v < self->villages->len; v++)
    {
      TosoVillage       *village = self->villages->pdata[v];
      TosoVillageReport *report = g_new0 (TosoVillageReport, 1);

      report->village = village;
      report->difficulties = g_strdup ("");
      report->proposals = g_strdup ("");
      report->reported = has_reported (by_village, village->id, self->period);
      report->values = g_new0 (TosoFigure, self->plan->targets->len + 1);
      for (guint t = 0; t < self->plan->targets->len; t++)
        {
          const TosoTarget *target = self->plan->targets->pdata[t];

          report->values[t] = find_value (target, g_hash_table_lookup (groups, &target->indicator_id), village->id,
                                          calendar, self->last);
        }
      self->n_reported += report->reported;
      g_ptr_array_add (self->reports, report);
    }
}

/* --- what came with them --- */

static void
take_status (TosoPaperData           *self,
             TosoVillageReport       *report,
             const TosoVillageStatus *status)
{
  gboolean came = status->state >= TOSO_SUBMISSION_RECEIVED;

  if (came && !report->reported)
    {
      report->reported = TRUE;
      self->n_reported++;
    }
  if (toso_date_is_valid (status->received) && toso_date_is_valid (status->due))
    {
      self->n_on_time += status->timeliness == TOSO_TIMELINESS_ON_TIME;
      self->n_late += status->timeliness == TOSO_TIMELINESS_LATE;
    }
}

static gboolean
take_submission (TosoPaperData     *self,
                 TosoVillageReport *report,
                 TosoYear          *year,
                 GError           **error)
{
  g_autoptr (TosoSubmission) submission = toso_year_get_submission (year, self->period, report->village->id, error);

  if (submission == NULL)
    return FALSE;
  g_free (report->difficulties);
  report->difficulties = g_strdup (submission->difficulties != NULL ? submission->difficulties : "");
  g_free (report->proposals);
  report->proposals = g_strdup (submission->proposals != NULL ? submission->proposals : "");

  return TRUE;
}

/* Nobody may have been asked for reports of such a period: then the figures
 * alone count. */
static gboolean
read_submissions (TosoPaperData *self,
                  TosoYear      *year,
                  GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (TosoReportPeriod) period = self->has_period ? toso_year_get_period (year, self->period, &local_error) : NULL;
  g_autoptr (GPtrArray) statuses = NULL;

  if (period == NULL)
    {
      if (local_error == NULL || g_error_matches (local_error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  self->village_due = period->village_due;
  statuses = toso_year_list_status (year, self->period, self->today, error);
  if (statuses == NULL)
    return FALSE;
  for (guint i = 0; i < self->reports->len; i++)
    {
      TosoVillageReport *report = self->reports->pdata[i];

      for (guint s = 0; s < statuses->len; s++)
        if (((const TosoVillageStatus *) statuses->pdata[s])->village->id == report->village->id)
          take_status (self, report, statuses->pdata[s]);
      if (!take_submission (self, report, year, error))
        return FALSE;
    }

  return TRUE;
}

static void
tally (TosoMonthTally          *month,
       const TosoVillageStatus *status,
       gboolean                 has_figures)
{
  if (status->state < TOSO_SUBMISSION_RECEIVED && !has_figures)
    month->missing++;
  else if (!toso_date_is_valid (status->received) || !toso_date_is_valid (status->due))
    month->undated++;
  else if (status->timeliness == TOSO_TIMELINESS_LATE)
    month->late++;
  else
    month->on_time++;
}

/* Of one that is not over nobody is late. */
static gboolean
is_over (TosoPeriod                month,
         const TosoReportCalendar *calendar,
         TosoDate                  today)
{
  return toso_date_compare (toso_report_last_day (calendar, month), today) < 0;
}

/* Month by month, where villages report every month. */
static gboolean
read_months (TosoPaperData            *self,
             TosoYear                 *year,
             GHashTable               *by_village,
             const TosoReportCalendar *calendar,
             GError                  **error)
{
  if (!self->has_period || self->period.kind == TOSO_PERIOD_MONTH)
    return TRUE;
  for (int number = 1; number <= 12; number++)
    {
      TosoMonthTally month = { .month = { TOSO_PERIOD_MONTH, self->period.year, number } };
      g_autoptr (GError) local_error = NULL;
      g_autoptr (GPtrArray) statuses = NULL;

      if (!toso_period_contains (self->period, month.month) || !is_over (month.month, calendar, self->today))
        continue;
      statuses = toso_year_list_status (year, month.month, self->today, &local_error);
      if (statuses == NULL && g_error_matches (local_error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND))
        return TRUE;
      if (statuses == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      for (guint i = 0; i < statuses->len; i++)
        {
          const TosoVillageStatus *status = statuses->pdata[i];

          tally (&month, status, has_reported (by_village, status->village->id, month.month));
        }
      g_array_append_val (self->months, month);
    }

  return TRUE;
}

/* --- the period --- */

/* "thời gian từ ngày 01/3/2026 đến ngày 20/3/2026": what the letter asked of. */
static gboolean
set_asked_period (TosoPaperData *self,
                  TosoYear      *year,
                  GError       **error)
{
  g_autoptr (TosoReportPeriod) asked = toso_year_get_period (year, self->period, error);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (asked == NULL)
    return FALSE;
  self->first = asked->first;
  self->last = asked->last;
  self->asked_by = g_strdup (asked->basis);
  first = toso_date_format_short (self->first);
  last = toso_date_format_short (self->last);
  g_free (self->period_words);
  self->period_words = g_strdup_printf ("thời gian từ ngày %s đến ngày %s", first, last);
  g_free (self->next_words);
  self->next_words = g_strdup ("trong thời gian tới");

  return TRUE;
}

/* What work to come is headed by: after nine months the last three of the year,
 * not nine of the next. */
static char *
name_next (const TosoPaperData *self)
{
  if (*self->as_of_words != '\0')
    return g_strdup ("trong thời gian tới");
  if (self->period.kind == TOSO_PERIOD_NINE_MONTHS)
    return g_strdup_printf ("3 tháng cuối năm %d", self->period.year);

  return toso_words_period (toso_period_next (self->period));
}

static void
set_period (TosoPaperData            *self,
            const TosoPeriod         *period,
            const TosoReportCalendar *calendar)
{
  TosoPeriod whole = { TOSO_PERIOD_YEAR, self->plan->year != 0 ? self->plan->year : self->today.year, 1 };

  self->has_period = period != NULL;
  self->period = period != NULL ? *period : whole;
  toso_period_get_range (self->period, calendar->cutoff, calendar->custom_day, &self->first, &self->last);
  self->period_name = toso_period_to_string (self->period);
  self->period_words = toso_words_period (self->period);
  if (self->period.kind == TOSO_PERIOD_AD_HOC)
    return;
  /* A year of which no period was asked for is the year as far as it has come. */
  if (!self->has_period && toso_date_compare (self->today, self->first) >= 0 && toso_date_compare (self->today, self->last) < 0)
    {
      g_autofree char *day = toso_date_format_short (self->today);

      self->last = self->today;
      g_free (self->as_of_words);
      self->as_of_words = g_strdup_printf (" (tính đến ngày %s)", day);
    }
  self->next_words = name_next (self);
}

/* A half ends with the year's middle: what was before it is in the year before,
 * of which this file knows nothing. */
static gboolean
find_previous (const TosoPaperData *self,
               TosoPeriod          *previous)
{
  *previous = toso_period_previous (self->period);

  return self->has_period && previous->year == self->period.year && self->period.kind <= TOSO_PERIOD_HALF;
}

TosoPaperData *
toso_paper_data_load (TosoYear         *year,
                      const TosoPeriod *period,
                      TosoDate          today,
                      GError          **error)
{
  g_autoptr (TosoPaperData) self = toso_paper_data_new ();
  g_autoptr (GPtrArray) measurements = NULL;
  g_autoptr (GHashTable) by_village = NULL;
  TosoReportCalendar calendar;
  TosoPeriod         previous;

  self->today = today;
  self->sign_day = today;
  self->as_of_words = g_strdup ("");
  self->plan = toso_year_load_plan (year, error);
  if (self->plan == NULL)
    return NULL;
  self->villages = toso_year_list_villages (year, error);
  if (self->villages == NULL)
    return NULL;
  measurements = toso_report_list_measurements (year, period, error);
  if (measurements == NULL || !toso_report_load_calendar (year, period, &calendar, error))
    return NULL;

  self->village_word = find_village_word (self->villages);
  set_period (self, period, &calendar);
  if (period != NULL && period->kind == TOSO_PERIOD_AD_HOC && !set_asked_period (self, year, error))
    return NULL;
  self->results = toso_report_target_results (year, period, period == NULL ? self->last : (TosoDate){ 0 }, error);
  if (self->results == NULL)
    return NULL;
  if (find_previous (self, &previous))
    {
      self->previous = toso_report_target_results (year, &previous, (TosoDate){ 0 }, error);
      if (self->previous == NULL)
        return NULL;
      self->previous_words = toso_words_period (previous);
      self->previous_name = toso_period_to_string (previous);
    }
  by_village = group_by_village (measurements);
  add_reports (self, measurements, by_village, &calendar);
  if (!read_submissions (self, year, error) || !read_months (self, year, by_village, &calendar, error) || !toso_paper_data_read_registers (self, year, error))
    return NULL;

  return g_steal_pointer (&self);
}
