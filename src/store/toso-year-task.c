/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-date.h"
#include "core/toso-error.h"

/* Parameters 1 … 14. */
static void
bind_task (TosoStmt       *stmt,
           const TosoTask *task,
           gint64          section_id)
{
  g_autofree char *search = toso_year_fold (task->title, NULL);

  toso_stmt_bind_id (stmt, 1, section_id);
  toso_stmt_bind_string (stmt, 2, task->code);
  toso_stmt_bind_string (stmt, 3, task->title);
  toso_stmt_bind_text (stmt, 4, search);
  toso_stmt_bind_string (stmt, 5, task->lead);
  toso_stmt_bind_string (stmt, 6, task->supporting);
  toso_stmt_bind_string (stmt, 7, task->time);
  toso_stmt_bind_text (stmt, 8, toso_time_kind_to_id (task->time_kind));
  toso_stmt_bind_string (stmt, 9, task->first_day);
  toso_stmt_bind_string (stmt, 10, task->last_day);
  toso_stmt_bind_string (stmt, 11, task->result);
  toso_stmt_bind_text (stmt, 12, toso_task_state_to_id (task->state));
  toso_stmt_bind_int64 (stmt, 13, (gint64) task->span.start);
  toso_stmt_bind_int64 (stmt, 14, (gint64) task->span.end);
}

gboolean
toso_year_insert_task (TosoIds        *ids,
                       gint64          plan_id,
                       gint64          section_id,
                       guint           position,
                       const TosoTask *task,
                       gint64         *task_id,
                       GError        **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  *task_id = toso_ids_next (ids);
  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO task (section_id, code, title, search, lead, supporting, time, time_kind,"
                          "                  first_day, last_day, result, state, span_start, span_end, id, plan_id, position)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
  bind_task (stmt, task, section_id);
  toso_stmt_bind_int64 (stmt, 15, *task_id);
  toso_stmt_bind_int64 (stmt, 16, plan_id);
  toso_stmt_bind_int64 (stmt, 17, position);

  return toso_stmt_run (stmt, error);
}

/* --- reading --- */

static TosoTask *
task_from_row (TosoStmt   *stmt,
               GHashTable *by_id)
{
  TosoTask *task = toso_task_new ();
  gint64    section_id = toso_stmt_get_int64 (stmt, 2);

  task->id = toso_stmt_get_int64 (stmt, 0);
  task->row_version = toso_stmt_get_int64 (stmt, 1);
  task->section = g_hash_table_lookup (by_id, &section_id);
  toso_year_replace (&task->code, toso_stmt_dup_text (stmt, 3));
  toso_year_replace (&task->title, toso_stmt_dup_text (stmt, 4));
  toso_year_replace (&task->lead, toso_stmt_dup_text (stmt, 5));
  toso_year_replace (&task->supporting, toso_stmt_dup_text (stmt, 6));
  toso_year_replace (&task->time, toso_stmt_dup_text (stmt, 7));
  toso_time_kind_from_id (toso_stmt_get_text (stmt, 8), &task->time_kind);
  toso_year_replace (&task->first_day, toso_stmt_dup_text (stmt, 9));
  toso_year_replace (&task->last_day, toso_stmt_dup_text (stmt, 10));
  toso_year_replace (&task->result, toso_stmt_dup_text (stmt, 11));
  toso_task_state_from_id (toso_stmt_get_text (stmt, 12), &task->state);
  task->span.start = (gsize) toso_stmt_get_int64 (stmt, 13);
  task->span.end = (gsize) toso_stmt_get_int64 (stmt, 14);

  return task;
}

static void
add_row (TosoStmt *stmt,
         gpointer  user_data)
{
  TosoPlanRows *rows = user_data;

  g_ptr_array_add (rows->plan->tasks, task_from_row (stmt, rows->by_id));
}

gboolean
toso_year_read_tasks (TosoDb     *db,
                      gint64      plan_id,
                      TosoPlan   *plan,
                      GHashTable *by_id,
                      GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  TosoPlanRows rows = { plan, by_id };

  stmt = toso_db_prepare (db,
                          "SELECT id, row_version, section_id, code, title, lead, supporting, time, time_kind,"
                          "       first_day, last_day, result, state, span_start, span_end"
                          "  FROM task WHERE plan_id = ?1 ORDER BY position, id");
  toso_stmt_bind_int64 (stmt, 1, plan_id);
  return toso_stmt_foreach (stmt, add_row, &rows, error);
}

/* --- commands --- */

static gboolean
check_days (TosoTask *task,
            GError  **error)
{
  char **days[] = { &task->first_day, &task->last_day };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      TosoDate date;

      if (!toso_year_take_into (days[i], FALSE, error))
        return FALSE;
      if (**days[i] == '\0')
        continue;
      if (!toso_date_parse (*days[i], &date) || !toso_date_is_valid (date))
        {
          g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("“%s” is not a day. Type it as in 30/06/2026. Nothing was changed."), *days[i]);
          return FALSE;
        }
      g_free (*days[i]);
      *days[i] = toso_date_format_iso (date);
    }

  if (*task->first_day != '\0' && *task->last_day != '\0' && strcmp (task->first_day, task->last_day) > 0)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The task's first day is after its last. Correct one of them. Nothing was changed."));
      return FALSE;
    }

  return TRUE;
}

static gpointer
take_task (TosoYear     *self,
           gconstpointer typed,
           GError      **error)
{
  g_autoptr (TosoTask) task = toso_task_copy (typed);

  if (!toso_year_take_into (&task->code, FALSE, error) ||
      !toso_year_take_into (&task->title, FALSE, error) ||
      !toso_year_take_into (&task->lead, TRUE, error) ||
      !toso_year_take_into (&task->supporting, TRUE, error) ||
      !toso_year_take_into (&task->time, TRUE, error) ||
      !toso_year_take_into (&task->result, TRUE, error) ||
      !check_days (task, error))
    return NULL;

  g_strstrip (task->title);
  if (*task->title == '\0')
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A task needs a title. Type one. Nothing was changed."));
      return NULL;
    }

  return g_steal_pointer (&task);
}

static gint64
get_section_id (const TosoTask *task)
{
  return task->section != NULL ? task->section->id : 0;
}

static gboolean
add_task (TosoYear     *self,
          gconstpointer kept,
          gint64       *task_id,
          GError      **error)
{
  const TosoTask *task = kept;
  gint64          plan_id;
  gint64          position;

  return toso_year_get_plan_id (self, &plan_id, error) &&
         toso_db_get_int64 (self->db, "SELECT max (position) + 1 FROM task", &position, error) &&
         toso_year_insert_task (&self->ids, plan_id, get_section_id (task), (guint) position, task, task_id, error);
}

static gboolean
update_task (TosoYear     *self,
             gconstpointer kept,
             GError      **error)
{
  const TosoTask *task = kept;
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_check_row (self, "task", task->id, task->row_version, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE task SET section_id = ?1, code = ?2, title = ?3, search = ?4, lead = ?5, supporting = ?6,"
                          "                time = ?7, time_kind = ?8, first_day = ?9, last_day = ?10, result = ?11, state = ?12,"
                          "                span_start = ?13, span_end = ?14, row_version = row_version + 1"
                          "  WHERE id = ?15"
                          "    AND (section_id, code, title, search, lead, supporting, time, time_kind, first_day, last_day,"
                          "         result, state, span_start, span_end)"
                          "        IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  bind_task (stmt, task, get_section_id (task));
  toso_stmt_bind_int64 (stmt, 15, task->id);

  return toso_stmt_run (stmt, error);
}

static char *
make_task_title (gconstpointer kept,
                 gboolean      is_new)
{
  const TosoTask  *task = kept;
  g_autofree char *name = toso_year_shorten (task->title);

  return g_strdup_printf (is_new ? _ ("Add task “%s”") : _ ("Edit task “%s”"), name);
}

gboolean
toso_year_save_task (TosoYear       *self,
                     const TosoTask *task,
                     gint64         *task_id,
                     GError        **error)
{
  static const TosoRowKind kind = {
    .take = take_task,
    .free = (GDestroyNotify) toso_task_free,
    .add = add_task,
    .update = update_task,
    .make_title = make_task_title,
  };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (task != NULL, FALSE);

  return toso_year_save_row (self, &kind, task, task->id, task_id, error);
}

/* What hangs on the task goes with it, in the same step; what happened
 * (trainings, activities, directives) stays, without a task. */
static gboolean
delete_task (TosoYear *self,
             gint64    task_id,
             GError  **error)
{
  static const char *const statements[] = {
    "DELETE FROM task_unit WHERE task_id = ?1",
    "DELETE FROM milestone WHERE task_id = ?1",
    "DELETE FROM task_progress WHERE task_id = ?1",
    "UPDATE training SET task_id = NULL, row_version = row_version + 1 WHERE task_id = ?1",
    "UPDATE activity SET task_id = NULL, row_version = row_version + 1 WHERE task_id = ?1",
    "UPDATE directive SET task_id = NULL, row_version = row_version + 1 WHERE task_id = ?1",
    "DELETE FROM task WHERE id = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, statements[i]);

      toso_stmt_bind_int64 (stmt, 1, task_id);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_remove_task (TosoYear *self,
                       gint64    task_id,
                       GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gboolean         has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  stmt = toso_db_prepare (self->db, "SELECT title FROM task WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, task_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return toso_year_rollback (self);
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("The task is no longer there. Nothing was changed."));
      return toso_year_rollback (self);
    }

  name = toso_year_shorten (toso_stmt_get_text (stmt, 0));
  title = g_strdup_printf (_ ("Remove task “%s”"), name);
  if (!delete_task (self, task_id, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}
