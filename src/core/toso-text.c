/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-text.h"

#include <string.h>

#include "core/toso-letter.h"

#define MAX_PART 512 /* bytes that are composed at a time */

/* TRUE when no character of these can change under NFC. */
static gboolean
is_surely_composed (const char *text,
                    const char *end)
{
  const char *p;

  for (p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        continue;
      c = g_utf8_get_char (p);
      if (c >= 0x300 && !(c >= 0x1E00 && c <= 0x1EFF) && !(c >= 0x2002 && c <= 0x2125))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_shape_mark (gunichar c)
{
  return c == 0x302 || c == 0x306 || c == 0x31B;
}

static gboolean
is_tone_mark (gunichar c)
{
  return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323;
}

/* In decomposed text: some keyboards send the tone before the mark that makes
 * the letter (a, sắc, mũ).  NFC leaves that apart, so it is put in order. */
static void
order_marks (gunichar *text)
{
  gsize i;
  gsize at;

  for (i = 0; text[i] != 0; i++)
    for (at = i; at > 0 && is_shape_mark (text[at]) && is_tone_mark (text[at - 1]); at--)
      {
        gunichar tone = text[at - 1];

        text[at - 1] = text[at];
        text[at] = tone;
      }
}

/* Up to an ASCII letter, with which no mark before it combines */
static gsize
part_length (const char *text,
             const char *end)
{
  const char *p = text + MIN (end - text, MAX_PART);

  while (p < end && (guchar) *p >= 0x80 && p - text < 16 * MAX_PART)
    p++;
  while (p < end && ((guchar) *p & 0xc0) == 0x80)
    p++;
  return (gsize) (p - text);
}

/**
 * toso_text_compose:
 * @text: valid UTF-8
 * @length: of it, in bytes
 *
 * NFC, as g_utf8_normalize() makes it; but GLib's time grows with the square
 * of the length.
 */
char *
toso_text_compose (const char *text,
                   gsize       length)
{
  const char *end = text + length;
  g_autoptr (GString) composed = NULL;

  if (is_surely_composed (text, end))
    return g_strndup (text, length);

  composed = g_string_sized_new (length);
  while (text < end)
    {
      gsize            bytes = part_length (text, end);
      g_autofree char *part = g_utf8_normalize (text, (gssize) bytes, G_NORMALIZE_NFC);

      g_string_append (composed, part);
      text += bytes;
    }
  return g_string_free (g_steal_pointer (&composed), FALSE);
}

/**
 * toso_text_normalize:
 *
 * NFC.  Bytes that are no UTF-8 become U+FFFD.
 */
char *
toso_text_normalize (const char *text)
{
  g_autofree char     *valid = NULL;
  g_autofree char     *apart = NULL;
  g_autofree gunichar *letters = NULL;
  g_autofree char     *ordered = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (is_surely_composed (text, text + strlen (text)))
    return g_strdup (text);

  apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  letters = g_utf8_to_ucs4_fast (apart, -1, NULL);
  order_marks (letters);
  ordered = g_ucs4_to_utf8 (letters, -1, NULL, NULL, NULL);
  return toso_text_compose (ordered, strlen (ordered));
}

/* Takes room in the text but not on paper: the mark at the head of a file,
 * and what web pages put between letters. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xFEFF || c == 0x200B;
}

/**
 * toso_text_squeeze:
 *
 * NFC, every run of blanks one space, none at the ends.
 */
char *
toso_text_squeeze (const char *text)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) squeezed = NULL;
  gboolean    blank = FALSE;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  normal = toso_text_normalize (text);
  squeezed = g_string_sized_new (strlen (normal));
  for (p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c))
        continue;
      if (toso_letter_is_blank (c))
        {
          blank = squeezed->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (squeezed, ' ');
      blank = FALSE;
      g_string_append_len (squeezed, p, g_utf8_next_char (p) - p);
    }
  return g_string_free (g_steal_pointer (&squeezed), FALSE);
}

/**
 * toso_text_fold:
 *
 * Small letters without marks, for search: "Ủy", "Uỷ" and "uy" are one.
 */
char *
toso_text_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) folded = NULL;
  TosoTone    tone;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  normal = toso_text_normalize (text);
  folded = g_string_sized_new (strlen (normal));
  for (p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80)
        g_string_append_c (folded, g_ascii_tolower ((char) c));
      else if (!toso_letter_is_mark (c, &tone))
        g_string_append_unichar (folded, toso_letter_split (c).bare);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/**
 * toso_text_upper:
 *
 * Capitals; unlike g_utf8_strup() the same in every locale.
 */
char *
toso_text_upper (const char *text)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) upper = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  normal = toso_text_normalize (text);
  upper = g_string_sized_new (strlen (normal));
  for (p = normal; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (upper, g_unichar_toupper (g_utf8_get_char (p)));
  return g_string_free (g_steal_pointer (&upper), FALSE);
}

/* The old way writes hòa, òe, ủy, the new way hoà, oè, uỷ; and hands slip on
 * "qùa", "gìa". */
static gboolean
tone_may_move (const TosoLetter *before,
               const TosoLetter *first,
               const TosoLetter *second)
{
  if (first->letter == 'o')
    return second->letter == 'a' || second->letter == 'e';
  if (first->letter == 'u' && second->letter == 'y')
    return TRUE;
  if (first->letter == 'u')
    return before != NULL && before->letter == 'q' && strchr ("aeio", (int) second->bare) != NULL;
  return first->letter == 'i' && before != NULL && before->letter == 'g' &&
         strchr ("aeou", (int) second->bare) != NULL;
}

static void
move_tones (GArray *letters)
{
  guint i;

  for (i = 0; i + 1 < letters->len; i++)
    {
      TosoLetter *first = &g_array_index (letters, TosoLetter, i);
      TosoLetter *second = first + 1;

      if (first->tone != TOSO_TONE_NGANG && second->tone == TOSO_TONE_NGANG && second->bare < 0x80 &&
          tone_may_move (i > 0 ? first - 1 : NULL, first, second))
        {
          second->tone = first->tone;
          first->tone = TOSO_TONE_NGANG;
        }
    }
}

/* @text as letters, every tone where the new way puts it.  A mark that has no
 * composed form is left out, as it is by toso_text_fold(). */
static GArray *
split_text (const char *text)
{
  g_autofree char *squeezed = toso_text_squeeze (text);
  GArray          *letters = g_array_sized_new (FALSE, FALSE, sizeof (TosoLetter), (guint) strlen (squeezed));
  const char      *p;
  TosoTone         tone;

  for (p = squeezed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar   c = g_utf8_get_char (p);
      TosoLetter letter = toso_letter_split (c);
      gboolean   at_blank = letters->len == 0 || g_array_index (letters, TosoLetter, letters->len - 1).bare == ' ';

      if (!toso_letter_is_mark (c, &tone) && !(c == ' ' && at_blank))
        g_array_append_val (letters, letter);
    }
  if (letters->len > 0 && g_array_index (letters, TosoLetter, letters->len - 1).bare == ' ')
    g_array_set_size (letters, letters->len - 1);

  move_tones (letters);
  return letters;
}

/* A mark that was typed must be there; one that was not typed may. */
static gboolean
letter_matches (const GArray     *haystack,
                guint             at,
                const TosoLetter *wanted,
                gboolean          is_last)
{
  const TosoLetter *found = &g_array_index (haystack, TosoLetter, at);

  if (found->bare != wanted->bare)
    return FALSE;
  if (wanted->letter != wanted->bare && found->letter != wanted->letter)
    return FALSE;
  if (wanted->tone == TOSO_TONE_NGANG || wanted->tone == found->tone)
    return TRUE;

  /* "hò" on the way to "hòa", which is kept as "hoà" here. */
  return is_last && at + 1 < haystack->len && found->tone == TOSO_TONE_NGANG &&
         found[1].tone == wanted->tone && found[1].bare < 0x80 &&
         tone_may_move (at > 0 ? found - 1 : NULL, found, found + 1);
}

static gboolean
matches_at (const GArray *haystack,
            guint         at,
            const GArray *needle)
{
  guint i;

  for (i = 0; i < needle->len; i++)
    if (!letter_matches (haystack, at + i, &g_array_index (needle, TosoLetter, i), i + 1 == needle->len))
      return FALSE;
  return TRUE;
}

/**
 * toso_text_matches:
 *
 * Whether @needle, as a hurried hand types it, is found in @haystack.  "ngoc"
 * finds Ngọc, "ngọc" does not find Ngốc, "đ" does not find D.
 */
gboolean
toso_text_matches (const char *haystack,
                   const char *needle)
{
  g_autoptr (GArray) hay = NULL;
  g_autoptr (GArray) wanted = NULL;
  guint i;

  g_return_val_if_fail (haystack != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  hay = split_text (haystack);
  wanted = split_text (needle);
  for (i = 0; i + wanted->len <= hay->len; i++)
    if (matches_at (hay, i, wanted))
      return TRUE;
  return FALSE;
}

/* From a word's first letter on. */
static gboolean
has_word (const GArray *haystack,
          const GArray *word)
{
  for (guint at = 0; at + word->len <= haystack->len; at++)
    if ((at == 0 || !g_unichar_isalnum (g_array_index (haystack, TosoLetter, at - 1).bare)) &&
        matches_at (haystack, at, word))
      return TRUE;

  return FALSE;
}

/**
 * toso_text_matches_words:
 *
 * Whether every word of @needle begins a word of @haystack, in any order: the
 * way people name a thing by parts.  "thon 7" finds "Thôn, làng 7", not
 * "Thôn 17".
 */
gboolean
toso_text_matches_words (const char *haystack,
                         const char *needle)
{
  g_autoptr (GArray) hay = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (haystack != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  hay = split_text (haystack);
  words = g_strsplit_set (needle, " \t", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GArray) word = split_text (words[i]);

      if (!has_word (hay, word))
        return FALSE;
    }

  return TRUE;
}
