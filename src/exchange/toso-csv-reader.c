/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "exchange/toso-text-file.h"

/* Fields of a text: between semicolons, commas or tabs, in double quotes where
 * they hold one of these or a line's end. */

#define SNIFFED_LINES 50

/* Of lines outside of quotes: how many have the separator, and as many as the
 * line before. */
static guint
rate (const char *text,
      char        separator)
{
  gboolean quoted = FALSE;
  guint    n_lines = 0;
  guint    n_here = 0;
  guint    n_before = 0;
  guint    score = 0;

  for (const char *p = text; n_lines < SNIFFED_LINES; p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (*p == separator && !quoted)
        n_here++;
      else if (*p == '\0' || (*p == '\n' && !quoted))
        {
          if (n_here > 0)
            score += n_here == n_before ? 3 : 1;
          n_before = n_here;
          n_here = 0;
          n_lines++;
        }
      if (*p == '\0')
        break;
    }

  return score;
}

/* "1,5" has a comma too: the semicolon of a Vietnamese Excel goes first. */
static char
find_separator (const char **text)
{
  static const char separators[] = { ';', '\t', ',' };
  char              best = ',';
  guint             most = 0;

  if (g_str_has_prefix (*text, "sep=") && (*text)[4] != '\0' && strchr ("\r\n", (*text)[5]) != NULL)
    {
      best = (*text)[4];
      *text += 5 + strspn (*text + 5, "\r\n");
      return best;
    }

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint score = rate (*text, separators[i]);

      if (score > most)
        {
          most = score;
          best = separators[i];
        }
    }

  return best;
}

/* One field; @p is left at what ended it. */
static void
take_field (const char **p,
            char         separator,
            GString     *field)
{
  const char *at = *p;

  g_string_truncate (field, 0);
  while (*at == ' ')
    at++;
  if (*at != '"')
    {
      gsize length;
      char  ends[] = { separator, '\r', '\n', '\0' };

      at = *p;
      length = strcspn (at, ends);
      g_string_append_len (field, at, (gssize) length);
      *p = at + length;
      return;
    }

  for (at++; *at != '\0'; at++)
    {
      if (at[0] == '"' && at[1] == '"')
        at++;
      else if (*at == '"')
        break;
      g_string_append_c (field, *at);
    }
  if (*at == '"')
    at++;
  /* What stands behind the closing quote belongs to it, as Excel reads it. */
  while (*at != '\0' && *at != separator && *at != '\r' && *at != '\n')
    g_string_append_c (field, *at++);
  *p = at;
}

static gboolean
read_rows (TosoWorkbook *workbook,
           const char   *text,
           GError      **error)
{
  TosoWorksheet *sheet = toso_workbook_add (workbook, "");
  const char    *p = text;
  char           separator = find_separator (&p);
  g_autoptr (GString) field = g_string_new (NULL);
  guint row = 0;
  guint column = 0;

  while (*p != '\0')
    {
      take_field (&p, separator, field);
      g_strstrip (field->str);
      if (*field->str != '\0' &&
          !toso_workbook_put (workbook, sheet, row, (TosoWorksheetCell){ .column = column, .text = field->str }, error))
        return FALSE;

      if (*p == separator)
        {
          p++;
          column++;
        }
      else
        {
          p += *p == '\r' && p[1] == '\n' ? 2 : *p != '\0';
          row++;
          column = 0;
        }
    }

  return TRUE;
}

TosoWorkbook *
toso_csv_read (GBytes      *content,
               const char  *name,
               TosoEncoding encoding,
               GError     **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (TosoWorkbook) workbook = NULL;
  g_autofree char *text = NULL;
  gsize            length;
  const char      *bytes = g_bytes_get_data (content, &length);

  if (encoding == TOSO_ENCODING_AUTO)
    encoding = toso_legacy_guess (bytes, length);
  text = toso_text_file_decode (content, name, encoding, &cause);
  if (text == NULL && g_error_matches (cause, TOSO_ERROR, TOSO_ERROR_ENCODING))
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (text == NULL)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is no table. Save it as .xlsx, or as .csv in UTF-8, and try again."), name);
  if (text == NULL)
    return NULL;

  workbook = toso_workbook_new (name);
  return read_rows (workbook, text, error) ? g_steal_pointer (&workbook) : NULL;
}
