/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-bar-chart-private.h"

#include <math.h>

/* In em. */
#define BAR_HEIGHT  0.86
#define NATURAL_ROW 3.0
#define ROOMY_ROW   2.6  /* two lines of text */
#define TIGHT_ROW   1.5  /* one line */
#define FRAME       10.0 /* title, headings, legend, margins */

/* Shares are computed: 41/41 may come out a hair over 1. */
#define IS_OVER(share) ((share) > 1 + 1e-6)

TosoBar
toso_bar_clean (const TosoBar *bar)
{
  TosoBar clean = *bar;

  clean.has_value = bar->has_value && isfinite (bar->share);
  clean.share = clean.has_value ? MAX (bar->share, 0) : 0;
  clean.has_pace = bar->has_pace && isfinite (bar->pace);
  clean.pace = clean.has_pace ? CLAMP (bar->pace, 0, 1) : 0;
  if ((guint) clean.mark >= TOSO_N_MARKS)
    clean.mark = TOSO_MARK_NONE;

  return clean;
}

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoBarChart *chart = data;

  return toso_frame_choose_em (&chart->frame, chart->n_bars, &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
}

/* Ends of the scale, over the bars. */
static void
add_scale (TosoRowLayout *layout)
{
  const TosoBarChart *chart = layout->scene.chart;
  TosoScene          *scene = &layout->scene;
  const TosoBox      *head = &layout->parts.head;
  double              size = TOSO_NOTE_SIZE * scene->em;
  double              start = toso_compositor_width (scene->compositor, chart->scale_start, size, FALSE);
  double              end = toso_compositor_width (scene->compositor, chart->scale_end, size, FALSE);
  TosoLabel          *label;

  if (layout->plot.width <= 0 || head->height <= 0)
    return;

  end = MIN (end, layout->plot.width);
  if (start + scene->em / 2 + end <= layout->plot.width)
    toso_labels_add (scene->labels, TOSO_PART_HEADING, -1, chart->scale_start, size, (TosoBox){ layout->plot.x, head->y, start, head->height });
  label = toso_labels_add (scene->labels, TOSO_PART_HEADING, -1, chart->scale_end, size, (TosoBox){ layout->plot.x + layout->plot.width - end, head->y, end, head->height });
  if (label != NULL)
    label->align = PANGO_ALIGN_RIGHT;
}

/* What the tick is, what the hatch is, a remark. */
static void
add_legend (TosoRowLayout *layout)
{
  const TosoBarChart *chart = layout->scene.chart;
  const TosoBox      *foot = &layout->parts.foot;
  double              x = foot->x;
  gboolean            any_pace = FALSE, any_missing = FALSE;

  for (gsize i = 0; i < chart->n_bars; i++)
    {
      TosoBar bar = toso_bar_clean (&chart->bars[i]);

      any_pace = any_pace || bar.has_pace;
      any_missing = any_missing || (!bar.has_value && !bar.is_bare);
    }
  if (any_pace && layout->plot.width > 0)
    toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_TICK, TOSO_MARK_NONE, chart->legend_pace);
  if (any_missing && layout->plot.width > 0)
    toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_HATCH, TOSO_MARK_NONE, chart->legend_missing);
  toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_TEXT, TOSO_MARK_NONE, chart->legend_note);
}

static void
lay_out (TosoScene *scene)
{
  TosoRowLayout      *layout = (TosoRowLayout *) scene;
  const TosoBarChart *chart = scene->chart;

  toso_rows_init (layout, (TosoRowStyle){
                            .n_columns = 4,
                            .columns = {
                              { TOSO_PART_VALUE, chart->value_heading, FALSE, TRUE, TRUE, TOSO_INK_TEXT, TOSO_KEEP },
                              { TOSO_PART_TARGET, chart->target_heading, FALSE, TRUE, FALSE, TOSO_INK_DIM, 1 },
                              { TOSO_PART_STATE, chart->state_heading, FALSE, FALSE, FALSE, TOSO_INK_MARK, 2 },
                              { TOSO_PART_NOTE, chart->note_heading, FALSE, TRUE, FALSE, TOSO_INK_DIM, 0 },
                            },
                            .mark_column = 2,
                            .label_heading = chart->label_heading,
                            .gap = 1.29,
                            .tight = TIGHT_ROW,
                            .roomy = ROOMY_ROW,
                            .natural = NATURAL_ROW,
                            .min_label = 8.5,
                            .min_plot = 6,
                            .label_share = 0.55,
                            .good_plot = 10,
                            .wants_head = chart->scale_start != NULL || chart->scale_end != NULL,
                            .wants_foot = chart->legend_pace != NULL || chart->legend_missing != NULL || chart->legend_note != NULL,
                          });
  for (gsize i = 0; i < chart->n_bars; i++)
    {
      const TosoBar *bar = &chart->bars[i];

      toso_rows_add (layout, (TosoRow){ bar->label, { bar->value_text, bar->target_text, bar->state_text, bar->note }, bar->mark });
    }
  toso_rows_lay_out (layout);
  add_scale (layout);
  add_legend (layout);
}

TosoBox
toso_bar_layout_get_track (const TosoRowLayout *layout,
                           gsize                k)
{
  TosoBox row = toso_rows_get_box (layout, k);
  double  height = MIN (BAR_HEIGHT * layout->scene.em, row.height * 0.6);

  return (TosoBox){ layout->plot.x, row.y + (row.height - height) / 2, layout->plot.width, height };
}

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

  if (track->width <= 0 || track->height <= 0 || bar.is_bare)
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
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoRowLayout *layout = (const TosoRowLayout *) scene;
  const TosoBarChart  *chart = scene->chart;

  for (guint k = 0; k < scene->items->len; k++)
    {
      TosoBox row = toso_rows_get_box (layout, k);
      TosoBox track = toso_bar_layout_get_track (layout, k);
      TosoBar bar = toso_bar_clean (&chart->bars[toso_rows_get_index (layout, k)]);

      if (k == 0)
        toso_ink_hairline (cr, palette->line, row.x, layout->head_line, row.width);
      toso_ink_hairline (cr, palette->line, row.x, row.y + row.height, row.width);
      draw_bar (cr, palette, &bar, &track);
      if (layout->mark_x >= 0 && !bar.is_bare)
        toso_mark_draw (cr, palette, bar.mark, layout->mark_x, row.y + row.height / 2, TOSO_MARK_SIZE (scene->em));
    }
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoBarChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + NATURAL_ROW * (double) MAX (chart->n_bars, 1));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoBarChart *chart = data;

  toso_chart_table_set_headings (table, 1, 5, (const char *[]){ chart->label_heading, chart->value_heading, chart->target_heading, chart->state_heading, chart->note_heading });
  for (gsize i = 0; i < chart->n_bars; i++)
    {
      const TosoBar *bar = &chart->bars[i];

      toso_chart_table_add (table, (const char *[]){ bar->label, bar->value_text, bar->target_text, bar->state_text, bar->note });
    }
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoBarChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_BARS = {
  .scene_size = sizeof (TosoRowLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .clear = toso_rows_clear,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoBarChart), G_STRUCT_OFFSET (TosoBarChart, bars), G_STRUCT_OFFSET (TosoBarChart, n_bars), sizeof (TosoBar) },
};

void
toso_bar_chart_draw (const TosoBarChart *chart,
                     const TosoPalette  *palette,
                     cairo_t            *cr,
                     double              width,
                     double              height)
{
  toso_chart_draw (&TOSO_CHART_BARS, chart, palette, cr, width, height);
}

gboolean
toso_bar_chart_get_row (const TosoBarChart *chart,
                        double              width,
                        double              height,
                        gsize               i,
                        TosoBox            *row,
                        TosoBox            *track)
{
  g_autoptr (TosoScene) scene = NULL;

  g_return_val_if_fail (chart != NULL, FALSE);

  scene = toso_scene_new (&TOSO_CHART_BARS, chart, width, height);
  if (i >= scene->items->len)
    return FALSE;
  if (row != NULL)
    *row = toso_rows_get_box ((TosoRowLayout *) scene, i);
  if (track != NULL)
    *track = toso_bar_layout_get_track ((TosoRowLayout *) scene, i);

  return TRUE;
}

gssize
toso_bar_chart_pick (const TosoBarChart *chart,
                     double              width,
                     double              height,
                     double              x,
                     double              y)
{
  return toso_chart_pick (&TOSO_CHART_BARS, chart, width, height, x, y);
}

double
toso_bar_chart_natural_height (const TosoBarChart *chart,
                               double              width)
{
  return toso_chart_get_natural_height (&TOSO_CHART_BARS, chart, width);
}

char *
toso_bar_chart_describe (const TosoBarChart *chart)
{
  return toso_chart_describe (&TOSO_CHART_BARS, chart);
}
