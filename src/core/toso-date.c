/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-text.h"

/* Viet Nam has one time and no summer time, so the day is the same on a PC
 * that is set wrong. */
#define UTC_OFFSET  (7 * 60 * 60)
#define DAY_SECONDS (24 * 60 * 60)

static gboolean
is_leap_year (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year,
               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap_year (year) ? 1 : 0);
}

gboolean
toso_date_is_valid (TosoDate date)
{
  return date.year >= 1 && date.year <= 9999 &&
         date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month (date.year, date.month);
}

int
toso_date_compare (TosoDate a,
                   TosoDate b)
{
  int first = (a.year * 16 + a.month) * 32 + a.day;
  int second = (b.year * 16 + b.month) * 32 + b.day;

  return (first > second) - (first < second);
}

/**
 * toso_date_to_days:
 *
 * Days since 1 January 1970; 0 for no date.
 */
gint64
toso_date_to_days (TosoDate date)
{
  gint64 year = date.year;
  gint64 month = date.month;
  gint64 in_year;

  if (!toso_date_is_valid (date))
    return 0;

  /* A year that begins in March has its odd day at the end. */
  if (month <= 2)
    year--;
  in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return year * 365 + year / 4 - year / 100 + year / 400 + in_year - 719468;
}

/**
 * toso_date_from_days:
 *
 * No date where the day is outside the years 1 to 9999.
 */
TosoDate
toso_date_from_days (gint64 days)
{
  TosoDate date = { 0 };
  gint64   shifted;
  gint64   era;
  gint64   in_era;
  gint64   year;
  gint64   in_year;
  gint64   month;

  if (days < -719162 || days > 2932896)
    return date;

  shifted = days + 719468;
  era = shifted / 146097;
  in_era = shifted % 146097;
  year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  in_year = in_era - (365 * year + year / 4 - year / 100);
  month = (5 * in_year + 2) / 153;

  date.day = (gint8) (in_year - (153 * month + 2) / 5 + 1);
  date.month = (gint8) (month < 10 ? month + 3 : month - 9);
  date.year = (gint16) (year + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

TosoDate
toso_date_add_days (TosoDate date,
                    int      days)
{
  if (!toso_date_is_valid (date))
    return (TosoDate){ 0 };
  return toso_date_from_days (toso_date_to_days (date) + days);
}

int
toso_date_weekday (TosoDate date)
{
  /* 1 January 1970 was a Thursday. */
  gint64 days = toso_date_to_days (date) + 3;

  return (int) (((days % 7) + 7) % 7) + 1;
}

TosoDate
toso_date_from_unix (gint64 seconds)
{
  gint64 local = seconds + UTC_OFFSET;
  gint64 days = local / DAY_SECONDS - (local % DAY_SECONDS < 0 ? 1 : 0);

  return toso_date_from_days (days);
}

/**
 * toso_date_today:
 *
 * TOSO_TODAY (2026-03-18) stands for the clock, so that papers and pictures
 * can be made again as they were.
 */
TosoDate
toso_date_today (void)
{
  const char *set = g_getenv ("TOSO_TODAY");
  TosoDate    date;

  if (set != NULL && toso_date_parse (set, &date))
    return date;
  return toso_date_from_unix (g_get_real_time () / G_USEC_PER_SEC);
}

/* At most @max_digits digits; -1 when there is none */
static int
take_number (const char **p,
             int          max_digits)
{
  int number = 0;
  int n_digits;

  for (n_digits = 0; n_digits < max_digits && g_ascii_isdigit (**p); n_digits++, (*p)++)
    number = number * 10 + (**p - '0');
  return n_digits > 0 && !g_ascii_isdigit (**p) ? number : -1;
}

static gboolean
take_text (const char **p,
           const char  *text)
{
  if (!g_str_has_prefix (*p, text))
    return FALSE;
  *p += strlen (text);
  return TRUE;
}

static gboolean
set_date (TosoDate *date,
          int       year,
          int       month,
          int       day)
{
  TosoDate read;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  read = (TosoDate){ .year = (gint16) year, .month = (gint8) month, .day = (gint8) day };
  if (!toso_date_is_valid (read))
    return FALSE;
  *date = read;
  return TRUE;
}

static gboolean
parse_iso (const char *text,
           TosoDate   *date)
{
  int year = strlen (text) == 10 ? take_number (&text, 4) : -1;
  int month = take_text (&text, "-") ? take_number (&text, 2) : -1;
  int day = take_text (&text, "-") ? take_number (&text, 2) : -1;

  return *text == '\0' && set_date (date, year, month, day);
}

static gboolean
parse_short (const char *text,
             TosoDate   *date)
{
  char mark[2] = { 0 };
  int  day = take_number (&text, 2);
  int  month;
  int  year;

  if (*text == '\0' || strchr ("/-.", *text) == NULL)
    return FALSE;
  mark[0] = *text++;
  month = take_number (&text, 2);
  year = take_text (&text, mark) && strspn (text, "0123456789") == 4 ? take_number (&text, 4) : -1;
  return *text == '\0' && set_date (date, year, month, day);
}

/* @text is folded and squeezed: "ngay 05 thang 01 nam 2026" */
static gboolean
parse_long (const char *text,
            TosoDate   *date)
{
  int day = take_text (&text, "ngay ") ? take_number (&text, 2) : -1;
  int month = take_text (&text, " thang ") ? take_number (&text, 2) : -1;
  int year = take_text (&text, " nam ") ? take_number (&text, 4) : -1;

  return *text == '\0' && set_date (date, year, month, day);
}

/**
 * toso_date_parse:
 * @date: (out): set when the text is a date
 *
 * Two figures for the year are refused: the office must say which century.
 */
gboolean
toso_date_parse (const char *text,
                 TosoDate   *date)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (date != NULL, FALSE);

  if (text == NULL)
    return FALSE;
  squeezed = toso_text_squeeze (text);
  folded = toso_text_fold (squeezed);
  if (parse_iso (folded, date) || parse_short (folded, date) || parse_long (folded, date))
    return TRUE;
  /* as running text has it: "ngày 08/01/2026" */
  return g_str_has_prefix (folded, "ngay ") && parse_short (folded + strlen ("ngay "), date);
}

char *
toso_date_format_iso (TosoDate date)
{
  if (!toso_date_is_valid (date))
    return g_strdup ("");
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

char *
toso_date_format_short (TosoDate date)
{
  if (!toso_date_is_valid (date))
    return g_strdup ("");
  return g_strdup_printf ("%02d/%02d/%04d", date.day, date.month, date.year);
}

/* Decree 30/2020/NĐ-CP, Annex I, Part II, II.4: a 0 before days under 10 and
 * before months 1 and 2, not before the others. */
static char *
format_words (TosoDate date)
{
  return g_strdup_printf ("ngày %02d tháng %0*d năm %d", date.day, date.month <= 2 ? 2 : 1, date.month, date.year);
}

char *
toso_date_format_long (TosoDate date)
{
  return toso_date_is_valid (date) ? format_words (date) : g_strdup ("");
}

char *
toso_date_format_screen (TosoDate date)
{
  static const char *const days[] = {
    N_ ("Monday"), N_ ("Tuesday"), N_ ("Wednesday"), N_ ("Thursday"), N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday")
  };

  if (!toso_date_is_valid (date))
    return g_strdup ("");

  /* Translators: day of the week, day, month, year */
  return g_strdup_printf (_ ("%s, %d/%d/%d"), _ (days[toso_date_weekday (date) - 1]), date.day, date.month, date.year);
}
