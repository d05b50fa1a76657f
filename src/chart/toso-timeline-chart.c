/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-timeline-chart-private.h"

#include <math.h>

/* In em. */
#define NATURAL_ROW 2.9
#define ROOMY_ROW   2.7
#define TIGHT_ROW   1.5
#define FRAME       10.0
#define SPAN_HEIGHT 0.8
#define KEY_WIDTH   1.9

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoTimelineChart *chart = data;

  return toso_frame_choose_em (&chart->frame, chart->n_rows, &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
}

static gboolean
has_scale (const TosoTimelineChart *chart)
{
  return isfinite (chart->start) && isfinite (chart->end) && chart->end > chart->start && chart->end - chart->start < 1e9;
}

double
toso_timeline_layout_get_x (const TosoTimelineLayout *layout,
                            double                    time)
{
  const TosoTimelineChart *chart = layout->rows.scene.chart;
  double                   share = has_scale (chart) ? (toso_finite (time, chart->start) - chart->start) / (chart->end - chart->start) : 0;

  return layout->rows.plot.x + layout->rows.plot.width * CLAMP (share, 0, 1);
}

static double
span_height (const TosoTimelineLayout *layout,
             double                    row_height)
{
  return MIN (SPAN_HEIGHT * layout->rows.scene.em, row_height * 0.6);
}

TosoBox
toso_timeline_layout_get_span (const TosoTimelineLayout *layout,
                               gsize                     k,
                               const TosoTimeSpan       *span)
{
  TosoBox row = toso_rows_get_box (&layout->rows, k);
  TosoBox plot = layout->rows.plot;
  double  height = span_height (layout, row.height);
  double  start = toso_timeline_layout_get_x (layout, span->start);
  double  end = toso_timeline_layout_get_x (layout, span->end);
  TosoBox box = { MIN (start, end), row.y + (row.height - height) / 2, fabs (end - start), height };

  if (span->shape == TOSO_SPAN_UNKNOWN)
    {
      box.x = plot.x;
      box.width = plot.width;
    }
  else if (span->shape == TOSO_SPAN_POINT)
    {
      box.width = MIN (1.15 * height, plot.width);
      box.x = CLAMP (end - box.width / 2, plot.x, MAX (plot.x + plot.width - box.width, plot.x));
    }
  else if (box.width < 2)
    {
      box.width = MIN (2, plot.width);
      box.x = MIN (box.x, plot.x + plot.width - box.width);
    }

  return box;
}

/* The names of the parts over them; every other … where they are narrow. */
static void
add_parts (TosoTimelineLayout *layout)
{
  const TosoTimelineChart *chart = layout->rows.scene.chart;
  TosoScene               *scene = &layout->rows.scene;
  const TosoBox           *head = &layout->rows.parts.head;
  double                   size = TOSO_NOTE_SIZE * scene->em;
  double                   widest = 0, narrowest = layout->rows.plot.width;
  gsize                    step;

  if (head->height <= 0 || layout->rows.plot.width <= 0 || chart->n_parts == 0)
    return;
  for (gsize i = 0; i < chart->n_parts; i++)
    {
      double end = i + 1 < chart->n_parts ? chart->parts[i + 1].start : chart->end;

      widest = MAX (widest, toso_compositor_width (scene->compositor, chart->parts[i].text, size, FALSE));
      narrowest = MIN (narrowest, toso_timeline_layout_get_x (layout, end) - toso_timeline_layout_get_x (layout, chart->parts[i].start));
    }
  if (narrowest < 1)
    return;
  step = (gsize) MAX (ceil ((widest + 2) / narrowest), 1);
  for (gsize i = 0; i < chart->n_parts; i += step)
    {
      double     end = i + step < chart->n_parts ? chart->parts[i + step].start : chart->end;
      double     x = toso_timeline_layout_get_x (layout, chart->parts[i].start);
      double     width = toso_timeline_layout_get_x (layout, end) - x;
      TosoLabel *label;

      if (widest > width)
        continue;
      label = toso_labels_add (scene->labels, TOSO_PART_HEADING, -1, chart->parts[i].text, size, (TosoBox){ x, head->y, width, head->height });
      if (label != NULL)
        label->align = step == 1 ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT;
    }
}

static gboolean
is_used (const TosoTimelineChart *chart,
         TosoSpanShape            shape)
{
  for (gsize i = 0; i < chart->n_rows; i++)
    for (gsize s = 0; s < chart->rows[i].n_spans; s++)
      if (chart->rows[i].spans[s].shape == shape)
        return TRUE;

  return FALSE;
}

static void
add_legend (TosoTimelineLayout *layout)
{
  const TosoTimelineChart *chart = layout->rows.scene.chart;
  TosoScene               *scene = &layout->rows.scene;
  const TosoBox           *foot = &layout->rows.parts.foot;
  double                   em = scene->em;
  double                   x = foot->x;
  const struct
  {
    TosoSpanShape shape;
    const char   *text;
  } keys[] = {
    { TOSO_SPAN_BAND, chart->legend_band },
    { TOSO_SPAN_WAVES, chart->legend_waves },
    { TOSO_SPAN_LOOSE, chart->legend_loose },
    { TOSO_SPAN_WINDOW, chart->legend_window },
    { TOSO_SPAN_POINT, chart->legend_point },
  };

  if (layout->rows.plot.width <= 0)
    return;
  if (chart->has_now)
    toso_scene_add_key (scene, foot, &x, TOSO_KEY_TICK, TOSO_MARK_NONE, chart->legend_now);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      double       width = keys[i].shape == TOSO_SPAN_POINT ? SPAN_HEIGHT : KEY_WIDTH;
      double       after = x + (width + 0.5) * em;
      TosoTimeSpan span = { keys[i].shape, 0, 0 };
      TosoBox      box = { x, foot->y + foot->height / 2 - SPAN_HEIGHT / 2 * em, width * em, SPAN_HEIGHT * em };

      if (!is_used (chart, keys[i].shape) || !toso_scene_add_key (scene, foot, &after, TOSO_KEY_TEXT, TOSO_MARK_NONE, keys[i].text))
        continue;
      g_array_append_val (layout->shapes, span);
      g_array_append_val (layout->boxes, box);
      x = after;
    }
}

static void
lay_out (TosoScene *scene)
{
  TosoTimelineLayout      *layout = (TosoTimelineLayout *) scene;
  const TosoTimelineChart *chart = scene->chart;

  layout->shapes = g_array_new (FALSE, FALSE, sizeof (TosoTimeSpan));
  layout->boxes = g_array_new (FALSE, FALSE, sizeof (TosoBox));
  toso_rows_init (&layout->rows, (TosoRowStyle){
                                   .n_columns = 3,
                                   .columns = {
                                     { TOSO_PART_NOTE, NULL, TRUE, FALSE, FALSE, TOSO_INK_DIM, 1 },
                                     { TOSO_PART_TARGET, chart->when_heading, FALSE, FALSE, FALSE, TOSO_INK_DIM, 0 },
                                     { TOSO_PART_STATE, chart->state_heading, FALSE, FALSE, FALSE, TOSO_INK_MARK, 2 },
                                   },
                                   .mark_column = 2,
                                   .label_heading = chart->label_heading,
                                   .gap = TOSO_GAP,
                                   .tight = TIGHT_ROW,
                                   .roomy = 2.6,
                                   .natural = NATURAL_ROW,
                                   .min_label = 7,
                                   .min_plot = 12,
                                   .label_share = 0.42,
                                   .wants_head = chart->n_parts > 0,
                                   .wants_foot = TRUE,
                                 });
  for (gsize i = 0; i < chart->n_rows; i++)
    {
      const TosoTimelineRow *row = &chart->rows[i];

      toso_rows_add (&layout->rows, (TosoRow){ row->label, { row->code, row->when_text, row->state_text }, row->mark });
    }
  toso_rows_lay_out (&layout->rows);
  add_parts (layout);
  add_legend (layout);
}

static void
clear (TosoScene *scene)
{
  TosoTimelineLayout *layout = (TosoTimelineLayout *) scene;

  g_clear_pointer (&layout->shapes, g_array_unref);
  g_clear_pointer (&layout->boxes, g_array_unref);
  toso_rows_clear (scene);
}

static void
draw_wave (cairo_t       *cr,
           TosoColor      color,
           const TosoBox *box)
{
  double half = box->height * 0.75;
  double middle = box->y + box->height / 2;
  double rise = box->height * 0.36;

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  cairo_move_to (cr, box->x, middle);
  for (double x = box->x; x < box->x + box->width; x += half)
    {
      cairo_curve_to (cr, x + half * 0.36, middle - rise, x + half * 0.64, middle - rise, x + half, middle);
      rise = -rise;
    }
  toso_ink_set (cr, color);
  cairo_set_line_width (cr, MAX (box->height * 0.16, 1));
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_outline (cairo_t       *cr,
              TosoColor      color,
              const TosoBox *box)
{
  double width = MAX (box->height * 0.12, 1);
  double dashes[] = { 4 * width, 3 * width };

  if (box->width <= width || box->height <= width)
    return;
  cairo_save (cr);
  toso_ink_set (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, box->x + width / 2, box->y + width / 2, box->width - width, box->height - width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A pale ground between two lines: there all the time. */
static void
draw_band (cairo_t           *cr,
           const TosoPalette *palette,
           TosoMark           mark,
           const TosoBox     *box)
{
  double width = MAX (box->height * 0.12, 1);

  toso_ink_fill_box (cr, toso_color_mix (palette->view, palette->marks[mark], 0.22), box);
  toso_ink_fill_box (cr, palette->marks[mark], &(TosoBox){ box->x, box->y, box->width, width });
  toso_ink_fill_box (cr, palette->marks[mark], &(TosoBox){ box->x, box->y + box->height - width, box->width, width });
}

static void
draw_span (cairo_t            *cr,
           const TosoPalette  *palette,
           const TosoTimeSpan *span,
           TosoMark            mark,
           const TosoBox      *box)
{
  TosoMark solid = mark == TOSO_MARK_NONE || (guint) mark >= TOSO_N_MARKS ? TOSO_MARK_RING : mark;

  switch (span->shape)
    {
    case TOSO_SPAN_BAND:
      draw_band (cr, palette, solid, box);
      break;
    case TOSO_SPAN_LOOSE:
      draw_outline (cr, palette->marks[solid], box);
      break;
    case TOSO_SPAN_WAVES:
      draw_wave (cr, palette->marks[solid], box);
      break;
    case TOSO_SPAN_WINDOW:
      if (solid == TOSO_MARK_RING)
        toso_ink_fill_box (cr, palette->dim, box);
      else
        toso_ink_fill_mark (cr, palette, solid, box, box->height);
      break;
    case TOSO_SPAN_POINT:
      toso_ink_fill_box (cr, palette->view, box);
      toso_mark_draw (cr, palette, solid, box->x + box->width / 2, box->y + box->height / 2, box->height * 1.1);
      break;
    case TOSO_SPAN_UNKNOWN:
    default:
      toso_ink_fill_hatch (cr, palette, box, box->height);
      break;
    }
}

static gboolean
can_place (const TosoTimelineChart *chart,
           const TosoTimeSpan      *span)
{
  return has_scale (chart) && isfinite (span->start) && isfinite (span->end);
}

static void
draw_row (const TosoTimelineLayout *layout,
          gsize                     k,
          const TosoPalette        *palette,
          cairo_t                  *cr)
{
  const TosoTimelineChart  *chart = layout->rows.scene.chart;
  const TosoTimelineRow    *row = &chart->rows[toso_rows_get_index (&layout->rows, k)];
  static const TosoTimeSpan unknown = { TOSO_SPAN_UNKNOWN, 0, 0 };

  for (gsize s = 0; s < MAX (row->n_spans, 1); s++)
    {
      const TosoTimeSpan *span = row->n_spans > 0 && can_place (chart, &row->spans[s]) ? &row->spans[s] : &unknown;
      TosoBox             box = toso_timeline_layout_get_span (layout, k, span);

      draw_span (cr, palette, span, row->mark, &box);
    }
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoTimelineLayout *layout = (const TosoTimelineLayout *) scene;
  const TosoTimelineChart  *chart = scene->chart;
  const TosoBox            *plot = &layout->rows.plot;
  double                    line = MAX (scene->em / 7, 1);

  for (gsize i = 0; i < chart->n_parts && plot->width > 0 && scene->items->len > 0; i++)
    toso_ink_fill_box (cr, palette->line, &(TosoBox){ floor (toso_timeline_layout_get_x (layout, chart->parts[i].start)), plot->y, 1, plot->height });
  for (gsize k = 0; k < scene->items->len; k++)
    {
      TosoBox row = toso_rows_get_box (&layout->rows, k);
      gsize   i = toso_rows_get_index (&layout->rows, k);

      if (k == 0)
        toso_ink_hairline (cr, palette->line, row.x, layout->rows.head_line, row.width);
      toso_ink_hairline (cr, palette->line, row.x, row.y + row.height, row.width);
      if (plot->width > 0)
        draw_row (layout, k, palette, cr);
      if (layout->rows.mark_x >= 0)
        toso_mark_draw (cr, palette, chart->rows[i].mark, layout->rows.mark_x, row.y + row.height / 2, TOSO_MARK_SIZE (scene->em));
    }
  if (chart->has_now && isfinite (chart->now) && chart->now >= chart->start && chart->now <= chart->end && plot->width > 0 && scene->items->len > 0)
    {
      double x = toso_timeline_layout_get_x (layout, chart->now);

      toso_ink_line (cr, palette->view, x, plot->y, x, plot->y + plot->height, 3 * line, FALSE);
      toso_ink_line (cr, palette->text, x, plot->y, x, plot->y + plot->height, line, FALSE);
    }
  for (guint i = 0; layout->shapes != NULL && i < layout->shapes->len; i++)
    draw_span (cr, palette, &g_array_index (layout->shapes, TosoTimeSpan, i), TOSO_MARK_RING, &g_array_index (layout->boxes, TosoBox, i));
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoTimelineChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + NATURAL_ROW * (double) MAX (chart->n_rows, 1));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoTimelineChart *chart = data;

  toso_chart_table_set_headings (table, 2, 4, (const char *[]){ NULL, chart->label_heading, chart->when_heading, chart->state_heading });
  for (gsize i = 0; i < chart->n_rows; i++)
    {
      const TosoTimelineRow *row = &chart->rows[i];

      toso_chart_table_add (table, (const char *[]){ row->code, row->label, row->when_text, row->state_text });
    }
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoTimelineChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_TIMELINE = {
  .scene_size = sizeof (TosoTimelineLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .clear = clear,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoTimelineChart), G_STRUCT_OFFSET (TosoTimelineChart, rows), G_STRUCT_OFFSET (TosoTimelineChart, n_rows), sizeof (TosoTimelineRow) },
};
