/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/toso-error.h"

#define MONTH(n) ((TosoPeriod){ TOSO_PERIOD_MONTH, 2026, (n) })
#define QUARTER1 ((TosoPeriod){ TOSO_PERIOD_QUARTER, 2026, 1 })
#define NO_DAY   ((TosoDate){ 0, 0, 0 })

enum {
  HOUSEHOLDS, /* ≥ 70 %, adds up */
  TEAMS,      /* 4/4, the latest counts */
  ENTERPRISES /* words only */
};

typedef struct
{
  char      *directory;
  TosoYear  *year;
  GPtrArray *villages;
  gint64     indicators[3];
} Fixture;

static void
add_target (TosoPlan      *plan,
            const char    *code,
            const char    *name,
            TosoTargetKind kind,
            TosoDirection  direction,
            TosoFigure     value,
            const char    *unit,
            TosoOverTime   over_time)
{
  TosoTarget *target = toso_target_new ();

  g_free (target->code);
  target->code = g_strdup (code);
  g_free (target->name);
  target->name = g_strdup (name);
  g_free (target->unit);
  target->unit = g_strdup (unit);
  target->kind = kind;
  target->direction = direction;
  target->value = value;
  target->over_time = over_time;
  g_ptr_array_add (plan->targets, target);
}

static TosoPlan *
make_plan (void)
{
  TosoPlan *plan = toso_plan_new ();

  plan->year = 2026;
  plan->n_villages = 4;
  g_ptr_array_add (plan->sections, toso_section_new (TOSO_SECTION_NUMBERED, 1, "I.", "MỤC TIÊU", "- Hỗ trợ tối thiểu 70% hộ."));
  add_target (plan, "CT01", "Hộ dùng dịch vụ công", TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, TOSO_FIGURE (70), "%", TOSO_OVER_TIME_FLOW);
  add_target (plan, "CT02", "Duy trì Tổ", TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_EQUAL, TOSO_FIGURE (4), "Tổ", TOSO_OVER_TIME_STOCK);
  add_target (plan, "CT03", "Hướng dẫn doanh nghiệp", TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, TOSO_FIGURE_MISSING, "", TOSO_OVER_TIME_FLOW);

  return plan;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (TosoPlan) plan = make_plan ();
  g_autoptr (TosoPlan) stored = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->directory = g_dir_make_tmp ("toso-report-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->directory, "ngọc liên.toso", NULL);
  file = g_file_new_for_path (path);
  fixture->year = toso_year_create (file, plan, NULL, &error);
  g_assert_no_error (error);
  fixture->villages = toso_year_list_villages (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->villages->len, ==, 4);
  stored = toso_year_load_plan (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (stored->targets->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    fixture->indicators[i] = ((TosoTarget *) stored->targets->pdata[i])->indicator_id;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) directory = NULL;
  const char *name;

  toso_year_close (fixture->year);
  g_assert_finalize_object (fixture->year);
  g_ptr_array_unref (fixture->villages);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

/* @village: index, or -1 for the commune as a whole. */
static void
record (Fixture   *fixture,
        guint      indicator,
        int        village,
        TosoPeriod period,
        double     numerator,
        double     denominator)
{
  g_autoptr (GError) error = NULL;
  gint64 id = village < 0 ? 0 : ((TosoVillage *) fixture->villages->pdata[village])->id;

  toso_year_record (fixture->year,
                    fixture->indicators[indicator],
                    id,
                    period,
                    TOSO_FIGURE (numerator),
                    denominator > 0 ? TOSO_FIGURE (denominator) : TOSO_FIGURE_MISSING,
                    "",
                    &error);
  g_assert_no_error (error);
}

static GPtrArray *
get_results (Fixture          *fixture,
             const TosoPeriod *period,
             TosoDate          day)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *results = toso_report_target_results (fixture->year, period, day, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 3);

  return results;
}

static void
test_no_figures (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) results = get_results (fixture, NULL, NO_DAY);

  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];

      g_assert_cmpint (result->target->indicator_id, ==, fixture->indicators[i]);
      g_assert_null (result->target->section);
      g_assert_false (result->progress.value.known);
      g_assert_cmpuint (result->progress.coverage.reported, ==, 0);
      g_assert_cmpuint (result->progress.coverage.expected, ==, 4);
      g_assert_cmpint (result->progress.state, ==, TOSO_STATE_NO_DATA);
    }
}

/* 30 of 100 and 10 of 20 are 40 of 120, not the mean of 30 % and 50 %; the
 * villages that gave nothing count as nothing. */
static void
test_ratio_of_sums (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  const TosoTargetResult *result;
  g_autofree char        *value = NULL;
  g_autofree char        *coverage = NULL;

  record (fixture, HOUSEHOLDS, 0, MONTH (1), 30, 100);
  record (fixture, HOUSEHOLDS, 1, MONTH (1), 10, 20);
  results = get_results (fixture, NULL, NO_DAY);
  result = results->pdata[HOUSEHOLDS];
  value = toso_report_value_text (result);
  coverage = toso_report_coverage_text (result);
  g_assert_cmpstr (value, ==, "33,3 %");
  g_assert_cmpstr (coverage, ==, "2/4 villages");
}

static void
test_period_leaves_out_later (Fixture      *fixture,
                              gconstpointer data)
{
  TosoPeriod january = MONTH (1);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const TosoTargetResult *result;

  record (fixture, TEAMS, 0, MONTH (1), 1, 0);
  record (fixture, TEAMS, 1, MONTH (1), 1, 0);
  record (fixture, TEAMS, 2, MONTH (2), 1, 0);
  before = get_results (fixture, &january, NO_DAY);
  result = before->pdata[TEAMS];
  g_assert_cmpfloat (result->progress.value.value, ==, 2);
  g_assert_cmpuint (result->progress.coverage.reported, ==, 2);

  all = get_results (fixture, NULL, NO_DAY);
  result = all->pdata[TEAMS];
  g_assert_cmpfloat (result->progress.value.value, ==, 3);
  g_assert_cmpuint (result->progress.coverage.reported, ==, 3);
}

/* What a village last said stands until it says more, and is told to be old;
 * not of what adds up, nor where a village is there no more. */
static void
test_carried_over (Fixture      *fixture,
                   gconstpointer data)
{
  TosoPeriod february = MONTH (2), march = MONTH (3), quarter = QUARTER1;
  g_autoptr (GPtrArray) then = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) whole = NULL;
  g_autofree char *coverage = NULL;

  for (int village = 0; village < 4; village++)
    record (fixture, TEAMS, village, MONTH (village % 2 + 1), 1, 0);
  record (fixture, HOUSEHOLDS, 0, MONTH (1), 30, 100);
  then = get_results (fixture, &february, NO_DAY);
  coverage = toso_report_coverage_text (then->pdata[TEAMS]);
  g_assert_cmpstr (coverage, ==, "4/4 villages (2 from before)");
  g_assert_cmpuint (((TosoTargetResult *) then->pdata[HOUSEHOLDS])->progress.coverage.carried, ==, 0);

  later = get_results (fixture, &march, NO_DAY);
  g_assert_cmpuint (((TosoTargetResult *) later->pdata[TEAMS])->progress.coverage.carried, ==, 4);
  whole = get_results (fixture, &quarter, NO_DAY);
  g_assert_cmpuint (((TosoTargetResult *) whole->pdata[TEAMS])->progress.coverage.carried, ==, 0);
}

/* A village that gave its months and then the quarter is counted once. */
static void
test_quarter_stands_for_its_months (Fixture      *fixture,
                                    gconstpointer data)
{
  TosoPeriod quarter = QUARTER1;
  TosoPeriod january = MONTH (1);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) by_quarter = NULL;
  g_autoptr (GPtrArray) by_month = NULL;

  record (fixture, ENTERPRISES, 0, MONTH (1), 5, 0);
  record (fixture, ENTERPRISES, 0, MONTH (2), 7, 0);
  record (fixture, ENTERPRISES, 0, QUARTER1, 13, 0);
  record (fixture, ENTERPRISES, 0, MONTH (4), 2, 0);
  record (fixture, ENTERPRISES, 1, MONTH (1), 1, 0);

  all = get_results (fixture, NULL, NO_DAY);
  g_assert_cmpfloat (((TosoTargetResult *) all->pdata[ENTERPRISES])->progress.value.value, ==, 13 + 2 + 1);
  by_quarter = get_results (fixture, &quarter, NO_DAY);
  g_assert_cmpfloat (((TosoTargetResult *) by_quarter->pdata[ENTERPRISES])->progress.value.value, ==, 13 + 1);
  by_month = get_results (fixture, &january, NO_DAY);
  g_assert_cmpfloat (((TosoTargetResult *) by_month->pdata[ENTERPRISES])->progress.value.value, ==, 5 + 1);
}

static void
test_whole_commune (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  const TosoTargetResult *result;
  g_autofree char        *coverage = NULL;

  record (fixture, TEAMS, -1, MONTH (1), 4, 0);
  results = get_results (fixture, NULL, NO_DAY);
  result = results->pdata[TEAMS];
  coverage = toso_report_coverage_text (result);
  g_assert_cmpfloat (result->progress.value.value, ==, 4);
  g_assert_cmpint (result->progress.state, ==, TOSO_STATE_MET);
  g_assert_cmpstr (coverage, ==, "whole commune");
}

/* Looking back at January in June, January's pace is what counts; looking at
 * it before it is over, that day's. */
static void
test_pace_is_that_of_the_period (Fixture      *fixture,
                                 gconstpointer data)
{
  TosoPeriod january = MONTH (1);
  TosoDate   start, end, first, last;
  TosoCutoff cutoff;
  int        custom_day;

  g_assert_true (toso_year_get_calendar (fixture->year, &start, &end, &cutoff, &custom_day, NULL));
  toso_period_get_range (january, cutoff, custom_day, &first, &last);
  record (fixture, HOUSEHOLDS, 0, january, 30, 100);

  for (int ahead = -3; ahead < 150; ahead += 51)
    {
      TosoDate day = toso_date_add_days (last, ahead);
      TosoDate expected_day = ahead > 0 ? last : day;
      g_autoptr (GPtrArray) results = get_results (fixture, &january, day);
      const TosoTargetResult *result = results->pdata[HOUSEHOLDS];
      TosoFigure              expected = toso_progress_pace (result->target, result->target->value, start, end, expected_day);

      g_assert_true (result->progress.pace.known);
      g_assert_cmpfloat_with_epsilon (result->progress.pace.value, expected.value, 1e-9);
    }
}

/* An undone figure is gone from the results too. */
static void
test_undo_takes_the_figure_back (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GPtrArray) results = NULL;
  g_autofree char *title = NULL;

  record (fixture, TEAMS, 0, MONTH (1), 1, 0);
  title = toso_year_undo (fixture->year, NULL);
  g_assert_nonnull (title);
  results = get_results (fixture, NULL, NO_DAY);
  g_assert_false (((TosoTargetResult *) results->pdata[TEAMS])->progress.value.known);
}

static void
test_charts_by_name (Fixture      *fixture,
                     gconstpointer data)
{
  const char *const *names = toso_report_list_charts ();

  record (fixture, HOUSEHOLDS, 0, MONTH (1), 30, 100);
  g_assert_true (g_strv_contains (names, "targets"));
  for (guint i = 0; names[i] != NULL; i++)
    for (int gray = 0; gray < 2; gray++)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;

        g_assert_true (toso_report_draw_chart (fixture->year, names[i], NULL, NULL, gray, TOSO_PICTURE_SVG, 0, 0, &bytes, &error));
        g_assert_no_error (error);
        g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      }
}

/* Made-up figures are marked on every chart and paper, real ones on none. */
static void
test_sample_mark (Fixture      *fixture,
                  gconstpointer data)
{
  const char *const *charts = toso_report_list_charts ();
  const char *const *papers = toso_report_list_papers ();
  g_autoptr (GError) error = NULL;

  record (fixture, HOUSEHOLDS, 0, MONTH (1), 30, 100);
  g_assert_null (toso_report_get_mark (fixture->year));
  for (guint i = 0; papers[i] != NULL; i++)
    {
      g_autoptr (TosoPaper) paper = toso_report_paper (fixture->year, papers[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_null (paper->watermark);
    }
  for (guint i = 0; charts[i] != NULL; i++)
    {
      g_autoptr (GBytes) real = NULL;
      g_autoptr (GBytes) marked = NULL;

      toso_report_draw_chart (fixture->year, charts[i], NULL, NULL, FALSE, TOSO_PICTURE_SVG, 0, 0, &real, &error);
      g_assert_no_error (error);
      if (i == 0)
        toso_year_mark_sample (fixture->year, &error);
      g_assert_no_error (error);
      toso_report_draw_chart (fixture->year, charts[i], NULL, NULL, FALSE, TOSO_PICTURE_SVG, 0, 0, &marked, &error);
      g_assert_no_error (error);
      if (i == 0)
        g_assert_cmpuint (g_bytes_get_size (marked), >, g_bytes_get_size (real));
    }

  g_assert_cmpstr (toso_report_get_mark (fixture->year), ==, "SỐ LIỆU MẪU");
  for (guint i = 0; papers[i] != NULL; i++)
    {
      g_autoptr (TosoPaper) paper = toso_report_paper (fixture->year, papers[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (paper->watermark, ==, "SỐ LIỆU MẪU");
    }
}

typedef struct
{
  guint      indicator;
  int        village; /* -1: the whole commune */
  TosoPeriod period;
  double     numerator;
} Given;

#define MAX_GIVEN            8
#define PERIOD(kind, number) ((TosoPeriod){ TOSO_PERIOD_##kind, 2026, (number) })
#define NOTHING              -1.0

/* What each period's results are when figures of months, quarters, halves and
 * the year are all there: the longest that has ended stands for its parts; a
 * longer one that has not ended does not count yet. */
static const struct
{
  const char *name;
  Given       given[MAX_GIVEN];
  guint       n_given;
  guint       indicator;
  double      expected[5]; /* January, March, quarter I, half I, the year */
} period_cases[] = {
  { "flow: months and their quarter",
    { { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 1 }, 5 },
      { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 3 }, 7 },
      { ENTERPRISES, 0, { TOSO_PERIOD_QUARTER, 2026, 1 }, 13 } },
    3,
    ENTERPRISES,
    { 5, 13, 13, 13, 13 } },
  { "flow: a month after the quarter adds up",
    { { ENTERPRISES, 0, { TOSO_PERIOD_QUARTER, 2026, 1 }, 13 },
      { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 4 }, 2 } },
    2,
    ENTERPRISES,
    { NOTHING, 13, 13, 15, 15 } },
  { "flow: half-year over quarters over months",
    { { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 1 }, 1 },
      { ENTERPRISES, 0, { TOSO_PERIOD_QUARTER, 2026, 1 }, 10 },
      { ENTERPRISES, 0, { TOSO_PERIOD_QUARTER, 2026, 2 }, 20 },
      { ENTERPRISES, 0, { TOSO_PERIOD_HALF, 2026, 1 }, 33 },
      { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 7 }, 4 } },
    5,
    ENTERPRISES,
    { 1, 10, 10, 33, 37 } },
  { "flow: the year stands for all",
    { { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 1 }, 1 },
      { ENTERPRISES, 0, { TOSO_PERIOD_HALF, 2026, 1 }, 33 },
      { ENTERPRISES, 0, { TOSO_PERIOD_YEAR, 2026, 1 }, 50 } },
    3,
    ENTERPRISES,
    { 1, 1, 1, 33, 50 } },
  { "flow: one village by quarter, the other by month",
    { { ENTERPRISES, 0, { TOSO_PERIOD_QUARTER, 2026, 1 }, 13 },
      { ENTERPRISES, 1, { TOSO_PERIOD_MONTH, 2026, 1 }, 2 },
      { ENTERPRISES, 1, { TOSO_PERIOD_MONTH, 2026, 3 }, 3 } },
    3,
    ENTERPRISES,
    { 2, 18, 18, 18, 18 } },
  { "flow: nine months, and the half that they share a quarter with",
    { { ENTERPRISES, 0, { TOSO_PERIOD_NINE_MONTHS, 2026, 1 }, 30 },
      { ENTERPRISES, 0, { TOSO_PERIOD_HALF, 2026, 2 }, 20 },
      { ENTERPRISES, 0, { TOSO_PERIOD_MONTH, 2026, 12 }, 5 } },
    3,
    ENTERPRISES,
    { NOTHING, NOTHING, NOTHING, NOTHING, 35 } },
  { "flow: both halves, and nine months across them",
    { { ENTERPRISES, 0, { TOSO_PERIOD_HALF, 2026, 1 }, 20 },
      { ENTERPRISES, 0, { TOSO_PERIOD_NINE_MONTHS, 2026, 1 }, 30 },
      { ENTERPRISES, 0, { TOSO_PERIOD_HALF, 2026, 2 }, 19 } },
    3,
    ENTERPRISES,
    { NOTHING, NOTHING, NOTHING, 20, 39 } },
  { "stock: the latest counts",
    { { TEAMS, 0, { TOSO_PERIOD_MONTH, 2026, 1 }, 1 },
      { TEAMS, 0, { TOSO_PERIOD_QUARTER, 2026, 1 }, 3 },
      { TEAMS, 0, { TOSO_PERIOD_MONTH, 2026, 4 }, 2 } },
    3,
    TEAMS,
    { 1, 3, 3, 2, 2 } },
  { "stock: a half-year's figure holds until the year's",
    { { TEAMS, 0, { TOSO_PERIOD_HALF, 2026, 1 }, 4 },
      { TEAMS, 0, { TOSO_PERIOD_YEAR, 2026, 1 }, 2 } },
    2,
    TEAMS,
    { NOTHING, NOTHING, NOTHING, 4, 2 } },
};

static void
test_periods_together (Fixture      *fixture,
                       gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (period_cases); i++)
    {
      const TosoPeriod periods[] = { PERIOD (MONTH, 1), PERIOD (MONTH, 3), QUARTER1, PERIOD (HALF, 1), PERIOD (YEAR, 1) };

      g_test_message ("%s", period_cases[i].name);
      for (guint g = 0; g < period_cases[i].n_given; g++)
        record (fixture, period_cases[i].given[g].indicator, period_cases[i].given[g].village, period_cases[i].given[g].period,
                period_cases[i].given[g].numerator, 0);
      for (guint p = 0; p < G_N_ELEMENTS (periods); p++)
        {
          g_autoptr (GPtrArray) results = get_results (fixture, &periods[p], NO_DAY);
          const TosoProgress *progress = &((TosoTargetResult *) results->pdata[period_cases[i].indicator])->progress;

          g_assert_cmpint (progress->value.known, ==, period_cases[i].expected[p] != NOTHING);
          if (period_cases[i].expected[p] != NOTHING)
            g_assert_cmpfloat (progress->value.value, ==, period_cases[i].expected[p]);
        }
      for (guint g = 0; g < period_cases[i].n_given; g++)
        g_free (toso_year_undo (fixture->year, NULL));
    }
}

/* The whole commune's figure of a quarter stands for that of its months, and
 * for the villages' too; the day before or after changes the pace alone. */
static void
test_whole_commune_by_period (Fixture      *fixture,
                              gconstpointer data)
{
  TosoPeriod     quarter = QUARTER1;
  TosoPeriod     march = MONTH (3);
  const TosoDate days[] = { { 2026, 1, 20 }, { 2026, 3, 1 }, { 2026, 11, 30 } };

  record (fixture, ENTERPRISES, -1, MONTH (1), 6, 0);
  record (fixture, ENTERPRISES, -1, QUARTER1, 21, 0);
  record (fixture, ENTERPRISES, -1, MONTH (5), 4, 0);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) by_quarter = get_results (fixture, &quarter, days[i]);
      g_autoptr (GPtrArray) by_month = get_results (fixture, &march, days[i]);
      g_autoptr (GPtrArray) all = get_results (fixture, NULL, days[i]);
      const TosoProgress *progress = &((TosoTargetResult *) by_quarter->pdata[ENTERPRISES])->progress;

      g_assert_true (progress->commune_wide);
      g_assert_cmpfloat (progress->value.value, ==, 21);
      g_assert_cmpfloat (((TosoTargetResult *) by_month->pdata[ENTERPRISES])->progress.value.value, ==, 21);
      g_assert_cmpfloat (((TosoTargetResult *) all->pdata[ENTERPRISES])->progress.value.value, ==, 25);
    }
}

static void
test_charts_refused (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) size = NULL;
  GBytes *bytes = NULL;

  g_assert_false (toso_report_draw_chart (fixture->year, "pie", NULL, NULL, FALSE, TOSO_PICTURE_PNG, 0, 0, &bytes, &unknown));
  g_assert_error (unknown, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (unknown->message, "targets"));
  g_assert_null (bytes);

  g_assert_false (toso_report_draw_chart (fixture->year, "targets", NULL, NULL, FALSE, TOSO_PICTURE_PNG, 5, 5, &bytes, &size));
  g_assert_error (size, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_null (bytes);
}

static void
test_papers_by_name (Fixture      *fixture,
                     gconstpointer data)
{
  const char *const *names = toso_report_list_papers ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (TosoPaper) paper = NULL;
  const TosoBlock *block;

  g_assert_true (g_strv_contains (names, "plan"));
  paper = toso_report_paper (fixture->year, "plan", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paper->blocks->len, ==, 2);
  block = paper->blocks->pdata[0];
  g_assert_cmpstr (block->text, ==, "I. MỤC TIÊU");

  g_assert_null (toso_report_paper (fixture->year, "poem", NULL, &unknown));
  g_assert_error (unknown, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

#define ADD(path, function) g_test_add ("/target-results/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("no-figures", test_no_figures);
  ADD ("ratio-of-sums", test_ratio_of_sums);
  ADD ("period-leaves-out-later", test_period_leaves_out_later);
  ADD ("carried-over", test_carried_over);
  ADD ("quarter-stands-for-its-months", test_quarter_stands_for_its_months);
  ADD ("whole-commune", test_whole_commune);
  ADD ("pace-is-that-of-the-period", test_pace_is_that_of_the_period);
  ADD ("undo-takes-the-figure-back", test_undo_takes_the_figure_back);
  ADD ("charts-by-name", test_charts_by_name);
  ADD ("sample-mark", test_sample_mark);
  ADD ("periods-together", test_periods_together);
  ADD ("whole-commune-by-period", test_whole_commune_by_period);
  ADD ("charts-refused", test_charts_refused);
  ADD ("papers-by-name", test_papers_by_name);

  return g_test_run ();
}
