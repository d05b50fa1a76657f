/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/toso-bar-chart-private.h"
#include "chart-check.h"
#include "chart-sample.h"

static const char long_name[] = "Người dân từ 15 tuổi trở lên có tài khoản thanh toán điện tử"; /* 60 letters */
static const char tower[] = "Ấ\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\xa3\xcc\xa3\xcc\xa3\xcc\xa3Ệ";

/* As many bars as asked for, in turn those of the sample. */
static TosoBarChart
make_chart (gsize     n,
            gboolean  long_names,
            TosoBar **bars)
{
  TosoBarChart chart = sample_chart;

  *bars = g_new0 (TosoBar, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      (*bars)[i] = sample_bars[i % G_N_ELEMENTS (sample_bars)];
      if (long_names)
        (*bars)[i].label = i % 5 == 4 ? tower : long_name;
    }
  chart.bars = *bars;
  chart.n_bars = n;

  return chart;
}

static void
check_layout (const TosoBarChart *chart,
              double              width,
              double              height)
{
  g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_BARS, chart, width, height);

  test_assert_labels_apart (layout->labels, width, height);
  for (guint r = 0; r < layout->items->len; r++)
    {
      TosoBox track = toso_bar_layout_get_track ((TosoRowLayout *) layout, r);

      test_assert_inside (&g_array_index (layout->items, TosoItem, r).box, width, height);
      for (guint i = 0; track.width > 0 && i < layout->labels->len; i++)
        g_assert_false (test_boxes_overlap (&((TosoLabel *) layout->labels->pdata[i])->box, &track));
    }
}

static void
test_nothing_overlaps (void)
{
  static const gsize counts[] = { 0, 1, 8, 41, 200 };

  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
      for (int variant = 0; variant < 4; variant++)
        {
          g_autofree TosoBar *bars = NULL;
          TosoBarChart        chart = make_chart (counts[c], variant & 1, &bars);

          if (variant & 2)
            chart.frame.watermark = "SỐ LIỆU MẪU";
          check_layout (&chart, TEST_SIZES[s].width, TEST_SIZES[s].height);
        }
}

static void
test_ink_stays_inside (void)
{
  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint p = 0; p < 3; p++)
      {
        g_autofree TosoBar *bars = NULL;
        TosoBarChart        chart = make_chart (p == 0 ? 8 : 41, p == 1, &bars);

        test_assert_ink_inside (&TOSO_CHART_BARS, &chart, toso_palette_get (p), TEST_SIZES[s].width, TEST_SIZES[s].height);
      }
  test_assert_bad_sizes (&TOSO_CHART_BARS, &sample_chart);
}

/* Text keeps to the box that the layout gave it, towers of marks included. */
static void
test_text_stays_in_its_box (void)
{
  g_autofree TosoBar *bars = NULL;
  TosoBarChart        chart = make_chart (8, TRUE, &bars);
  g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_BARS, &chart, 800, 400);

  g_assert_cmpuint (layout->labels->len, >, 8 * 5);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const TosoLabel *label = layout->labels->pdata[i];
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t         *cr = cairo_create (surface);
      double           x, y, width, height;

      toso_compositor_draw (layout->compositor, cr, toso_palette_get (TOSO_PALETTE_LIGHT), label);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);
      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpfloat (x, >=, floor (label->box.x) - 1);
      g_assert_cmpfloat (y, >=, floor (label->box.y) - 1);
      g_assert_cmpfloat (x + width, <=, ceil (label->box.x + label->box.width) + 1);
      g_assert_cmpfloat (y + height, <=, ceil (label->box.y + label->box.height) + 1);
    }
}

/* The list of the home screen: 42 units a row, names above bars, bars on one
 * scale, numbers on one edge. */
static void
test_geometry_of_the_home_list (void)
{
  TosoBarChart chart = sample_chart;
  TosoBox      row, track, first_row, first_track;

  chart.frame.font_size = 14;
  chart.n_bars = 7;
  g_assert_true (toso_bar_chart_get_row (&chart, 802, 460, 0, &first_row, &first_track));
  g_assert_cmpfloat_with_epsilon (first_track.height, 12, 0.5);
  g_assert_cmpfloat (first_track.width, >=, 140);
  g_assert_cmpfloat_with_epsilon (first_row.height, 44, 3);
  for (gsize i = 1; i < chart.n_bars; i++)
    {
      g_assert_true (toso_bar_chart_get_row (&chart, 802, 460, i, &row, &track));
      g_assert_cmpfloat_with_epsilon (row.y, first_row.y + i * first_row.height, 0.5);
      g_assert_cmpfloat_with_epsilon (row.width, first_row.width, 0.5);
      g_assert_cmpfloat_with_epsilon (track.x, first_track.x, 0.5);
      g_assert_cmpfloat_with_epsilon (track.width, first_track.width, 0.5);
      g_assert_cmpfloat_with_epsilon (track.y + track.height / 2, row.y + row.height / 2, 0.5);
    }
  g_assert_false (toso_bar_chart_get_row (&chart, 802, 460, 7, &row, &track));
}

/* Right edges of the columns with numbers. */
static void
test_numbers_share_an_edge (void)
{
  static const TosoPart parts[] = { TOSO_PART_VALUE, TOSO_PART_TARGET, TOSO_PART_NOTE };
  g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_BARS, &sample_chart, 1366, 768);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    {
      double edge = -1;
      guint  n = 0;

      for (guint i = 0; i < layout->labels->len; i++)
        {
          const TosoLabel *label = layout->labels->pdata[i];

          if (label->part != parts[p])
            continue;
          g_assert_cmpint (label->align, ==, PANGO_ALIGN_RIGHT);
          g_assert_cmpint (label->bold, ==, label->part == TOSO_PART_VALUE);
          if (edge >= 0)
            g_assert_cmpfloat_with_epsilon (label->box.x + label->box.width, edge, 0.5);
          edge = label->box.x + label->box.width;
          n++;
        }
      g_assert_cmpuint (n, ==, sample_chart.n_bars);
    }
}

static void
test_pick_agrees_with_rows (void)
{
  for (guint s = 0; s < 4; s++)
    {
      double width = TEST_SIZES[s].width, height = TEST_SIZES[s].height;

      for (gsize i = 0; i < sample_chart.n_bars; i++)
        {
          TosoBox row, track;

          g_assert_true (toso_bar_chart_get_row (&sample_chart, width, height, i, &row, &track));
          g_assert_cmpint (toso_bar_chart_pick (&sample_chart, width, height, row.x + 1, row.y + 1), ==, i);
          g_assert_cmpint (toso_bar_chart_pick (&sample_chart, width, height, track.x + track.width - 1, track.y + track.height / 2), ==, i);
          g_assert_cmpint (toso_bar_chart_pick (&sample_chart, width, height, row.x + 1, row.y + row.height - 0.1), ==, i);
        }
      g_assert_cmpint (toso_bar_chart_pick (&sample_chart, width, height, 1, 1), ==, -1);
      g_assert_cmpint (toso_bar_chart_pick (&sample_chart, width, height, NAN, NAN), ==, -1);
    }
}

/* Rows that there is no room for are counted, never drawn on one another. */
static void
test_rows_left_out_are_said (void)
{
  static const struct
  {
    gsize  n;
    double width, height;
    gsize  shown_min, shown_max;
  } cases[] = {
    { 8, 1366, 768, 8, 8 },
    { 41, 1366, 768, 41, 41 },
    { 200, 1366, 768, 40, 70 },
    { 8, 100, 60, 1, 7 },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree TosoBar *bars = NULL;
      TosoBarChart        chart = make_chart (cases[c].n, FALSE, &bars);
      g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_BARS, &chart, cases[c].width, cases[c].height);
      g_autofree char *expected = g_strdup_printf ("+%u", (guint) cases[c].n - layout->items->len);
      const char      *said = NULL;

      g_assert_cmpuint (layout->items->len, >=, cases[c].shown_min);
      g_assert_cmpuint (layout->items->len, <=, cases[c].shown_max);
      for (guint i = 0; i < layout->labels->len; i++)
        {
          const TosoLabel *label = layout->labels->pdata[i];

          if (label->part == TOSO_PART_MORE)
            said = label->text;
        }
      g_assert_cmpstr (said, ==, layout->items->len < cases[c].n ? expected : NULL);
    }
}

static void
test_natural_height_shows_all (void)
{
  static const gsize  counts[] = { 1, 8, 41, 200 };
  static const double widths[] = { 400, 754, 1366 };

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
      for (int long_names = 0; long_names < 2; long_names++)
        {
          g_autofree TosoBar *bars = NULL;
          TosoBarChart        chart = make_chart (counts[c], long_names, &bars);
          double              height = toso_bar_chart_natural_height (&chart, widths[w]);
          g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_BARS, &chart, widths[w], height);

          g_assert_cmpuint (layout->items->len, ==, counts[c]);
        }
}

static guint
count_labels (const TosoBarChart *chart,
              double              width,
              double              height,
              TosoPart            part)
{
  g_autoptr (TosoScene) layout = toso_scene_new (&TOSO_CHART_BARS, chart, width, height);
  guint n = 0;

  for (guint i = 0; i < layout->labels->len; i++)
    n += ((const TosoLabel *) layout->labels->pdata[i])->part == part;

  return n;
}

static void
test_watermark_is_never_left_out (void)
{
  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (gsize n = 0; n < 42; n += 41)
      {
        g_autofree TosoBar *bars = NULL;
        TosoBarChart        chart = make_chart (n, FALSE, &bars);

        g_assert_cmpuint (count_labels (&chart, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_WATERMARK), ==, 0);
        chart.frame.watermark = "SỐ LIỆU MẪU";
        g_assert_cmpuint (count_labels (&chart, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_WATERMARK), ==, 1);
      }
}

static void
test_empty_chart_says_so (void)
{
  g_autofree TosoBar *bars = NULL;
  TosoBarChart        chart = make_chart (0, FALSE, &bars);

  g_assert_cmpuint (count_labels (&chart, 800, 400, TOSO_PART_EMPTY), ==, 1);
  g_assert_cmpuint (count_labels (&chart, 100, 60, TOSO_PART_EMPTY), ==, 1);
  g_assert_cmpint (toso_bar_chart_pick (&chart, 800, 400, 400, 200), ==, -1);
}

static void
test_figures_are_cleaned (void)
{
  static const struct
  {
    gboolean has_value;
    double   share;
    gboolean has_pace;
    double   pace;
    gboolean clean_has_value;
    double   clean_share;
    gboolean clean_has_pace;
    double   clean_pace;
  } cases[] = {
    { TRUE, 0.5, TRUE, 0.25, TRUE, 0.5, TRUE, 0.25 },
    { TRUE, 0, TRUE, 0, TRUE, 0, TRUE, 0 },
    { FALSE, 0, FALSE, 0, FALSE, 0, FALSE, 0 },
    { FALSE, 0.7, TRUE, 2, FALSE, 0, TRUE, 1 },
    { TRUE, NAN, TRUE, NAN, FALSE, 0, FALSE, 0 },
    { TRUE, INFINITY, TRUE, -INFINITY, FALSE, 0, FALSE, 0 },
    { TRUE, -0.3, TRUE, -0.3, TRUE, 0, TRUE, 0 },
    { TRUE, 1e300, TRUE, 1e300, TRUE, 1e300, TRUE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoBar bar = { .has_value = cases[i].has_value, .share = cases[i].share, .has_pace = cases[i].has_pace, .pace = cases[i].pace, .mark = 77 };
      TosoBar clean = toso_bar_clean (&bar);

      g_assert_cmpint (clean.has_value, ==, cases[i].clean_has_value);
      g_assert_cmpfloat (clean.share, ==, cases[i].clean_share);
      g_assert_cmpint (clean.has_pace, ==, cases[i].clean_has_pace);
      g_assert_cmpfloat (clean.pace, ==, cases[i].clean_pace);
      g_assert_cmpint (clean.mark, ==, TOSO_MARK_NONE);
    }
}

/* The colour at the middle of a bar drawn alone, at @x of 100. */
static guint32
pixel_of_bar (const TosoBar *bar,
              int            x)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 20);
  cairo_t         *cr = cairo_create (surface);
  guint32          pixel;

  toso_ink_fill_box (cr, (TosoColor){ 1, 1, 1 }, &(TosoBox){ 0, 0, 100, 20 });
  toso_bar_draw (bar, toso_palette_get (TOSO_PALETTE_LIGHT), cr, 100, 20);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  memcpy (&pixel, cairo_image_surface_get_data (surface) + 10 * cairo_image_surface_get_stride (surface) + 4 * x, sizeof pixel);
  cairo_surface_destroy (surface);

  return pixel & 0xffffff;
}

static void
test_bar_ends_at_its_share (void)
{
  static const struct
  {
    double  share;
    int     x;
    guint32 color;
  } cases[] = {
    { 0.5, 1, 0x1b7f79 },
    { 0.5, 48, 0x1b7f79 },
    { 0.5, 51, 0xe4e1de },
    { 0.5, 98, 0xe4e1de },
    { 0, 1, 0xe4e1de },
    { -4, 1, 0xe4e1de },
    { 1, 98, 0x1b7f79 },
    { 1e200, 50, 0x1b7f79 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoBar bar = { .has_value = TRUE, .share = cases[i].share, .mark = TOSO_MARK_CIRCLE };

      g_assert_cmphex (pixel_of_bar (&bar, cases[i].x), ==, cases[i].color);
    }
}

/* A tick at 30 %, dark on the bar and on the track; none without a pace. */
static void
test_tick_stands_at_the_pace (void)
{
  TosoBar bar = { .has_value = TRUE, .share = 0.1, .has_pace = TRUE, .pace = 0.3, .mark = TOSO_MARK_CIRCLE };

  g_assert_cmphex (pixel_of_bar (&bar, 29), ==, 0x1e1e1e);
  bar.share = 0.8;
  g_assert_cmphex (pixel_of_bar (&bar, 29), ==, 0x1e1e1e);
  bar.has_pace = FALSE;
  g_assert_cmphex (pixel_of_bar (&bar, 29), ==, 0x1b7f79);
}

/* More than the target is not the same picture as the target. */
static void
test_overflow_is_marked (void)
{
  TosoBar bar = { .has_value = TRUE, .share = 1, .mark = TOSO_MARK_CIRCLE };
  guint   n_full = 0, n_over = 0;

  for (int x = 0; x < 100; x++)
    n_full += pixel_of_bar (&bar, x) == 0x1b7f79;
  bar.share = 1.06;
  for (int x = 0; x < 100; x++)
    n_over += pixel_of_bar (&bar, x) == 0x1b7f79;
  g_assert_cmpuint (n_full, ==, 100);
  g_assert_cmpuint (n_over, <, 99);
}

/* Missing is hatched over the whole track, and zero is not. */
static void
test_missing_is_not_zero (void)
{
  TosoBar missing = { .has_value = FALSE, .mark = TOSO_MARK_NONE };
  TosoBar zero = { .has_value = TRUE, .share = 0, .mark = TOSO_MARK_NONE };
  guint   n_left = 0, n_right = 0;

  for (int x = 2; x < 98; x++)
    {
      g_assert_cmphex (pixel_of_bar (&zero, x), ==, 0xe4e1de);
      if (pixel_of_bar (&missing, x) != 0xffffff)
        *(x < 50 ? &n_left : &n_right) += 1;
    }
  g_assert_cmpuint (n_left, >, 5);
  g_assert_cmpuint (n_right, >, 5);
  g_assert_cmpuint (n_left + n_right, <, 70);
}

static void
test_bad_input_draws_safely (void)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, -5, 0, 1e300 };
  static const char   invalid[] = "Th\xf4n \xff\n\t7";

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint j = 0; j < G_N_ELEMENTS (bad); j++)
      {
        cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 300, 200);
        cairo_t         *cr = cairo_create (surface);
        TosoBar          bar = { invalid, TRUE, bad[i], TRUE, bad[j], 99, invalid, NULL, "", invalid };
        TosoBarChart     chart = { .frame = { .font_size = bad[i], .title = invalid }, .bars = &bar, .n_bars = 1 };

        toso_bar_chart_draw (&chart, toso_palette_get (TOSO_PALETTE_GRAY), cr, 300, 200);
        toso_bar_chart_draw (&chart, toso_palette_get (TOSO_PALETTE_GRAY), cr, bad[i], bad[j]);
        toso_bar_draw (&bar, toso_palette_get (TOSO_PALETTE_DARK), cr, bad[i], bad[j]);
        toso_bar_draw (&bar, toso_palette_get (TOSO_PALETTE_DARK), cr, 100, 12);
        g_assert_false (toso_bar_chart_get_row (&chart, bad[i], bad[j], 0, NULL, NULL));
        g_assert_true (isfinite (toso_bar_chart_natural_height (&chart, bad[j])));
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
      }
}

static void
test_describes_in_words (void)
{
  TosoBarChart     chart = sample_chart;
  g_autofree char *words = NULL;
  g_autofree char *empty = NULL;

  chart.n_bars = 2;
  words = toso_bar_chart_describe (&chart);
  g_assert_cmpstr (words,
                   ==,
                   "Chỉ tiêu năm 2026\n"
                   "số liệu đến 14/3/2026 · 38/41 thôn\n"
                   "Duy trì hoạt động Tổ CNSCĐ; Đạt được: 41; Cần đạt: 41 Tổ; Tiến độ: đạt; Số liệu từ: 41/41 thôn\n"
                   "Hộ dùng dịch vụ công trực tuyến; Đạt được: 46,8 %; Cần đạt: ≥ 70 %; Tiến độ: chậm; Số liệu từ: 38/41 thôn");

  chart.n_bars = 0;
  chart.frame.watermark = "SỐ LIỆU MẪU";
  empty = toso_bar_chart_describe (&chart);
  g_assert_cmpstr (empty, ==, "Chỉ tiêu năm 2026\nsố liệu đến 14/3/2026 · 38/41 thôn\nSỐ LIỆU MẪU\nChưa có chỉ tiêu nào");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bar-chart/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/bar-chart/ink-stays-inside", test_ink_stays_inside);
  g_test_add_func ("/bar-chart/text-stays-in-its-box", test_text_stays_in_its_box);
  g_test_add_func ("/bar-chart/geometry-of-the-home-list", test_geometry_of_the_home_list);
  g_test_add_func ("/bar-chart/numbers-share-an-edge", test_numbers_share_an_edge);
  g_test_add_func ("/bar-chart/pick-agrees-with-rows", test_pick_agrees_with_rows);
  g_test_add_func ("/bar-chart/rows-left-out-are-said", test_rows_left_out_are_said);
  g_test_add_func ("/bar-chart/natural-height-shows-all", test_natural_height_shows_all);
  g_test_add_func ("/bar-chart/watermark-is-never-left-out", test_watermark_is_never_left_out);
  g_test_add_func ("/bar-chart/empty-chart-says-so", test_empty_chart_says_so);
  g_test_add_func ("/bar-chart/figures-are-cleaned", test_figures_are_cleaned);
  g_test_add_func ("/bar-chart/bar-ends-at-its-share", test_bar_ends_at_its_share);
  g_test_add_func ("/bar-chart/tick-stands-at-the-pace", test_tick_stands_at_the_pace);
  g_test_add_func ("/bar-chart/overflow-is-marked", test_overflow_is_marked);
  g_test_add_func ("/bar-chart/missing-is-not-zero", test_missing_is_not_zero);
  g_test_add_func ("/bar-chart/bad-input-draws-safely", test_bad_input_draws_safely);
  g_test_add_func ("/bar-chart/describes-in-words", test_describes_in_words);

  return g_test_run ();
}
