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
  TosoDate   asked_last; /* of the ad hoc period that is asked for; else no date */
} TosoReportCalendar;

/* TOSO_ERROR_NOT_FOUND where @period (or NULL) is ad hoc and was not opened. */
gboolean    toso_report_load_calendar      (TosoYear                 *year,
                                            const TosoPeriod         *period,
                                            TosoReportCalendar       *calendar,
                                            GError                  **error);

TosoDate    toso_report_last_day           (const TosoReportCalendar *calendar,
                                            TosoPeriod                period);
/* Those of the year; of an ad hoc @period (or NULL) its own besides, which add
 * up with no other. */
GPtrArray  *toso_report_list_measurements  (TosoYear                 *year, /* of TosoMeasurement */
                                            const TosoPeriod         *period,
                                            GError                  **error);
/* What counts up to and including @period (NULL: all), no figure twice, and one
 * that was given for just an ad hoc period in place of the rest:
 * indicator id → array of TosoObservation. */
GHashTable *toso_report_group_observations (GPtrArray                *measurements,
                                            const TosoReportCalendar *calendar,
                                            const TosoPeriod         *period);

G_END_DECLS
