/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/toso-glyphs-private.h"

gboolean
toso_canvas_begin (TosoCanvas *canvas,
                   cairo_t    *cr)
{
  cairo_surface_t        *surface = cairo_get_group_target (cr);
  cairo_rectangle_list_t *clip;
  cairo_matrix_t          matrix;
  double                  scale_x, scale_y, x, y;
  gboolean                fits;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE || cairo_get_operator (cr) != CAIRO_OPERATOR_OVER ||
      (cairo_image_surface_get_format (surface) != CAIRO_FORMAT_RGB24 && cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32))
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (surface, &scale_x, &scale_y);
  cairo_surface_get_device_offset (surface, &x, &y);
  if (matrix.xx != 1 || matrix.yy != 1 || matrix.xy != 0 || matrix.yx != 0 || scale_x != 1 || scale_y != 1)
    return FALSE;

  *canvas = (TosoCanvas){ .surface = surface, .x = matrix.x0 + x, .y = matrix.y0 + y };
  clip = cairo_copy_clip_rectangle_list (cr);
  fits = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1;
  if (fits)
    {
      const cairo_rectangle_t *box = clip->rectangles;
      double                   left = MAX (ceil (box->x + canvas->x - 0.01), 0), top = MAX (ceil (box->y + canvas->y - 0.01), 0);
      double                   right = MIN (floor (box->x + box->width + canvas->x + 0.01), cairo_image_surface_get_width (surface));
      double                   bottom = MIN (floor (box->y + box->height + canvas->y + 0.01), cairo_image_surface_get_height (surface));

      canvas->clip = (cairo_rectangle_int_t){ (int) left, (int) top, (int) (right - left), (int) (bottom - top) };
    }
  cairo_rectangle_list_destroy (clip);
  cairo_surface_flush (surface);
  canvas->data = cairo_image_surface_get_data (surface);
  canvas->stride = cairo_image_surface_get_stride (surface);

  return fits && canvas->data != NULL && canvas->clip.width > 0 && canvas->clip.height > 0;
}

void
toso_canvas_end (TosoCanvas *canvas)
{
  cairo_surface_mark_dirty (canvas->surface);
}

guint32
toso_color_to_pixel (TosoColor color)
{
  return 0xff000000 | (guint32) lround (color.red * 255) << 16 | (guint32) lround (color.green * 255) << 8 | (guint32) lround (color.blue * 255);
}

/* The whole pixels of @box, at least one where it is not nothing. */
static cairo_rectangle_int_t
snap (const TosoCanvas *canvas,
      const TosoBox    *box)
{
  const cairo_rectangle_int_t *clip = &canvas->clip;
  double                       left = floor (CLAMP (box->x + canvas->x, -1e6, 2e6) + 0.5), top = floor (CLAMP (box->y + canvas->y, -1e6, 2e6) + 0.5);
  double                       right = floor (CLAMP (box->x + box->width + canvas->x, -1e6, 2e6) + 0.5), bottom = floor (CLAMP (box->y + box->height + canvas->y, -1e6, 2e6) + 0.5);

  if (right == left && box->width > 0.2)
    right++;
  if (bottom == top && box->height > 0.2)
    bottom++;
  left = MAX (left, clip->x);
  top = MAX (top, clip->y);

  return (cairo_rectangle_int_t){ (int) left, (int) top, (int) MAX (MIN (right, clip->x + clip->width) - left, 0), (int) MAX (MIN (bottom, clip->y + clip->height) - top, 0) };
}

static guint32 *
get_pixels (const TosoCanvas *canvas,
            int               x,
            int               y)
{
  return (guint32 *) (gpointer) (canvas->data + (gssize) y * canvas->stride) + x;
}

void
toso_canvas_fill (const TosoCanvas *canvas,
                  TosoColor         color,
                  const TosoBox    *box)
{
  cairo_rectangle_int_t area = snap (canvas, box);
  guint32               ink = toso_color_to_pixel (color);

  guint32 *first;

  if (area.width <= 0 || area.height <= 0)
    return;
  first = get_pixels (canvas, area.x, area.y);
  for (int x = 0; x < area.width; x++)
    first[x] = ink;
  for (int y = area.y + 1; y < area.y + area.height; y++)
    memcpy (get_pixels (canvas, area.x, y), first, (gsize) area.width * sizeof *first);
}

/* Lines that rise to the right, and an edge of one pixel. */
void
toso_canvas_hatch (const TosoCanvas *canvas,
                   TosoColor         color,
                   const TosoBox    *box,
                   double            step,
                   double            line_width)
{
  cairo_rectangle_int_t area = snap (canvas, box);
  guint32               ink = toso_color_to_pixel (color);
  guchar                coverage[256];
  int                   period = (int) CLAMP (lround (step * G_SQRT2), 2, (long) G_N_ELEMENTS (coverage));

  for (int i = 0; i < period; i++)
    {
      double away = MIN (i, period - i) / G_SQRT2;

      coverage[i] = (guchar) lround (255 * CLAMP (line_width / 2 + 0.5 - away, 0, 1));
    }
  for (int y = 0; y < area.height; y++)
    {
      guint32 *pixels = get_pixels (canvas, area.x, area.y + y);
      gboolean is_edge = y == 0 || y == area.height - 1;
      int      phase = y % period;

      for (int x = 0; x < area.width; x++)
        {
          guint32 alpha = is_edge || x == 0 || x == area.width - 1 ? 255 : coverage[phase];

          if (alpha != 0)
            pixels[x] = toso_pixel_blend (pixels[x], ink, alpha);
          if (++phase == period)
            phase = 0;
        }
    }
}

/* How far outside of the mark a point is; negative inside. */
static double
get_distance (TosoMark mark,
              double   x,
              double   y,
              double   size)
{
  double across = fabs (x), along = fabs (y);

  switch (mark)
    {
    case TOSO_MARK_CIRCLE:
      return hypot (x, y) - size * 0.41;
    case TOSO_MARK_RING:
      return fabs (hypot (x, y) - size * 0.34) - size * 0.06;
    case TOSO_MARK_DIAMOND:
      return (across + along - size * 0.5) / G_SQRT2;
    case TOSO_MARK_SQUARE:
      return MAX (across, along) - size * 0.37;
    case TOSO_MARK_TRIANGLE:
      /* Its sides rise 0.82 for 0.48 across. */
      return MAX (y - size * 0.4, (across * 0.82 - (y + size * 0.42) * 0.48) / hypot (0.82, 0.48));
    case TOSO_MARK_PLUS:
      return MIN (MAX (across - size * 0.44, along - size * 0.15), MAX (across - size * 0.15, along - size * 0.44));
    case TOSO_MARK_NONE:
      default: {
        double period = size * 0.24 * G_SQRT2;
        double away = fabs (remainder (x + y, period)) / G_SQRT2 - size * 0.055;

        return MAX (away, MAX (across, along) - size * 0.4);
      }
    }
}

void
toso_canvas_mark (const TosoCanvas *canvas,
                  TosoColor         color,
                  TosoMark          mark,
                  double            x,
                  double            y,
                  double            size)
{
  TosoBox               box = { x - size / 2 - 1, y - size / 2 - 1, size + 2, size + 2 };
  cairo_rectangle_int_t area = snap (canvas, &box);
  guint32               ink = toso_color_to_pixel (color);

  for (int row = area.y; row < area.y + area.height; row++)
    {
      guint32 *pixels = get_pixels (canvas, area.x, row);

      for (int column = 0; column < area.width; column++)
        {
          double away = get_distance (mark, area.x + column + 0.5 - x - canvas->x, row + 0.5 - y - canvas->y, size);

          if (away < 0.5)
            pixels[column] = toso_pixel_blend (pixels[column], ink, (guint32) lround (255 * MIN (0.5 - away, 1)));
        }
    }
}
