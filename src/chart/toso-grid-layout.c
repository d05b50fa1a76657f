/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-grid-layout-private.h"

#include <math.h>

/* In em. */
#define ROOMY_ROW  1.8
#define TIGHT_ROW  1.3
#define MIN_COLUMN 1.1
#define MAX_COLUMN 18.0
#define CELL_GAP   0.14

/* In pixels: thinner ones run into one another. */
#define MIN_DENSE_ROW 1.25

TosoGridCell
toso_grid_cell_clean (const TosoGridCell *cell)
{
  TosoGridCell clean = *cell;

  if ((guint) clean.mark >= TOSO_N_MARKS)
    clean.mark = TOSO_MARK_NONE;
  if (clean.kind == TOSO_CELL_SHADE && !isfinite (clean.shade))
    clean.kind = TOSO_CELL_MISSING;
  clean.shade = clean.kind == TOSO_CELL_SHADE ? CLAMP (clean.shade, 0, 1) : 0;

  return clean;
}

TosoColor
toso_grid_cell_get_ground (const TosoGridCell *cell,
                           const TosoPalette  *palette)
{
  TosoGridCell clean = toso_grid_cell_clean (cell);

  switch (clean.kind)
    {
    case TOSO_CELL_MARK:
      return toso_palette_get_ground (palette, clean.mark);
    case TOSO_CELL_SHADE:
      return toso_color_mix (palette->view, palette->marks[TOSO_MARK_DIAMOND], 0.08 + 0.92 * clean.shade);
    case TOSO_CELL_NONE:
    case TOSO_CELL_MISSING:
    default:
      return palette->view;
    }
}

TosoBox
toso_grid_layout_get_cell (const TosoGridLayout *layout,
                           gsize                 row,
                           gsize                 column)
{
  return (TosoBox){
    layout->grid.x + (double) (column - layout->first_column) * layout->column_width,
    layout->grid.y + (double) row * layout->row_height,
    MAX (layout->column_width - layout->gap, 0.5),
    MAX (layout->row_height - layout->gap, 0.5),
  };
}

static double
widest (TosoGridLayout    *layout,
        const char *const *texts,
        gsize              n,
        double             size)
{
  double width = 0;

  for (gsize i = 0; i < n; i++)
    width = MAX (width, toso_compositor_width (layout->scene.compositor, texts[i], size, FALSE));

  return width;
}

/* Names get up to a third; columns no less than a mark needs. */
static void
place_columns (TosoGridLayout      *layout,
               const TosoGridChart *chart,
               const TosoBox       *content,
               double              *name_width)
{
  double em = layout->scene.em;
  double names = widest (layout, chart->rows, chart->n_rows, TOSO_TEXT_SIZE * em);
  double rest;
  gsize  fitting;

  names = MAX (names, toso_compositor_width (layout->scene.compositor, chart->row_heading, TOSO_NOTE_SIZE * em, FALSE));
  *name_width = MIN (names, MAX (content->width * 0.35, MIN (4 * em, content->width / 2)));
  rest = content->width - *name_width - TOSO_GAP * em;
  if (rest < MIN_COLUMN * em)
    {
      *name_width = 0;
      rest = content->width;
    }
  fitting = MAX ((gsize) (rest / (MIN_COLUMN * em)), 1);
  layout->first_column = chart->n_columns > fitting ? chart->n_columns - fitting : 0;
  layout->column_width = MIN (rest / (chart->n_columns - layout->first_column), MAX_COLUMN * em);
  layout->grid.x = content->x + content->width - rest;
  layout->grid.width = layout->column_width * (chart->n_columns - layout->first_column);
}

static gboolean
has_marks (const TosoGridChart *chart)
{
  for (gsize i = 0; i < chart->n_rows * chart->n_columns; i++)
    if (chart->cells[i].kind == TOSO_CELL_MARK)
      return TRUE;

  return FALSE;
}

/* Marks need a line each. Shades are told apart in thinner rows too: those of
 * 500 villages are one picture, with a name here and there. */
static void
place_rows (TosoGridLayout      *layout,
            const TosoGridChart *chart,
            const TosoBox       *content,
            double               tight)
{
  double height = CLAMP (content->height / chart->n_rows, tight, ROOMY_ROW * layout->scene.em * 1.2);
  gsize  fitting = (gsize) (content->height / height + 0.001);

  layout->n_rows = chart->n_rows;
  if (fitting < chart->n_rows && content->height / (double) chart->n_rows >= MIN_DENSE_ROW && !has_marks (chart))
    {
      height = content->height / (double) chart->n_rows;
      layout->gap = height >= 6 ? 1 : 0;
    }
  else if (fitting < chart->n_rows)
    layout->n_rows = fitting > 1 ? fitting - 1 : 0; /* one for "+12" */
  layout->row_height = height;
  layout->grid.y = content->y;
  layout->grid.height = layout->n_rows * height;
  if (layout->n_rows < chart->n_rows)
    {
      g_autofree char *more = g_strdup_printf ("+%" G_GSIZE_FORMAT, chart->n_rows - layout->n_rows);

      toso_labels_add (layout->scene.labels, TOSO_PART_MORE, -1, more, TOSO_NOTE_SIZE * layout->scene.em, (TosoBox){ content->x, content->y + layout->grid.height, content->width, MIN (height, content->height) });
    }
}

/* Headings of columns that are narrower than their texts: every other, every
 * third … counted from the last. */
static void
add_headings (TosoGridLayout      *layout,
              const TosoGridChart *chart,
              const TosoBox       *head,
              double               name_width)
{
  double     size = TOSO_NOTE_SIZE * layout->scene.em;
  gsize      n = chart->n_columns - layout->first_column;
  double     width = MIN (widest (layout, chart->columns + layout->first_column, n, size), layout->grid.width);
  gsize      step = width + 0.3 * layout->scene.em <= layout->column_width ? 1 : MAX ((gsize) ceil (1.5 * width / layout->column_width), 2);
  TosoLabel *label;

  for (gsize i = 0; i < n; i += step)
    {
      gsize  column = chart->n_columns - 1 - i;
      double centre = layout->grid.x + (column - layout->first_column + 0.5) * layout->column_width;
      double left = MIN (centre - width / 2, layout->grid.x + layout->grid.width - width);

      if (step > 1 && left < layout->grid.x)
        break;
      label = toso_labels_add (layout->scene.labels, TOSO_PART_HEADING, -1, chart->columns[column], size, (TosoBox){ MAX (left, layout->grid.x), head->y, width, head->height });
      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
    }
  if (layout->first_column > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%" G_GSIZE_FORMAT, layout->first_column);

      label = toso_labels_add (layout->scene.labels, TOSO_PART_MORE, -1, more, size, (TosoBox){ head->x, head->y, name_width, head->height });
      if (label != NULL)
        label->align = PANGO_ALIGN_RIGHT;
    }
  else
    {
      toso_labels_add (layout->scene.labels, TOSO_PART_HEADING, -1, chart->row_heading, size, (TosoBox){ head->x, head->y, name_width, head->height });
    }
}

static void
add_cell_texts (TosoGridLayout      *layout,
                const TosoGridChart *chart)
{
  double size = TOSO_GRID_TEXT * layout->scene.em;
  double line = toso_compositor_line_height (layout->scene.compositor, size);

  for (gsize row = 0; row < layout->n_rows; row++)
    for (gsize column = layout->first_column; column < chart->n_columns; column++)
      {
        gsize               item = row * chart->n_columns + column;
        const TosoGridCell *cell = &chart->cells[item];
        TosoBox             box = toso_grid_layout_get_cell (layout, row, column);
        TosoLabel          *label;

        if (cell->text == NULL || cell->kind != TOSO_CELL_SHADE || line > box.height + 2 ||
            toso_compositor_width (layout->scene.compositor, cell->text, size, FALSE) > box.width)
          continue;
        label = toso_labels_add (layout->scene.labels, TOSO_PART_VALUE, item, cell->text, size, box);
        if (label != NULL)
          {
            label->align = PANGO_ALIGN_CENTER;
            label->ink = TOSO_INK_OWN;
          }
      }
}

static void
add_names (TosoGridLayout      *layout,
           const TosoGridChart *chart,
           const TosoBox       *content,
           double               name_width,
           double               tight)
{
  double height = MAX (layout->row_height, MIN (tight, layout->grid.height));
  gsize  step = (gsize) ceil (height / layout->row_height - 0.001);

  for (gsize row = 0; row + step <= layout->n_rows; row += step)
    {
      double     top = layout->grid.y + (double) row * layout->row_height;
      TosoLabel *label = toso_labels_add (layout->scene.labels, TOSO_PART_LABEL, row, chart->rows[row], TOSO_TEXT_SIZE * layout->scene.em, (TosoBox){ content->x, top, name_width, MIN (height, (double) step * layout->row_height) - (step == 1 ? layout->gap : 0) });

      if (label != NULL)
        label->ink = TOSO_INK_TEXT;
    }
}

/* Keys of the marks, the scale of shades between its two ends, the hatch. */
static void
add_legend (TosoGridLayout      *layout,
            const TosoGridChart *chart,
            const TosoBox       *foot)
{
  TosoScene *scene = &layout->scene;
  double     em = scene->em;
  double     size = TOSO_NOTE_SIZE * em;
  double     x = foot->x;
  double     low = toso_compositor_width (scene->compositor, chart->shade_low, size, FALSE);
  double     scale = TOSO_GRID_SHADES * em * 1.2;

  for (gsize i = 0; i < chart->n_keys; i++)
    toso_scene_add_key (scene, foot, &x, TOSO_KEY_MARK, chart->keys[i].mark, chart->keys[i].text);
  if (low > 0)
    {
      double after = x + low + scale + 0.8 * em;

      if (toso_scene_add_key (scene, foot, &after, TOSO_KEY_TEXT, TOSO_MARK_NONE, chart->shade_high))
        {
          toso_labels_add (scene->labels, TOSO_PART_LEGEND, -1, chart->shade_low, size, (TosoBox){ x, foot->y, low, foot->height });
          layout->shade_key = (TosoBox){ x + low + 0.4 * em, foot->y + foot->height / 2 - 0.5 * em, scale, em };
          x = after;
        }
    }
  toso_scene_add_key (scene, foot, &x, TOSO_KEY_HATCH, TOSO_MARK_NONE, chart->missing_text);
}

void
toso_grid_layout_lay_out (TosoGridLayout *layout)
{
  TosoScene           *scene = &layout->scene;
  const TosoGridChart *chart = scene->chart;
  double               em = scene->em;
  double               line = toso_compositor_line_height (scene->compositor, TOSO_NOTE_SIZE * em);
  double               tight = MAX (TIGHT_ROW * em, toso_compositor_line_height (scene->compositor, TOSO_TEXT_SIZE * em));
  gboolean             is_empty = chart->n_rows == 0 || chart->n_columns == 0;
  gboolean             has_legend = chart->n_keys > 0 || chart->shade_low != NULL || chart->missing_text != NULL;
  TosoDivision         parts = {
            .head_height = is_empty ? 0 : line,
            .foot_height = has_legend && !is_empty ? line : 0,
            .wanted = is_empty ? line : (double) MIN (chart->n_rows, 3) * tight,
  };
  double name_width;

  toso_scene_divide (scene, &parts);
  if (is_empty)
    {
      toso_scene_add_empty (scene, chart->empty_text, &parts.content);
      return;
    }

  layout->gap = MAX (round (CELL_GAP * em), 1); /* whole: all gaps are alike */
  place_columns (layout, chart, &parts.content, &name_width);
  place_rows (layout, chart, &parts.content, tight);
  add_names (layout, chart, &parts.content, name_width, tight);
  add_cell_texts (layout, chart);
  if (parts.head.height > 0)
    add_headings (layout, chart, &parts.head, name_width);
  if (parts.foot.height > 0)
    {
      if (layout->n_rows == chart->n_rows)
        parts.foot.y = layout->grid.y + layout->grid.height + 0.6 * em;
      add_legend (layout, chart, &parts.foot);
    }
}

gboolean
toso_grid_layout_is_whole (const TosoScene *scene)
{
  const TosoGridLayout *layout = (const TosoGridLayout *) scene;
  const TosoGridChart  *chart = scene->chart;
  gsize                 names = 0, headings = 0, texts = 0;

  if (layout->n_rows < chart->n_rows || layout->first_column > 0)
    return FALSE;
  for (guint i = 0; i < scene->labels->len; i++)
    {
      const TosoLabel *label = scene->labels->pdata[i];

      names += label->part == TOSO_PART_LABEL;
      headings += label->part == TOSO_PART_HEADING;
      texts += label->part == TOSO_PART_VALUE;
    }
  for (gsize row = 0; row < chart->n_rows; row++)
    names += chart->rows[row] == NULL || *chart->rows[row] == '\0';
  if (names < chart->n_rows || has_marks (chart))
    return names >= chart->n_rows;
  for (gsize i = 0; i < chart->n_rows * chart->n_columns; i++)
    texts += chart->cells[i].kind != TOSO_CELL_SHADE || chart->cells[i].text == NULL;

  return headings >= chart->n_columns && texts >= chart->n_rows * chart->n_columns;
}
