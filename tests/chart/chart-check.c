/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-check.h"

#include <math.h>

const TestSize TEST_SIZES[] = {
  { 1366, 768 },
  { 800, 400 },
  { 1920, 1080 },
  { 754, 460 },
  { 400, 300 },
  { 300, 900 },
  { 1600, 120 },
  { 100, 60 },
  { 40, 40 },
  { 16, 16 },
};

const gsize TEST_N_SIZES = G_N_ELEMENTS (TEST_SIZES);

gboolean
test_boxes_overlap (const TosoBox *a,
                    const TosoBox *b)
{
  double slack = 0.01;

  return a->x < b->x + b->width - slack && b->x < a->x + a->width - slack &&
         a->y < b->y + b->height - slack && b->y < a->y + a->height - slack;
}

void
test_assert_inside (const TosoBox *box,
                    double         width,
                    double         height)
{
  g_assert_cmpfloat (box->x, >=, -0.01);
  g_assert_cmpfloat (box->y, >=, -0.01);
  g_assert_cmpfloat (box->x + box->width, <=, width + 0.01);
  g_assert_cmpfloat (box->y + box->height, <=, height + 0.01);
}

void
test_assert_labels_apart (GPtrArray *labels,
                          double     width,
                          double     height)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const TosoLabel *a = labels->pdata[i];

      test_assert_inside (&a->box, width, height);
      for (guint j = i + 1; j < labels->len; j++)
        {
          const TosoLabel *b = labels->pdata[j];

          if (test_boxes_overlap (&a->box, &b->box))
            g_error ("%gx%g: \"%s\" lies on \"%s\"", width, height, a->text, b->text);
        }
    }
}

void
test_assert_ink_inside (const TosoChartKind *kind,
                        gconstpointer        chart,
                        const TosoPalette   *palette,
                        double               width,
                        double               height)
{
  cairo_surface_t  *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t          *cr = cairo_create (surface);
  cairo_rectangle_t ink;

  toso_chart_draw (kind, chart, palette, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
  cairo_surface_destroy (surface);
  g_assert_cmpfloat (ink.x, >=, 0);
  g_assert_cmpfloat (ink.y, >=, 0);
  g_assert_cmpfloat (ink.x + ink.width, <=, width);
  g_assert_cmpfloat (ink.y + ink.height, <=, height);
}

void
test_assert_bad_sizes (const TosoChartKind *kind,
                       gconstpointer        chart)
{
  static const double bad[] = { NAN, INFINITY, -INFINITY, -5, 0, 1e300 };
  const TosoPalette  *palette = toso_palette_get (TOSO_PALETTE_GRAY);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint j = 0; j < G_N_ELEMENTS (bad) + 1; j++)
      {
        double            other = j < G_N_ELEMENTS (bad) ? bad[j] : 200;
        cairo_surface_t  *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
        cairo_t          *cr = cairo_create (surface);
        cairo_rectangle_t ink;

        toso_chart_draw (kind, chart, palette, cr, bad[i], other);
        toso_chart_draw (kind, chart, palette, cr, other, bad[i]);
        g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
        cairo_destroy (cr);
        cairo_recording_surface_ink_extents (surface, &ink.x, &ink.y, &ink.width, &ink.height);
        cairo_surface_destroy (surface);
        g_assert_cmpfloat (ink.width, ==, 0);
      }
}
