/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-trend-chart-private.h"

#include <math.h>

/* In em. */
#define LINES    15.0
#define FRAME    8.5
#define DOT      0.36
#define SERIES   0.17
#define MAX_SIDE 12.0

/* The figures' own colour, which says nothing about good or bad. */
#define SERIES_MARK TOSO_MARK_DIAMOND

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoTrendChart *chart = data;

  return toso_frame_choose_em (&chart->frame, 10, &(TosoRowSizes){ FRAME, 1.6, 1 }, width, height);
}

static gboolean
has_value (const TosoTrendPoint *point)
{
  return toso_axis_accepts (point->has_value, point->value);
}

static gboolean
has_pace (const TosoTrendPoint *point)
{
  return toso_axis_accepts (point->has_pace, point->pace);
}

static void
find_range (const TosoTrendChart *chart,
            double               *low,
            double               *high)
{
  *low = *high = 0;
  if (toso_axis_accepts (chart->has_target, chart->target))
    {
      *low = MIN (*low, chart->target);
      *high = MAX (*high, chart->target);
    }
  for (gsize i = 0; i < chart->n_points; i++)
    {
      const TosoTrendPoint *point = &chart->points[i];

      if (has_value (point))
        {
          *low = MIN (*low, point->value);
          *high = MAX (*high, point->value);
        }
      if (has_pace (point))
        {
          *low = MIN (*low, point->pace);
          *high = MAX (*high, point->pace);
        }
    }
}

static gssize
find_last (const TosoTrendChart *chart,
           gboolean (*has) (const TosoTrendPoint *))
{
  for (gsize i = chart->n_points; i > 0; i--)
    if (has (&chart->points[i - 1]))
      return (gssize) i - 1;

  return -1;
}

static gboolean
is_free (GPtrArray     *labels,
         const TosoBox *box)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const TosoBox *other = &((const TosoLabel *) labels->pdata[i])->box;

      if (box->x < other->x + other->width && other->x < box->x + box->width &&
          box->y < other->y + other->height && other->y < box->y + box->height)
        return FALSE;
    }

  return TRUE;
}

/* Beside the plot, at the height of their lines; pushed apart where those are
 * close. */
static void
add_side_labels (TosoTrendLayout *layout,
                 double           right)
{
  const TosoTrendChart *chart = layout->scene.chart;
  TosoScene            *scene = &layout->scene;
  const TosoBox        *plot = &layout->plot.plot;
  double                size = TOSO_NOTE_SIZE * scene->em;
  double                line = toso_compositor_line_height (scene->compositor, size);
  double                x = plot->x + plot->width + 0.5 * scene->em;
  gssize                last = find_last (chart, has_pace);
  double                target_y = layout->target_y - line / 2;
  double                pace_y = last >= 0 ? toso_plot_get_y (&layout->plot, chart->points[last].pace) - line / 2 : -1;
  gboolean              both = layout->target_y >= 0 && last >= 0 && chart->target_text != NULL && chart->pace_text != NULL;
  TosoLabel            *label;

  if (right <= 0.5 * scene->em)
    return;
  if (both && fabs (pace_y - target_y) < line)
    {
      double middle = (pace_y + target_y) / 2;
      double up = pace_y < target_y ? -1 : 1;

      pace_y = middle + up * line / 2;
      target_y = middle - up * line / 2;
    }
  target_y = MAX (target_y, 0);
  pace_y = MAX (pace_y, 0);
  if (both && fabs (pace_y - target_y) < line)
    pace_y = target_y + line;
  if (layout->target_y >= 0)
    {
      label = toso_labels_add (scene->labels, TOSO_PART_TARGET, -1, chart->target_text, size, (TosoBox){ x, target_y, right - 0.5 * scene->em, line });
      if (label != NULL)
        {
          label->ink = TOSO_INK_MARK;
          label->mark = TOSO_MARK_CIRCLE;
        }
    }
  if (last >= 0)
    {
      label = toso_labels_add (scene->labels, TOSO_PART_NOTE, -1, chart->pace_text, size, (TosoBox){ x, pace_y, right - 0.5 * scene->em, line });
      if (label != NULL)
        label->ink = TOSO_INK_TEXT;
    }
}

/* Above the point, or under it, where no other text is; the latest first. */
static void
add_value (TosoTrendLayout *layout,
           gsize            i,
           gboolean         is_last)
{
  const TosoTrendChart *chart = layout->scene.chart;
  TosoScene            *scene = &layout->scene;
  const TosoBox        *plot = &layout->plot.plot;
  double                size = TOSO_TEXT_SIZE * scene->em;
  double                line = toso_compositor_line_height (scene->compositor, size);
  double                width = toso_compositor_width (scene->compositor, chart->points[i].value_text, size, is_last) + 4;
  double                y = toso_plot_get_y (&layout->plot, chart->points[i].value);
  double                x = toso_plot_get_x (&layout->plot, i) - width / 2;
  double                away = (DOT + 0.25) * scene->em;

  x = CLAMP (x, plot->x, MAX (plot->x + plot->width - width, plot->x));
  if (width > plot->width)
    return;
  for (int side = 0; side < 2; side++)
    {
      TosoBox    box = { x, side == 0 ? y - away - line : y + away, width, line };
      TosoLabel *label;

      if (box.y < 0 || box.y < plot->y - line || box.y + box.height > plot->y + plot->height || !is_free (scene->labels, &box))
        continue;
      label = toso_labels_add (scene->labels, TOSO_PART_VALUE, (gssize) i, chart->points[i].value_text, size, box);
      if (label != NULL)
        {
          label->align = PANGO_ALIGN_CENTER;
          label->ink = TOSO_INK_TEXT;
          label->bold = is_last;
          label->plate = TRUE;
        }
      return;
    }
}

static void
add_legend (TosoTrendLayout *layout,
            const TosoBox   *foot)
{
  const TosoTrendChart *chart = layout->scene.chart;
  double                x = foot->x;

  toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_LINE, SERIES_MARK, chart->legend_value);
  for (gsize i = 0; i < chart->n_points; i++)
    if (!has_value (&chart->points[i]) && !chart->points[i].is_ahead)
      {
        toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_HATCH, TOSO_MARK_NONE, chart->legend_missing);
        break;
      }
}

static void
lay_out (TosoScene *scene)
{
  TosoTrendLayout        *layout = (TosoTrendLayout *) scene;
  const TosoTrendChart   *chart = scene->chart;
  g_autofree const char **columns = g_new0 (const char *, chart->n_points + 1);
  double                  em = scene->em;
  double                  line = toso_compositor_line_height (scene->compositor, TOSO_NOTE_SIZE * em);
  TosoDivision            parts = { .foot_height = chart->n_points > 0 ? line : 0, .wanted = 5 * line };
  double                  low, high, right;
  gssize                  last, step;

  layout->target_y = -1;
  toso_scene_divide (scene, &parts);
  if (chart->n_points == 0)
    {
      toso_scene_add_empty (scene, chart->empty_text, &parts.content);
      return;
    }

  for (gsize i = 0; i < chart->n_points; i++)
    columns[i] = chart->points[i].label;
  find_range (chart, &low, &high);
  right = MAX (chart->has_target ? toso_compositor_width (scene->compositor, chart->target_text, TOSO_NOTE_SIZE * em, FALSE) : 0,
               find_last (chart, has_pace) >= 0 ? toso_compositor_width (scene->compositor, chart->pace_text, TOSO_NOTE_SIZE * em, FALSE) : 0);
  right = MIN (right + 0.5 * em, MAX_SIDE * em);
  if (right > parts.content.width * 0.3 || parts.content.height < 5 * line)
    right = 0;
  /* Room for a value over the highest point. */
  parts.content.y += MIN (0.9 * line, parts.content.height / 8);
  parts.content.height -= MIN (0.9 * line, parts.content.height / 8);
  toso_plot_lay_out (&layout->plot, scene, &parts.content, columns, chart->n_points, low, high, right, chart->format);
  if (toso_axis_accepts (chart->has_target, chart->target))
    layout->target_y = toso_plot_get_y (&layout->plot, chart->target);
  add_side_labels (layout, right);
  last = find_last (chart, has_value);
  /* So few that each is seen to belong to its point. */
  step = MAX ((gssize) ceil (2 * em / layout->plot.slot), 1);
  for (gssize i = last; i >= 0; i -= step)
    if (has_value (&chart->points[i]))
      add_value (layout, (gsize) i, i == last);
  for (gsize i = 0; i < chart->n_points; i++)
    toso_scene_add_item (scene, i, (TosoBox){ layout->plot.plot.x + (double) i * layout->plot.slot, layout->plot.plot.y, layout->plot.slot, layout->plot.plot.height });
  add_legend (layout, &parts.foot);
}

static void
draw_pace (const TosoTrendLayout *layout,
           const TosoPalette     *palette,
           cairo_t               *cr,
           double                 width)
{
  const TosoTrendChart *chart = layout->scene.chart;
  double                dashes[] = { 3 * width, 2 * width };

  cairo_save (cr);
  toso_ink_set (cr, palette->text);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  for (gsize i = 1; i < chart->n_points; i++)
    if (has_pace (&chart->points[i - 1]) && has_pace (&chart->points[i]))
      {
        cairo_move_to (cr, toso_plot_get_x (&layout->plot, i - 1), toso_plot_get_y (&layout->plot, chart->points[i - 1].pace));
        cairo_line_to (cr, toso_plot_get_x (&layout->plot, i), toso_plot_get_y (&layout->plot, chart->points[i].pace));
      }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Periods follow one another without a gap where their figures do. */
static void
draw_series (const TosoTrendLayout *layout,
             const TosoPalette     *palette,
             cairo_t               *cr)
{
  const TosoTrendChart *chart = layout->scene.chart;
  double                em = layout->scene.em;
  double                radius = MIN (DOT * em, MAX (layout->plot.slot * 0.4, 1));

  cairo_save (cr);
  toso_ink_set (cr, palette->marks[SERIES_MARK]);
  cairo_set_line_width (cr, MAX (SERIES * em, 1));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (gsize i = 0; i < chart->n_points; i++)
    if (has_value (&chart->points[i]))
      {
        double x = toso_plot_get_x (&layout->plot, i);
        double y = toso_plot_get_y (&layout->plot, chart->points[i].value);

        if (i > 0 && has_value (&chart->points[i - 1]))
          cairo_line_to (cr, x, y);
        else
          cairo_move_to (cr, x, y);
      }
  cairo_stroke (cr);
  for (gsize i = 0; i < chart->n_points; i++)
    if (has_value (&chart->points[i]))
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, toso_plot_get_x (&layout->plot, i), toso_plot_get_y (&layout->plot, chart->points[i].value), radius, 0, 2 * G_PI);
      }
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoTrendLayout *layout = (const TosoTrendLayout *) scene;
  const TosoTrendChart  *chart = scene->chart;
  const TosoBox         *plot = &layout->plot.plot;
  double                 width = MAX (scene->em / 9, 1);

  if (chart->n_points == 0)
    return;
  toso_plot_draw (&layout->plot, palette, cr);
  for (gsize i = 0; i < chart->n_points; i++)
    if (!has_value (&chart->points[i]) && !chart->points[i].is_ahead)
      toso_ink_fill_hatch (cr, palette, &(TosoBox){ toso_plot_get_x (&layout->plot, i) - layout->plot.slot * 0.3, plot->y, layout->plot.slot * 0.6, plot->height }, scene->em);
  if (layout->target_y >= 0)
    toso_ink_line (cr, palette->marks[TOSO_MARK_CIRCLE], plot->x, layout->target_y, plot->x + plot->width, layout->target_y, 1.5 * width, FALSE);
  draw_pace (layout, palette, cr, width);
  draw_series (layout, palette, cr);
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoTrendChart *chart = data;

  return MAX (toso_frame_natural_height (&chart->frame, width, FRAME + LINES), ceil (0.42 * CLAMP (toso_finite (width, 0), 0, 4000)));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoTrendChart *chart = data;

  toso_chart_table_set_headings (table, 1, 4, (const char *[]){ chart->label_heading, chart->value_heading, chart->pace_heading, chart->note_heading });
  if (chart->has_target)
    toso_chart_table_add_note (table, chart->target_text);
  for (gsize i = 0; i < chart->n_points; i++)
    {
      const TosoTrendPoint *point = &chart->points[i];
      g_autofree char      *pace = has_pace (point) ? toso_axis_format (chart->format, point->pace) : NULL;
      const char           *missing = point->is_ahead ? NULL : "—";

      toso_chart_table_add (table, (const char *[]){ point->label, has_value (point) ? point->value_text : missing, pace, point->note });
    }
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoTrendChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_TREND = {
  .scene_size = sizeof (TosoTrendLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { .chart_size = sizeof (TosoTrendChart) },
};
