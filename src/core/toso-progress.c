/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-progress.h"

#include <math.h>

/* A twelfth of the mean year. */
#define MONTH_DAYS (365.25 / 12)

/* What one village (or the commune) comes to over its periods. */
typedef struct
{
  double   numerator;
  double   denominator;
  gboolean has_denominator; /* in every period that counts */
  TosoDate as_of;
} Sum;

static TosoFigure
figure_or_missing (double value)
{
  return isfinite (value) ? TOSO_FIGURE (value) : TOSO_FIGURE_MISSING;
}

static gboolean
is_known (TosoFigure figure)
{
  return figure.known && isfinite (figure.value);
}

/* Two figures that are one but for the noise of binary arithmetic. */
static gboolean
is_same (double a,
         double b)
{
  return fabs (a - b) <= 1e-9 * MAX (1.0, MAX (fabs (a), fabs (b)));
}

static gboolean
is_at_least (double a,
             double b)
{
  return a > b || is_same (a, b);
}

static gboolean
is_at_most (double a,
            double b)
{
  return a < b || is_same (a, b);
}

/* Whether the value is a numerator over a denominator, in per cent. */
static gboolean
is_ratio (const TosoTarget *target)
{
  if (target->kind == TOSO_TARGET_PERCENTAGE)
    return TRUE;
  return target->kind == TOSO_TARGET_QUALITATIVE &&
         (g_strcmp0 (target->unit, "%") == 0 || (target->denominator_name != NULL && *target->denominator_name != '\0'));
}

static TosoFigure
wanted_value (const TosoTarget *target)
{
  if (target->kind == TOSO_TARGET_YES_NO && !is_known (target->value))
    return TOSO_FIGURE (1);
  return is_known (target->value) ? target->value : TOSO_FIGURE_MISSING;
}

static gboolean
counts (const TosoTarget      *target,
        const TosoObservation *observation)
{
  return is_known (observation->numerator) && (!is_ratio (target) || is_known (observation->denominator));
}

static void
sum_add (Sum                   *sum,
         const TosoObservation *observation,
         gboolean               first,
         TosoOverTime           over_time)
{
  gboolean has_denominator = is_known (observation->denominator);
  double   denominator = has_denominator ? observation->denominator.value : 0;
  gboolean later = first || toso_date_compare (observation->as_of, sum->as_of) >= 0;

  if (over_time == TOSO_OVER_TIME_FLOW && !first)
    {
      sum->numerator += observation->numerator.value;
      sum->denominator += denominator;
      sum->has_denominator = sum->has_denominator && has_denominator;
    }
  else if (later)
    {
      sum->numerator = observation->numerator.value;
      sum->denominator = denominator;
      sum->has_denominator = has_denominator;
    }
  if (later)
    sum->as_of = observation->as_of;
}

static gint64
date_key (TosoDate date)
{
  return (date.year * 16 + date.month) * 32 + date.day;
}

/* Dates for which some village gave a figure. */
static GHashTable *
dates_of_villages (const TosoTarget *target,
                   const GArray     *observations)
{
  GHashTable *dates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint       i;

  for (i = 0; i < observations->len; i++)
    {
      const TosoObservation *observation = &g_array_index (observations, TosoObservation, i);
      gint64                 key = date_key (observation->as_of);

      if (observation->village_id != 0 && counts (target, observation))
        g_hash_table_add (dates, g_memdup2 (&key, sizeof key));
    }
  return dates;
}

/* From village ids to their Sum.  The commune's own figure (id 0) stands in
 * where the villages have given none: for all of a stock, for single periods
 * of what adds up. */
static GHashTable *
sum_up (const TosoTarget *target,
        const GArray     *observations)
{
  g_autoptr (GHashTable) dates = dates_of_villages (target, observations);
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  guint       i;

  for (i = 0; i < observations->len; i++)
    {
      const TosoObservation *observation = &g_array_index (observations, TosoObservation, i);
      gint64                 key = date_key (observation->as_of);
      Sum                   *sum = g_hash_table_lookup (sums, &observation->village_id);
      gboolean               first = sum == NULL;

      if (!counts (target, observation))
        continue;
      if (observation->village_id == 0 &&
          (target->over_time == TOSO_OVER_TIME_FLOW ? g_hash_table_contains (dates, &key) : g_hash_table_size (dates) > 0))
        continue;

      if (first)
        {
          sum = g_new0 (Sum, 1);
          g_hash_table_insert (sums, g_memdup2 (&observation->village_id, sizeof (gint64)), sum);
        }
      sum_add (sum, observation, first, target->over_time);
    }
  return sums;
}

/* Σ over the villages, the coverage, and the day it stands for. */
static void
add_up (TosoProgress *progress,
        GHashTable   *sums)
{
  gboolean       has_denominator = TRUE;
  double         numerator = 0;
  double         denominator = 0;
  GHashTableIter iter;
  gpointer       id;
  gpointer       value;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const Sum *sum = value;

      numerator += sum->numerator;
      denominator += sum->denominator;
      has_denominator = has_denominator && sum->has_denominator;
      if (*(gint64 *) id != 0)
        progress->coverage.reported++;
      if (toso_date_compare (sum->as_of, progress->as_of) > 0)
        progress->as_of = sum->as_of;
    }
  if (g_hash_table_size (sums) == 0)
    return;

  progress->commune_wide = progress->coverage.reported == 0;
  progress->numerator = figure_or_missing (numerator);
  progress->denominator = has_denominator ? figure_or_missing (denominator) : TOSO_FIGURE_MISSING;
}

/* A yes of the commune is a yes of every village that answered. */
static void
add_up_answers (TosoProgress *progress,
                GHashTable   *sums)
{
  double         yes = 0;
  GHashTableIter iter;
  gpointer       value;

  if (g_hash_table_size (sums) == 0)
    return;

  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    yes += ((Sum *) value)->numerator > 0 ? 1 : 0;
  progress->numerator = TOSO_FIGURE (yes);
  progress->denominator = TOSO_FIGURE (g_hash_table_size (sums));
  progress->value = TOSO_FIGURE (yes < progress->denominator.value ? 0 : 1);
}

static TosoFigure
value_of (const TosoTarget   *target,
          const TosoProgress *progress)
{
  if (!is_ratio (target))
    return progress->numerator;
  if (!progress->numerator.known || !progress->denominator.known || progress->denominator.value == 0)
    return TOSO_FIGURE_MISSING;
  return figure_or_missing (100 * progress->numerator.value / progress->denominator.value);
}

static gboolean
is_increase_or_decrease (const TosoTarget *target)
{
  return target->direction == TOSO_DIRECTION_INCREASE || target->direction == TOSO_DIRECTION_DECREASE;
}

/* Whether the goal, as the direction understands it, is reached. */
static gboolean
is_met (const TosoTarget *target,
        double            value)
{
  double wanted = is_increase_or_decrease (target) ? target->baseline.value : wanted_value (target).value;

  switch (target->direction)
    {
    case TOSO_DIRECTION_MORE_THAN:
    case TOSO_DIRECTION_INCREASE:
      return !is_at_most (value, wanted);
    case TOSO_DIRECTION_AT_MOST:
      return is_at_most (value, wanted);
    case TOSO_DIRECTION_LESS_THAN:
    case TOSO_DIRECTION_DECREASE:
      return !is_at_least (value, wanted);
    case TOSO_DIRECTION_EQUAL:
      return is_same (value, wanted);
    case TOSO_DIRECTION_NONE:
    case TOSO_DIRECTION_AT_LEAST:
    default:
      return is_at_least (value, wanted);
    }
}

/* Whether there is anything to judge by. */
static gboolean
has_goal (const TosoTarget *target)
{
  return is_increase_or_decrease (target) ? is_known (target->baseline) : is_known (wanted_value (target));
}

static gboolean
is_ceiling (const TosoTarget *target)
{
  return target->direction == TOSO_DIRECTION_AT_MOST || target->direction == TOSO_DIRECTION_LESS_THAN;
}

/* The part of the plan's time that is over on @day, 0 … 1; -1 for no plan. */
static double
time_share (TosoDate plan_start,
            TosoDate plan_end,
            TosoDate day)
{
  gint64 start = toso_date_to_days (plan_start);
  gint64 end = toso_date_to_days (plan_end);
  gint64 now = toso_date_to_days (day);

  if (!toso_date_is_valid (plan_start) || !toso_date_is_valid (plan_end) || !toso_date_is_valid (day) || end < start)
    return -1;
  if (now >= end)
    return 1;
  if (now <= start)
    return 0;
  return (double) (now - start) / (double) (end - start);
}

/**
 * toso_progress_pace:
 * @target_value: what is to be reached by the end; for increase and decrease
 *   the baseline stands for it
 *
 * Linear from the baseline, or from nothing, to @target_value.  What adds up
 * over the year starts from nothing whatever last year came to.  A baseline
 * that is good enough already is kept ("duy trì 41/41"); a ceiling without a
 * baseline holds from the first day; a yes is due on the last.
 */
TosoFigure
toso_progress_pace (const TosoTarget *target,
                    TosoFigure        target_value,
                    TosoDate          plan_start,
                    TosoDate          plan_end,
                    TosoDate          day)
{
  double   share = time_share (plan_start, plan_end, day);
  gboolean adds_up;
  double   end;
  double   start = 0;

  g_return_val_if_fail (target != NULL, TOSO_FIGURE_MISSING);

  adds_up = target->over_time == TOSO_OVER_TIME_FLOW && !is_ratio (target);
  if (is_increase_or_decrease (target))
    target_value = target->baseline;
  if (share < 0 || !is_known (target_value))
    return TOSO_FIGURE_MISSING;

  end = target_value.value;
  if (target->kind == TOSO_TARGET_YES_NO)
    return TOSO_FIGURE (share < 1 ? 0 : end);
  if (is_ceiling (target))
    start = !adds_up && is_known (target->baseline) ? MAX (target->baseline.value, end) : end;
  else if (target->direction == TOSO_DIRECTION_DECREASE)
    start = end;
  else if (!adds_up && is_known (target->baseline))
    start = target->direction == TOSO_DIRECTION_EQUAL ? target->baseline.value : MIN (target->baseline.value, end);

  return figure_or_missing (start + (end - start) * share);
}

/**
 * toso_progress_judge:
 *
 * By the pace alone: no thresholds, no adjectives.
 */
TosoProgressState
toso_progress_judge (const TosoTarget *target,
                     TosoFigure        value,
                     TosoFigure        pace)
{
  gboolean on_pace;

  g_return_val_if_fail (target != NULL, TOSO_STATE_NO_DATA);

  if (!is_known (value) || !has_goal (target))
    return TOSO_STATE_NO_DATA;
  if (is_met (target, value.value))
    return TOSO_STATE_MET;
  if (!is_known (pace))
    return TOSO_STATE_NO_DATA;

  if (is_ceiling (target) || target->direction == TOSO_DIRECTION_DECREASE)
    on_pace = is_at_most (value.value, pace.value);
  else if (target->direction == TOSO_DIRECTION_EQUAL)
    on_pace = is_at_most (fabs (wanted_value (target).value - value.value), fabs (wanted_value (target).value - pace.value));
  else
    on_pace = is_at_least (value.value, pace.value);
  return on_pace ? TOSO_STATE_ON_PACE : TOSO_STATE_BEHIND;
}

/* @left: what is still to be gained until @plan_end.  Within the last month
 * all of it is due; after the end no month can bring it. */
static TosoFigure
per_month (double   left,
           TosoDate plan_end,
           TosoDate day)
{
  gint64 days = toso_date_to_days (plan_end) - toso_date_to_days (day);

  if (!toso_date_is_valid (plan_end) || !toso_date_is_valid (day) || days <= 0)
    return TOSO_FIGURE_MISSING;
  return figure_or_missing (left / MAX (1.0, (double) days / MONTH_DAYS));
}

TosoFigure
toso_progress_needed_units (const TosoTarget *target,
                            TosoFigure        target_value,
                            TosoFigure        numerator,
                            TosoFigure        denominator,
                            TosoDate          plan_end,
                            TosoDate          day)
{
  double wanted;

  g_return_val_if_fail (target != NULL, TOSO_FIGURE_MISSING);

  if (!is_known (target_value) || !is_known (numerator) || is_increase_or_decrease (target))
    return TOSO_FIGURE_MISSING;
  wanted = target_value.value;
  if (is_ratio (target))
    {
      if (!is_known (denominator))
        return TOSO_FIGURE_MISSING;
      wanted = wanted / 100 * denominator.value;
    }
  return per_month (wanted - numerator.value, plan_end, day);
}

static TosoFigure
needed (const TosoTarget   *target,
        const TosoProgress *progress,
        TosoDate            plan_end,
        TosoDate            day)
{
  TosoFigure wanted = wanted_value (target);

  if (!progress->value.known || !wanted.known || is_increase_or_decrease (target))
    return TOSO_FIGURE_MISSING;
  if (is_met (target, progress->value.value))
    return TOSO_FIGURE (0);
  return per_month (wanted.value - progress->value.value, plan_end, day);
}

/**
 * toso_progress_compute:
 *
 * The commune's ratio is Σ numerators / Σ denominators over the villages that
 * gave both, never a mean of percentages.
 */
TosoProgress
toso_progress_compute (const TosoTarget *target,
                       const GArray     *observations,
                       guint             n_villages,
                       TosoDate          plan_start,
                       TosoDate          plan_end,
                       TosoDate          day)
{
  g_autoptr (GHashTable) sums = NULL;
  TosoProgress progress = { 0 };

  g_return_val_if_fail (target != NULL, progress);
  g_return_val_if_fail (observations != NULL, progress);

  progress.coverage.expected = n_villages;
  sums = sum_up (target, observations);
  add_up (&progress, sums);
  if (target->kind == TOSO_TARGET_YES_NO)
    add_up_answers (&progress, sums);
  else
    progress.value = value_of (target, &progress);

  progress.pace = toso_progress_pace (target, wanted_value (target), plan_start, plan_end, day);
  progress.needed = needed (target, &progress, plan_end, day);
  progress.state = toso_progress_judge (target, progress.value, progress.pace);
  /* When the plan's time is over there is no pace to be on any more. */
  if (progress.state == TOSO_STATE_ON_PACE && toso_date_compare (day, plan_end) >= 0)
    progress.state = TOSO_STATE_BEHIND;
  return progress;
}

guint
toso_progress_count_carried (const TosoTarget *target,
                             const GArray     *observations,
                             TosoDate          first)
{
  g_autoptr (GHashTable) sums = NULL;
  guint          n = 0;
  GHashTableIter iter;
  gpointer       id;
  gpointer       value;

  g_return_val_if_fail (target != NULL, 0);
  g_return_val_if_fail (observations != NULL, 0);

  if (target->over_time == TOSO_OVER_TIME_FLOW)
    return 0;
  sums = sum_up (target, observations);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &id, &value))
    n += *(gint64 *) id != 0 && toso_date_compare (((Sum *) value)->as_of, first) < 0;

  return n;
}

TosoFigure
toso_progress_get_scale (const TosoTarget *target)
{
  if (target->direction == TOSO_DIRECTION_INCREASE || target->direction == TOSO_DIRECTION_DECREASE)
    return target->baseline.value > 0 ? target->baseline : TOSO_FIGURE_MISSING;
  if (target->kind == TOSO_TARGET_YES_NO)
    return TOSO_FIGURE (1);

  return target->value;
}

double
toso_progress_share_of (double value,
                        double scale)
{
  if (scale > 0)
    return value / scale;

  return value > 0 ? 2 : 1;
}

const char *
toso_progress_state_to_id (TosoProgressState state)
{
  switch (state)
    {
    case TOSO_STATE_MET:
      return "met";
    case TOSO_STATE_ON_PACE:
      return "on_pace";
    case TOSO_STATE_BEHIND:
      return "behind";
    case TOSO_STATE_NO_DATA:
    default:
      return "no_data";
    }
}
