/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-report-chart.h"
#include "report/toso-report.h"
#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* One open year file as the screens see it.  Passed down to every page; no
 * page keeps anything of its own that the session can say. */

#define TOSO_TYPE_SESSION (toso_session_get_type ())
G_DECLARE_FINAL_TYPE (TosoSession, toso_session, TOSO, SESSION, GObject)

/* Signals:
 *   "changed"              plan, results or journal were read anew
 *   "failed" (GError *)    something a person asked for did not work: shown as a bar or alert
 *   "said"   (const char *, gboolean undoable)   a toast: "Đã xóa mục 2" [Hoàn tác]
 * Properties: "title", "can-undo", "can-redo", "read-only", "saved-at" (text). */

TosoSession     *toso_session_new         (TosoYear    *year,
                                           GError     **error);
TosoYear        *toso_session_get_year    (TosoSession *self);
const char      *toso_session_get_title   (TosoSession *self);
gboolean         toso_session_is_read_only (TosoSession *self);
/* Valid until the next "changed". */
const TosoPlan  *toso_session_get_plan    (TosoSession *self);
GPtrArray       *toso_session_get_results (TosoSession *self); /* of TosoTargetResult, plan order */
GPtrArray       *toso_session_get_journal (TosoSession *self); /* of TosoJournalEntry, newest first */
GPtrArray       *toso_session_get_villages (TosoSession *self); /* of TosoVillage, village order */
const char      *toso_session_get_village_name (TosoSession *self,
                                                gint64       village_id); /* 0: "whole commune" */
const TosoTargetResult *toso_session_find_result (TosoSession *self,
                                                  gint64       target_id);
TosoDate         toso_session_get_day     (TosoSession *self); /* the day results are for */

/* The period that the screens look at: a part of the year, or all of it. */
TosoPeriod       toso_session_get_period  (TosoSession *self);
void             toso_session_set_period  (TosoSession *self,
                                           TosoPeriod   period);
/* Whether the period has begun, so that it may hold figures. */
gboolean         toso_session_has_begun   (TosoSession *self,
                                           TosoPeriod   period);
/* The period before or after, within the year; FALSE when there is none. */
gboolean         toso_session_step_period (TosoSession *self,
                                           int          direction,
                                           TosoPeriod  *period);
void             toso_session_get_period_range (TosoSession *self,
                                                TosoPeriod   period,
                                                TosoDate    *first,
                                                TosoDate    *last);

/* The villages' reports that the screens speak of: those of the period looked
 * at; of a longer one, and of the whole year, those of its last part that is
 * over.  TOSO_ERROR_NOT_FOUND where none are asked for. */
TosoReportPeriod *toso_session_load_collected (TosoSession *self,
                                               GError     **error);

void             toso_session_undo        (TosoSession *self);
void             toso_session_redo        (TosoSession *self);
/* What undo or redo would do: the title of a journal entry, or NULL. */
const char      *toso_session_get_undo_title (TosoSession *self);
const char      *toso_session_get_redo_title (TosoSession *self);
/* Undoes back to and including the journal entry. */
void             toso_session_undo_to     (TosoSession *self,
                                           gint64       entry_id);

/* What the reader of the plan's text was not sure of: of TosoRemark. */
GPtrArray       *toso_session_get_remarks (TosoSession *self);
void             toso_session_set_remarks (TosoSession *self,
                                           GPtrArray   *remarks);

/* A paper of the period that the screens look at, where its kind is of such
 * periods; else of the last that has ended. */
TosoPaper       *toso_session_make_paper  (TosoSession *self,
                                           const char  *kind,
                                           GError     **error);

/* The measures of the office's papers. */
TosoProfile      toso_session_get_profile (TosoSession *self);

/* A chart of that period; @target: the code of one, or NULL. */
TosoReportChart *toso_session_make_chart  (TosoSession *self,
                                           const char  *kind,
                                           const char  *target,
                                           GError     **error);

/* For views: a command went wrong / was done.  Takes @error. */
void             toso_session_take_error  (TosoSession *self,
                                           GError      *error);
void             toso_session_say         (TosoSession *self,
                                           const char  *sentence,
                                           gboolean     undoable);

G_END_DECLS
