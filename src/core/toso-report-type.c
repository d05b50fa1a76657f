/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-report-type.h"

TosoReportType *
toso_report_type_new (TosoPeriodKind frequency)
{
  TosoReportType *type = g_new0 (TosoReportType, 1);

  type->frequency = frequency;
  type->name = g_strdup ("");
  type->basis = g_strdup ("");
  return type;
}

TosoReportType *
toso_report_type_copy (const TosoReportType *type)
{
  TosoReportType *copy = g_memdup2 (type, sizeof *type);

  copy->name = g_strdup (type->name != NULL ? type->name : "");
  copy->basis = g_strdup (type->basis != NULL ? type->basis : "");
  return copy;
}

void
toso_report_type_free (TosoReportType *type)
{
  if (type == NULL)
    return;

  g_free (type->name);
  g_free (type->basis);
  g_free (type);
}

char *
toso_report_type_title (const TosoReportType *type)
{
  /* Vietnamese in every language: it stands on papers. */
  static const char *const titles[] = {
    [TOSO_PERIOD_MONTH] = "Báo cáo tháng",
    [TOSO_PERIOD_QUARTER] = "Báo cáo quý",
    [TOSO_PERIOD_HALF] = "Báo cáo 6 tháng",
    [TOSO_PERIOD_NINE_MONTHS] = "Báo cáo 9 tháng",
    [TOSO_PERIOD_YEAR] = "Báo cáo năm",
    [TOSO_PERIOD_AD_HOC] = "Báo cáo đột xuất",
  };

  g_return_val_if_fail (type->frequency < G_N_ELEMENTS (titles), NULL);

  return g_strdup (*type->name != '\0' ? type->name : titles[type->frequency]);
}

/* The first day numbered @number after @last; the last of a month that is
 * shorter. */
static TosoDate
next_day_numbered (TosoDate last,
                   int      number)
{
  TosoDate day = toso_date_add_days (last, 1);

  while (toso_date_is_valid (day))
    {
      TosoDate next = toso_date_add_days (day, 1);

      if (day.day == number || (day.day < number && next.month != day.month))
        return day;
      day = next;
    }

  return day;
}

TosoDate
toso_report_type_get_due (const TosoReportType *type,
                          TosoDate              last,
                          const TosoCalendar   *calendar)
{
  if (!toso_date_is_valid (last))
    return (TosoDate){ 0 };

  switch (type->deadline)
    {
    case TOSO_DEADLINE_WORKING_DAYS:
      return toso_calendar_add_working_days (calendar, last, type->deadline_days);
    case TOSO_DEADLINE_FIXED_DAY:
      return type->deadline_days >= 1 && type->deadline_days <= 31 ? next_day_numbered (last, type->deadline_days)
                                                                   : (TosoDate){ 0 };
    case TOSO_DEADLINE_NONE:
    default:
      return (TosoDate){ 0 };
    }
}

TosoDate
toso_report_type_get_village_due (const TosoReportType *type,
                                  TosoDate              last,
                                  TosoDate              due,
                                  const TosoCalendar   *calendar)
{
  TosoDate earliest = toso_date_add_days (last, 1);
  TosoDate day = due;

  if (type->lead_days <= 0 || !toso_date_is_valid (due))
    return due;

  day = toso_calendar_add_working_days (calendar, due, -type->lead_days);
  if (toso_date_is_valid (earliest) && toso_date_compare (day, earliest) < 0)
    day = toso_date_compare (due, earliest) < 0 ? due : earliest;

  return day;
}

TosoTimeliness
toso_timeliness (TosoDate due,
                 TosoDate received,
                 TosoDate today)
{
  gboolean has_due = toso_date_is_valid (due);

  if (toso_date_is_valid (received))
    return has_due && toso_date_compare (received, due) > 0 ? TOSO_TIMELINESS_LATE : TOSO_TIMELINESS_ON_TIME;

  return has_due && toso_date_compare (today, due) > 0 ? TOSO_TIMELINESS_OVERDUE : TOSO_TIMELINESS_NOT_YET_DUE;
}

/* --- names in the file and in JSON, which never change --- */

static const char *const frequencies[] = {
  [TOSO_PERIOD_MONTH] = "month",
  [TOSO_PERIOD_QUARTER] = "quarter",
  [TOSO_PERIOD_HALF] = "half",
  [TOSO_PERIOD_NINE_MONTHS] = "nine_months",
  [TOSO_PERIOD_YEAR] = "year",
  [TOSO_PERIOD_AD_HOC] = "ad_hoc",
};

static const char *const cutoffs[] = {
  [TOSO_CUTOFF_DECREE] = "decree",
  [TOSO_CUTOFF_CALENDAR] = "calendar",
  [TOSO_CUTOFF_CUSTOM] = "custom",
};

static const char *const deadlines[] = {
  [TOSO_DEADLINE_NONE] = NULL,
  [TOSO_DEADLINE_WORKING_DAYS] = "working_days",
  [TOSO_DEADLINE_FIXED_DAY] = "fixed_day",
};

static const char *const timelinesses[] = {
  [TOSO_TIMELINESS_ON_TIME] = "on_time",
  [TOSO_TIMELINESS_LATE] = "late",
  [TOSO_TIMELINESS_NOT_YET_DUE] = "not_yet_due",
  [TOSO_TIMELINESS_OVERDUE] = "overdue",
};

static const char *const submission_states[] = {
  [TOSO_SUBMISSION_NONE] = "none",
  [TOSO_SUBMISSION_DRAFT] = "draft",
  [TOSO_SUBMISSION_RECEIVED] = "received",
  [TOSO_SUBMISSION_NEEDS_CORRECTION] = "needs_correction",
  [TOSO_SUBMISSION_APPROVED] = "approved",
  [TOSO_SUBMISSION_LOCKED] = "locked",
};

static int
find_id (const char *const *ids,
         guint              n_ids,
         const char        *id)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return (int) i;

  return -1;
}

#define IDS(type, name, ids)                                 \
  const char *toso_##name##_to_id (type value)               \
  {                                                          \
    g_return_val_if_fail (value < G_N_ELEMENTS (ids), NULL); \
    return ids[value];                                       \
  }

#define IDS_BOTH(type, name, ids)                      \
  IDS (type, name, ids)                                \
  gboolean toso_##name##_from_id (const char *id,      \
                                  type       *value)   \
  {                                                    \
    int found = find_id (ids, G_N_ELEMENTS (ids), id); \
    if (found >= 0)                                    \
      *value = (type) found;                           \
    return found >= 0;                                 \
  }

IDS_BOTH (TosoPeriodKind, frequency, frequencies)
IDS_BOTH (TosoCutoff, cutoff, cutoffs)
IDS_BOTH (TosoDeadline, deadline, deadlines)
IDS (TosoTimeliness, timeliness, timelinesses)
IDS_BOTH (TosoSubmissionState, submission_state, submission_states)

gboolean
toso_submission_state_may_become (TosoSubmissionState from,
                                  TosoSubmissionState to)
{
  static const guint followers[] = {
    [TOSO_SUBMISSION_NONE] = 1 << TOSO_SUBMISSION_DRAFT | 1 << TOSO_SUBMISSION_RECEIVED | 1 << TOSO_SUBMISSION_LOCKED,
    [TOSO_SUBMISSION_DRAFT] = 1 << TOSO_SUBMISSION_RECEIVED | 1 << TOSO_SUBMISSION_LOCKED,
    [TOSO_SUBMISSION_RECEIVED] = 1 << TOSO_SUBMISSION_DRAFT | 1 << TOSO_SUBMISSION_NEEDS_CORRECTION |
                                 1 << TOSO_SUBMISSION_APPROVED | 1 << TOSO_SUBMISSION_LOCKED,
    [TOSO_SUBMISSION_NEEDS_CORRECTION] = 1 << TOSO_SUBMISSION_RECEIVED | 1 << TOSO_SUBMISSION_APPROVED |
                                         1 << TOSO_SUBMISSION_LOCKED,
    [TOSO_SUBMISSION_APPROVED] = 1 << TOSO_SUBMISSION_NEEDS_CORRECTION | 1 << TOSO_SUBMISSION_RECEIVED |
                                 1 << TOSO_SUBMISSION_LOCKED,
    /* Opened again, with a reason, to be corrected. */
    [TOSO_SUBMISSION_LOCKED] = 1 << TOSO_SUBMISSION_NEEDS_CORRECTION | 1 << TOSO_SUBMISSION_APPROVED |
                               1 << TOSO_SUBMISSION_RECEIVED,
  };

  return from == to || (followers[from] & 1u << to) != 0;
}
