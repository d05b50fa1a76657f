/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-pdf-table-private.h"

#include <string.h>

#include "exchange/toso-field-reader.h"
#include "exchange/toso-label-reader.h"

/* Tables on a page: the cells of a row stand on several lines, and
 * what belongs together is told by where it stands.  A row begins with its
 * number. */

#define MAX_HEADER_LINES 3
#define MAX_TABLE_LINES  2000
#define MAX_LINES_OVER   10 /* a row's number */
/* Shares of the size of the letters */
#define HEADER_GAP   0.9 /* between the lines of a title */
#define TITLE_PITCH  0.3
#define TITLE_OFFSET 0.3 /* of the middles of a title's lines */
#define FAR_APART    1.0 /* below a table's last line */

static gboolean
overlap (double a1,
         double a2,
         double b1,
         double b2)
{
  return a1 < b2 && b1 < a2;
}

gboolean
toso_pdf_has_number_title (const TosoPdfLine *line)
{
  return line->pieces->len >= 2 && strlen (toso_pdf_line_piece (line, 0)->text) <= 16 &&
         toso_field_read_column (toso_pdf_line_piece (line, 0)->text) == TOSO_FIELD_NUMBER;
}

gboolean
toso_pdf_table_begins_row (const TosoPdfTable *table,
                           const TosoPdfLine  *line)
{
  const TosoPdfPiece *title = toso_pdf_line_piece (toso_pdf_table_line (table, table->header), 0);
  const TosoPdfPiece *piece = toso_pdf_line_piece (line, 0);
  gsize               length = strlen (piece->text);

  if (length == 0 || length > 5 || !overlap (piece->x1, piece->x2, title->x1 - line->size, title->x2 + line->size))
    return FALSE;
  return strspn (piece->text, "0123456789.") == length || strspn (piece->text, "IVX.") == length;
}

/* How many of the titles beside "STT" a piece stands under */
static guint
count_titles (const TosoPdfTable *table,
              const TosoPdfPiece *piece)
{
  const TosoPdfLine *header = toso_pdf_table_line (table, table->header);
  guint              count = 0;
  guint              i;

  for (i = 0; i < header->pieces->len; i++)
    count += overlap (piece->x1, piece->x2, toso_pdf_line_piece (header, i)->x1, toso_pdf_line_piece (header, i)->x2);
  return count;
}

/* Below the line of "STT", and above the first row */
static gboolean
stands_over_title (const TosoPdfTable *table,
                   const TosoPdfPiece *piece)
{
  guint i;
  guint k;

  for (i = table->header + 1; i < MIN (table->lines->len, table->header + MAX_HEADER_LINES); i++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, i);

      if (toso_pdf_table_begins_row (table, line))
        break;
      for (k = 0; k < line->pieces->len; k++)
        if (overlap (piece->x1, piece->x2, toso_pdf_line_piece (line, k)->x1, toso_pdf_line_piece (line, k)->x2))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_centred_over_title (const TosoPdfTable *table,
                       const TosoPdfPiece *piece)
{
  const TosoPdfLine *header = toso_pdf_table_line (table, table->header);
  double             centre = (piece->x1 + piece->x2) / 2;
  guint              i;

  for (i = 1; i < header->pieces->len; i++)
    {
      const TosoPdfPiece *title = toso_pdf_line_piece (header, i);

      if (overlap (piece->x1, piece->x2, title->x1, title->x2))
        return count_titles (table, piece) == 1 && ABS (centre - (title->x1 + title->x2) / 2) < header->size * TITLE_OFFSET;
    }
  return FALSE;
}

static gboolean
is_of_header (const TosoPdfTable *table,
              const TosoPdfLine  *line,
              const TosoPdfLine  *below)
{
  double right_of = toso_pdf_line_piece (toso_pdf_table_line (table, table->header), 0)->x2;
  guint  i;

  if (toso_label_read (line->text).kind != TOSO_LABEL_NONE || toso_is_bullet (line->text) || g_str_has_suffix (line->text, ":"))
    return FALSE;
  if (line->page != below->page || line->x1 <= right_of || below->y1 - line->y2 > line->size * HEADER_GAP)
    return FALSE;
  /* Alone, a title's upper part stands over a gap, and over its lower part, or
   * close over the middle of the one below; a heading or a caption does not. */
  if (line->pieces->len == 1)
    return (count_titles (table, toso_pdf_line_piece (line, 0)) == 0 && stands_over_title (table, toso_pdf_line_piece (line, 0))) ||
           (below->y1 - line->y2 < line->size * TITLE_PITCH && is_centred_over_title (table, toso_pdf_line_piece (line, 0)));
  for (i = 0; i < line->pieces->len; i++)
    if (count_titles (table, toso_pdf_line_piece (line, i)) > 1)
      return FALSE;
  return TRUE;
}

static const char *const after_tables[] = { "Trên đây", "Nơi nhận", "Phụ lục", "PHỤ LỤC", "(Kèm theo", NULL };

static gboolean
begins_with_any (const char        *text,
                 const char *const *words)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (text, *words))
      return TRUE;
  return FALSE;
}

/* The first line of a cell that is centred from top to bottom: the row's number
 * stands not far below. */
static gboolean
is_over_number (const TosoPdfTable *table,
                guint               index)
{
  double right_of = toso_pdf_line_piece (toso_pdf_table_line (table, table->header), 0)->x2;
  guint  last = MIN (table->lines->len, index + MAX_LINES_OVER);
  guint  i;

  for (i = index + 1; i < last; i++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, i);

      if (toso_pdf_table_begins_row (table, line))
        return TRUE;
      if (line->x1 <= right_of || line->page != toso_pdf_table_line (table, index)->page ||
          line->y1 - toso_pdf_table_line (table, i - 1)->y2 > line->size * FAR_APART)
        return FALSE;
    }
  return FALSE;
}

/* Text below the table, or above it */
static gboolean
is_prose (const TosoPdfTable *table,
          guint               index)
{
  const TosoPdfLine *line = toso_pdf_table_line (table, index);
  const TosoPdfLine *before = toso_pdf_table_line (table, index - 1);
  double             right_of = toso_pdf_line_piece (toso_pdf_table_line (table, table->header), 0)->x2;
  guint              i;

  if (line->x1 <= right_of)
    return TRUE;
  for (i = 0; i < line->pieces->len; i++)
    if (count_titles (table, toso_pdf_line_piece (line, i)) > 1)
      return TRUE;
  if (line->pieces->len > 1)
    return FALSE;
  if (toso_label_read (line->text).kind != TOSO_LABEL_NONE || begins_with_any (line->text, after_tables))
    return TRUE;
  return line->page == before->page && line->y1 - before->y2 > line->size * FAR_APART && !is_over_number (table, index);
}

/* Where the table begins and ends */
static gboolean
find_lines (TosoPdfTable *table)
{
  gboolean repeated = FALSE;
  guint    i;

  table->first = table->header;
  while (table->first > 0 && table->header - table->first < MAX_HEADER_LINES &&
         is_of_header (table, toso_pdf_table_line (table, table->first - 1), toso_pdf_table_line (table, table->first)))
    table->first--;

  table->row = 0;
  for (i = table->header + 1; i < MIN (table->lines->len, table->header + MAX_TABLE_LINES); i++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, i);

      if (toso_pdf_table_begins_row (table, line))
        {
          if (table->row == 0)
            table->row = i;
          repeated = FALSE;
          continue;
        }
      if (toso_pdf_has_number_title (line) && line->page > toso_pdf_table_line (table, table->header)->page)
        {
          repeated = TRUE;
          continue;
        }
      if (table->row == 0 ? i - table->header > MAX_HEADER_LINES : !repeated && is_prose (table, i))
        {
          /* The upper half of a title that a new page repeats */
          if (i + 1 < table->lines->len && toso_pdf_has_number_title (toso_pdf_table_line (table, i + 1)) &&
              line->page > toso_pdf_table_line (table, i - 1)->page)
            continue;
          break;
        }
    }
  table->last = i;
  return table->row > 0;
}

/* Does the text of a row of a group lie over several columns? */
static gboolean
is_group (const TosoPdfLine *line)
{
  return line->pieces->len == 2 && strspn (toso_pdf_line_piece (line, 0)->text, "IVX.") == strlen (toso_pdf_line_piece (line, 0)->text);
}

static gboolean
add_interval (TosoPdfTable       *table,
              const TosoPdfPiece *piece)
{
  double x1 = piece->x1;
  double x2 = piece->x2;
  guint  kept = 0;
  guint  i;

  for (i = 0; i < table->n_columns; i++)
    if (overlap (x1, x2, table->columns[i].x1, table->columns[i].x2))
      {
        x1 = MIN (x1, table->columns[i].x1);
        x2 = MAX (x2, table->columns[i].x2);
      }
    else
      {
        table->columns[kept++] = table->columns[i];
      }
  if (kept >= TOSO_PDF_MAX_COLUMNS)
    return FALSE;
  for (i = kept; i > 0 && table->columns[i - 1].x1 > x1; i--)
    table->columns[i] = table->columns[i - 1];
  table->columns[i].x1 = x1;
  table->columns[i].x2 = x2;
  table->n_columns = kept + 1;
  return TRUE;
}

/* Columns are what the pieces of all lines leave free between them. */
static gboolean
find_columns (TosoPdfTable *table)
{
  guint i;
  guint k;

  table->n_columns = 0;
  for (i = table->first; i < table->last; i++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, i);

      for (k = 0; k < line->pieces->len && !is_group (line); k++)
        if (!add_interval (table, toso_pdf_line_piece (line, k)))
          return FALSE;
    }
  return table->n_columns >= 3;
}

static guint
column_of (const TosoPdfTable *table,
           const TosoPdfPiece *piece)
{
  guint i;

  for (i = 0; i + 1 < table->n_columns; i++)
    if (piece->x1 < table->columns[i].x2)
      break;
  return i;
}

/* "15/11/20" over "26" */
static gboolean
is_broken_year (const char *text,
                const char *next)
{
  const char *year = strrchr (text, '/');
  gsize       digits;

  if (year == NULL || year == text || !g_ascii_isdigit (year[-1]))
    return FALSE;
  digits = strspn (year + 1, "0123456789");
  return digits > 0 && digits < 4 && year[1 + digits] == '\0' && digits + strspn (next, "0123456789") == 4;
}

/* "Phòng VH-" over "XH", not "Phòng Văn hóa -" over "Xã hội" */
static gboolean
is_broken_word (const char *text,
                const char *next)
{
  gsize length = strlen (text);

  return (length > 1 && text[length - 1] == '-' && text[length - 2] != ' ') || is_broken_year (text, next);
}

/* One line for the lines from @first to @last */
static TosoPdfLine *
fold_row (const TosoPdfTable *table,
          guint               first,
          guint               last)
{
  GString *cells[TOSO_PDF_MAX_COLUMNS];
  g_autoptr (GString) text = g_string_new (NULL);
  TosoPdfLine *row;
  guint        i;
  guint        k;

  for (i = 0; i < table->n_columns; i++)
    cells[i] = g_string_new (NULL);
  for (i = first; i < last; i++)
    for (k = 0; k < toso_pdf_table_line (table, i)->pieces->len; k++)
      {
        const TosoPdfPiece *piece = toso_pdf_line_piece (toso_pdf_table_line (table, i), k);
        GString            *cell = cells[column_of (table, piece)];

        if (cell->len > 0 && !is_broken_word (cell->str, piece->text))
          g_string_append_c (cell, ' ');
        g_string_append (cell, piece->text);
      }
  for (i = 0; i < table->n_columns; i++)
    {
      if (i > 0)
        g_string_append (text, " |");
      if (i > 0 && cells[i]->len > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, cells[i]->str);
      g_string_free (cells[i], TRUE);
    }

  row = toso_pdf_line_new (text->str);
  row->columns = TRUE;
  row->page = toso_pdf_table_line (table, first)->page;
  row->x1 = toso_pdf_table_line (table, first)->x1;
  row->x2 = toso_pdf_table_line (table, first)->x2;
  row->y1 = toso_pdf_table_line (table, first)->y1;
  row->y2 = toso_pdf_table_line (table, last - 1)->y2;
  row->size = toso_pdf_table_line (table, first)->size;
  return row;
}

/* The line after the row at @first; a header that a new page repeats is
 * passed over, and ends the row before it. */
static guint
row_end (const TosoPdfTable *table,
         guint               first)
{
  guint i;

  for (i = first + 1; i < table->last; i++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, i);

      if (toso_pdf_table_begins_row (table, line) || toso_pdf_has_number_title (line))
        break;
      if (i + 1 < table->last && toso_pdf_has_number_title (toso_pdf_table_line (table, i + 1)) && line->page > toso_pdf_table_line (table, i - 1)->page)
        break;
    }
  return i;
}

static GPtrArray *
fold_centred (const TosoPdfTable *table,
              const GArray       *rows)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_pdf_line_free);
  guint      i;

  for (i = 0; i < rows->len; i++)
    g_ptr_array_add (lines, fold_row (table, g_array_index (rows, TosoPdfRow, i).first, g_array_index (rows, TosoPdfRow, i).end));
  return lines;
}

static GPtrArray *
fold_table (const TosoPdfTable *table)
{
  GPtrArray *rows = NULL;
  guint      i = table->row;
  g_autoptr (GArray) centred = toso_pdf_table_centred_rows (table);

  if (centred != NULL && centred->len > 1)
    return fold_centred (table, centred);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_pdf_line_free);
  g_ptr_array_add (rows, fold_row (table, table->first, table->row));
  while (i < table->last)
    {
      guint end = row_end (table, i);

      if (toso_pdf_table_begins_row (table, toso_pdf_table_line (table, i)))
        g_ptr_array_add (rows, fold_row (table, i, end));
      i = end;
    }
  return rows;
}

void
toso_pdf_tables_fold (GPtrArray *lines)
{
  TosoPdfTable table = { lines };
  guint        i;

  for (i = 0; i < lines->len; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;
      guint k;

      if (!toso_pdf_has_number_title (g_ptr_array_index (lines, i)))
        continue;
      table.header = i;
      if (!find_lines (&table) || !find_columns (&table))
        continue;
      rows = fold_table (&table);
      if (rows->len == 0)
        continue;
      g_ptr_array_remove_range (lines, table.first, table.last - table.first);
      for (k = 0; k < rows->len; k++)
        g_ptr_array_insert (lines, (int) (table.first + k), g_ptr_array_index (rows, k));
      i = table.first + rows->len - 1;
      g_ptr_array_set_free_func (rows, NULL);
    }
}
