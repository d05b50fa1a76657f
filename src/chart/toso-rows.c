/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-rows-private.h"

#include <math.h>

#define MAX_COLUMN 12.0
#define MARK_GAP   0.43

void
toso_rows_init (TosoRowLayout *layout,
                TosoRowStyle   style)
{
  layout->style = style;
  layout->rows = g_array_new (FALSE, FALSE, sizeof (TosoRow));
  layout->mark_x = -1;
}

void
toso_rows_clear (TosoScene *scene)
{
  g_clear_pointer (&((TosoRowLayout *) scene)->rows, g_array_unref);
}

void
toso_rows_add (TosoRowLayout *layout,
               TosoRow        row)
{
  if ((guint) row.mark >= TOSO_N_MARKS)
    row.mark = TOSO_MARK_NONE;
  g_array_append_val (layout->rows, row);
}

static const TosoRow *
get_row (const TosoRowLayout *layout,
         gsize                i)
{
  return &g_array_index (layout->rows, TosoRow, i);
}

TosoBox
toso_rows_get_box (const TosoRowLayout *layout,
                   gsize                k)
{
  return g_array_index (layout->scene.items, TosoItem, k).box;
}

gsize
toso_rows_get_index (const TosoRowLayout *layout,
                     gsize                k)
{
  return g_array_index (layout->scene.items, TosoItem, k).index;
}

static gboolean
is_total (const TosoRowLayout *layout,
          gsize                i)
{
  return layout->has_total && i + 1 == layout->rows->len;
}

static void
measure_columns (TosoRowLayout *layout)
{
  TosoCompositor *compositor = layout->scene.compositor;
  double          em = layout->scene.em;
  double          size = TOSO_TEXT_SIZE * em;
  int             mark_column = layout->style.mark_column;

  for (guint c = 0; c < layout->style.n_columns; c++)
    {
      const TosoRowColumn *column = &layout->style.columns[c];
      double               width = 0;

      for (guint i = 0; i < layout->rows->len; i++)
        width = MAX (width, toso_compositor_width (compositor, get_row (layout, i)->cells[c], size, column->bold));
      if (layout->parts.head.height > 0 && width > 0)
        width = MAX (width, toso_compositor_width (compositor, column->heading, TOSO_NOTE_SIZE * em, FALSE));
      layout->widths[c] = MIN (width, MAX_COLUMN * em);
    }
  layout->label_width = 0;
  for (guint i = 0; i < layout->rows->len; i++)
    layout->label_width = MAX (layout->label_width, toso_compositor_width (compositor, get_row (layout, i)->label, size, is_total (layout, i)));
  layout->mark_width = mark_column >= 0 && layout->widths[mark_column] > 0 ? TOSO_MARK_SIZE (em) + MARK_GAP * em : 0;
}

/* What names and plot may share. */
static double
get_rest (const TosoRowLayout *layout)
{
  double gap = layout->style.gap * layout->scene.em;
  double rest = layout->parts.content.width;

  for (guint c = 0; c < layout->style.n_columns; c++)
    if (layout->widths[c] > 0)
      rest -= layout->widths[c] + gap;
  if (layout->mark_width > 0)
    rest -= layout->mark_width + (layout->widths[layout->style.mark_column] > 0 ? 0 : gap);

  return rest;
}

static gboolean
give_up_column (TosoRowLayout *layout)
{
  int least = -1;

  for (guint c = 0; c < layout->style.n_columns; c++)
    if (layout->widths[c] > 0 && layout->style.columns[c].keep != TOSO_KEEP &&
        (least < 0 || layout->style.columns[c].keep < layout->style.columns[least].keep))
      least = (int) c;
  if (least < 0)
    return FALSE;
  layout->widths[least] = 0;

  return TRUE;
}

/* The poorest picture: names, and one figure where there is room. */
static void
leave_out_plot (TosoRowLayout *layout)
{
  const TosoRowStyle *style = &layout->style;
  double              em = layout->scene.em;
  double              least = style->min_label * em / 2;

  layout->plot.width = 0;
  if (get_rest (layout) < least)
    layout->mark_width = 0;
  for (guint c = 0; c < style->n_columns && get_rest (layout) < least; c++)
    layout->widths[c] = MIN (layout->widths[c], MAX (layout->parts.content.width / 2 - style->gap * em, 0));
  layout->label_width = MAX (get_rest (layout), 0);
}

static void
share_out (TosoRowLayout *layout)
{
  const TosoRowStyle *style = &layout->style;
  double              em = layout->scene.em;
  double              need = (style->min_label + style->min_plot + TOSO_GAP) * em;
  double              rest;

  while (get_rest (layout) < need && give_up_column (layout))
    ;
  rest = get_rest (layout);
  if (rest < need - style->min_label * em / 2)
    {
      leave_out_plot (layout);
      return;
    }
  layout->label_width = MIN (layout->label_width,
                             MAX (MAX (rest * style->label_share, MIN (style->min_label * em, rest / 2)),
                                  style->good_plot > 0 ? rest - (style->good_plot + TOSO_GAP) * em : 0));
  layout->plot.width = rest - layout->label_width - TOSO_GAP * em;
}

/* Columns before the names from the left, the others from the right edge. */
static void
place_columns (TosoRowLayout *layout)
{
  const TosoRowStyle *style = &layout->style;
  const TosoBox      *content = &layout->parts.content;
  double              em = layout->scene.em;
  double              gap = style->gap * em;
  double              left = content->x, right = content->x + content->width;

  for (guint c = 0; c < style->n_columns; c++)
    if (style->columns[c].is_left && layout->widths[c] > 0)
      {
        layout->xs[c] = left;
        left += layout->widths[c] + gap;
      }
  for (guint c = style->n_columns; c > 0; c--)
    {
      gboolean has_mark = (int) c - 1 == style->mark_column && layout->mark_width > 0;

      if (style->columns[c - 1].is_left || (layout->widths[c - 1] <= 0 && !has_mark))
        continue;
      right -= layout->widths[c - 1];
      layout->xs[c - 1] = right;
      if (has_mark)
        {
          right -= layout->mark_width;
          layout->mark_x = right + TOSO_MARK_SIZE (em) / 2;
        }
      right -= gap;
    }
  layout->plot.x = left + layout->label_width + TOSO_GAP * em;
}

static void
add_row (TosoRowLayout *layout,
         gsize          i,
         double        *y,
         double         height)
{
  const TosoBox *content = &layout->parts.content;

  toso_scene_add_item (&layout->scene, i, (TosoBox){ content->x, *y, content->width, height });
  *y += height;
}

/* As many as fit, the total among them; between the two stands how many not. */
static void
place_some_rows (TosoRowLayout *layout,
                 double         tight)
{
  const TosoBox *content = &layout->parts.content;
  gsize          n_total = layout->has_total;
  gsize          n = layout->rows->len - n_total;
  gsize          fitting = content->height > 0 ? (gsize) (content->height / tight + 0.001) : 0;
  double         y = content->y;

  if (fitting < 2)
    n_total = 0;
  layout->has_total = n_total > 0;
  layout->n_shown = fitting > n_total + 1 ? fitting - n_total - 1 : 0;
  for (gsize i = 0; i < layout->n_shown; i++)
    add_row (layout, i, &y, tight);
  toso_scene_add_more (&layout->scene, n - layout->n_shown, (TosoBox){ content->x, y, content->width, MIN (tight, MAX (content->height, 0)) });
  y += tight;
  if (n_total > 0)
    add_row (layout, layout->rows->len - 1, &y, tight);
}

/* Letters of a size that is asked for get no smaller: long names take more lines
 * then. */
static int
get_max_lines (const TosoRowLayout *layout)
{
  return toso_frame_has_font_size (layout->scene.chart) ? TOSO_ROW_LINES : 2;
}

static double
height_of_lines (const TosoRowLayout *layout,
                 int                  lines,
                 double               tight,
                 double               roomy)
{
  double line = toso_compositor_line_height (layout->scene.compositor, TOSO_TEXT_SIZE * layout->scene.em);

  return lines > 1 ? MAX (roomy, lines * line + 2) : tight;
}

/* As high as one another where all have what they need; else those that need
 * little are. */
static double
find_level (const double *needs,
            gsize         n,
            double        room)
{
  double level = room / (double) n;

  for (gsize i = 0; i < n; i++)
    {
      double rest = room, n_low = 0;

      for (gsize k = 0; k < n; k++)
        if (needs[k] > level)
          rest -= needs[k];
        else
          n_low++;
      if (n_low == 0 || rest / n_low >= level - 1e-9)
        break;
      level = rest / n_low;
    }

  return level;
}

/* Every row as high as the others, those with more lines of text at least as
 * high as they need. */
static void
place_rows (TosoRowLayout *layout,
            double         tight,
            double         roomy)
{
  const TosoBox     *content = &layout->parts.content;
  TosoScene         *scene = &layout->scene;
  gsize              n = layout->rows->len;
  g_autofree double *needs = g_new0 (double, MAX (n, 1));
  double             sum = 0, level, y = content->y;

  layout->under = layout->style.under * scene->em;
  if ((double) n * (tight + layout->under) > content->height)
    layout->under = 0;
  tight += layout->under;
  roomy += layout->under;
  for (gsize i = 0; i < n; i++)
    {
      int lines = toso_compositor_count_lines (scene->compositor, get_row (layout, i)->label, TOSO_TEXT_SIZE * scene->em, is_total (layout, i), layout->label_width);

      needs[i] = height_of_lines (layout, MIN (lines, get_max_lines (layout)), tight - layout->under, roomy - layout->under) + layout->under;
      sum += needs[i];
    }
  for (gsize i = 0; sum > content->height && i < n; i++)
    needs[i] = tight;
  if ((double) n * tight > content->height + 0.01)
    {
      place_some_rows (layout, tight);
      return;
    }

  level = find_level (needs, n, content->height);
  level = CLAMP (level, tight, MAX (layout->style.natural * scene->em * 1.1 + layout->under, tight));
  layout->n_shown = n - layout->has_total;
  for (gsize i = 0; i < n; i++)
    add_row (layout, i, &y, MAX (level, needs[i]));
}

static void
add_texts (TosoRowLayout *layout,
           double         roomy)
{
  TosoScene          *scene = &layout->scene;
  const TosoRowStyle *style = &layout->style;
  double              size = TOSO_TEXT_SIZE * scene->em;
  double              label_x = layout->parts.content.x;

  for (guint c = 0; c < style->n_columns; c++)
    if (style->columns[c].is_left && layout->widths[c] > 0)
      label_x = layout->xs[c] + layout->widths[c] + style->gap * scene->em;

  for (gsize k = 0; k < scene->items->len; k++)
    {
      const TosoItem *item = &g_array_index (scene->items, TosoItem, k);
      const TosoRow  *row = get_row (layout, item->index);
      TosoBox         box = { item->box.x, item->box.y, item->box.width, item->box.height - layout->under };
      TosoLabel      *label = toso_labels_add (scene->labels, TOSO_PART_LABEL, item->index, row->label, size, (TosoBox){ label_x, box.y, layout->label_width, box.height });

      if (label != NULL)
        {
          label->ink = TOSO_INK_TEXT;
          label->bold = is_total (layout, item->index);
          for (label->lines = 1; label->lines < get_max_lines (layout) && box.height >= height_of_lines (layout, label->lines + 1, 0, roomy) - 0.01;)
            label->lines++;
        }
      for (guint c = 0; c < style->n_columns; c++)
        {
          const TosoRowColumn *column = &style->columns[c];

          label = toso_labels_add (scene->labels, column->part, item->index, row->cells[c], size, (TosoBox){ layout->xs[c], box.y, layout->widths[c], box.height });
          if (label == NULL)
            continue;
          label->align = column->is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
          label->bold = column->bold;
          label->ink = column->ink;
          label->mark = row->mark;
        }
    }
}

static void
add_headings (TosoRowLayout *layout)
{
  TosoScene          *scene = &layout->scene;
  const TosoRowStyle *style = &layout->style;
  const TosoBox      *head = &layout->parts.head;
  double              size = TOSO_NOTE_SIZE * scene->em;

  toso_labels_add (scene->labels, TOSO_PART_HEADING, -1, style->label_heading, size, (TosoBox){ head->x, head->y, layout->plot.width > 0 ? layout->plot.x - TOSO_GAP * scene->em - head->x : layout->label_width, head->height });
  for (guint c = 0; c < style->n_columns; c++)
    {
      TosoBox    cell = { layout->xs[c], head->y, layout->widths[c], head->height };
      TosoLabel *label;

      if ((int) c == style->mark_column && cell.width > 0)
        {
          cell.x -= layout->mark_width;
          cell.width += layout->mark_width;
        }
      label = toso_labels_add (scene->labels, TOSO_PART_HEADING, -1, style->columns[c].heading, size, cell);
      if (label != NULL && style->columns[c].is_number)
        label->align = PANGO_ALIGN_RIGHT;
    }
}

static gboolean
has_headings (const TosoRowStyle *style)
{
  gboolean has = style->wants_head || style->label_heading != NULL;

  for (guint c = 0; c < style->n_columns; c++)
    has = has || style->columns[c].heading != NULL;

  return has;
}

void
toso_rows_lay_out (TosoRowLayout *layout)
{
  TosoScene          *scene = &layout->scene;
  const TosoRowStyle *style = &layout->style;
  TosoDivision       *parts = &layout->parts;
  double              em = scene->em;
  gsize               n = layout->rows->len;
  double              line = toso_compositor_line_height (scene->compositor, TOSO_TEXT_SIZE * em);
  double              small = toso_compositor_line_height (scene->compositor, TOSO_NOTE_SIZE * em) + 0.2 * em;
  double              tight = MAX (style->tight * em, line + 1);
  double              roomy = MAX (style->roomy * em, 2 * line + 2);

  parts->head_height = n > 0 && has_headings (style) ? small : 0;
  parts->foot_height = n > 0 && style->wants_foot ? small : 0;
  parts->wanted = n > 0 ? (double) MIN (n, 3) * tight : line;
  toso_scene_divide (scene, parts);
  if (n == 0)
    {
      toso_scene_add_empty (scene, scene->kind->get_empty_text (scene->chart), &parts->content);
      return;
    }

  measure_columns (layout);
  share_out (layout);
  place_columns (layout);
  layout->head_line = parts->content.y;
  place_rows (layout, tight, roomy);
  add_texts (layout, roomy);
  if (parts->head.height > 0)
    add_headings (layout);
  layout->plot.y = parts->content.y;
  if (scene->items->len > 0)
    {
      TosoBox last = toso_rows_get_box (layout, scene->items->len - 1);

      layout->plot.height = last.y + last.height - layout->plot.y;
      /* Under the last row, not at the bottom of a picture that is half empty. */
      if (layout->n_shown + layout->has_total == n)
        parts->foot.y = last.y + last.height + 0.6 * em;
    }
  else
    {
      parts->foot.height = 0;
    }
}
