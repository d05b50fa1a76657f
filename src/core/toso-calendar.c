/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-calendar.h"

struct _TosoCalendar
{
  GHashTable *days; /* number of the day → TosoHolidayKind */
};

TosoCalendar *
toso_calendar_new (void)
{
  TosoCalendar *calendar = g_new0 (TosoCalendar, 1);

  calendar->days = g_hash_table_new (NULL, NULL);
  return calendar;
}

void
toso_calendar_free (TosoCalendar *calendar)
{
  if (calendar == NULL)
    return;

  g_hash_table_unref (calendar->days);
  g_free (calendar);
}

static gpointer
key_of (TosoDate day)
{
  return GINT_TO_POINTER ((int) toso_date_to_days (day));
}

void
toso_calendar_add (TosoCalendar   *calendar,
                   TosoDate        day,
                   TosoHolidayKind kind)
{
  g_return_if_fail (calendar != NULL);
  g_return_if_fail (toso_date_is_valid (day));

  g_hash_table_insert (calendar->days, key_of (day), GINT_TO_POINTER (kind));
}

gboolean
toso_calendar_is_working_day (const TosoCalendar *calendar,
                              TosoDate            day)
{
  gpointer kind;

  if (!toso_date_is_valid (day))
    return FALSE;
  if (calendar != NULL && g_hash_table_lookup_extended (calendar->days, key_of (day), NULL, &kind))
    return GPOINTER_TO_INT (kind) == TOSO_HOLIDAY_WORKED;

  return toso_date_weekday (day) <= 5;
}

/**
 * toso_calendar_add_working_days:
 *
 * A cut-off on Saturday the 14th plus two is Tuesday the 17th.
 */
TosoDate
toso_calendar_add_working_days (const TosoCalendar *calendar,
                                TosoDate            day,
                                int                 days)
{
  int step = days < 0 ? -1 : 1;
  int left = ABS (days);

  while (left > 0 && toso_date_is_valid (day))
    {
      day = toso_date_add_days (day, step);
      if (toso_calendar_is_working_day (calendar, day))
        left--;
    }

  return day;
}
