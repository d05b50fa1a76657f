/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-stack-chart-private.h"

#include <math.h>

/* In em. */
#define LINES     15.0
#define FRAME     9.5
#define MAX_BAR   4.0
#define BAR_SHARE 0.64

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoStackChart *chart = data;

  return toso_frame_choose_em (&chart->frame, 10, &(TosoRowSizes){ FRAME, 1.6, 1 }, width, height);
}

static double
get_count (const TosoStackChart *chart,
           gsize                 column,
           gsize                 part)
{
  return chart->counts[column * chart->n_parts + part];
}

static gboolean
is_known (const TosoStackChart *chart,
          gsize                 column)
{
  for (gsize part = 0; part < chart->n_parts; part++)
    if (!toso_axis_accepts (TRUE, get_count (chart, column, part)) || get_count (chart, column, part) < 0)
      return FALSE;

  return TRUE;
}

static double
get_sum (const TosoStackChart *chart,
         gsize                 column,
         gsize                 n_parts)
{
  double sum = 0;

  for (gsize part = 0; part < n_parts; part++)
    sum += get_count (chart, column, part);

  return sum;
}

gboolean
toso_stack_layout_get_box (const TosoStackLayout *layout,
                           gsize                  column,
                           gsize                  part,
                           TosoBox               *box)
{
  const TosoStackChart *chart = layout->scene.chart;
  double                width = MIN (layout->plot.slot * BAR_SHARE, MAX_BAR * layout->scene.em);
  double                below, top, bottom;

  if (!is_known (chart, column) || get_count (chart, column, part) <= 0)
    return FALSE;
  below = get_sum (chart, column, part);
  bottom = toso_plot_get_y (&layout->plot, below);
  top = toso_plot_get_y (&layout->plot, below + get_count (chart, column, part));
  *box = (TosoBox){ toso_plot_get_x (&layout->plot, column) - width / 2, top, width, bottom - top };

  return TRUE;
}

/* The count in its part, where it fits. */
static void
add_count (TosoStackLayout *layout,
           gsize            item,
           double           count,
           const TosoBox   *box)
{
  const TosoStackChart *chart = layout->scene.chart;
  TosoScene            *scene = &layout->scene;
  double                size = TOSO_NOTE_SIZE * scene->em;
  double                line = toso_compositor_line_height (scene->compositor, size);
  g_autofree char      *text = toso_axis_format (chart->format, count);
  TosoLabel            *label;

  if (box->height < line + 2 || toso_compositor_width (scene->compositor, text, size, TRUE) + 4 > box->width)
    return;
  label = toso_labels_add (scene->labels, TOSO_PART_VALUE, (gssize) item, text, size, (TosoBox){ box->x, box->y + (box->height - line) / 2, box->width, line });
  if (label == NULL)
    return;
  label->align = PANGO_ALIGN_CENTER;
  label->ink = TOSO_INK_TEXT;
  label->bold = TRUE;
  label->plate = TRUE;
}

static void
add_legend (TosoStackLayout *layout,
            const TosoBox   *foot)
{
  const TosoStackChart *chart = layout->scene.chart;
  double                x = foot->x;

  for (gsize part = 0; part < chart->n_parts; part++)
    toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_SWATCH, chart->parts[part].mark, chart->parts[part].text);
  for (gsize column = 0; column < chart->n_columns; column++)
    if (!is_known (chart, column))
      {
        toso_scene_add_key (&layout->scene, foot, &x, TOSO_KEY_HATCH, TOSO_MARK_NONE, chart->missing_text);
        break;
      }
}

static void
add_columns (TosoStackLayout *layout)
{
  const TosoStackChart *chart = layout->scene.chart;

  for (gsize column = 0; column < chart->n_columns; column++)
    for (gsize part = 0; part < chart->n_parts; part++)
      {
        gsize   item = column * chart->n_parts + part;
        TosoBox box;

        if (!toso_stack_layout_get_box (layout, column, part, &box))
          continue;
        toso_scene_add_item (&layout->scene, item, box);
        add_count (layout, item, get_count (chart, column, part), &box);
      }
}

static void
lay_out (TosoScene *scene)
{
  TosoStackLayout      *layout = (TosoStackLayout *) scene;
  const TosoStackChart *chart = scene->chart;
  double                line = toso_compositor_line_height (scene->compositor, TOSO_NOTE_SIZE * scene->em);
  gboolean              is_empty = chart->n_columns == 0 || chart->n_parts == 0;
  TosoDivision          parts = { .foot_height = is_empty ? 0 : line, .wanted = 5 * line };
  double                high = 0;

  toso_scene_divide (scene, &parts);
  if (is_empty)
    {
      toso_scene_add_empty (scene, chart->empty_text, &parts.content);
      return;
    }

  for (gsize column = 0; column < chart->n_columns; column++)
    if (is_known (chart, column))
      high = MAX (high, get_sum (chart, column, chart->n_parts));
  layout->edge = MAX (scene->em / 8, 1.5);
  parts.content.y += MIN (0.5 * line, parts.content.height / 8);
  parts.content.height -= MIN (0.5 * line, parts.content.height / 8);
  toso_plot_lay_out (&layout->plot, scene, &parts.content, chart->columns, chart->n_columns, 0, high, 0, chart->format);
  add_columns (layout);
  add_legend (layout, &parts.foot);
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoStackLayout *layout = (const TosoStackLayout *) scene;
  const TosoStackChart  *chart = scene->chart;
  const TosoBox         *plot = &layout->plot.plot;

  if (chart->n_columns == 0 || chart->n_parts == 0)
    return;
  toso_plot_draw (&layout->plot, palette, cr);
  for (gsize column = 0; column < chart->n_columns; column++)
    {
      double width = MIN (layout->plot.slot * BAR_SHARE, MAX_BAR * scene->em);

      if (!is_known (chart, column))
        toso_ink_fill_hatch (cr, palette, &(TosoBox){ toso_plot_get_x (&layout->plot, column) - width / 2, plot->y, width, plot->height }, scene->em);
      for (gsize part = 0; part < chart->n_parts; part++)
        {
          TosoBox box;

          if (!toso_stack_layout_get_box (layout, column, part, &box))
            continue;
          /* The edge is taken from the part's upper end, so that the next one
           * never touches it; a small part keeps half of itself. */
          if (part + 1 < chart->n_parts)
            {
              double edge = MIN (layout->edge, box.height / 2);

              box.y += edge;
              box.height -= edge;
            }
          toso_ink_fill_area (cr, palette, chart->parts[part].mark, &box, MIN (scene->em, box.width));
        }
    }
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoStackChart *chart = data;

  return MAX (toso_frame_natural_height (&chart->frame, width, FRAME + LINES), ceil (0.42 * CLAMP (toso_finite (width, 0), 0, 4000)));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoStackChart   *chart = data;
  gsize                   n = chart->n_parts + 1;
  g_autofree const char **cells = g_new0 (const char *, n);

  cells[0] = chart->column_heading;
  for (gsize part = 0; part < chart->n_parts; part++)
    cells[part + 1] = chart->parts[part].text;
  toso_chart_table_set_headings (table, 1, (guint) n, cells);
  for (gsize column = 0; column < chart->n_columns && chart->n_parts > 0; column++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      cells[0] = chart->columns[column];
      for (gsize part = 0; part < chart->n_parts; part++)
        {
          char *text = is_known (chart, column) ? toso_axis_format (chart->format, get_count (chart, column, part)) : g_strdup ("—");

          g_ptr_array_add (texts, text);
          cells[part + 1] = text;
        }
      toso_chart_table_add (table, cells);
    }
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoStackChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_STACK = {
  .scene_size = sizeof (TosoStackLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { .chart_size = sizeof (TosoStackChart) },
};
