/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-glue.h"

#include <string.h>

/* Words that a number or letter belongs to: "số 38", "Điều 12", "mức độ 2". */
static const char *const lead_words[] = {
  "số", "ngày", "tháng", "năm", "quý", "kỳ", "điều", "khoản", "điểm", "chương", "mục", "phần", "lục",
  "án", "độ", "thôn", "làng", "bản", "khu", "tổ", "bảng", "biểu", "mẫu", "đợt", "lần", "khóa", "khoá",
  "trang", "hình"
};

static gboolean
is_one_of (gunichar    c,
           const char *set)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

/* Every character of the word is one of @set. */
static gboolean
consists_of (const char *word,
             gsize       length,
             const char *set)
{
  if (length == 0)
    return FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (!is_one_of (g_utf8_get_char (p), set))
      return FALSE;

  return TRUE;
}

static void
strip_openers (const char **word,
               gsize       *length)
{
  while (*length > 0 && is_one_of (g_utf8_get_char (*word), "(“\"‘[«"))
    {
      gsize step = g_utf8_next_char (*word) - *word;

      *word += step;
      *length -= step;
    }
}

/* "70", "1.234,5", "41/41", "≥70"; not a date, a range, a symbol or a number
 * that a comma or full stop follows. */
static gboolean
is_quantity (const char *word,
             gsize       length)
{
  guint slashes = 0;

  strip_openers (&word, &length);
  if (length == 0 || !g_ascii_isdigit (word[0]) || !g_ascii_isdigit (word[length - 1]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (word[i]) && word[i] != '.' && word[i] != ',' && word[i] != '/')
        return FALSE;
      slashes += word[i] == '/';
    }

  return slashes < 2;
}

static gboolean
is_roman (const char *word,
          gsize       length)
{
  gsize n = strspn (word, "IVXLC");

  return n > 0 && (n == length || (n < length && strchr (".,;:)", word[n]) != NULL));
}

static gboolean
is_lead (const char *word,
         gsize       length)
{
  g_autofree char *lower = NULL;

  strip_openers (&word, &length);
  if (length == 0 || length > 12)
    return FALSE;
  lower = g_utf8_strdown (word, (gssize) length);
  for (guint i = 0; i < G_N_ELEMENTS (lead_words); i++)
    if (g_str_equal (lower, lead_words[i]))
      return TRUE;

  return FALSE;
}

/* "số 38", "Phụ lục II", "điểm a". */
static gboolean
is_reference (const char *left,
              gsize       left_length,
              const char *right,
              gsize       right_length)
{
  gboolean ordinal = g_ascii_isdigit (right[0]) || is_roman (right, right_length) ||
                     (right_length == 1 && g_ascii_islower (right[0])) ||
                     (right_length == 2 && memcmp (right, "đ", 2) == 0);

  return ordinal && is_lead (left, left_length);
}

/* "KT.", "UB.", "A.": one to three capitals and a full stop. */
static gboolean
is_abbreviation (const char *word,
                 gsize       length)
{
  guint n = 0;

  if (length < 2 || word[length - 1] != '.')
    return FALSE;
  for (const char *p = word; p < word + length - 1; p = g_utf8_next_char (p), n++)
    if (n == 3 || !g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* "02-" of "02- KH/BCĐTW". */
static gboolean
is_torn_symbol (const char *word,
                gsize       length)
{
  if (length < 2 || word[length - 1] != '-')
    return FALSE;
  for (gsize i = 0; i + 1 < length; i++)
    if (!g_ascii_isdigit (word[i]))
      return FALSE;

  return TRUE;
}

/* "……………………", with what may end it; not the "…" that is left out or the "……" of a day. */
#define SHORTEST_LEADER 8 /* dots; "…" has three */

static gboolean
is_leader (const char *word,
           gsize       length)
{
  guint n = 0;

  for (const char *p = word; p < word + length && is_one_of (g_utf8_get_char (p), ".…"); p = g_utf8_next_char (p))
    n += *p == '.' ? 1 : 3;

  return n >= SHORTEST_LEADER;
}

/* Spaces that leave room for a number or a day: a line that ended there would
 * leave none. */
#define SHORTEST_BLANK 3

static gboolean
are_glued (const char *text,
           GArray     *words,
           guint       i)
{
  const TosoWord *left = &g_array_index (words, TosoWord, i);
  const TosoWord *right = &g_array_index (words, TosoWord, i + 1);
  const char     *a = text + left->start;
  const char     *b = text + right->start;
  gsize           a_length = left->end - left->start;
  gsize           b_length = right->end - right->start;
  gunichar        last = g_utf8_get_char (g_utf8_prev_char (a + a_length));

  if (right->start - left->end >= SHORTEST_BLANK)
    return TRUE;
  if (right->is_leader)
    return FALSE;
  /* The mark of a point or its number: "- Nâng", "1. Mục", "a) Nội". */
  if (i == 0 && a_length <= 8 && is_one_of (last, "-–+*•.)"))
    return TRUE;
  if (consists_of (b, b_length, "-–—&+") || consists_of (b, b_length, ".,;:!?…)”’]»%/"))
    return TRUE;
  if (consists_of (a, a_length, "(“‘[«≥≤><=±"))
    return TRUE;
  /* A dash at a line's end is taken for a hyphen, and lost, when the page is
   * read back. */
  if (consists_of (a, a_length, "-–—"))
    return TRUE;
  if (is_torn_symbol (a, a_length) || is_reference (a, a_length, b, b_length))
    return TRUE;
  if (is_abbreviation (a, a_length))
    return g_unichar_isupper (g_utf8_get_char (b));
  if (is_quantity (a, a_length) && g_unichar_isalpha (g_utf8_get_char (b)))
    {
      const TosoWord *before = left - 1;

      /* A number that belongs to the word before it counts nothing. */
      return i == 0 || !is_lead (text + before->start, before->end - before->start);
    }

  return FALSE;
}

GArray *
toso_glue_split (const char *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (TosoWord));
  const char *p = text;

  while (*p == ' ')
    p++;
  while (*p != '\0')
    {
      TosoWord word = { .start = (int) (p - text) };

      p += strcspn (p, " ");
      word.end = (int) (p - text);
      p += strspn (p, " ");
      word.next = (int) (p - text);
      g_array_append_val (words, word);
    }

  return g_steal_pointer (&words);
}

void
toso_glue_mark (const char *text,
                GArray     *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      TosoWord *word = &g_array_index (words, TosoWord, i);

      word->is_leader = is_leader (text + word->start, word->end - word->start);
    }
  for (guint i = 0; i + 1 < words->len; i++)
    g_array_index (words, TosoWord, i).glued = are_glued (text, words, i);
}
