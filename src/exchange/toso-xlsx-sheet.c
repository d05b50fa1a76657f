/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-xlsx-private.h"

#include <math.h>
#include <string.h>

/* A head of merged cells is as wide as a table, not as a sheet. */
#define MAX_MERGED 20000
#define MAX_RANGES 20000

typedef struct
{
  guint first_row, first_column, last_row, last_column;
} Range;

typedef struct
{
  TosoXlsx           *xlsx;
  const TosoXlsxBook *book;
  TosoWorkbook       *workbook;
  TosoWorksheet      *sheet;
  GError             *error;

  guint    row; /* of the cell that is read */
  guint    column;
  guint    style;
  char     type[12]; /* "", "s", "str", "inlineStr", "b", "e", "d", "n" */
  gboolean has_formula;
  gboolean in_value;
  gboolean in_phonetic;
  GString *text;
  GArray  *merged; /* of Range */
} Reading;

/* "B7" → 6, 1; FALSE where it is no place. */
static gboolean
read_place (const char  *text,
            guint       *row,
            guint       *column,
            const char **end)
{
  guint64 number = 0;
  guint   letters = 0;

  for (; g_ascii_isalpha (*text) && letters <= 16384; text++)
    letters = letters * 26 + (guint) (g_ascii_toupper (*text) - 'A' + 1);
  for (; g_ascii_isdigit (*text) && number <= 1048576; text++)
    number = number * 10 + (guint64) (*text - '0');
  *end = text;
  if (letters == 0 || letters > 16384 || number == 0 || number > 1048576)
    return FALSE;

  *row = (guint) number - 1;
  *column = letters - 1;
  return TRUE;
}

static guint
get_number (const char *text,
            guint       otherwise)
{
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL) ? (guint) number : otherwise;
}

static gboolean
is_true (const char *text)
{
  return text != NULL && (g_str_equal (text, "1") || g_str_equal (text, "true"));
}

static void
hide_columns (Reading     *reading,
              const char **attributes)
{
  guint first = get_number (toso_xlsx_attribute (attributes, "min"), 0);
  guint last = get_number (toso_xlsx_attribute (attributes, "max"), 0);

  if (!is_true (toso_xlsx_attribute (attributes, "hidden")))
    return;
  for (guint i = MAX (first, 1); i <= MIN (last, TOSO_WORKSHEET_MAX_COLUMNS); i++)
    g_hash_table_add (reading->sheet->hidden_columns, GUINT_TO_POINTER (i - 1));
}

static void
begin_cell (Reading     *reading,
            const char **attributes)
{
  const char *place = toso_xlsx_attribute (attributes, "r");
  const char *type = toso_xlsx_attribute (attributes, "t");
  const char *end;
  guint       row;

  reading->column++;
  if (place != NULL && read_place (place, &row, &reading->column, &end))
    reading->row = row;
  reading->style = get_number (toso_xlsx_attribute (attributes, "s"), 0);
  g_strlcpy (reading->type, type != NULL ? type : "", sizeof reading->type);
  reading->has_formula = FALSE;
  g_string_truncate (reading->text, 0);
}

static void
note_merged (Reading     *reading,
             const char **attributes)
{
  const char *reference = toso_xlsx_attribute (attributes, "ref");
  const char *end;
  Range       range;

  if (reference != NULL && reading->merged->len < MAX_RANGES &&
      read_place (reference, &range.first_row, &range.first_column, &end) && *end == ':' &&
      read_place (end + 1, &range.last_row, &range.last_column, &end))
    g_array_append_val (reading->merged, range);
}

static void
start_cb (void        *data,
          const char  *name,
          const char **attributes)
{
  Reading *reading = data;

  if (g_str_equal (name, "c"))
    begin_cell (reading, attributes);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    reading->in_value = !reading->in_phonetic;
  else if (g_str_equal (name, "rPh"))
    reading->in_phonetic = TRUE;
  else if (g_str_equal (name, "f"))
    reading->has_formula = TRUE;
  else if (g_str_equal (name, "row"))
    {
      reading->row = get_number (toso_xlsx_attribute (attributes, "r"), reading->row + 2) - 1;
      reading->column = G_MAXUINT;
      if (is_true (toso_xlsx_attribute (attributes, "hidden")))
        g_hash_table_add (reading->sheet->hidden_rows, GUINT_TO_POINTER (reading->row));
    }
  else if (g_str_equal (name, "col"))
    hide_columns (reading, attributes);
  else if (g_str_equal (name, "mergeCell"))
    note_merged (reading, attributes);
}

static void
text_cb (void       *data,
         const char *text,
         int         length)
{
  Reading *reading = data;

  if (reading->in_value && reading->text->len < 128 * 1024)
    g_string_append_len (reading->text, text, length);
}

/* --- values --- */

/* Day 60 of the 1900 system is 29 February 1900, which never was. */
static gboolean
day_from_serial (double    serial,
                 gboolean  from_1904,
                 TosoDate *day)
{
  gint64 number;

  if (!isfinite (serial) || serial < 0 || serial > 2958465)
    return FALSE;
  number = (gint64) floor (serial);
  if (from_1904)
    *day = toso_date_add_days ((TosoDate){ 1904, 1, 1 }, (int) number);
  else
    *day = toso_date_add_days ((TosoDate){ 1899, 12, 30 }, (int) (number < 60 ? number + 1 : number));

  return toso_date_is_valid (*day);
}

static void
read_number (Reading           *reading,
             TosoWorksheetCell *cell,
             char             **text) /* to be freed */
{
  char  *end = NULL;
  double number = g_ascii_strtod (reading->text->str, &end);
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (end == reading->text->str || *end != '\0' || !isfinite (number))
    {
      cell->kind = TOSO_CELL_TEXT;
      return;
    }

  cell->number = number;
  if (reading->style < reading->book->style_is_day->len &&
      g_array_index (reading->book->style_is_day, gboolean, reading->style) &&
      day_from_serial (number, reading->book->from_1904, &cell->day))
    {
      cell->kind = TOSO_CELL_DAY;
      *text = toso_date_format_short (cell->day);
      return;
    }

  cell->kind = TOSO_CELL_NUMBER;
  /* 15 digits: 0.1 + 0.2 as Excel shows it. */
  *text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", number));
}

static gboolean
read_shared (Reading           *reading,
             TosoWorksheetCell *cell)
{
  guint index = get_number (reading->text->str, G_MAXUINT);

  if (index >= reading->book->strings->len)
    return FALSE;
  cell->text = g_ptr_array_index (reading->book->strings, index);
  return TRUE;
}

static void
end_cell (Reading *reading)
{
  TosoWorksheetCell cell = { .column = reading->column, .kind = TOSO_CELL_TEXT, .text = reading->text->str };
  g_autofree char  *text = NULL;
  const char       *type = reading->type;

  if (reading->text->len == 0)
    {
      /* A formula whose value was not kept with it. */
      if (!reading->has_formula || g_str_equal (type, "str"))
        return;
      cell.kind = TOSO_CELL_ERROR;
      cell.text = "=";
    }
  else if (g_str_equal (type, "s"))
    {
      if (!read_shared (reading, &cell))
        return;
    }
  else if (g_str_equal (type, "e"))
    cell.kind = TOSO_CELL_ERROR;
  else if (g_str_equal (type, "b"))
    {
      cell.kind = TOSO_CELL_NUMBER;
      cell.number = g_str_equal (reading->text->str, "1");
    }
  else if (g_str_equal (type, "d"))
    {
      g_string_truncate (reading->text, MIN (reading->text->len, 10));
      if (toso_date_parse (reading->text->str, &cell.day))
        {
          cell.kind = TOSO_CELL_DAY;
          text = toso_date_format_short (cell.day);
        }
    }
  else if (!g_str_equal (type, "str") && !g_str_equal (type, "inlineStr"))
    read_number (reading, &cell, &text);

  if (text != NULL)
    cell.text = text;
  else if (cell.text == reading->text->str && cell.kind == TOSO_CELL_TEXT)
    cell.text = g_strstrip (reading->text->str);
  if (*cell.text != '\0' && !toso_workbook_put (reading->workbook, reading->sheet, reading->row, cell, &reading->error))
    toso_xlsx_stop (reading->xlsx);
}

static void
end_cb (void       *data,
        const char *name)
{
  Reading *reading = data;

  if (g_str_equal (name, "c"))
    end_cell (reading);
  else if (g_str_equal (name, "v") || g_str_equal (name, "t"))
    reading->in_value = FALSE;
  else if (g_str_equal (name, "rPh"))
    reading->in_phonetic = FALSE;
}

/* A merged cell says the same all over: so a head stands above each of its
 * columns, and a village beside each of its rows. */
static gboolean
spread (Reading *reading,
        GError **error)
{
  guint n = 0;

  for (guint i = 0; i < reading->merged->len; i++)
    {
      Range                    range = g_array_index (reading->merged, Range, i);
      const TosoWorksheetCell *first = toso_worksheet_get (reading->sheet, range.first_row, range.first_column);
      TosoWorksheetCell        cell;

      if (first == NULL || range.last_row < range.first_row || range.last_column < range.first_column)
        continue;
      cell = *first;
      for (guint row = range.first_row; row <= MIN (range.last_row, reading->sheet->rows->len + 1); row++)
        for (guint column = range.first_column; column <= MIN (range.last_column, TOSO_WORKSHEET_MAX_COLUMNS - 1); column++)
          {
            if ((row == range.first_row && column == range.first_column) || toso_worksheet_get (reading->sheet, row, column) != NULL)
              continue;
            if (++n > MAX_MERGED)
              return TRUE;
            cell.column = column;
            if (!toso_workbook_put (reading->workbook, reading->sheet, row, cell, error))
              return FALSE;
          }
    }

  return TRUE;
}

gboolean
toso_xlsx_read_sheet (TosoXlsx           *xlsx,
                      const TosoXlsxBook *book,
                      const char         *part,
                      TosoWorkbook       *workbook,
                      TosoWorksheet      *sheet,
                      GError            **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (Range));
  Reading reading = {
    .xlsx = xlsx, .book = book, .workbook = workbook, .sheet = sheet, .row = G_MAXUINT, .column = G_MAXUINT, .text = text, .merged = merged
  };

  if (!toso_xlsx_parse (xlsx, part, start_cb, end_cb, text_cb, &reading, error))
    {
      if (reading.error != NULL)
        g_propagate_error (error, reading.error);
      return FALSE;
    }

  return spread (&reading, error);
}
