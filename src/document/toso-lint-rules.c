/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-pdf-private.h"

/* Level rules on a page: drawn ones, borders, rows of underscores alike.  The
 * page is painted, for a PDF tells in too many ways how a line is drawn. */

#define SCALE    4.0    /* pixels a point */
#define SHORTEST 15.0   /* points: letters have no level stroke as long */
#define GAP      2      /* pixels: between underscores in a row */
#define AWAY     1.5    /* points: over or under a rule */
#define DARK     384    /* red, green and blue together: what prints as a line */
#define WIDEST   1200.0 /* points; a page of any paper on which a letter is written */

static gboolean
is_dark (const guint32 *row,
         int            x)
{
  guint32 pixel = row[x];

  return ((pixel >> 16) & 0xff) + ((pixel >> 8) & 0xff) + (pixel & 0xff) < DARK;
}

/* The next row of pixels of a rule that is known. */
static gboolean
goes_on (GArray             *rules,
         const TosoLintRule *rule)
{
  for (guint i = 0; i < rules->len; i++)
    {
      TosoLintRule *known = &g_array_index (rules, TosoLintRule, i);

      if (rule->y - known->y < 1 && rule->x1 < known->x2 && rule->x2 > known->x1)
        return TRUE;
    }

  return FALSE;
}

/* Where the run of dark pixels that begins at @x ends; gaps of so many pixels do
 * not end it. */
static int
find_end (const guint32 *row,
          int            x,
          int            width,
          int            gap)
{
  int end = x;

  for (; x < width && x - end <= gap; x++)
    if (is_dark (row, x))
      end = x + 1;

  return end;
}

/* The feet and heads of letters are as close together as underscores, but the
 * letters stand over or under them. */
static gboolean
is_empty (const guint32 *row,
          int            start,
          int            end)
{
  int n = 0;

  for (int x = start; row != NULL && x < end; x++)
    n += is_dark (row, x);

  return n <= (end - start) / 10;
}

/* @above, @below: rows that are a little over and under @row, or NULL. */
static void
scan_row (const guint32 *row,
          const guint32 *above,
          const guint32 *below,
          int            width,
          double         y,
          GArray        *rules)
{
  for (int x = 0; x < width; x++)
    {
      int          start = x;
      int          bridged;
      TosoLintRule rule;

      x = find_end (row, start, width, 0);
      bridged = x > start ? find_end (row, start, width, GAP) : x;
      if (bridged - start >= SHORTEST * SCALE && bridged > x && is_empty (above, start, bridged) && is_empty (below, start, bridged))
        x = bridged;
      if (x - start < SHORTEST * SCALE)
        continue;
      rule = (TosoLintRule){ start / SCALE, x / SCALE, y };
      if (!goes_on (rules, &rule))
        g_array_append_val (rules, rule);
    }
}

/**
 * toso_lint_find_rules:
 * @top: of the part of the page that is looked at, in points
 * @bottom: of it
 *
 * Returns: (element-type TosoLintRule) (transfer full): from top to bottom
 */
GArray *
toso_lint_find_rules (PopplerPage *page,
                      double       top,
                      double       bottom)
{
  GArray          *rules = g_array_new (FALSE, FALSE, sizeof (TosoLintRule));
  double           width, height;
  cairo_surface_t *surface;
  cairo_t         *cr;
  int              away = (int) (AWAY * SCALE);
  int              stride, n_rows;

  poppler_page_get_size (page, &width, &height);
  width = MIN (width, WIDEST);
  top = MAX (top, 0);
  bottom = MIN (bottom, MIN (height, WIDEST));
  if (bottom <= top)
    return rules;
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * SCALE), (int) ((bottom - top) * SCALE));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, 0, -top);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface) / (int) sizeof (guint32);
  n_rows = cairo_image_surface_get_height (surface);
  for (int y = 0; y < n_rows; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface) + (gsize) y * (gsize) stride;

      scan_row (row, y >= away ? row - away * stride : NULL, y + away < n_rows ? row + away * stride : NULL,
                cairo_image_surface_get_width (surface), top + y / SCALE, rules);
    }
  cairo_surface_destroy (surface);

  return rules;
}
