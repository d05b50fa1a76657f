/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "chart/toso-axis-private.h"
#include "chart/toso-bullet-chart-private.h"
#include "chart/toso-donut-chart-private.h"
#include "chart/toso-stack-chart-private.h"
#include "chart/toso-timeline-chart-private.h"
#include "chart/toso-trend-chart-private.h"
#include "chart-gallery.h"

/* Positions of known figures, to half a unit. */
#define NEAR(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 0.5)

static void
test_axis (void)
{
  static const struct
  {
    double low, high;
    guint  max_ticks;
    double min, max, step;
  } cases[] = {
    { 0, 70, 8, 0, 70, 10 },
    { 0, 46.8, 6, 0, 50, 10 },
    { 0, 41, 5, 0, 60, 20 },
    { 0, 1, 6, 0, 1, 0.2 },
    { 0, 0, 5, 0, 1, 0.5 },
    { 0, 100, 11, 0, 100, 10 },
    { -30, 70, 6, -50, 100, 50 },
    { -5, -1, 6, -5, 0, 1 },
    { 0, 820000, 5, 0, 1000000, 500000 },
    { 0, 0.003, 4, 0, 0.003, 0.001 },
    { NAN, INFINITY, 5, 0, 1, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoAxis axis = toso_axis_new (cases[i].low, cases[i].high, cases[i].max_ticks);
      double   mantissa = axis.step / pow (10, floor (log10 (axis.step) + 1e-9));

      g_assert_cmpfloat_with_epsilon (axis.min, cases[i].min, axis.step * 1e-6);
      g_assert_cmpfloat_with_epsilon (axis.max, cases[i].max, axis.step * 1e-6);
      g_assert_cmpfloat_with_epsilon (axis.step, cases[i].step, axis.step * 1e-6);
      g_assert_true (fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6 || fabs (mantissa - 5) < 1e-6);
      g_assert_cmpuint (axis.n_ticks, <=, cases[i].max_ticks);
      g_assert_cmpfloat (toso_axis_get_tick (&axis, 0), ==, axis.min);
    }
}

/* Whatever the figures, the ticks are few and hold them. */
static void
test_axis_holds_all (void)
{
  for (int power = -12; power <= 15; power++)
    for (guint ticks = 2; ticks <= 12; ticks++)
      for (double mantissa = 1; mantissa < 10; mantissa += 0.7)
        for (int sign = 0; sign < 3; sign++)
          {
            double   value = MIN (mantissa * pow (10, power), 1e15);
            double   low = sign > 0 ? -value : 0, high = sign != 1 ? value : 0;
            TosoAxis axis = toso_axis_new (low, high, ticks);

            g_assert_cmpfloat (axis.min, <=, low + axis.step * 1e-6);
            g_assert_cmpfloat (axis.max, >=, high - axis.step * 1e-6);
            g_assert_cmpuint (axis.n_ticks, <=, MAX (ticks, 3));
            g_assert_cmpuint (axis.n_ticks, >=, 2);
          }
}

static void
test_bullets (void)
{
  static const TosoBullet bullets[] = {
    { .label = "a", .has_value = TRUE, .value = 46.8, .has_target = TRUE, .target = 70, .value_text = "46,8" },
    { .label = "b", .has_value = TRUE, .value = 1, .has_target = TRUE, .target = 4, .value_text = "1" },
    { .label = "c", .has_value = TRUE, .value = -20, .has_target = TRUE, .target = 20, .value_text = "-20" },
  };
  TosoBulletChart chart = { .bullets = bullets, .n_bullets = 3, .format = test_format };
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_BULLETS, &chart, 800, 400);
  const TosoBulletLayout *layout = (const TosoBulletLayout *) scene;
  double                  x = layout->rows.plot.x, width = layout->rows.plot.width;

  g_assert_cmpfloat (width, >, 300);
  NEAR (toso_bullet_layout_get_x (layout, 0, 0), x);
  NEAR (toso_bullet_layout_get_x (layout, 0, 46.8), x + width * 46.8 / 80);
  NEAR (toso_bullet_layout_get_x (layout, 0, 70), x + width * 70 / 80);
  NEAR (toso_bullet_layout_get_x (layout, 1, 1), x + width / 4);
  NEAR (toso_bullet_layout_get_x (layout, 2, 0), x + width / 2);
  NEAR (toso_bullet_layout_get_x (layout, 2, -20), x);
}

static void
test_trend (void)
{
  static const TosoTrendPoint points[] = {
    { .label = "1", .has_value = TRUE, .value = 0, .value_text = "0" },
    { .label = "2", .has_value = TRUE, .value = 25, .value_text = "25" },
    { .label = "3" },
    { .label = "4", .has_value = TRUE, .value = 100, .value_text = "100" },
  };
  TosoTrendChart chart = { .points = points, .n_points = 4, .has_target = TRUE, .target = 50, .target_text = "50", .format = test_format };
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_TREND, &chart, 800, 400);
  const TosoTrendLayout *layout = (const TosoTrendLayout *) scene;
  const TosoBox         *plot = &layout->plot.plot;

  g_assert_cmpfloat (layout->plot.axis.max, ==, 100);
  NEAR (toso_plot_get_y (&layout->plot, 0), plot->y + plot->height);
  NEAR (toso_plot_get_y (&layout->plot, 25), plot->y + plot->height * 0.75);
  NEAR (toso_plot_get_y (&layout->plot, 100), plot->y);
  NEAR (layout->target_y, plot->y + plot->height / 2);
  for (gsize i = 0; i < 4; i++)
    NEAR (toso_plot_get_x (&layout->plot, i), plot->x + plot->width * (2 * (double) i + 1) / 8);
}

static void
test_timeline (void)
{
  static const TosoTimeSpan spans[] = { { TOSO_SPAN_WINDOW, 100, 150 }, { TOSO_SPAN_BAND, 0, 200 }, { TOSO_SPAN_POINT, 0, 50 }, { TOSO_SPAN_WINDOW, 300, 400 } };
  TosoTimelineRow           row = { .label = "a", .spans = spans, .n_spans = 4, .when_text = "x" };
  TosoTimelineChart         chart = { .rows = &row, .n_rows = 1, .start = 0, .end = 200 };
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_TIMELINE, &chart, 800, 300);
  const TosoTimelineLayout *layout = (const TosoTimelineLayout *) scene;
  const TosoBox            *plot = &layout->rows.plot;
  TosoBox                   box = toso_timeline_layout_get_span (layout, 0, &spans[0]);

  NEAR (box.x, plot->x + plot->width / 2);
  NEAR (box.width, plot->width / 4);
  box = toso_timeline_layout_get_span (layout, 0, &spans[1]);
  NEAR (box.x, plot->x);
  NEAR (box.width, plot->width);
  box = toso_timeline_layout_get_span (layout, 0, &spans[2]);
  NEAR (box.x + box.width / 2, plot->x + plot->width / 4);
  /* What lies outside of the year stays at its end. */
  box = toso_timeline_layout_get_span (layout, 0, &spans[3]);
  NEAR (box.x + box.width, plot->x + plot->width);
}

static void
test_donut (void)
{
  static const TosoSlice slices[] = { { "a", 1, TOSO_MARK_CIRCLE, "1" }, { "b", NAN, TOSO_MARK_SQUARE, "—" }, { "c", 2, TOSO_MARK_DIAMOND, "2" }, { "d", 1, TOSO_MARK_RING, "1" } };
  TosoDonutChart         chart = { .slices = slices, .n_slices = 4 };
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_DONUT, &chart, 800, 400);
  const TosoDonutLayout *layout = (const TosoDonutLayout *) scene;
  double                 start, end, away = (layout->inner + layout->outer) / 2;

  g_assert_true (toso_donut_layout_get_slice (layout, 2, &start, &end));
  g_assert_cmpfloat_with_epsilon (start, G_PI_2, 1e-9);
  g_assert_cmpfloat_with_epsilon (end, 3 * G_PI_2, 1e-9);
  g_assert_false (toso_donut_layout_get_slice (layout, 1, &start, &end));
  /* Right, down, left of the top; the hole and outside are nothing. */
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_DONUT, &chart, 800, 400, layout->x + away * 0.7, layout->y - away * 0.7), ==, 0);
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_DONUT, &chart, 800, 400, layout->x, layout->y + away), ==, 2);
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_DONUT, &chart, 800, 400, layout->x - away * 0.7, layout->y - away * 0.7), ==, 3);
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_DONUT, &chart, 800, 400, layout->x, layout->y), ==, -1);
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_DONUT, &chart, 800, 400, layout->x - layout->outer - 3, layout->y), ==, -1);
}

static void
test_stack (void)
{
  static const char *const   columns[] = { "1", "2" };
  static const TosoStackPart parts[] = { { TOSO_MARK_CIRCLE, "a" }, { TOSO_MARK_SQUARE, "b" } };
  static const double        counts[] = { 30, 10, 0, -1 };
  TosoStackChart             chart = { .columns = columns, .n_columns = 2, .parts = parts, .n_parts = 2, .counts = counts, .format = test_format };
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_STACK, &chart, 800, 400);
  const TosoStackLayout *layout = (const TosoStackLayout *) scene;
  const TosoBox         *plot = &layout->plot.plot;
  TosoBox                first, second;

  g_assert_cmpfloat (layout->plot.axis.max, ==, 40);
  g_assert_true (toso_stack_layout_get_box (layout, 0, 0, &first));
  g_assert_true (toso_stack_layout_get_box (layout, 0, 1, &second));
  NEAR (first.y + first.height, plot->y + plot->height);
  NEAR (first.height, plot->height * 0.75);
  NEAR (second.y + second.height, first.y);
  NEAR (second.height, plot->height * 0.25);
  NEAR (first.x + first.width / 2, plot->x + plot->width / 4);
  /* Fewer than none is no count: the column is missing. */
  g_assert_false (toso_stack_layout_get_box (layout, 1, 0, &first));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geometry/axis", test_axis);
  g_test_add_func ("/geometry/axis-holds-all", test_axis_holds_all);
  g_test_add_func ("/geometry/bullets", test_bullets);
  g_test_add_func ("/geometry/trend", test_trend);
  g_test_add_func ("/geometry/timeline", test_timeline);
  g_test_add_func ("/geometry/donut", test_donut);
  g_test_add_func ("/geometry/stack", test_stack);

  return g_test_run ();
}
