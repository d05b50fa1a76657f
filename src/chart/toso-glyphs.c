/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-glyphs-private.h"

#include <math.h>

#define PHASES 4

typedef struct
{
  int     left, top; /* from the pixel that the glyph stands on */
  int     width, height, stride;
  guchar *data;
} Mask;

static const cairo_user_data_key_t masks_key;

static void
mask_free (gpointer data)
{
  Mask *mask = data;

  g_free (mask->data);
  g_free (mask);
}

static void
masks_free (void *data)
{
  g_hash_table_unref (data);
}

static GHashTable *
get_masks (cairo_scaled_font_t *font)
{
  GHashTable *masks = cairo_scaled_font_get_user_data (font, &masks_key);

  if (masks == NULL)
    {
      masks = g_hash_table_new_full (NULL, NULL, NULL, mask_free);
      if (cairo_scaled_font_set_user_data (font, &masks_key, masks, masks_free) != CAIRO_STATUS_SUCCESS)
        {
          g_hash_table_unref (masks);
          return NULL;
        }
    }

  return masks;
}

static Mask *
mask_new (cairo_scaled_font_t *font,
          gulong               index,
          guint                phase)
{
  Mask                *mask = g_new0 (Mask, 1);
  cairo_glyph_t        glyph = { index, (double) phase / PHASES, 0 };
  cairo_text_extents_t extents;
  cairo_surface_t     *surface;
  cairo_t             *cr;

  cairo_scaled_font_glyph_extents (font, &glyph, 1, &extents);
  if (extents.width <= 0 || extents.height <= 0)
    return mask;

  mask->left = (int) floor (extents.x_bearing) - 1;
  mask->top = (int) floor (extents.y_bearing) - 1;
  mask->width = (int) ceil (extents.x_bearing + extents.width + 1) - mask->left + 1;
  mask->height = (int) ceil (extents.y_bearing + extents.height) - mask->top + 1;
  mask->stride = cairo_format_stride_for_width (CAIRO_FORMAT_A8, mask->width);
  mask->data = g_malloc0 ((gsize) mask->stride * (gsize) mask->height);
  surface = cairo_image_surface_create_for_data (mask->data, CAIRO_FORMAT_A8, mask->width, mask->height, mask->stride);
  cr = cairo_create (surface);
  cairo_set_scaled_font (cr, font);
  cairo_translate (cr, -mask->left, -mask->top);
  cairo_glyph_path (cr, &glyph, 1);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return mask;
}

static const Mask *
get_mask (GHashTable          *masks,
          cairo_scaled_font_t *font,
          gulong               index,
          guint                phase)
{
  gpointer key = GUINT_TO_POINTER (index * PHASES + phase);
  Mask    *mask = g_hash_table_lookup (masks, key);

  if (mask == NULL)
    {
      mask = mask_new (font, index, phase);
      g_hash_table_insert (masks, key, mask);
    }

  return mask;
}

static void
blend (const TosoCanvas            *canvas,
       const Mask                  *mask,
       int                          x,
       int                          y,
       const cairo_rectangle_int_t *clip,
       guint32                      ink)
{
  int left = MAX (x + mask->left, clip->x), right = MIN (x + mask->left + mask->width, clip->x + clip->width);
  int top = MAX (y + mask->top, clip->y), bottom = MIN (y + mask->top + mask->height, clip->y + clip->height);

  for (int row = top; row < bottom; row++)
    {
      const guchar *source = mask->data + (row - y - mask->top) * mask->stride - x - mask->left;
      guint32      *target = (guint32 *) (gpointer) (canvas->data + row * canvas->stride);

      for (int column = left; column < right; column++)
        {
          if (source[column] != 0)
            target[column] = toso_pixel_blend (target[column], ink, source[column]);
        }
    }
}

static void
show_run (const TosoCanvas            *canvas,
          const PangoGlyphItem        *run,
          double                       x,
          double                       y,
          const cairo_rectangle_int_t *clip,
          guint32                      ink)
{
  cairo_scaled_font_t *font = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (run->item->analysis.font));
  GHashTable          *masks = font != NULL ? get_masks (font) : NULL;
  const Mask          *mask;

  for (int i = 0; masks != NULL && i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
      double                at = x + (double) info->geometry.x_offset / PANGO_SCALE;
      double                quarters = floor (at * PHASES + 0.5);
      int                   pixel = (int) floor (quarters / PHASES);
      int                   line = (int) floor (y + (double) info->geometry.y_offset / PANGO_SCALE + 0.5);

      x += (double) info->geometry.width / PANGO_SCALE;
      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      mask = get_mask (masks, font, info->glyph, (guint) (quarters - (double) pixel * PHASES));
      blend (canvas, mask, pixel, line, clip, ink);
    }
}

static gboolean
has_all_glyphs (const PangoGlyphItem *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return FALSE;

  return PANGO_IS_CAIRO_FONT (run->item->analysis.font);
}

static cairo_rectangle_int_t
clip_to_box (const TosoCanvas *canvas,
             const TosoBox    *box)
{
  int left = MAX (canvas->clip.x, (int) floor (box->x + canvas->x));
  int top = MAX (canvas->clip.y, (int) floor (box->y + canvas->y));
  int right = MIN (canvas->clip.x + canvas->clip.width, (int) ceil (box->x + box->width + canvas->x));
  int bottom = MIN (canvas->clip.y + canvas->clip.height, (int) ceil (box->y + box->height + canvas->y));

  return (cairo_rectangle_int_t){ left, top, MAX (right - left, 0), MAX (bottom - top, 0) };
}

gboolean
toso_canvas_show (const TosoCanvas *canvas,
                  PangoLayout      *layout,
                  TosoColor         color,
                  double            x,
                  double            y,
                  const TosoBox    *box)
{
  cairo_rectangle_int_t clip = clip_to_box (canvas, box);
  guint32               ink = toso_color_to_pixel (color);
  PangoLayoutIter      *iter;

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    for (GSList *run = ((PangoLayoutLine *) line->data)->runs; run != NULL; run = run->next)
      if (!has_all_glyphs (run->data))
        return FALSE;

  iter = pango_layout_get_iter (layout);
  do
    {
      const PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle        logical;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &logical);
      show_run (canvas, run, x + canvas->x + (double) logical.x / PANGO_SCALE, y + canvas->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE, &clip, ink);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);

  return TRUE;
}
