/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-calendar.h"
#include "core/toso-period.h"

G_BEGIN_DECLS

/* A kind of report: how often, cut off when, due when.  All of it is data. */

typedef enum
{
  TOSO_DEADLINE_NONE,         /* nobody has said one */
  TOSO_DEADLINE_WORKING_DAYS, /* so many after the cut-off */
  TOSO_DEADLINE_FIXED_DAY,    /* the first day of that number after the cut-off */
} TosoDeadline;

typedef struct
{
  gint64         id;
  gint64         row_version;
  char          *name;       /* "", or how the office calls it */
  TosoPeriodKind frequency;
  TosoCutoff     cutoff;
  int            custom_day; /* of TOSO_CUTOFF_CUSTOM */
  gboolean       cumulative; /* the paper counts from the year's beginning */
  TosoDeadline   deadline;
  int            deadline_days;
  int            lead_days;  /* working days that the villages are due earlier; 0: none */
  char          *basis;      /* the regulation, or the letter that asked */
} TosoReportType;

TosoReportType *toso_report_type_new             (TosoPeriodKind        frequency);
TosoReportType *toso_report_type_copy            (const TosoReportType *type);
void            toso_report_type_free            (TosoReportType       *type);
/* "Báo cáo tháng", unless it has a name. */
char           *toso_report_type_title           (const TosoReportType *type);

/* @last: of the period.  No date where there is no deadline. */
TosoDate        toso_report_type_get_due         (const TosoReportType *type,
                                                  TosoDate              last,
                                                  const TosoCalendar   *calendar);
/* By when the villages should send: @due less the lead, but never before the
 * day after @last. */
TosoDate        toso_report_type_get_village_due (const TosoReportType *type,
                                                  TosoDate              last,
                                                  TosoDate              due,
                                                  const TosoCalendar   *calendar);

const char     *toso_frequency_to_id             (TosoPeriodKind frequency); /* "month" … "ad_hoc" */
gboolean        toso_frequency_from_id           (const char *id, TosoPeriodKind *frequency);
const char     *toso_cutoff_to_id                (TosoCutoff cutoff); /* "decree" "calendar" "custom" */
gboolean        toso_cutoff_from_id              (const char *id, TosoCutoff *cutoff);
const char     *toso_deadline_to_id              (TosoDeadline deadline); /* NULL for none */
gboolean        toso_deadline_from_id            (const char *id, TosoDeadline *deadline);

/* --- who has reported --- */

typedef enum
{
  TOSO_TIMELINESS_ON_TIME,
  TOSO_TIMELINESS_LATE,        /* received, but after the day */
  TOSO_TIMELINESS_NOT_YET_DUE,
  TOSO_TIMELINESS_OVERDUE,     /* not received, and the day has passed */
} TosoTimeliness;

/* @due, @received: no date where there is none. */
TosoTimeliness  toso_timeliness                  (TosoDate       due,
                                                  TosoDate       received,
                                                  TosoDate       today);
const char     *toso_timeliness_to_id            (TosoTimeliness timeliness); /* "on_time" "late" "not_yet_due" "overdue" */

typedef enum
{
  TOSO_SUBMISSION_NONE, /* nothing has come */
  TOSO_SUBMISSION_DRAFT,
  TOSO_SUBMISSION_RECEIVED,
  TOSO_SUBMISSION_NEEDS_CORRECTION,
  TOSO_SUBMISSION_APPROVED,
  TOSO_SUBMISSION_LOCKED,
} TosoSubmissionState;

const char     *toso_submission_state_to_id      (TosoSubmissionState state); /* "none" "draft" … */
gboolean        toso_submission_state_from_id    (const char *id, TosoSubmissionState *state);
/* Which states may follow which. */
gboolean        toso_submission_state_may_become (TosoSubmissionState from,
                                                  TosoSubmissionState to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoReportType, toso_report_type_free)

G_END_DECLS
