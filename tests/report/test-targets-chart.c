/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <string.h>

#define DAY(y, m, d) ((TosoDate){ (y), (m), (d) })

static const struct
{
  const char  *name, *unit;
  TosoTarget   target;
  TosoProgress progress;
  gboolean     has_value;
  double       share;
  gboolean     has_pace;
  double       pace;
  const char  *value_text;
} cases[] = {
  { .name = "Hộ dùng dịch vụ công", .unit = "%", .target = { .kind = TOSO_TARGET_PERCENTAGE, .direction = TOSO_DIRECTION_AT_LEAST, .value = { TRUE, 70 } }, .progress = { .value = { TRUE, 46.8 }, .pace = { TRUE, 49 }, .state = TOSO_STATE_BEHIND, .coverage = { 38, 41 }, .as_of = { 2026, 3, 14 } }, .has_value = TRUE, .share = 46.8 / 70, .has_pace = TRUE, .pace = 0.7, .value_text = "46,8 %" },
  /* met: what is needed by now is no longer of interest */
  { .name = "Duy trì Tổ", .unit = "Tổ", .target = { .kind = TOSO_TARGET_COUNT_OF_COUNT, .direction = TOSO_DIRECTION_EQUAL, .value = { TRUE, 41 }, .whole = { TRUE, 41 } }, .progress = { .value = { TRUE, 41 }, .pace = { TRUE, 41 }, .state = TOSO_STATE_MET, .coverage = { 41, 41 }, .as_of = { 2026, 2, 14 } }, .has_value = TRUE, .share = 1, .value_text = "41" },
  /* missing is not zero */
  { .name = "Người dân được tuyên truyền", .unit = "%", .target = { .kind = TOSO_TARGET_PERCENTAGE, .value = { TRUE, 100 } }, .progress = { .pace = { TRUE, 20 }, .state = TOSO_STATE_NO_DATA, .coverage = { 0, 41 } }, .value_text = "—" },
  { .name = "Sản phẩm OCOP", .unit = "%", .target = { .kind = TOSO_TARGET_PERCENTAGE, .value = { TRUE, 100 } }, .progress = { .value = { TRUE, 0 }, .pace = { TRUE, 20 }, .state = TOSO_STATE_BEHIND, .coverage = { 41, 41 }, .as_of = { 2026, 3, 14 } }, .has_value = TRUE, .share = 0, .has_pace = TRUE, .pace = 0.2, .value_text = "0 %" },
  /* an increase is judged against where the year began */
  { .name = "Người dùng nền tảng số", .unit = "%", .target = { .kind = TOSO_TARGET_QUALITATIVE, .direction = TOSO_DIRECTION_INCREASE, .baseline = { TRUE, 50 } }, .progress = { .value = { TRUE, 60 }, .state = TOSO_STATE_MET, .coverage = { 40, 41 }, .as_of = { 2026, 3, 14 } }, .has_value = TRUE, .share = 1.2, .value_text = "60 %" },
  /* words only: a figure is said, a bar would be on no scale */
  { .name = "Hướng dẫn doanh nghiệp", .unit = "", .target = { .kind = TOSO_TARGET_QUALITATIVE }, .progress = { .value = { TRUE, 12 }, .state = TOSO_STATE_NO_DATA, .commune_wide = TRUE, .as_of = { 2026, 3, 14 } }, .value_text = "12" },
  /* "none all year" */
  { .name = "Báo cáo quá hạn", .unit = "", .target = { .kind = TOSO_TARGET_COUNT, .direction = TOSO_DIRECTION_EQUAL, .value = { TRUE, 0 } }, .progress = { .value = { TRUE, 0 }, .state = TOSO_STATE_MET, .coverage = { 41, 41 }, .as_of = { 2026, 3, 14 } }, .has_value = TRUE, .share = 1, .value_text = "0" },
  { .name = "Ban hành kế hoạch", .unit = "", .target = { .kind = TOSO_TARGET_YES_NO }, .progress = { .value = { TRUE, 1 }, .state = TOSO_STATE_MET, .commune_wide = TRUE, .as_of = { 2026, 3, 14 } }, .has_value = TRUE, .share = 1, .value_text = "yes" },
};

static GPtrArray *
make_results (void)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_target_result_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTargetResult *result = g_new0 (TosoTargetResult, 1);
      TosoTarget        target = cases[i].target;

      target.name = (char *) cases[i].name;
      target.unit = (char *) cases[i].unit;
      result->target = toso_target_copy (&target);
      result->progress = cases[i].progress;
      g_ptr_array_add (results, result);
    }

  return results;
}

static void
test_bars (void)
{
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (TosoTargetsChart) chart = toso_targets_chart_new (results, "Chỉ tiêu năm 2026", DAY (2026, 3, 18));
  const TosoBarChart *bars = toso_targets_chart_get (chart);

  g_assert_cmpuint (bars->n_bars, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < bars->n_bars; i++)
    {
      const TosoBar *bar = &bars->bars[i];

      g_assert_cmpstr (bar->label, ==, cases[i].name);
      g_assert_cmpint (bar->has_value, ==, cases[i].has_value);
      g_assert_cmpfloat_with_epsilon (bar->share, cases[i].share, 1e-9);
      g_assert_cmpint (bar->has_pace, ==, cases[i].has_pace);
      g_assert_cmpfloat_with_epsilon (bar->pace, cases[i].pace, 1e-9);
      g_assert_cmpstr (bar->value_text, ==, cases[i].value_text);
      g_assert_cmpstr (bar->state_text, ==, toso_report_state_text (cases[i].progress.state));
      g_assert_cmpint (bar->mark, ==, toso_report_state_mark (cases[i].progress.state));
    }
}

/* The chart owns what it says. */
static void
test_chart_outlives_results (void)
{
  g_autoptr (GPtrArray) results = make_results ();
  g_autofree char *title = g_strdup ("Chỉ tiêu năm 2026");
  g_autoptr (TosoTargetsChart) chart = toso_targets_chart_new (results, title, DAY (2026, 3, 18));
  g_autofree char *words = NULL;

  memset (title, 'x', strlen (title));
  g_clear_pointer (&results, g_ptr_array_unref);
  words = toso_bar_chart_describe (toso_targets_chart_get (chart));
  g_assert_true (g_str_has_prefix (words, "Chỉ tiêu năm 2026\n"));
  g_assert_nonnull (strstr (words, "46,8 %"));
}

/* Figures to the 14th, seen on the 18th: both days are said, and the coverage
 * that holds for all rows with figures. */
static void
test_days_and_coverage (void)
{
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (TosoTargetsChart) later = toso_targets_chart_new (results, NULL, DAY (2026, 3, 18));
  g_autoptr (TosoTargetsChart) earlier = toso_targets_chart_new (results, NULL, DAY (2026, 3, 9));
  g_autoptr (TosoTargetsChart) undated = toso_targets_chart_new (results, NULL, DAY (0, 0, 0));

  g_assert_cmpstr (toso_targets_chart_get (later)->frame.subtitle, ==, "figures to 14/3/2026 · 38/41 villages");
  g_assert_cmpstr (toso_targets_chart_get (later)->legend_pace, ==, "needed by 18/3");
  g_assert_cmpstr (toso_targets_chart_get (earlier)->frame.subtitle, ==, "figures to 9/3/2026 · 38/41 villages");
  g_assert_cmpstr (toso_targets_chart_get (undated)->frame.subtitle, ==, "figures to 14/3/2026 · 38/41 villages");
  g_assert_null (toso_targets_chart_get (undated)->legend_pace);
}

static void
test_no_figures (void)
{
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (TosoTargetsChart) chart = NULL;
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (TosoTargetsChart) empty = toso_targets_chart_new (nothing, "Chỉ tiêu", DAY (2026, 3, 18));

  for (guint i = 0; i < results->len; i++)
    ((TosoTargetResult *) results->pdata[i])->progress = (TosoProgress){ .coverage = { 0, 41 } };
  chart = toso_targets_chart_new (results, NULL, DAY (2026, 3, 18));
  g_assert_cmpstr (toso_targets_chart_get (chart)->frame.subtitle, ==, "no figures yet");
  for (guint i = 0; i < results->len; i++)
    g_assert_false (toso_targets_chart_get (chart)->bars[i].has_value);

  g_assert_cmpuint (toso_targets_chart_get (empty)->n_bars, ==, 0);
  g_assert_null (toso_targets_chart_get (empty)->frame.subtitle);
  g_assert_nonnull (toso_targets_chart_get (empty)->empty_text);
}

static void
test_watermark (void)
{
  g_autoptr (GPtrArray) results = make_results ();
  g_autoptr (TosoTargetsChart) chart = toso_targets_chart_new (results, NULL, DAY (2026, 3, 18));

  g_assert_null (toso_targets_chart_get (chart)->frame.watermark);
  toso_targets_chart_set_watermark (chart, "SỐ LIỆU MẪU");
  g_assert_cmpstr (toso_targets_chart_get (chart)->frame.watermark, ==, "SỐ LIỆU MẪU");
  toso_targets_chart_set_watermark (chart, NULL);
  g_assert_null (toso_targets_chart_get (chart)->frame.watermark);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets-chart/bars", test_bars);
  g_test_add_func ("/targets-chart/outlives-results", test_chart_outlives_results);
  g_test_add_func ("/targets-chart/days-and-coverage", test_days_and_coverage);
  g_test_add_func ("/targets-chart/no-figures", test_no_figures);
  g_test_add_func ("/targets-chart/watermark", test_watermark);

  return g_test_run ();
}
