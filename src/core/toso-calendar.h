/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"

G_BEGIN_DECLS

/* Which days the office works.  Holidays are data: announced every year, with
 * Saturdays worked in exchange for the days between. */

typedef enum
{
  TOSO_HOLIDAY_OFF,
  TOSO_HOLIDAY_WORKED, /* a Saturday or Sunday worked in exchange */
} TosoHolidayKind;

typedef struct _TosoCalendar TosoCalendar;

TosoCalendar *toso_calendar_new              (void);
void          toso_calendar_free             (TosoCalendar       *calendar);
/* The later word on a day counts. */
void          toso_calendar_add              (TosoCalendar       *calendar,
                                              TosoDate            day,
                                              TosoHolidayKind     kind);

/* @calendar: NULL knows weekends only. */
gboolean      toso_calendar_is_working_day   (const TosoCalendar *calendar,
                                              TosoDate            day);
/* The day itself does not count; negative @days go back. */
TosoDate      toso_calendar_add_working_days (const TosoCalendar *calendar,
                                              TosoDate            day,
                                              int                 days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoCalendar, toso_calendar_free)

G_END_DECLS
