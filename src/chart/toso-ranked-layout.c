/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-ranked-layout-private.h"

#include <math.h>

/* In em. */
#define TEXT_SIZE   0.93
#define NOTE_SIZE   0.86
#define NATURAL_ROW 1.8
#define ROOMY_ROW   1.9
#define TIGHT_ROW   1.4
#define FRAME       8.5
#define GAP         0.86
#define MIN_LABEL   5.0
#define MIN_PLOT    6.0
#define MAX_COLUMN  12.0

typedef struct
{
  double rank, label, value, state, mark;
} Columns;

gboolean
toso_ranked_bar_has_value (const TosoRankedBar *bar)
{
  return bar->has_value && isfinite (bar->value);
}

const TosoRankedBar *
toso_ranked_layout_get_bar (const TosoRankedLayout *layout,
                            const TosoRankedChart  *chart,
                            gsize                   row)
{
  if (row < layout->n_shown)
    return &chart->bars[row];

  return layout->has_total && row == layout->n_shown ? chart->total : NULL;
}

static double
choose_scale (const TosoRankedChart *chart)
{
  double scale = 0;

  if (chart->has_target && isfinite (chart->target))
    scale = MAX (scale, chart->target);
  if (chart->has_pace && isfinite (chart->pace))
    scale = MAX (scale, chart->pace);
  for (gsize i = 0; i < chart->n_bars; i++)
    if (toso_ranked_bar_has_value (&chart->bars[i]))
      scale = MAX (scale, chart->bars[i].value);
  if (chart->total != NULL && toso_ranked_bar_has_value (chart->total))
    scale = MAX (scale, chart->total->value);

  return scale > 0 ? scale : 1;
}

static double
line_x (const TosoRankedLayout *layout,
        gboolean                has_line,
        double                  value)
{
  if (!has_line || !isfinite (value) || value < 0 || layout->plot.width <= 0)
    return -1;

  return layout->plot.x + layout->plot.width * MIN (value / layout->scale, 1);
}

TosoBox
toso_ranked_layout_get_box (const TosoRankedLayout *layout,
                            const TosoRankedBar    *bar,
                            gsize                   row)
{
  const TosoBox *box = &g_array_index (layout->rows, TosoBox, row);
  double         height = box->height * 0.66;
  double         width = layout->plot.width;

  if (toso_ranked_bar_has_value (bar))
    width *= CLAMP (bar->value / layout->scale, 0, 1);
  else if (layout->target_x >= 0)
    width = layout->target_x - layout->plot.x;

  return (TosoBox){ layout->plot.x, box->y + (box->height - height) / 2, width, height };
}

static void
measure (const TosoRankedChart *chart,
         TosoCompositor        *compositor,
         double                 em,
         Columns               *columns)
{
  gsize n = chart->n_bars + (chart->total != NULL);

  *columns = (Columns){ 0 };
  columns->value = toso_compositor_width (compositor, chart->value_heading, TEXT_SIZE * em, FALSE);
  for (gsize i = 0; i < n; i++)
    {
      const TosoRankedBar *bar = i < chart->n_bars ? &chart->bars[i] : chart->total;
      gboolean             is_total = i == chart->n_bars;

      columns->rank = MAX (columns->rank, toso_compositor_width (compositor, bar->rank, TEXT_SIZE * em, FALSE));
      columns->label = MAX (columns->label, toso_compositor_width (compositor, bar->label, TEXT_SIZE * em, is_total));
      columns->value = MAX (columns->value, toso_compositor_width (compositor, bar->value_text, TEXT_SIZE * em, TRUE));
      columns->state = MAX (columns->state, toso_compositor_width (compositor, bar->state_text, TEXT_SIZE * em, FALSE));
    }
  columns->rank = MIN (columns->rank, 4 * em);
  columns->value = MIN (columns->value, MAX_COLUMN * em);
  columns->state = MIN (columns->state, MAX_COLUMN * em);
  columns->mark = columns->state > 0 ? 1.3 * em : 0;
}

static double
rest_of (const Columns *columns,
         double         width,
         double         em)
{
  double rest = width;

  rest -= columns->rank > 0 ? columns->rank + GAP * em : 0;
  rest -= columns->value > 0 ? columns->value + GAP * em : 0;
  rest -= columns->state;
  rest -= columns->mark > 0 ? columns->mark + GAP * em : 0;

  return rest;
}

static void
place_columns (TosoRankedLayout *layout,
               Columns          *columns,
               const TosoBox    *content)
{
  double em = layout->em;
  double need = (MIN_LABEL + MIN_PLOT + GAP) * em;
  double rest;

  if (rest_of (columns, content->width, em) < need)
    columns->state = 0;
  if (rest_of (columns, content->width, em) < need)
    columns->rank = 0;
  if (rest_of (columns, content->width, em) < need)
    columns->mark = 0;
  rest = MAX (rest_of (columns, content->width, em), 0);

  if (rest < need)
    {
      columns->value = MIN (columns->value, content->width * 0.45);
      columns->label = MAX (content->width - columns->value - GAP * em, 0);
      layout->plot.width = 0;
    }
  else
    {
      columns->label = MIN (columns->label, MAX (rest * 0.35, MIN_LABEL * em));
      layout->plot.width = rest - columns->label - GAP * em;
    }
  layout->plot.x = content->x + (columns->rank > 0 ? columns->rank + GAP * em : 0) + columns->label + GAP * em;
  layout->mark_x = columns->mark > 0 ? content->x + content->width - columns->state - columns->mark + TOSO_MARK_SIZE (em) / 2 : -1;
}

static TosoLabel *
add_cell (TosoRankedLayout *layout,
          TosoPart          part,
          gsize             row,
          const char       *text,
          double            x,
          double            width)
{
  const TosoBox *box = &g_array_index (layout->rows, TosoBox, row);

  return toso_labels_add (layout->labels, part, row, text, TEXT_SIZE * layout->em, (TosoBox){ x, box->y, width, box->height });
}

static void
add_row_labels (TosoRankedLayout      *layout,
                const TosoRankedChart *chart,
                const Columns         *columns,
                const TosoBox         *content)
{
  double gap = GAP * layout->em;
  double right = content->x + content->width;
  double label_x = content->x + (columns->rank > 0 ? columns->rank + gap : 0);
  double value_x = right - columns->state - (columns->mark > 0 ? columns->mark + gap : 0) - columns->value;

  for (gsize i = 0; i < layout->rows->len; i++)
    {
      const TosoRankedBar *bar = toso_ranked_layout_get_bar (layout, chart, i);
      TosoLabel           *label = add_cell (layout, TOSO_PART_NOTE, i, bar->rank, content->x, columns->rank);

      if (label != NULL)
        label->align = PANGO_ALIGN_RIGHT;
      label = add_cell (layout, TOSO_PART_LABEL, i, bar->label, label_x, columns->label);
      if (label != NULL)
        {
          label->ink = TOSO_INK_TEXT;
          label->bold = bar == chart->total;
        }
      label = add_cell (layout, TOSO_PART_VALUE, i, bar->value_text, value_x, columns->value);
      if (label != NULL)
        {
          label->ink = TOSO_INK_TEXT;
          label->bold = TRUE;
          label->align = PANGO_ALIGN_RIGHT;
        }
      label = add_cell (layout, TOSO_PART_STATE, i, bar->state_text, right - columns->state, columns->state);
      if (label != NULL)
        {
          label->ink = TOSO_INK_MARK;
          label->mark = (guint) bar->mark < TOSO_N_MARKS ? bar->mark : TOSO_MARK_NONE;
        }
    }
}

/* What the lines are, over them; side by side where they are close. */
static void
add_line_texts (TosoRankedLayout      *layout,
                const TosoRankedChart *chart,
                const Columns         *columns,
                const TosoBox         *head,
                double                 right)
{
  double     em = layout->em;
  double     left = layout->plot.x;
  double     pace_width = layout->pace_x >= 0 ? toso_compositor_width (layout->compositor, chart->pace_text, TEXT_SIZE * em, FALSE) : 0;
  double     target_width = layout->target_x >= 0 ? toso_compositor_width (layout->compositor, chart->target_text, TEXT_SIZE * em, FALSE) : 0;
  double     heading_x = right - columns->state - (columns->mark > 0 ? columns->mark + GAP * em : 0) - columns->value;
  double     pace_end = MAX (layout->pace_x, left + pace_width);
  double     target_end = MAX (layout->target_x, left + target_width);
  TosoLabel *label;

  if (pace_width > 0 && target_width > 0 && target_end - target_width < pace_end + GAP * em)
    target_end = pace_end + GAP * em + target_width;
  if (target_end > heading_x - GAP * em / 2)
    target_width = 0;
  if (pace_end > heading_x - GAP * em / 2)
    pace_width = 0;

  label = toso_labels_add (layout->labels, TOSO_PART_AXIS, -1, chart->pace_text, TEXT_SIZE * em, (TosoBox){ pace_end - pace_width, head->y, pace_width, head->height });
  if (label != NULL)
    label->ink = TOSO_INK_TEXT;
  label = toso_labels_add (layout->labels, TOSO_PART_AXIS, -1, chart->target_text, TEXT_SIZE * em, (TosoBox){ target_end - target_width, head->y, target_width, head->height });
  if (label != NULL)
    {
      label->ink = TOSO_INK_MARK;
      label->mark = TOSO_MARK_CIRCLE;
    }
  label = toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, chart->value_heading, TEXT_SIZE * em, (TosoBox){ heading_x, head->y, columns->value, head->height });
  if (label != NULL)
    label->align = PANGO_ALIGN_RIGHT;
}

static void
place_rows (TosoRankedLayout      *layout,
            const TosoRankedChart *chart,
            TosoBox               *content,
            double                 tight)
{
  gsize  n_total = chart->total != NULL;
  double n = chart->n_bars + n_total;
  double height = CLAMP (content->height / MAX (n, 1), tight, ROOMY_ROW * layout->em * 1.15);
  gsize  fitting = content->height > 0 ? (gsize) (content->height / height + 0.001) : 0;

  layout->n_shown = chart->n_bars;
  layout->has_total = n_total > 0 && fitting > 0;
  if (fitting < n)
    layout->n_shown = fitting > n_total + 1 ? fitting - n_total - 1 : 0; /* one for "+12" */
  for (gsize i = 0; i < layout->n_shown + layout->has_total; i++)
    {
      gboolean after_more = i >= layout->n_shown && layout->n_shown < chart->n_bars;
      TosoBox  row = { content->x, content->y + (i + after_more) * height, content->width, height };

      if (row.y + row.height > content->y + content->height + 0.01)
        {
          layout->has_total = FALSE;
          break;
        }
      g_array_append_val (layout->rows, row);
    }
  if (layout->n_shown < chart->n_bars)
    {
      g_autofree char *more = g_strdup_printf ("+%" G_GSIZE_FORMAT, chart->n_bars - layout->n_shown);

      toso_labels_add (layout->labels, TOSO_PART_MORE, -1, more, NOTE_SIZE * layout->em, (TosoBox){ content->x, content->y + layout->n_shown * height, content->width, MIN (height, content->height) });
    }
}

static void
lay_out (TosoRankedLayout      *layout,
         const TosoRankedChart *chart)
{
  double  em = layout->em;
  double  margin = toso_frame_margin (em, layout->width, layout->height);
  double  line = toso_compositor_line_height (layout->compositor, TEXT_SIZE * em);
  TosoBox content = { margin, margin, MAX (layout->width - 2 * margin, 1), MAX (layout->height - 2 * margin, 1) };
  TosoBox whole = content;
  TosoBox head = { 0 };
  double  tight = MAX (TIGHT_ROW * em, line);
  Columns columns;

  toso_frame_layout (&chart->frame, layout->labels, layout->compositor, em, TRUE, &content);
  if (content.height < 3 * tight)
    {
      g_ptr_array_set_size (layout->labels, 0);
      content = whole;
      toso_frame_layout (&chart->frame, layout->labels, layout->compositor, em, FALSE, &content);
    }
  else if (content.height > 6 * tight && (chart->target_text != NULL || chart->pace_text != NULL || chart->value_heading != NULL))
    {
      head = (TosoBox){ content.x, content.y + 0.3 * em, content.width, line };
      content.y += line + 0.6 * em;
      content.height -= line + 0.6 * em;
    }

  if (chart->n_bars == 0 && chart->total == NULL)
    {
      TosoLabel *label = toso_labels_add (layout->labels, TOSO_PART_EMPTY, -1, chart->empty_text, em, content);

      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
      return;
    }

  measure (chart, layout->compositor, em, &columns);
  place_columns (layout, &columns, &content);
  place_rows (layout, chart, &content, tight);
  layout->plot.y = content.y;
  layout->plot.height = 0;
  if (layout->rows->len > 0)
    {
      const TosoBox *last = &g_array_index (layout->rows, TosoBox, layout->rows->len - 1);

      layout->plot.height = last->y + last->height - content.y;
    }
  layout->target_x = line_x (layout, chart->has_target, chart->target);
  layout->pace_x = line_x (layout, chart->has_pace, chart->pace);
  add_row_labels (layout, chart, &columns, &content);
  if (head.height > 0)
    add_line_texts (layout, chart, &columns, &head, content.x + content.width);
}

TosoRankedLayout *
toso_ranked_layout_new (const TosoRankedChart *chart,
                        double                 width,
                        double                 height)
{
  TosoRankedLayout *layout;

  g_return_val_if_fail (chart != NULL && (chart->bars != NULL || chart->n_bars == 0), NULL);

  layout = g_new0 (TosoRankedLayout, 1);
  layout->rows = g_array_new (FALSE, FALSE, sizeof (TosoBox));
  layout->labels = toso_labels_new ();
  layout->compositor = toso_compositor_new (chart->frame.font_family);
  layout->mark_x = layout->target_x = layout->pace_x = -1;
  layout->scale = choose_scale (chart);
  if (!toso_size_is_drawable (width, height))
    return layout;

  layout->width = width;
  layout->height = height;
  layout->em = toso_frame_choose_em (&chart->frame, chart->n_bars + (chart->total != NULL), &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
  lay_out (layout, chart);

  return layout;
}

void
toso_ranked_layout_free (TosoRankedLayout *layout)
{
  if (layout == NULL)
    return;

  g_array_unref (layout->rows);
  g_ptr_array_unref (layout->labels);
  toso_compositor_free (layout->compositor);
  g_free (layout);
}

double
toso_ranked_chart_natural_height (const TosoRankedChart *chart,
                                  double                 width)
{
  g_return_val_if_fail (chart != NULL, 0);

  return ceil (toso_frame_natural_em (&chart->frame, width) * (FRAME + NATURAL_ROW * (chart->n_bars + 1)));
}
