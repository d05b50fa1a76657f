/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-ranked-chart-private.h"

#include <math.h>

/* In em. */
#define NATURAL_ROW 1.8
#define ROOMY_ROW   1.9
#define TIGHT_ROW   1.3
#define FRAME       9.0

static gboolean
has_value (const TosoRankedBar *bar)
{
  return bar->has_value && isfinite (bar->value);
}

static const TosoRankedBar *
get_bar (const TosoRankedChart *chart,
         gsize                  i)
{
  return i < chart->n_bars ? &chart->bars[i] : chart->total;
}

static gsize
count_rows (const TosoRankedChart *chart)
{
  return chart->n_bars + (chart->total != NULL);
}

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoRankedChart *chart = data;

  return toso_frame_choose_em (&chart->frame, count_rows (chart), &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
}

static gboolean
has_missing (const TosoRankedChart *chart)
{
  for (gsize i = 0; i < chart->n_bars; i++)
    if (!has_value (&chart->bars[i]))
      return TRUE;

  return FALSE;
}

static double
choose_scale (const TosoRankedChart *chart)
{
  double scale = isfinite (chart->scale) ? MAX (chart->scale, 0) : 0;

  if (chart->has_target && isfinite (chart->target))
    scale = MAX (scale, chart->target);
  if (chart->has_pace && isfinite (chart->pace))
    scale = MAX (scale, chart->pace);
  for (gsize i = 0; i < count_rows (chart); i++)
    if (has_value (get_bar (chart, i)))
      scale = MAX (scale, get_bar (chart, i)->value);

  return scale > 0 ? scale : 1;
}

static double
line_x (const TosoRankedLayout *layout,
        gboolean                has_line,
        double                  value)
{
  const TosoBox *plot = &layout->rows.plot;

  if (!has_line || !isfinite (value) || value < 0 || plot->width <= 0)
    return -1;

  return plot->x + plot->width * MIN (value / layout->scale, 1);
}

TosoBox
toso_ranked_layout_get_box (const TosoRankedLayout *layout,
                            gsize                   k)
{
  const TosoRankedBar *bar = get_bar (layout->rows.scene.chart, toso_rows_get_index (&layout->rows, k));
  TosoBox              row = toso_rows_get_box (&layout->rows, k);
  double               height = MIN (row.height * 0.66, 1.5 * layout->rows.scene.em);
  double               width = layout->rows.plot.width;

  if (has_value (bar))
    width *= CLAMP (bar->value / layout->scale, 0, 1);
  else if (layout->target_x >= 0)
    width = layout->target_x - layout->rows.plot.x;

  return (TosoBox){ layout->rows.plot.x, row.y + (row.height - height) / 2, width, height };
}

/* What the lines are, over them; side by side where they are close, and with
 * the target's left out first where they would run into the figures. */
static void
add_line_texts (TosoRankedLayout *layout)
{
  const TosoRankedChart *chart = layout->rows.scene.chart;
  TosoScene             *scene = &layout->rows.scene;
  const TosoBox         *head = &layout->rows.parts.head;
  double                 size = TOSO_TEXT_SIZE * scene->em;
  double                 gap = TOSO_GAP * scene->em;
  double                 left = layout->rows.plot.x;
  double                 right = left + layout->rows.plot.width + gap / 2;
  double                 pace_width = layout->pace_x >= 0 ? toso_compositor_width (scene->compositor, chart->pace_text, size, FALSE) : 0;
  double                 target_width = layout->target_x >= 0 ? toso_compositor_width (scene->compositor, chart->target_text, size, FALSE) : 0;
  double                 pace_end = MAX (layout->pace_x, left + pace_width);
  double                 target_end = MAX (layout->target_x, left + target_width);
  TosoLabel             *label;

  if (pace_width > 0 && target_width > 0 && target_end - target_width < pace_end + gap)
    {
      /* The smaller of the two first. */
      if (layout->pace_x <= layout->target_x)
        pace_end = MIN (pace_end, MAX (target_end - target_width - gap, left + pace_width));
      target_end = MAX (target_end, pace_end + gap + target_width);
    }
  if (target_end > right)
    target_width = 0;
  if (pace_end > right)
    pace_width = 0;

  label = toso_labels_add (scene->labels, TOSO_PART_AXIS, -1, chart->pace_text, size, (TosoBox){ pace_end - pace_width, head->y, pace_width, head->height });
  if (label != NULL)
    label->ink = TOSO_INK_TEXT;
  label = toso_labels_add (scene->labels, TOSO_PART_AXIS, -1, chart->target_text, size, (TosoBox){ target_end - target_width, head->y, target_width, head->height });
  if (label != NULL)
    {
      label->ink = TOSO_INK_MARK;
      label->mark = TOSO_MARK_CIRCLE;
    }
}

static void
lay_out (TosoScene *scene)
{
  TosoRankedLayout      *layout = (TosoRankedLayout *) scene;
  const TosoRankedChart *chart = scene->chart;

  toso_rows_init (&layout->rows, (TosoRowStyle){
                                   .n_columns = 3,
                                   .columns = {
                                     { TOSO_PART_NOTE, NULL, TRUE, TRUE, FALSE, TOSO_INK_DIM, 1 },
                                     { TOSO_PART_VALUE, chart->value_heading, FALSE, TRUE, TRUE, TOSO_INK_TEXT, TOSO_KEEP },
                                     { TOSO_PART_STATE, NULL, FALSE, FALSE, FALSE, TOSO_INK_MARK, 0 },
                                   },
                                   .mark_column = 2,
                                   .gap = TOSO_GAP,
                                   .tight = TIGHT_ROW,
                                   .roomy = 2.6,
                                   .natural = ROOMY_ROW,
                                   .min_label = 5,
                                   .min_plot = 6,
                                   .label_share = 0.35,
                                   .wants_head = chart->target_text != NULL || chart->pace_text != NULL,
                                   .wants_foot = chart->missing_text != NULL && has_missing (chart),
                                 });
  layout->rows.has_total = chart->total != NULL;
  for (gsize i = 0; i < count_rows (chart); i++)
    {
      const TosoRankedBar *bar = get_bar (chart, i);

      toso_rows_add (&layout->rows, (TosoRow){ bar->label, { bar->rank, bar->value_text, bar->state_text }, bar->mark });
    }
  layout->scale = choose_scale (chart);
  toso_rows_lay_out (&layout->rows);
  layout->target_x = line_x (layout, chart->has_target, chart->target);
  layout->pace_x = line_x (layout, chart->has_pace, chart->pace);
  if (layout->rows.parts.head.height > 0)
    add_line_texts (layout);
  if (has_missing (chart) && layout->rows.plot.width > 0)
    {
      double x = layout->rows.parts.foot.x;

      toso_scene_add_key (scene, &layout->rows.parts.foot, &x, TOSO_KEY_HATCH, TOSO_MARK_NONE, chart->missing_text);
    }
}

static void
draw_line (cairo_t           *cr,
           const TosoPalette *palette,
           TosoColor          color,
           double             x,
           const TosoBox     *plot,
           double             width,
           gboolean           dashed)
{
  if (x < 0)
    return;

  /* A light edge, so that the line is seen on the bars. */
  toso_ink_line (cr, palette->view, x, plot->y, x, plot->y + plot->height, 3 * width, FALSE);
  toso_ink_line (cr, color, x, plot->y, x, plot->y + plot->height, width, dashed);
}

static void
draw_row (cairo_t                *cr,
          const TosoPalette      *palette,
          const TosoRankedLayout *layout,
          gsize                   k)
{
  const TosoRankedChart *chart = layout->rows.scene.chart;
  const TosoRankedBar   *bar = get_bar (chart, toso_rows_get_index (&layout->rows, k));
  TosoBox                row = toso_rows_get_box (&layout->rows, k);
  TosoBox                box = toso_ranked_layout_get_box (layout, k);
  double                 em = layout->rows.scene.em;

  if (bar == chart->total)
    toso_ink_hairline (cr, palette->text, row.x, row.y, row.width);
  if (layout->rows.mark_x >= 0)
    toso_mark_draw (cr, palette, bar->mark, layout->rows.mark_x, row.y + row.height / 2, TOSO_MARK_SIZE (em));
  if (box.width <= 0)
    return;
  if (!has_value (bar))
    toso_ink_fill_hatch (cr, palette, &box, MIN (box.height, em));
  else if (bar == chart->total || bar->mark == TOSO_MARK_NONE)
    toso_ink_fill_box (cr, palette->dim, &box);
  else
    toso_ink_fill_mark (cr, palette, bar->mark, &box, MIN (box.height, em));
}

/* On the bar where it fits, else it is left to the subtitle. */
static void
draw_total_note (cairo_t                *cr,
                 const TosoPalette      *palette,
                 const TosoRankedLayout *layout)
{
  const TosoScene       *scene = &layout->rows.scene;
  const TosoRankedChart *chart = scene->chart;
  double                 size = TOSO_NOTE_SIZE * scene->em;
  double                 width = toso_compositor_width (scene->compositor, chart->total_note, size, FALSE);
  TosoBox                box;

  if (!layout->rows.has_total || width == 0 || !has_value (chart->total))
    return;
  box = toso_ranked_layout_get_box (layout, scene->items->len - 1);
  if (width + scene->em > box.width || toso_compositor_line_height (scene->compositor, size) > box.height + 2)
    return;
  toso_compositor_draw (scene->compositor,
                        cr,
                        palette,
                        &(TosoLabel){ .part = TOSO_PART_NOTE,
                                      .text = (char *) chart->total_note,
                                      .box = { box.x + scene->em / 2, box.y - 1, width, box.height + 2 },
                                      .size = size,
                                      .ink = TOSO_INK_VIEW,
                                      .lines = 1 });
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoRankedLayout *layout = (const TosoRankedLayout *) scene;
  const TosoBox          *plot = &layout->rows.plot;
  double                  width = MAX (scene->em / 9, 1);

  for (gsize k = 0; k < scene->items->len; k++)
    draw_row (cr, palette, layout, k);
  if (plot->width <= 0 || scene->items->len == 0)
    return;
  /* Where bars begin: a bar of nothing is still a figure. */
  toso_ink_fill_box (cr, palette->hatch, &(TosoBox){ plot->x - 1, plot->y, 1, plot->height });
  draw_line (cr, palette, palette->text, layout->pace_x, plot, width, TRUE);
  draw_line (cr, palette, palette->marks[TOSO_MARK_CIRCLE], layout->target_x, plot, width, FALSE);
  draw_total_note (cr, palette, layout);
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoRankedChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + NATURAL_ROW * (double) (chart->n_bars + 1));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoRankedChart *chart = data;

  toso_chart_table_set_headings (table, 2, 5, (const char *[]){ NULL, NULL, chart->value_heading, NULL, NULL });
  if (chart->has_pace)
    toso_chart_table_add_note (table, chart->pace_text);
  if (chart->has_target)
    toso_chart_table_add_note (table, chart->target_text);
  for (gsize i = 0; i < count_rows (chart); i++)
    {
      const TosoRankedBar *bar = get_bar (chart, i);

      toso_chart_table_add (table, (const char *[]){ bar->rank, bar->label, bar->value_text, bar->state_text, i == chart->n_bars ? chart->total_note : NULL });
    }
}

/* One scale on all pages; the total on the last. */
static void
cut (TosoChartPage *page,
     gconstpointer  data)
{
  const TosoRankedChart *whole = data;
  TosoRankedChart       *part = page->chart;

  part->scale = choose_scale (whole);
  if (page->first_row + page->n_rows < whole->n_bars)
    part->total = NULL;
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoRankedChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_RANKED = {
  .scene_size = sizeof (TosoRankedLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .clear = toso_rows_clear,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoRankedChart), G_STRUCT_OFFSET (TosoRankedChart, bars), G_STRUCT_OFFSET (TosoRankedChart, n_bars), sizeof (TosoRankedBar) },
  .cut = cut,
};
