/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "exchange/toso-text-file.h"

#define CHUNK      (256 * 1024)
#define MAX_TEXT   32767 /* letters in a cell, as Excel has it */
#define MAX_SAMPLE (64 * 1024)

static void
sheet_free (gpointer data)
{
  TosoWorksheet *sheet = data;

  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_hash_table_unref (sheet->hidden_rows);
  g_hash_table_unref (sheet->hidden_columns);
  g_free (sheet);
}

TosoWorkbook *
toso_workbook_new (const char *name)
{
  TosoWorkbook *workbook = g_new0 (TosoWorkbook, 1);

  workbook->name = g_strdup (name);
  workbook->sheets = g_ptr_array_new_with_free_func (sheet_free);
  workbook->texts = g_string_chunk_new (16 * 1024);
  return workbook;
}

void
toso_workbook_free (TosoWorkbook *workbook)
{
  if (workbook == NULL)
    return;

  g_free (workbook->name);
  g_ptr_array_unref (workbook->sheets);
  g_string_chunk_free (workbook->texts);
  g_free (workbook);
}

static void
row_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

TosoWorksheet *
toso_workbook_add (TosoWorkbook *workbook,
                   const char   *name)
{
  TosoWorksheet   *sheet = g_new0 (TosoWorksheet, 1);
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  sheet->name = toso_text_normalize (valid);
  sheet->rows = g_ptr_array_new_with_free_func (row_free);
  sheet->hidden_rows = g_hash_table_new (NULL, NULL);
  sheet->hidden_columns = g_hash_table_new (NULL, NULL);
  g_ptr_array_add (workbook->sheets, sheet);
  return sheet;
}

void
toso_workbook_set_too_large (TosoWorkbook *workbook,
                             GError      **error)
{
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
               _ ("“%s” is too large to be a table of villages. Keep only the rows and columns of the table, and try again."),
               workbook->name);
}

/* The place of @column in @cells, or where it would be. */
static guint
find_place (const GArray *cells,
            guint         column)
{
  guint low = 0;
  guint high = cells->len;

  /* Mostly at the end. */
  if (high > 0 && g_array_index (cells, TosoWorksheetCell, high - 1).column < column)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (cells, TosoWorksheetCell, middle).column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static const char *
keep_text (TosoWorkbook *workbook,
           const char   *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *nfc = NULL;

  if (strlen (text) < MAX_TEXT && g_str_is_ascii (text))
    return g_string_chunk_insert_const (workbook->texts, text);

  valid = g_utf8_make_valid (text, -1);
  if (g_utf8_strlen (valid, -1) > MAX_TEXT)
    *g_utf8_offset_to_pointer (valid, MAX_TEXT) = '\0';
  nfc = toso_text_normalize (valid);
  return g_string_chunk_insert_const (workbook->texts, nfc);
}

gboolean
toso_workbook_put (TosoWorkbook     *workbook,
                   TosoWorksheet    *sheet,
                   guint             row,
                   TosoWorksheetCell cell,
                   GError          **error)
{
  GArray *cells;
  guint   place;

  if (row >= TOSO_WORKSHEET_MAX_ROWS || cell.column >= TOSO_WORKSHEET_MAX_COLUMNS || workbook->n_cells >= TOSO_WORKSHEET_MAX_CELLS)
    {
      toso_workbook_set_too_large (workbook, error);
      return FALSE;
    }

  while (sheet->rows->len <= row)
    g_ptr_array_add (sheet->rows, NULL);
  cells = g_ptr_array_index (sheet->rows, row);
  if (cells == NULL)
    {
      cells = g_array_new (FALSE, FALSE, sizeof (TosoWorksheetCell));
      g_ptr_array_index (sheet->rows, row) = cells;
    }

  cell.text = keep_text (workbook, cell.text);
  sheet->n_columns = MAX (sheet->n_columns, cell.column + 1);
  place = find_place (cells, cell.column);
  if (place < cells->len && g_array_index (cells, TosoWorksheetCell, place).column == cell.column)
    g_array_index (cells, TosoWorksheetCell, place) = cell;
  else
    {
      g_array_insert_val (cells, place, cell);
      workbook->n_cells++;
    }

  return TRUE;
}

const TosoWorksheetCell *
toso_worksheet_get (const TosoWorksheet *sheet,
                    guint                row,
                    guint                column)
{
  const GArray *cells = row < sheet->rows->len ? g_ptr_array_index (sheet->rows, row) : NULL;
  guint         place;

  if (cells == NULL)
    return NULL;
  place = find_place (cells, column);
  if (place >= cells->len || g_array_index (cells, TosoWorksheetCell, place).column != column)
    return NULL;

  return &g_array_index (cells, TosoWorksheetCell, place);
}

const char *
toso_worksheet_get_text (const TosoWorksheet *sheet,
                         guint                row,
                         guint                column)
{
  const TosoWorksheetCell *cell = toso_worksheet_get (sheet, row, column);

  return cell != NULL ? cell->text : "";
}

gboolean
toso_worksheet_is_hidden (const TosoWorksheet *sheet,
                          guint                row,
                          guint                column)
{
  return g_hash_table_contains (sheet->hidden_rows, GUINT_TO_POINTER (row)) ||
         g_hash_table_contains (sheet->hidden_columns, GUINT_TO_POINTER (column));
}

char *
toso_worksheet_name_cell (guint row,
                          guint column)
{
  char  letters[8] = { 0 };
  guint n = 0;

  for (column++; column > 0 && n < sizeof letters - 1; column = (column - 1) / 26)
    letters[n++] = (char) ('A' + (column - 1) % 26);
  letters[n] = '\0';
  g_strreverse (letters);

  return g_strdup_printf ("%s%u", letters, row + 1);
}

/* --- old fonts --- */

/* Typed in .VnTime or VNI-Times: Latin letters that are none.  Told by all
 * cells together, so that "°" or "µ" alone is left as it is. */
static TosoEncoding
guess_encoding (const TosoWorkbook *workbook)
{
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);

      for (guint row = 0; row < sheet->rows->len; row++)
        {
          const GArray *cells = g_ptr_array_index (sheet->rows, row);

          for (guint k = 0; cells != NULL && k < cells->len && texts->len < MAX_SAMPLE; k++)
            if (!g_str_is_ascii (g_array_index (cells, TosoWorksheetCell, k).text))
              g_string_append_printf (texts, "%s\n", g_array_index (cells, TosoWorksheetCell, k).text);
        }
    }

  return toso_legacy_guess (texts->str, texts->len);
}

static void
restore_cell (TosoWorkbook      *workbook,
              TosoWorksheetCell *cell,
              TosoEncoding       encoding)
{
  g_autofree char *text = g_str_is_ascii (cell->text) ? NULL : toso_legacy_decode (cell->text, strlen (cell->text), encoding);

  if (text != NULL)
    cell->text = keep_text (workbook, text);
}

static void
restore_texts (TosoWorkbook *workbook)
{
  TosoEncoding encoding = guess_encoding (workbook);

  for (guint i = 0; encoding != TOSO_ENCODING_AUTO && i < workbook->sheets->len; i++)
    {
      const TosoWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);

      for (guint row = 0; row < sheet->rows->len; row++)
        {
          GArray *cells = g_ptr_array_index (sheet->rows, row);

          for (guint k = 0; cells != NULL && k < cells->len; k++)
            restore_cell (workbook, &g_array_index (cells, TosoWorksheetCell, k), encoding);
        }
    }
}

/* --- files --- */

static gboolean
begins_with (const char *bytes,
             gsize       length,
             const char *mark,
             gsize       mark_length)
{
  return length >= mark_length && memcmp (bytes, mark, mark_length) == 0;
}

/* An OLE file names its streams in UTF-16. */
static gboolean
is_encrypted (const char *bytes,
              gsize       length)
{
  static const char mark[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  for (gsize i = 0; i + sizeof mark <= length; i++)
    if (bytes[i] == 'E' && memcmp (bytes + i, mark, sizeof mark - 1) == 0)
      return TRUE;

  return FALSE;
}

TosoWorkbook *
toso_workbook_read_bytes (GBytes      *content,
                          const char  *name,
                          TosoEncoding encoding,
                          GError     **error)
{
  gsize         length;
  const char   *bytes = g_bytes_get_data (content, &length);
  TosoWorkbook *workbook;

  if (length == 0)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is empty. Ask for the file again."), name);
  else if (length > TOSO_WORKBOOK_MAX_BYTES)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is larger than 64 MB, too large to be a table of villages. Keep only the rows and columns of the table, and try again."), name);
  else if (begins_with (bytes, length, "\xd0\xcf\x11\xe0", 4))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 is_encrypted (bytes, length)
                   ? _ ("“%s” is locked with a password. Open it in Excel, take the password away, save it, and try again.")
                   : _ ("“%s” is an old Excel file (.xls). Open it in Excel or LibreOffice, save it as .xlsx, and try again."),
                 name);
  else if (begins_with (bytes, length, "PK\003\004", 4))
    {
      workbook = toso_xlsx_read (content, name, error);
      if (workbook != NULL)
        restore_texts (workbook);
      return workbook;
    }
  else
    return toso_csv_read (content, name, encoding, error);

  return NULL;
}

static GBytes *
load (GFile        *file,
      const char   *name,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, &cause);

  while (stream != NULL && content->len <= TOSO_WORKBOOK_MAX_BYTES)
    {
      g_autoptr (GBytes) chunk = g_input_stream_read_bytes (G_INPUT_STREAM (stream), CHUNK, cancellable, &cause);

      if (chunk == NULL)
        break;
      if (g_bytes_get_size (chunk) == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      g_byte_array_append (content, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
    }
  if (cause == NULL)
    return g_byte_array_free_to_bytes (g_steal_pointer (&content)); /* too large: said by the reader */

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                 _ ("The file “%s” is not there. Check its name and folder."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is a folder. Choose the tables in it."), name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” cannot be read (%s). Check that the file may be opened."), name, cause->message);
  return NULL;
}

TosoWorkbook *
toso_workbook_read_file (GFile        *file,
                         TosoEncoding  encoding,
                         GBytes      **content,
                         GCancellable *cancellable,
                         GError      **error)
{
  g_autofree char *name = toso_text_file_dup_name (file);
  g_autoptr (GBytes) bytes = load (file, name, cancellable, error);
  TosoWorkbook *workbook;

  if (bytes == NULL)
    return NULL;

  workbook = toso_workbook_read_bytes (bytes, name, encoding, error);
  if (workbook != NULL && content != NULL)
    *content = g_steal_pointer (&bytes);
  return workbook;
}
