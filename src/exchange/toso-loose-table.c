/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/toso-reading.h"
#include "exchange/toso-table-words.h"

/* A table that was pasted with each cell on a line of its own: no hand can tell
 * an empty cell in it, so it stays text, and is told of. */

/* Of one heading, and of all of them. */
#define MAX_HEADING_BYTES 120
#define MAX_HEADINGS      8
#define MIN_HEADINGS      2

static gboolean
is_heading (const char *plain)
{
  static const char *const words[] = { "nhiem vu", "noi dung", "chu tri", "phoi hop", "thoi gian",
                                       "chi tieu", "don vi", "ket qua", "ghi chu", NULL };

  return toso_words_has_any (plain, words);
}

/* How many of the short lines after @line head a column. */
static guint
count_headings (const TosoText *text,
                guint           line)
{
  guint n = 0;

  for (guint i = line + 1; i < text->lines->len && i <= line + MAX_HEADINGS; i++)
    {
      const TosoTextLine *at = toso_text_line (text, i);
      g_autofree char    *words = NULL;
      g_autofree char    *plain = NULL;

      if (at->end - at->start > MAX_HEADING_BYTES)
        break;
      words = toso_text_dup_line (text, i);
      plain = toso_words_plain (words);
      n += is_heading (plain);
    }

  return n;
}

void
toso_loose_tables_remark (TosoReading *reading)
{
  const TosoText *text = reading->text;

  for (guint i = 0; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;
      g_autofree char    *plain = NULL;
      TosoSpan            span = { line->start, line->end };

      if (line->end - line->start > MAX_HEADING_BYTES)
        continue;
      words = toso_text_dup_line (text, i);
      plain = toso_words_plain (words);
      if (toso_words_is_ordinal (plain) && count_headings (text, i) >= MIN_HEADINGS)
        toso_reading_remark (reading, span, line->number, "%s",
                             _ ("A table stands here with each cell on a line of its own. It is kept as text; no target or task was made of it. Paste it as a table, or add them by hand."));
    }
}
