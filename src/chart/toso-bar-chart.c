/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-bar-layout-private.h"

#include <math.h>

/* Shares are computed: 41/41 may come out a hair over 1. */
#define IS_OVER(share) ((share) > 1 + 1e-6)

/* What is needed by now: a dark tick with a light edge, so that it is seen on
 * the bar as well as on the track. */
static void
draw_tick (cairo_t           *cr,
           const TosoPalette *palette,
           const TosoBox     *track,
           double             share)
{
  double width = MAX (track->height / 6, 1);
  double rise = track->height / 3;
  double x = track->x + share * track->width;

  x = CLAMP (x, track->x + width / 2, track->x + MAX (track->width - width / 2, width / 2));
  toso_ink_fill_box (cr,
                     palette->view,
                     &(TosoBox){ MAX (x - width, track->x), track->y, MIN (2 * width, track->x + track->width - MAX (x - width, track->x)), track->height });
  toso_ink_fill_box (cr, palette->text, &(TosoBox){ x - width / 2, track->y - rise, width, track->height + 2 * rise });
}

/* The bar goes on beyond the scale. */
static void
draw_overflow (cairo_t           *cr,
               const TosoPalette *palette,
               const TosoBox     *track)
{
  double size = track->height * 0.3;
  double x = track->x + track->width - track->height * 0.5;
  double y = track->y + track->height / 2;

  if (track->width < 3 * track->height)
    return;

  cairo_save (cr);
  toso_ink_set (cr, palette->view);
  cairo_set_line_width (cr, track->height * 0.16);
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x - size, y - size);
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, x - size, y + size);
      x -= track->height * 0.45;
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_bar (cairo_t           *cr,
          const TosoPalette *palette,
          const TosoBar     *unclean,
          const TosoBox     *track)
{
  TosoBar bar = toso_bar_clean (unclean);
  TosoBox filled = *track;

  if (track->width <= 0 || track->height <= 0)
    return;
  if (!bar.has_value)
    {
      toso_ink_fill_hatch (cr, palette, track, track->height);
      return;
    }

  toso_ink_fill_box (cr, palette->track, track);
  filled.width = MIN (bar.share, 1) * track->width;
  /* A figure without a mark of its own is a figure all the same: no hatch. */
  if (bar.mark == TOSO_MARK_NONE)
    toso_ink_fill_box (cr, palette->dim, &filled);
  else
    toso_ink_fill_mark (cr, palette, bar.mark, &filled, track->height);
  if (IS_OVER (bar.share))
    draw_overflow (cr, palette, track);
  if (bar.has_pace)
    draw_tick (cr, palette, track, bar.pace);
}

void
toso_bar_draw (const TosoBar     *bar,
               const TosoPalette *palette,
               cairo_t           *cr,
               double             width,
               double             height)
{
  double whole, bar_height;

  g_return_if_fail (bar != NULL && palette != NULL && cr != NULL);

  if (!toso_size_is_drawable (width, height))
    return;

  /* A tall row of a list does not make a fat bar. */
  whole = MIN (height, MAX (20, height / 2));
  bar_height = whole * 0.6;
  draw_bar (cr, palette, bar, &(TosoBox){ 0, (height - bar_height) / 2, width, bar_height });
}

static void
draw_legend_keys (cairo_t             *cr,
                  const TosoPalette   *palette,
                  const TosoBarLayout *layout)
{
  const TosoBox *pace = &layout->pace_key;
  TosoBox        missing = layout->missing_key;

  if (pace->width > 0)
    {
      double width = BAR_TICK_WIDTH (layout->em);

      toso_ink_fill_box (cr, palette->text, &(TosoBox){ pace->x + (pace->width - width) / 2, pace->y, width, pace->height });
    }
  if (missing.width > 0)
    {
      missing.y += missing.height * 0.2;
      missing.height *= 0.6;
      toso_ink_fill_hatch (cr, palette, &missing, missing.height);
    }
}

void
toso_bar_chart_draw (const TosoBarChart *chart,
                     const TosoPalette  *palette,
                     cairo_t            *cr,
                     double              width,
                     double              height)
{
  g_autoptr (TosoBarLayout) layout = NULL;

  g_return_if_fail (chart != NULL && palette != NULL && cr != NULL);

  if (!toso_size_is_drawable (width, height))
    return;

  layout = toso_bar_layout_new (chart, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  toso_ink_fill_box (cr, palette->view, &(TosoBox){ 0, 0, width, height });

  for (guint i = 0; i < layout->rows->len; i++)
    {
      const TosoBox *row = &g_array_index (layout->rows, TosoBox, i);
      TosoBox        track = toso_bar_layout_get_track (layout, i);
      TosoBar        bar = toso_bar_clean (&chart->bars[i]);

      if (i == 0)
        toso_ink_hairline (cr, palette->line, row->x, layout->head_line, row->width);
      toso_ink_hairline (cr, palette->line, row->x, row->y + row->height, row->width);
      draw_bar (cr, palette, &bar, &track);
      if (layout->mark_x >= 0)
        toso_mark_draw (cr, palette, bar.mark, layout->mark_x, row->y + row->height / 2, TOSO_MARK_SIZE (layout->em));
    }
  draw_legend_keys (cr, palette, layout);
  toso_labels_draw (layout->labels, layout->compositor, cr, palette);
  cairo_restore (cr);
}

gboolean
toso_bar_chart_get_row (const TosoBarChart *chart,
                        double              width,
                        double              height,
                        gsize               i,
                        TosoBox            *row,
                        TosoBox            *track)
{
  g_autoptr (TosoBarLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL, FALSE);

  layout = toso_bar_layout_new (chart, width, height);
  if (i >= layout->rows->len)
    return FALSE;
  if (row != NULL)
    *row = g_array_index (layout->rows, TosoBox, i);
  if (track != NULL)
    *track = toso_bar_layout_get_track (layout, i);

  return TRUE;
}

gssize
toso_bar_chart_pick (const TosoBarChart *chart,
                     double              width,
                     double              height,
                     double              x,
                     double              y)
{
  g_autoptr (TosoBarLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL, -1);

  layout = toso_bar_layout_new (chart, width, height);
  for (guint i = 0; i < layout->rows->len; i++)
    {
      const TosoBox *row = &g_array_index (layout->rows, TosoBox, i);

      if (x >= row->x && x < row->x + row->width && y >= row->y && y < row->y + row->height)
        return i;
    }

  return -1;
}

double
toso_bar_chart_natural_height (const TosoBarChart *chart,
                               double              width)
{
  g_return_val_if_fail (chart != NULL, 0);

  return toso_bar_layout_natural_height (chart, width);
}

static void
add_column (GString    *words,
            const char *heading,
            const char *text)
{
  g_autofree char *both = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (heading == NULL || *heading == '\0')
    {
      toso_words_add (words, "; ", text);
      return;
    }
  both = g_strdup_printf ("%s: %s", heading, text);
  toso_words_add (words, "; ", both);
}

/* What the picture says, a line a bar: for screen readers, and for the table
 * under a figure. */
char *
toso_bar_chart_describe (const TosoBarChart *chart)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (chart != NULL, NULL);

  toso_frame_describe (&chart->frame, words);
  if (chart->n_bars == 0)
    toso_words_add (words, "\n", chart->empty_text);
  for (gsize i = 0; i < chart->n_bars; i++)
    {
      const TosoBar *bar = &chart->bars[i];

      toso_words_add (words, "\n", bar->label != NULL && *bar->label != '\0' ? bar->label : "—");
      add_column (words, chart->value_heading, bar->value_text);
      add_column (words, chart->target_heading, bar->target_text);
      add_column (words, chart->state_heading, bar->state_text);
      add_column (words, chart->note_heading, bar->note);
    }

  return g_string_free (words, FALSE);
}
