/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-grid-layout-private.h"

#include <math.h>

/* Black or white: one of them keeps 4.5:1 on any ground. */
static TosoColor
ink_on (TosoColor ground)
{
  static const TosoColor black = { 0, 0, 0 };
  static const TosoColor white = { 1, 1, 1 };

  return toso_color_contrast (black, ground) >= toso_color_contrast (white, ground) ? black : white;
}

static void
draw_cell (cairo_t              *cr,
           const TosoPalette    *palette,
           const TosoGridLayout *layout,
           const TosoGridCell   *unclean,
           const TosoBox        *box)
{
  TosoGridCell cell = toso_grid_cell_clean (unclean);

  if (cell.kind == TOSO_CELL_NONE)
    return;
  if (cell.kind == TOSO_CELL_MISSING)
    {
      toso_ink_fill_hatch (cr, palette, box, MIN (box->height, layout->em));
      return;
    }
  toso_ink_fill_box (cr, toso_grid_cell_get_ground (&cell, palette), box);
  if (cell.kind == TOSO_CELL_MARK)
    toso_mark_draw (cr, palette, cell.mark, box->x + box->width / 2, box->y + box->height / 2, MIN (MIN (box->width, box->height) * 0.75, TOSO_MARK_SIZE (layout->em) * 0.8));
}

static void
draw_legend (cairo_t              *cr,
             const TosoPalette    *palette,
             const TosoGridLayout *layout,
             const TosoGridChart  *chart)
{
  double step = layout->shade_key.width / TOSO_GRID_SHADES;

  for (gsize i = 0; i < chart->n_keys; i++)
    {
      const TosoBox *key = &g_array_index (layout->keys, TosoBox, i);

      if (key->width > 0)
        toso_mark_draw (cr, palette, chart->keys[i].mark, key->x + key->width / 2, key->y + key->height / 2, TOSO_MARK_SIZE (layout->em));
    }
  for (int i = 0; i < TOSO_GRID_SHADES && step > 0; i++)
    {
      TosoGridCell cell = { .kind = TOSO_CELL_SHADE, .shade = i / (TOSO_GRID_SHADES - 1.0) };

      toso_ink_fill_box (cr, toso_grid_cell_get_ground (&cell, palette), &(TosoBox){ layout->shade_key.x + i * step, layout->shade_key.y, step - 1, layout->shade_key.height });
    }
  if (layout->missing_key.width > 0)
    toso_ink_fill_hatch (cr, palette, &layout->missing_key, layout->em);
}

void
toso_grid_chart_draw (const TosoGridChart *chart,
                      const TosoPalette   *palette,
                      cairo_t             *cr,
                      double               width,
                      double               height)
{
  g_autoptr (TosoGridLayout) layout = NULL;

  g_return_if_fail (chart != NULL && palette != NULL && cr != NULL);

  if (!toso_size_is_drawable (width, height))
    return;

  layout = toso_grid_layout_new (chart, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  toso_ink_fill_box (cr, palette->view, &(TosoBox){ 0, 0, width, height });
  for (gsize row = 0; row < layout->n_rows; row++)
    for (gsize column = layout->first_column; column < chart->n_columns; column++)
      {
        TosoBox box = toso_grid_layout_get_cell (layout, row, column);

        draw_cell (cr, palette, layout, &chart->cells[row * chart->n_columns + column], &box);
      }
  draw_legend (cr, palette, layout, chart);
  for (guint i = 0; i < layout->labels->len; i++)
    {
      TosoLabel *label = layout->labels->pdata[i];

      if (label->ink == TOSO_INK_OWN)
        label->color = ink_on (toso_grid_cell_get_ground (&chart->cells[label->item], palette));
    }
  toso_labels_draw (layout->labels, layout->compositor, cr, palette);
  cairo_restore (cr);
}

gboolean
toso_grid_chart_get_cell (const TosoGridChart *chart,
                          double               width,
                          double               height,
                          gsize                row,
                          gsize                column,
                          TosoBox             *box)
{
  g_autoptr (TosoGridLayout) layout = NULL;

  g_return_val_if_fail (chart != NULL, FALSE);

  layout = toso_grid_layout_new (chart, width, height);
  if (row >= layout->n_rows || column < layout->first_column || column >= chart->n_columns)
    return FALSE;
  if (box != NULL)
    *box = toso_grid_layout_get_cell (layout, row, column);

  return TRUE;
}

/* The gaps belong to the cell before and after them by half. */
gboolean
toso_grid_chart_pick (const TosoGridChart *chart,
                      double               width,
                      double               height,
                      double               x,
                      double               y,
                      gsize               *row,
                      gsize               *column)
{
  g_autoptr (TosoGridLayout) layout = NULL;
  gsize at_row, at_column;

  g_return_val_if_fail (chart != NULL && row != NULL && column != NULL, FALSE);

  layout = toso_grid_layout_new (chart, width, height);
  if (!(x >= layout->grid.x && x < layout->grid.x + layout->grid.width &&
        y >= layout->grid.y && y < layout->grid.y + layout->grid.height))
    return FALSE;
  at_row = (gsize) ((y - layout->grid.y) / layout->row_height);
  at_column = layout->first_column + (gsize) ((x - layout->grid.x) / layout->column_width);
  *row = MIN (at_row, layout->n_rows - 1);
  *column = MIN (at_column, chart->n_columns - 1);

  return TRUE;
}

static const char *
cell_words (const TosoGridChart *chart,
            const TosoGridCell  *unclean)
{
  TosoGridCell cell = toso_grid_cell_clean (unclean);

  if (cell.kind == TOSO_CELL_NONE)
    return NULL;
  if (cell.text != NULL && *cell.text != '\0')
    return cell.text;
  if (cell.kind == TOSO_CELL_MISSING)
    return chart->missing_text != NULL ? chart->missing_text : "—";
  for (gsize i = 0; cell.kind == TOSO_CELL_MARK && i < chart->n_keys; i++)
    if (chart->keys[i].mark == cell.mark)
      return chart->keys[i].text;

  return NULL;
}

char *
toso_grid_chart_describe (const TosoGridChart *chart)
{
  GString *words = g_string_new (NULL);

  g_return_val_if_fail (chart != NULL, NULL);

  toso_frame_describe (&chart->frame, words);
  if (chart->n_rows == 0 || chart->n_columns == 0)
    toso_words_add (words, "\n", chart->empty_text);
  for (gsize row = 0; row < chart->n_rows; row++)
    {
      toso_words_add (words, "\n", chart->rows[row] != NULL && *chart->rows[row] != '\0' ? chart->rows[row] : "—");
      for (gsize column = 0; column < chart->n_columns; column++)
        {
          const char      *text = cell_words (chart, &chart->cells[row * chart->n_columns + column]);
          g_autofree char *both = text != NULL ? g_strdup_printf ("%s: %s", chart->columns[column], text) : NULL;

          toso_words_add (words, "; ", both);
        }
    }

  return g_string_free (words, FALSE);
}
