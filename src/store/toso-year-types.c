/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* --- kinds of report --- */

static void
add_type_row (TosoStmt *stmt,
              gpointer  user_data)
{
  TosoPeriodKind  frequency = TOSO_PERIOD_MONTH;
  TosoReportType *type;

  toso_frequency_from_id (toso_stmt_get_text (stmt, 2), &frequency);
  type = toso_report_type_new (frequency);
  type->id = toso_stmt_get_int64 (stmt, 0);
  type->row_version = toso_stmt_get_int64 (stmt, 1);
  toso_year_replace (&type->name, toso_stmt_dup_text (stmt, 3));
  toso_cutoff_from_id (toso_stmt_get_text (stmt, 4), &type->cutoff);
  type->custom_day = (int) toso_stmt_get_int64 (stmt, 5);
  type->cumulative = toso_stmt_get_int64 (stmt, 6) != 0;
  toso_deadline_from_id (toso_stmt_is_null (stmt, 7) ? NULL : toso_stmt_get_text (stmt, 7), &type->deadline);
  type->deadline_days = (int) toso_stmt_get_int64 (stmt, 8);
  type->lead_days = (int) toso_stmt_get_int64 (stmt, 9);
  toso_year_replace (&type->basis, toso_stmt_dup_text (stmt, 10));
  g_ptr_array_add (user_data, type);
}

GPtrArray *
toso_year_list_report_types (TosoYear *self,
                             GError  **error)
{
  g_autoptr (GPtrArray) types = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_report_type_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db,
                          "SELECT id, row_version, frequency, name, cutoff, custom_day, cumulative, deadline, deadline_days,"
                          "       lead_days, basis"
                          "  FROM report_type ORDER BY position, id");
  return toso_stmt_foreach (stmt, add_type_row, types, error) ? g_steal_pointer (&types) : NULL;
}

static gpointer
take_type (TosoYear     *self,
           gconstpointer typed,
           GError      **error)
{
  g_autoptr (TosoReportType) type = toso_report_type_copy (typed);
  const char *wrong = NULL;

  if (!toso_year_take_into (&type->name, FALSE, error) || !toso_year_take_into (&type->basis, FALSE, error))
    return NULL;

  g_strstrip (type->name);
  if (type->cutoff == TOSO_CUTOFF_CUSTOM && (type->custom_day < 1 || type->custom_day > 28))
    wrong = _ ("The day on which figures close is one of 1 to 28, which every month has. Nothing was changed.");
  else if (type->deadline == TOSO_DEADLINE_FIXED_DAY && (type->deadline_days < 1 || type->deadline_days > 31))
    wrong = _ ("The day of the month by which a report is due is one of 1 to 31. Nothing was changed.");
  else if (type->deadline_days < 0 || type->deadline_days > 366 || type->lead_days < 0 || type->lead_days > 366)
    wrong = _ ("A number of days is one of 0 to 366. Nothing was changed.");
  if (wrong != NULL)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, wrong);
      return NULL;
    }

  return g_steal_pointer (&type);
}

/* Parameters 1 … 9. */
static void
bind_type (TosoStmt             *stmt,
           const TosoReportType *type)
{
  gboolean has_deadline = type->deadline != TOSO_DEADLINE_NONE;

  toso_stmt_bind_string (stmt, 1, type->name);
  toso_stmt_bind_text (stmt, 2, toso_frequency_to_id (type->frequency));
  toso_stmt_bind_text (stmt, 3, toso_cutoff_to_id (type->cutoff));
  toso_stmt_bind_id (stmt, 4, type->cutoff == TOSO_CUTOFF_CUSTOM ? type->custom_day : 0);
  toso_stmt_bind_int64 (stmt, 5, type->cumulative ? 1 : 0);
  toso_stmt_bind_text (stmt, 6, toso_deadline_to_id (type->deadline));
  toso_stmt_bind_figure (stmt, 7, TOSO_FIGURE_MISSING);
  if (has_deadline)
    toso_stmt_bind_int64 (stmt, 7, type->deadline_days);
  toso_stmt_bind_id (stmt, 8, type->lead_days);
  toso_stmt_bind_string (stmt, 9, type->basis);
}

static gboolean
add_type (TosoYear     *self,
          gconstpointer kept,
          gint64       *id,
          GError      **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gint64 position;

  if (!toso_db_get_int64 (self->db, "SELECT max (position) + 1 FROM report_type", &position, error))
    return FALSE;

  *id = toso_ids_next (&self->ids);
  stmt = toso_db_prepare (self->db,
                          "INSERT INTO report_type (name, frequency, cutoff, custom_day, cumulative, deadline, deadline_days,"
                          "                         lead_days, basis, id, position)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  bind_type (stmt, kept);
  toso_stmt_bind_int64 (stmt, 10, *id);
  toso_stmt_bind_int64 (stmt, 11, position);

  return toso_stmt_run (stmt, error);
}

static gboolean
update_type (TosoYear     *self,
             gconstpointer kept,
             GError      **error)
{
  const TosoReportType *type = kept;
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_check_row (self, "report_type", type->id, type->row_version, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE report_type SET name = ?1, frequency = ?2, cutoff = ?3, custom_day = ?4, cumulative = ?5,"
                          "                       deadline = ?6, deadline_days = ?7, lead_days = ?8, basis = ?9,"
                          "                       row_version = row_version + 1"
                          "  WHERE id = ?10 AND (name, frequency, cutoff, custom_day, cumulative, deadline, deadline_days,"
                          "                      lead_days, basis) IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  bind_type (stmt, type);
  toso_stmt_bind_int64 (stmt, 10, type->id);

  return toso_stmt_run (stmt, error);
}

static char *
make_type_title (gconstpointer kept,
                 gboolean      is_new)
{
  g_autofree char *name = toso_report_type_title (kept);

  return g_strdup_printf (is_new ? _ ("Add the kind of report “%s”") : _ ("Edit the kind of report “%s”"), name);
}

gboolean
toso_year_save_report_type (TosoYear             *self,
                            const TosoReportType *type,
                            gint64               *type_id,
                            GError              **error)
{
  static const TosoRowKind kind = {
    .take = take_type,
    .free = (GDestroyNotify) toso_report_type_free,
    .add = add_type,
    .update = update_type,
    .make_title = make_type_title,
  };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  return toso_year_save_row (self, &kind, type, type->id, type_id, error);
}

gboolean
toso_year_remove_report_type (TosoYear *self,
                              gint64    type_id,
                              GError  **error)
{
  g_autoptr (TosoStmt) clear = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  g_autoptr (TosoStmt) used = NULL;
  gboolean has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  used = toso_db_prepare (self->db, "SELECT 1 FROM period WHERE report_type_id = ?1 LIMIT 1");
  toso_stmt_bind_int64 (used, 1, type_id);
  if (!toso_stmt_step (used, &has_row, error))
    return toso_year_rollback (self);
  if (has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("Villages have reported under this kind of report, so it stays. Nothing was changed."));
      return toso_year_rollback (self);
    }

  clear = toso_db_prepare (self->db, "DELETE FROM report_type_indicator WHERE report_type_id = ?1");
  toso_stmt_bind_int64 (clear, 1, type_id);
  stmt = toso_db_prepare (self->db, "DELETE FROM report_type WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, type_id);
  if (!toso_stmt_run (clear, error) || !toso_stmt_run (stmt, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Remove a kind of report"), error);
}

/* --- what it asks for --- */

void
toso_collected_free (TosoCollected *collected)
{
  if (collected == NULL)
    return;

  g_strfreev (collected->groups);
  g_free (collected);
}

static void
add_collected_row (TosoStmt *stmt,
                   gpointer  user_data)
{
  TosoCollected *collected = g_new0 (TosoCollected, 1);
  const char    *groups = toso_stmt_get_text (stmt, 1);

  collected->indicator_id = toso_stmt_get_int64 (stmt, 0);
  collected->counted = toso_stmt_get_int64 (stmt, 2) != 0;
  if (groups != NULL && *groups != '\0')
    collected->groups = g_strsplit (groups, "\n", -1);
  g_ptr_array_add (user_data, collected);
}

GPtrArray *
toso_year_list_collected (TosoYear *self,
                          gint64    type_id,
                          GError  **error)
{
  g_autoptr (GPtrArray) collected = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_collected_free);
  g_autoptr (TosoStmt) chosen = NULL;
  g_autoptr (TosoStmt) all = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  chosen = toso_db_prepare (self->db,
                            "SELECT indicator_id, breakdown, (SELECT feed = 'computed' FROM indicator i WHERE i.id = indicator_id)"
                            "  FROM report_type_indicator"
                            "  WHERE report_type_id = ?1 ORDER BY position, id");
  toso_stmt_bind_int64 (chosen, 1, type_id);
  if (!toso_stmt_foreach (chosen, add_collected_row, collected, error))
    return NULL;
  if (collected->len > 0)
    return g_steal_pointer (&collected);

  /* An indicator that lost its target stays in the file, but is not asked for. */
  all = toso_db_prepare (self->db,
                         "SELECT i.id, i.breakdown, i.feed = 'computed' FROM indicator i"
                         "  WHERE i.kind <> 'qualitative' AND EXISTS (SELECT 1 FROM target t WHERE t.indicator_id = i.id)"
                         "  ORDER BY (SELECT min (t.position) FROM target t WHERE t.indicator_id = i.id), i.id");
  return toso_stmt_foreach (all, add_collected_row, collected, error) ? g_steal_pointer (&collected) : NULL;
}

static gboolean
insert_collected (TosoYear            *self,
                  gint64               type_id,
                  guint                position,
                  const TosoCollected *collected,
                  GError             **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *joined = collected->groups != NULL ? g_strjoinv ("\n", collected->groups) : g_strdup ("");
  g_autofree char *groups = NULL;

  if (!toso_year_take_text (joined, TRUE, &groups, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "INSERT INTO report_type_indicator (id, report_type_id, indicator_id, position, breakdown)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, type_id);
  toso_stmt_bind_int64 (stmt, 3, collected->indicator_id);
  toso_stmt_bind_int64 (stmt, 4, position);
  toso_stmt_bind_text (stmt, 5, groups);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_set_collected (TosoYear        *self,
                         gint64           type_id,
                         const GPtrArray *collected,
                         GError         **error)
{
  g_autoptr (TosoStmt) clear = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (collected != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  clear = toso_db_prepare (self->db, "DELETE FROM report_type_indicator WHERE report_type_id = ?1");
  toso_stmt_bind_int64 (clear, 1, type_id);
  if (!toso_stmt_run (clear, error))
    return toso_year_rollback (self);
  for (guint i = 0; i < collected->len; i++)
    if (!insert_collected (self, type_id, i, g_ptr_array_index (collected, i), error))
      return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Choose what a kind of report asks for"), error);
}
