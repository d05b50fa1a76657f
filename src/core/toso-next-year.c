/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-next-year.h"

#include <string.h>

TosoDate
toso_next_year_day (TosoDate            day,
                    int                 to,
                    const TosoCalendar *calendar,
                    gboolean           *moved)
{
  TosoDate next = day;

  if (moved != NULL)
    *moved = FALSE;
  if (!toso_date_is_valid (day))
    return day;

  next.year = (gint16) to;
  if (!toso_date_is_valid (next))
    next.day = 28;
  if (calendar == NULL || !toso_calendar_is_working_day (calendar, day) || toso_calendar_is_working_day (calendar, next))
    return next;

  if (moved != NULL)
    *moved = TRUE;

  return toso_calendar_add_working_days (calendar, next, 1);
}

typedef struct
{
  int                 to;
  const TosoCalendar *calendar;
  guint               n;
} Shift;

/* The day a paper was signed on is what it is. */
static gboolean
replace_year_cb (const GMatchInfo *match,
                 GString          *result,
                 gpointer          user_data)
{
  Shift           *shift = user_data;
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *signing = g_match_info_fetch (match, 1);
  g_autofree char *before = g_match_info_fetch (match, 2);

  if (*signing != '\0')
    g_string_append (result, whole);
  else
    {
      g_string_append_printf (result, "%s%d", before, shift->to);
      shift->n++;
    }

  return FALSE;
}

static gboolean
replace_day_cb (const GMatchInfo *match,
                GString          *result,
                gpointer          user_data)
{
  Shift           *shift = user_data;
  g_autofree char *text = g_match_info_fetch (match, 0);
  gboolean         two_digits = strlen (text) == strlen ("30/06/2026");
  TosoDate         day;

  if (!toso_date_parse (text, &day))
    {
      g_string_append (result, text);
      return FALSE;
    }
  day = toso_next_year_day (day, shift->to, shift->calendar, NULL);
  g_string_append_printf (result, two_digits ? "%02d/%02d/%d" : "%d/%d/%d", day.day, day.month, day.year);
  shift->n++;

  return FALSE;
}

/* NULL: @text has bytes that are no text. */
static char *
replace (const char        *text,
         const char        *pattern,
         GRegexEvalCallback replace_cb,
         Shift             *shift)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  g_assert (regex != NULL);

  return g_regex_replace_eval (regex, text, -1, 0, 0, replace_cb, shift, NULL);
}

char *
toso_next_year_words (const char         *text,
                      int                 from,
                      int                 to,
                      gboolean            days,
                      const TosoCalendar *calendar,
                      guint              *n)
{
  Shift            shift = { to, calendar, 0 };
  g_autofree char *years = NULL;
  g_autofree char *year_pattern = NULL;
  g_autofree char *day_pattern = NULL;
  char            *all;

  g_return_val_if_fail (text != NULL, NULL);

  year_pattern = g_strdup_printf ("(ngày\\s+\\d*\\s*tháng\\s+\\d*\\s*)?"
                                  "([Nn]ăm\\s+|NĂM\\s+|[Qq]uý\\s+[IVX]+/|[Tt]háng\\s+\\d{1,2}/)%d(?![\\d-])",
                                  from);
  day_pattern = g_strdup_printf ("(?<![\\d/])\\d{1,2}/\\d{1,2}/%d(?![\\d/])", from);
  years = replace (text, year_pattern, replace_year_cb, &shift);
  if (years == NULL)
    return g_strdup (text);
  all = days ? replace (years, day_pattern, replace_day_cb, &shift) : g_steal_pointer (&years);
  if (n != NULL)
    *n += shift.n;

  return all != NULL ? all : g_strdup (text);
}
