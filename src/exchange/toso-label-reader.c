/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-label-reader.h"

#include <string.h>

#include "exchange/toso-fold.h"

/* No label is longer. */
#define MAX_LABEL_CHARS 48
/* No range that a plan wants reaches so many times as far as it begins. */
#define NO_RANGE 4

const char *
toso_skip_spaces (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static gboolean
is_space (const char *text)
{
  return g_unichar_isspace (g_utf8_get_char (text));
}

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

/* The bytes of @word at the beginning of @text, any space for a space of it */
static gsize
word_length (const char *text,
             const char *word)
{
  const char *p = text;

  for (; *word != '\0'; word++)
    if (*word == ' ' && is_space (p))
      p = toso_skip_spaces (p);
    else if (*p++ != *word)
      return 0;
  return (gsize) (p - text);
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
    {
      *length = word_length (text, ordinals[i]);
      if (*length > 0)
        return (guint) i + 1;
    }
  return 0;
}

/* A capital letter, or the quotation mark before it */
static gboolean
begins_sentence (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return g_unichar_isupper (first) || first == 0x201c || first == '"';
}

/* "1- 100% thôn", "2- 12/12 ấp", "4- 20 buổi": what item @number says, where
 * the two are no range as those of "20- 25 người" are. */
static gboolean
begins_count (const char *text,
              guint       number)
{
  gsize digits = strspn (text, "0123456789");

  if (number == 0 || digits == 0 || digits > 6)
    return FALSE;
  return text[digits] == '/' || g_ascii_strtoull (text, NULL, 10) >= (guint64) number * NO_RANGE;
}

/* The dash of "1- Mục tiêu" and "I-Mục tiêu"; 0 for that of "15-20/3",
 * "2020-2025", "05-CT/TU".  @number: of the label that it stands
 * just after, 0 for none. */
static gsize
dash_length (const char *text,
             guint       number)
{
  static const char *const dashes[] = { "-", "–", "—" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *after = text + strlen (dashes[i]);
      const char *next;

      if (!g_str_has_prefix (text, dashes[i]))
        continue;
      next = *after != '\0' ? g_utf8_next_char (after) : after;
      if (is_space (after) ? begins_sentence (toso_skip_spaces (after)) || begins_count (toso_skip_spaces (after), number)
                           : g_unichar_isupper (g_utf8_get_char (after)) && g_unichar_islower (g_utf8_get_char (next)))
        return strlen (dashes[i]);
    }
  return 0;
}

/* "I - MỤC TIÊU": a dash that stands apart is printed with the title. */
static gboolean
has_spaced_dash (const char *text)
{
  const char *dash = toso_skip_spaces (text);
  gsize       length = dash > text ? dash_length (dash, 0) : 0;

  return length > 0 && is_space (dash + length);
}

/* What closes a label: a point, a colon, a bracket, a stroke, a dash, or two
 * of them as in "1.-" */
static gsize
closing_length (const char *text,
                guint       number)
{
  gsize length = *text != '\0' && strchr (".:)/", *text) != NULL ? 1 : 0;

  return length + dash_length (text + length, number);
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
    { "phần", TOSO_LABEL_PART },
    { "chương", TOSO_LABEL_CHAPTER },
    { "tiểu mục", TOSO_LABEL_SUBDIVISION },
    { "mục", TOSO_LABEL_DIVISION },
    { "điều", TOSO_LABEL_ARTICLE },
  };
  g_autofree char *head = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, 64), MAX_LABEL_CHARS));
  g_autofree char *lower = g_utf8_strdown (head, -1);
  TosoLabel        label = { TOSO_LABEL_NONE };
  gsize            i;

  if (!g_unichar_isupper (g_utf8_get_char (text)))
    return label;
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize at = word_length (lower, words[i].word);
      gsize length = 0;
      guint number;

      if (at == 0 || !is_space (lower + at))
        continue;
      /* Lower case keeps the bytes of Vietnamese letters; Roman digits are
       * read from the text itself. */
      at = (gsize) (toso_skip_spaces (lower + at) - lower);
      number = ordinal_value (lower + at, &length);
      if (number == 0 && strlen (head) > at)
        number = roman_value (head + at, &length);
      if (number == 0 && strlen (head) > at)
        number = arabic_value (head + at, &length);
      if (number == 0)
        continue;

      at += length;
      label.length = at + closing_length (text + at, 0);
      label.alone = text[label.length] == '\0';
      /* An article's number ends in a point: "Điều 5 Luật …" is a reference. */
      if (words[i].kind == TOSO_LABEL_ARTICLE && label.length == at && !label.alone)
        continue;
      if (!label.alone && !is_space (text + label.length) && label.length == at)
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

  after = p + (*p != ':' ? closing_length (p, parts == 1 ? number : 0) : 0);
  if (parts == 1 && after == p && !has_spaced_dash (p))
    return label;
  if (!may_follow (after))
    return label;
  /* "30.6/ …" */
  if (parts > 1 && after > p && (*p == ')' || *p == '/') && !begins_sentence (toso_skip_spaces (after)))
    return label;
  /* "2.5 triệu" and "30.6 là hạn" are numbers. */
  if (parts > 1 && *after != '\0' && after == p && !has_spaced_dash (p))
    {
      const char *word = toso_skip_spaces (after);

      if (*word != '\0' && !begins_sentence (word))
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
      if (text[at] == ')' ? text[at + 1] == '.' : !is_space (text + at + 1))
        continue;
      if (text[at] != ')' && !g_unichar_isupper (g_utf8_get_char (toso_skip_spaces (text + at + 1))))
        continue;
      label.kind = TOSO_LABEL_POINT;
      label.number = (guint) i + 1;
      label.length = at + 1;
      label.alone = text[label.length] == '\0';
      break;
    }
  return label;
}

guint
toso_label_small_roman (const char *text)
{
  gsize digits = strspn (text, "ivx");
  gsize length = 0;
  guint number;
  char  capitals[8];
  gsize i;

  if (digits == 0 || digits >= sizeof capitals || text[digits] != ')' || text[digits + 1] == '.')
    return 0;
  for (i = 0; i < digits; i++)
    capitals[i] = g_ascii_toupper (text[i]);
  capitals[digits] = '\0';
  number = roman_value (capitals, &length);
  return length == digits ? number : 0;
}

/* ii) iii) iv), which are no letters of the decree's row */
static TosoLabel
read_small_roman_label (const char *text)
{
  TosoLabel label = { TOSO_LABEL_NONE };
  guint     number = toso_label_small_roman (text);
  gsize     digits = strspn (text, "ivx");

  if (number == 0 || digits < 2)
    return label;
  label.kind = TOSO_LABEL_SMALL_ROMAN;
  label.number = number;
  label.length = digits + 1;
  label.alone = text[label.length] == '\0';
  return label;
}

static TosoLabel
read_roman_label (const char *text)
{
  TosoLabel label = { TOSO_LABEL_NONE };
  gsize     length = 0;
  guint     number = roman_value (text, &length);

  if (number == 0 && text[0] >= 'A' && text[0] <= 'H' && (text[1] == '.' || (text[1] == '-' && is_space (text + 2))))
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

  label.length = length + closing_length (text + length, 0);
  label.number = number;
  label.alone = text[label.length] == '\0';
  /* "I " alone is a word's letter; "I.", "I/", "I)" and "I - " are labels. */
  if (label.length == length && !has_spaced_dash (text + length))
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
    label = read_small_roman_label (text);
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
  return toso_skip_spaces (text + bullet_length (text));
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
