/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-xlsx-private.h"

#include <string.h>

#define MAX_SHEETS  200
#define MAX_STRINGS 1000000

static void
sheet_free (gpointer data)
{
  TosoXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

void
toso_xlsx_book_clear (TosoXlsxBook *book)
{
  g_clear_pointer (&book->sheets, g_ptr_array_unref);
  g_clear_pointer (&book->strings, g_ptr_array_unref);
  g_clear_pointer (&book->style_is_day, g_array_unref);
}

typedef struct
{
  TosoXlsx     *xlsx;
  TosoXlsxBook *book;
  GHashTable   *targets; /* relation id → part */
  GHashTable   *formats; /* number of the format → whether it is of a day, + 1 */
  GString      *text;    /* of a shared string; NULL: outside of one */
  gboolean      in_text;
  gboolean      in_phonetic;
  gboolean      in_cell_formats;
} Reading;

/* --- workbook.xml --- */

static void
book_start_cb (void        *data,
               const char  *name,
               const char **attributes)
{
  Reading *reading = data;

  if (g_str_equal (name, "workbookPr"))
    {
      const char *from_1904 = toso_xlsx_attribute (attributes, "date1904");

      reading->book->from_1904 = from_1904 != NULL && (g_str_equal (from_1904, "1") || g_str_equal (from_1904, "true"));
    }
  else if (g_str_equal (name, "sheet"))
    {
      const char    *title = toso_xlsx_attribute (attributes, "name");
      const char    *relation = NULL;
      const char    *state = toso_xlsx_attribute (attributes, "state");
      const char    *target;
      TosoXlsxSheet *sheet;

      for (guint i = 0; attributes[i] != NULL; i += 2)
        if (g_str_has_suffix (attributes[i], ":id"))
          relation = attributes[i + 1];
      target = relation != NULL ? g_hash_table_lookup (reading->targets, relation) : NULL;
      /* One of charts only has no cells. */
      if (target == NULL || strstr (target, "chartsheet") != NULL || reading->book->sheets->len >= MAX_SHEETS)
        return;

      sheet = g_new0 (TosoXlsxSheet, 1);
      sheet->name = g_strdup (title != NULL ? title : "");
      sheet->part = g_strdup (target);
      sheet->hidden = state != NULL && !g_str_equal (state, "visible");
      g_ptr_array_add (reading->book->sheets, sheet);
    }
}

/* "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" */
static void
relation_start_cb (void        *data,
                   const char  *name,
                   const char **attributes)
{
  Reading    *reading = data;
  const char *id = toso_xlsx_attribute (attributes, "Id");
  const char *target = toso_xlsx_attribute (attributes, "Target");

  if (!g_str_equal (name, "Relationship") || id == NULL || target == NULL)
    return;

  g_hash_table_insert (reading->targets, g_strdup (id),
                       *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL));
}

/* --- sharedStrings.xml --- */

static void
string_start_cb (void        *data,
                 const char  *name,
                 const char **attributes)
{
  Reading *reading = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (reading->text, 0);
  else if (g_str_equal (name, "rPh"))
    reading->in_phonetic = TRUE;
  else if (g_str_equal (name, "t"))
    reading->in_text = !reading->in_phonetic;
}

static void
string_end_cb (void       *data,
               const char *name)
{
  Reading *reading = data;

  if (g_str_equal (name, "t"))
    reading->in_text = FALSE;
  else if (g_str_equal (name, "rPh"))
    reading->in_phonetic = FALSE;
  else if (g_str_equal (name, "si"))
    {
      if (reading->book->strings->len >= MAX_STRINGS)
        toso_xlsx_stop (reading->xlsx);
      else
        g_ptr_array_add (reading->book->strings, g_strdup (reading->text->str));
    }
}

static void
string_text_cb (void       *data,
                const char *text,
                int         length)
{
  Reading *reading = data;

  if (reading->in_text && reading->text->len < 128 * 1024)
    g_string_append_len (reading->text, text, length);
}

/* --- styles.xml --- */

/* A day has its month or its year; what stands in quotes, in brackets or
 * behind a backslash is only shown. */
static gboolean
is_day_format (const char *code)
{
  gboolean has_day = FALSE;
  gboolean has_year = FALSE;
  gboolean has_month = FALSE;

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      if (*p == '"' || *p == '[')
        {
          const char *end = strchr (p + 1, *p == '"' ? '"' : ']');

          if (end == NULL)
            break;
          p = end;
        }
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        p++;
      else if (*p == 'd' || *p == 'D')
        has_day = TRUE;
      else if (*p == 'y' || *p == 'Y')
        has_year = TRUE;
      else if (*p == 'm' || *p == 'M')
        has_month = TRUE;
    }

  return (has_day && has_month) || (has_month && has_year) || (has_day && has_year);
}

/* ECMA-376, part 1, 18.8.30: the numbers that need no code. */
static gboolean
is_day_number (guint number)
{
  return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36 ||
         (number >= 50 && number <= 54) || number == 57 || number == 58;
}

static guint
get_number (const char *text)
{
  guint64 number = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL) ? (guint) number : 0;
}

static void
style_start_cb (void        *data,
                const char  *name,
                const char **attributes)
{
  Reading *reading = data;

  if (g_str_equal (name, "numFmt"))
    {
      const char *code = toso_xlsx_attribute (attributes, "formatCode");
      guint       number = get_number (toso_xlsx_attribute (attributes, "numFmtId"));

      g_hash_table_insert (reading->formats, GUINT_TO_POINTER (number),
                           GINT_TO_POINTER (1 + (code != NULL && is_day_format (code))));
    }
  else if (g_str_equal (name, "cellXfs"))
    reading->in_cell_formats = TRUE;
  else if (g_str_equal (name, "xf") && reading->in_cell_formats)
    {
      guint    number = get_number (toso_xlsx_attribute (attributes, "numFmtId"));
      gpointer known = g_hash_table_lookup (reading->formats, GUINT_TO_POINTER (number));
      gboolean is_day = known != NULL ? GPOINTER_TO_INT (known) == 2 : is_day_number (number);

      g_array_append_val (reading->book->style_is_day, is_day);
    }
}

static void
style_end_cb (void       *data,
              const char *name)
{
  Reading *reading = data;

  if (g_str_equal (name, "cellXfs"))
    reading->in_cell_formats = FALSE;
}

gboolean
toso_xlsx_read_book (TosoXlsx     *xlsx,
                     TosoXlsxBook *book,
                     GError      **error)
{
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Reading reading = { .xlsx = xlsx, .book = book, .targets = targets, .formats = formats, .text = text };

  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  book->strings = g_ptr_array_new_with_free_func (g_free);
  book->style_is_day = g_array_new (FALSE, FALSE, sizeof (gboolean));

  if (!toso_xlsx_parse (xlsx, "xl/_rels/workbook.xml.rels", relation_start_cb, NULL, NULL, &reading, error) ||
      !toso_xlsx_parse (xlsx, "xl/workbook.xml", book_start_cb, NULL, NULL, &reading, error))
    return FALSE;
  if (toso_xlsx_has (xlsx, "xl/sharedStrings.xml") &&
      !toso_xlsx_parse (xlsx, "xl/sharedStrings.xml", string_start_cb, string_end_cb, string_text_cb, &reading, error))
    {
      if (error != NULL && *error == NULL)
        toso_xlsx_set_bad (xlsx, error);
      return FALSE;
    }
  if (toso_xlsx_has (xlsx, "xl/styles.xml") &&
      !toso_xlsx_parse (xlsx, "xl/styles.xml", style_start_cb, style_end_cb, NULL, &reading, error))
    return FALSE;
  if (book->sheets->len == 0)
    {
      toso_xlsx_set_bad (xlsx, error);
      return FALSE;
    }

  return TRUE;
}
