/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-report.h"

G_BEGIN_DECLS

/* The plan's year and how its periods are cut off. */
typedef struct
{
  TosoDate   start, end;
  TosoCutoff cutoff;
  int        custom_day;
} TosoReportCalendar;

TosoDate    toso_report_last_day           (const TosoReportCalendar *calendar,
                                            TosoPeriod                period);
/* What counts up to and including @period (NULL: all), no figure twice:
 * indicator id → array of TosoObservation. */
GHashTable *toso_report_group_observations (GPtrArray                *measurements,
                                            const TosoReportCalendar *calendar,
                                            const TosoPeriod         *period);

G_END_DECLS
