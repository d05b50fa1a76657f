/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-label-reader.h"

#include <string.h>

#include "exchange/toso-fold.h"

/* No label is longer. */
#define MAX_LABEL_CHARS 48

static guint
roman_value (const char *text,
             gsize      *length)
{
  static const struct
  {
    const char *digits;
    guint       value;
  } digits[] = {
    { "XL", 40 }, { "L", 50 }, { "IX", 9 }, { "X", 10 }, { "IV", 4 }, { "V", 5 }, { "I", 1 }
  };
  guint value = 0;
  guint last = 1000;
  gsize at = 0;
  gsize i;

  for (;;)
    {
      for (i = 0; i < G_N_ELEMENTS (digits); i++)
        if (g_str_has_prefix (text + at, digits[i].digits))
          break;
      if (i == G_N_ELEMENTS (digits) || digits[i].value > last || at > 8)
        break;
      value += digits[i].value;
      last = digits[i].value;
      at += strlen (digits[i].digits);
    }
  *length = at;
  return at > 0 && !g_ascii_isalnum (text[at]) ? value : 0;
}

static guint
arabic_value (const char *text,
              gsize      *length)
{
  gsize digits = strspn (text, "0123456789");

  *length = digits;
  return digits > 0 && digits <= 3 ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static guint
ordinal_value (const char *text,
               gsize      *length)
{
  static const char *const ordinals[] = {
    "thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "thứ tám", "thứ chín", "thứ mười"
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (ordinals); i++)
    if (g_str_has_prefix (text, ordinals[i]))
      {
        *length = strlen (ordinals[i]);
        return (guint) i + 1;
      }
  return 0;
}

/* The length of @mark's run at the end of a label: points, a colon, a stroke */
static gsize
closing_length (const char *text)
{
  return *text != '\0' && strchr (".:)/", *text) != NULL ? 1 : 0;
}

/* "Chương II", "Phần thứ nhất", "Điều 5.".  The accents matter: "Mức 1" is no
 * "Mục 1". */
static TosoLabel
read_word_label (const char *text)
{
  static const struct
  {
    const char *word;
    int         kind;
  } words[] = {
    { "phần ", TOSO_LABEL_PART },
    { "chương ", TOSO_LABEL_CHAPTER },
    { "tiểu mục ", TOSO_LABEL_SUBDIVISION },
    { "mục ", TOSO_LABEL_DIVISION },
    { "điều ", TOSO_LABEL_ARTICLE },
  };
  g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, 64), MAX_LABEL_CHARS));
  g_autofree char *lower = g_utf8_strdown (head, -1);
  TosoLabel        label = { TOSO_LABEL_NONE };
  gsize            i;

  if (!g_unichar_isupper (g_utf8_get_char (text)))
    return label;
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize at = strlen (words[i].word);
      gsize length = 0;
      guint number;

      if (!g_str_has_prefix (lower, words[i].word))
        continue;
      /* Lower case keeps the bytes of Vietnamese letters; Roman digits are
       * read from the text itself. */
      number = ordinal_value (lower + at, &length);
      if (number == 0 && strlen (head) > at)
        number = roman_value (head + at, &length);
      if (number == 0 && strlen (head) > at)
        number = arabic_value (head + at, &length);
      if (number == 0)
        continue;

      at += length;
      label.length = at + closing_length (text + at);
      label.alone = text[label.length] == '\0';
      /* An article's number ends in a point: "Điều 5 Luật …" is a reference. */
      if (words[i].kind == TOSO_LABEL_ARTICLE && label.length == at && !label.alone)
        continue;
      if (!label.alone && text[label.length] != ' ' && label.length == at)
        continue;
      label.kind = words[i].kind;
      label.number = number;
      break;
    }
  return label;
}

/* After the label: a space, a letter that begins a sentence, or nothing */
static gboolean
may_follow (const char *text)
{
  gunichar next = g_utf8_get_char (text);

  return next == 0 || g_unichar_isspace (next) || g_unichar_isupper (next) || next == 0x201c;
}

static TosoLabel
read_number_label (const char *text)
{
  TosoLabel   label = { TOSO_LABEL_NONE };
  const char *p = text;
  const char *after;
  guint       parts = 0;
  guint       number = 0;

  for (;;)
    {
      gsize digits = strspn (p, "0123456789");

      if (digits == 0 || digits > 2)
        break;
      number = (guint) g_ascii_strtoull (p, NULL, 10);
      p += digits;
      parts++;
      if (*p != '.' || !g_ascii_isdigit (p[1]) || parts == 8)
        break;
      p++;
    }
  if (parts == 0 || g_ascii_isdigit (*p) || (p[-1] == '.'))
    return label;

  after = p + (*p != '\0' && strchr (".)/", *p) != NULL ? 1 : 0);
  if (parts == 1 && after == p)
    return label;
  if (!may_follow (after) || (parts > 1 && after > p && *p != '.'))
    return label;
  /* "2.5 triệu" and "30.6 là hạn" are numbers. */
  if (parts > 1 && *after != '\0' && after == p)
    {
      const char *word = after + strspn (after, " ");

      if (*word != '\0' && !g_unichar_isupper (g_utf8_get_char (word)) && g_utf8_get_char (word) != 0x201c)
        return label;
    }
  label.kind = parts == 1 ? TOSO_LABEL_ARABIC : TOSO_LABEL_DECIMAL + (int) parts - 2;
  label.number = number;
  label.length = (gsize) (after - text);
  label.alone = *after == '\0';
  return label;
}

/* a) b) … đ); the decree's row, without the letters that have a mark */
static TosoLabel
read_point_label (const char *text)
{
  static const char *const row[] = {
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
    "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"
  };
  TosoLabel label = { TOSO_LABEL_NONE };
  gsize     i;

  for (i = 0; i < G_N_ELEMENTS (row); i++)
    {
      gsize at = strlen (row[i]);

      if (!g_str_has_prefix (text, row[i]))
        continue;
      if (text[at] != ')' && text[at] != '.' && text[at] != '/')
        continue;
      if (text[at] == ')' ? text[at + 1] == '.' : text[at + 1] != ' ')
        continue;
      if (text[at] != ')')
        {
          const char *word = text + at + 1 + strspn (text + at + 1, " ");

          if (!g_unichar_isupper (g_utf8_get_char (word)))
            continue;
        }
      label.kind = TOSO_LABEL_POINT;
      label.number = (guint) i + 1;
      label.length = at + 1;
      label.alone = text[label.length] == '\0';
      break;
    }
  return label;
}

static TosoLabel
read_roman_label (const char *text)
{
  TosoLabel label = { TOSO_LABEL_NONE };
  gsize     length = 0;
  guint     number = roman_value (text, &length);

  if (number == 0 && text[0] >= 'A' && text[0] <= 'H' && text[1] == '.')
    {
      label.kind = TOSO_LABEL_CAPITAL;
      number = (guint) (text[0] - 'A') + 1;
      length = 1;
    }
  else if (number > 0)
    {
      label.kind = TOSO_LABEL_ROMAN;
    }
  else
    {
      return label;
    }

  label.length = length + closing_length (text + length);
  label.number = number;
  label.alone = text[label.length] == '\0';
  /* "I " alone is a word's letter; "I.", "I/", "I)" and "I - " are labels. */
  if (label.length == length && !g_str_has_prefix (text + length, " - ") && !g_str_has_prefix (text + length, " – "))
    label.kind = TOSO_LABEL_NONE;
  else if (!may_follow (text + label.length))
    label.kind = TOSO_LABEL_NONE;
  return label;
}

TosoLabel
toso_label_read (const char *text)
{
  TosoLabel none = { TOSO_LABEL_NONE };
  TosoLabel label;

  if (g_ascii_isdigit (*text))
    return read_number_label (text);
  if (*text == '\0')
    return none;

  label = read_point_label (text);
  if (label.kind == TOSO_LABEL_NONE)
    label = read_roman_label (text);
  if (label.kind == TOSO_LABEL_NONE)
    label = read_word_label (text);
  return label;
}

/* The bytes of a bullet, 0 for none */
static gsize
bullet_length (const char *text)
{
  static const char *const signs[] = {
    "-", "–", "—", "−", "+", "*", "•", "●", "▪", "■", "◦", "○", "➢", "✓", "\xef\x82\xb7", "\xef\x80\xad", "\xef\x82\xa7", NULL
  };
  gsize i;

  for (i = 0; signs[i] != NULL; i++)
    if (g_str_has_prefix (text, signs[i]))
      {
        gsize    length = strlen (signs[i]);
        gunichar next = g_utf8_get_char (text + length);

        /* "-5" and "--" are no bullets; "-Nâng cao" is one. */
        if (g_unichar_isspace (next) || g_unichar_isalpha (next) || next == 0x201c || (g_ascii_isdigit ((char) next) && next < 0x80 && i != 0 && i != 4))
          return length;
      }
  return 0;
}

gboolean
toso_is_bullet (const char *text)
{
  return bullet_length (text) > 0;
}

const char *
toso_skip_bullet (const char *text)
{
  const char *p = text + bullet_length (text);

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

gboolean
toso_is_all_capitals (const char *text)
{
  guint       letters = 0;
  const char *p;
  guint       seen = 0;

  for (p = text; *p != '\0' && seen < 400; p = g_utf8_next_char (p), seen++)
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_islower (letter))
        return FALSE;
      letters += g_unichar_isupper (letter);
    }
  return letters >= 2;
}
