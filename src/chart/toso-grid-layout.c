/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-grid-layout-private.h"

#include <math.h>

/* In em. */
#define TEXT_SIZE   0.93
#define NOTE_SIZE   0.86
#define CELL_SIZE   0.79
#define NATURAL_ROW 1.7
#define ROOMY_ROW   1.8
#define TIGHT_ROW   1.3
#define FRAME       8.5
#define GAP         0.86
#define MIN_COLUMN  1.1
#define MAX_COLUMN  9.0
#define CELL_GAP    0.14

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

static TosoColor
mix (TosoColor a,
     TosoColor b,
     double    share)
{
  return (TosoColor){
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
  };
}

TosoColor
toso_grid_cell_get_ground (const TosoGridCell *cell,
                           const TosoPalette  *palette)
{
  TosoGridCell clean = toso_grid_cell_clean (cell);

  switch (clean.kind)
    {
    case TOSO_CELL_MARK:
      return mix (palette->view, palette->marks[clean.mark], 0.13);
    case TOSO_CELL_SHADE:
      return mix (palette->view, palette->marks[TOSO_MARK_DIAMOND], 0.08 + 0.92 * clean.shade);
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
  double gap = CELL_GAP * layout->em / 2;

  return (TosoBox){
    layout->grid.x + (column - layout->first_column) * layout->column_width + gap,
    layout->grid.y + row * layout->row_height + gap,
    MAX (layout->column_width - 2 * gap, 0.5),
    MAX (layout->row_height - 2 * gap, 0.5),
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
    width = MAX (width, toso_compositor_width (layout->compositor, texts[i], size, FALSE));

  return width;
}

/* Names get up to a third; columns no less than a mark needs. */
static void
place_columns (TosoGridLayout      *layout,
               const TosoGridChart *chart,
               const TosoBox       *content,
               double              *name_width)
{
  double em = layout->em;
  double names = widest (layout, chart->rows, chart->n_rows, TEXT_SIZE * em);
  double rest;
  gsize  fitting;

  names = MAX (names, toso_compositor_width (layout->compositor, chart->row_heading, NOTE_SIZE * em, FALSE));
  *name_width = MIN (names, MAX (content->width * 0.35, MIN (4 * em, content->width / 2)));
  rest = content->width - *name_width - GAP * em;
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

static void
place_rows (TosoGridLayout      *layout,
            const TosoGridChart *chart,
            const TosoBox       *content,
            double               tight)
{
  double height = CLAMP (content->height / chart->n_rows, tight, ROOMY_ROW * layout->em * 1.2);
  gsize  fitting = (gsize) (content->height / height + 0.001);

  layout->n_rows = chart->n_rows;
  if (fitting < chart->n_rows)
    layout->n_rows = fitting > 1 ? fitting - 1 : 0; /* one for "+12" */
  layout->row_height = height;
  layout->grid.y = content->y;
  layout->grid.height = layout->n_rows * height;
  if (layout->n_rows < chart->n_rows)
    {
      g_autofree char *more = g_strdup_printf ("+%" G_GSIZE_FORMAT, chart->n_rows - layout->n_rows);

      toso_labels_add (layout->labels, TOSO_PART_MORE, -1, more, NOTE_SIZE * layout->em, (TosoBox){ content->x, content->y + layout->grid.height, content->width, MIN (height, content->height) });
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
  double     size = NOTE_SIZE * layout->em;
  gsize      n = chart->n_columns - layout->first_column;
  double     width = MIN (widest (layout, chart->columns + layout->first_column, n, size), layout->grid.width);
  gsize      step = width + 0.3 * layout->em <= layout->column_width ? 1 : MAX ((gsize) ceil (1.5 * width / layout->column_width), 2);
  TosoLabel *label;

  for (gsize i = 0; i < n; i += step)
    {
      gsize  column = chart->n_columns - 1 - i;
      double centre = layout->grid.x + (column - layout->first_column + 0.5) * layout->column_width;
      double left = MIN (centre - width / 2, layout->grid.x + layout->grid.width - width);

      if (step > 1 && left < layout->grid.x)
        break;
      label = toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, chart->columns[column], size, (TosoBox){ MAX (left, layout->grid.x), head->y, width, head->height });
      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
    }
  if (layout->first_column > 0)
    {
      g_autofree char *more = g_strdup_printf ("+%" G_GSIZE_FORMAT, layout->first_column);

      label = toso_labels_add (layout->labels, TOSO_PART_MORE, -1, more, size, (TosoBox){ head->x, head->y, name_width, head->height });
      if (label != NULL)
        label->align = PANGO_ALIGN_RIGHT;
    }
  else
    {
      toso_labels_add (layout->labels, TOSO_PART_HEADING, -1, chart->row_heading, size, (TosoBox){ head->x, head->y, name_width, head->height });
    }
}

static void
add_cell_texts (TosoGridLayout      *layout,
                const TosoGridChart *chart)
{
  double size = CELL_SIZE * layout->em;
  double line = toso_compositor_line_height (layout->compositor, size);

  for (gsize row = 0; row < layout->n_rows; row++)
    for (gsize column = layout->first_column; column < chart->n_columns; column++)
      {
        gsize               item = row * chart->n_columns + column;
        const TosoGridCell *cell = &chart->cells[item];
        TosoBox             box = toso_grid_layout_get_cell (layout, row, column);
        TosoLabel          *label;

        if (cell->text == NULL || cell->kind != TOSO_CELL_SHADE || line > box.height + 2 ||
            toso_compositor_width (layout->compositor, cell->text, size, FALSE) > box.width)
          continue;
        label = toso_labels_add (layout->labels, TOSO_PART_VALUE, item, cell->text, size, box);
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
           double               name_width)
{
  for (gsize row = 0; row < layout->n_rows; row++)
    {
      TosoLabel *label = toso_labels_add (layout->labels, TOSO_PART_LABEL, row, chart->rows[row], TEXT_SIZE * layout->em, (TosoBox){ content->x, layout->grid.y + row * layout->row_height, name_width, layout->row_height });

      if (label != NULL)
        label->ink = TOSO_INK_TEXT;
    }
}

/* Gives the place of the key and moves on; FALSE where it does not fit. */
static gboolean
add_key (TosoGridLayout *layout,
         const char     *text,
         double          key_width,
         const TosoBox  *foot,
         double         *x,
         TosoBox        *key)
{
  double em = layout->em;
  double width = toso_compositor_width (layout->compositor, text, NOTE_SIZE * em, FALSE);

  if (width == 0 || *x + key_width + 0.4 * em + width > foot->x + foot->width)
    return FALSE;

  *key = (TosoBox){ *x, foot->y + foot->height / 2 - 0.5 * em, key_width, em };
  *x += key_width + 0.4 * em;
  toso_labels_add (layout->labels, TOSO_PART_LEGEND, -1, text, NOTE_SIZE * em, (TosoBox){ *x, foot->y, width, foot->height });
  *x += width + GAP * 1.5 * em;

  return TRUE;
}

static void
add_legend (TosoGridLayout      *layout,
            const TosoGridChart *chart,
            const TosoBox       *foot)
{
  double em = layout->em;
  double x = foot->x;
  double low = toso_compositor_width (layout->compositor, chart->shade_low, NOTE_SIZE * em, FALSE);

  for (gsize i = 0; i < chart->n_keys; i++)
    add_key (layout, chart->keys[i].text, em, foot, &x, &g_array_index (layout->keys, TosoBox, i));
  if (low > 0)
    {
      double before = x;

      x += low + 0.4 * em;
      if (add_key (layout, chart->shade_high, TOSO_GRID_SHADES * em * 1.2, foot, &x, &layout->shade_key))
        toso_labels_add (layout->labels, TOSO_PART_LEGEND, -1, chart->shade_low, NOTE_SIZE * em, (TosoBox){ before, foot->y, low, foot->height });
      else
        x = before;
    }
  add_key (layout, chart->missing_text, 1.6 * em, foot, &x, &layout->missing_key);
}

static void
lay_out (TosoGridLayout      *layout,
         const TosoGridChart *chart)
{
  double   em = layout->em;
  double   margin = toso_frame_margin (em, layout->width, layout->height);
  double   line = toso_compositor_line_height (layout->compositor, NOTE_SIZE * em);
  double   tight = MAX (TIGHT_ROW * em, toso_compositor_line_height (layout->compositor, TEXT_SIZE * em));
  TosoBox  whole = { margin, margin, MAX (layout->width - 2 * margin, 1), MAX (layout->height - 2 * margin, 1) };
  TosoBox  content = whole, head = { 0 }, foot = { 0 };
  gboolean has_legend = chart->n_keys > 0 || chart->shade_low != NULL || chart->missing_text != NULL;
  double   name_width;

  toso_frame_layout (&chart->frame, layout->labels, layout->compositor, em, TRUE, &content);
  if (content.height < 3 * tight)
    {
      g_ptr_array_set_size (layout->labels, 0);
      content = whole;
      toso_frame_layout (&chart->frame, layout->labels, layout->compositor, em, FALSE, &content);
    }
  if (chart->n_rows == 0 || chart->n_columns == 0)
    {
      TosoLabel *label = toso_labels_add (layout->labels, TOSO_PART_EMPTY, -1, chart->empty_text, em, content);

      if (label != NULL)
        label->align = PANGO_ALIGN_CENTER;
      return;
    }
  if (content.height > 4 * tight)
    {
      head = (TosoBox){ content.x, content.y + 0.3 * em, content.width, line };
      content.y += line + 0.5 * em;
      content.height -= line + 0.5 * em;
    }
  if (has_legend && content.height > 5 * tight)
    {
      foot = (TosoBox){ content.x, content.y + content.height - line, content.width, line };
      content.height -= line + 0.5 * em;
    }

  place_columns (layout, chart, &content, &name_width);
  place_rows (layout, chart, &content, tight);
  add_names (layout, chart, &content, name_width);
  add_cell_texts (layout, chart);
  if (head.height > 0)
    add_headings (layout, chart, &head, name_width);
  if (foot.height > 0)
    {
      if (layout->n_rows == chart->n_rows)
        foot.y = layout->grid.y + layout->grid.height + 0.5 * em;
      add_legend (layout, chart, &foot);
    }
}

TosoGridLayout *
toso_grid_layout_new (const TosoGridChart *chart,
                      double               width,
                      double               height)
{
  TosoGridLayout *layout;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (chart->cells != NULL || chart->n_rows == 0 || chart->n_columns == 0, NULL);

  layout = g_new0 (TosoGridLayout, 1);
  layout->keys = g_array_new (FALSE, TRUE, sizeof (TosoBox));
  g_array_set_size (layout->keys, chart->n_keys);
  layout->labels = toso_labels_new ();
  layout->compositor = toso_compositor_new (chart->frame.font_family);
  if (!toso_size_is_drawable (width, height))
    return layout;

  layout->width = width;
  layout->height = height;
  layout->em = toso_frame_choose_em (&chart->frame, chart->n_rows, &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
  lay_out (layout, chart);

  return layout;
}

void
toso_grid_layout_free (TosoGridLayout *layout)
{
  if (layout == NULL)
    return;

  g_array_unref (layout->keys);
  g_ptr_array_unref (layout->labels);
  toso_compositor_free (layout->compositor);
  g_free (layout);
}

double
toso_grid_chart_natural_height (const TosoGridChart *chart,
                                double               width)
{
  g_return_val_if_fail (chart != NULL, 0);

  return ceil (toso_frame_natural_em (&chart->frame, width) * (FRAME + NATURAL_ROW * MAX (chart->n_rows, 1)));
}
