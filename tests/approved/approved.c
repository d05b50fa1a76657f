/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "approved.h"

#include <string.h>

/* Of 255. */
#define CHANGED_BY 48

/* Dots a side, and cells: two or three letters of a page.  A letter that moves
 * by a hair leaves its cells nearly as dark as they were; another letter does
 * not. */
#define CELL  4
#define PATCH 3

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

/* Gray ones too come with three channels. */
static cairo_surface_t *
decode (GBytes *png)
{
  Reader           reader = { png, 0 };
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);

  return surface;
}

static const guchar *
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  return cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface) + 4 * x;
}

/* @cells: how much darker or lighter each is, in pixels. */
static double
find_worst_patch (const double *cells,
                  int           n_across,
                  int           n_down)
{
  double worst = 0;

  for (int y = 0; y + PATCH <= n_down; y += PATCH)
    for (int x = 0; x + PATCH <= n_across; x += PATCH)
      {
        double sum = 0;

        for (int i = 0; i < PATCH * PATCH; i++)
          sum += ABS (cells[(y + i / PATCH) * n_across + x + i % PATCH]);
        worst = MAX (worst, sum / (PATCH * PATCH * CELL * CELL));
      }

  return worst;
}

static void
compare (cairo_surface_t *a,
         cairo_surface_t *b,
         TestDifference  *difference)
{
  int                width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  int                n_across = width / (CELL * PATCH) * PATCH + PATCH, n_down = height / (CELL * PATCH) * PATCH + PATCH;
  g_autofree double *cells = g_new0 (double, (gsize) n_across *n_down);
  guint              n_changed = 0;
  double             sum = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *p = get_pixel (a, x, y), *q = get_pixel (b, x, y);
        int           most = 0, signed_sum = 0;

        for (int channel = 0; channel < 3; channel++)
          {
            most = MAX (most, ABS (p[channel] - q[channel]));
            sum += ABS (p[channel] - q[channel]);
            signed_sum += p[channel] - q[channel];
          }
        n_changed += most > CHANGED_BY;
        cells[y / CELL * n_across + x / CELL] += signed_sum / (3.0 * 255);
      }
  difference->mean = sum / (3.0 * 255 * width * height);
  difference->changed = n_changed / ((double) width * height);
  difference->patch = find_worst_patch (cells, n_across, n_down);
}

TestDifference
test_compare_pictures (GBytes *png,
                       GBytes *other)
{
  cairo_surface_t *a = decode (png), *b = decode (other);
  TestDifference   difference = { 0, 0, 0 };

  if (cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) && cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b))
    compare (a, b, &difference);
  else
    difference = (TestDifference){ 1, 1, 1 };
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);

  return difference;
}

gboolean
test_is_within (TestDifference        difference,
                const TestDifference *most)
{
  return difference.mean <= most->mean && difference.changed <= most->changed && difference.patch <= most->patch;
}

void
test_assert_approved (GBytes               *png,
                      const char           *folder,
                      const char           *name,
                      const TestDifference *most)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "tests", folder, "approved", file, NULL);
  g_autoptr (GBytes) approved = NULL;
  g_autoptr (GError) error = NULL;
  TestDifference difference;
  char          *content;
  gsize          length;

  if (g_getenv ("TOSO_APPROVE") != NULL)
    g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), NULL));
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  approved = g_bytes_new_take (content, length);
  difference = test_compare_pictures (png, approved);
  if (test_is_within (difference, most))
    return;
  g_test_message ("%s: %.2f %% of the pixels differ, by %.3f %% in the mean, a patch by %.1f %%: look at what is drawn now (TOSO_APPROVE=1 writes it) and keep it if it is right",
                  path, 100 * difference.changed, 100 * difference.mean, 100 * difference.patch);
  g_test_fail ();
}
