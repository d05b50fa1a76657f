/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-table-writer.h"

#include <string.h>

#include "exchange/toso-xlsx-writer.h"

#define MAX_SHEET_NAME 31
#define MAX_CELL       32767
/* Whole numbers beyond this lose digits in a spreadsheet. */
#define MAX_DIGITS 15

static void
append_field (GString    *csv,
              const char *text,
              gboolean    is_number)
{
  /* "=1+1" would be reckoned where the file is opened. */
  gboolean is_formula = !is_number && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (!is_formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  if (is_formula)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

GBytes *
toso_plain_table_to_csv (TosoPlainTable *table)
{
  GString *csv = g_string_new ("\xef\xbb\xbf");
  guint    n = g_strv_length (table->columns);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_field (csv, table->columns[i], FALSE);
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < table->rows->len; row++)
    {
      const char **values = g_ptr_array_index (table->rows, row);

      for (guint i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (csv, ',');
          if (values[i] != NULL)
            append_field (csv, values[i], table->is_number[i]);
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free_to_bytes (csv);
}

static void
write_value (lxw_worksheet *sheet,
             lxw_row_t      row,
             lxw_col_t      column,
             const char    *text,
             gboolean       is_number)
{
  g_autofree char *cut = NULL;

  if (text == NULL)
    return;
  if (is_number && strlen (text) <= MAX_DIGITS)
    {
      worksheet_write_number (sheet, row, column, g_ascii_strtod (text, NULL), NULL);
      return;
    }

  if (g_utf8_strlen (text, -1) > MAX_CELL)
    cut = g_utf8_substring (text, 0, MAX_CELL);
  worksheet_write_string (sheet, row, column, cut != NULL ? cut : text, NULL);
}

static void
write_table (lxw_workbook   *workbook,
             lxw_format     *bold,
             TosoPlainTable *table)
{
  g_autofree char *name = g_strndup (table->name, MAX_SHEET_NAME);
  lxw_worksheet   *sheet = workbook_add_worksheet (workbook, name);
  guint            n = g_strv_length (table->columns);

  if (sheet == NULL)
    return;

  for (guint i = 0; i < n; i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, table->columns[i], bold);
  for (guint row = 0; row < MIN (table->rows->len, LXW_ROW_MAX - 1); row++)
    {
      const char **values = g_ptr_array_index (table->rows, row);

      for (guint i = 0; i < n; i++)
        write_value (sheet, row + 1, (lxw_col_t) i, values[i], table->is_number[i]);
    }
  worksheet_freeze_panes (sheet, 1, 0);
}

GBytes *
toso_plain_tables_to_xlsx (GPtrArray *tables,
                           GError   **error)
{
  TosoXlsxWriter writer;
  lxw_format    *bold;

  if (!toso_xlsx_writer_begin (&writer, error))
    return NULL;

  bold = workbook_add_format (writer.workbook);
  format_set_bold (bold);
  for (guint i = 0; i < tables->len; i++)
    write_table (writer.workbook, bold, g_ptr_array_index (tables, i));

  return toso_xlsx_writer_end (&writer, error);
}
