/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-table-private.h"

#include <string.h>

/* How wide the columns of a table are, and how their cells are aligned. */

/* Characters of a column that holds nothing longer than its number, unit or
 * date: centred; so is one of words no longer than "chưa". */
#define SHORT_CELL 10
#define SHORT_WORD 4

/* Characters of a name. */
#define SHORT_NAME 20

/* A heading takes as few lines as there is room for beside the text; where the
 * text is wrapped, headings of few lines may take so much of the room. */
#define MOST_HEAD_LINES 12
#define HEAD_SHARE      (2.0 / 3)

/* A table that is longer than so many times what it would be with its names
 * wrapped has them wrapped; told by its first rows. */
#define MOST_LONGER     1.5
#define MOST_TRIED_ROWS 40

/* What is left over makes a column that counts the rows no wider than this share
 * of it does one of text. */
#define COUNT_SHARE 0.25

gboolean
toso_cell_is_missing (const char *text)
{
  return *text == '\0' || g_str_equal (text, "—") || g_str_equal (text, "-");
}

/* "1.234,5", "70%", "—", "41/41", "05/01/2026". */
static gboolean
is_figure (const char *text)
{
  if (toso_cell_is_missing (text))
    return TRUE;

  return g_ascii_isdigit (*text) && strspn (text, "0123456789.,/%") == strlen (text);
}

/* "38/41": how many of them; stands in the middle of a column of numbers. */
gboolean
toso_cell_is_fraction (const char *text)
{
  gsize n = strspn (text, "0123456789");
  gsize rest = n > 0 && text[n] == '/' ? strspn (text + n + 1, "0123456789") : 0;

  return rest > 0 && text[n + 1 + rest] == '\0';
}

/* Bytes of a number's unit: "%", "Tổ", "lớp", "người". */
#define LONGEST_UNIT 12

/* "1.234,5", "-3", "46,8 %", "41 Tổ". */
static gboolean
is_number (const char *text)
{
  gsize n;

  if (toso_cell_is_missing (text))
    return TRUE;
  text += strspn (text, "+-");
  n = strspn (text, "0123456789.,");

  if (n == 0 || !g_ascii_isdigit (*text))
    return FALSE;
  text += n;

  return *text == '\0' || ((*text == '%' || *text == ' ') && strlen (text) <= LONGEST_UNIT && strpbrk (text, "0123456789/") == NULL);
}

static void
measure_number (TosoColumn *column,
                TosoPlace  *place)
{
  const char *text = place->text->text;
  gsize       end = strcspn (text, ",% ");

  place->before = toso_paragraph_get_width_to (place->text, (int) end);
  if (toso_cell_is_missing (text) || toso_cell_is_fraction (text))
    return;
  column->has_numbers = TRUE;
  column->left = MAX (column->left, place->before);
  column->right = MAX (column->right, toso_paragraph_get_max_width (place->text) - place->before);
}

/* The first column counts the rows; its numbers stand in the middle. */
static void
measure_column (TosoTable *table,
                guint      c)
{
  TosoColumn *column = toso_table_get_column (table, c);

  column->align = TOSO_ALIGN_CENTER;
  column->is_numbers = c > 0;
  for (guint r = 0; r < table->n_rows; r++)
    {
      TosoPlace  *place = toso_table_get_place (table, r, c);
      const char *text;

      if (place->text == NULL || place->n_columns > 1)
        continue;
      text = place->text->text;
      column->min = MAX (column->min, toso_paragraph_get_min_width (place->text));
      if (r < table->n_head_rows)
        continue;
      column->max = MAX (column->max, toso_paragraph_get_max_width (place->text));
      /* What a line of sums remarks is no name. */
      if (r + 1 < table->n_rows || !table->block->has_total)
        column->whole = MAX (column->whole, toso_paragraph_get_max_width (place->text));
      column->has_text = column->has_text || g_utf8_strlen (text, -1) > SHORT_NAME;
      if (g_utf8_strlen (text, -1) > (is_figure (text) ? SHORT_CELL : SHORT_WORD))
        column->align = TOSO_ALIGN_LEFT;
      column->is_numbers = column->is_numbers && (is_number (text) || toso_cell_is_fraction (text));
      if (column->is_numbers)
        measure_number (column, place);
    }
  if (column->has_text)
    column->whole = 0;
  column->is_numbers = column->is_numbers && column->has_numbers;
  if (column->is_numbers)
    {
      column->align = TOSO_ALIGN_CENTER;
      column->min = MAX (column->min, column->left + column->right);
    }
  column->max = MAX (column->max, column->min);
}

/* A cell over several columns may need more than they do. */
static void
widen_columns (TosoTable *table)
{
  for (guint r = 0; r < table->n_rows; r++)
    for (guint c = 0; c < table->columns->len; c++)
      {
        TosoPlace *place = toso_table_get_place (table, r, c);
        double     has = 0, needs;

        if (place->text == NULL || place->n_columns < 2)
          continue;
        for (guint i = c; i < c + place->n_columns; i++)
          has += toso_table_get_column (table, i)->min + (i > c ? 2 * TOSO_TABLE_PADDING : 0);
        needs = toso_paragraph_get_min_width (place->text) - has;
        for (guint i = c; needs > 0 && i < c + place->n_columns; i++)
          {
            toso_table_get_column (table, i)->min += needs / place->n_columns;
            toso_table_get_column (table, i)->max = MAX (toso_table_get_column (table, i)->max, toso_table_get_column (table, i)->min);
          }
      }
}

/* No name is wrapped, if the table has room for that.  FALSE: nothing changed. */
static gboolean
keep_names_whole (TosoTable *table,
                  double     room)
{
  gboolean changed = FALSE;
  double   needed = 0;

  for (guint c = 0; c < table->columns->len; c++)
    needed += MAX (toso_table_get_column (table, c)->min, toso_table_get_column (table, c)->whole);
  for (guint c = 0; c < table->columns->len && needed <= room; c++)
    {
      TosoColumn *column = toso_table_get_column (table, c);

      changed = changed || column->whole > column->min;
      column->min = MAX (column->min, column->whole);
    }

  return changed;
}

/* The narrowest that sets the headings of the column in @n_lines. */
static double
get_head_width (TosoTable *table,
                guint      c,
                guint      n_lines)
{
  double width = 0;

  for (guint r = 0; r < table->n_head_rows; r++)
    {
      const TosoPlace *place = toso_table_get_place (table, r, c);

      if (place->text != NULL && place->n_columns == 1)
        width = MAX (width, toso_paragraph_get_width_for (place->text, n_lines));
    }

  return width;
}

/* Headings in as few lines as let all columns into @room; @text: of a column,
 * what its text needs of it. */
static gboolean
fit_heads (TosoTable *table,
           double     room,
           double (*get_text) (const TosoColumn *column))
{
  guint              n_columns = table->columns->len;
  g_autofree double *heads = g_new0 (double, n_columns);

  for (guint n = 1; n <= MOST_HEAD_LINES; n++)
    {
      double needed = 0;

      for (guint c = 0; c < n_columns; c++)
        {
          heads[c] = get_head_width (table, c, n);
          needed += MAX (heads[c], get_text (toso_table_get_column (table, c)));
        }
      if (needed > room)
        continue;
      for (guint c = 0; c < n_columns; c++)
        {
          TosoColumn *column = toso_table_get_column (table, c);

          column->min = MAX (column->min, heads[c]);
          column->max = MAX (column->max, column->min);
        }
      return TRUE;
    }

  return FALSE;
}

static double
get_min (const TosoColumn *column)
{
  return column->min;
}

static double
get_max (const TosoColumn *column)
{
  return column->max;
}

/* Its part of what is left over. */
static double
get_weight (TosoTable *table,
            guint      c)
{
  const TosoColumn *column = toso_table_get_column (table, c);

  return column->max * (c == 0 && column->align == TOSO_ALIGN_CENTER ? COUNT_SHARE : 1);
}

static double
get_room (const TosoTable *table,
          double           total)
{
  return total - 2 * TOSO_TABLE_PADDING * table->columns->len;
}

static gboolean
has_text (TosoTable *table)
{
  for (guint c = 0; c < table->columns->len; c++)
    if (toso_table_get_column (table, c)->has_text)
      return TRUE;

  return FALSE;
}

/* Columns as wide as their text where it fits; else no narrower than their
 * longest word, and the rest by how much text they have. */
static void
share_width (TosoTable *table,
             double     total)
{
  double min = 0, max = 0, weights = 0, x = 0;
  double room = get_room (table, total);

  if (!fit_heads (table, room, get_max))
    fit_heads (table, has_text (table) ? room * HEAD_SHARE : room, get_min);
  for (guint c = 0; c < table->columns->len; c++)
    {
      min += toso_table_get_column (table, c)->min;
      max += toso_table_get_column (table, c)->max;
      weights += get_weight (table, c);
    }
  for (guint c = 0; c < table->columns->len; c++)
    {
      TosoColumn *column = toso_table_get_column (table, c);
      double      text;

      if (room <= 0 || max <= 0)
        text = MAX (room, 0) / table->columns->len;
      else if (max <= room)
        text = column->max + (room - max) * get_weight (table, c) / weights;
      else if (min < room)
        text = column->min + (room - min) * (column->max - column->min) / (max - min);
      else
        text = room * column->min / min;
      column->width = room <= 0 ? total / table->columns->len : text + 2 * TOSO_TABLE_PADDING;
      column->x = x;
      x += column->width;
    }
}

/* Lines of the first rows, as wide as the columns are. */
static guint
count_lines (TosoTable *table)
{
  guint end = MIN (table->n_rows, table->n_head_rows + MOST_TRIED_ROWS);
  guint sum = 0;

  for (guint r = table->n_head_rows; r < end; r++)
    {
      guint most = 1;

      for (guint c = 0; c < table->columns->len; c++)
        {
          const TosoPlace *place = toso_table_get_place (table, r, c);

          if (place->text != NULL && place->n_columns == 1 && toso_table_get_column (table, c)->has_text)
            most = MAX (most, toso_paragraph_count_lines (place->text, toso_table_get_column (table, c)->width - 2 * TOSO_TABLE_PADDING));
        }
      sum += most;
    }

  return sum;
}

/* Names whole, unless that leaves the text so little room that the table gets
 * much longer. */
void
toso_table_share_width (TosoTable *table,
                        double     total)
{
  gsize                  size = table->columns->len * sizeof (TosoColumn);
  g_autofree TosoColumn *plain = NULL;
  g_autofree TosoColumn *whole = NULL;
  guint                  n_lines;

  for (guint c = 0; c < table->columns->len; c++)
    measure_column (table, c);
  widen_columns (table);
  plain = g_memdup2 (table->columns->data, size);
  if (!keep_names_whole (table, get_room (table, total)))
    {
      share_width (table, total);
      return;
    }
  share_width (table, total);
  n_lines = count_lines (table);

  whole = g_memdup2 (table->columns->data, size);
  memcpy (table->columns->data, plain, size);
  share_width (table, total);
  if (n_lines <= count_lines (table) * MOST_LONGER)
    memcpy (table->columns->data, whole, size);
}
