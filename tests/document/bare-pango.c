/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define LEFT   85.0
#define TOP    57.0
#define WIDTH  468.0
#define BOTTOM 785.0

/* bare-pango TEXT FILE: what the same paragraphs, one a line, cost with plain
 * Pango and Cairo: a layout a paragraph, a page when one is full.  The measure
 * for the document layer, which it knows nothing of. */

static void
draw_layout (PangoLayout *layout,
             cairo_t     *cr,
             double      *y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int              top, bottom;
  int              base = 0;

  do
    {
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (*y + (double) (bottom - base) / PANGO_SCALE > BOTTOM)
        {
          cairo_show_page (cr);
          *y = TOP;
          base = top;
        }
      cairo_move_to (cr, LEFT, *y + (double) (pango_layout_iter_get_baseline (iter) - base) / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  *y += (double) (bottom - base) / PANGO_SCALE + 6;
  pango_layout_iter_free (iter);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) paragraphs = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Times New Roman, Liberation Serif 14");
  cairo_surface_t      *surface;
  cairo_t              *cr;
  double                y = TOP;

  g_assert (argc == 3);
  g_assert_true (g_file_get_contents (argv[1], &text, NULL, NULL));
  paragraphs = g_strsplit (text, "\n", -1);

  surface = cairo_pdf_surface_create (argv[2], 595.276, 841.89);
  cr = cairo_create (surface);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      PangoLayout *layout = pango_cairo_create_layout (cr);
      gboolean     bold = g_regex_match_simple ("^[0-9IVX]+\\. .{0,80}$", paragraphs[i], 0, 0);

      pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("vi"));
      pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
      pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, (int) (WIDTH * PANGO_SCALE));
      pango_layout_set_indent (layout, 36 * PANGO_SCALE);
      pango_layout_set_justify (layout, TRUE);
      pango_layout_set_text (layout, paragraphs[i], -1);
      draw_layout (layout, cr, &y);
      g_object_unref (layout);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  pango_font_description_free (font);

  return 0;
}
