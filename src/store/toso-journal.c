/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-journal.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "store/toso-stmt.h"

struct _TosoRecorder
{
  TosoDb          *db;
  sqlite3_session *session;
};

static int
is_recorded (void       *data,
             const char *table)
{
  return !g_str_equal (table, "journal") && !g_str_equal (table, "sequence");
}

TosoRecorder *
toso_recorder_new (TosoDb  *db,
                   GError **error)
{
  g_autoptr (TosoRecorder) recorder = g_new0 (TosoRecorder, 1);
  int rc;

  recorder->db = db;

  rc = sqlite3session_create (toso_db_get_handle (db), "main", &recorder->session);
  if (rc == SQLITE_OK)
    {
      sqlite3session_table_filter (recorder->session, is_recorded, NULL);
      rc = sqlite3session_attach (recorder->session, NULL);
    }
  if (rc != SQLITE_OK)
    {
      toso_db_set_error (db, rc, error);
      return NULL;
    }

  return g_steal_pointer (&recorder);
}

void
toso_recorder_free (TosoRecorder *recorder)
{
  if (recorder == NULL)
    return;

  if (recorder->session != NULL)
    sqlite3session_delete (recorder->session);
  g_free (recorder);
}

GBytes *
toso_recorder_get_changes (TosoRecorder *recorder,
                           GError      **error)
{
  void *data = NULL;
  int   size = 0;
  int   rc = sqlite3session_changeset (recorder->session, &size, &data);

  if (rc != SQLITE_OK)
    {
      sqlite3_free (data);
      toso_db_set_error (recorder->db, rc, error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

gboolean
toso_changes_touch (GBytes       *changes,
                    TosoTableFunc is_looked_for)
{
  sqlite3_changeset_iter *rows = NULL;
  gboolean                found = FALSE;
  gsize                   size;
  gconstpointer           data = g_bytes_get_data (changes, &size);

  if (size == 0 || sqlite3changeset_start (&rows, (int) size, (void *) data) != SQLITE_OK)
    return FALSE;
  while (!found && sqlite3changeset_next (rows) == SQLITE_ROW)
    {
      const char *table;
      int         n_columns, operation, indirect;

      found = sqlite3changeset_op (rows, &table, &n_columns, &operation, &indirect) == SQLITE_OK && is_looked_for (table);
    }
  sqlite3changeset_finalize (rows);

  return found;
}

static char *
now_text (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
toso_journal_append (TosoDb     *db,
                     gint64      id,
                     gint64      desk,
                     const char *person,
                     const char *title,
                     const char *reason,
                     GBytes     *changes,
                     GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *now = now_text ();

  /* What was undone before this command can't be redone after it. */
  if (!toso_db_exec (db, "UPDATE journal SET state = 'dropped' WHERE state = 'undone'", error))
    return FALSE;

  stmt = toso_db_prepare (db,
                          "INSERT INTO journal (id, time, desk, person, title, reason, changeset)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  toso_stmt_bind_int64 (stmt, 1, id);
  toso_stmt_bind_text (stmt, 2, now);
  toso_stmt_bind_int64 (stmt, 3, desk);
  toso_stmt_bind_string (stmt, 4, person);
  toso_stmt_bind_text (stmt, 5, title);
  toso_stmt_bind_string (stmt, 6, reason);
  toso_stmt_bind_blob (stmt, 7, g_bytes_get_data (changes, NULL), g_bytes_get_size (changes));

  return toso_stmt_run (stmt, error);
}

gboolean
toso_journal_find (TosoDb         *db,
                   TosoJournalStep step,
                   gint64         *id,
                   GError        **error)
{
  /* An entry without a changeset ("made from …", "upgraded") is history only. */
  return toso_db_get_int64 (db,
                            step == TOSO_JOURNAL_UNDO
                              ? "SELECT max (id) FROM journal WHERE state = 'done' AND length (changeset) > 0"
                              : "SELECT min (id) FROM journal WHERE state = 'undone'",
                            id,
                            error);
}

/* The rows are no longer as the command left them: somebody wrote past the
 * commands.  Nothing is forced. */
static int
conflict_cb (void                   *data,
             int                     kind,
             sqlite3_changeset_iter *changes)
{
  return SQLITE_CHANGESET_ABORT;
}

/* SQLite's result. */
static int
apply_inverse (TosoDb     *db,
               const void *data,
               gsize       size)
{
  void *inverse = NULL;
  int   inverse_size = 0;
  int   rc = sqlite3changeset_invert ((int) size, data, &inverse_size, &inverse);

  if (rc == SQLITE_OK)
    rc = sqlite3changeset_apply (toso_db_get_handle (db), inverse_size, inverse, NULL, conflict_cb, NULL);
  sqlite3_free (inverse);

  return rc;
}

static gboolean
is_conflict (int rc)
{
  return rc == SQLITE_ABORT || (rc & 0xff) == SQLITE_CONSTRAINT;
}

static gboolean
apply_changes (TosoDb         *db,
               TosoJournalStep step,
               const void     *data,
               gsize           size,
               GError        **error)
{
  int rc = step == TOSO_JOURNAL_UNDO ? apply_inverse (db, data, size)
                                     : sqlite3changeset_apply (toso_db_get_handle (db), (int) size, (void *) data, NULL, conflict_cb, NULL);

  if (is_conflict (rc))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT,
                 _ ("“%s” was changed by other means since then; this step can no longer be taken. Nothing was changed."),
                 toso_db_get_name (db));
  else if (rc != SQLITE_OK)
    toso_db_set_error (db, rc, error);

  return rc == SQLITE_OK;
}

gboolean
toso_changes_take_back (TosoDb  *db,
                        GBytes  *changes,
                        GError **error)
{
  gsize       size;
  const void *data = g_bytes_get_data (changes, &size);
  int         rc = apply_inverse (db, data, size);

  if (rc != SQLITE_OK && !is_conflict (rc))
    toso_db_set_error (db, rc, error);

  return rc == SQLITE_OK;
}

char *
toso_journal_apply (TosoDb         *db,
                    TosoJournalStep step,
                    gint64          id,
                    const char     *person,
                    GError        **error)
{
  g_autoptr (TosoStmt) select = NULL;
  g_autoptr (TosoStmt) update = NULL;
  g_autofree char *title = NULL;
  g_autofree char *now = now_text ();
  const void      *data;
  gsize            size;
  gboolean         has_row;

  select = toso_db_prepare (db, "SELECT title, changeset FROM journal WHERE id = ?1");
  toso_stmt_bind_int64 (select, 1, id);
  if (!toso_stmt_step (select, &has_row, error))
    return NULL;
  g_assert (has_row);

  title = toso_stmt_dup_text (select, 0);
  data = toso_stmt_get_blob (select, 1, &size);
  if (!apply_changes (db, step, data, size, error))
    return NULL;

  update = toso_db_prepare (db,
                            step == TOSO_JOURNAL_UNDO
                              ? "UPDATE journal SET state = 'undone', undone_at = ?2, undone_by = ?3 WHERE id = ?1"
                              : "UPDATE journal SET state = 'done', undone_at = NULL, undone_by = NULL WHERE id = ?1");
  toso_stmt_bind_int64 (update, 1, id);
  if (step == TOSO_JOURNAL_UNDO)
    {
      toso_stmt_bind_text (update, 2, now);
      toso_stmt_bind_string (update, 3, person);
    }

  return toso_stmt_run (update, error) ? g_steal_pointer (&title) : NULL;
}
