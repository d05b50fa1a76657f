/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-donut-chart-private.h"

#include <math.h>

/* In em. */
#define FRAME       6.5
#define RING        13.0
#define ROW         2.0
#define TIGHT_ROW   1.4
#define INNER_SHARE 0.62
#define LEAST_RING  3.0
#define LIST_LABEL  9.0
#define LARGE       2.4

static double
get_value (const TosoSlice *slice)
{
  return isfinite (slice->value) ? CLAMP (slice->value, 0, 1e15) : 0;
}

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoDonutChart *chart = data;

  return toso_frame_choose_em (&chart->frame, MAX (chart->n_slices, 6), &(TosoRowSizes){ FRAME, ROW, TIGHT_ROW }, width, height);
}

gboolean
toso_donut_layout_get_slice (const TosoDonutLayout *layout,
                             gsize                  i,
                             double                *start,
                             double                *end)
{
  const TosoDonutChart *chart = layout->scene.chart;
  double                before = 0;

  if (layout->sum <= 0 || get_value (&chart->slices[i]) <= 0)
    return FALSE;
  for (gsize k = 0; k < i; k++)
    before += get_value (&chart->slices[k]);
  *start = 2 * G_PI * before / layout->sum;
  *end = 2 * G_PI * (before + get_value (&chart->slices[i])) / layout->sum;

  return TRUE;
}

static double
widest (TosoScene *scene,
        double     size,
        gboolean   bold,
        int        column)
{
  const TosoDonutChart *chart = scene->chart;
  double                width = 0;

  for (gsize i = 0; i < chart->n_slices; i++)
    {
      const TosoSlice *slice = &chart->slices[i];
      const char      *text = column == 0 ? slice->label : column == 1 ? slice->value_text
                                                                       : slice->share_text;

      width = MAX (width, toso_compositor_width (scene->compositor, text, size, bold));
    }

  return width;
}

/* Swatch, name, figure, share: a line each. */
static void
add_list (TosoScene     *scene,
          const TosoBox *box,
          double         row)
{
  const TosoDonutChart *chart = scene->chart;
  double                em = scene->em;
  double                size = TOSO_TEXT_SIZE * em;
  double                key = 1.4 * em, gap = TOSO_GAP * em;
  double                value = MIN (widest (scene, size, TRUE, 1), box->width / 3);
  double                share = MIN (widest (scene, size, FALSE, 2), box->width / 4);
  double                label;
  gsize                 fitting = (gsize) (MAX (box->height, 0) / row + 0.001);
  gsize                 n = chart->n_slices <= fitting ? chart->n_slices : MAX (fitting, 1) - 1;
  TosoLabel            *text;

  if (box->width < key)
    return;
  if (box->width < key + 0.6 * em + value + gap)
    value = 0;
  label = MAX (box->width - key - 0.6 * em - (value > 0 ? value + gap : 0), 0);
  if (share > 0 && label - share - gap >= LIST_LABEL * em * 0.6)
    label -= share + gap;
  else
    share = 0;
  label = MIN (label, widest (scene, size, FALSE, 0));
  for (gsize i = 0; i < n; i++)
    {
      const TosoSlice *slice = &chart->slices[i];
      TosoBox          line = { box->x, box->y + (double) i * row, box->width, row };
      TosoKey          swatch = { TOSO_KEY_SWATCH, slice->mark, { line.x, line.y + line.height / 2 - 0.62 * em, key, 1.24 * em } };
      double           x = line.x + key + 0.6 * em;

      toso_scene_add_item (scene, i, line);
      g_array_append_val (scene->keys, swatch);
      text = toso_labels_add (scene->labels, TOSO_PART_LABEL, (gssize) i, slice->label, size, (TosoBox){ x, line.y, label, row });
      if (text != NULL)
        text->ink = TOSO_INK_TEXT;
      x += label + gap;
      text = toso_labels_add (scene->labels, TOSO_PART_VALUE, (gssize) i, slice->value_text, size, (TosoBox){ x, line.y, value, row });
      if (text != NULL)
        {
          text->ink = TOSO_INK_TEXT;
          text->bold = TRUE;
          text->align = PANGO_ALIGN_RIGHT;
        }
      text = toso_labels_add (scene->labels, TOSO_PART_NOTE, (gssize) i, slice->share_text, size, (TosoBox){ x + value + gap, line.y, share, row });
      if (text != NULL)
        text->align = PANGO_ALIGN_RIGHT;
    }
  if (n < chart->n_slices)
    toso_scene_add_more (scene, chart->n_slices - n, (TosoBox){ box->x, box->y + (double) n * row, box->width, MIN (row, MAX (box->height, 0)) });
}

static void
add_centre (TosoDonutLayout *layout)
{
  const TosoDonutChart *chart = layout->scene.chart;
  TosoScene            *scene = &layout->scene;
  double                width = layout->inner * 1.5;
  double                large = MIN (LARGE * scene->em, layout->inner * 0.7);
  double                small = MIN (TOSO_NOTE_SIZE * scene->em, layout->inner * 0.3);
  double                large_line = toso_compositor_line_height (scene->compositor, large);
  double                small_line = chart->centre_note != NULL ? toso_compositor_line_height (scene->compositor, small) : 0;
  double                top = layout->y - (large_line * 0.85 + small_line) / 2;
  TosoLabel            *label;

  if (width <= 0 || small < 5)
    return;
  label = toso_labels_add (scene->labels, TOSO_PART_VALUE, -1, chart->centre_text, large, (TosoBox){ layout->x - width / 2, top, width, large_line * 0.85 });
  if (label != NULL)
    {
      label->align = PANGO_ALIGN_CENTER;
      label->ink = TOSO_INK_TEXT;
      label->bold = TRUE;
    }
  label = toso_labels_add (scene->labels, TOSO_PART_NOTE, -1, chart->centre_note, small, (TosoBox){ layout->x - width / 2, top + large_line * 0.85, width, small_line });
  if (label != NULL)
    label->align = PANGO_ALIGN_CENTER;
}

static double
natural_list_width (TosoScene *scene)
{
  double size = TOSO_TEXT_SIZE * scene->em;

  return widest (scene, size, FALSE, 0) + widest (scene, size, TRUE, 1) + widest (scene, size, FALSE, 2) + (1.4 + 0.6 + 3 * TOSO_GAP) * scene->em + 1;
}

/* The ring left, the list beside it, or under it in a tall picture; where there
 * is room for one of them only, the list. */
static void
lay_out (TosoScene *scene)
{
  TosoDonutLayout      *layout = (TosoDonutLayout *) scene;
  const TosoDonutChart *chart = scene->chart;
  double                em = scene->em;
  double                line = toso_compositor_line_height (scene->compositor, TOSO_TEXT_SIZE * em);
  double                tight = MAX (TIGHT_ROW * em, line);
  TosoDivision          parts = { .wanted = (double) CLAMP (chart->n_slices, 1, 3) * tight };
  double                list, rows, row, ring;
  TosoBox               content;

  for (gsize i = 0; i < chart->n_slices; i++)
    layout->sum += get_value (&chart->slices[i]);
  toso_scene_divide (scene, &parts);
  content = parts.content;
  if (chart->n_slices == 0 || layout->sum <= 0)
    {
      toso_scene_add_empty (scene, chart->empty_text, &content);
      return;
    }

  content.y += MIN (em, content.height / 12);
  content.height -= MIN (em, content.height / 12);
  list = MIN (natural_list_width (scene), content.width);
  row = CLAMP (content.height / (double) chart->n_slices, tight, ROW * em);
  rows = (double) chart->n_slices * row;
  ring = MIN (MIN (content.height, content.width - list - 2 * em), 2 * RING * em);
  layout->edge = MAX (em / 8, 1.5);
  if (ring >= 2 * LEAST_RING * em)
    {
      layout->outer = ring / 2;
      layout->x = content.x + layout->outer;
      layout->y = content.y + layout->outer;
      add_list (scene, &(TosoBox){ content.x + ring + 2 * em, content.y + MAX (ring - rows, 0) / 2, list, content.height - MAX (ring - rows, 0) / 2 }, row);
    }
  else if (MIN (content.height - (double) chart->n_slices * tight - em, content.width) >= 2 * LEAST_RING * em)
    {
      ring = MIN (content.height - (double) chart->n_slices * tight - em, content.width);
      layout->outer = ring / 2;
      layout->x = content.x + content.width / 2;
      layout->y = content.y + layout->outer;
      add_list (scene, &(TosoBox){ content.x, content.y + ring + em, content.width, content.height - ring - em }, tight);
    }
  else
    {
      add_list (scene, &content, tight);
    }
  layout->inner = layout->outer * INNER_SHARE;
  if (layout->outer > 0)
    add_centre (layout);
}

static void
draw_slice (const TosoDonutLayout *layout,
            gsize                  i,
            const TosoPalette     *palette,
            cairo_t               *cr)
{
  const TosoDonutChart *chart = layout->scene.chart;
  TosoMark              mark = chart->slices[i].mark;
  TosoBox               box = { layout->x - layout->outer, layout->y - layout->outer, 2 * layout->outer, 2 * layout->outer };
  double                start, end;

  if (!toso_donut_layout_get_slice (layout, i, &start, &end))
    return;
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, layout->x, layout->y, layout->outer, start - G_PI_2, end - G_PI_2);
  cairo_arc_negative (cr, layout->x, layout->y, layout->inner, end - G_PI_2, start - G_PI_2);
  cairo_close_path (cr);
  if (mark == TOSO_MARK_RING)
    {
      /* Hollow: its own edge, inside of the light one that all get. */
      cairo_clip_preserve (cr);
      toso_ink_set (cr, palette->marks[mark]);
      cairo_set_line_width (cr, 2 * layout->edge + 3);
      cairo_stroke (cr);
    }
  else if (mark == TOSO_MARK_NONE || (guint) mark >= TOSO_N_MARKS)
    {
      cairo_clip (cr);
      toso_ink_fill_hatch (cr, palette, &box, layout->scene.em);
    }
  else
    {
      cairo_clip (cr);
      toso_ink_fill_box (cr, palette->marks[mark], &box);
      toso_ink_fill_pattern (cr, palette, mark, &box, layout->scene.em);
    }
  cairo_restore (cr);
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoDonutLayout *layout = (const TosoDonutLayout *) scene;
  const TosoDonutChart  *chart = scene->chart;
  double                 start, end;
  guint                  n = 0;

  if (layout->outer <= 0)
    return;
  for (gsize i = 0; i < chart->n_slices; i++)
    {
      draw_slice (layout, i, palette, cr);
      n += toso_donut_layout_get_slice (layout, i, &start, &end);
    }
  /* Light edges between the slices: neighbours never touch. */
  toso_ink_set (cr, palette->view);
  cairo_set_line_width (cr, layout->edge);
  for (gsize i = 0; i < chart->n_slices && n > 1; i++)
    if (toso_donut_layout_get_slice (layout, i, &start, &end))
      {
        cairo_move_to (cr, layout->x + layout->inner * 0.98 * sin (start), layout->y - layout->inner * 0.98 * cos (start));
        cairo_line_to (cr, layout->x + layout->outer * sin (start), layout->y - layout->outer * cos (start));
      }
  cairo_stroke (cr);
}

static gssize
pick (const TosoScene *scene,
      double           x,
      double           y)
{
  const TosoDonutLayout *layout = (const TosoDonutLayout *) scene;
  const TosoDonutChart  *chart = scene->chart;
  double                 away = hypot (x - layout->x, y - layout->y);
  double                 angle = atan2 (x - layout->x, layout->y - y);

  for (guint k = 0; k < scene->items->len; k++)
    {
      const TosoBox *box = &g_array_index (scene->items, TosoItem, k).box;

      if (x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
        return (gssize) g_array_index (scene->items, TosoItem, k).index;
    }
  if (!(away >= layout->inner && away <= layout->outer) || layout->outer <= 0)
    return -1;
  if (angle < 0)
    angle += 2 * G_PI;
  for (gsize i = 0; i < chart->n_slices; i++)
    {
      double start, end;

      if (toso_donut_layout_get_slice (layout, i, &start, &end) && angle >= start && angle < end)
        return (gssize) i;
    }

  return -1;
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoDonutChart *chart = data;

  return MAX (toso_frame_natural_height (&chart->frame, width, FRAME + MAX (RING, ROW * (double) chart->n_slices)), ceil (0.34 * CLAMP (toso_finite (width, 0), 0, 4000)));
}

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoDonutChart *chart = data;

  toso_chart_table_set_headings (table, 1, 3, (const char *[]){ chart->label_heading, chart->value_heading, chart->share_heading });
  for (gsize i = 0; i < chart->n_slices; i++)
    {
      const TosoSlice *slice = &chart->slices[i];

      toso_chart_table_add (table, (const char *[]){ slice->label, slice->value_text, slice->share_text });
    }
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoDonutChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_DONUT = {
  .scene_size = sizeof (TosoDonutLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .pick = pick,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { .chart_size = sizeof (TosoDonutChart) },
};
