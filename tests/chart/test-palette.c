/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-chart-private.h"

#include <math.h>

static const TosoPaletteId ids[] = { TOSO_PALETTE_LIGHT, TOSO_PALETTE_DARK, TOSO_PALETTE_GRAY };

static void
test_contrast_of_known_colours (void)
{
  TosoColor black = { 0, 0, 0 };
  TosoColor white = { 1, 1, 1 };
  TosoColor gray = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0 };

  g_assert_cmpfloat_with_epsilon (toso_color_contrast (black, white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (toso_color_contrast (white, black), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (toso_color_contrast (gray, white), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (toso_color_contrast (gray, gray), 1, 0.001);
}

/* WCAG 2.1: 4.5 for text, 3 for what a picture says. */
static void
test_text_is_readable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const TosoPalette *palette = toso_palette_get (ids[i]);

      g_assert_cmpfloat (toso_color_contrast (palette->text, palette->view), >=, 7);
      g_assert_cmpfloat (toso_color_contrast (palette->dim, palette->view), >=, 4.5);
      for (guint m = 0; m < TOSO_N_MARKS; m++)
        {
          g_assert_cmpfloat (toso_color_contrast (palette->marks[m], palette->view), >=, 4.5);
          g_assert_cmpfloat (toso_color_contrast (palette->marks[m], palette->track), >=, 3);
        }
    }
}

/* Share of ink in a bar on gray paper: what a printer or a copier keeps. */
static double
measure_gray (TosoMark mark)
{
  cairo_surface_t   *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 12);
  cairo_t           *cr = cairo_create (surface);
  const TosoPalette *palette = toso_palette_get (TOSO_PALETTE_GRAY);
  const guchar      *data;
  double             sum = 0;

  toso_ink_fill_box (cr, palette->view, &(TosoBox){ 0, 0, 200, 12 });
  toso_ink_fill_mark (cr, palette, mark, &(TosoBox){ 0, 0, 200, 12 }, 12);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  for (int y = 0; y < 12; y++)
    for (int x = 0; x < 200; x++)
      sum += data[y * cairo_image_surface_get_stride (surface) + 4 * x];
  cairo_surface_destroy (surface);

  return sum / (200 * 12 * 255);
}

static void
test_gray_bars_differ (void)
{
  double means[TOSO_N_MARKS];

  g_assert_true (toso_palette_get (TOSO_PALETTE_GRAY)->patterns);
  for (guint i = 0; i < TOSO_N_MARKS; i++)
    means[i] = measure_gray (i);
  for (guint i = 0; i < TOSO_N_MARKS; i++)
    for (guint j = i + 1; j < TOSO_N_MARKS; j++)
      {
        /* Hollow and hatched are both mostly white, one is empty inside. */
        if (i == TOSO_MARK_NONE && j == TOSO_MARK_RING)
          continue;
        if (fabs (means[i] - means[j]) < 0.06)
          g_test_message ("marks %u and %u: %.3f %.3f", i, j, means[i], means[j]);
        g_assert_cmpfloat (fabs (means[i] - means[j]), >=, 0.06);
      }
}

static void
get_ink (TosoMark           mark,
         double             size,
         cairo_rectangle_t *ink)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t         *cr = cairo_create (surface);

  toso_mark_draw (cr, toso_palette_get (TOSO_PALETTE_LIGHT), mark, 50, 50, size);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink->x, &ink->y, &ink->width, &ink->height);
  cairo_surface_destroy (surface);
}

static void
test_marks_keep_to_their_box (void)
{
  for (guint m = 0; m < TOSO_N_MARKS; m++)
    {
      cairo_rectangle_t ink;

      get_ink (m, 12, &ink);
      g_assert_cmpfloat (ink.width, >=, 8);
      g_assert_cmpfloat (ink.height, >=, 8);
      g_assert_cmpfloat (ink.x, >=, 50 - 6 - 0.5);
      g_assert_cmpfloat (ink.x + ink.width, <=, 50 + 6 + 0.5);
      g_assert_cmpfloat (ink.y, >=, 50 - 6 - 0.5);
      g_assert_cmpfloat (ink.y + ink.height, <=, 50 + 6 + 0.5);
    }
}

static void
test_bad_sizes_draw_nothing (void)
{
  static const double sizes[] = { NAN, INFINITY, -INFINITY, 0, -3 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_rectangle_t ink;

      get_ink (TOSO_MARK_CIRCLE, sizes[i], &ink);
      g_assert_cmpfloat (ink.width, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast-of-known-colours", test_contrast_of_known_colours);
  g_test_add_func ("/palette/text-is-readable", test_text_is_readable);
  g_test_add_func ("/palette/gray-bars-differ", test_gray_bars_differ);
  g_test_add_func ("/palette/marks-keep-to-their-box", test_marks_keep_to_their_box);
  g_test_add_func ("/palette/bad-sizes-draw-nothing", test_bad_sizes_draw_nothing);

  return g_test_run ();
}
