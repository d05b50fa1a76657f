/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-phone.h"

#include <string.h>

/* Digits of a Vietnamese number from its 0 on: of a mobile ten, of a line ten
 * or eleven (Circular 22/2014/TT-BTTTT and its changes). */
#define MIN_DIGITS 10
#define MAX_DIGITS 11

char *
toso_phone_mask (const char *number)
{
  gsize length = strlen (number);

  return length < 8 ? g_strdup ("***") : g_strdup_printf ("%.4s *** %s", number, number + length - 3);
}

/* Bytes of the number at @p, whose digits are given; 0: there is none. */
static gsize
read_number (const char *p,
             char        digits[MAX_DIGITS + 2])
{
  const char *at = p;
  const char *end = p;
  guint       n = 0;

  if (strncmp (at, "+84", 3) == 0 || strncmp (at, "84", 2) == 0)
    {
      at += *at == '+' ? 3 : 2;
      digits[n++] = '0';
    }
  while (n <= MAX_DIGITS)
    {
      gsize apart = n > 0 ? strspn (at, " .-") : 0;

      /* After a whole number, what stands apart is another thing. */
      if (apart > 2 || (apart > 0 && n >= MIN_DIGITS) || !g_ascii_isdigit (at[apart]))
        break;
      digits[n++] = at[apart];
      at += apart + 1;
      end = at;
    }
  digits[n] = '\0';

  /* 0 and an area's or a net's digit; a longer row of digits is another thing. */
  if (n < MIN_DIGITS || n > MAX_DIGITS || digits[0] != '0' || digits[1] < '2')
    return 0;

  return (gsize) (end - p);
}

char *
toso_phone_mask_text (const char *text)
{
  GString *masked = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      char     digits[MAX_DIGITS + 2];
      gboolean starts = p == text || !(g_ascii_isalnum (p[-1]) || p[-1] == '+');
      gsize    n = starts ? read_number (p, digits) : 0;

      if (n > 0)
        {
          g_autofree char *number = toso_phone_mask (digits);

          g_string_append (masked, number);
          p += n;
        }
      else
        g_string_append_c (masked, *p++);
    }

  return g_string_free (masked, FALSE);
}
