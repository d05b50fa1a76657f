/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

void
toso_report_period_free (TosoReportPeriod *period)
{
  if (period == NULL)
    return;

  g_free (period->title);
  g_free (period->basis);
  toso_report_type_free (period->type);
  g_free (period);
}

/* The first kind of report with the period's frequency; NULL when none. */
static gboolean
find_type (TosoYear        *self,
           TosoPeriodKind   frequency,
           TosoReportType **type,
           GError         **error)
{
  g_autoptr (GPtrArray) types = toso_year_list_report_types (self, error);

  *type = NULL;
  if (types == NULL)
    return FALSE;

  for (guint i = 0; i < types->len && *type == NULL; i++)
    {
      const TosoReportType *candidate = g_ptr_array_index (types, i);

      if (candidate->frequency == frequency)
        *type = toso_report_type_copy (candidate);
    }

  return TRUE;
}

static void
set_no_period (TosoPeriod period,
               GError   **error)
{
  g_autofree char *title = toso_period_title (period);

  if (period.kind == TOSO_PERIOD_AD_HOC)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                 _ ("The report “%s” was not asked for. Open it first, with the letter that asks for it."), title);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                 _ ("There is no kind of report for “%s”. Add one in the settings first."), title);
}

/* What its row says goes over what its kind would say. */
static gboolean
read_row (TosoYear         *self,
          TosoReportPeriod *found,
          gboolean         *has_row,
          GError          **error)
{
  g_autofree char *name = toso_period_to_string (found->period);
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (self->db,
                          "SELECT first_day, last_day, due_day, village_due_day, state, basis FROM period"
                          "  WHERE report_type_id = ?1 AND name = ?2");
  toso_stmt_bind_int64 (stmt, 1, found->type->id);
  toso_stmt_bind_text (stmt, 2, name);
  if (!toso_stmt_step (stmt, has_row, error))
    return FALSE;
  if (!*has_row)
    return TRUE;

  if (found->period.kind == TOSO_PERIOD_AD_HOC)
    {
      found->first = toso_stmt_get_date (stmt, 0);
      found->last = toso_stmt_get_date (stmt, 1);
    }
  found->due = toso_stmt_get_date (stmt, 2);
  found->village_due = toso_stmt_get_date (stmt, 3);
  found->locked = g_strcmp0 (toso_stmt_get_text (stmt, 4), "locked") == 0;
  found->basis = toso_stmt_dup_text (stmt, 5);

  return TRUE;
}

TosoReportPeriod *
toso_year_get_period (TosoYear  *self,
                      TosoPeriod period,
                      GError   **error)
{
  g_autoptr (TosoReportPeriod) found = g_new0 (TosoReportPeriod, 1);
  g_autoptr (TosoCalendar) calendar = NULL;
  gboolean has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error) || !find_type (self, period.kind, &found->type, error))
    return NULL;
  if (found->type == NULL)
    {
      set_no_period (period, error);
      return NULL;
    }

  found->period = period;
  found->title = toso_period_title (period);
  toso_period_get_range (period, found->type->cutoff, found->type->custom_day, &found->first, &found->last);
  calendar = toso_year_load_calendar (self, error);
  if (calendar == NULL || !read_row (self, found, &has_row, error))
    return NULL;
  if (!has_row && period.kind == TOSO_PERIOD_AD_HOC)
    {
      set_no_period (period, error);
      return NULL;
    }

  if (found->basis == NULL)
    found->basis = g_strdup ("");
  if (!toso_date_is_valid (found->due))
    found->due = toso_report_type_get_due (found->type, found->last, calendar);
  if (!toso_date_is_valid (found->village_due))
    found->village_due = toso_report_type_get_village_due (found->type, found->last, found->due, calendar);

  return g_steal_pointer (&found);
}

static gboolean
insert_period (TosoYear   *self,
               gint64      type_id,
               TosoPeriod  period,
               TosoDate    first,
               TosoDate    last,
               TosoDate    due,
               const char *basis,
               gint64     *period_id,
               GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = toso_period_to_string (period);

  *period_id = toso_ids_next (&self->ids);
  stmt = toso_db_prepare (self->db,
                          "INSERT INTO period (id, report_type_id, name, first_day, last_day, due_day, basis)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  toso_stmt_bind_int64 (stmt, 1, *period_id);
  toso_stmt_bind_int64 (stmt, 2, type_id);
  toso_stmt_bind_text (stmt, 3, name);
  toso_stmt_bind_date (stmt, 4, first);
  toso_stmt_bind_date (stmt, 5, last);
  toso_stmt_bind_date (stmt, 6, due);
  toso_stmt_bind_string (stmt, 7, basis);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_ensure_period (TosoYear  *self,
                         TosoPeriod period,
                         gint64    *period_id,
                         GError   **error)
{
  g_autoptr (TosoReportType) type = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = toso_period_to_string (period);
  TosoDate         first, last;
  gboolean         has_row;

  *period_id = 0;
  if (!find_type (self, period.kind, &type, error))
    return FALSE;
  if (type == NULL)
    return TRUE;

  stmt = toso_db_prepare (self->db, "SELECT id FROM period WHERE report_type_id = ?1 AND name = ?2");
  toso_stmt_bind_int64 (stmt, 1, type->id);
  toso_stmt_bind_text (stmt, 2, name);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *period_id = toso_stmt_get_int64 (stmt, 0);
      return TRUE;
    }
  if (period.kind == TOSO_PERIOD_AD_HOC)
    {
      set_no_period (period, error);
      return FALSE;
    }

  toso_period_get_range (period, type->cutoff, type->custom_day, &first, &last);
  return insert_period (self, type->id, period, first, last, (TosoDate){ 0 }, "", period_id, error);
}

gboolean
toso_year_open_ad_hoc (TosoYear   *self,
                       const char *basis,
                       TosoDate    first,
                       TosoDate    last,
                       TosoDate    due,
                       TosoPeriod *period,
                       GError    **error)
{
  g_autoptr (TosoReportType) type = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *title = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *name = NULL;
  gint64           number = 0;
  gint64           id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (toso_date_is_valid (last) && toso_date_is_valid (due), FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  *period = (TosoPeriod){ TOSO_PERIOD_AD_HOC, due.year, 1 };
  sql = g_strdup_printf ("SELECT max (CAST (substr (name, 7) AS INTEGER)) FROM period WHERE name GLOB '%04d-A*'", due.year);
  if (!find_type (self, TOSO_PERIOD_AD_HOC, &type, error) ||
      !toso_year_take_text (basis != NULL ? basis : "", FALSE, &kept, error) ||
      !toso_db_get_int64 (self->db, sql, &number, error))
    return toso_year_rollback (self);
  period->number = (int) number + 1;
  if (type == NULL || number >= 99)
    {
      set_no_period (*period, error);
      return toso_year_rollback (self);
    }
  if (!toso_date_is_valid (first))
    first = last;
  if (toso_date_compare (first, last) > 0)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The period's first day is after its last. Correct one of them. Nothing was changed."));
      return toso_year_rollback (self);
    }
  if (!insert_period (self, type->id, *period, first, last, due, kept, &id, error))
    return toso_year_rollback (self);

  name = toso_period_title (*period);
  title = g_strdup_printf (_ ("Open the report “%s”"), name);
  return toso_year_commit (self, title, error);
}

/* --- locking --- */

static gboolean
set_period_state (TosoYear   *self,
                  gint64      period_id,
                  const char *state,
                  GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (self->db,
                          "UPDATE period SET state = ?2, row_version = row_version + 1 WHERE id = ?1 AND state <> ?2");
  toso_stmt_bind_int64 (stmt, 1, period_id);
  toso_stmt_bind_text (stmt, 2, state);

  return toso_stmt_run (stmt, error);
}

static gboolean
is_among (const GArray *ids,
          gint64        id)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static gboolean
lock_submission (TosoYear *self,
                 gint64    period_id,
                 gint64    village_id,
                 GError  **error)
{
  g_autoptr (TosoStmt) update = NULL;
  g_autoptr (TosoStmt) insert = NULL;
  g_autofree char *now = toso_year_time_to_text (toso_year_now ());
  gboolean         has_row;

  update = toso_db_prepare (self->db,
                            "UPDATE submission SET state = 'locked', locked_at = ?3, row_version = row_version + 1"
                            "  WHERE period_id = ?1 AND village_id = ?2 AND version ="
                            "        (SELECT max (version) FROM submission WHERE period_id = ?1 AND village_id = ?2)"
                            "  RETURNING id");
  toso_stmt_bind_int64 (update, 1, period_id);
  toso_stmt_bind_int64 (update, 2, village_id);
  toso_stmt_bind_text (update, 3, now);
  if (!toso_stmt_step (update, &has_row, error))
    return FALSE;
  toso_stmt_reset (update);
  if (has_row)
    return TRUE;

  /* One that never came is locked too: what comes after needs a reason. */
  insert = toso_db_prepare (self->db,
                            "INSERT INTO submission (id, village_id, period_id, state, locked_at) VALUES (?1, ?2, ?3, 'locked', ?4)");
  toso_stmt_bind_int64 (insert, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (insert, 2, village_id);
  toso_stmt_bind_int64 (insert, 3, period_id);
  toso_stmt_bind_text (insert, 4, now);

  return toso_stmt_run (insert, error);
}

gboolean
toso_year_lock_period (TosoYear     *self,
                       TosoPeriod    period,
                       const GArray *except,
                       GError      **error)
{
  g_autoptr (GPtrArray) villages = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gint64           period_id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  villages = toso_year_list_villages (self, error);
  if (villages == NULL || !toso_year_ensure_period (self, period, &period_id, error))
    return toso_year_rollback (self);
  if (period_id == 0)
    {
      set_no_period (period, error);
      return toso_year_rollback (self);
    }

  for (guint i = 0; i < villages->len; i++)
    {
      const TosoVillage *village = g_ptr_array_index (villages, i);

      if (!is_among (except, village->id) && !lock_submission (self, period_id, village->id, error))
        return toso_year_rollback (self);
    }
  if (!set_period_state (self, period_id, "locked", error))
    return toso_year_rollback (self);

  name = toso_period_title (period);
  title = g_strdup_printf (_ ("Lock %s"), name);
  return toso_year_commit (self, title, error);
}

gboolean
toso_year_unlock_period (TosoYear   *self,
                         TosoPeriod  period,
                         const char *reason,
                         GError    **error)
{
  g_autoptr (TosoStmt) reopen = NULL;
  g_autoptr (TosoStmt) drop = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gint64           period_id;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_take_text (reason != NULL ? reason : "", FALSE, &kept, error) ||
      !toso_year_ensure_period (self, period, &period_id, error))
    return toso_year_rollback (self);
  if (*g_strstrip (kept) == '\0')
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_LOCKED,
                           _ ("Opening a locked period needs a reason. Say why. Nothing was changed."));
      return toso_year_rollback (self);
    }

  /* As they were: approved, received, or not there at all. */
  drop = toso_db_prepare (self->db,
                          "DELETE FROM submission WHERE period_id = ?1 AND state = 'locked' AND received_at IS NULL"
                          "  AND approved_at IS NULL AND difficulties = '' AND proposals = '' AND attachment_id IS NULL");
  toso_stmt_bind_int64 (drop, 1, period_id);
  reopen = toso_db_prepare (self->db,
                            "UPDATE submission SET state = CASE WHEN approved_at IS NOT NULL THEN 'approved'"
                            "                                   WHEN received_at IS NOT NULL THEN 'received' ELSE 'draft' END,"
                            "                      locked_at = NULL, row_version = row_version + 1"
                            "  WHERE period_id = ?1 AND state = 'locked'");
  toso_stmt_bind_int64 (reopen, 1, period_id);
  if (!toso_stmt_run (drop, error) || !toso_stmt_run (reopen, error) ||
      !set_period_state (self, period_id, "open", error))
    return toso_year_rollback (self);

  name = toso_period_title (period);
  title = g_strdup_printf (_ ("Open %s again"), name);
  return toso_year_commit_for (self, title, kept, error);
}
