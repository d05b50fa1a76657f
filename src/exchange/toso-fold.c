/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-fold.h"

#include <string.h>

/* 0 for a mark that is laid over the letter before it */
static char
fold_letter (gunichar letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (letter < 0x80)
    return g_ascii_tolower ((char) letter);

  switch (letter)
    {
    case 0x0110: /* Đ */
    case 0x0111:
    case 0x00d0: /* Ð, typed for it */
      return 'd';
    case 0x2264:
      return TOSO_FOLD_AT_MOST;
    case 0x2265:
      return TOSO_FOLD_AT_LEAST;
    case 0x2026: /* … */
      return '.';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    case 0x201c:
    case 0x201d:
      return '"';
    default:
      break;
    }

  if (g_unichar_isspace (letter) || letter == 0x00a0)
    return ' ';
  if (g_unichar_ismark (letter) || g_unichar_iszerowidth (letter))
    return '\0';
  if (g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) > 0 && parts[0] < 0x80)
    return g_ascii_tolower ((char) parts[0]);
  return TOSO_FOLD_OTHER;
}

TosoFold *
toso_fold_new (const char *text,
               gsize       max_chars)
{
  TosoFold   *fold = g_new0 (TosoFold, 1);
  gsize       room = MIN (strlen (text), max_chars);
  const char *p;

  fold->ascii = g_malloc (room + 1);
  fold->offsets = g_new (guint32, room + 1);
  for (p = text; *p != '\0' && fold->length < room; p = g_utf8_next_char (p))
    {
      char plain = fold_letter (g_utf8_get_char (p));

      if (plain == '\0')
        continue;
      fold->offsets[fold->length] = (guint32) (p - text);
      fold->ascii[fold->length++] = plain;
    }
  fold->ascii[fold->length] = '\0';
  fold->offsets[fold->length] = (guint32) (p - text);

  return fold;
}

void
toso_fold_free (TosoFold *fold)
{
  if (fold == NULL)
    return;

  g_free (fold->ascii);
  g_free (fold->offsets);
  g_free (fold);
}

gboolean
toso_fold_is_word (const TosoFold *fold,
                   gsize           at)
{
  return at < fold->length && (g_ascii_isalnum (fold->ascii[at]) || fold->ascii[at] == TOSO_FOLD_OTHER);
}

gboolean
toso_fold_has (const TosoFold *fold,
               gsize           at,
               const char     *words)
{
  gsize length = strlen (words);

  if (at > fold->length || strncmp (fold->ascii + at, words, length) != 0)
    return FALSE;
  if (at > 0 && g_ascii_isalnum (words[0]) && toso_fold_is_word (fold, at - 1))
    return FALSE;
  return !g_ascii_isalnum (words[length - 1]) || !toso_fold_is_word (fold, at + length);
}

gssize
toso_fold_find (const TosoFold *fold,
                gsize           from,
                const char     *words)
{
  const char *p;

  if (from > fold->length)
    return -1;
  for (p = strstr (fold->ascii + from, words); p != NULL; p = strstr (p + 1, words))
    if (toso_fold_has (fold, (gsize) (p - fold->ascii), words))
      return p - fold->ascii;
  return -1;
}

gsize
toso_fold_has_any (const TosoFold    *fold,
                   gsize              at,
                   const char *const *words)
{
  gsize longest = 0;

  for (; *words != NULL; words++)
    if (toso_fold_has (fold, at, *words))
      longest = MAX (longest, strlen (*words));
  return longest;
}

gboolean
toso_fold_has_exact (const TosoFold *fold,
                     const char     *text,
                     gsize           at,
                     const char     *words)
{
  gboolean begins_word = g_unichar_isalnum (g_utf8_get_char (words));
  gboolean ends_word = begins_word;
  gsize    end = at;

  if (begins_word && at > 0 && toso_fold_is_word (fold, at - 1))
    return FALSE;
  for (; *words != '\0'; words = g_utf8_next_char (words), end++)
    {
      gunichar wanted = g_utf8_get_char (words);

      if (end >= fold->length)
        return FALSE;
      if (wanted == ' ' ? fold->ascii[end] != ' '
                        : g_unichar_tolower (g_utf8_get_char (text + fold->offsets[end])) != wanted)
        return FALSE;
      ends_word = g_unichar_isalnum (wanted);
    }
  return !ends_word || !toso_fold_is_word (fold, end);
}

gsize
toso_fold_has_any_exact (const TosoFold    *fold,
                         const char        *text,
                         gsize              at,
                         const char *const *words)
{
  gsize longest = 0;

  for (; *words != NULL; words++)
    if (toso_fold_has_exact (fold, text, at, *words))
      longest = MAX (longest, (gsize) g_utf8_strlen (*words, -1));
  return longest;
}

gssize
toso_fold_find_exact (const TosoFold *fold,
                      const char     *text,
                      gsize           from,
                      const char     *words)
{
  gsize at;

  for (at = from; at < fold->length; at++)
    if (toso_fold_has_exact (fold, text, at, words))
      return (gssize) at;
  return -1;
}

gsize
toso_fold_skip (const TosoFold *fold,
                gsize           at)
{
  while (at < fold->length && fold->ascii[at] == ' ')
    at++;
  return at;
}

char *
toso_fold_slice (const TosoFold *fold,
                 const char     *text,
                 gsize           start,
                 gsize           end)
{
  char *slice;

  start = MIN (start, fold->length);
  end = CLAMP (end, start, fold->length);
  slice = g_strndup (text + fold->offsets[start], fold->offsets[end] - fold->offsets[start]);
  return g_strstrip (slice);
}
