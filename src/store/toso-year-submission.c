/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

void
toso_submission_free (TosoSubmission *submission)
{
  if (submission == NULL)
    return;

  g_free (submission->reporter);
  g_free (submission->difficulties);
  g_free (submission->proposals);
  g_free (submission);
}

/* The newest version; with id 0 when there is none. */
static TosoSubmission *
read_submission (TosoYear   *self,
                 const char *period,
                 gint64      village_id,
                 GError    **error)
{
  g_autoptr (TosoSubmission) submission = g_new0 (TosoSubmission, 1);
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (self->db,
                          "SELECT s.id, s.row_version, s.version, s.state, s.received_at, s.reporter, s.difficulties,"
                          "       s.proposals, s.attachment_id"
                          "  FROM submission s JOIN period p ON p.id = s.period_id"
                          "  WHERE p.name = ?1 AND s.village_id = ?2 ORDER BY s.version DESC LIMIT 1");
  toso_stmt_bind_text (stmt, 1, period);
  toso_stmt_bind_int64 (stmt, 2, village_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return NULL;

  submission->village_id = village_id;
  submission->version = 1;
  if (has_row)
    {
      submission->id = toso_stmt_get_int64 (stmt, 0);
      submission->row_version = toso_stmt_get_int64 (stmt, 1);
      submission->version = (guint) toso_stmt_get_int64 (stmt, 2);
      toso_submission_state_from_id (toso_stmt_get_text (stmt, 3), &submission->state);
      submission->received_at = toso_year_time_from_text (toso_stmt_is_null (stmt, 4) ? NULL : toso_stmt_get_text (stmt, 4));
      submission->attachment_id = toso_stmt_get_int64 (stmt, 8);
    }
  submission->reporter = g_strdup (has_row ? toso_stmt_get_text (stmt, 5) : "");
  submission->difficulties = g_strdup (has_row ? toso_stmt_get_text (stmt, 6) : "");
  submission->proposals = g_strdup (has_row ? toso_stmt_get_text (stmt, 7) : "");

  return g_steal_pointer (&submission);
}

TosoSubmission *
toso_year_get_submission (TosoYear  *self,
                          TosoPeriod period,
                          gint64     village_id,
                          GError   **error)
{
  g_autofree char *name = toso_period_to_string (period);

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  return toso_year_ensure_open (self, error) ? read_submission (self, name, village_id, error) : NULL;
}

gboolean
toso_year_get_state (TosoYear            *self,
                     const char          *period,
                     gint64               village_id,
                     TosoSubmissionState *state,
                     GError             **error)
{
  g_autoptr (TosoSubmission) submission = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  *state = TOSO_SUBMISSION_NONE;
  if (village_id != 0)
    {
      submission = read_submission (self, period, village_id, error);
      if (submission != NULL)
        *state = submission->state;
      return submission != NULL;
    }

  stmt = toso_db_prepare (self->db, "SELECT 1 FROM period WHERE name = ?1 AND state = 'locked' LIMIT 1");
  toso_stmt_bind_text (stmt, 1, period);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    *state = TOSO_SUBMISSION_LOCKED;

  return TRUE;
}

/* --- writing --- */

static gboolean
insert_submission (TosoYear             *self,
                   gint64                period_id,
                   const TosoSubmission *submission,
                   GError              **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *now = toso_year_time_to_text (toso_year_now ());
  g_autofree char *received = toso_year_time_to_text (submission->received_at);

  stmt = toso_db_prepare (self->db,
                          "INSERT INTO submission (id, village_id, period_id, version, state, received_at, approved_at,"
                          "                        locked_at, reporter, difficulties, proposals, attachment_id)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, submission->village_id);
  toso_stmt_bind_int64 (stmt, 3, period_id);
  toso_stmt_bind_int64 (stmt, 4, submission->version);
  toso_stmt_bind_text (stmt, 5, toso_submission_state_to_id (submission->state));
  toso_stmt_bind_text (stmt, 6, received);
  toso_stmt_bind_text (stmt, 7, submission->state == TOSO_SUBMISSION_APPROVED ? now : NULL);
  toso_stmt_bind_text (stmt, 8, submission->state == TOSO_SUBMISSION_LOCKED ? now : NULL);
  toso_stmt_bind_string (stmt, 9, submission->reporter);
  toso_stmt_bind_string (stmt, 10, submission->difficulties);
  toso_stmt_bind_string (stmt, 11, submission->proposals);
  toso_stmt_bind_id (stmt, 12, submission->attachment_id);

  return toso_stmt_run (stmt, error);
}

static gboolean
update_submission (TosoYear             *self,
                   const TosoSubmission *submission,
                   GError              **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *now = toso_year_time_to_text (toso_year_now ());
  g_autofree char *received = toso_year_time_to_text (submission->received_at);

  stmt = toso_db_prepare (self->db,
                          "UPDATE submission SET state = ?2, received_at = ?3,"
                          "                      approved_at = CASE ?2 WHEN 'approved' THEN ifnull (approved_at, ?4)"
                          "                                            WHEN 'locked' THEN approved_at END,"
                          "                      locked_at = CASE ?2 WHEN 'locked' THEN ifnull (locked_at, ?4) END,"
                          "                      reporter = ?5, difficulties = ?6, proposals = ?7, attachment_id = ?8,"
                          "                      row_version = row_version + 1"
                          "  WHERE id = ?1 AND (state, received_at, reporter, difficulties, proposals, attachment_id)"
                          "                    IS NOT (?2, ?3, ?5, ?6, ?7, ?8)");
  toso_stmt_bind_int64 (stmt, 1, submission->id);
  toso_stmt_bind_text (stmt, 2, toso_submission_state_to_id (submission->state));
  toso_stmt_bind_text (stmt, 3, received);
  toso_stmt_bind_text (stmt, 4, now);
  toso_stmt_bind_string (stmt, 5, submission->reporter);
  toso_stmt_bind_string (stmt, 6, submission->difficulties);
  toso_stmt_bind_string (stmt, 7, submission->proposals);
  toso_stmt_bind_id (stmt, 8, submission->attachment_id);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_receive (TosoYear  *self,
                   TosoPeriod period,
                   gint64     village_id,
                   gint64     attachment_id,
                   gboolean   changed,
                   GError   **error)
{
  g_autofree char *name = toso_period_to_string (period);
  g_autoptr (TosoSubmission) submission = NULL;
  gint64 period_id;

  if (!toso_year_ensure_period (self, period, &period_id, error))
    return FALSE;
  if (period_id == 0)
    return TRUE;
  submission = read_submission (self, name, village_id, error);
  if (submission == NULL)
    return FALSE;

  /* Sent anew, with nothing new in it: what was accepted stays so. */
  if (!changed && (submission->state == TOSO_SUBMISSION_RECEIVED || submission->state == TOSO_SUBMISSION_APPROVED ||
                   submission->state == TOSO_SUBMISSION_LOCKED))
    return TRUE;
  if (attachment_id != 0)
    submission->attachment_id = attachment_id;
  /* The day that it first came decides whether it was late. */
  if (submission->received_at == 0)
    submission->received_at = toso_year_now ();
  switch (submission->state)
    {
    case TOSO_SUBMISSION_LOCKED:
    case TOSO_SUBMISSION_RECEIVED:
      return update_submission (self, submission, error);
    case TOSO_SUBMISSION_APPROVED:
      /* What was approved stays beside what came after. */
      submission->version++;
      submission->state = TOSO_SUBMISSION_RECEIVED;
      return insert_submission (self, period_id, submission, error);
    case TOSO_SUBMISSION_NONE:
      submission->state = TOSO_SUBMISSION_RECEIVED;
      return insert_submission (self, period_id, submission, error);
    case TOSO_SUBMISSION_DRAFT:
    case TOSO_SUBMISSION_NEEDS_CORRECTION:
    default:
      submission->state = TOSO_SUBMISSION_RECEIVED;
      return update_submission (self, submission, error);
    }
}

/* Over what is there, unless nothing was written. */
static gboolean
put_text (char      **kept,
          const char *text,
          gboolean    lines,
          GError    **error)
{
  g_autofree char *copy = g_strdup (text != NULL ? text : "");

  if (!lines)
    g_strdelimit (copy, "\r\n", ' ');
  if (*g_strstrip (copy) == '\0')
    return TRUE;

  toso_year_replace (kept, g_steal_pointer (&copy));
  return toso_year_take_into (kept, lines, error);
}

gboolean
toso_year_put_texts (TosoYear             *self,
                     TosoPeriod            period,
                     const TosoSubmission *typed,
                     GError              **error)
{
  g_autofree char *name = toso_period_to_string (period);
  g_autoptr (TosoSubmission) now = read_submission (self, name, typed->village_id, error);

  if (now == NULL)
    return FALSE;
  if (now->id == 0)
    return TRUE;

  return put_text (&now->reporter, typed->reporter, FALSE, error) &&
         put_text (&now->difficulties, typed->difficulties, TRUE, error) &&
         put_text (&now->proposals, typed->proposals, TRUE, error) &&
         update_submission (self, now, error);
}

/* @typed over @old: what may be changed, and whether it may. */
static gboolean
take_submission (TosoSubmission       *old,
                 const TosoSubmission *typed,
                 const char           *reason,
                 GError              **error)
{
  if (typed->id != old->id || (old->id != 0 && typed->row_version != old->row_version))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_CONFLICT,
                           _ ("It was changed meanwhile. Look at it as it is now, and make your change again. Nothing was changed."));
      return FALSE;
    }
  if (typed->state == TOSO_SUBMISSION_NONE || !toso_submission_state_may_become (old->state, typed->state))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A report can't take that state from the one it has: it is received, then approved, then locked. Nothing was changed."));
      return FALSE;
    }
  if (old->state == TOSO_SUBMISSION_LOCKED && *reason == '\0')
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_LOCKED,
                           _ ("The village's report is locked. Say why it must be changed. Nothing was changed."));
      return FALSE;
    }

  toso_year_replace (&old->reporter, g_strdup (typed->reporter));
  toso_year_replace (&old->difficulties, g_strdup (typed->difficulties));
  toso_year_replace (&old->proposals, g_strdup (typed->proposals));
  old->state = typed->state;
  old->received_at = typed->received_at;
  if (old->received_at == 0 && (old->state == TOSO_SUBMISSION_RECEIVED || old->state == TOSO_SUBMISSION_APPROVED))
    old->received_at = toso_year_now ();

  return toso_year_take_into (&old->reporter, FALSE, error) &&
         toso_year_take_into (&old->difficulties, TRUE, error) &&
         toso_year_take_into (&old->proposals, TRUE, error);
}

static char *
make_title (TosoYear           *self,
            TosoPeriod          period,
            gint64              village_id,
            TosoSubmissionState before,
            TosoSubmissionState after,
            GError            **error)
{
  static const char *const titles[] = {
    [TOSO_SUBMISSION_NONE] = N_ ("Edit the report of %s, %s"),
    [TOSO_SUBMISSION_DRAFT] = N_ ("Set the report of %s, %s back to a draft"),
    [TOSO_SUBMISSION_RECEIVED] = N_ ("Receive the report of %s, %s"),
    [TOSO_SUBMISSION_NEEDS_CORRECTION] = N_ ("Ask for a correction of the report of %s, %s"),
    [TOSO_SUBMISSION_APPROVED] = N_ ("Approve the report of %s, %s"),
    [TOSO_SUBMISSION_LOCKED] = N_ ("Lock the report of %s, %s"),
  };
  g_autofree char *village = NULL;
  g_autofree char *name = toso_period_title (period);
  g_autofree char *first = NULL;

  if (!toso_year_get_name (self, "SELECT name FROM village WHERE id = ?1", village_id,
                           _ ("The village is no longer there. Nothing was changed."), &village, error))
    return NULL;

  first = toso_db_fill (_ (titles[before == after ? TOSO_SUBMISSION_NONE : after]), village);
  return toso_db_fill (first, name);
}

gboolean
toso_year_save_submission (TosoYear             *self,
                           TosoPeriod            period,
                           const TosoSubmission *submission,
                           const char           *reason,
                           GError              **error)
{
  g_autofree char *name = toso_period_to_string (period);
  g_autofree char *kept_reason = NULL;
  g_autofree char *title = NULL;
  g_autoptr (TosoSubmission) now = NULL;
  TosoSubmissionState before;
  gint64              period_id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (submission != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_take_text (reason != NULL ? reason : "", FALSE, &kept_reason, error) ||
      !toso_year_ensure_period (self, period, &period_id, error))
    return toso_year_rollback (self);
  if (period_id == 0)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("There is no kind of report for that period. Add one in the settings first."));
      return toso_year_rollback (self);
    }

  now = read_submission (self, name, submission->village_id, error);
  if (now == NULL)
    return toso_year_rollback (self);
  before = now->state;
  if (!take_submission (now, submission, g_strstrip (kept_reason), error))
    return toso_year_rollback (self);

  title = make_title (self, period, now->village_id, before, now->state, error);
  if (title == NULL ||
      !(now->id == 0 ? insert_submission (self, period_id, now, error) : update_submission (self, now, error)))
    return toso_year_rollback (self);

  return toso_year_commit_for (self, title, kept_reason, error);
}

/* --- who has reported --- */

void
toso_village_status_free (TosoVillageStatus *status)
{
  if (status == NULL)
    return;

  toso_village_free (status->village);
  g_free (status);
}

typedef struct
{
  GPtrArray              *rows;
  const TosoReportPeriod *period;
  TosoDate                today;
  guint                   n_expected;
} StatusRows;

static void
add_status_row (TosoStmt *stmt,
                gpointer  user_data)
{
  StatusRows        *rows = user_data;
  TosoVillageStatus *status = g_new0 (TosoVillageStatus, 1);

  status->village = toso_year_village_from_row (stmt);
  if (!toso_stmt_is_null (stmt, 8))
    toso_submission_state_from_id (toso_stmt_get_text (stmt, 8), &status->state);
  if (!toso_stmt_is_null (stmt, 9))
    status->received = toso_date_from_unix (toso_year_time_from_text (toso_stmt_get_text (stmt, 9)));
  status->n_figures = (guint) toso_stmt_get_int64 (stmt, 10);
  status->n_expected = rows->n_expected;
  /* Figures are being typed, of a report that nobody has marked yet. */
  if (status->state == TOSO_SUBMISSION_NONE && status->n_figures > 0)
    status->state = TOSO_SUBMISSION_DRAFT;
  status->due = rows->period->village_due;
  status->timeliness = toso_timeliness (status->due, status->received, rows->today);
  g_ptr_array_add (rows->rows, status);
}

GPtrArray *
toso_year_list_status (TosoYear  *self,
                       TosoPeriod period,
                       TosoDate   today,
                       GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_status_free);
  g_autoptr (TosoReportPeriod) found = NULL;
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = toso_period_to_string (period);
  StatusRows       into = { rows, NULL, today, 0 };

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  found = toso_year_get_period (self, period, error);
  if (found == NULL)
    return NULL;
  collected = toso_year_list_collected (self, found->type->id, error);
  if (collected == NULL)
    return NULL;

  into.period = found;
  for (guint i = 0; i < collected->len; i++)
    into.n_expected += ((const TosoCollected *) g_ptr_array_index (collected, i))->counted ? 0 : 1;
  stmt = toso_db_prepare (self->db,
                          "SELECT v.id, v.row_version, v.name, v.kind, v.households, v.population, v.placeholder, v.code,"
                          "       s.state, s.received_at,"
                          "       (SELECT count (*) FROM measurement m WHERE m.village_id = v.id AND m.period = ?1 AND m.breakdown = ''"
                          "          AND m.origin <> 'computed')"
                          "  FROM village v"
                          "  LEFT JOIN period p ON p.name = ?1 AND p.report_type_id = ?2"
                          "  LEFT JOIN submission s ON s.village_id = v.id AND s.period_id = p.id"
                          "    AND s.version = (SELECT max (o.version) FROM submission o WHERE o.village_id = v.id AND o.period_id = p.id)"
                          "  WHERE v.last_day IS NULL ORDER BY v.name COLLATE toso_village, v.id");
  toso_stmt_bind_text (stmt, 1, name);
  toso_stmt_bind_int64 (stmt, 2, found->type->id);

  return toso_stmt_foreach (stmt, add_status_row, &into, error) ? g_steal_pointer (&rows) : NULL;
}
