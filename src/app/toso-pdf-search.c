/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-search.h"

#include <string.h>

#include "core/toso-text.h"

typedef struct
{
  GString *folded;
  GArray  *origins; /* of guint: the character that each byte comes from */
} Page;

static void
append (Page       *page,
        const char *folded,
        guint       origin)
{
  for (const char *p = folded; *p != '\0'; p++)
    {
      g_string_append_c (page->folded, *p);
      g_array_append_val (page->origins, origin);
    }
}

/* Blanks of any kind and number are one, as between words of two lines. */
static void
fold_page (Page       *page,
           const char *text)
{
  guint at = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar         c = g_utf8_get_char (p);
      char             letter[7] = { 0 };
      g_autofree char *folded = NULL;

      if (g_unichar_isspace (c))
        {
          if (page->folded->len > 0 && page->folded->str[page->folded->len - 1] != ' ')
            append (page, " ", at);
          continue;
        }
      if (c < 0x80)
        {
          letter[0] = g_ascii_tolower ((char) c);
          append (page, letter, at);
          continue;
        }
      g_unichar_to_utf8 (c, letter);
      folded = toso_text_fold (letter);
      append (page, folded, at);
    }
}

/* Whether a diacritic that was typed is there too. */
static gboolean
agrees (const char *text,
        TosoPdfSpan span,
        const char *words)
{
  g_autofree char *found = g_utf8_substring (text, span.start, span.end);
  g_autofree char *squeezed = toso_text_squeeze (g_strdelimit (found, "\n\t", ' '));

  return toso_text_matches (squeezed, words);
}

GArray *
toso_pdf_search_text (const char *text,
                      const char *words)
{
  GArray          *spans = g_array_new (FALSE, FALSE, sizeof (TosoPdfSpan));
  g_autofree char *squeezed = toso_text_squeeze (words);
  g_autofree char *needle = toso_text_fold (squeezed);
  gsize            length = strlen (needle);
  Page             page = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint)) };
  const char      *at;

  fold_page (&page, text);
  at = length > 0 ? strstr (page.folded->str, needle) : NULL;
  while (at != NULL)
    {
      gsize       offset = at - page.folded->str;
      TosoPdfSpan span = { g_array_index (page.origins, guint, offset),
                           g_array_index (page.origins, guint, offset + length - 1) + 1 };

      if (agrees (text, span, squeezed))
        g_array_append_val (spans, span);
      at = strstr (at + length, needle);
    }
  g_string_free (page.folded, TRUE);
  g_array_unref (page.origins);

  return spans;
}
