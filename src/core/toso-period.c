/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-period.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_AD_HOC 99 /* in a year */

/* Every kind of period but the ad hoc ones is a run of whole reporting months.  Where a month
 * begins and ends is the cut-off's matter alone. */

static int
months_of (TosoPeriodKind kind)
{
  switch (kind)
    {
    case TOSO_PERIOD_MONTH:
      return 1;
    case TOSO_PERIOD_QUARTER:
      return 3;
    case TOSO_PERIOD_HALF:
      return 6;
    case TOSO_PERIOD_NINE_MONTHS:
      return 9;
    case TOSO_PERIOD_YEAR:
    default:
      return 12;
    }
}

/* How many periods of the kind a year has. */
static int
count_of (TosoPeriodKind kind)
{
  if (kind == TOSO_PERIOD_AD_HOC)
    return MAX_AD_HOC;

  return kind == TOSO_PERIOD_NINE_MONTHS ? 1 : 12 / months_of (kind);
}

/* Months since the year 0, the first and the last one of the period; an ad hoc
 * one stands after its year. */
static int
first_month (TosoPeriod period)
{
  if (period.kind == TOSO_PERIOD_AD_HOC)
    return period.year * 12;

  return period.year * 12 + (period.number - 1) * months_of (period.kind);
}

static int
last_month (TosoPeriod period)
{
  return first_month (period) + months_of (period.kind) - 1;
}

static gboolean
is_valid (TosoPeriod period)
{
  return period.year >= 1900 && period.year <= 9998 && period.number >= 1 &&
         period.number <= count_of (period.kind);
}

/* One or two digits. */
static gboolean
is_short_number (const char *text)
{
  return g_ascii_isdigit (text[0]) && (text[1] == '\0' || (g_ascii_isdigit (text[1]) && text[2] == '\0'));
}

/**
 * toso_period_parse:
 * @period: (out): set when the text is a period
 *
 * Capital or small, but nothing missing and nothing more.
 */
gboolean
toso_period_parse (const char *text,
                   TosoPeriod *period)
{
  g_autofree char *small = NULL;
  const char      *rest;
  TosoPeriod       read = { TOSO_PERIOD_YEAR, 0, 1 };

  g_return_val_if_fail (period != NULL, FALSE);

  if (text == NULL || strspn (text, "0123456789") != 4)
    return FALSE;

  read.year = (int) g_ascii_strtoll (text, NULL, 10);
  small = g_ascii_strdown (text + 4, -1);
  rest = small;
  if (strlen (rest) == 3 && rest[0] == '-' && rest[1] == 'q')
    {
      read.kind = TOSO_PERIOD_QUARTER;
      read.number = rest[2] - '0';
    }
  else if (strlen (rest) == 3 && rest[0] == '-' && rest[1] == 'h')
    {
      read.kind = TOSO_PERIOD_HALF;
      read.number = rest[2] - '0';
    }
  else if (g_str_equal (rest, "-9m"))
    {
      read.kind = TOSO_PERIOD_NINE_MONTHS;
    }
  else if (rest[0] == '-' && strlen (rest) == 3 && g_ascii_isdigit (rest[1]) && g_ascii_isdigit (rest[2]))
    {
      read.kind = TOSO_PERIOD_MONTH;
      read.number = (rest[1] - '0') * 10 + (rest[2] - '0');
    }
  else if (g_str_has_prefix (rest, "-a") && rest[2] != '0' && is_short_number (rest + 2))
    {
      read.kind = TOSO_PERIOD_AD_HOC;
      read.number = (int) g_ascii_strtoll (rest + 2, NULL, 10);
    }
  else if (*rest != '\0')
    {
      return FALSE;
    }

  if (!is_valid (read))
    return FALSE;
  *period = read;
  return TRUE;
}

char *
toso_period_to_string (TosoPeriod period)
{
  switch (period.kind)
    {
    case TOSO_PERIOD_MONTH:
      return g_strdup_printf ("%04d-%02d", period.year, period.number);
    case TOSO_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", period.year, period.number);
    case TOSO_PERIOD_HALF:
      return g_strdup_printf ("%04d-H%d", period.year, period.number);
    case TOSO_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("%04d-9M", period.year);
    case TOSO_PERIOD_AD_HOC:
      return g_strdup_printf ("%04d-A%d", period.year, period.number);
    case TOSO_PERIOD_YEAR:
    default:
      return g_strdup_printf ("%04d", period.year);
    }
}

/**
 * toso_period_title:
 *
 * As papers name it; a 0 before months 1 and 2 only (Decree 30/2020/NĐ-CP,
 * Annex I, Part II, II.4).
 */
char *
toso_period_title (TosoPeriod period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  g_return_val_if_fail (is_valid (period), NULL);

  switch (period.kind)
    {
    case TOSO_PERIOD_MONTH:
      return g_strdup_printf ("Tháng %0*d/%d", period.number <= 2 ? 2 : 1, period.number, period.year);
    case TOSO_PERIOD_QUARTER:
      return g_strdup_printf ("Quý %s/%d", quarters[period.number - 1], period.year);
    case TOSO_PERIOD_HALF:
      return g_strdup_printf ("6 tháng %s năm %d", period.number == 1 ? "đầu" : "cuối", period.year);
    case TOSO_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("9 tháng đầu năm %d", period.year);
    case TOSO_PERIOD_AD_HOC:
      return g_strdup_printf ("Đột xuất %d/%d", period.number, period.year);
    case TOSO_PERIOD_YEAR:
    default:
      return g_strdup_printf ("Năm %d", period.year);
    }
}

/**
 * toso_period_screen_title:
 *
 * As screens name it, in the user's language.
 */
char *
toso_period_screen_title (TosoPeriod period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  g_return_val_if_fail (is_valid (period), NULL);

  switch (period.kind)
    {
    case TOSO_PERIOD_MONTH:
      /* Translators: month and year */
      return g_strdup_printf (_ ("Month %d/%d"), period.number, period.year);
    case TOSO_PERIOD_QUARTER:
      /* Translators: quarter (I … IV) and year */
      return g_strdup_printf (_ ("Quarter %s/%d"), quarters[period.number - 1], period.year);
    case TOSO_PERIOD_HALF:
      return g_strdup_printf (period.number == 1 ? _ ("First half of %d") : _ ("Second half of %d"), period.year);
    case TOSO_PERIOD_NINE_MONTHS:
      return g_strdup_printf (_ ("First nine months of %d"), period.year);
    case TOSO_PERIOD_AD_HOC:
      /* Translators: number and year of a report that was asked for */
      return g_strdup_printf (_ ("Ad hoc %d/%d"), period.number, period.year);
    case TOSO_PERIOD_YEAR:
    default:
      return g_strdup_printf (_ ("Year %d"), period.year);
    }
}

/**
 * toso_period_compare:
 *
 * By the last month; of two that end together the shorter goes first: March,
 * the first quarter, April.
 */
int
toso_period_compare (TosoPeriod a,
                     TosoPeriod b)
{
  int ends = (last_month (a) > last_month (b)) - (last_month (a) < last_month (b));
  int lengths = (a.kind > b.kind) - (a.kind < b.kind);
  int numbers = (a.number > b.number) - (a.number < b.number);

  if (ends != 0)
    return ends;
  return lengths != 0 ? lengths : numbers;
}

gboolean
toso_period_equal (TosoPeriod a,
                   TosoPeriod b)
{
  return a.kind == b.kind && a.year == b.year && a.number == b.number;
}

static TosoPeriod
move_by (TosoPeriod period,
         int        step)
{
  int count = count_of (period.kind);
  int index = period.year * count + period.number - 1 + step;

  period.year = index / count;
  period.number = index % count + 1;
  return period;
}

TosoPeriod
toso_period_next (TosoPeriod period)
{
  return move_by (period, 1);
}

TosoPeriod
toso_period_previous (TosoPeriod period)
{
  return move_by (period, -1);
}

/* The last day of a reporting month; 0 for the month's own last day. */
static int
closing_day (TosoCutoff cutoff,
             int        custom_day)
{
  switch (cutoff)
    {
    case TOSO_CUTOFF_DECREE:
      return 14;
    case TOSO_CUTOFF_CUSTOM:
      return CLAMP (custom_day, 1, 28);
    case TOSO_CUTOFF_CALENDAR:
    default:
      return 0;
    }
}

/* The last day of reporting month @month, counted from the year 0. */
static TosoDate
close_of_month (int month,
                int closing)
{
  int      next = month + 1;
  TosoDate date = { (gint16) (month / 12), (gint8) (month % 12 + 1), (gint8) closing };

  if (closing > 0)
    return date;
  date = (TosoDate){ (gint16) (next / 12), (gint8) (next % 12 + 1), 1 };
  return toso_date_add_days (date, -1);
}

/**
 * toso_period_get_range:
 *
 * Decree 09/2019/NĐ-CP, article 12: month m is the 15th of m - 1 to the 14th
 * of m, and the longer periods are made of such months.
 */
void
toso_period_get_range (TosoPeriod period,
                       TosoCutoff cutoff,
                       int        custom_day,
                       TosoDate  *first,
                       TosoDate  *last)
{
  int closing = closing_day (cutoff, custom_day);

  if (first != NULL)
    *first = (TosoDate){ 0 };
  if (last != NULL)
    *last = (TosoDate){ 0 };
  g_return_if_fail (is_valid (period));
  if (period.kind == TOSO_PERIOD_AD_HOC)
    return;

  if (first != NULL)
    *first = toso_date_add_days (close_of_month (first_month (period) - 1, closing), 1);
  if (last != NULL)
    *last = close_of_month (last_month (period), closing);
}

/**
 * toso_period_at:
 *
 * The period of @kind that @date falls into; for the nine months, of October
 * to December too, those of the same reporting year.
 */
TosoPeriod
toso_period_at (TosoPeriodKind kind,
                TosoDate       date,
                TosoCutoff     cutoff,
                int            custom_day)
{
  int        closing = closing_day (cutoff, custom_day);
  int        month = date.year * 12 + date.month - 1;
  TosoPeriod period = { kind, 0, 1 };

  if (closing > 0 && date.day > closing)
    month++;
  period.year = month / 12;
  if (kind != TOSO_PERIOD_NINE_MONTHS)
    period.number = month % 12 / months_of (kind) + 1;
  return period;
}

gboolean
toso_period_contains (TosoPeriod outer,
                      TosoPeriod inner)
{
  if (outer.kind == TOSO_PERIOD_AD_HOC || inner.kind == TOSO_PERIOD_AD_HOC)
    return toso_period_equal (outer, inner);

  return first_month (outer) <= first_month (inner) && last_month (inner) <= last_month (outer);
}

static gboolean
has (const TosoPeriod *periods,
     guint             n,
     TosoPeriodKind    kind,
     int               year,
     int               number)
{
  for (guint i = 0; i < n; i++)
    if (periods[i].kind == kind && periods[i].year == year && periods[i].number == number)
      return TRUE;

  return FALSE;
}

/* Nine months and the second half of the year have a quarter in common: the two
 * halves count where both are there, else the nine months. */
static gboolean
gives_way (TosoPeriod        period,
           const TosoPeriod *periods,
           guint             n)
{
  gboolean first = has (periods, n, TOSO_PERIOD_HALF, period.year, 1);
  gboolean second = has (periods, n, TOSO_PERIOD_HALF, period.year, 2);

  if (period.kind == TOSO_PERIOD_NINE_MONTHS)
    return first && second;
  if (period.kind == TOSO_PERIOD_HALF && period.number == 2)
    return !first && has (periods, n, TOSO_PERIOD_NINE_MONTHS, period.year, 1);

  return FALSE;
}

void
toso_period_choose (const TosoPeriod *periods,
                    guint             n,
                    gboolean         *taken)
{
  for (guint i = 0; i < n; i++)
    {
      taken[i] = periods[i].kind != TOSO_PERIOD_AD_HOC && !gives_way (periods[i], periods, n);
      for (guint j = 0; j < n && taken[i]; j++)
        if (periods[j].kind != TOSO_PERIOD_AD_HOC && !toso_period_equal (periods[i], periods[j]) &&
            toso_period_contains (periods[j], periods[i]) && !gives_way (periods[j], periods, n))
          taken[i] = FALSE;
    }
}
