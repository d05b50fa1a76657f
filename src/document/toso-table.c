/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-unit-private.h"

#include <string.h>

#define PADDING_X TOSO_MM (1.9)
#define PADDING_Y 1.5

/* Characters of a column that holds nothing longer than its number, unit or
 * date: centred; so is one of words no longer than "chưa". */
#define SHORT_CELL 10
#define SHORT_WORD 4

/* Characters of a name. */
#define SHORT_NAME 20

/* A heading may take so many lines, that the text under it need not. */
#define HEAD_LINES 4

typedef struct
{
  double    min, max; /* of the text, without the padding */
  double    whole;    /* of a column of names, which are better not wrapped */
  gboolean  has_text; /* not only names */
  double    width;    /* of the column */
  double    x;
  TosoAlign align;
  gboolean  is_numbers;  /* one under the other by their decimal commas */
  double    left, right; /* widest part of a number before the comma, and from it on */
} Column;

/* A place of the grid: where its cell begins, and how far that goes. */
typedef struct
{
  guint          row, column; /* of the cell that covers the place */
  guint          n_rows, n_columns;
  TosoParagraph *text;   /* not owned; of the first place of a cell */
  double         before; /* a number's part before the comma */
} Place;

typedef struct
{
  TosoComposer    *composer;
  const TosoBlock *block;
  GArray          *columns; /* of Column */
  guint            n_rows, n_head_rows;
  Place           *places; /* row by row */
} Table;

static Column *
get_column (Table *table,
            guint  i)
{
  return &g_array_index (table->columns, Column, i);
}

static Place *
get_place (Table *table,
           guint  row,
           guint  column)
{
  return &table->places[row * table->columns->len + column];
}

static gboolean
is_first (const Place *place,
          guint        row,
          guint        column)
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

static gboolean
is_missing (const char *text)
{
  return *text == '\0' || g_str_equal (text, "—") || g_str_equal (text, "-");
}

/* "1.234,5", "70%", "—", "41/41", "05/01/2026". */
static gboolean
is_figure (const char *text)
{
  if (is_missing (text))
    return TRUE;

  return g_ascii_isdigit (*text) && strspn (text, "0123456789.,/%") == strlen (text);
}

/* Bytes of a number's unit: "%", "Tổ", "lớp", "người". */
#define LONGEST_UNIT 12

/* "1.234,5", "-3", "46,8 %", "41 Tổ". */
static gboolean
is_number (const char *text)
{
  gsize n;

  if (is_missing (text))
    return TRUE;
  text += strspn (text, "+-");
  n = strspn (text, "0123456789.,");

  if (n == 0 || !g_ascii_isdigit (*text))
    return FALSE;
  text += n;

  return *text == '\0' || ((*text == '%' || *text == ' ') && strlen (text) <= LONGEST_UNIT && strpbrk (text, "0123456789/") == NULL);
}

/* --- the grid --- */

static void
merge_places (Table           *table,
              const TosoMerge *merge)
{
  guint n_columns = table->columns->len;
  guint rows = merge->row < table->n_head_rows ? table->n_head_rows : merge->row + 1;
  guint end_row = MIN (merge->row + merge->n_rows, MIN (rows, table->n_rows));
  guint end_column = MIN (merge->column + merge->n_columns, n_columns);

  /* A cell in two merges stays with the first. */
  for (guint r = merge->row; r < end_row; r++)
    for (guint c = merge->column; c < end_column; c++)
      if (!is_first (get_place (table, r, c), r, c) || get_place (table, r, c)->n_columns * get_place (table, r, c)->n_rows > 1)
        return;
  for (guint r = merge->row; r < end_row; r++)
    for (guint c = merge->column; c < end_column; c++)
      *get_place (table, r, c) = (Place){ merge->row, merge->column, end_row - merge->row, end_column - merge->column, NULL, 0 };
}

static void
lay_grid (Table *table)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->columns->len; c++)
      *get_place (table, r, c) = (Place){ r, c, 1, 1, NULL, 0 };
  for (guint i = 0; table->block->merges != NULL && i < table->block->merges->len; i++)
    merge_places (table, &g_array_index (table->block->merges, TosoMerge, i));
}

static gboolean
is_bold (const Table *table,
         guint        row)
{
  return row < table->n_head_rows || (table->block->has_total && row + 1 == table->n_rows);
}

static void
shape_cells (Table *table)
{
  double size = table->composer->profile->table_size;

  for (guint r = 0; r < table->n_rows; r++)
    {
      GStrv row = g_ptr_array_index (table->block->rows, r);
      guint n = g_strv_length (row);

      for (guint c = 0; c < table->columns->len; c++)
        {
          Place *place = get_place (table, r, c);

          if (is_first (place, r, c))
            place->text = toso_composer_shape (table->composer, c < n ? row[c] : "", size,
                                               is_bold (table, r) ? TOSO_FACE_BOLD : TOSO_FACE_REGULAR);
        }
    }
}

/* --- columns --- */

static void
measure_number (Column *column,
                Place  *place)
{
  const char *text = place->text->text;
  gsize       end = strcspn (text, ",% ");

  place->before = toso_paragraph_get_width_to (place->text, (int) end);
  if (is_missing (text))
    return;
  column->left = MAX (column->left, place->before);
  column->right = MAX (column->right, toso_paragraph_get_max_width (place->text) - place->before);
}

/* The first column counts the rows; its numbers stand in the middle. */
static void
measure_column (Table *table,
                guint  c)
{
  Column *column = get_column (table, c);

  column->align = TOSO_ALIGN_CENTER;
  column->is_numbers = c > 0;
  for (guint r = 0; r < table->n_rows; r++)
    {
      Place      *place = get_place (table, r, c);
      const char *text;

      if (place->text == NULL || place->n_columns > 1)
        continue;
      text = place->text->text;
      column->min = MAX (column->min, toso_paragraph_get_min_width (place->text));
      column->max = MAX (column->max, toso_paragraph_get_max_width (place->text) / (r < table->n_head_rows ? HEAD_LINES : 1));
      column->max = MAX (column->max, column->min);
      if (r < table->n_head_rows)
        continue;
      column->whole = MAX (column->whole, toso_paragraph_get_max_width (place->text));
      column->has_text = column->has_text || g_utf8_strlen (text, -1) > SHORT_NAME;
      if (g_utf8_strlen (text, -1) > (is_figure (text) ? SHORT_CELL : SHORT_WORD))
        column->align = TOSO_ALIGN_LEFT;
      column->is_numbers = column->is_numbers && is_number (text);
      if (column->is_numbers)
        measure_number (column, place);
    }
  if (column->has_text)
    column->whole = 0;
  if (column->is_numbers)
    {
      column->align = TOSO_ALIGN_CENTER;
      column->min = MAX (column->min, column->left + column->right);
      column->max = MAX (column->max, column->min);
    }
}

/* A cell over several columns may need more than they do. */
static void
widen_columns (Table *table)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->columns->len; c++)
      {
        Place *place = get_place (table, r, c);
        double has = 0, needs;

        if (place->text == NULL || place->n_columns < 2)
          continue;
        for (guint i = c; i < c + place->n_columns; i++)
          has += get_column (table, i)->min + (i > c ? 2 * PADDING_X : 0);
        needs = toso_paragraph_get_min_width (place->text) - has;
        for (guint i = c; needs > 0 && i < c + place->n_columns; i++)
          {
            get_column (table, i)->min += needs / place->n_columns;
            get_column (table, i)->max = MAX (get_column (table, i)->max, get_column (table, i)->min);
          }
      }
}

/* No name is wrapped, if the table has room for that. */
static void
keep_names_whole (Table *table,
                  double room)
{
  double needed = 0;

  for (guint c = 0; c < table->columns->len; c++)
    needed += MAX (get_column (table, c)->min, get_column (table, c)->whole);
  if (needed > room)
    return;
  for (guint c = 0; c < table->columns->len; c++)
    get_column (table, c)->min = MAX (get_column (table, c)->min, get_column (table, c)->whole);
}

/* Columns as wide as their text where it fits; else no narrower than their
 * longest word, and the rest by how much text they have. */
static void
share_width (Table *table,
             double total)
{
  double min = 0, max = 0, x = 0;
  double room = total - 2 * PADDING_X * table->columns->len;

  keep_names_whole (table, room);
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

/* --- rows --- */

static double
get_width (Table       *table,
           const Place *place)
{
  double width = 0;

  for (guint i = 0; i < place->n_columns; i++)
    width += get_column (table, place->column + i)->width;

  return width;
}

static double
get_padding (Table       *table,
             const Place *place)
{
  return MIN (PADDING_X, get_width (table, place) / 4);
}

/* From the left edge of the cell's text; a number stands by its comma. */
static double
break_cell (Table *table,
            Place *place,
            guint  row)
{
  const Column *column = get_column (table, place->column);
  double        padding = get_padding (table, place);
  double        room = get_width (table, place) - 2 * padding;
  gboolean      is_head = row < table->n_head_rows;
  double        number = column->left + column->right;
  TosoAlign     align = is_head ? TOSO_ALIGN_CENTER : column->align;
  double        shift = 0;

  if (!is_head && place->n_columns > 1)
    align = TOSO_ALIGN_CENTER;
  else if (!is_head && column->is_numbers && !is_missing (place->text->text) && number <= room)
    {
      align = TOSO_ALIGN_LEFT;
      shift = (room - number) / 2 + column->left - place->before;
    }
  toso_paragraph_break (place->text, room - shift, 0, align, TOSO_BREAK_PLAIN);

  return shift;
}

static double
get_cell_height (Table       *table,
                 const Place *place)
{
  double pitch = table->composer->profile->table_size * table->composer->profile->line_pitch;

  return MAX (place->text->lines->len, 1) * pitch + 2 * PADDING_Y;
}

/* Each row as high as its cells; what goes over several makes the last of them
 * higher. */
static void
measure_rows (Table  *table,
              guint   first,
              guint   n,
              double *tops)
{
  tops[0] = 0;
  for (guint r = 0; r < n; r++)
    {
      tops[r + 1] = tops[r];
      for (guint c = 0; c < table->columns->len; c++)
        {
          const Place *place = get_place (table, first + r, c);
          const Place *cell = get_place (table, place->row, place->column);

          if (place->column == c && place->row + place->n_rows == first + r + 1)
            tops[r + 1] = MAX (tops[r + 1], tops[place->row - first] + get_cell_height (table, cell));
        }
    }
}

/* Headings stand in the middle of their cell. */
static void
add_cell (Table        *table,
          TosoUnit     *unit,
          Place        *place,
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
  toso_unit_add_lines (unit, place->text, get_column (table, place->column)->x + get_padding (table, place) + shift, y,
                       table->composer->profile->line_pitch, part);
}

/* Whether a rule goes over the place; at the end of the rows, under it. */
static gboolean
has_rule_over (Table *table,
               guint  first,
               guint  n,
               guint  r,
               guint  c)
{
  return r == 0 || r == n || get_place (table, first + r, c)->row == first + r;
}

static gboolean
has_rule_before (Table *table,
                 guint  row,
                 guint  c)
{
  return c == 0 || c == table->columns->len || get_place (table, row, c)->column == c;
}

static double
get_x (Table *table,
       guint  c)
{
  return c < table->columns->len ? get_column (table, c)->x
                                 : get_column (table, c - 1)->x + get_column (table, c - 1)->width;
}

/* One rule as long as it goes on. */
static void
frame_rows (Table        *table,
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
make_rows (Table *table,
           guint  first,
           guint  n,
           double gap)
{
  guint              n_places = n * table->columns->len;
  TosoUnit          *unit = toso_unit_new (first < table->n_head_rows ? TOSO_ROLE_TABLE_HEAD : TOSO_ROLE_TABLE_ROW, gap);
  g_autofree double *shifts = g_new0 (double, n_places);
  g_autofree double *tops = g_new0 (double, n + 1);

  for (guint i = 0; i < n_places; i++)
    {
      Place *place = &table->places[first * table->columns->len + i];

      if (place->text != NULL)
        shifts[i] = break_cell (table, place, place->row);
    }
  measure_rows (table, first, n, tops);
  for (guint i = 0; i < n_places; i++)
    {
      Place *place = &table->places[first * table->columns->len + i];

      if (place->text != NULL)
        add_cell (table, unit, place, shifts[i], tops, first, i);
    }
  unit->height = tops[n];
  unit->row = first;
  frame_rows (table, unit, tops, first, n);

  return unit;
}

static void
add_rows (Table *table,
          double gap)
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
  Table             table = { self, block, NULL, block->rows->len, 0, NULL };
  guint             n_columns = count_columns (block);
  g_autofree Place *places = NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));

  if (n_columns == 0)
    return;

  g_array_set_size (columns, n_columns);
  places = g_new0 (Place, (gsize) table.n_rows * n_columns);
  table.columns = columns;
  table.places = places;
  table.n_head_rows = MIN (block->n_head_rows, table.n_rows);
  lay_grid (&table);
  shape_cells (&table);
  for (guint c = 0; c < n_columns; c++)
    measure_column (&table, c);
  widen_columns (&table);
  share_width (&table, toso_profile_get_text_width (self->profile));
  add_rows (&table, gap);
}
