/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

#include <string.h>

#define PADDING_X TOSO_MM (1.9)
#define PADDING_Y 1.5

/* Characters of a column that holds nothing longer than its number, unit or
 * date: centred. */
#define SHORT_CELL 10

typedef struct
{
  double    min, max; /* of the text, without the padding */
  double    width;    /* of the column */
  double    x;
  TosoAlign align;
} Column;

typedef struct
{
  TosoComposer *composer;
  GArray       *columns; /* of Column */
  guint         n_rows;
  GPtrArray    *cells; /* of TosoParagraph, row by row; not owned */
} Table;

static Column *
get_column (Table *table,
            guint  i)
{
  return &g_array_index (table->columns, Column, i);
}

static guint
count_columns (const TosoBlock *block)
{
  guint n = 0;

  for (guint i = 0; i < block->rows->len; i++)
    n = MAX (n, g_strv_length (g_ptr_array_index (block->rows, i)));

  return n;
}

/* "1.234,5", "70%", "—", "41/41", "05/01/2026". */
static gboolean
is_figure (const char *text)
{
  if (*text == '\0' || g_str_equal (text, "—") || g_str_equal (text, "-"))
    return TRUE;

  return g_ascii_isdigit (*text) && strspn (text, "0123456789.,/%") == strlen (text);
}

static void
shape_cells (Table           *table,
             const TosoBlock *block)
{
  double size = table->composer->profile->table_size;

  for (guint r = 0; r < block->rows->len; r++)
    {
      GStrv    row = g_ptr_array_index (block->rows, r);
      gboolean ended = FALSE;

      for (guint c = 0; c < table->columns->len; c++)
        {
          Column        *column = get_column (table, c);
          TosoParagraph *cell;

          ended = ended || row[c] == NULL;
          cell = toso_composer_shape (table->composer, ended ? "" : row[c], size,
                                      r == 0 ? TOSO_FACE_BOLD : TOSO_FACE_REGULAR);
          column->min = MAX (column->min, toso_paragraph_get_min_width (cell));
          column->max = MAX (column->max, toso_paragraph_get_max_width (cell));
          if (r > 0 && (g_utf8_strlen (cell->text, -1) > SHORT_CELL || !is_figure (cell->text)))
            column->align = TOSO_ALIGN_LEFT;
          g_ptr_array_add (table->cells, cell);
        }
    }
}

/* Columns as wide as their text where it fits; else no narrower than their
 * longest word, and the rest by how much text they have. */
static void
share_width (Table *table,
             double total)
{
  double min = 0, max = 0, x = 0;
  double room = total - 2 * PADDING_X * table->columns->len;

  for (guint c = 0; c < table->columns->len; c++)
    {
      min += get_column (table, c)->min;
      max += get_column (table, c)->max;
    }
  for (guint c = 0; c < table->columns->len; c++)
    {
      Column *column = get_column (table, c);
      double  text;

      if (room <= 0 || max <= 0)
        text = MAX (room, 0) / table->columns->len;
      else if (max <= room)
        text = column->max + (room - max) * column->max / max;
      else if (min < room)
        text = column->min + (room - min) * (column->max - column->min) / (max - min);
      else
        text = room * column->min / min;
      column->width = room <= 0 ? total / table->columns->len : text + 2 * PADDING_X;
      column->x = x;
      x += column->width;
    }
}

static void
frame_row (Table    *table,
           TosoUnit *unit)
{
  const Column *last = get_column (table, table->columns->len - 1);
  double        right = last->x + last->width;

  toso_unit_add_rule (unit, 0, 0, right, 0);
  toso_unit_add_rule (unit, 0, unit->height, right, unit->height);
  for (guint c = 0; c < table->columns->len; c++)
    toso_unit_add_rule (unit, get_column (table, c)->x, 0, get_column (table, c)->x, unit->height);
  toso_unit_add_rule (unit, right, 0, right, unit->height);
}

/* Headings stand in the middle of their row. */
static void
centre_heads (TosoUnit *unit,
              guint     first_line,
              double    bottom)
{
  double shift = (unit->height - PADDING_Y - bottom) / 2;

  for (guint i = first_line; i < unit->lines->len; i++)
    g_array_index (unit->lines, TosoPlacedLine, i).baseline += shift;
}

static TosoUnit *
make_row (Table *table,
          guint  r,
          double gap)
{
  TosoUnit          *unit = toso_unit_new (r == 0 ? TOSO_ROLE_TABLE_HEAD : TOSO_ROLE_TABLE_ROW, gap);
  g_autofree double *bottoms = g_new0 (double, table->columns->len);
  guint              first_line = 0;

  for (guint c = 0; c < table->columns->len; c++)
    {
      const Column  *column = get_column (table, c);
      TosoParagraph *cell = g_ptr_array_index (table->cells, r * table->columns->len + c);
      double         padding = MIN (PADDING_X, column->width / 4);

      toso_paragraph_break (cell, column->width - 2 * padding, 0,
                            r == 0 ? TOSO_ALIGN_CENTER : column->align, TOSO_BREAK_PLAIN);
      bottoms[c] = toso_unit_add_lines (unit, cell, column->x + padding, PADDING_Y,
                                        table->composer->profile->line_pitch, c);
    }
  unit->height = MAX (unit->height, PADDING_Y + table->composer->profile->table_size * table->composer->profile->line_pitch);
  unit->height += PADDING_Y;
  for (guint c = 0; r == 0 && c < table->columns->len; c++)
    {
      TosoParagraph *cell = g_ptr_array_index (table->cells, c);
      guint          n_lines = cell->lines->len;
      GArray        *all = unit->lines;
      guint          n_all = all->len;

      all->len = first_line + n_lines;
      centre_heads (unit, first_line, bottoms[c]);
      all->len = n_all;
      first_line += n_lines;
    }

  return unit;
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
  Table  table = { self, NULL, block->rows->len, NULL };
  guint  n_columns = count_columns (block);
  guint  number = self->n_blocks++;
  double room = toso_profile_get_text_height (self->profile);

  if (n_columns == 0)
    return;

  table.columns = g_array_sized_new (FALSE, TRUE, sizeof (Column), n_columns);
  g_array_set_size (table.columns, n_columns);
  for (guint c = 0; c < n_columns; c++)
    get_column (&table, c)->align = TOSO_ALIGN_CENTER;
  table.cells = g_ptr_array_new ();
  shape_cells (&table, block);
  share_width (&table, toso_profile_get_text_width (self->profile));

  for (guint r = 0; r < table.n_rows; r++)
    {
      TosoUnit *unit = make_row (&table, r, r == 0 ? gap : 0);

      unit->block = number;
      frame_row (&table, unit);
      /* The header row goes with the first row under it. */
      unit->keep = r == 0 && table.n_rows > 1;
      if (r == 0)
        room -= MIN (unit->height, room / 2);
      toso_composer_take (self, unit, r == 0 ? toso_profile_get_text_height (self->profile) : room);
    }
  g_ptr_array_unref (table.cells);
  g_array_unref (table.columns);
}
