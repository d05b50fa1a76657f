/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-table-private.h"

#include <string.h>

#define PADDING_Y 1.5

/* Of rounding, in points: a column may be as wide as its numbers. */
#define TOLERANCE 0.01

static gboolean
is_first (const TosoPlace *place,
          guint            row,
          guint            column)
{
  return place->row == row && place->column == column;
}

static guint
count_columns (const TosoBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->rows->len; i++)
    n = MAX (n, g_strv_length (g_ptr_array_index (block->rows, i)));

  return n;
}

/* --- the grid --- */

static void
merge_places (TosoTable       *table,
              const TosoMerge *merge)
{
  guint n_columns = table->columns->len;
  guint rows = merge->row < table->n_head_rows ? table->n_head_rows : merge->row + 1;
  guint end_row = MIN (merge->row + merge->n_rows, MIN (rows, table->n_rows));
  guint end_column = MIN (merge->column + merge->n_columns, n_columns);

  /* A cell in two merges stays with the first. */
  for (guint r = merge->row; r < end_row; r++)
    for (guint c = merge->column; c < end_column; c++)
      if (!is_first (toso_table_get_place (table, r, c), r, c) || toso_table_get_place (table, r, c)->n_columns * toso_table_get_place (table, r, c)->n_rows > 1)
        return;
  for (guint r = merge->row; r < end_row; r++)
    for (guint c = merge->column; c < end_column; c++)
      *toso_table_get_place (table, r, c) = (TosoPlace){ merge->row, merge->column, end_row - merge->row, end_column - merge->column, NULL, 0 };
}

static void
lay_grid (TosoTable *table)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->columns->len; c++)
      *toso_table_get_place (table, r, c) = (TosoPlace){ r, c, 1, 1, NULL, 0 };
  for (guint i = 0; table->block->merges != NULL && i < table->block->merges->len; i++)
    merge_places (table, &g_array_index (table->block->merges, TosoMerge, i));
}

static gboolean
is_bold (const TosoTable *table,
         guint            row)
{
  return row < table->n_head_rows || (table->block->has_total && row + 1 == table->n_rows);
}

static void
shape_cells (TosoTable *table)
{
  double size = table->composer->profile->table_size;

  for (guint r = 0; r < table->n_rows; r++)
    {
      GStrv row = g_ptr_array_index (table->block->rows, r);
      guint n = g_strv_length (row);

      for (guint c = 0; c < table->columns->len; c++)
        {
          TosoPlace *place = toso_table_get_place (table, r, c);

          if (is_first (place, r, c))
            place->text = toso_composer_shape (table->composer, c < n ? row[c] : "", size,
                                               is_bold (table, r) ? TOSO_FACE_BOLD : TOSO_FACE_REGULAR);
        }
    }
}

/* --- rows --- */

static double
get_width (TosoTable       *table,
           const TosoPlace *place)
{
  double width = 0;

  for (guint i = 0; i < place->n_columns; i++)
    width += toso_table_get_column (table, place->column + i)->width;

  return width;
}

static double
get_padding (TosoTable       *table,
             const TosoPlace *place)
{
  return MIN (TOSO_TABLE_PADDING, get_width (table, place) / 4);
}

/* From the left edge of the cell's text; a number stands by its comma. */
static double
break_cell (TosoTable *table,
            TosoPlace *place,
            guint      row)
{
  const TosoColumn *column = toso_table_get_column (table, place->column);
  double            padding = get_padding (table, place);
  double            room = get_width (table, place) - 2 * padding;
  gboolean          is_head = row < table->n_head_rows;
  double            number = column->left + column->right;
  TosoAlign         align = is_head ? TOSO_ALIGN_CENTER : column->align;
  double            shift = 0;

  if (!is_head && place->n_columns > 1)
    align = TOSO_ALIGN_CENTER;
  else if (!is_head && column->is_numbers && !toso_cell_is_missing (place->text->text) &&
           !toso_cell_is_fraction (place->text->text) && number <= room + TOLERANCE)
    {
      align = TOSO_ALIGN_LEFT;
      shift = MAX (0, room - number) / 2 + column->left - place->before;
    }
  toso_paragraph_break (place->text, room - shift + TOLERANCE, 0, align, TOSO_BREAK_PLAIN);

  return shift;
}

static double
get_cell_height (TosoTable       *table,
                 const TosoPlace *place)
{
  double pitch = table->composer->profile->table_size * table->composer->profile->line_pitch;

  return MAX (place->text->lines->len, 1) * pitch + 2 * PADDING_Y;
}

/* Each row as high as its cells; what goes over several makes the last of them
 * higher. */
static void
measure_rows (TosoTable *table,
              guint      first,
              guint      n,
              double    *tops)
{
  tops[0] = 0;
  for (guint r = 0; r < n; r++)
    {
      tops[r + 1] = tops[r];
      for (guint c = 0; c < table->columns->len; c++)
        {
          const TosoPlace *place = toso_table_get_place (table, first + r, c);
          const TosoPlace *cell = toso_table_get_place (table, place->row, place->column);

          if (place->column == c && place->row + place->n_rows == first + r + 1)
            tops[r + 1] = MAX (tops[r + 1], tops[place->row - first] + get_cell_height (table, cell));
        }
    }
}

/* Headings stand in the middle of their cell. */
static void
add_cell (TosoTable    *table,
          TosoUnit     *unit,
          TosoPlace    *place,
          double        shift,
          const double *tops,
          guint         first,
          guint         part)
{
  double top = tops[place->row - first];
  double height = tops[place->row - first + place->n_rows] - top;
  double y = top + PADDING_Y;

  if (place->row < table->n_head_rows)
    y = top + (height - (get_cell_height (table, place) - 2 * PADDING_Y)) / 2;
  toso_unit_add_lines (unit, place->text, toso_table_get_column (table, place->column)->x + get_padding (table, place) + shift, y,
                       table->composer->profile->line_pitch, part);
}

/* Whether a rule goes over the place; at the end of the rows, under it. */
static gboolean
has_rule_over (TosoTable *table,
               guint      first,
               guint      n,
               guint      r,
               guint      c)
{
  return r == 0 || r == n || toso_table_get_place (table, first + r, c)->row == first + r;
}

static gboolean
has_rule_before (TosoTable *table,
                 guint      row,
                 guint      c)
{
  return c == 0 || c == table->columns->len || toso_table_get_place (table, row, c)->column == c;
}

static double
get_x (TosoTable *table,
       guint      c)
{
  return c < table->columns->len ? toso_table_get_column (table, c)->x
                                 : toso_table_get_column (table, c - 1)->x + toso_table_get_column (table, c - 1)->width;
}

/* One rule as long as it goes on. */
static void
frame_rows (TosoTable    *table,
            TosoUnit     *unit,
            const double *tops,
            guint         first,
            guint         n)
{
  guint n_columns = table->columns->len;

  for (guint r = 0; r <= n; r++)
    for (guint c = 0, start = 0; c <= n_columns; c++)
      if (c == n_columns || !has_rule_over (table, first, n, r, c))
        {
          if (c > start)
            toso_unit_add_rule (unit, get_x (table, start), tops[r], get_x (table, c), tops[r]);
          start = c + 1;
        }
  for (guint c = 0; c <= n_columns; c++)
    for (guint r = 0, start = 0; r <= n; r++)
      if (r == n || !has_rule_before (table, first + r, c))
        {
          if (r > start)
            toso_unit_add_rule (unit, get_x (table, c), tops[start], get_x (table, c), tops[r]);
          start = r + 1;
        }
}

/* The header rows are one unit: they are repeated together. */
static TosoUnit *
make_rows (TosoTable *table,
           guint      first,
           guint      n,
           double     gap)
{
  guint              n_places = n * table->columns->len;
  TosoUnit          *unit = toso_unit_new (first < table->n_head_rows ? TOSO_ROLE_TABLE_HEAD : TOSO_ROLE_TABLE_ROW, gap);
  g_autofree double *shifts = g_new0 (double, n_places);
  g_autofree double *tops = g_new0 (double, n + 1);

  for (guint i = 0; i < n_places; i++)
    {
      TosoPlace *place = &table->places[first * table->columns->len + i];

      if (place->text != NULL)
        shifts[i] = break_cell (table, place, place->row);
    }
  measure_rows (table, first, n, tops);
  for (guint i = 0; i < n_places; i++)
    {
      TosoPlace *place = &table->places[first * table->columns->len + i];

      if (place->text != NULL)
        add_cell (table, unit, place, shifts[i], tops, first, i);
    }
  unit->height = tops[n];
  unit->row = first;
  frame_rows (table, unit, tops, first, n);

  return unit;
}

static void
add_rows (TosoTable *table,
          double     gap)
{
  TosoComposer *self = table->composer;
  guint         number = self->n_blocks++;
  double        page = toso_profile_get_text_height (self->profile);
  double        room = page;

  toso_compose_cell_sources (self, table->block, number, table->columns->len);
  for (guint r = 0; r < table->n_rows;)
    {
      gboolean  is_head = r < table->n_head_rows;
      guint     n = is_head ? table->n_head_rows : 1;
      TosoUnit *unit = make_rows (table, r, n, r == 0 ? gap : 0);
      double    height = unit->height;

      r += n;
      unit->block = number;
      /* The header goes with the first row under it, the total with the last
       * row over it. */
      unit->keep = (is_head && r < table->n_rows) || (table->block->has_total && r + 1 == table->n_rows);
      toso_composer_take (self, unit, is_head ? page : room);
      if (is_head)
        room -= MIN (height, room / 2);
    }
}

/**
 * toso_compose_table:
 * @gap: before the table, points
 *
 * A unit a row.  A row is cut only where it is taller than a page.
 */
void
toso_compose_table (TosoComposer    *self,
                    const TosoBlock *block,
                    double           gap)
{
  TosoTable             table = { self, block, NULL, block->rows->len, 0, NULL };
  guint                 n_columns = count_columns (block);
  g_autofree TosoPlace *places = NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (TosoColumn));

  if (n_columns == 0)
    return;

  g_array_set_size (columns, n_columns);
  places = g_new0 (TosoPlace, (gsize) table.n_rows * n_columns);
  table.columns = columns;
  table.places = places;
  table.n_head_rows = MIN (block->n_head_rows, table.n_rows);
  lay_grid (&table);
  shape_cells (&table);
  toso_table_share_width (&table, toso_profile_get_text_width (self->profile));
  add_rows (&table, gap);
}
