/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-text-lines.h"

#include <stdlib.h>
#include <string.h>

#include "core/toso-text.h"
#include "exchange/toso-label-reader.h"

#define TAB_COLUMNS 8

void
toso_text_free (TosoText *text)
{
  if (text == NULL)
    return;

  g_array_unref (text->lines);
  g_array_unref (text->noises);
  g_hash_table_unref (text->rows);
  g_free (text);
}

TosoTextLine *
toso_text_line (const TosoText *text,
                guint           index)
{
  return &g_array_index (text->lines, TosoTextLine, index);
}

/* Bytes of the space at @p, 0 when there is none: blanks, the no-break space
 * and its kin, and the marks without width that editors leave behind. */
static gsize
space_length (const char *p,
              const char *end)
{
  gunichar letter;

  if (p >= end)
    return 0;
  if (*p == ' ' || *p == '\t')
    return 1;
  if ((guchar) *p < 0xc2)
    return 0;
  letter = g_utf8_get_char (p);
  if (letter != 0x200b && letter != 0x2060 && letter != 0xfeff && !g_unichar_isspace (letter))
    return 0;
  return (gsize) (g_utf8_next_char (p) - p);
}

static const char *
trim_end (const char *start,
          const char *end)
{
  while (end > start)
    {
      const char *last = g_utf8_find_prev_char (start, end);

      if (last == NULL || space_length (last, end) != (gsize) (end - last))
        break;
      end = last;
    }
  return end;
}

/* The end of the line at @p, and in @next where the one after it begins. */
static const char *
find_line_end (const char  *p,
               const char  *end,
               const char **next)
{
  for (; p < end; p++)
    {
      if (*p == '\n' || *p == '\f' || *p == '\v')
        {
          *next = p + 1;
          return p;
        }
      if (*p == '\r')
        {
          *next = p + (p + 1 < end && p[1] == '\n' ? 2 : 1);
          return p;
        }
      if (end - p >= 3 && (memcmp (p, "\xe2\x80\xa8", 3) == 0 || memcmp (p, "\xe2\x80\xa9", 3) == 0))
        {
          *next = p + 3;
          return p;
        }
    }
  *next = end;
  return end;
}

TosoText *
toso_text_new (const char *source,
               gsize       length)
{
  g_autoptr (TosoText) text = g_new0 (TosoText, 1);
  const char *end = source + length;
  const char *next = NULL;
  const char *p;
  guint       number = 1;
  guint       blank = 0;
  gboolean    page_break = FALSE;

  text->source = source;
  text->length = length;
  text->lines = g_array_new (FALSE, TRUE, sizeof (TosoTextLine));
  text->rows = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  text->noises = g_array_new (FALSE, TRUE, sizeof (TosoNoise));

  for (p = source; p < end; p = next)
    {
      const char  *line_end = find_line_end (p, end, &next);
      TosoTextLine line = { 0 };
      const char  *start = p;
      gsize        space;

      while ((space = space_length (start, line_end)) > 0)
        start += space;
      if (start < line_end)
        {
          line.left = (guint32) (p - source);
          line.start = (guint32) (start - source);
          line.end = (guint32) (trim_end (start, line_end) - source);
          line.number = number;
          line.blank = (guint16) MIN (blank, G_MAXUINT16);
          line.page_break = page_break;
          g_array_append_val (text->lines, line);
          if (text->lines->len > TOSO_MAX_TEXT_LINES)
            return NULL;
          blank = 0;
          page_break = FALSE;
        }
      else
        {
          blank++;
        }
      if (line_end < end && *line_end == '\f')
        page_break = TRUE;
      else
        number++;
    }
  g_array_set_size (text->noises, text->lines->len);

  return g_steal_pointer (&text);
}

char *
toso_text_dup (const TosoText *text,
               gsize           start,
               gsize           end)
{
  return toso_text_compose (text->source + start, end - start);
}

char *
toso_text_dup_line (const TosoText *text,
                    guint           index)
{
  const TosoTextLine *line = toso_text_line (text, index);

  return toso_text_dup (text, line->start, line->end);
}

guint
toso_text_indent (const TosoText *text,
                  guint           index)
{
  const TosoTextLine *line = toso_text_line (text, index);
  guint               columns = 0;
  guint32             at;

  for (at = line->left; at < line->start; at++)
    {
      if (text->source[at] == '\t')
        columns += TAB_COLUMNS - columns % TAB_COLUMNS;
      else if (text->source[at] == ' ' || text->source[at] == '\xc2')
        columns++;
    }
  return columns;
}

static double
letter_width (gunichar letter)
{
  static const guint16 widths[] = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, /* space … / */
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, /* 0 … ? */
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, /* @ … O */
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, /* P … _ */
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, /* ` … o */
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, 500, /* p … ~ */
  };
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (letter >= 0x80)
    {
      if (letter == 0x0111)
        return 500;
      if (letter == 0x2026)
        return 1000;
      if (g_unichar_ismark (letter))
        return 0;
      if (g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) == 0 || parts[0] >= 0x80)
        return 500;
      letter = parts[0];
    }
  return letter < 0x20 ? 250 : widths[letter - 0x20];
}

double
toso_text_width (const char *text)
{
  double width = 0;
  guint  seen = 0;

  for (; *text != '\0' && seen < 400; text = g_utf8_next_char (text), seen++)
    width += letter_width (g_utf8_get_char (text));
  return width;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

typedef struct
{
  GArray *widths; /* of lines that go on in the next one */
  guint   wrapped_close;
  guint   wrapped_base;
  guint   starters;
  guint   starters_apart;
  guint   starters_indented;
  guint   too_wide;
} Tally;

static void
tally_line (const TosoText *text,
            guint           index,
            guint           base_indent,
            Tally          *tally)
{
  const TosoTextLine *line = toso_text_line (text, index);
  g_autofree char    *words = toso_text_dup_line (text, index);
  g_autofree char    *before = NULL;
  double              width;

  if (toso_label_read (words).kind != TOSO_LABEL_NONE || toso_is_bullet (words))
    {
      tally->starters++;
      tally->starters_apart += line->blank > 0;
      tally->starters_indented += toso_text_indent (text, index) > base_indent;
      return;
    }
  if (!g_unichar_islower (g_utf8_get_char (words)))
    return;

  before = toso_text_dup_line (text, index - 1);
  width = toso_text_width (before);
  g_array_append_val (tally->widths, width);
  tally->wrapped_close += line->blank == 0;
  tally->wrapped_base += toso_text_indent (text, index) == base_indent;
}

/* The indent that most of the lines have that go on a sentence */
static guint
find_base_indent (const TosoText *text)
{
  guint counts[64] = { 0 };
  guint best = 0;
  guint i;

  for (i = 1; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      gunichar            first = g_utf8_get_char (text->source + line->start);

      if (g_unichar_islower (first) && !line->noise)
        counts[MIN (toso_text_indent (text, i), G_N_ELEMENTS (counts) - 1)]++;
    }
  for (i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

void
toso_text_measure (TosoText *text)
{
  Tally tally = { 0 };
  guint n_lines = 0;
  guint i;

  tally.widths = g_array_new (FALSE, FALSE, sizeof (double));
  text->base_indent = find_base_indent (text);
  for (i = 1; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);

      if (line->noise || line->table || toso_text_line (text, i - 1)->noise)
        continue;
      n_lines++;
      tally.too_wide += line->end - line->start > 200;
      tally_line (text, i, text->base_indent, &tally);
    }

  text->wrap = 0;
  if (tally.widths->len >= 3 && tally.widths->len * 25 >= n_lines && tally.too_wide * 6 <= n_lines)
    {
      g_array_sort (tally.widths, compare_doubles);
      text->wrap = g_array_index (tally.widths, double, tally.widths->len * 3 / 4);
    }
  text->gaps_tell = tally.starters >= 3 && tally.widths->len >= 3 &&
                    tally.wrapped_close * 5 >= tally.widths->len * 4 &&
                    tally.starters_apart * 5 >= tally.starters * 3;
  text->indents_tell = tally.starters >= 3 && tally.widths->len >= 3 &&
                       tally.wrapped_base * 10 >= tally.widths->len * 7 &&
                       tally.starters_indented * 10 >= tally.starters * 7;
  g_array_unref (tally.widths);
}
