/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-pdf-table-private.h"

/* Rows of tables whose cells are centred from top to bottom, as Word and
 * LibreOffice set them: a row's number stands beside its middle. */

/* A share of the size of the letters */
#define OFF_CENTRE 0.3

/* Where a row ends whose number stands in the middle, by the row's first line;
 * FALSE when it doesn't stand there. */
static gboolean
find_centred_end (const TosoPdfTable *table,
                  guint               first,
                  guint               number,
                  guint              *end)
{
  const TosoPdfLine  *head = toso_pdf_table_line (table, first);
  const TosoPdfPiece *piece = toso_pdf_line_piece (toso_pdf_table_line (table, number), 0);
  double              bottom = 2 * piece->y - head->y1;
  double              last = head->y2;

  if (toso_pdf_table_line (table, number)->page != head->page)
    return FALSE;
  for (*end = first; *end < table->last; (*end)++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, *end);

      if (line->page != head->page || (line->y1 + line->y2) / 2 > bottom)
        break;
      if (*end > number && toso_pdf_table_begins_row (table, line))
        return FALSE;
      last = MAX (last, line->y2);
    }
  return *end > number && ABS (last - bottom) < head->size * OFF_CENTRE;
}

/* The line of the next row's number, or of a header that a new page repeats */
static guint
find_number (const TosoPdfTable *table,
             guint               from)
{
  for (; from < table->last; from++)
    if (toso_pdf_table_begins_row (table, toso_pdf_table_line (table, from)) || toso_pdf_has_number_title (toso_pdf_table_line (table, from)))
      break;
  return from;
}

static double
room_over (const TosoPdfTable *table,
           guint               index)
{
  const TosoPdfLine *line = toso_pdf_table_line (table, index);
  const TosoPdfLine *before = toso_pdf_table_line (table, index - 1);

  return line->page == before->page ? line->y1 - before->y2 : 0;
}

/* Where a row ends that a page's end breaks: what stands over the next row,
 * which is centred again. */
static gboolean
find_broken_end (const TosoPdfTable *table,
                 guint               number,
                 guint              *end)
{
  guint    next = find_number (table, number + 1);
  int      page = toso_pdf_table_line (table, number)->page;
  gboolean found = FALSE;
  double   widest = 0;
  guint    unused;
  guint    first;

  *end = next;
  if (next == table->last)
    return toso_pdf_table_line (table, next - 1)->page > page;
  if (toso_pdf_table_line (table, next)->page == page)
    return FALSE;
  /* Several lines may be as far from the number as others below it; between
   * two rows there is more room than within one. */
  for (first = number + 1; first <= next; first++)
    {
      const TosoPdfLine *line = toso_pdf_table_line (table, first);
      const TosoPdfLine *before = toso_pdf_table_line (table, first - 1);
      double             room = line->page == before->page ? room_over (table, first) : -line->size;

      if (line->page == page || !find_centred_end (table, first, next, &unused) || (found && room < widest + 1))
        continue;
      widest = room;
      *end = first;
      found = TRUE;
    }
  return found;
}

/* The number of a row that a page's end breaks stands beside its first line;
 * more lines of it follow. */
static gboolean
is_cut_short (const TosoPdfTable *table,
              guint               number,
              guint               end)
{
  guint next = find_number (table, number + 1);
  int   page = toso_pdf_table_line (table, number)->page;

  return end < next && toso_pdf_table_line (table, end)->page == page && toso_pdf_table_line (table, MIN (next, table->last - 1))->page > page;
}

/* The rows of a table whose cells are centred from top to bottom: a number
 * stands in the middle of its row, lines of which stand over it.  NULL when
 * some row is not so, or when there is more room over the numbers: then their
 * lines are the rows' first. */
GArray *
toso_pdf_table_centred_rows (const TosoPdfTable *table)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TosoPdfRow));
  TosoPdfRow row = { table->first, table->first };
  double     gained = 0;

  if (!find_centred_end (table, table->first, table->header, &row.end))
    return NULL;
  g_array_append_val (rows, row);
  while (row.end < table->last)
    {
      guint number = find_number (table, row.end);

      row.first = row.end;
      if (number == table->last)
        return NULL;
      if ((!find_centred_end (table, row.first, number, &row.end) || is_cut_short (table, number, row.end)) &&
          !find_broken_end (table, number, &row.end))
        return NULL;
      gained += room_over (table, row.first) - room_over (table, number);
      if (toso_pdf_table_begins_row (table, toso_pdf_table_line (table, number)))
        g_array_append_val (rows, row);
    }
  return gained > 0 ? g_steal_pointer (&rows) : NULL;
}
