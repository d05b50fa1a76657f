/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report-chart.h"

#include <glib/gstdio.h>
#include <string.h>

#include "chart/toso-donut-chart.h"
#include "chart/toso-ranked-chart.h"
#include "chart/toso-stack-chart.h"
#include "chart/toso-timeline-chart.h"
#include "chart/toso-trend-chart.h"
#include "core/toso-error.h"
#include "paper-fixture.h"
#include "store/toso-year-lineage.h"

/* The commune's real plan; figures of three months from 38 of its 41 villages,
 * made by a rule.  The day is 18 March. */

typedef struct
{
  char     *directory;
  TosoYear *year;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("toso-charts-XXXXXX", NULL);
  fixture->year = test_make_year (fixture->directory, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GFile) file = g_object_ref (toso_year_get_file (fixture->year));

  toso_year_close (fixture->year);
  g_object_unref (fixture->year);
  g_file_delete (file, NULL, NULL);
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
}

static TosoReportChart *
make (Fixture          *fixture,
      const char       *kind,
      const TosoPeriod *period,
      const char       *target)
{
  g_autoptr (GError) error = NULL;
  TosoReportChart *chart = toso_report_chart_new (fixture->year, kind, period, target, &error);

  g_assert_no_error (error);
  g_assert_nonnull (chart);

  return chart;
}

/* Every kind, with and without figures, says title, day and source, and draws
 * in every format. */
static void
test_all_kinds (Fixture      *fixture,
                gconstpointer data)
{
  const char *const *kinds = toso_report_list_charts ();

  g_assert_cmpuint (g_strv_length ((char **) kinds), ==, 10);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (TosoReportChart) chart = make (fixture, kinds[i], NULL, NULL);
      const TosoChartFrame *frame = toso_report_chart_get_chart (chart);
      g_autoptr (TosoChartTable) table = toso_chart_tabulate (toso_report_chart_get_kind (chart), frame);
      g_autofree char *words = toso_chart_describe (toso_report_chart_get_kind (chart), frame);

      g_assert_nonnull (toso_report_chart_get_label (kinds[i]));
      g_assert_true (frame->title != NULL && *frame->title != '\0');
      g_assert_true (frame->subtitle != NULL && *frame->subtitle != '\0');
      g_assert_nonnull (strstr (frame->source, "xã Ngọc Liên"));
      g_assert_null (frame->watermark);
      g_assert_cmpuint (table->rows->len, >=, 4);
      g_assert_true (g_utf8_validate (words, -1, NULL));
      for (TosoPictureFormat format = TOSO_PICTURE_PNG; format <= TOSO_PICTURE_PDF; format++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = NULL;

          g_assert_true (toso_report_draw_chart (fixture->year, kinds[i], NULL, NULL, i % 2, format, 640, 360, &bytes, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
        }
    }
  g_assert_null (toso_report_chart_get_label ("weather"));
}

/* Made-up figures are marked on each of them. */
static void
test_sample_is_marked (Fixture      *fixture,
                       gconstpointer data)
{
  const char *const *kinds = toso_report_list_charts ();

  g_assert_true (toso_year_mark_sample (fixture->year, NULL));
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (TosoReportChart) chart = make (fixture, kinds[i], NULL, NULL);

      g_assert_cmpstr (((const TosoChartFrame *) toso_report_chart_get_chart (chart))->watermark, ==, "SỐ LIỆU MẪU");
    }
}

/* What was reported of a target, for the commune. */
static double
get_total (Fixture    *fixture,
           const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = toso_report_target_results (fixture->year, NULL, (TosoDate){ 0 }, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];

      if (g_str_equal (result->target->code, code))
        return result->progress.numerator.value;
    }
  g_assert_not_reached ();
}

/* Two villages become one: today's are 40; as reported, the two are there
 * beside it; the commune's figure is the same. */
static void
test_merged_villages (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, &error);
  const TosoRankedChart *ranked;
  TosoReportChart       *chart;
  double                 before = get_total (fixture, "CT05");
  gint64                 ids[2];

  for (guint i = 0; i < 2; i++)
    ids[i] = ((const TosoVillage *) villages->pdata[i])->id;
  g_assert_true (toso_year_merge_villages (fixture->year, ids, 2, "Thôn Hợp Nhất", (TosoDate){ 2026, 4, 1 }, NULL, &error));
  chart = make (fixture, "ranked", NULL, "CT05");
  ranked = toso_report_chart_get_chart (chart);
  g_assert_cmpuint (ranked->n_bars, ==, 40);
  toso_report_chart_free (chart);
  g_assert_cmpfloat (get_total (fixture, "CT05"), ==, before);

  g_assert_true (toso_report_set_as_reported (fixture->year, TRUE, &error));
  g_assert_true (toso_report_is_as_reported (fixture->year));
  chart = make (fixture, "ranked", NULL, "CT05");
  ranked = toso_report_chart_get_chart (chart);
  g_assert_cmpuint (ranked->n_bars, ==, 42);
  g_assert_nonnull (strstr (ranked->frame.subtitle, "by the villages of that time"));
  toso_report_chart_free (chart);
  g_assert_cmpfloat (get_total (fixture, "CT05"), ==, before);
}

/* 38 villages in falling order, then the three without figures; equal figures
 * have equal ranks, and the commune is a ratio of sums. */
static void
test_ranked (Fixture      *fixture,
             gconstpointer data)
{
  TosoPeriod march = { TOSO_PERIOD_MONTH, 2026, 3 };
  g_autoptr (TosoReportChart) chart = make (fixture, "ranked", &march, "CT05");
  const TosoRankedChart *ranked = toso_report_chart_get_chart (chart);

  g_assert_true (toso_report_chart_get_kind (chart) == &TOSO_CHART_RANKED);
  g_assert_cmpuint (ranked->n_bars, ==, 41);
  for (gsize i = 0; i < 38; i++)
    {
      g_assert_true (ranked->bars[i].has_value);
      g_assert_cmpint (toso_report_chart_get_id (chart, i), !=, 0);
      if (i == 0)
        g_assert_cmpstr (ranked->bars[i].rank, ==, "1");
      else if (ranked->bars[i].value == ranked->bars[i - 1].value)
        g_assert_cmpstr (ranked->bars[i].rank, ==, ranked->bars[i - 1].rank);
      else
        g_assert_cmpfloat (ranked->bars[i].value, <, ranked->bars[i - 1].value);
    }
  for (gsize i = 38; i < 41; i++)
    {
      g_assert_false (ranked->bars[i].has_value);
      g_assert_cmpstr (ranked->bars[i].rank, ==, "—");
      g_assert_cmpstr (ranked->bars[i].value_text, ==, "—");
    }
  g_assert_nonnull (ranked->total);
  g_assert_cmpstr (ranked->total_note, ==, "38/41 villages");
  g_assert_cmpfloat (ranked->target, ==, 70);
  g_assert_nonnull (strstr (ranked->frame.subtitle, "14/3/2026 · 38/41"));
}

/* Three months with figures; April is running: nothing is missing there. */
static void
test_trend (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (TosoReportChart) chart = make (fixture, "trend", NULL, "ct05");
  const TosoTrendChart *trend = toso_report_chart_get_chart (chart);

  g_assert_cmpuint (trend->n_points, ==, 12);
  for (gsize i = 0; i < 12; i++)
    {
      g_assert_cmpint (trend->points[i].has_value, ==, i < 3);
      g_assert_cmpint (trend->points[i].is_ahead, ==, i >= 3);
      if (i > 0 && trend->points[i].has_pace)
        g_assert_cmpfloat (trend->points[i].pace, >, trend->points[i - 1].pace);
    }
  g_assert_cmpstr (trend->points[0].label, ==, "1/2026");
  g_assert_cmpstr (trend->points[0].note, ==, "35/41 villages");
  g_assert_cmpstr (trend->points[2].note, ==, "38/41 villages");
  g_assert_true (trend->has_target);
}

/* Every village counts once a month, in one of the four states. */
static void
test_timeliness (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (TosoReportChart) chart = make (fixture, "timeliness", NULL, NULL);
  const TosoStackChart *stack = toso_report_chart_get_chart (chart);

  g_assert_cmpuint (stack->n_columns, ==, 12);
  g_assert_cmpuint (stack->n_parts, ==, 4);
  for (gsize column = 0; column < 12; column++)
    {
      double sum = 0;

      for (gsize part = 0; part < 4; part++)
        sum += stack->counts[column * 4 + part];
      g_assert_cmpfloat (sum, ==, 41);
      if (column >= 3)
        g_assert_cmpfloat (stack->counts[column * 4 + 3], ==, 41);
    }
}

static void
test_tasks (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (TosoReportChart) line = make (fixture, "timeline", NULL, NULL);
  g_autoptr (TosoReportChart) states = make (fixture, "task-states", NULL, NULL);
  const TosoTimelineChart *timeline = toso_report_chart_get_chart (line);
  const TosoDonutChart    *donut = toso_report_chart_get_chart (states);
  double                   sum = 0;

  g_assert_cmpuint (timeline->n_rows, ==, 4);
  g_assert_cmpuint (timeline->n_parts, ==, 12);
  g_assert_cmpfloat (timeline->end - timeline->start, ==, 364);
  g_assert_true (timeline->has_now);
  g_assert_cmpint (timeline->rows[0].spans[0].shape, ==, TOSO_SPAN_BAND); /* "Thường xuyên trong năm" */
  g_assert_cmpint (timeline->rows[1].spans[0].shape, ==, TOSO_SPAN_LOOSE);
  g_assert_cmpint (toso_report_chart_get_id (line, 3), !=, 0);
  for (gsize i = 0; i < donut->n_slices; i++)
    sum += donut->slices[i].value;
  g_assert_cmpfloat (sum, ==, 4);
}

static void
test_what_is_not_there (Fixture      *fixture,
                        gconstpointer data)
{
  static const struct
  {
    const char *kind, *target, *word;
  } cases[] = {
    { "weather", NULL, "targets, bullet, ranked" },
    { "ranked", "CT99", "CT99" },
    { "trend", "", "targets" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (toso_report_chart_new (fixture->year, cases[i].kind, NULL, cases[i].target, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, cases[i].word));
    }
}

/* What the keyboard goes over is what is shown: each item says its row, and a
 * village's figure where it was reported. */
static void
test_items (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *kind;
    gsize       item;
    const char *words, *source_end;
  } cases[] = {
    { "ranked", 0, "1 · Thôn, làng", "/2026-03/value" },
    { "heat-map", 1, "Thôn, làng 1 · CT02 · ", "/CT02/2026-03/value" },
    { "matrix", 2, "Thôn, làng 1 · ", "/2026-03/value" },
    { "tiles", 0, "Thôn, làng 1", "/2026-03/value" },
    { "timeliness", 0, "1/2026 · ", "submission/2026-01/received" },
    { "targets", 0, "", NULL },
    { "timeline", 0, "", NULL },
  };
  const TosoPeriod march = { TOSO_PERIOD_MONTH, 2026, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoReportChart) chart = make (fixture, cases[i].kind, &march, NULL);
      const TosoChartKind *kind = toso_report_chart_get_kind (chart);
      gconstpointer        figure = toso_report_chart_get_chart (chart);
      g_autoptr (TosoChartTable) table = toso_chart_tabulate (kind, figure);
      g_autoptr (GArray) items = toso_chart_list_items (kind, figure, 1200, 900);
      g_autofree char *words = toso_chart_tell_item (kind, table, cases[i].item);
      g_autofree char *none = toso_chart_tell_item (kind, table, 100000);
      const char      *source = toso_report_chart_get_source (chart, cases[i].item);

      g_assert_cmpuint (items->len, >, 1);
      for (guint k = 0; k < items->len; k++)
        {
          const TosoChartItem *item = &g_array_index (items, TosoChartItem, k);
          g_autofree char     *line = toso_chart_tell_item (kind, table, item->index);

          g_assert_true (line != NULL && *line != '\0');
          g_assert_true (item->box.x >= 0 && item->box.x + item->box.width <= 1200.5);
        }
      g_assert_nonnull (strstr (words, cases[i].words));
      g_assert_null (none);
      g_assert_true (cases[i].source_end != NULL ? g_str_has_suffix (source, cases[i].source_end) : source == NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
    gboolean with_figures;
  } tests[] = {
    { "/report-chart/all-kinds", test_all_kinds, TRUE },
    { "/report-chart/all-kinds-without-figures", test_all_kinds, FALSE },
    { "/report-chart/sample-is-marked", test_sample_is_marked, TRUE },
    { "/report-chart/merged-villages", test_merged_villages, TRUE },
    { "/report-chart/ranked", test_ranked, TRUE },
    { "/report-chart/trend", test_trend, TRUE },
    { "/report-chart/timeliness", test_timeliness, TRUE },
    { "/report-chart/tasks", test_tasks, FALSE },
    { "/report-chart/items", test_items, TRUE },
    { "/report-chart/what-is-not-there", test_what_is_not_there, TRUE },
  };

  g_setenv ("TOSO_TODAY", "2026-03-18", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].with_figures), set_up, tests[i].func, tear_down);

  return g_test_run ();
}
