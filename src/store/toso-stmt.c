/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-stmt.h"

struct _TosoStmt
{
  TosoDb       *db;
  sqlite3_stmt *handle;
  int           failure; /* first one; SQLITE_OK when none */
};

TosoStmt *
toso_db_prepare (TosoDb     *db,
                 const char *sql)
{
  TosoStmt *stmt = g_new0 (TosoStmt, 1);

  stmt->db = db;
  stmt->failure = sqlite3_prepare_v2 (toso_db_get_handle (db), sql, -1, &stmt->handle, NULL);

  return stmt;
}

void
toso_stmt_free (TosoStmt *stmt)
{
  if (stmt == NULL)
    return;

  sqlite3_finalize (stmt->handle);
  g_free (stmt);
}

static void
note_failure (TosoStmt *stmt,
              int       rc)
{
  if (stmt->failure == SQLITE_OK && rc != SQLITE_OK)
    stmt->failure = rc;
}

void
toso_stmt_bind_int64 (TosoStmt *stmt,
                      int       parameter,
                      gint64    value)
{
  if (stmt->failure == SQLITE_OK)
    note_failure (stmt, sqlite3_bind_int64 (stmt->handle, parameter, value));
}

static void
bind_null (TosoStmt *stmt,
           int       parameter)
{
  if (stmt->failure == SQLITE_OK)
    note_failure (stmt, sqlite3_bind_null (stmt->handle, parameter));
}

void
toso_stmt_bind_id (TosoStmt *stmt,
                   int       parameter,
                   gint64    id)
{
  if (id == 0)
    bind_null (stmt, parameter);
  else
    toso_stmt_bind_int64 (stmt, parameter, id);
}

void
toso_stmt_bind_text (TosoStmt   *stmt,
                     int         parameter,
                     const char *text)
{
  if (text == NULL)
    bind_null (stmt, parameter);
  else if (stmt->failure == SQLITE_OK)
    note_failure (stmt, sqlite3_bind_text (stmt->handle, parameter, text, -1, SQLITE_TRANSIENT));
}

void
toso_stmt_bind_string (TosoStmt   *stmt,
                       int         parameter,
                       const char *text)
{
  toso_stmt_bind_text (stmt, parameter, text != NULL ? text : "");
}

void
toso_stmt_bind_figure (TosoStmt  *stmt,
                       int        parameter,
                       TosoFigure figure)
{
  if (!figure.known)
    bind_null (stmt, parameter);
  else if (stmt->failure == SQLITE_OK)
    note_failure (stmt, sqlite3_bind_double (stmt->handle, parameter, figure.value));
}

void
toso_stmt_bind_blob (TosoStmt   *stmt,
                     int         parameter,
                     const void *data,
                     gsize       size)
{
  if (stmt->failure == SQLITE_OK)
    note_failure (stmt, sqlite3_bind_blob64 (stmt->handle, parameter, size > 0 ? data : "", size, SQLITE_TRANSIENT));
}

gboolean
toso_stmt_step (TosoStmt *stmt,
                gboolean *has_row,
                GError  **error)
{
  int rc;

  *has_row = FALSE;

  if (stmt->failure == SQLITE_OK)
    {
      rc = sqlite3_step (stmt->handle);
      if (rc == SQLITE_ROW)
        *has_row = TRUE;
      else if (rc != SQLITE_DONE)
        stmt->failure = rc;
    }

  if (stmt->failure == SQLITE_OK)
    return TRUE;

  toso_db_set_error (stmt->db, stmt->failure, error);
  return FALSE;
}

gboolean
toso_stmt_run (TosoStmt *stmt,
               GError  **error)
{
  gboolean has_row;

  do
    {
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
    }
  while (has_row);

  toso_stmt_reset (stmt);
  return TRUE;
}

void
toso_stmt_append_id (TosoStmt *stmt,
                     gpointer  ids)
{
  gint64 id = toso_stmt_get_int64 (stmt, 0);

  g_array_append_val ((GArray *) ids, id);
}

/* The failure stays: it is the statement's first. */
gboolean
toso_stmt_foreach (TosoStmt   *stmt,
                   TosoRowFunc func,
                   gpointer    user_data,
                   GError    **error)
{
  gboolean has_row;

  for (;;)
    {
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;

      func (stmt, user_data);
    }
}

void
toso_stmt_reset (TosoStmt *stmt)
{
  if (stmt->handle == NULL)
    return;

  sqlite3_reset (stmt->handle);
  sqlite3_clear_bindings (stmt->handle);
}

gboolean
toso_stmt_is_null (TosoStmt *stmt,
                   int       column)
{
  return sqlite3_column_type (stmt->handle, column) == SQLITE_NULL;
}

gint64
toso_stmt_get_int64 (TosoStmt *stmt,
                     int       column)
{
  return sqlite3_column_int64 (stmt->handle, column);
}

TosoFigure
toso_stmt_get_figure (TosoStmt *stmt,
                      int       column)
{
  if (toso_stmt_is_null (stmt, column))
    return TOSO_FIGURE_MISSING;

  return TOSO_FIGURE (sqlite3_column_double (stmt->handle, column));
}

const char *
toso_stmt_get_text (TosoStmt *stmt,
                    int       column)
{
  return (const char *) sqlite3_column_text (stmt->handle, column);
}

char *
toso_stmt_dup_text (TosoStmt *stmt,
                    int       column)
{
  return g_strdup (toso_stmt_get_text (stmt, column));
}

const void *
toso_stmt_get_blob (TosoStmt *stmt,
                    int       column,
                    gsize    *size)
{
  const void *data = sqlite3_column_blob (stmt->handle, column);

  *size = (gsize) sqlite3_column_bytes (stmt->handle, column);
  return data;
}
