/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-text.h"

#include <string.h>

#include "core/toso-letter.h"

static gboolean
is_capitals (const char *text)
{
  guint       n_letters = 0;
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c))
        return FALSE;
      n_letters += g_unichar_isupper (c);
    }
  return n_letters > 1;
}

static gboolean
is_one_of (const char        *text,
           const char *const *list)
{
  return g_strv_contains (list, text);
}

/* Whether unmarked small letters can be one Vietnamese syllable.  UBND, OCOP
 * and CNTT cannot, and so stay in capitals. */
static gboolean
is_syllable (const char *bare)
{
  static const char *const onsets[] = {
    "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x", NULL
  };
  static const char *const codas[] = {
    "", "c", "ch", "m", "n", "ng", "nh", "p", "t", NULL
  };
  static const char *const nuclei[] = {
    "a", "ai", "ao", "au", "ay", "e", "eo", "eu", "i", "ia", "ie", "ieu", "iu", "o", "oa", "oai", "oao",
    "oay", "oe", "oeo", "oi", "oo", "u", "ua", "uai", "uao", "uau", "uay", "ue", "ueu", "ui", "uo", "uoi", "uou", "uu",
    "uy", "uya", "uye", "uyu", "uynh", "y", "ya", "ye", "yeu", NULL
  };
  gsize            onset = strcspn (bare, "aeiouy");
  gsize            nucleus;
  g_autofree char *head = NULL;
  g_autofree char *middle = NULL;

  if ((g_str_has_prefix (bare, "qu") || g_str_has_prefix (bare, "gi")) && strspn (bare + 2, "aeiouy") > 0)
    onset = 2;
  nucleus = strspn (bare + onset, "aeiouy");
  head = g_strndup (bare, onset);
  middle = g_strndup (bare + onset, nucleus);

  return is_one_of (head, onsets) && is_one_of (middle, nuclei) && is_one_of (bare + onset + nucleus, codas);
}

static void
append_word (GString    *out,
             const char *word,
             gsize       length,
             gboolean    first)
{
  g_autofree char *own = g_strndup (word, length);
  g_autofree char *bare = toso_text_fold (own);
  const char      *p;

  /* "VI" and "XI" look like words and are taken for words; II and IV do not. */
  if (!is_syllable (bare) || g_str_equal (bare, "i"))
    {
      g_string_append (out, own);
      return;
    }
  for (p = own; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, first && p == own ? c : g_unichar_tolower (c));
    }
}

/**
 * toso_text_sentence_case:
 *
 * "MỤC ĐÍCH, YÊU CẦU" → "Mục đích, yêu cầu".  Abbreviations are kept: "UBND".
 * A text that is not all capitals is given back as it is.
 */
char *
toso_text_sentence_case (const char *text)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) out = NULL;
  gboolean    first = TRUE;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  normal = toso_text_normalize (text);
  if (!is_capitals (normal))
    return g_steal_pointer (&normal);

  out = g_string_sized_new (strlen (normal));
  for (p = normal; *p != '\0';)
    {
      const char *start = p;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start)
        {
          append_word (out, start, (gsize) (p - start), first);
          first = FALSE;
          continue;
        }
      p = g_utf8_next_char (p);
      g_string_append_len (out, start, p - start);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
