/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "chart-gallery.h"

/* Every kind in light, dark and grey beside the picture that was looked at and
 * approved.  Fonts of another version move letters by a hair: what is compared
 * is how much of the picture differs, and by how much.
 *
 *   TOSO_APPROVE=1 test-approved     writes them anew; look at each before it
 *                                    is committed. */

#define WIDTH  480
#define HEIGHT 270

/* Of the pixels, and of the whole scale of a channel. */
#define MAX_CHANGED 0.02
#define MAX_MEAN    0.006
#define CHANGED_BY  48

static const char *const palette_names[] = { "light", "dark", "grey" };

typedef struct
{
  TestChart     which;
  TosoPaletteId palette;
} Case;

static GBytes *
render (const Case *data)
{
  static const gsize usual[TEST_N_CHARTS] = { 7, 13, 8, 8, 5, 12, 41, 7, 5, 12, 4 };
  g_autoptr (TestSubject) subject = test_subject_new (data->which, usual[data->which], 12, TEST_SAMPLE);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  ((TosoChartFrame *) subject->chart)->font_family = "Liberation Sans";
  bytes = toso_chart_render (subject->kind, subject->chart, toso_palette_get (data->palette), TOSO_PICTURE_PNG, WIDTH, HEIGHT, &error);
  g_assert_no_error (error);

  return bytes;
}

typedef struct
{
  GBytes *bytes;
  gsize   read;
} Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader       *reader = closure;
  gsize         size;
  const guchar *bytes = g_bytes_get_data (reader->bytes, &size);

  if (reader->read + length > size)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes + reader->read, length);
  reader->read += length;

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode (GBytes *bytes)
{
  Reader           reader = { bytes, 0 };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);

  return surface;
}

/* The mean of all differences, and the share of pixels that differ much. */
static void
compare (GBytes *one,
         GBytes *other,
         double *mean,
         double *changed)
{
  cairo_surface_t *a = decode (one), *b = decode (other);
  guint            n_changed = 0;
  double           sum = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guchar *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a) + 4 * x;
        const guchar *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b) + 4 * x;
        int           most = 0;

        for (int channel = 0; channel < 3; channel++)
          {
            most = MAX (most, ABS (p[channel] - q[channel]));
            sum += ABS (p[channel] - q[channel]);
          }
        n_changed += most > CHANGED_BY;
      }
  *mean = sum / (3.0 * 255 * WIDTH * HEIGHT);
  *changed = n_changed / (double) (WIDTH * HEIGHT);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static char *
make_path (const Case *data)
{
  g_autoptr (TestSubject) subject = test_subject_new (data->which, 1, 1, TEST_USUAL);
  g_autofree char *name = g_strdup_printf ("%s-%s.png", subject->name, palette_names[data->palette]);

  return g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", "chart", "approved", name, NULL);
}

static void
test_is_as_approved (gconstpointer data)
{
  g_autofree char *path = make_path (data);
  g_autoptr (GBytes) now = render (data);
  g_autoptr (GBytes) approved = NULL;
  g_autoptr (GError) error = NULL;
  char  *content;
  gsize  length;
  double mean, changed;

  if (g_getenv ("TOSO_APPROVE") != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (now, NULL), (gssize) g_bytes_get_size (now), NULL));
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  approved = g_bytes_new_take (content, length);
  compare (now, approved, &mean, &changed);
  if (mean > MAX_MEAN || changed > MAX_CHANGED)
    g_error ("%s: %.2f %% of the pixels differ, by %.3f %% in the mean", path, 100 * changed, 100 * mean);
}

/* The tolerance is no free pass: no kind passes for another. */
static void
test_tolerance_sees_a_change (void)
{
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    {
      g_autoptr (GBytes) usual = render (&(Case){ which, TOSO_PALETTE_LIGHT });
      g_autoptr (GBytes) other = render (&(Case){ (which + 1) % TEST_N_CHARTS, TOSO_PALETTE_LIGHT });
      double mean, changed;

      compare (usual, usual, &mean, &changed);
      g_assert_cmpfloat (mean, ==, 0);
      compare (usual, other, &mean, &changed);
      g_assert_true (mean > MAX_MEAN || changed > MAX_CHANGED);
    }
}

int
main (int   argc,
      char *argv[])
{
  static Case cases[TEST_N_CHARTS][G_N_ELEMENTS (palette_names)];

  g_test_init (&argc, &argv, NULL);
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    for (guint palette = 0; palette < G_N_ELEMENTS (palette_names); palette++)
      {
        g_autoptr (TestSubject) subject = test_subject_new (which, 1, 1, TEST_USUAL);
        g_autofree char *path = g_strdup_printf ("/approved/%s-%s", subject->name, palette_names[palette]);

        cases[which][palette] = (Case){ which, (TosoPaletteId) palette };
        g_test_add_data_func (path, &cases[which][palette], test_is_as_approved);
      }
  g_test_add_func ("/approved/tolerance-sees-a-change", test_tolerance_sees_a_change);

  return g_test_run ();
}
