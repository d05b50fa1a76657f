/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plan.h"

#include <string.h>

/* Labels of sections.  Decree 30/2020/NĐ-CP, Annex I, Part I, II.6: Roman
 * numerals, Arabic numerals, and letters in the Vietnamese order.  The
 * decree's own lists skip the letters with a mark, except đ. */

static const char *const small_letters[] = {
  "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
  "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"
};

static const char *const capital_letters[] = {
  "A", "B", "C", "D", "Đ", "E", "G", "H", "I", "K", "L", "M",
  "N", "O", "P", "Q", "R", "S", "T", "U", "V", "X", "Y"
};

static const struct
{
  int         value;
  const char *digits;
} roman_digits[] = {
  { 1000, "M" },
  { 900, "CM" },
  { 500, "D" },
  { 400, "CD" },
  { 100, "C" },
  { 90, "XC" },
  { 50, "L" },
  { 40, "XL" },
  { 10, "X" },
  { 9, "IX" },
  { 5, "V" },
  { 4, "IV" },
  { 1, "I" },
};

/* "Phần thứ nhất" */
static const char *const ordinals[] = {
  "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"
};

static char *
roman_from_int (int number)
{
  g_autoptr (GString) roman = g_string_new (NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (roman_digits); i++)
    for (; number >= roman_digits[i].value; number -= roman_digits[i].value)
      g_string_append (roman, roman_digits[i].digits);
  return g_string_free (g_steal_pointer (&roman), FALSE);
}

/* 0 when it is no well-formed Roman number */
static int
roman_to_int (const char *text)
{
  g_autofree char *again = NULL;
  const char      *p = text;
  int              number = 0;
  gsize            i;

  for (i = 0; i < G_N_ELEMENTS (roman_digits); i++)
    while (g_str_has_prefix (p, roman_digits[i].digits) && number < 4000)
      {
        number += roman_digits[i].value;
        p += strlen (roman_digits[i].digits);
      }
  if (*p != '\0')
    return 0;

  again = roman_from_int (number);
  return g_str_equal (again, text) ? number : 0;
}

static char *
next_number (const char *digits)
{
  int width = digits[0] == '0' ? (int) strlen (digits) : 1;

  return g_strdup_printf ("%0*" G_GINT64_FORMAT, width, g_ascii_strtoll (digits, NULL, 10) + 1);
}

/* NULL when @text is no letter of the row, or its last one */
static char *
next_in (const char *const *row,
         gsize              length,
         const char        *text)
{
  gsize i;

  for (i = 0; i + 1 < length; i++)
    if (g_str_equal (row[i], text))
      return g_strdup (row[i + 1]);
  return NULL;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strlen (text) < 10 && strspn (text, "0123456789") == strlen (text);
}

/* @core: the label's last word or number, without punctuation */
static char *
next_core (const char *core)
{
  char *next;
  int   roman;

  if (is_number (core))
    return next_number (core);

  /* Alone, C, D, L and M are letters of a row: C. follows B. */
  roman = core[0] != '\0' && (core[1] != '\0' || strchr ("IVX", core[0]) != NULL) ? roman_to_int (core) : 0;
  if (roman > 0)
    return roman_from_int (roman + 1);

  next = next_in (small_letters, G_N_ELEMENTS (small_letters), core);
  if (next == NULL)
    next = next_in (capital_letters, G_N_ELEMENTS (capital_letters), core);
  if (next == NULL)
    next = next_in (ordinals, G_N_ELEMENTS (ordinals), core);
  return next;
}

/**
 * toso_label_next:
 *
 * Words and punctuation around the number or letter stay: "Điều 2." →
 * "Điều 3.".  A label that counts nothing ("-") stays as it is.
 */
char *
toso_label_next (const char *label)
{
  g_autofree char *core = NULL;
  g_autofree char *next = NULL;
  const char      *start;
  const char      *end;

  g_return_val_if_fail (label != NULL, NULL);

  end = label + strlen (label);
  while (end > label && strchr (".):-–/ ", end[-1]) != NULL)
    end--;
  start = end;
  while (start > label && strchr (" .(", start[-1]) == NULL)
    start--;

  core = g_strndup (start, (gsize) (end - start));
  next = next_core (core);
  if (next == NULL)
    return g_str_equal (core, "lục") ? g_strconcat (label, " II", NULL) : g_strdup (label);

  return g_strdup_printf ("%.*s%s%s", (int) (start - label), label, next, end);
}

/**
 * toso_label_first:
 * @level: 1 for the outermost
 *
 * Of the order that plans use: I., 1., a), -, +.
 */
char *
toso_label_first (int level)
{
  static const char *const first[] = { "", "I.", "1.", "a)", "-", "+" };

  return g_strdup (first[CLAMP (level, 0, (int) G_N_ELEMENTS (first) - 1)]);
}
