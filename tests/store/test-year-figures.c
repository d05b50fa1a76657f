/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <math.h>
#include <string.h>

#include "core/toso-error.h"

#define MISSING \
  {             \
    FALSE, 0    \
  }
#define KNOWN(v) \
  {              \
    TRUE, (v)    \
  }

static void
set (char      **string,
     const char *value)
{
  g_free (*string);
  *string = g_strdup (value);
}

static TosoPlan *
load (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  TosoPlan *plan = toso_year_load_plan (year, &error);

  g_assert_no_error (error);
  return plan;
}

static gint64
get_indicator (TosoYear *year,
               guint     i)
{
  g_autoptr (TosoPlan) plan = load (year);

  return ((TosoTarget *) g_ptr_array_index (plan->targets, i))->indicator_id;
}

static gint64
get_village (TosoYear *year,
             guint     i)
{
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, NULL);

  return ((TosoVillage *) g_ptr_array_index (villages, i))->id;
}

static TosoPeriod
period (const char *text)
{
  TosoPeriod parsed;

  g_assert_true (toso_period_parse (text, &parsed));
  return parsed;
}

static GPtrArray *
list (TosoYear *year,
      gint64    indicator_id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *measurements = toso_year_list_measurements (year, indicator_id, &error);

  g_assert_no_error (error);
  return measurements;
}

static void
record (TosoYear   *year,
        gint64      village_id,
        const char *when,
        double      part,
        double      whole)
{
  g_autoptr (GError) error = NULL;

  toso_year_record (year, get_indicator (year, 0), village_id, period (when), TOSO_FIGURE (part), TOSO_FIGURE (whole), NULL, &error);
  g_assert_no_error (error);
}

static void
test_rules (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    TosoFigure numerator;
    TosoFigure denominator;
    gboolean   taken;
  } cases[] = {
    { KNOWN (46), KNOWN (100), TRUE },
    { KNOWN (100), KNOWN (100), TRUE },
    { KNOWN (0), KNOWN (0), TRUE },
    { KNOWN (0), KNOWN (7), TRUE },
    { KNOWN (46.5), MISSING, TRUE },
    { MISSING, KNOWN (100), TRUE },
    { KNOWN (101), KNOWN (100), FALSE },
    { KNOWN (1), KNOWN (0), FALSE },
    { KNOWN (-1), KNOWN (100), FALSE },
    { KNOWN (-1), MISSING, FALSE },
    { MISSING, KNOWN (-1), FALSE },
    { KNOWN (NAN), MISSING, FALSE },
    { KNOWN (INFINITY), MISSING, FALSE },
    { KNOWN (1), KNOWN (INFINITY), FALSE },
  };
  gint64 indicator = get_indicator (fixture->year, 0);
  gint64 village = get_village (fixture->year, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) measurements = NULL;
      const TosoMeasurement *measurement;

      if (!cases[i].taken)
        {
          g_assert_false (toso_year_record (fixture->year, indicator, village, period ("2026-03"),
                                            cases[i].numerator, cases[i].denominator, NULL, &error));
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
          continue;
        }

      toso_year_record (fixture->year, indicator, village, period ("2026-03"), cases[i].numerator, cases[i].denominator, NULL, &error);
      g_assert_no_error (error);
      measurements = list (fixture->year, indicator);
      g_assert_cmpuint (measurements->len, ==, 1);
      measurement = g_ptr_array_index (measurements, 0);
      g_assert_cmpint (measurement->numerator.known, ==, cases[i].numerator.known);
      g_assert_cmpfloat (measurement->numerator.value, ==, cases[i].numerator.value);
      g_assert_cmpint (measurement->denominator.known, ==, cases[i].denominator.known);
      g_assert_cmpfloat (measurement->denominator.value, ==, cases[i].denominator.value);
    }
}

/* Missing is not zero: taking a figure back is not writing 0. */
static void
test_both_missing_takes_back (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gint64 indicator = get_indicator (fixture->year, 0);
  gint64 village = get_village (fixture->year, 0);

  toso_year_record (fixture->year, indicator, village, period ("2026-03"), TOSO_FIGURE (0), TOSO_FIGURE (9), "theo sổ", &error);
  g_assert_no_error (error);
  some = list (fixture->year, 0);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpstr (((TosoMeasurement *) g_ptr_array_index (some, 0))->note, ==, "theo sổ");

  toso_year_record (fixture->year, indicator, village, period ("2026-03"), TOSO_FIGURE_MISSING, TOSO_FIGURE_MISSING, NULL, &error);
  g_assert_no_error (error);
  none = list (fixture->year, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM measurement_note"), ==, 0);
}

static void
test_one_figure_a_key (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) measurements = NULL;
  gint64 village = get_village (fixture->year, 0);

  record (fixture->year, village, "2026-03", 1, 10);
  record (fixture->year, village, "2026-03", 2, 10);
  record (fixture->year, 0, "2026-03", 3, 10);
  record (fixture->year, 0, "2026-03", 4, 10);
  measurements = list (fixture->year, 0);

  g_assert_cmpuint (measurements->len, ==, 2);
  g_assert_cmpint (((TosoMeasurement *) g_ptr_array_index (measurements, 0))->village_id, ==, 0);
  g_assert_cmpfloat (((TosoMeasurement *) g_ptr_array_index (measurements, 0))->numerator.value, ==, 4);
  g_assert_cmpfloat (((TosoMeasurement *) g_ptr_array_index (measurements, 1))->numerator.value, ==, 2);
}

static void
test_listed_by_period_then_village (Fixture      *fixture,
                                    gconstpointer data)
{
  static const struct
  {
    const char *period;
    guint       village;
  } order[] = { { "2026-01", 1 }, { "2026-02", 0 }, { "2026-02", 2 }, { "2026-10", 0 }, { "2026-10", 1 }, { "2026-10", 2 } };
  static const guint recorded[] = { 4, 1, 5, 0, 3, 2 };
  g_autoptr (GPtrArray) measurements = NULL;
  g_autoptr (GPtrArray) of_other = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (recorded); i++)
    record (fixture->year, get_village (fixture->year, order[recorded[i]].village), order[recorded[i]].period, i, 10);
  measurements = list (fixture->year, 0);

  g_assert_cmpuint (measurements->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < measurements->len; i++)
    {
      const TosoMeasurement *measurement = g_ptr_array_index (measurements, i);

      g_assert_true (toso_period_equal (measurement->period, period (order[i].period)));
      g_assert_cmpint (measurement->village_id, ==, get_village (fixture->year, order[i].village));
    }

  of_other = list (fixture->year, get_indicator (fixture->year, 1));
  g_assert_cmpuint (of_other->len, ==, 0);
}

static void
test_unknown_places (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 indicator = get_indicator (fixture->year, 0);

  g_assert_false (toso_year_record (fixture->year, 99, 0, period ("2026-03"), TOSO_FIGURE (1), TOSO_FIGURE (2), NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (toso_year_record (fixture->year, indicator, 99, period ("2026-03"), TOSO_FIGURE (1), TOSO_FIGURE (2), NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_false (toso_year_can_undo (fixture->year));
}

/* A pasted block goes in whole or not at all. */
static void
test_many_at_once (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *undone = NULL;
  guint            refused = 99;

  for (guint i = 0; i < 3; i++)
    {
      TosoMeasurement *figure = g_new0 (TosoMeasurement, 1);

      figure->indicator_id = get_indicator (fixture->year, 0);
      figure->village_id = get_village (fixture->year, i);
      figure->period = period ("2026-03");
      figure->numerator = TOSO_FIGURE (i == 2 ? 11 : 5);
      figure->denominator = TOSO_FIGURE (10);
      g_ptr_array_add (figures, figure);
    }

  g_assert_false (toso_year_record_all (fixture->year, figures, "Paste", &refused, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_cmpuint (refused, ==, 2);
  none = list (fixture->year, 0);
  g_assert_cmpuint (none->len, ==, 0);
  g_clear_error (&error);

  ((TosoMeasurement *) g_ptr_array_index (figures, 2))->numerator.value = 10;
  toso_year_record_all (fixture->year, figures, "Paste", NULL, &error);
  g_assert_no_error (error);
  all = list (fixture->year, 0);
  g_assert_cmpuint (all->len, ==, 3);

  undone = toso_year_undo (fixture->year, &error);
  g_assert_cmpstr (undone, ==, "Paste");
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM measurement"), ==, 0);
}

static void
test_sample_is_marked (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (toso_year_is_sample (fixture->year));
  toso_year_mark_sample (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_true (toso_year_is_sample (fixture->year));
}

/* Decree 09/2019/NĐ-CP, art. 12: the year runs from the 15th of December. */
static void
test_calendar (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TosoDate   start;
  TosoDate   end;
  TosoCutoff cutoff;
  int        custom_day;

  toso_year_get_calendar (fixture->year, &start, &end, &cutoff, &custom_day, &error);
  g_assert_no_error (error);
  g_assert_cmpint (toso_date_compare (start, (TosoDate){ 2025, 12, 15 }), ==, 0);
  g_assert_cmpint (toso_date_compare (end, (TosoDate){ 2026, 12, 14 }), ==, 0);
  g_assert_cmpint (cutoff, ==, TOSO_CUTOFF_DECREE);
}

/* --- targets --- */

static TosoTarget *
make_target (const char *name)
{
  TosoTarget *target = toso_target_new ();

  set (&target->name, name);
  target->kind = TOSO_TARGET_PERCENTAGE;
  target->value = TOSO_FIGURE (80);

  return target;
}

static void
test_target_rules (Fixture      *fixture,
                   gconstpointer data)
{
  static const struct
  {
    TosoTargetKind kind;
    TosoFigure     value;
    TosoFigure     whole;
    gboolean       taken;
  } cases[] = {
    { TOSO_TARGET_PERCENTAGE, KNOWN (0), MISSING, TRUE },
    { TOSO_TARGET_PERCENTAGE, KNOWN (100), MISSING, TRUE },
    { TOSO_TARGET_PERCENTAGE, KNOWN (100.5), MISSING, FALSE },
    { TOSO_TARGET_PERCENTAGE, KNOWN (-1), MISSING, FALSE },
    { TOSO_TARGET_PERCENTAGE, KNOWN (NAN), MISSING, FALSE },
    { TOSO_TARGET_COUNT_OF_COUNT, KNOWN (41), KNOWN (41), TRUE },
    { TOSO_TARGET_COUNT_OF_COUNT, KNOWN (42), KNOWN (41), FALSE },
    { TOSO_TARGET_COUNT, KNOWN (5000), MISSING, TRUE },
    { TOSO_TARGET_QUALITATIVE, MISSING, MISSING, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTarget) target = make_target ("Mục tiêu");
      g_autoptr (GError) error = NULL;

      target->kind = cases[i].kind;
      target->value = cases[i].value;
      target->whole = cases[i].whole;
      g_assert_cmpint (toso_year_save_target (fixture->year, target, NULL, &error), ==, cases[i].taken);
      if (cases[i].taken)
        g_assert_no_error (error);
      else
        g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
    }
}

static void
test_target_names_and_codes (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (TosoTarget) nameless = make_target ("  ");
  g_autoptr (TosoTarget) taken = make_target ("Mục tiêu");
  g_autoptr (TosoTarget) fresh = make_target ("Mục tiêu");
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_false (toso_year_save_target (fixture->year, nameless, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);

  set (&taken->code, "CT02");
  g_assert_false (toso_year_save_target (fixture->year, taken, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "Thành viên được tập huấn"));
  g_clear_error (&error);

  toso_year_save_target (fixture->year, fresh, &id, &error);
  g_assert_no_error (error);
  plan = load (fixture->year);
  g_assert_cmpstr (toso_plan_find_target (plan, id)->code, ==, "CT03");
  g_assert_true (toso_plan_find_target (plan, id) == g_ptr_array_index (plan->targets, 2));
}

/* Two windows, one target: the second to save is told. */
static void
test_a_stale_target_is_refused (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr (TosoPlan) mine = load (fixture->year);
  g_autoptr (TosoPlan) theirs = load (fixture->year);
  g_autoptr (TosoPlan) after = NULL;
  g_autoptr (GError) error = NULL;
  TosoTarget *my_target = g_ptr_array_index (mine->targets, 0);
  TosoTarget *their_target = g_ptr_array_index (theirs->targets, 0);

  set (&their_target->name, "Của họ");
  toso_year_save_target (fixture->year, their_target, NULL, &error);
  g_assert_no_error (error);

  my_target->value = TOSO_FIGURE (71);
  g_assert_false (toso_year_save_target (fixture->year, my_target, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
  after = load (fixture->year);
  g_assert_cmpstr (((TosoTarget *) g_ptr_array_index (after->targets, 0))->name, ==, "Của họ");
  g_assert_cmpfloat (((TosoTarget *) g_ptr_array_index (after->targets, 0))->value.value, ==, 70);
}

/* What the villages reported outlives the target. */
static void
test_removed_target_keeps_figures (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (TosoPlan) plan = load (fixture->year);
  g_autoptr (GPtrArray) measurements = NULL;
  g_autoptr (GError) error = NULL;

  record (fixture->year, 0, "2026-03", 1, 10);
  for (guint i = 0; i < 2; i++)
    {
      toso_year_remove_target (fixture->year, ((TosoTarget *) g_ptr_array_index (plan->targets, i))->id, &error);
      g_assert_no_error (error);
    }

  measurements = list (fixture->year, 0);
  g_assert_cmpuint (measurements->len, ==, 1);
  /* The other indicator had none, and went with its target. */
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM indicator"), ==, 1);

  g_assert_false (toso_year_remove_target (fixture->year, ((TosoTarget *) g_ptr_array_index (plan->targets, 0))->id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

/* --- tasks and villages --- */

static void
test_task_days (Fixture      *fixture,
                gconstpointer data)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *kept_last; /* NULL: refused */
  } cases[] = {
    { "", "", "" },
    { "2026-03-01", "30/6/2026", "2026-06-30" },
    { "", "2026-02-30", NULL },
    { "", "cuối năm", NULL },
    { "2026-06-30", "2026-03-01", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoTask) task = toso_task_new ();
      g_autoptr (TosoPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      const TosoTask *kept;

      set (&task->title, "Nhiệm vụ");
      set (&task->first_day, cases[i].first);
      set (&task->last_day, cases[i].last);
      if (cases[i].kept_last == NULL)
        {
          g_assert_false (toso_year_save_task (fixture->year, task, NULL, &error));
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
          continue;
        }

      toso_year_save_task (fixture->year, task, NULL, &error);
      g_assert_no_error (error);
      plan = load (fixture->year);
      kept = g_ptr_array_index (plan->tasks, plan->tasks->len - 1);
      g_assert_cmpstr (kept->last_day, ==, cases[i].kept_last);
    }
}

static void
test_village_rules (Fixture      *fixture,
                    gconstpointer data)
{
  static const struct
  {
    const char *name;
    TosoFigure  households;
    gboolean    taken;
  } cases[] = {
    { "Thôn Ngọc Minh", KNOWN (212), TRUE },
    { "Thôn Ngọc Lan", MISSING, TRUE },
    { "  ", MISSING, FALSE },
    { "Thôn A", KNOWN (-1), FALSE },
    { "Thôn A", KNOWN (1.5), FALSE },
    { "Thôn\nA", MISSING, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoVillage) village = toso_village_new (cases[i].name);
      g_autoptr (GError) error = NULL;

      village->households = cases[i].households;
      g_assert_cmpint (toso_year_save_village (fixture->year, village, NULL, &error), ==, cases[i].taken);
      if (!cases[i].taken)
        g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
    }
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village"), ==, 5);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM team"), ==, 5);
}

static void
test_a_stale_village_is_refused (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, NULL);
  TosoVillage *village = g_ptr_array_index (villages, 0);
  g_autoptr (GError) error = NULL;

  village->households = TOSO_FIGURE (100);
  toso_year_save_village (fixture->year, village, NULL, &error);
  g_assert_no_error (error);
  village->households = TOSO_FIGURE (101);
  g_assert_false (toso_year_save_village (fixture->year, village, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
}

#define ADD(name, test) g_test_add ("/year-figures/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("rules", test_rules);
  ADD ("both-missing-takes-back", test_both_missing_takes_back);
  ADD ("one-figure-a-key", test_one_figure_a_key);
  ADD ("listed-by-period-then-village", test_listed_by_period_then_village);
  ADD ("unknown-places", test_unknown_places);
  ADD ("many-at-once", test_many_at_once);
  ADD ("sample-is-marked", test_sample_is_marked);
  ADD ("calendar", test_calendar);
  ADD ("target-rules", test_target_rules);
  ADD ("target-names-and-codes", test_target_names_and_codes);
  ADD ("a-stale-target-is-refused", test_a_stale_target_is_refused);
  ADD ("removed-target-keeps-figures", test_removed_target_keeps_figures);
  ADD ("task-days", test_task_days);
  ADD ("village-rules", test_village_rules);
  ADD ("a-stale-village-is-refused", test_a_stale_village_is_refused);

  return g_test_run ();
}
