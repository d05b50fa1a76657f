/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "core/toso-progress.h"

#define MISSING NAN

/* A plan of 100 days, so that a day is a per cent of its time. */
static const TosoDate plan_start = { 2026, 1, 1 };
static const TosoDate plan_end = { 2026, 4, 11 };

static TosoFigure
figure (double value)
{
  return isnan (value) ? TOSO_FIGURE_MISSING : TOSO_FIGURE (value);
}

static void
assert_figure (TosoFigure found,
               double     expected)
{
  g_assert_cmpint (found.known, ==, !isnan (expected));
  g_assert_true (isfinite (found.value));
  if (found.known)
    g_assert_cmpfloat_with_epsilon (found.value, expected, 1e-9);
}

static TosoDate
day_of (int day)
{
  return toso_date_add_days (plan_start, day);
}

static void
observe (GArray *observations,
         gint64  village,
         int     day,
         double  numerator,
         double  denominator)
{
  TosoObservation observation = { village, day_of (day), figure (numerator), figure (denominator) };

  g_array_append_val (observations, observation);
}

static GArray *
new_observations (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TosoObservation));
}

static TosoTarget *
new_target (TosoTargetKind kind,
            TosoDirection  direction,
            double         value,
            double         baseline,
            TosoOverTime   over_time)
{
  TosoTarget *target = toso_target_new ();

  target->kind = kind;
  target->direction = direction;
  target->value = figure (value);
  target->baseline = figure (baseline);
  target->over_time = over_time;
  return target;
}

static TosoProgress
compute (const TosoTarget *target,
         const GArray     *observations,
         int               day)
{
  return toso_progress_compute (target, observations, 41, plan_start, plan_end, day_of (day));
}

static void
test_ratio_of_sums (void)
{
  g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_STOCK);
  g_autoptr (GArray) observations = new_observations ();
  TosoProgress progress;

  observe (observations, 1, 13, 1, 1);        /* 100 % of one household */
  observe (observations, 2, 13, 20, 99);      /* 20,2 % of many */
  observe (observations, 3, 13, 50, MISSING); /* half a figure is none */
  observe (observations, 4, 13, MISSING, 80);
  observe (observations, 5, 13, 0, 0); /* reported: nobody there */
  progress = compute (target, observations, 13);

  assert_figure (progress.numerator, 21);
  assert_figure (progress.denominator, 100);
  assert_figure (progress.value, 21); /* not the mean, 60,1 */
  g_assert_cmpuint (progress.coverage.reported, ==, 3);
  g_assert_cmpuint (progress.coverage.expected, ==, 41);
  g_assert_false (progress.commune_wide);
  g_assert_cmpint (toso_date_compare (progress.as_of, day_of (13)), ==, 0);
}

static void
test_missing_is_not_zero (void)
{
  g_autoptr (TosoTarget) count = new_target (TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 2, MISSING, TOSO_OVER_TIME_FLOW);
  g_autoptr (TosoTarget) ratio = new_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_STOCK);
  g_autoptr (GArray) observations = new_observations ();
  TosoProgress progress = compute (count, observations, 50);

  g_assert_false (progress.numerator.known);
  g_assert_false (progress.value.known);
  g_assert_false (progress.needed.known);
  g_assert_true (progress.pace.known);
  g_assert_cmpuint (progress.coverage.reported, ==, 0);
  g_assert_false (progress.commune_wide);
  g_assert_false (toso_date_is_valid (progress.as_of));
  g_assert_cmpint (progress.state, ==, TOSO_STATE_NO_DATA);

  observe (observations, 1, 10, MISSING, MISSING);
  progress = compute (count, observations, 50);
  g_assert_cmpint (progress.state, ==, TOSO_STATE_NO_DATA);
  g_assert_cmpuint (progress.coverage.reported, ==, 0);

  /* Zero is a figure; nothing out of nothing is no share. */
  observe (observations, 1, 10, 0, 0);
  progress = compute (count, observations, 50);
  assert_figure (progress.value, 0);
  g_assert_cmpint (progress.state, ==, TOSO_STATE_BEHIND);
  progress = compute (ratio, observations, 50);
  g_assert_false (progress.value.known);
  g_assert_cmpuint (progress.coverage.reported, ==, 1);
  g_assert_cmpint (progress.state, ==, TOSO_STATE_NO_DATA);
}

static void
test_flow_and_stock (void)
{
  static const struct
  {
    TosoTargetKind kind;
    TosoOverTime   over_time;
    double         numerator;
    double         denominator;
    double         value;
  } cases[] = {
    { TOSO_TARGET_COUNT, TOSO_OVER_TIME_FLOW, 5 + 7 + 2, 10 + 20 + 4, 14 },
    { TOSO_TARGET_COUNT, TOSO_OVER_TIME_STOCK, 7 + 2, 20 + 4, 9 },
    { TOSO_TARGET_COUNT_OF_COUNT, TOSO_OVER_TIME_STOCK, 9, 24, 9 },
    { TOSO_TARGET_PERCENTAGE, TOSO_OVER_TIME_FLOW, 14, 34, 100.0 * 14 / 34 },
    { TOSO_TARGET_PERCENTAGE, TOSO_OVER_TIME_STOCK, 9, 24, 37.5 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTarget) target = new_target (cases[i].kind, TOSO_DIRECTION_AT_LEAST, 70, MISSING, cases[i].over_time);
      g_autoptr (GArray) observations = new_observations ();
      TosoProgress progress;

      observe (observations, 1, 44, 7, 20); /* not in the order of time */
      observe (observations, 1, 13, 5, 10);
      observe (observations, 2, 13, 2, 4);
      observe (observations, 2, 44, MISSING, MISSING); /* the older figure stays */
      progress = compute (target, observations, 44);

      assert_figure (progress.numerator, cases[i].numerator);
      assert_figure (progress.denominator, cases[i].denominator);
      assert_figure (progress.value, cases[i].value);
      g_assert_cmpuint (progress.coverage.reported, ==, 2);
      g_assert_cmpint (toso_date_compare (progress.as_of, day_of (44)), ==, 0);
    }
}

static void
test_count_of_count (void)
{
  g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_EQUAL, 41, MISSING, TOSO_OVER_TIME_STOCK);
  g_autoptr (GArray) observations = new_observations ();
  TosoProgress progress;

  observe (observations, 0, 13, 41, MISSING);
  progress = compute (target, observations, 13);
  assert_figure (progress.value, 41);
  g_assert_false (progress.denominator.known);
  g_assert_true (progress.commune_wide);
  g_assert_cmpuint (progress.coverage.reported, ==, 0);
  g_assert_cmpint (progress.state, ==, TOSO_STATE_MET);
  assert_figure (progress.needed, 0);

  g_array_set_size (observations, 0);
  observe (observations, 1, 13, 1, 1);
  observe (observations, 2, 13, 1, MISSING); /* then no whole can be told */
  progress = compute (target, observations, 13);
  assert_figure (progress.value, 2);
  g_assert_false (progress.denominator.known);
}

static void
test_commune_figure (void)
{
  g_autoptr (TosoTarget) stock = new_target (TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_STOCK);
  g_autoptr (TosoTarget) flow = new_target (TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_FLOW);
  g_autoptr (GArray) observations = new_observations ();
  TosoProgress progress;

  observe (observations, 0, 13, 30, MISSING);
  observe (observations, 0, 44, 10, MISSING);
  progress = compute (stock, observations, 44);
  assert_figure (progress.value, 10);
  g_assert_true (progress.commune_wide);
  progress = compute (flow, observations, 44);
  assert_figure (progress.value, 40);
  g_assert_true (progress.commune_wide);

  /* The villages' own figures go before the commune's of the same time. */
  observe (observations, 1, 44, 4, MISSING);
  progress = compute (stock, observations, 44);
  assert_figure (progress.value, 4);
  g_assert_false (progress.commune_wide);
  g_assert_cmpuint (progress.coverage.reported, ==, 1);
  progress = compute (flow, observations, 44);
  assert_figure (progress.value, 34);
  g_assert_false (progress.commune_wide);
  g_assert_cmpuint (progress.coverage.reported, ==, 1);
}

static void
test_yes_no (void)
{
  static const struct
  {
    double            first;
    double            second;
    int               day;
    double            value;
    TosoProgressState state;
  } cases[] = {
    { 1, 1, 10, 1, TOSO_STATE_MET },
    { 1, 0, 10, 0, TOSO_STATE_ON_PACE },
    { 1, 0, 100, 0, TOSO_STATE_BEHIND },
    { MISSING, 1, 10, 1, TOSO_STATE_MET },
    { MISSING, MISSING, 10, MISSING, TOSO_STATE_NO_DATA },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_YES_NO, TOSO_DIRECTION_NONE, MISSING, MISSING, TOSO_OVER_TIME_STOCK);
      g_autoptr (GArray) observations = new_observations ();
      TosoProgress progress;

      observe (observations, 1, 10, cases[i].first, MISSING);
      observe (observations, 2, 10, cases[i].second, MISSING);
      progress = compute (target, observations, cases[i].day);
      assert_figure (progress.value, cases[i].value);
      g_assert_cmpint (progress.state, ==, cases[i].state);
    }
}

static void
test_pace (void)
{
  static const struct
  {
    TosoTargetKind kind;
    TosoDirection  direction;
    double         value;
    double         baseline;
    TosoOverTime   over_time;
    double         paces[5]; /* before, first day, a quarter, half, the end and after */
  } cases[] = {
    /* from nothing */
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 80, MISSING, TOSO_OVER_TIME_STOCK, { 0, 0, 20, 40, 80 } },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 80, MISSING, TOSO_OVER_TIME_FLOW, { 0, 0, 20, 40, 80 } },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_NONE, 80, MISSING, TOSO_OVER_TIME_STOCK, { 0, 0, 20, 40, 80 } },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 8, MISSING, TOSO_OVER_TIME_FLOW, { 0, 0, 2, 4, 8 } },
    { TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_EQUAL, 40, MISSING, TOSO_OVER_TIME_STOCK, { 0, 0, 10, 20, 40 } },
    /* from the baseline */
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, 90, 50, TOSO_OVER_TIME_STOCK, { 50, 50, 60, 70, 90 } },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 40, 20, TOSO_OVER_TIME_STOCK, { 20, 20, 25, 30, 40 } },
    /* last year's total is no start for what adds up this year */
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 40, 20, TOSO_OVER_TIME_FLOW, { 0, 0, 10, 20, 40 } },
    /* what is good enough is kept */
    { TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_EQUAL, 41, 41, TOSO_OVER_TIME_STOCK, { 41, 41, 41, 41, 41 } },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, 90, TOSO_OVER_TIME_STOCK, { 70, 70, 70, 70, 70 } },
    /* to be brought down to an exact number */
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_EQUAL, 4, 8, TOSO_OVER_TIME_STOCK, { 8, 8, 7, 6, 4 } },
    /* ceilings */
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 5, MISSING, TOSO_OVER_TIME_STOCK, { 5, 5, 5, 5, 5 } },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, 4, 8, TOSO_OVER_TIME_STOCK, { 8, 8, 7, 6, 4 } },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_LESS_THAN, 4, 2, TOSO_OVER_TIME_STOCK, { 4, 4, 4, 4, 4 } },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_MOST, 10, 20, TOSO_OVER_TIME_FLOW, { 10, 10, 10, 10, 10 } },
    /* against last year */
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, MISSING, 40, TOSO_OVER_TIME_STOCK, { 40, 40, 40, 40, 40 } },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, MISSING, 40, TOSO_OVER_TIME_FLOW, { 0, 0, 10, 20, 40 } },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_DECREASE, MISSING, 40, TOSO_OVER_TIME_STOCK, { 40, 40, 40, 40, 40 } },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, MISSING, MISSING, TOSO_OVER_TIME_STOCK, { MISSING, MISSING, MISSING, MISSING, MISSING } },
    /* no number, no pace */
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, MISSING, MISSING, TOSO_OVER_TIME_STOCK, { MISSING, MISSING, MISSING, MISSING, MISSING } },
    /* a yes is due on the last day */
    { TOSO_TARGET_YES_NO, TOSO_DIRECTION_NONE, 1, MISSING, TOSO_OVER_TIME_STOCK, { 0, 0, 0, 0, 1 } },
  };
  static const int days[] = { -30, 0, 25, 50, 100 };
  gsize            i;
  gsize            j;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTarget) target = new_target (cases[i].kind, cases[i].direction, cases[i].value, cases[i].baseline, cases[i].over_time);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      for (j = 0; j < G_N_ELEMENTS (days); j++)
        assert_figure (toso_progress_pace (target, target->value, plan_start, plan_end, day_of (days[j])), cases[i].paces[j]);
      assert_figure (toso_progress_pace (target, target->value, plan_start, plan_end, day_of (400)), cases[i].paces[4]);
    }
}

static void
test_pace_without_a_plan (void)
{
  g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, 8, MISSING, TOSO_OVER_TIME_FLOW);
  TosoDate none = { 0 };

  assert_figure (toso_progress_pace (target, target->value, none, plan_end, day_of (5)), MISSING);
  assert_figure (toso_progress_pace (target, target->value, plan_start, none, day_of (5)), MISSING);
  assert_figure (toso_progress_pace (target, target->value, plan_end, plan_start, day_of (5)), MISSING);
  assert_figure (toso_progress_pace (target, target->value, plan_start, plan_end, none), MISSING);
  /* of one day */
  assert_figure (toso_progress_pace (target, target->value, plan_start, plan_start, plan_start), 8);
}

static void
test_state (void)
{
  static const struct
  {
    TosoDirection     direction;
    double            wanted;
    double            baseline;
    double            value;
    int               day;
    TosoProgressState state;
  } cases[] = {
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, 70, 10, TOSO_STATE_MET },
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, 100.0 * 0.7, 10, TOSO_STATE_MET }, /* 70.00000000000001 or 69.99… */
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, 35, 50, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, 34.9, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, 69.9, 100, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, 0, 0, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_AT_LEAST, 70, MISSING, MISSING, 50, TOSO_STATE_NO_DATA },
    { TOSO_DIRECTION_AT_LEAST, 70, 60, 64, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_MORE_THAN, 90, MISSING, 90, 50, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_MORE_THAN, 90, MISSING, 90, 100, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_MORE_THAN, 90, MISSING, 90.1, 100, TOSO_STATE_MET },
    { TOSO_DIRECTION_AT_MOST, 5, MISSING, 5, 10, TOSO_STATE_MET },
    { TOSO_DIRECTION_AT_MOST, 5, MISSING, 5.1, 10, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_AT_MOST, 4, 8, 6, 50, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_AT_MOST, 4, 8, 6.1, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_LESS_THAN, 5, MISSING, 5, 10, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_LESS_THAN, 5, MISSING, 5, 100, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_LESS_THAN, 5, MISSING, 4.9, 10, TOSO_STATE_MET },
    { TOSO_DIRECTION_EQUAL, 41, MISSING, 41, 10, TOSO_STATE_MET },
    { TOSO_DIRECTION_EQUAL, 41, MISSING, 21, 50, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_EQUAL, 41, MISSING, 20, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_EQUAL, 41, 41, 40, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_EQUAL, 41, 41, 42, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_NONE, 70, MISSING, 71, 50, TOSO_STATE_MET },
    { TOSO_DIRECTION_NONE, MISSING, MISSING, 71, 50, TOSO_STATE_NO_DATA },
    { TOSO_DIRECTION_INCREASE, MISSING, 40, 40.1, 50, TOSO_STATE_MET },
    { TOSO_DIRECTION_INCREASE, MISSING, 40, 40, 50, TOSO_STATE_ON_PACE },
    { TOSO_DIRECTION_INCREASE, MISSING, 40, 40, 100, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_INCREASE, MISSING, 40, 39, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_INCREASE, MISSING, MISSING, 39, 50, TOSO_STATE_NO_DATA },
    { TOSO_DIRECTION_INCREASE, 50, MISSING, 60, 50, TOSO_STATE_NO_DATA },
    { TOSO_DIRECTION_DECREASE, MISSING, 40, 39, 50, TOSO_STATE_MET },
    { TOSO_DIRECTION_DECREASE, MISSING, 40, 41, 50, TOSO_STATE_BEHIND },
    { TOSO_DIRECTION_DECREASE, MISSING, MISSING, 41, 50, TOSO_STATE_NO_DATA },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_COUNT, cases[i].direction, cases[i].wanted, cases[i].baseline, TOSO_OVER_TIME_STOCK);
      g_autoptr (GArray) observations = new_observations ();
      TosoProgress progress;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      observe (observations, 0, 10, cases[i].value, MISSING);
      progress = compute (target, observations, cases[i].day);
      g_assert_cmpint (progress.state, ==, cases[i].state);
      if (cases[i].state == TOSO_STATE_MET && !isnan (cases[i].wanted))
        assert_figure (progress.needed, 0);
    }
}

static void
test_needed (void)
{
  static const double month = 365.25 / 12;
  g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_STOCK);
  g_autoptr (TosoTarget) vague = new_target (TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, MISSING, 3, TOSO_OVER_TIME_STOCK);
  g_autoptr (GArray) observations = new_observations ();

  observe (observations, 1, 0, 30, 100);
  observe (observations, 2, 0, 80, 100);
  assert_figure (compute (target, observations, 0).needed, 15 / (100 / month));
  assert_figure (compute (target, observations, 50).needed, 15 / (50 / month));
  /* Within the last month all of it is due. */
  assert_figure (compute (target, observations, 95).needed, 15);
  assert_figure (compute (target, observations, 99).needed, 15);
  assert_figure (compute (target, observations, 100).needed, MISSING);
  assert_figure (compute (target, observations, 200).needed, MISSING);
  assert_figure (compute (vague, observations, 0).needed, MISSING);
}

/* Rule of DESIGN.md §5. */
static void
test_needs_of_villages_add_up (void)
{
  static const double villages[][2] = { { 30, 100 }, { 80, 100 }, { 5, 57 }, { 0, 0 }, { 12, 13 } };
  g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_STOCK);
  g_autoptr (GArray) observations = new_observations ();
  TosoProgress progress;
  TosoFigure   all;
  double       sum = 0;
  gsize        i;

  for (i = 0; i < G_N_ELEMENTS (villages); i++)
    {
      TosoFigure need = toso_progress_needed_units (target, target->value, figure (villages[i][0]), figure (villages[i][1]), plan_end, day_of (20));

      g_assert_true (need.known);
      sum += need.value;
      observe (observations, (gint64) i + 1, 10, villages[i][0], villages[i][1]);
    }
  progress = compute (target, observations, 20);
  all = toso_progress_needed_units (target, target->value, progress.numerator, progress.denominator, plan_end, day_of (20));
  assert_figure (all, sum);
  /* and the commune's is the one of its per cent */
  assert_figure (progress.needed, 100 * all.value / progress.denominator.value);

  assert_figure (toso_progress_needed_units (target, target->value, figure (3), figure (MISSING), plan_end, day_of (20)), MISSING);
  assert_figure (toso_progress_needed_units (target, figure (MISSING), figure (3), figure (4), plan_end, day_of (20)), MISSING);
}

static void
test_never_infinite (void)
{
  g_autoptr (TosoTarget) target = new_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, MISSING, TOSO_OVER_TIME_FLOW);
  g_autoptr (GArray) observations = new_observations ();
  TosoObservation endless = { 1, day_of (3), TOSO_FIGURE (INFINITY), TOSO_FIGURE (1) };
  TosoProgress    progress;

  g_array_append_val (observations, endless);
  progress = compute (target, observations, 10);
  g_assert_cmpint (progress.state, ==, TOSO_STATE_NO_DATA);
  g_assert_cmpuint (progress.coverage.reported, ==, 0);

  observe (observations, 2, 3, 1e308, 1e-308);
  observe (observations, 3, 3, 1e308, 1e-308);
  progress = compute (target, observations, 10);
  assert_figure (progress.numerator, MISSING);
  assert_figure (progress.value, MISSING);
  g_assert_cmpint (progress.state, ==, TOSO_STATE_NO_DATA);
}

/* What a bar is drawn from. */
static void
test_scale (void)
{
  g_autoptr (TosoTarget) reach = new_target (TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, 70, 20, TOSO_OVER_TIME_STOCK);
  g_autoptr (TosoTarget) rise = new_target (TOSO_TARGET_COUNT, TOSO_DIRECTION_INCREASE, 50, 20, TOSO_OVER_TIME_STOCK);
  g_autoptr (TosoTarget) from_nothing = new_target (TOSO_TARGET_COUNT, TOSO_DIRECTION_INCREASE, 50, 0, TOSO_OVER_TIME_STOCK);

  g_assert_cmpfloat (toso_progress_get_scale (reach).value, ==, 70);
  g_assert_cmpfloat (toso_progress_get_scale (rise).value, ==, 20);
  g_assert_false (toso_progress_get_scale (from_nothing).known);
  g_assert_cmpfloat (toso_progress_share_of (35, 70), ==, 0.5);
  g_assert_cmpfloat (toso_progress_share_of (0, 0), ==, 1);
  g_assert_cmpfloat (toso_progress_share_of (1, 0), ==, 2);
}

static void
test_state_ids (void)
{
  g_assert_cmpstr (toso_progress_state_to_id (TOSO_STATE_MET), ==, "met");
  g_assert_cmpstr (toso_progress_state_to_id (TOSO_STATE_ON_PACE), ==, "on_pace");
  g_assert_cmpstr (toso_progress_state_to_id (TOSO_STATE_BEHIND), ==, "behind");
  g_assert_cmpstr (toso_progress_state_to_id (TOSO_STATE_NO_DATA), ==, "no_data");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/progress/ratio-of-sums", test_ratio_of_sums);
  g_test_add_func ("/core/progress/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/core/progress/flow-and-stock", test_flow_and_stock);
  g_test_add_func ("/core/progress/count-of-count", test_count_of_count);
  g_test_add_func ("/core/progress/commune-figure", test_commune_figure);
  g_test_add_func ("/core/progress/yes-no", test_yes_no);
  g_test_add_func ("/core/progress/pace", test_pace);
  g_test_add_func ("/core/progress/pace-without-a-plan", test_pace_without_a_plan);
  g_test_add_func ("/core/progress/state", test_state);
  g_test_add_func ("/core/progress/needed", test_needed);
  g_test_add_func ("/core/progress/needs-of-villages-add-up", test_needs_of_villages_add_up);
  g_test_add_func ("/core/progress/never-infinite", test_never_infinite);
  g_test_add_func ("/core/progress/scale", test_scale);
  g_test_add_func ("/core/progress/state-ids", test_state_ids);

  return g_test_run ();
}
