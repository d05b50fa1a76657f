/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/toso-ranked-chart-private.h"
#include "chart-check.h"
#include "ranked-sample.h"

static const char long_name[] = "Thôn Ngọc Liên Thượng Đồng Thịnh Cao Sơn Minh Châu Ngọc Thanh"; /* 60 letters */

static TosoRankedChart
make_chart (gsize           n,
            gboolean        long_names,
            TosoRankedBar **bars)
{
  TosoRankedChart chart = sample_ranked_chart;

  *bars = g_new0 (TosoRankedBar, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      (*bars)[i] = sample_ranked[i % G_N_ELEMENTS (sample_ranked)];
      if (long_names)
        (*bars)[i].label = long_name;
    }
  chart.bars = *bars;
  chart.n_bars = n;
  if (n == 0)
    chart.total = NULL;

  return chart;
}

static gboolean
get_row (const TosoRankedChart *chart,
         double                 width,
         double                 height,
         gsize                  i,
         TosoBox               *row,
         TosoBox               *bar)
{
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_RANKED, chart, width, height);

  for (gsize k = 0; k < scene->items->len; k++)
    if (toso_rows_get_index ((TosoRowLayout *) scene, k) == i)
      {
        if (row != NULL)
          *row = toso_rows_get_box ((TosoRowLayout *) scene, k);
        if (bar != NULL)
          *bar = toso_ranked_layout_get_box ((TosoRankedLayout *) scene, k);
        return TRUE;
      }

  return FALSE;
}

static void
test_nothing_overlaps (void)
{
  static const gsize counts[] = { 0, 1, 13, 41, 200 };

  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
      for (int variant = 0; variant < 4; variant++)
        {
          double                    width = TEST_SIZES[s].width, height = TEST_SIZES[s].height;
          g_autofree TosoRankedBar *bars = NULL;
          TosoRankedChart           chart = make_chart (counts[c], variant & 1, &bars);
          g_autoptr (TosoScene) layout = NULL;

          if (variant & 2)
            {
              chart.frame.watermark = "SỐ LIỆU MẪU";
              chart.pace = 69; /* close to the target */
            }
          layout = toso_scene_new (&TOSO_CHART_RANKED, &chart, width, height);
          test_assert_labels_apart (layout->labels, width, height);
          for (guint r = 0; r < layout->items->len; r++)
            {
              TosoBox bar = toso_ranked_layout_get_box ((TosoRankedLayout *) layout, r);

              test_assert_inside (&g_array_index (layout->items, TosoItem, r).box, width, height);
              for (guint i = 0; bar.width > 0 && i < layout->labels->len; i++)
                g_assert_false (test_boxes_overlap (&((TosoLabel *) layout->labels->pdata[i])->box, &bar));
            }
        }
}

static void
test_ink_stays_inside (void)
{
  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint p = 0; p < 3; p++)
      {
        g_autofree TosoRankedBar *bars = NULL;
        TosoRankedChart           chart = make_chart (p == 0 ? 13 : 41, p == 1, &bars);

        test_assert_ink_inside (&TOSO_CHART_RANKED, &chart, toso_palette_get (p), TEST_SIZES[s].width, TEST_SIZES[s].height);
      }
  test_assert_bad_sizes (&TOSO_CHART_RANKED, &sample_ranked_chart);
}

/* All bars on one scale that ends at the largest value, lines included. */
static void
test_one_scale (void)
{
  TosoBox first, row, bar, total;
  double  per_unit;
  g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_RANKED, &sample_ranked_chart, 1366, 768);

  g_assert_cmpfloat (((TosoRankedLayout *) layout)->scale, ==, 72.3);
  g_assert_true (get_row (&sample_ranked_chart, 1366, 768, 0, NULL, &first));
  per_unit = first.width / 39.8;
  for (gsize i = 0; i < sample_ranked_chart.n_bars; i++)
    {
      const TosoRankedBar *sample = &sample_ranked[i];

      g_assert_true (get_row (&sample_ranked_chart, 1366, 768, i, &row, &bar));
      g_assert_cmpfloat_with_epsilon (bar.x, first.x, 0.5);
      g_assert_cmpfloat_with_epsilon (bar.width, per_unit * (sample->has_value ? sample->value : 70), 0.5);
      g_assert_cmpfloat_with_epsilon (bar.y + bar.height / 2, row.y + row.height / 2, 0.5);
    }
  g_assert_true (get_row (&sample_ranked_chart, 1366, 768, sample_ranked_chart.n_bars, NULL, &total));
  g_assert_cmpfloat_with_epsilon (total.width, per_unit * 46.8, 0.5);
  g_assert_cmpfloat_with_epsilon (((TosoRankedLayout *) layout)->target_x, first.x + per_unit * 70, 0.5);
  g_assert_cmpfloat_with_epsilon (((TosoRankedLayout *) layout)->pace_x, first.x + per_unit * 49.1, 0.5);
}

static void
test_pick_agrees_with_rows (void)
{
  for (gsize i = 0; i <= sample_ranked_chart.n_bars; i++)
    {
      TosoBox row;

      g_assert_true (get_row (&sample_ranked_chart, 800, 400, i, &row, NULL));
      g_assert_cmpint (toso_chart_pick (&TOSO_CHART_RANKED, &sample_ranked_chart, 800, 400, row.x + 1, row.y + 1), ==, i);
      g_assert_cmpint (toso_chart_pick (&TOSO_CHART_RANKED, &sample_ranked_chart, 800, 400, row.x + row.width - 1, row.y + row.height - 0.1), ==, i);
    }
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_RANKED, &sample_ranked_chart, 800, 400, 1, 1), ==, -1);
  g_assert_false (get_row (&sample_ranked_chart, 800, 400, 99, NULL, NULL));
}

/* 41 villages fit an office screen; of 200 the last are counted, and the total
 * stays. */
static void
test_rows_left_out_are_said (void)
{
  static const struct
  {
    gsize    n;
    double   width, height;
    gboolean all;
  } cases[] = {
    { 41, 1366, 768, TRUE },
    { 41, 1920, 1080, TRUE },
    { 200, 1366, 768, FALSE },
    { 41, 400, 300, FALSE },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree TosoRankedBar *bars = NULL;
      TosoRankedChart           chart = make_chart (cases[c].n, FALSE, &bars);
      g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_RANKED, &chart, cases[c].width, cases[c].height);
      g_autofree char *expected = g_strdup_printf ("+%u", (guint) (cases[c].n - ((TosoRowLayout *) layout)->n_shown));
      const char      *said = NULL;

      g_assert_true (((TosoRowLayout *) layout)->has_total);
      g_assert_cmpuint (((TosoRowLayout *) layout)->n_shown, >, 8);
      g_assert_cmpint ((((TosoRowLayout *) layout)->n_shown == cases[c].n), ==, cases[c].all);
      for (guint i = 0; i < layout->labels->len; i++)
        if (((TosoLabel *) layout->labels->pdata[i])->part == TOSO_PART_MORE)
          said = ((TosoLabel *) layout->labels->pdata[i])->text;
      g_assert_cmpstr (said, ==, cases[c].all ? NULL : expected);
    }
}

static void
test_natural_height_shows_all (void)
{
  static const gsize counts[] = { 1, 13, 41, 200 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autofree TosoRankedBar *bars = NULL;
      TosoRankedChart           chart = make_chart (counts[c], FALSE, &bars);
      g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_RANKED, &chart, 754, toso_chart_get_natural_height (&TOSO_CHART_RANKED, &chart, 754));

      g_assert_cmpuint (((TosoRowLayout *) layout)->n_shown, ==, counts[c]);
      g_assert_true (((TosoRowLayout *) layout)->has_total);
    }
}

static void
test_bad_figures (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, -5, 0, 1e300 };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint j = 0; j < G_N_ELEMENTS (bad); j++)
      {
        TosoRankedBar   bar = { "1", "Thôn \xff", TRUE, bad[i], 99, "x", "y" };
        TosoRankedChart chart = { .bars = &bar, .n_bars = 1, .total = &bar, .has_target = TRUE, .target = bad[j], .has_pace = TRUE, .pace = bad[i], .frame = { .font_size = bad[j] } };
        TosoBox         box;

        test_assert_ink_inside (&TOSO_CHART_RANKED, &chart, toso_palette_get (TOSO_PALETTE_GRAY), 300, 200);
        g_assert_true (isfinite (toso_chart_get_natural_height (&TOSO_CHART_RANKED, &chart, bad[j])));
        if (get_row (&chart, 600, 400, 0, NULL, &box))
          g_assert_true (isfinite (box.width) && box.width >= 0 && box.width <= 600);
      }
}

static void
test_describes_in_words (void)
{
  TosoRankedChart  chart = sample_ranked_chart;
  g_autofree char *words = NULL;

  chart.n_bars = 1;
  words = toso_chart_describe (&TOSO_CHART_RANKED, &chart);
  g_assert_cmpstr (words,
                   ==,
                   "Hộ dùng dịch vụ công trực tuyến, theo thôn\n"
                   "số liệu đến 14/3/2026 · 38/41 thôn\n"
                   "đến 14/3 cần 49,1\n"
                   "cả năm ≥ 70\n"
                   "29 Bản Lập; 39,8 %; chậm\n"
                   "Toàn xã; 46,8 %; chậm; 38/41 thôn");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranked-chart/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/ranked-chart/ink-stays-inside", test_ink_stays_inside);
  g_test_add_func ("/ranked-chart/one-scale", test_one_scale);
  g_test_add_func ("/ranked-chart/pick-agrees-with-rows", test_pick_agrees_with_rows);
  g_test_add_func ("/ranked-chart/rows-left-out-are-said", test_rows_left_out_are_said);
  g_test_add_func ("/ranked-chart/natural-height-shows-all", test_natural_height_shows_all);
  g_test_add_func ("/ranked-chart/bad-figures", test_bad_figures);
  g_test_add_func ("/ranked-chart/describes-in-words", test_describes_in_words);

  return g_test_run ();
}
