/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-person-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* What the history remembers of rows, and the file of what was in it. */

static gboolean
rewrite_entry (TosoYear         *self,
               gint64            id,
               gboolean          keep,
               TosoRowChangeFunc func,
               gpointer          user_data,
               GError          **error)
{
  g_autoptr (TosoStmt) select = toso_db_prepare (self->db, "SELECT changeset FROM journal WHERE id = ?1");
  g_autoptr (TosoStmt) update = NULL;
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GBytes) written = NULL;
  const void *data;
  gsize       size;
  gboolean    has_row;

  toso_stmt_bind_int64 (select, 1, id);
  if (!toso_stmt_step (select, &has_row, error))
    return FALSE;
  data = has_row ? toso_stmt_get_blob (select, 0, &size) : NULL;
  if (data == NULL)
    return TRUE;

  changes = g_bytes_new (data, size);
  toso_stmt_reset (select);
  if (keep)
    {
      toso_changes_foreach (changes, func, user_data);
      return TRUE;
    }
  written = toso_changes_rewrite (changes, func, user_data);
  if (written != NULL && g_bytes_equal (written, changes))
    return TRUE;

  /* What cannot be read cannot be cleaned, and goes. */
  update = toso_db_prepare (self->db, "UPDATE journal SET changeset = ?2 WHERE id = ?1");
  data = written != NULL ? g_bytes_get_data (written, &size) : NULL;
  toso_stmt_bind_int64 (update, 1, id);
  toso_stmt_bind_blob (update, 2, data, data != NULL ? size : 0);

  return toso_stmt_run (update, error);
}

static gboolean
go_through_history (TosoYear         *self,
                    gboolean          keep,
                    TosoRowChangeFunc func,
                    TosoEntryFunc     ended,
                    gpointer          user_data,
                    GError          **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT id FROM journal WHERE length (changeset) > 0 ORDER BY id");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (!toso_stmt_foreach (stmt, toso_stmt_append_id, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!rewrite_entry (self, g_array_index (ids, gint64, i), keep, func, user_data, error) ||
        (ended != NULL && !ended (g_array_index (ids, gint64, i), user_data, error)))
      return FALSE;

  return TRUE;
}

gboolean
toso_year_rewrite_history (TosoYear         *self,
                           TosoRowChangeFunc func,
                           TosoEntryFunc     ended,
                           gpointer          user_data,
                           GError          **error)
{
  return go_through_history (self, FALSE, func, ended, user_data, error);
}

gboolean
toso_year_walk_history (TosoYear         *self,
                        TosoRowChangeFunc func,
                        gpointer          user_data,
                        GError          **error)
{
  return go_through_history (self, TRUE, func, NULL, user_data, error);
}

gboolean
toso_year_record_erasure (TosoYear   *self,
                          const char *title,
                          const char *reason,
                          guint       n_rows,
                          GError    **error)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *now = toso_year_time_to_text (toso_year_now ());

  stmt = toso_db_prepare (self->db, "INSERT INTO erasure (id, erased_at, person, reason, n_rows) VALUES (?1, ?2, ?3, ?4, ?5)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_text (stmt, 2, now);
  toso_stmt_bind_text (stmt, 3, self->person);
  toso_stmt_bind_text (stmt, 4, reason);
  toso_stmt_bind_int64 (stmt, 5, n_rows);

  return toso_stmt_run (stmt, error) &&
         toso_journal_append (self->db, toso_ids_next (&self->ids), self->ids.desk, self->person, title, reason, nothing, error) &&
         toso_ids_save (&self->ids, error);
}

gboolean
toso_year_forget_pages (TosoYear *self,
                        GError  **error)
{
  g_autoptr (GError) reason = NULL;
  gint64 is_busy = 1;

  /* VACUUM writes the file anew through the log, which is then cut to nothing. */
  if (toso_db_exec (self->db, "VACUUM", &reason) &&
      toso_db_get_int64 (self->db, "PRAGMA wal_checkpoint (TRUNCATE)", &is_busy, &reason) && is_busy == 0)
    return TRUE;

  if (reason != NULL && !g_error_matches (reason, TOSO_ERROR, TOSO_ERROR_BUSY))
    {
      g_set_error (error, reason->domain, reason->code,
                   _ ("It has been erased, but traces remain in the file, for it could not be written anew. %s"), reason->message);
      return FALSE;
    }
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_BUSY,
               _ ("It has been erased, but “%s” is open in another program too: traces remain in the file until that is closed and this one opened and closed once more."),
               toso_db_get_name (self->db));

  return FALSE;
}

/* --- what was erased before --- */

static void
erasure_free (gpointer data)
{
  TosoErasure *erasure = data;

  g_free (erasure->person);
  g_free (erasure->reason);
  g_free (erasure);
}

static void
add_erasure (TosoStmt *stmt,
             gpointer  user_data)
{
  TosoErasure *erasure = g_new0 (TosoErasure, 1);

  erasure->time = toso_year_time_from_text (toso_stmt_get_text (stmt, 0));
  erasure->person = toso_stmt_dup_text (stmt, 1);
  erasure->reason = toso_stmt_dup_text (stmt, 2);
  erasure->n_rows = (guint) toso_stmt_get_int64 (stmt, 3);
  g_ptr_array_add (user_data, erasure);
}

GPtrArray *
toso_year_list_erasures (TosoYear *self,
                         GError  **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (erasure_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, "SELECT erased_at, person, reason, n_rows FROM erasure ORDER BY id DESC");

  return toso_stmt_foreach (stmt, add_erasure, list, error) ? g_steal_pointer (&list) : NULL;
}
