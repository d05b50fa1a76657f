/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the proleptic Gregorian calendar; all zero is "no date". */
typedef struct
{
  gint16 year;
  gint8  month; /* 1 … 12 */
  gint8  day;   /* 1 … 31 */
} TosoDate;

gboolean toso_date_is_valid     (TosoDate    date);
int      toso_date_compare      (TosoDate    a,
                                 TosoDate    b);
gint64   toso_date_to_days      (TosoDate    date);
TosoDate toso_date_from_days    (gint64      days);
TosoDate toso_date_add_days     (TosoDate    date,
                                 int         days);
int      toso_date_weekday      (TosoDate    date); /* 1 Monday … 7 Sunday */
TosoDate toso_date_today        (void);             /* in UTC+7 */
TosoDate toso_date_from_unix    (gint64      seconds); /* in UTC+7 */

gboolean toso_date_parse        (const char *text, /* 2026-01-05, 05/01/2026, 5/1/2026, "ngày 05 tháng 01 năm 2026" */
                                 TosoDate   *date);
char    *toso_date_format_iso   (TosoDate    date); /* 2026-01-05 */
char    *toso_date_format_short (TosoDate    date); /* 05/01/2026 */
char    *toso_date_format_long  (TosoDate    date); /* ngày 05 tháng 01 năm 2026 (Decree 30, Annex I, II.4) */
char    *toso_date_format_screen(TosoDate    date); /* "Thứ Tư, ngày 18 tháng 3 năm 2026", translated */

G_END_DECLS
