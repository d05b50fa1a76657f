/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-table-words.h"

#include <string.h>

/* The period that a table's words say: "Tháng 3/2026", "T3", "Quý I năm 2026",
 * "6 tháng đầu năm". */

static gboolean
is_word_start (const char *plain,
               const char *at)
{
  return at == plain || at[-1] == ' ';
}

/* " 2026", " nam 2026"; @end is moved behind it. */
static int
take_year (const char **end,
           int          year)
{
  const char *at = *end;
  char       *after;
  guint64     said;

  while (*at == ' ')
    at++;
  if (g_str_has_prefix (at, "nam "))
    at += 4;
  said = g_ascii_strtoull (at, &after, 10);
  if (said < 1900 || said > 9998 || after - at != 4)
    return year;

  *end = after;
  return (int) said;
}

/* "14 thang 2": a day's, "6 thang": so many of them; but "ct07 thang 2". */
static gboolean
is_after_number (const char *plain,
                 const char *at)
{
  const char *before = at - 1;

  if (at - plain < 2 || !g_ascii_isdigit (at[-2]))
    return FALSE;
  while (before > plain && g_ascii_isdigit (before[-1]))
    before--;
  return is_word_start (plain, before);
}

/* @at: behind "thang " or "t". */
static gboolean
take_month (const char  *at,
            int          year,
            TosoPeriod  *period,
            const char **end)
{
  char   *after;
  guint64 month = g_ascii_strtoull (at, &after, 10);

  if (month < 1 || month > 12 || !g_ascii_isdigit (*at) || (*after != ' ' && *after != '\0'))
    return FALSE;

  *end = after;
  *period = (TosoPeriod){ TOSO_PERIOD_MONTH, take_year (end, year), (int) month };
  return period->year > 0;
}

static gboolean
take_quarter (const char  *at,
              int          year,
              TosoPeriod  *period,
              const char **end)
{
  static const char *const names[] = { "4", "iv", "3", "iii", "2", "ii", "1", "i" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i]);

      if (strncmp (at, names[i], length) != 0 || (at[length] != ' ' && at[length] != '\0'))
        continue;
      *end = at + length;
      *period = (TosoPeriod){ TOSO_PERIOD_QUARTER, take_year (end, year), 4 - (int) i / 2 };
      return period->year > 0;
    }

  return FALSE;
}

/* "6 thang dau nam", "6 thang cuoi nam", "9 thang". */
static gboolean
take_months (const char  *at,
             int          year,
             TosoPeriod  *period,
             const char **end)
{
  static const struct
  {
    const char    *words;
    TosoPeriodKind kind;
    int            number;
  } names[] = {
    { "6 thang dau nam", TOSO_PERIOD_HALF, 1 },
    { "6 thang cuoi nam", TOSO_PERIOD_HALF, 2 },
    { "6 thang nam", TOSO_PERIOD_HALF, 1 },
    { "9 thang dau nam", TOSO_PERIOD_NINE_MONTHS, 1 },
    { "9 thang nam", TOSO_PERIOD_NINE_MONTHS, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (at, names[i].words))
      {
        *end = at + strlen (names[i].words);
        *period = (TosoPeriod){ names[i].kind, take_year (end, year), names[i].number };
        return period->year > 0;
      }

  return FALSE;
}

/* Where in @plain it says a period. */
static gboolean
find_period (const char  *plain,
             int          year,
             TosoPeriod  *period,
             const char **start,
             const char **end)
{
  for (const char *at = plain; *at != '\0'; at++)
    {
      if (!is_word_start (plain, at))
        continue;
      *start = at;
      if (take_months (at, year, period, end))
        return TRUE;
      if (g_str_has_prefix (at, "thang ") && !is_after_number (plain, at) && take_month (at + 6, year, period, end))
        return TRUE;
      if (g_str_has_prefix (at, "thang") && g_ascii_isdigit (at[5]) && take_month (at + 5, year, period, end))
        return TRUE;
      if (*at == 't' && g_ascii_isdigit (at[1]) && take_month (at + 1, year, period, end))
        return TRUE;
      if (g_str_has_prefix (at, "quy ") && take_quarter (at + 4, year, period, end))
        return TRUE;
    }

  return FALSE;
}

gboolean
toso_words_read_period (const char *plain,
                        int         year,
                        TosoPeriod *period)
{
  const char *start, *end;

  return find_period (plain, year, period, &start, &end);
}

void
toso_words_cut_period (char *plain)
{
  TosoPeriod  period;
  const char *start, *end;

  if (!find_period (plain, 1, &period, &start, &end))
    return;
  while (*end == ' ')
    end++;
  memmove ((char *) start, end, strlen (end) + 1);
  g_strchomp (plain);
}
