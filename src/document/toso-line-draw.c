/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-typeset-private.h"

/* Lines that are set, on the page: their letters, where they stand, their
 * addresses. */

/**
 * toso_line_draw:
 * @x: of the column's left edge
 *
 * Draws with the text beside the glyphs, so that a PDF can be searched.
 */
void
toso_line_draw (const TosoLine *self,
                cairo_t        *cr,
                double          x,
                double          baseline)
{
  int pen = self->x;

  cairo_save (cr);
  cairo_translate (cr, x, baseline);
  cairo_scale (cr, self->paragraph->scale, self->paragraph->scale);
  for (guint r = self->first_run; r < self->first_run + self->n_runs; r++)
    {
      const TosoRun   *run = &g_array_index (self->paragraph->runs, TosoRun, r);
      PangoGlyphString glyphs = { 0 };
      PangoItem        item = { 0 };
      PangoGlyphItem   glyph_item = { 0 };

      item.offset = run->offset;
      item.length = run->length;
      item.num_chars = run->n_chars;
      item.analysis.font = run->piece->item->analysis.font;
      item.analysis.level = run->piece->item->analysis.level;
      item.analysis.gravity = run->piece->item->analysis.gravity;
      item.analysis.script = run->piece->item->analysis.script;
      item.analysis.language = run->piece->item->analysis.language;
      glyphs.num_glyphs = run->n_glyphs;
      glyphs.glyphs = run->piece->glyphs->glyphs + run->first_glyph;
      glyphs.log_clusters = run->piece->glyphs->log_clusters + run->first_glyph;
      glyph_item.item = &item;
      glyph_item.glyphs = &glyphs;

      cairo_move_to (cr, (double) pen / PANGO_SCALE, 0);
      pango_cairo_show_glyph_item (cr, self->paragraph->text, &glyph_item);
      pen += run->width;
    }
  cairo_restore (cr);
}

/* From the line's start to @at, a byte of the paragraph. */
static int
get_offset (const TosoLine *self,
            int             at)
{
  int offset = 0;

  for (guint r = self->first_run; r < self->first_run + self->n_runs; r++)
    {
      const TosoRun          *run = &g_array_index (self->paragraph->runs, TosoRun, r);
      const PangoGlyphString *glyphs = run->piece->glyphs;

      for (int i = run->first_glyph; i < run->first_glyph + run->n_glyphs; i++)
        if (run->offset + glyphs->log_clusters[i] < at)
          offset += glyphs->glyphs[i].geometry.width;
    }

  return offset;
}

gboolean
toso_line_get_span (const TosoLine *self,
                    int             start,
                    int             end,
                    double         *x1,
                    double         *x2)
{
  double scale = self->paragraph->scale / PANGO_SCALE;

  if (end <= self->start || start >= self->end)
    return FALSE;
  *x1 = toso_line_get_x (self) + scale * get_offset (self, MAX (start, self->start));
  *x2 = toso_line_get_x (self) + scale * get_offset (self, MIN (end, self->end));

  return TRUE;
}

static char *
make_link_attributes (const TosoLink *link,
                      double          x,
                      double          y,
                      double          width,
                      double          height)
{
  const double sides[] = { x, y, width, height };
  GString     *attributes = g_string_new ("rect=[");

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (attributes, "%s ", g_ascii_formatd (text, sizeof text, "%.2f", sides[i]));
    }
  g_string_append_printf (attributes, "] uri='%s'", link->uri);

  return g_string_free (attributes, FALSE);
}

/* Makes the addresses on the line live. */
void
toso_line_link (const TosoLine *self,
                cairo_t        *cr,
                double          x,
                double          baseline)
{
  GArray *links = self->paragraph->links;
  double  size = self->paragraph->style.size;
  double  scale = self->paragraph->scale / PANGO_SCALE;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const TosoLink  *link = &g_array_index (links, TosoLink, i);
      g_autofree char *attributes = NULL;
      double           start, end;

      if (link->end <= self->start || link->start >= self->end)
        continue;
      start = scale * get_offset (self, MAX (link->start, self->start));
      end = scale * get_offset (self, MIN (link->end, self->end));
      attributes = make_link_attributes (link, x + toso_line_get_x (self) + start, baseline - 0.8 * size,
                                         end - start, size);
      cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (cr, CAIRO_TAG_LINK);
    }
}

/* The outlines of the letters, not to be found as text. */
void
toso_line_add_path (const TosoLine *self,
                    cairo_t        *cr,
                    double          x,
                    double          baseline)
{
  int pen = self->x;

  cairo_save (cr);
  cairo_translate (cr, x, baseline);
  cairo_scale (cr, self->paragraph->scale, self->paragraph->scale);
  for (guint r = self->first_run; r < self->first_run + self->n_runs; r++)
    {
      const TosoRun   *run = &g_array_index (self->paragraph->runs, TosoRun, r);
      PangoGlyphString glyphs = { 0 };

      glyphs.num_glyphs = run->n_glyphs;
      glyphs.glyphs = run->piece->glyphs->glyphs + run->first_glyph;
      glyphs.log_clusters = run->piece->glyphs->log_clusters + run->first_glyph;
      cairo_move_to (cr, (double) pen / PANGO_SCALE, 0);
      pango_cairo_glyph_string_path (cr, run->piece->item->analysis.font, &glyphs);
      pen += run->width;
    }
  cairo_restore (cr);
}
