/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "chart/toso-spark.h"
#include "chart-check.h"

static const TosoSparkPoint points[] = { { TRUE, 40 }, { FALSE, 0 }, { TRUE, 0 }, { TRUE, 80 }, { TRUE, -3 }, { TRUE, NAN }, { TRUE, 20 } };
static const TosoSpark      spark = { points, G_N_ELEMENTS (points), TOSO_MARK_TRIANGLE };

/* On one scale from the floor up; what is missing never looks like a value. */
static void
test_boxes (void)
{
  static const double heights[] = { 30, 60, 1.5, 60, 1.5, 60, 15 };
  double              end = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      TosoBox box = toso_spark_get_box (&spark, 252, 60, i);

      g_assert_cmpfloat_with_epsilon (box.height, heights[i], 1e-9);
      g_assert_cmpfloat_with_epsilon (box.y + box.height, 60, 1e-9);
      g_assert_cmpfloat (box.x, >, end);
      end = box.x + box.width;
      test_assert_inside (&box, 252, 60);
    }
}

static gboolean
has_ink (cairo_surface_t *surface,
         const TosoBox   *box)
{
  const guchar *pixels = cairo_image_surface_get_data (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  int           x = (int) (box->x + box->width / 2);

  for (int y = (int) box->y; y < (int) (box->y + box->height); y++)
    if (pixels[y * stride + x * 4 + 3] != 0)
      return TRUE;

  return FALSE;
}

static void
test_draw (void)
{
  static const double sizes[][2] = { { 252, 60 }, { 12, 3 }, { 0, 60 }, { -1, 5 }, { NAN, 5 }, { 252, INFINITY } };
  const TosoSpark     empty = { NULL, 0, TOSO_MARK_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 260, 70);
      cairo_t         *cr = cairo_create (surface);

      toso_spark_draw (&spark, toso_palette_get (TOSO_PALETTE_LIGHT), cr, sizes[i][0], sizes[i][1]);
      toso_spark_draw (&empty, toso_palette_get (TOSO_PALETTE_LIGHT), cr, sizes[i][0], sizes[i][1]);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_flush (surface);
      for (gsize k = 0; i == 0 && k < G_N_ELEMENTS (points); k++)
        {
          TosoBox box = toso_spark_get_box (&spark, 252, 60, k);

          g_assert_true (has_ink (surface, &box));
        }
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/spark/boxes", test_boxes);
  g_test_add_func ("/chart/spark/draw", test_draw);

  return g_test_run ();
}
