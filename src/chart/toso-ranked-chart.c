/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-ranked-layout-private.h"

#include <math.h>

static void
draw_line (cairo_t           *cr,
           const TosoPalette *palette,
           TosoColor          color,
           double             x,
           const TosoBox     *plot,
           double             width,
           gboolean           dashed)
{
  double dashes[] = { 3 * width, 2 * width };

  if (x < 0)
    return;

  cairo_save (cr);
  /* A light edge, so that the line is seen on the bars. */
  toso_ink_set (cr, palette->view);
  cairo_set_line_width (cr, 3 * width);
  cairo_move_to (cr, x, plot->y);
  cairo_line_to (cr, x, plot->y + plot->height);
  cairo_stroke (cr);
  toso_ink_set (cr, color);
  cairo_set_line_width (cr, width);
  if (dashed)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, x, plot->y);
  cairo_line_to (cr, x, plot->y + plot->height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_row (cairo_t                *cr,
          const TosoPalette      *palette,
          const TosoRankedLayout *layout,
          const TosoRankedChart  *chart,
          gsize                   i)
{
  const TosoRankedBar *bar = toso_ranked_layout_get_bar (layout, chart, i);
  const TosoBox       *row = &g_array_index (layout->rows, TosoBox, i);
  TosoBox              box = toso_ranked_layout_get_box (layout, bar, i);

  if (bar == chart->total)
    toso_ink_hairline (cr, palette->text, row->x, row->y, row->width);
  if (layout->mark_x >= 0)
    toso_mark_draw (cr, palette, bar->mark, layout->mark_x, row->y + row->height / 2, TOSO_MARK_SIZE (layout->em));
  if (box.width <= 0)
    return;
  if (!toso_ranked_bar_has_value (bar))
    toso_ink_fill_hatch (cr, palette, &box, MIN (box.height, layout->em));
  else if (bar == chart->total || bar->mark == TOSO_MARK_NONE)
    toso_ink_fill_box (cr, palette->dim, &box);
  else
    toso_ink_fill_mark (cr, palette, bar->mark, &box, MIN (box.height, layout->em));
}

/* On the bar where it fits, else it is left to the subtitle. */
static void
draw_total_note (cairo_t                *cr,
                 const TosoPalette      *palette,
                 const TosoRankedLayout *layout,
                 const TosoRankedChart  *chart)
{
  double  size = 0.86 * layout->em;
  double  width = toso_compositor_width (layout->compositor, chart->total_note, size, FALSE);
  TosoBox box;

  if (!layout->has_total || width == 0 || !toso_ranked_bar_has_value (chart->total))
    return;
  box = toso_ranked_layout_get_box (layout, chart->total, layout->n_shown);
  if (width + layout->em > box.width || toso_compositor_line_height (layout->compositor, size) > box.height + 2)
    return;
  toso_compositor_draw (layout->compositor,
                        cr,
                        palette,
                        &(TosoLabel){ .part = TOSO_PART_NOTE,
                                      .text = (char *) chart->total_note,
                                      .box = { box.x + layout->em / 2, box.y - 1, width, box.height + 2 },
                                      .size = size,
                                      .ink = TOSO_INK_VIEW,
                                      .lines = 1 });
}

void
toso_ranked_chart_draw (const TosoRankedChart *chart,
                        const TosoPalette     *palette,
                        cairo_t               *cr,
                        double                 width,
                        double                 height)
{
  g_autoptr (TosoRankedLayout) layout = NULL;
  double line_width;

  g_return_if_fail (chart != NULL && palette != NULL && cr != NULL);

  if (!toso_size_is_drawable (width, height))
    return;

  layout = toso_ranked_layout_new (chart, width, height);
  line_width = MAX (layout->em / 9, 1);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  toso_ink_fill_box (cr, palette->view, &(TosoBox){ 0, 0, width, height });
  for (gsize i = 0; i < layout->rows->len; i++)
    draw_row (cr, palette, layout, chart, i);
  /* Where bars begin: a bar of nothing is still a figure. */
  if (layout->plot.width > 0 && layout->rows->len > 0)
    toso_ink_fill_box (cr, palette->hatch, &(TosoBox){ layout->plot.x - 1, layout->plot.y, 1, layout->plot.height });
  draw_line (cr, palette, palette->text, layout->pace_x, &layout->plot, line_width, TRUE);
  draw_line (cr, palette, palette->marks[TOSO_MARK_CIRCLE], layout->target_x, &layout->plot, line_width, FALSE);
  draw_total_note (cr, palette, layout, chart);
  toso_labels_draw (layout->labels, layout->compositor, cr, palette);
  cairo_restore (cr);
}

static gssize
row_of (const TosoRankedLayout *layout,
        const TosoRankedChart  *chart,
        gsize                   i)
{
  if (i < layout->n_shown)
    return i;

  return i == chart->n_bars && layout->has_total ? (gssize) layout->n_shown : -1;
}

gboolean
toso_ranked_chart_get_row (const TosoRankedChart *chart,
                           double                 width,
                           double                 height,
                           gsize                  i,
                           TosoBox               *row,
                           TosoBox               *bar)
{
  g_autoptr (TosoRankedLayout) layout = NULL;
  gssize at;

  g_return_val_if_fail (chart != NULL, FALSE);

  layout = toso_ranked_layout_new (chart, width, height);
  at = row_of (layout, chart, i);
  if (at < 0 || (gsize) at >= layout->rows->len)
    return FALSE;
  if (row != NULL)
    *row = g_array_index (layout->rows, TosoBox, at);
  if (bar != NULL)
    *bar = toso_ranked_layout_get_box (layout, toso_ranked_layout_get_bar (layout, chart, at), at);

  return TRUE;
}

gssize
toso_ranked_chart_pick (const TosoRankedChart *chart,
                        double                 width,
                        double                 height,
                        double                 x,
                        double                 y)
{
  g_autoptr (TosoRankedLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL, -1);

  layout = toso_ranked_layout_new (chart, width, height);
  for (gsize i = 0; i < layout->rows->len; i++)
    {
      const TosoBox *row = &g_array_index (layout->rows, TosoBox, i);

      if (x >= row->x && x < row->x + row->width && y >= row->y && y < row->y + row->height)
        return i < layout->n_shown ? i : chart->n_bars;
    }

  return -1;
}

static void
describe_bar (GString             *words,
              const TosoRankedBar *bar)
{
  toso_words_add (words, "\n", bar->rank);
  toso_words_add (words, bar->rank != NULL && *bar->rank != '\0' ? " " : "\n", bar->label);
  toso_words_add (words, "; ", bar->value_text);
  toso_words_add (words, "; ", bar->state_text);
}

char *
toso_ranked_chart_describe (const TosoRankedChart *chart)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (chart != NULL, NULL);

  toso_frame_describe (&chart->frame, words);
  if (chart->has_pace)
    toso_words_add (words, "\n", chart->pace_text);
  if (chart->has_target)
    toso_words_add (words, "\n", chart->target_text);
  if (chart->n_bars == 0 && chart->total == NULL)
    toso_words_add (words, "\n", chart->empty_text);
  for (gsize i = 0; i < chart->n_bars; i++)
    describe_bar (words, &chart->bars[i]);
  if (chart->total != NULL)
    {
      describe_bar (words, chart->total);
      toso_words_add (words, "; ", chart->total_note);
    }

  return g_string_free (words, FALSE);
}
