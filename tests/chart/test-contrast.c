/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/toso-donut-chart-private.h"
#include "chart/toso-stack-chart-private.h"
#include "chart-gallery.h"

/* What eyes see that lack one kind of cones: Machado, Oliveira and Fernandes,
 * "A Physiologically-based Model for Simulation of Color Vision Deficiency"
 * (2009), severity 1, in linear RGB; and what a copier keeps. */
typedef struct
{
  const char *name;
  double      matrix[3][3];
} Vision;

static const Vision visions[] = {
  { "usual", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia", { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia", { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia", { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
  { "grey", { { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 }, { 0.2126, 0.7152, 0.0722 } } },
};

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
from_linear (double channel)
{
  channel = CLAMP (channel, 0, 1);

  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * pow (channel, 1 / 2.4) - 0.055;
}

static TosoColor
see (const Vision *vision,
     TosoColor     color)
{
  double in[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double out[3];

  for (int i = 0; i < 3; i++)
    out[i] = from_linear (vision->matrix[i][0] * in[0] + vision->matrix[i][1] * in[1] + vision->matrix[i][2] * in[2]);

  return (TosoColor){ out[0], out[1], out[2] };
}

static double
contrast (const Vision *vision,
          TosoColor     a,
          TosoColor     b)
{
  return toso_color_contrast (see (vision, a), see (vision, b));
}

/* White stays white for all of them, and a grey is the grey it was. */
static void
test_visions_keep_grey (void)
{
  static const double grays[] = { 0, 0.25, 0.5, 1 };

  for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
    for (guint i = 0; i < G_N_ELEMENTS (grays); i++)
      {
        TosoColor seen = see (&visions[v], (TosoColor){ grays[i], grays[i], grays[i] });

        g_assert_cmpfloat_with_epsilon (seen.red, grays[i], 0.01);
        g_assert_cmpfloat_with_epsilon (seen.green, grays[i], 0.01);
        g_assert_cmpfloat_with_epsilon (seen.blue, grays[i], 0.01);
      }
}

/* Every fill keeps 3:1 against what it lies on and against the light edge that
 * stands between neighbours; words keep 4.5:1. */
static void
test_fills_against_neighbours (void)
{
  for (TosoPaletteId id = TOSO_PALETTE_LIGHT; id <= TOSO_PALETTE_GRAY; id++)
    for (guint v = 0; v < G_N_ELEMENTS (visions); v++)
      {
        const TosoPalette *palette = toso_palette_get (id);

        g_assert_cmpfloat (contrast (&visions[v], palette->text, palette->view), >=, 4.5);
        g_assert_cmpfloat (contrast (&visions[v], palette->dim, palette->view), >=, 4.5);
        g_assert_cmpfloat (contrast (&visions[v], palette->dim, palette->track), >=, 3);
        for (TosoMark mark = 0; mark < TOSO_N_MARKS; mark++)
          {
            double on_view = contrast (&visions[v], palette->marks[mark], palette->view);
            double on_track = contrast (&visions[v], palette->marks[mark], palette->track);
            double on_ground = contrast (&visions[v], palette->marks[mark], toso_palette_get_ground (palette, mark));

            if (on_view < 3 || on_track < 3 || on_ground < 3)
              g_error ("%s, palette %u, mark %u: %.2f on the view, %.2f on the track, %.2f on its ground", visions[v].name, id, mark, on_view, on_track, on_ground);
          }
      }
}

static cairo_surface_t *
draw (const TestSubject *subject,
      TosoPaletteId      id,
      int                width,
      int                height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);

  toso_chart_draw (subject->kind, subject->chart, toso_palette_get (id), cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static TosoColor
get_pixel (cairo_surface_t *surface,
           double           x,
           double           y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + (gsize) floor (y) * (gsize) cairo_image_surface_get_stride (surface) + 4 * (gsize) floor (x), sizeof pixel);

  return (TosoColor){ (pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0 };
}

static gboolean
is_same (TosoColor a,
         TosoColor b)
{
  return fabs (a.red - b.red) + fabs (a.green - b.green) + fabs (a.blue - b.blue) < 0.02;
}

/* In the picture itself: between two parts of a column there is a row of the
 * view's own colour. */
static void
test_stacked_parts_do_not_touch (void)
{
  g_autoptr (TestSubject) subject = test_subject_new (TEST_STACK, 12, 12, TEST_USUAL);
  guint n = 0;

  for (TosoPaletteId id = TOSO_PALETTE_LIGHT; id <= TOSO_PALETTE_GRAY; id++)
    {
      g_autoptr (TosoScene) scene = toso_scene_new (subject->kind, subject->chart, 1366, 768);
      cairo_surface_t *surface = draw (subject, id, 1366, 768);

      for (gsize column = 0; column < 12; column++)
        for (gsize part = 0; part < 3; part++)
          {
            TosoBox  box, next;
            gboolean found = FALSE;

            if (!toso_stack_layout_get_box ((TosoStackLayout *) scene, column, part, &box) ||
                !toso_stack_layout_get_box ((TosoStackLayout *) scene, column, part + 1, &next))
              continue;
            for (double y = box.y - 2; y <= box.y + 5; y++)
              {
                gboolean is_view = TRUE;

                for (double x = box.x + 3; x < box.x + box.width - 3 && is_view; x++)
                  is_view = is_same (get_pixel (surface, x, y), toso_palette_get (id)->view);
                found = found || is_view;
              }
            g_assert_true (found);
            n++;
          }
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n, >, 20);
}

/* Between two slices too, all along the edge. */
static void
test_slices_do_not_touch (void)
{
  g_autoptr (TestSubject) subject = test_subject_new (TEST_DONUT, 5, 1, TEST_USUAL);

  for (TosoPaletteId id = TOSO_PALETTE_LIGHT; id <= TOSO_PALETTE_GRAY; id++)
    {
      g_autoptr (TosoScene) scene = toso_scene_new (subject->kind, subject->chart, 1366, 768);
      const TosoDonutLayout *layout = (const TosoDonutLayout *) scene;
      cairo_surface_t       *surface = draw (subject, id, 1366, 768);

      for (gsize i = 0; i < 5; i++)
        {
          double start, end;

          g_assert_true (toso_donut_layout_get_slice (layout, i, &start, &end));
          for (double share = 0.1; share < 0.95; share += 0.1)
            {
              double away = layout->inner + share * (layout->outer - layout->inner);
              double x = layout->x + away * sin (start), y = layout->y - away * cos (start);

              g_assert_cmpfloat (toso_color_contrast (get_pixel (surface, x, y), toso_palette_get (id)->view), <, 1.6);
            }
        }
      cairo_surface_destroy (surface);
    }
}

/* What is drawn for a printer without colours has none. */
static void
test_grey_picture_has_no_colour (void)
{
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    {
      g_autoptr (TestSubject) subject = test_subject_new (which, 12, 12, TEST_SAMPLE);
      cairo_surface_t *surface = draw (subject, TOSO_PALETTE_GRAY, 480, 270);

      for (double y = 0; y < 270; y++)
        for (double x = 0; x < 480; x++)
          {
            TosoColor color = get_pixel (surface, x, y);

            g_assert_cmpfloat (fabs (color.red - color.green) + fabs (color.green - color.blue), <, 0.01);
          }
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/visions-keep-grey", test_visions_keep_grey);
  g_test_add_func ("/contrast/fills-against-neighbours", test_fills_against_neighbours);
  g_test_add_func ("/contrast/stacked-parts-do-not-touch", test_stacked_parts_do_not_touch);
  g_test_add_func ("/contrast/slices-do-not-touch", test_slices_do_not_touch);
  g_test_add_func ("/contrast/grey-picture-has-no-colour", test_grey_picture_has_no_colour);

  return g_test_run ();
}
