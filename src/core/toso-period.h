/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"

G_BEGIN_DECLS

typedef enum
{
  TOSO_PERIOD_MONTH,       /* 2026-03, number 1 … 12 */
  TOSO_PERIOD_QUARTER,     /* 2026-Q1, number 1 … 4 */
  TOSO_PERIOD_HALF,        /* 2026-H1, number 1 … 2 */
  TOSO_PERIOD_NINE_MONTHS, /* 2026-9M, number 1 */
  TOSO_PERIOD_YEAR,        /* 2026,    number 1 */
  TOSO_PERIOD_AD_HOC,      /* 2026-A1, number 1 … 99: asked for by a letter; its days are in the
                            * year file, and it adds up with no other */
} TosoPeriodKind;

typedef enum
{
  TOSO_CUTOFF_DECREE,   /* Decree 09/2019/NĐ-CP, art. 12: the 15th to the 14th */
  TOSO_CUTOFF_CALENDAR, /* 1st to the last day */
  TOSO_CUTOFF_CUSTOM,   /* closes on a day of the month named by the report type */
} TosoCutoff;

typedef struct
{
  TosoPeriodKind kind;
  int            year;
  int            number;
} TosoPeriod;

gboolean   toso_period_parse        (const char       *text, /* 2026-03 2026-Q1 2026-H1 2026-9M 2026 2026-A1 */
                                     TosoPeriod       *period);
char      *toso_period_to_string    (TosoPeriod        period);
char      *toso_period_screen_title (TosoPeriod period); /* the same for screens, translated */
char      *toso_period_title        (TosoPeriod        period); /* Tháng 3/2026, Quý I/2026, 6 tháng đầu năm 2026 … */
int        toso_period_compare      (TosoPeriod        a,
                                     TosoPeriod        b);
gboolean   toso_period_equal        (TosoPeriod        a,
                                     TosoPeriod        b);
TosoPeriod toso_period_next         (TosoPeriod        period);
TosoPeriod toso_period_previous     (TosoPeriod        period);
TosoPeriod toso_period_at           (TosoPeriodKind    kind,
                                     TosoDate          date,
                                     TosoCutoff        cutoff,
                                     int               custom_day);
void       toso_period_get_range    (TosoPeriod        period,
                                     TosoCutoff        cutoff,
                                     int               custom_day, /* last day of a custom period, 1 … 28; else ignored */
                                     TosoDate         *first,
                                     TosoDate         *last);
gboolean   toso_period_contains     (TosoPeriod        outer,
                                     TosoPeriod        inner); /* same cut-off for both */
/* Which of @periods, all of one village and indicator, may be added up: none
 * that is a part of another, none that overlaps.  @taken: as many as @n. */
void       toso_period_choose       (const TosoPeriod *periods,
                                     guint             n,
                                     gboolean         *taken);

G_END_DECLS
