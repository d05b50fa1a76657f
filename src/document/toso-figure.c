/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"

#define CAPTION_GAP 6.0
#define FIGURE_GAP  6.0 /* over it and under its caption, besides that of a paragraph */

/* No signature or seal is larger, and no computer of an office decodes more. */
#define LARGEST_SIDE 6000

/* --- pictures that the user gives --- */

typedef struct
{
  const guint8 *data;
  gsize         size, at;
} Reader;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  Reader *reader = closure;

  if (length > reader->size - reader->at)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reader->data + reader->at, length);
  reader->at += length;

  return CAIRO_STATUS_SUCCESS;
}

static guint32
read_uint32 (const guint8 *data)
{
  return ((guint32) data[0] << 24) | ((guint32) data[1] << 16) | ((guint32) data[2] << 8) | data[3];
}

/* The content of a chunk (PNG specification, 5.3), or NULL. */
static const guint8 *
find_chunk (GBytes     *bytes,
            const char *name,
            gsize       length)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize         at = 8;

  while (at + 12 <= size && read_uint32 (data + at) <= size - at - 12)
    {
      guint32 n = read_uint32 (data + at);

      if (memcmp (data + at + 4, name, 4) == 0)
        return n >= length ? data + at + 8 : NULL;
      at += 12 + (gsize) n;
    }

  return NULL;
}

/**
 * toso_picture_get_size:
 * @otherwise: where the picture does not say
 *
 * Returns: the width that the picture says it has, points
 */
double
toso_picture_get_size (GBytes *bytes,
                       double  otherwise)
{
  const guint8 *header = find_chunk (bytes, "IHDR", 8);
  const guint8 *scale = find_chunk (bytes, "pHYs", 9);
  guint32       per_metre = scale != NULL && scale[8] == 1 ? read_uint32 (scale) : 0;

  /* Less than a dot a millimetre is a screen's guess. */
  if (header == NULL || per_metre < 1000)
    return otherwise;

  return TOSO_MM (read_uint32 (header) * 1000.0 / per_metre);
}

gboolean
toso_picture_load (GBytes           *bytes,
                   cairo_surface_t **surface,
                   GError          **error)
{
  Reader        reader = { g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 0 };
  const guint8 *header = find_chunk (bytes, "IHDR", 8);

  *surface = NULL;
  if (header != NULL && (read_uint32 (header) > LARGEST_SIDE || read_uint32 (header + 4) > LARGEST_SIDE))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("The picture of the signature or seal is larger than %d dots a side. Make it smaller and try again."),
                   LARGEST_SIDE);
      return FALSE;
    }
  if (header != NULL)
    *surface = cairo_image_surface_create_from_png_stream (read_cb, &reader);
  if (*surface != NULL && cairo_surface_status (*surface) == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_clear_pointer (surface, cairo_surface_destroy);
  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("The picture of the signature or seal cannot be read. Give a whole PNG file with a clear ground."));

  return FALSE;
}

/* --- figures --- */

/* Called now, played back on the page: the paper may be gone by then. */
static cairo_surface_t *
record (const TosoBlock *block)
{
  cairo_rectangle_t extents = { 0, 0, block->figure_width, block->figure_height };
  cairo_surface_t  *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t          *cr = cairo_create (surface);

  block->draw (block->draw_data, cr, block->figure_width, block->figure_height);
  cairo_destroy (cr);

  return surface;
}

/* Rows of a picture that is looked at for what is drawn in it. */
#define TRIAL_HEIGHT 400

/* Left over and under what is drawn, points: a screen cuts at whole dots, and
 * would cut the heads of the letters. */
#define KEPT_MARGIN 2.0

static gboolean
is_blank_row (const guint8 *data,
              int           width)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) data;

  for (int x = 0; x < width; x++)
    if ((pixels[x] & 0xFFFFFF) != 0xFFFFFF)
      return FALSE;

  return TRUE;
}

/* What is seen of it on white paper, from top to bottom: a chart keeps a margin
 * that a page need not.  As wide as it was meant. */
static cairo_rectangle_t
crop (cairo_surface_t *surface,
      const TosoBlock *block)
{
  cairo_rectangle_t box = { 0, 0, block->figure_width, block->figure_height };
  double            scale = TRIAL_HEIGHT / block->figure_height;
  int               width = (int) CLAMP (block->figure_width * scale, 1, 4 * TRIAL_HEIGHT);
  cairo_surface_t  *trial = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, TRIAL_HEIGHT);
  cairo_t          *cr = cairo_create (trial);
  const guint8     *rows;
  int               stride, first = 0, end = TRIAL_HEIGHT;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / block->figure_width, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (trial);
  rows = cairo_image_surface_get_data (trial);
  stride = cairo_image_surface_get_stride (trial);
  while (rows != NULL && first < TRIAL_HEIGHT && is_blank_row (rows + (gsize) first * stride, width))
    first++;
  while (rows != NULL && end > first && is_blank_row (rows + (gsize) (end - 1) * stride, width))
    end--;
  cairo_surface_destroy (trial);
  if (first < end)
    {
      box.y = MAX (first / scale - KEPT_MARGIN, 0);
      box.height = MIN (end / scale + KEPT_MARGIN, block->figure_height) - box.y;
    }

  return box;
}

/**
 * toso_compose_figure:
 * @gap: before the figure, points
 *
 * As wide as the text, or as high as the page; its caption under it, on the
 * same page.
 */
void
toso_compose_figure (TosoComposer    *self,
                     const TosoBlock *block,
                     double           gap)
{
  const TosoProfile *profile = self->profile;
  TosoUnit          *unit = toso_unit_new (TOSO_ROLE_PARAGRAPH, gap + FIGURE_GAP);
  TosoParagraph     *caption = NULL;
  cairo_surface_t   *surface;
  cairo_rectangle_t  shown;
  double             width = toso_profile_get_text_width (profile);
  double             room = toso_profile_get_text_height (profile) * 0.95 - FIGURE_GAP;
  double             scale;

  if (!toso_text_is_blank (block->text))
    {
      caption = toso_composer_set (self, block->text, profile->caption_size, TOSO_FACE_ITALIC, width, TOSO_ALIGN_CENTER);
      room -= CAPTION_GAP + caption->lines->len * profile->caption_size * profile->line_pitch;
    }
  surface = record (block);
  shown = crop (surface, block);
  scale = MIN (width / shown.width, MAX (room, width / 10) / shown.height);
  toso_unit_add_picture (unit, surface, shown, (width - shown.width * scale) / 2, 0, scale);
  cairo_surface_destroy (surface);
  unit->height = shown.height * scale;
  if (caption != NULL)
    toso_unit_add_lines (unit, caption, 0, unit->height + CAPTION_GAP, profile->line_pitch, ++unit->n_parts);
  unit->height += FIGURE_GAP;
  unit->is_figure = TRUE;
  unit->block = self->n_blocks++;
  g_ptr_array_add (self->units, unit);
}
