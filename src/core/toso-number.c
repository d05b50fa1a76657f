/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-number.h"

#include <math.h>
#include <string.h>

/* Significant digits that a double surely keeps.  What lies below is noise of
 * binary arithmetic (70.04999999999999), so rounding looks at these only. */
#define SURE_DIGITS  15
#define MAX_DECIMALS 15

/* A decimal number: 0.DIGITS × 10^point. */
typedef struct
{
  char digits[32];
  int  n_digits;
  int  point;
} Decimal;

static void
decimal_from_double (double   value,
                     Decimal *decimal)
{
  char        buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *format = value < 1e15 ? "%.14e" : "%.16e";
  const char *p;

  g_ascii_formatd (buffer, sizeof buffer, format, value);
  decimal->n_digits = 0;
  for (p = buffer; *p != 'e'; p++)
    if (g_ascii_isdigit (*p))
      decimal->digits[decimal->n_digits++] = *p;
  decimal->point = (int) g_ascii_strtoll (p + 1, NULL, 10) + 1;
}

/* Half goes away from zero, as in the office's hand and in its spreadsheets. */
static void
decimal_round (Decimal *decimal,
               int      decimals)
{
  int      keep = decimal->point + decimals;
  gboolean up;
  int      i;

  if (keep >= decimal->n_digits)
    return;
  if (keep < 0)
    {
      decimal->n_digits = 0;
      return;
    }

  up = decimal->digits[keep] >= '5';
  decimal->n_digits = keep;
  if (!up)
    return;

  for (i = keep - 1; i >= 0; i--)
    {
      if (decimal->digits[i] != '9')
        {
          decimal->digits[i]++;
          return;
        }
      decimal->digits[i] = '0';
    }
  memmove (decimal->digits + 1, decimal->digits, (gsize) keep);
  decimal->digits[0] = '1';
  decimal->n_digits++;
  decimal->point++;
}

static char
digit_at (const Decimal *decimal,
          int            position)
{
  return position >= 0 && position < decimal->n_digits ? decimal->digits[position] : '0';
}

static gboolean
decimal_is_zero (const Decimal *decimal)
{
  int i;

  for (i = 0; i < decimal->n_digits; i++)
    if (decimal->digits[i] != '0')
      return FALSE;
  return TRUE;
}

static char *
format_number (double   value,
               int      decimals,
               gboolean keep_zeros)
{
  g_autoptr (GString) text = NULL;
  Decimal decimal;
  int     last;
  int     i;

  if (!isfinite (value))
    return g_strdup (TOSO_MISSING);

  decimals = CLAMP (decimals, 0, MAX_DECIMALS);
  decimal_from_double (fabs (value), &decimal);
  decimal_round (&decimal, decimals);

  text = g_string_new (value < 0 && !decimal_is_zero (&decimal) ? "-" : "");
  if (decimal.point <= 0)
    g_string_append_c (text, '0');
  for (i = 0; i < decimal.point; i++)
    {
      if (i > 0 && (decimal.point - i) % 3 == 0)
        g_string_append_c (text, '.');
      g_string_append_c (text, digit_at (&decimal, i));
    }

  last = decimals;
  if (!keep_zeros)
    while (last > 0 && digit_at (&decimal, decimal.point + last - 1) == '0')
      last--;
  if (last > 0)
    g_string_append_c (text, ',');
  for (i = 0; i < last; i++)
    g_string_append_c (text, digit_at (&decimal, decimal.point + i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * toso_number_format:
 *
 * "1.234,5": at most @max_decimals, without zeros at the end.
 */
char *
toso_number_format (double value,
                    int    max_decimals)
{
  return format_number (value, max_decimals, FALSE);
}

char *
toso_number_format_fixed (double value,
                          int    decimals)
{
  return format_number (value, decimals, TRUE);
}

TosoFigure
toso_number_add (TosoFigure a,
                 TosoFigure b)
{
  if (!a.known || !b.known)
    return a.known ? a : b;

  return TOSO_FIGURE (a.value + b.value);
}

char *
toso_number_format_figure (TosoFigure figure,
                           int        max_decimals)
{
  return figure.known ? toso_number_format (figure.value, max_decimals) : g_strdup (TOSO_MISSING);
}

/**
 * toso_number_format_money:
 *
 * "300.000 đồng", the unit as official papers write it.
 */
char *
toso_number_format_money (gint64 dong)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, dong);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = digits;
  gsize       left;

  if (*p == '-')
    g_string_append_c (text, *p++);
  for (left = strlen (p); left > 0; left--, p++)
    {
      g_string_append_c (text, *p);
      if (left > 1 && left % 3 == 1)
        g_string_append_c (text, '.');
    }
  g_string_append (text, " đồng");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The number's characters, blanks of every kind as ' ', the dashes that stand
 * for a minus as '-'; anything that is no part of a number as '?'. */
static char *
simplify (const char *text)
{
  g_autoptr (GString) simple = g_string_new (NULL);
  const char *p;

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || c == 0x00A0 || c == 0x2007 || c == 0x202F)
        g_string_append_c (simple, ' ');
      else if (c == 0x2212 || c == 0x2013 || c == 0x2014)
        g_string_append_c (simple, '-');
      else if (c == 0xFEFF || c == 0x200B)
        continue;
      else
        g_string_append_c (simple, c < 0x80 ? (char) c : '?');
    }

  g_strstrip (simple->str);
  return g_string_free (g_steal_pointer (&simple), FALSE);
}

static gboolean
all_digits (const char *text,
            gsize       length)
{
  gsize i;

  for (i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* "1.234.567": one to three digits, then groups of three. */
static gboolean
is_grouped (const char *text,
            gsize       length,
            char        separator)
{
  gsize head = 0;
  gsize i;

  while (head < length && g_ascii_isdigit (text[head]))
    head++;
  if (head < 1 || head > 3 || (length - head) % 4 != 0)
    return FALSE;

  for (i = head; i < length; i += 4)
    if (text[i] != separator || !all_digits (text + i + 1, 3))
      return FALSE;
  return TRUE;
}

static gsize
count (const char *text,
       char        wanted)
{
  gsize n = 0;

  for (; *text != '\0'; text++)
    n += *text == wanted;
  return n;
}

static TosoNumberResult
read_digits (const char *whole,
             gsize       whole_length,
             const char *fraction,
             double     *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gsize i;

  for (i = 0; i < whole_length; i++)
    if (g_ascii_isdigit (whole[i]))
      g_string_append_c (plain, whole[i]);
  if (*fraction != '\0')
    g_string_append_printf (plain, ".%s", fraction);

  *value = g_ascii_strtod (plain->str, NULL);
  return isfinite (*value) ? TOSO_NUMBER_OK : TOSO_NUMBER_BAD;
}

/* @text has one @mark and no other separator: a thousand's or a decimal one? */
static TosoNumberResult
read_one_mark (const char *text,
               char        mark,
               TosoComma   comma,
               double     *value)
{
  const char *after = strchr (text, mark) + 1;
  gsize       before = (gsize) (after - text) - 1;

  if (!all_digits (text, before) || !all_digits (after, strlen (after)))
    return TOSO_NUMBER_BAD;
  if (strlen (after) != 3 || before > 3 || text[0] == '0' || (mark == ',' && comma == TOSO_COMMA_DECIMALS))
    return read_digits (text, before, after, value);
  if (mark == ',' && comma == TOSO_COMMA_UNKNOWN)
    return TOSO_NUMBER_AMBIGUOUS;
  return read_digits (text, strlen (text), "", value);
}

static TosoNumberResult
read_grouped (const char *text,
              char        group,
              char        mark,
              double     *value)
{
  const char *end = strchr (text, mark);
  gsize       whole = end != NULL ? (gsize) (end - text) : strlen (text);

  if (!is_grouped (text, whole, group))
    return TOSO_NUMBER_BAD;
  if (end != NULL && !all_digits (end + 1, strlen (end + 1)))
    return TOSO_NUMBER_BAD;
  return read_digits (text, whole, end != NULL ? end + 1 : "", value);
}

static TosoNumberResult
read_unsigned (const char *text,
               TosoComma   comma,
               double     *value)
{
  gsize dots = count (text, '.');
  gsize commas = count (text, ',');

  if (strchr (text, ' ') != NULL)
    return read_grouped (text, ' ', dots > 0 ? '.' : ',', value);
  if (dots == 0 && commas == 0)
    return all_digits (text, strlen (text)) ? read_digits (text, strlen (text), "", value) : TOSO_NUMBER_BAD;
  if (commas == 0 && dots == 1)
    return read_one_mark (text, '.', comma, value);
  if (dots == 0 && commas == 1)
    return read_one_mark (text, ',', comma, value);
  if (dots == 0)
    return read_grouped (text, ',', '.', value);
  if (commas == 0)
    return read_grouped (text, '.', ',', value);
  if (strrchr (text, ',') > strrchr (text, '.'))
    return read_grouped (text, '.', ',', value);
  return read_grouped (text, ',', '.', value);
}

/**
 * toso_number_parse:
 * @value: (out): set when the result is %TOSO_NUMBER_OK
 *
 * Reads what people type or paste.  The point groups thousands ("1.234" is
 * one thousand two hundred and thirty-four); other writings are taken only
 * where they can mean one thing.
 */
TosoNumberResult
toso_number_parse (const char *text,
                   double     *value)
{
  return toso_number_parse_as (text, TOSO_COMMA_UNKNOWN, value);
}

TosoNumberResult
toso_number_parse_as (const char *text,
                      TosoComma   comma,
                      double     *value)
{
  g_autofree char *simple = NULL;
  TosoNumberResult result;
  gboolean         negative;
  gsize            length;
  char            *start;
  double           read = 0;

  g_return_val_if_fail (value != NULL, TOSO_NUMBER_BAD);

  if (text == NULL)
    return TOSO_NUMBER_EMPTY;
  if (!g_utf8_validate (text, -1, NULL))
    return TOSO_NUMBER_BAD;

  simple = simplify (text);
  length = strlen (simple);
  if (strspn (simple, "-") == length)
    return TOSO_NUMBER_EMPTY;

  if (simple[length - 1] == '%')
    simple[length - 1] = '\0';
  start = g_strstrip (simple);
  negative = *start == '-';
  if (*start == '-' || *start == '+')
    start++;
  while (*start == ' ')
    start++;

  result = read_unsigned (start, comma, &read);
  if (result == TOSO_NUMBER_OK)
    *value = negative && read != 0 ? -read : read;
  return result;
}
