/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-layout.h"

#include <math.h>

/* Of a page that is to fit a very narrow or a very wide room. */
#define LEAST_WIDTH 60
#define MOST_ZOOM   1.5

static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3 };

/* Pixels a point. */
static double
find_scale (const TosoPdfSize *size,
            double             zoom,
            int                room_width,
            int                room_height)
{
  double width = MAX (room_width - 2 * TOSO_PDF_EDGE, LEAST_WIDTH);
  double height = MAX (room_height - 2 * TOSO_PDF_EDGE, LEAST_WIDTH);

  if (zoom > 0)
    return zoom * 96.0 / 72.0;
  if (zoom == TOSO_PDF_FIT_PAGE)
    return MIN (width / size->width, height / size->height);

  return MIN (width / size->width, MOST_ZOOM * 96.0 / 72.0);
}

TosoPdfLayout *
toso_pdf_layout_new (const TosoPdfSize *sizes,
                     guint              n_pages,
                     double             zoom,
                     int                room_width,
                     int                room_height,
                     int                scale_factor)
{
  TosoPdfLayout *self = g_new0 (TosoPdfLayout, 1);
  double         y = TOSO_PDF_EDGE;

  self->places = g_array_sized_new (FALSE, FALSE, sizeof (TosoPdfPlace), n_pages);
  self->width = room_width;
  for (guint i = 0; i < n_pages; i++)
    {
      double       scale = find_scale (&sizes[i], zoom, room_width, room_height);
      TosoPdfPlace place = { .y = y, .scale = scale };

      /* Whole device pixels, so that the letters are not drawn twice over. */
      place.width = MAX (1, floor (sizes[i].width * scale * scale_factor)) / scale_factor;
      place.height = MAX (1, floor (sizes[i].height * scale * scale_factor)) / scale_factor;
      self->width = MAX (self->width, place.width + 2 * TOSO_PDF_EDGE);
      y = ceil (y + place.height + TOSO_PDF_EDGE);
      g_array_append_val (self->places, place);
    }
  for (guint i = 0; i < n_pages; i++)
    {
      TosoPdfPlace *place = &g_array_index (self->places, TosoPdfPlace, i);

      place->x = floor ((self->width - place->width) / 2);
    }
  self->height = y;

  return self;
}

void
toso_pdf_layout_free (TosoPdfLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->places);
  g_free (self);
}

const TosoPdfPlace *
toso_pdf_layout_get (const TosoPdfLayout *self,
                     guint                page)
{
  g_return_val_if_fail (page < self->places->len, NULL);

  return &g_array_index (self->places, TosoPdfPlace, page);
}

guint
toso_pdf_layout_find_page (const TosoPdfLayout *self,
                           double               y)
{
  guint low = 0, high = self->places->len;

  while (low < high)
    {
      guint               middle = (low + high) / 2;
      const TosoPdfPlace *place = toso_pdf_layout_get (self, middle);

      if (place->y + place->height < y)
        low = middle + 1;
      else
        high = middle;
    }

  return self->places->len > 0 ? MIN (low, self->places->len - 1) : 0;
}

gboolean
toso_pdf_layout_get_band (const TosoPdfLayout *self,
                          double               top,
                          double               bottom,
                          guint               *first,
                          guint               *last)
{
  if (self->places->len == 0)
    return FALSE;

  *first = *last = toso_pdf_layout_find_page (self, top);
  while (*last + 1 < self->places->len && toso_pdf_layout_get (self, *last + 1)->y < bottom)
    (*last)++;

  return toso_pdf_layout_get (self, *first)->y < bottom;
}

double
toso_pdf_step_zoom (double scale,
                    int    direction)
{
  guint i = 0;

  if (direction > 0)
    {
      while (i + 1 < G_N_ELEMENTS (zooms) && zooms[i] <= scale * 1.01)
        i++;
      return zooms[i];
    }
  i = G_N_ELEMENTS (zooms) - 1;
  while (i > 0 && zooms[i] >= scale * 0.99)
    i--;

  return zooms[i];
}
