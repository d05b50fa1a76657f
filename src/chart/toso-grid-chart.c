/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-grid-layout-private.h"

#include <math.h>

#include "chart/toso-glyphs-private.h"

/* In em. */
#define NATURAL_ROW 1.7
#define ROOMY_ROW   1.8
#define TIGHT_ROW   1.3
#define FRAME       9.3

/* Black or white: one of them keeps 4.5:1 on any ground. */
static TosoColor
ink_on (TosoColor ground)
{
  static const TosoColor black = { 0, 0, 0 };
  static const TosoColor white = { 1, 1, 1 };

  /* Where the two contrasts meet: (L + 0.05) / 0.05 = 1.05 / (L + 0.05). */
  return toso_color_get_luminance (ground) >= 0.1791 ? black : white;
}

static double
mark_size (const TosoGridLayout *layout,
           const TosoBox        *box)
{
  return MIN (MIN (box->width, box->height) * 0.75, TOSO_MARK_SIZE (layout->scene.em) * 0.8);
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
      toso_ink_fill_hatch (cr, palette, box, MIN (box->height, layout->scene.em));
      return;
    }
  toso_ink_fill_box (cr, toso_grid_cell_get_ground (&cell, palette), box);
  if (cell.kind == TOSO_CELL_MARK)
    toso_mark_draw (cr, palette, cell.mark, box->x + box->width / 2, box->y + box->height / 2, mark_size (layout, box));
}

/* The same straight into the pixels: there are many cells. */
static void
put_cell (const TosoCanvas     *canvas,
          const TosoPalette    *palette,
          const TosoGridLayout *layout,
          const TosoGridCell   *unclean,
          const TosoBox        *box)
{
  TosoGridCell cell = toso_grid_cell_clean (unclean);
  double       unit = MIN (box->height, layout->scene.em);

  if (cell.kind == TOSO_CELL_NONE)
    return;
  if (cell.kind == TOSO_CELL_MISSING)
    {
      toso_canvas_hatch (canvas, palette->hatch, box, unit * 0.5, MAX (unit * 0.08, 0.5));
      return;
    }
  toso_canvas_fill (canvas, toso_grid_cell_get_ground (&cell, palette), box);
  if (cell.kind == TOSO_CELL_MARK)
    toso_canvas_mark (canvas, palette->marks[cell.mark], cell.mark, box->x + box->width / 2, box->y + box->height / 2, mark_size (layout, box));
}

static void
draw_cells (cairo_t              *cr,
            const TosoPalette    *palette,
            const TosoGridLayout *layout)
{
  const TosoGridChart *chart = layout->scene.chart;
  TosoCanvas           canvas;
  gboolean             has_canvas = toso_canvas_begin (&canvas, cr);

  for (gsize row = 0; row < layout->n_rows; row++)
    for (gsize column = layout->first_column; column < chart->n_columns; column++)
      {
        const TosoGridCell *cell = &chart->cells[row * chart->n_columns + column];
        TosoBox             box = toso_grid_layout_get_cell (layout, row, column);

        if (has_canvas)
          put_cell (&canvas, palette, layout, cell, &box);
        else
          draw_cell (cr, palette, layout, cell, &box);
      }
  if (has_canvas)
    toso_canvas_end (&canvas);
}

static void
draw_shades (cairo_t              *cr,
             const TosoPalette    *palette,
             const TosoGridLayout *layout)
{
  double step = layout->shade_key.width / TOSO_GRID_SHADES;

  for (int i = 0; i < TOSO_GRID_SHADES && step > 0; i++)
    {
      TosoGridCell cell = { .kind = TOSO_CELL_SHADE, .shade = i / (TOSO_GRID_SHADES - 1.0) };

      toso_ink_fill_box (cr, toso_grid_cell_get_ground (&cell, palette), &(TosoBox){ layout->shade_key.x + i * step, layout->shade_key.y, step - 1, layout->shade_key.height });
    }
}

static void
lay_out (TosoScene *scene)
{
  toso_grid_layout_lay_out ((TosoGridLayout *) scene);
}

static void
draw (const TosoScene   *scene,
      const TosoPalette *palette,
      cairo_t           *cr)
{
  const TosoGridLayout *layout = (const TosoGridLayout *) scene;
  const TosoGridChart  *chart = scene->chart;

  draw_cells (cr, palette, layout);
  draw_shades (cr, palette, layout);
  for (guint i = 0; i < scene->labels->len; i++)
    {
      TosoLabel *label = scene->labels->pdata[i];

      if (label->ink == TOSO_INK_OWN)
        label->color = ink_on (toso_grid_cell_get_ground (&chart->cells[label->item], palette));
    }
}

static gboolean
get_item (const TosoScene *scene,
          gsize            i,
          TosoBox         *box)
{
  const TosoGridLayout *layout = (const TosoGridLayout *) scene;
  const TosoGridChart  *chart = scene->chart;
  gsize                 row = chart->n_columns > 0 ? i / chart->n_columns : 0;
  gsize                 column = chart->n_columns > 0 ? i % chart->n_columns : 0;

  if (row >= layout->n_rows || column < layout->first_column)
    return FALSE;
  if (box != NULL)
    *box = toso_grid_layout_get_cell (layout, row, column);

  return TRUE;
}

/* The gaps belong to the cell before them. */
static gssize
pick (const TosoScene *scene,
      double           x,
      double           y)
{
  const TosoGridLayout *layout = (const TosoGridLayout *) scene;
  const TosoGridChart  *chart = scene->chart;
  const TosoBox        *grid = &layout->grid;
  gsize                 row, column;

  if (!(x >= grid->x && x < grid->x + grid->width && y >= grid->y && y < grid->y + grid->height))
    return -1;
  row = (gsize) ((y - grid->y) / layout->row_height + 1e-9);
  column = layout->first_column + (gsize) ((x - grid->x) / layout->column_width + 1e-9);

  return (gssize) (MIN (row, layout->n_rows - 1) * chart->n_columns + MIN (column, chart->n_columns - 1));
}

static double
choose_em (gconstpointer data,
           double        width,
           double        height)
{
  const TosoGridChart *chart = data;

  return toso_frame_choose_em (&chart->frame, chart->n_rows, &(TosoRowSizes){ FRAME, ROOMY_ROW, TIGHT_ROW }, width, height);
}

static double
natural_height (gconstpointer data,
                double        width)
{
  const TosoGridChart *chart = data;

  return toso_frame_natural_height (&chart->frame, width, FRAME + NATURAL_ROW * (double) MAX (chart->n_rows, 1));
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

static void
tabulate (gconstpointer   data,
          TosoChartTable *table)
{
  const TosoGridChart    *chart = data;
  gsize                   n = chart->n_columns + 1;
  g_autofree const char **cells = g_new0 (const char *, n);

  cells[0] = chart->row_heading;
  for (gsize column = 0; column < chart->n_columns; column++)
    cells[column + 1] = chart->columns[column];
  toso_chart_table_set_headings (table, 1, (guint) n, cells);
  for (gsize row = 0; row < chart->n_rows && chart->n_columns > 0; row++)
    {
      cells[0] = chart->rows[row] != NULL && *chart->rows[row] != '\0' ? chart->rows[row] : "—";
      for (gsize column = 0; column < chart->n_columns; column++)
        cells[column + 1] = cell_words (chart, &chart->cells[row * chart->n_columns + column]);
      toso_chart_table_add (table, cells);
    }
}

/* The page's columns of its rows. */
static void
cut (TosoChartPage *page,
     gconstpointer  data)
{
  const TosoGridChart *whole = data;
  TosoGridChart       *part = page->chart;
  TosoGridCell        *cells = g_new (TosoGridCell, page->n_rows * page->n_columns + 1);

  for (gsize row = 0; row < page->n_rows; row++)
    for (gsize column = 0; column < page->n_columns; column++)
      cells[row * page->n_columns + column] = whole->cells[(page->first_row + row) * whole->n_columns + page->first_column + column];
  g_ptr_array_add (page->memory, cells);
  part->cells = cells;
  part->columns = whole->columns + page->first_column;
}

static const char *
get_empty_text (gconstpointer chart)
{
  return ((const TosoGridChart *) chart)->empty_text;
}

const TosoChartKind TOSO_CHART_GRID = {
  .scene_size = sizeof (TosoGridLayout),
  .choose_em = choose_em,
  .lay_out = lay_out,
  .draw = draw,
  .pick = pick,
  .get_item = get_item,
  .natural_height = natural_height,
  .tabulate = tabulate,
  .get_empty_text = get_empty_text,
  .rows = { sizeof (TosoGridChart), G_STRUCT_OFFSET (TosoGridChart, rows), G_STRUCT_OFFSET (TosoGridChart, n_rows), sizeof (const char *), G_STRUCT_OFFSET (TosoGridChart, n_columns) },
  .smallest_text = TOSO_GRID_TEXT,
  .cut = cut,
  .is_whole = toso_grid_layout_is_whole,
};
