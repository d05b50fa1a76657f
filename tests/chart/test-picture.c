/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/toso-picture-private.h"
#include "chart-sample.h"

static GBytes *
render (TosoPictureFormat format,
        double            width,
        double            height,
        GError          **error)
{
  return toso_picture_render ((TosoDrawFunc) toso_bar_chart_draw,
                              &sample_chart,
                              toso_palette_get (TOSO_PALETTE_LIGHT),
                              format,
                              width,
                              height,
                              error);
}

static void
test_formats_are_what_they_say (void)
{
  static const struct
  {
    TosoPictureFormat format;
    const char       *start;
  } cases[] = {
    { TOSO_PICTURE_PNG, "\x89PNG" },
    { TOSO_PICTURE_SVG, "<?xml" },
    { TOSO_PICTURE_PDF, "%PDF-1." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = render (cases[i].format, 800, 400, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 2000);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (cases[i].start), cases[i].start, strlen (cases[i].start));
    }
}

/* The tests run with SOURCE_DATE_EPOCH set, as a packager does. */
static void
test_same_picture_same_bytes (void)
{
  static const TosoPictureFormat formats[] = { TOSO_PICTURE_PNG, TOSO_PICTURE_SVG, TOSO_PICTURE_PDF };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) first = render (formats[i], 1366, 768, NULL);
      g_autoptr (GBytes) second = render (formats[i], 1366, 768, NULL);

      g_assert_nonnull (first);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_png_has_the_size_asked_for (void)
{
  static const struct
  {
    double width, height;
    int    pixels_wide, pixels_high;
  } cases[] = {
    { 16, 16, 16, 16 },
    { 100, 60, 100, 60 },
    { 800.4, 399.6, 800, 400 },
    { 1920, 1080, 1920, 1080 },
    { 16384, 16, 16384, 16 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = render (TOSO_PICTURE_PNG, cases[i].width, cases[i].height, NULL);
      const guint8 *header;

      g_assert_nonnull (bytes);
      header = g_bytes_get_data (bytes, NULL);
      g_assert_cmpint (header[16] << 24 | header[17] << 16 | header[18] << 8 | header[19], ==, cases[i].pixels_wide);
      g_assert_cmpint (header[20] << 24 | header[21] << 16 | header[22] << 8 | header[23], ==, cases[i].pixels_high);
    }
}

static void
test_svg_has_the_size_asked_for (void)
{
  g_autoptr (GBytes) bytes = render (TOSO_PICTURE_SVG, 800, 400, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "width=\"800px\" height=\"400px\""));
  g_assert_nonnull (strstr (text, "</svg>"));
  g_assert_true (g_str_has_prefix (text, "<?xml"));
}

static void
test_bad_sizes_are_refused (void)
{
  static const struct
  {
    TosoPictureFormat format;
    double            width, height;
  } cases[] = {
    { TOSO_PICTURE_PNG, 15, 400 },
    { TOSO_PICTURE_PNG, 400, 16385 },
    { TOSO_PICTURE_SVG, 0, 0 },
    { TOSO_PICTURE_SVG, -100, 400 },
    { TOSO_PICTURE_PDF, NAN, 400 },
    { TOSO_PICTURE_PDF, 400, INFINITY },
    { TOSO_PICTURE_PNG, 16384, 16384 }, /* a gigabyte of pixels */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = render (cases[i].format, cases[i].width, cases[i].height, &error);

      g_assert_null (bytes);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_cmpuint (strlen (error->message), >, 40);
    }
}

static void
draw_badly (gconstpointer      chart,
            const TosoPalette *palette,
            cairo_t           *cr,
            double             width,
            double             height)
{
  cairo_scale (cr, 0, 0);
}

/* A drawing that cairo refuses gives an error, never half a picture. */
static void
test_failed_drawing_is_an_error (void)
{
  static const TosoPictureFormat formats[] = { TOSO_PICTURE_PNG, TOSO_PICTURE_SVG, TOSO_PICTURE_PDF };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = toso_picture_render (draw_badly, NULL, toso_palette_get (TOSO_PALETTE_LIGHT), formats[i], 100, 100, &error);

      g_assert_null (bytes);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
    }
}

static void
test_failed_surface_is_an_error (void)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, -1, 10);

  g_assert_false (toso_picture_finish (surface, TOSO_PICTURE_PNG, bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (strstr (error->message, cairo_status_to_string (cairo_surface_status (surface))));
  g_assert_cmpuint (bytes->len, ==, 0);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture/formats-are-what-they-say", test_formats_are_what_they_say);
  g_test_add_func ("/picture/same-picture-same-bytes", test_same_picture_same_bytes);
  g_test_add_func ("/picture/png-has-the-size-asked-for", test_png_has_the_size_asked_for);
  g_test_add_func ("/picture/svg-has-the-size-asked-for", test_svg_has_the_size_asked_for);
  g_test_add_func ("/picture/bad-sizes-are-refused", test_bad_sizes_are_refused);
  g_test_add_func ("/picture/failed-drawing-is-an-error", test_failed_drawing_is_an_error);
  g_test_add_func ("/picture/failed-surface-is-an-error", test_failed_surface_is_an_error);

  return g_test_run ();
}
