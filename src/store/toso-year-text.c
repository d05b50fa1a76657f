/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-text.h"

/* Letters of a text in a journal title. */
#define TITLE_CHARS 60

static gboolean
has_control (const char *text,
             gboolean    lines)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x20 && *p != '\t' && !(lines && *p == '\n'))
      return TRUE;

  return strchr (text, 0x7f) != NULL;
}

gboolean
toso_year_take_text (const char *text,
                     gboolean    lines,
                     char      **kept,
                     GError    **error)
{
  g_autofree char *shown = NULL;

  *kept = NULL;
  if (text == NULL)
    return TRUE;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The text is not in Unicode. Type it again, or convert it first. Nothing was changed."));
      return FALSE;
    }
  if (has_control (text, lines))
    {
      shown = toso_year_shorten (text);
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                   _ ("“%s” holds characters that cannot be printed or a line break where none may stand. Type it again. Nothing was changed."), shown);
      return FALSE;
    }

  *kept = toso_text_normalize (text);
  return TRUE;
}

/* The same in place; NULL becomes "". */
gboolean
toso_year_take_into (char   **text,
                     gboolean lines,
                     GError **error)
{
  char *kept;

  if (!toso_year_take_text (*text != NULL ? *text : "", lines, &kept, error))
    return FALSE;

  toso_year_replace (text, kept);
  return TRUE;
}

void
toso_year_replace (char **string,
                   char  *value)
{
  g_free (*string);
  *string = value;
}

char *
toso_year_fold (const char *first,
                const char *second)
{
  g_autofree char *text = NULL;

  if (second == NULL || *second == '\0')
    return toso_text_fold (first);

  text = g_strconcat (first, "\n", second, NULL);
  return toso_text_fold (text);
}

char *
toso_year_shorten (const char *text)
{
  g_autofree char *line = NULL;
  g_autofree char *start = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return g_strdup ("…");

  line = g_strndup (text, strcspn (text, "\n"));
  g_strdelimit (g_strstrip (line), "\t\r", ' ');
  if (g_utf8_strlen (line, -1) <= TITLE_CHARS)
    return g_steal_pointer (&line);

  start = g_utf8_substring (line, 0, TITLE_CHARS);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/* For formats that are data: printf's own check cannot see them. */
char *
toso_year_title (const char *format,
                 const char *name)
{
  GString *title = g_string_new (format);

  g_string_replace (title, "%s", name, 1);

  return g_string_free (title, FALSE);
}

/* --- lists of printed lines, a line each --- */

char *
toso_year_join (const char *const *lines)
{
  return lines != NULL ? g_strjoinv ("\n", (GStrv) lines) : NULL;
}

GStrv
toso_year_split (const char *text)
{
  return text != NULL ? g_strsplit (text, "\n", -1) : NULL;
}

GPtrArray *
toso_year_split_array (const char *text)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) parts = toso_year_split (text);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    g_ptr_array_add (lines, g_steal_pointer (&parts[i]));

  return g_steal_pointer (&lines);
}
