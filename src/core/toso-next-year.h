/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-calendar.h"

G_BEGIN_DECLS

/* What a year's days and words become in another. */

/* The same day of year @to.  A deadline that was on a working day, and would
 * not be, is the next working day (Civil Code 2015, Article 148.5); 29
 * February of a common year is the 28th. */
TosoDate toso_next_year_day   (TosoDate            day,
                               int                 to,
                               const TosoCalendar *calendar, /* NULL: as it falls */
                               gboolean           *moved);   /* on to a working day; or NULL */
/* "năm 2026", "quý I/2026", "tháng 3/2026" with the other year; the days that
 * papers were signed on, and their symbols, stay.  @days: "30/6/2026" too, as
 * a deadline.  @n: adds how many were changed; or NULL. */
char    *toso_next_year_words (const char         *text,
                               int                 from,
                               int                 to,
                               gboolean            days,
                               const TosoCalendar *calendar,
                               guint              *n);

G_END_DECLS
