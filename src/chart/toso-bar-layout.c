/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-bar-layout-private.h"

#include <math.h>

/* All in em, the size of the running text of a page. */
#define TEXT_SIZE    0.93
#define HEADING_SIZE 0.86
#define LEGEND_SIZE  0.86
#define BAR_HEIGHT   0.86
#define NATURAL_ROW  3.0
#define ROOMY_ROW    2.6  /* two lines of text */
#define TIGHT_ROW    1.5  /* one line */
#define FRAME        10.0 /* title, headings, legend, margins */
#define GAP          1.29
#define SMALL_GAP    0.86
#define MIN_LABEL    8.5
#define MIN_TRACK    6.0
#define GOOD_TRACK   10.0 /* up to which names may take room from bars */
#define MAX_COLUMN   11.0

/* Text columns, in the order in which they are given up. */
typedef enum {
  COLUMN_NOTE,
  COLUMN_TARGET,
  COLUMN_STATE,
  COLUMN_VALUE,
  N_COLUMNS,
} Column;

typedef struct
{
  double label_width;
  double widths[N_COLUMNS]; /* 0: left out */
  double xs[N_COLUMNS];
  double mark; /* width of mark and its gap, 0: none */
} Columns;

/* What the height allows, richest first. */
typedef struct
{
  gboolean titles, headings, legend;
} Extras;

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

static const char *
column_text (const TosoBar *bar,
             Column         column)
{
  switch (column)
    {
    case COLUMN_NOTE:
      return bar->note;
    case COLUMN_TARGET:
      return bar->target_text;
    case COLUMN_STATE:
      return bar->state_text;
    case COLUMN_VALUE:
      return bar->value_text;
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static const char *
column_heading (const TosoBarChart *chart,
                Column              column)
{
  switch (column)
    {
    case COLUMN_NOTE:
      return chart->note_heading;
    case COLUMN_TARGET:
      return chart->target_heading;
    case COLUMN_STATE:
      return chart->state_heading;
    case COLUMN_VALUE:
      return chart->value_heading;
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static void
measure_columns (const TosoBarChart *chart,
                 TosoCompositor     *compositor,
                 double              em,
                 gboolean            headings,
                 Columns            *columns)
{
  *columns = (Columns){ 0 };

  for (Column c = 0; c < N_COLUMNS; c++)
    {
      double width = 0;

      for (gsize i = 0; i < chart->n_bars; i++)
        width = MAX (width, toso_compositor_width (compositor, column_text (&chart->bars[i], c), TEXT_SIZE * em, c == COLUMN_VALUE));
      if (headings && width > 0)
        width = MAX (width, toso_compositor_width (compositor, column_heading (chart, c), HEADING_SIZE * em, FALSE));
      columns->widths[c] = MIN (width, MAX_COLUMN * em);
    }
  for (gsize i = 0; i < chart->n_bars; i++)
    columns->label_width = MAX (columns->label_width, toso_compositor_width (compositor, chart->bars[i].label, TEXT_SIZE * em, FALSE));
  columns->mark = columns->widths[COLUMN_STATE] > 0 ? TOSO_MARK_SIZE (em) + 0.43 * em : 0;
}

static double
columns_right (const Columns *columns,
               double         em)
{
  double width = columns->mark > 0 && columns->widths[COLUMN_STATE] == 0 ? columns->mark + GAP * em : 0;

  for (Column c = 0; c < N_COLUMNS; c++)
    if (columns->widths[c] > 0)
      width += columns->widths[c] + GAP * em + (c == COLUMN_STATE ? columns->mark : 0);

  return width;
}

/* Gives up columns until name and bar have room, then shares the rest out. */
static void
place_columns (TosoBarLayout *layout,
               Columns       *columns,
               const TosoBox *content)
{
  double em = layout->em;
  double need = (MIN_LABEL + MIN_TRACK + SMALL_GAP) * em;
  double x = content->x + content->width;
  double rest;

  for (Column c = 0; c < COLUMN_VALUE && content->width - columns_right (columns, em) < need; c++)
    columns->widths[c] = 0;
  rest = content->width - columns_right (columns, em);
  if (rest < need - MIN_LABEL * em / 2)
    {
      layout->track_width = 0;
      if (rest < MIN_LABEL * em / 2 && columns->mark > 0)
        {
          columns->mark = 0;
          rest = content->width - columns_right (columns, em);
        }
      if (rest < MIN_LABEL * em / 2)
        columns->widths[COLUMN_VALUE] = MIN (columns->widths[COLUMN_VALUE], content->width / 2 - GAP * em);
      columns->widths[COLUMN_VALUE] = MAX (columns->widths[COLUMN_VALUE], 0);
      columns->label_width = content->width - columns_right (columns, em);
    }
  else
    {
      columns->label_width = MIN (columns->label_width, MAX (rest * 0.55, rest - (GOOD_TRACK + SMALL_GAP) * em));
      layout->track_width = rest - columns->label_width - SMALL_GAP * em;
      layout->track_x = content->x + columns->label_width + SMALL_GAP * em;
    }

  /* From the right edge: note, state with its mark, target, value. */
  x -= columns->widths[COLUMN_NOTE];
  columns->xs[COLUMN_NOTE] = x;
  if (columns->widths[COLUMN_NOTE] > 0)
    x -= GAP * em;
  x -= columns->widths[COLUMN_STATE];
  columns->xs[COLUMN_STATE] = x;
  x -= columns->mark;
  layout->mark_x = columns->mark > 0 ? x + TOSO_MARK_SIZE (em) / 2 : -1;
  if (columns->mark > 0)
    x -= GAP * em;
  x -= columns->widths[COLUMN_TARGET];
  columns->xs[COLUMN_TARGET] = x;
  if (columns->widths[COLUMN_TARGET] > 0)
    x -= GAP * em;
  columns->xs[COLUMN_VALUE] = x - columns->widths[COLUMN_VALUE];
}

/* Every row as high as @level, those with two lines of text at least as high
 * as they need. */
static void
place_rows (TosoBarLayout      *layout,
            const TosoBarChart *chart,
            const Columns      *columns,
            const TosoBox      *content,
            double              tight,
            double              roomy)
{
  g_autofree gboolean *is_tall = g_new0 (gboolean, MAX (chart->n_bars, 1));
  double               n = chart->n_bars;
  double               n_tall = 0;
  double               level, y = content->y;

  for (gsize i = 0; i < chart->n_bars; i++)
    {
      is_tall[i] = toso_compositor_count_lines (layout->compositor, chart->bars[i].label, TEXT_SIZE * layout->em, FALSE, columns->label_width) > 1;
      n_tall += is_tall[i];
    }
  if (n_tall * roomy + (n - n_tall) * tight > content->height)
    {
      memset (is_tall, 0, chart->n_bars * sizeof *is_tall);
      n_tall = 0;
    }

  level = content->height / MAX (n, 1);
  if (level < roomy && n_tall < n)
    level = (content->height - n_tall * roomy) / (n - n_tall);
  level = CLAMP (level, tight, NATURAL_ROW * layout->em * 1.1);

  for (gsize i = 0; i < chart->n_bars; i++)
    {
      TosoBox row = { content->x, y, content->width, is_tall[i] ? MAX (level, roomy) : level };

      if (y + row.height > content->y + content->height + 0.01)
        break;
      g_array_append_val (layout->rows, row);
      y += row.height;
    }
}

static TosoLabel *
add_in_row (TosoBarLayout *layout,
            TosoPart       part,
            gsize          i,
            const char    *text,
            double         x,
            double         width)
{
  const TosoBox *row = &g_array_index (layout->rows, TosoBox, i);

  return toso_labels_add (layout->labels, part, i, text, TEXT_SIZE * layout->em, (TosoBox){ x, row->y, width, row->height });
}

static void
add_row_labels (TosoBarLayout      *layout,
                const TosoBarChart *chart,
                const Columns      *columns,
                const TosoBox      *content,
                double              roomy)
{
  static const TosoPart parts[] = {
    [COLUMN_NOTE] = TOSO_PART_NOTE,
    [COLUMN_TARGET] = TOSO_PART_TARGET,
    [COLUMN_STATE] = TOSO_PART_STATE,
    [COLUMN_VALUE] = TOSO_PART_VALUE,
  };

  for (gsize i = 0; i < layout->rows->len; i++)
    {
      TosoBar    bar = toso_bar_clean (&chart->bars[i]);
      TosoLabel *label = add_in_row (layout, TOSO_PART_LABEL, i, bar.label, content->x, columns->label_width);

      if (label != NULL)
        {
          label->ink = TOSO_INK_TEXT;
          label->lines = label->box.height >= roomy - 0.01 ? 2 : 1;
        }
      for (Column c = 0; c < N_COLUMNS; c++)
        {
          label = add_in_row (layout, parts[c], i, column_text (&bar, c), columns->xs[c], columns->widths[c]);
          if (label == NULL)
            continue;
          label->align = c == COLUMN_STATE ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
          label->bold = c == COLUMN_VALUE;
          label->ink = c == COLUMN_VALUE ? TOSO_INK_TEXT : c == COLUMN_STATE ? TOSO_INK_MARK
                                                                             : TOSO_INK_DIM;
          label->mark = bar.mark;
        }
    }
}

static void
add_headings (TosoBarLayout      *layout,
              const TosoBarChart *chart,
              const Columns      *columns,
              const TosoBox      *box)
{
  double     size = HEADING_SIZE * layout->em;
  double     half = layout->track_width / 2;
  TosoLabel *label;

  toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, chart->label_heading, size, (TosoBox){ box->x, box->y, columns->label_width, box->height });
  if (half > 0)
    {
      double end = toso_compositor_width (layout->compositor, chart->scale_end, size, FALSE);
      double start = toso_compositor_width (layout->compositor, chart->scale_start, size, FALSE);

      end = MIN (end, layout->track_width);
      if (start + layout->em / 2 + end <= layout->track_width)
        toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, chart->scale_start, size, (TosoBox){ layout->track_x, box->y, start, box->height });
      label = toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, chart->scale_end, size, (TosoBox){ layout->track_x + layout->track_width - end, box->y, end, box->height });
      if (label != NULL)
        label->align = PANGO_ALIGN_RIGHT;
    }
  for (Column c = 0; c < N_COLUMNS; c++)
    {
      TosoBox cell = { columns->xs[c], box->y, columns->widths[c], box->height };

      if (c == COLUMN_STATE && cell.width > 0)
        {
          cell.x -= columns->mark;
          cell.width += columns->mark;
        }
      label = toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, column_heading (chart, c), size, cell);
      if (label != NULL && c != COLUMN_STATE)
        label->align = PANGO_ALIGN_RIGHT;
    }
}

/* One line under the rows: what the tick is, what the hatch is, a remark. What
 * does not fit is left out whole. */
static void
add_legend (TosoBarLayout      *layout,
            const TosoBarChart *chart,
            const TosoBox      *box)
{
  struct
  {
    const char *text;
    double      key_width;
    TosoBox    *key;
  } items[] = {
    { chart->legend_pace, 0.3, &layout->pace_key },
    { chart->legend_missing, 1.7, &layout->missing_key },
    { chart->legend_note, 0, NULL },
  };
  double   em = layout->em;
  double   size = LEGEND_SIZE * em;
  double   x = box->x;
  gboolean any_pace = FALSE, any_missing = FALSE;

  for (gsize i = 0; i < chart->n_bars; i++)
    {
      TosoBar bar = toso_bar_clean (&chart->bars[i]);

      any_pace = any_pace || bar.has_pace;
      any_missing = any_missing || !bar.has_value;
    }
  if (!any_pace || layout->track_width <= 0)
    items[0].text = NULL;
  if (!any_missing || layout->track_width <= 0)
    items[1].text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      double width = toso_compositor_width (layout->compositor, items[i].text, size, FALSE);
      double key = items[i].key_width * em;
      double gap = key > 0 ? 0.5 * em : 0;

      if (width == 0 || x + key + gap + width > box->x + box->width)
        continue;
      if (items[i].key != NULL)
        *items[i].key = (TosoBox){ x, box->y + box->height / 2 - 0.62 * em, key, 1.24 * em };
      x += key + gap;
      toso_labels_add (layout->labels, TOSO_PART_LEGEND, -1, items[i].text, size, (TosoBox){ x, box->y, width, box->height });
      x += width + GAP * em;
    }
}

/* "+152": rows that there is no room for. */
static void
add_more (TosoBarLayout      *layout,
          const TosoBarChart *chart,
          const TosoBox      *box)
{
  g_autofree char *text = g_strdup_printf ("+%" G_GSIZE_FORMAT, chart->n_bars - layout->rows->len);

  toso_labels_add (layout->labels, TOSO_PART_MORE, -1, text, LEGEND_SIZE * layout->em, *box);
}

static void
add_empty_text (TosoBarLayout      *layout,
                const TosoBarChart *chart,
                const TosoBox      *content)
{
  TosoLabel *label = toso_labels_add (layout->labels, TOSO_PART_EMPTY, -1, chart->empty_text, layout->em, *content);

  if (label == NULL)
    return;
  label->align = PANGO_ALIGN_CENTER;
  label->lines = CLAMP ((int) (content->height / toso_compositor_line_height (layout->compositor, layout->em)), 1, 6);
}

static gboolean
has_headings (const TosoBarChart *chart)
{
  return chart->label_heading != NULL || chart->scale_start != NULL || chart->scale_end != NULL ||
         chart->value_heading != NULL || chart->target_heading != NULL || chart->state_heading != NULL || chart->note_heading != NULL;
}

static gboolean
has_legend (const TosoBarChart *chart)
{
  return chart->legend_pace != NULL || chart->legend_missing != NULL || chart->legend_note != NULL;
}

/* Takes from @content what title, headings and legend need. */
static void
take_extras (TosoBarLayout      *layout,
             const TosoBarChart *chart,
             Extras              extras,
             TosoBox            *content,
             TosoBox            *head,
             TosoBox            *foot)
{
  double em = layout->em;
  double top = content->y;
  double line = toso_compositor_line_height (layout->compositor, LEGEND_SIZE * em) + 0.2 * em;

  g_ptr_array_set_size (layout->labels, 0);
  toso_frame_layout (&chart->frame, layout->labels, layout->compositor, em, extras.titles, content);
  *head = *foot = (TosoBox){ 0 };
  if (extras.headings && has_headings (chart))
    {
      double gap = content->y > top ? MIN (0.65 * em, content->height) : 0;

      *head = (TosoBox){ content->x, content->y + gap, content->width, line };
      content->y += gap + line + 0.35 * em;
      content->height -= gap + line + 0.35 * em;
    }
  if (extras.legend && has_legend (chart))
    {
      *foot = (TosoBox){ content->x, content->y + content->height - line, content->width, line };
      content->height -= line + 0.6 * em;
    }
}

static void
lay_out (TosoBarLayout      *layout,
         const TosoBarChart *chart)
{
  static const Extras choices[] = {
    { TRUE, TRUE, TRUE },
    { TRUE, TRUE, FALSE },
    { TRUE, FALSE, FALSE },
    { FALSE, FALSE, FALSE },
  };
  double  em = layout->em;
  double  margin = toso_frame_margin (em, layout->width, layout->height);
  double  line = toso_compositor_line_height (layout->compositor, TEXT_SIZE * em);
  double  tight = MAX (TIGHT_ROW * em, line + 1);
  double  roomy = MAX (ROOMY_ROW * em, 2 * line + 2);
  double  wanted = MIN (chart->n_bars, 3) * tight;
  TosoBox content, head, foot;
  Columns columns;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      content = (TosoBox){ margin, margin, MAX (layout->width - 2 * margin, 1), MAX (layout->height - 2 * margin, 1) };
      take_extras (layout, chart, choices[i], &content, &head, &foot);
      if (content.height >= (chart->n_bars > 0 ? wanted : line))
        break;
    }

  if (chart->n_bars == 0)
    {
      add_empty_text (layout, chart, &content);
      return;
    }

  measure_columns (chart, layout->compositor, em, head.height > 0, &columns);
  place_columns (layout, &columns, &content);
  layout->head_line = content.y;
  place_rows (layout, chart, &columns, &content, tight, roomy);
  if (layout->rows->len < chart->n_bars)
    {
      content.height -= tight;
      g_array_set_size (layout->rows, 0);
      place_rows (layout, chart, &columns, &content, tight, roomy);
      add_more (layout, chart, &(TosoBox){ content.x, content.y + MAX (content.height, 0), content.width, MIN (tight, content.height + tight) });
    }
  if (layout->rows->len > 0)
    add_row_labels (layout, chart, &columns, &content, roomy);
  if (head.height > 0)
    add_headings (layout, chart, &columns, &head);
  if (foot.height > 0 && layout->rows->len > 0)
    {
      const TosoBox *last = &g_array_index (layout->rows, TosoBox, layout->rows->len - 1);

      /* Under the last row, not at the bottom of a picture that is half empty. */
      foot.y = layout->rows->len < chart->n_bars ? foot.y : last->y + last->height + 0.6 * em;
      add_legend (layout, chart, &foot);
    }
}

TosoBarLayout *
toso_bar_layout_new (const TosoBarChart *chart,
                     double              width,
                     double              height)
{
  TosoBarLayout *layout;

  g_return_val_if_fail (chart != NULL && (chart->bars != NULL || chart->n_bars == 0), NULL);

  layout = g_new0 (TosoBarLayout, 1);
  layout->rows = g_array_new (FALSE, FALSE, sizeof (TosoBox));
  layout->labels = toso_labels_new ();
  layout->compositor = toso_compositor_new (chart->frame.font_family);
  layout->mark_x = -1;
  if (!toso_size_is_drawable (width, height))
    return layout;

  layout->width = width;
  layout->height = height;
  layout->em = toso_frame_choose_em (&chart->frame, chart->n_bars, &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
  lay_out (layout, chart);

  return layout;
}

void
toso_bar_layout_free (TosoBarLayout *layout)
{
  if (layout == NULL)
    return;

  g_array_unref (layout->rows);
  g_ptr_array_unref (layout->labels);
  toso_compositor_free (layout->compositor);
  g_free (layout);
}

TosoBox
toso_bar_layout_get_track (const TosoBarLayout *layout,
                           gsize                i)
{
  const TosoBox *row = &g_array_index (layout->rows, TosoBox, i);
  double         height = MIN (BAR_HEIGHT * layout->em, row->height * 0.6);

  return (TosoBox){ layout->track_x, row->y + (row->height - height) / 2, layout->track_width, height };
}

double
toso_bar_layout_natural_height (const TosoBarChart *chart,
                                double              width)
{
  double em = toso_frame_natural_em (&chart->frame, width);

  return ceil (em * (FRAME + NATURAL_ROW * MAX (chart->n_bars, 1)));
}
