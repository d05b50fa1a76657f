/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "core/toso-error.h"
#include "store/toso-db.h"
#include "store/toso-stmt.h"

static TosoDb *
open_db (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TosoDb *db = toso_db_open (fixture->file, TOSO_DB_CREATE, &error);

  g_assert_no_error (error);
  toso_db_exec (db, "CREATE TABLE thing (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, size REAL, data BLOB) STRICT", &error);
  g_assert_no_error (error);

  return db;
}

static void
test_end_is_not_failure (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (TosoDb) db = open_db (fixture);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, "SELECT id FROM thing");
  g_autoptr (GError) error = NULL;
  gboolean has_row = TRUE;

  g_assert_true (toso_stmt_step (stmt, &has_row, &error));
  g_assert_no_error (error);
  g_assert_false (has_row);
}

static void
test_values_come_back (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (TosoDb) db = open_db (fixture);
  g_autoptr (TosoStmt) insert = toso_db_prepare (db, "INSERT INTO thing (id, name, size, data) VALUES (?1, ?2, ?3, ?4)");
  g_autoptr (TosoStmt) select = NULL;
  g_autoptr (GError) error = NULL;
  const char *blob;
  gboolean    has_row;
  gsize       size;

  /* One statement, two rows: what was bound for the first is gone. */
  toso_stmt_bind_int64 (insert, 1, G_MAXINT64);
  toso_stmt_bind_text (insert, 2, "Thôn Ngọc Minh");
  toso_stmt_bind_figure (insert, 3, TOSO_FIGURE (0));
  toso_stmt_bind_blob (insert, 4, "a\0b", 3);
  toso_stmt_run (insert, &error);
  g_assert_no_error (error);
  toso_stmt_bind_int64 (insert, 1, 1);
  toso_stmt_bind_string (insert, 2, NULL);
  toso_stmt_bind_figure (insert, 3, TOSO_FIGURE_MISSING);
  toso_stmt_run (insert, &error);
  g_assert_no_error (error);

  select = toso_db_prepare (db, "SELECT id, name, size, data FROM thing ORDER BY id DESC");
  g_assert_true (toso_stmt_step (select, &has_row, &error));
  g_assert_cmpint (toso_stmt_get_int64 (select, 0), ==, G_MAXINT64);
  g_assert_cmpstr (toso_stmt_get_text (select, 1), ==, "Thôn Ngọc Minh");
  g_assert_true (toso_stmt_get_figure (select, 2).known);
  g_assert_cmpfloat (toso_stmt_get_figure (select, 2).value, ==, 0);
  blob = toso_stmt_get_blob (select, 3, &size);
  g_assert_cmpmem (blob, size, "a\0b", 3);

  g_assert_true (toso_stmt_step (select, &has_row, &error));
  g_assert_true (has_row);
  g_assert_cmpstr (toso_stmt_get_text (select, 1), ==, "");
  g_assert_false (toso_stmt_get_figure (select, 2).known);
  g_assert_true (toso_stmt_is_null (select, 3));
}

/* Written straight, checked once. */
static void
test_first_failure_is_kept (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (TosoDb) db = open_db (fixture);
  g_autoptr (TosoStmt) misspelt = toso_db_prepare (db, "SELEKT id FROM thing");
  g_autoptr (TosoStmt) overbound = toso_db_prepare (db, "SELECT ?1");
  g_autoptr (GError) error = NULL;
  gboolean has_row = TRUE;

  toso_stmt_bind_int64 (misspelt, 1, 1);
  g_assert_false (toso_stmt_step (misspelt, &has_row, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_assert_false (has_row);
  g_clear_error (&error);

  toso_stmt_bind_int64 (overbound, 2, 1);
  toso_stmt_bind_int64 (overbound, 1, 1);
  g_assert_false (toso_stmt_step (overbound, &has_row, &error));
  g_assert_nonnull (error);
}

static void
test_refused_rows_say_so (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (TosoDb) db = open_db (fixture);
  g_autoptr (TosoStmt) insert = toso_db_prepare (db, "INSERT INTO thing (id, name) VALUES (?1, ?2)");
  g_autoptr (GError) error = NULL;

  toso_stmt_bind_int64 (insert, 1, 1);
  toso_stmt_bind_text (insert, 2, NULL);
  g_assert_false (toso_stmt_run (insert, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
}

static void
test_rollback_always_ends (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (TosoDb) db = open_db (fixture);
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  toso_db_begin (db, &error);
  toso_db_exec (db, "INSERT INTO thing (id, name) VALUES (1, 'a')", &error);
  g_assert_no_error (error);
  /* With no journal (a file being made) SQLite can't take back, and says so. */
  toso_db_rollback (db);
  toso_db_rollback (db);
  toso_db_begin (db, &error);
  g_assert_no_error (error);
  toso_db_commit (db, &error);
  g_assert_no_error (error);
  toso_db_get_int64 (db, "SELECT 7 WHERE 0", &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 0);
}

#define ADD(name, test) g_test_add ("/stmt/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("end-is-not-failure", test_end_is_not_failure);
  ADD ("values-come-back", test_values_come_back);
  ADD ("first-failure-is-kept", test_first_failure_is_kept);
  ADD ("refused-rows-say-so", test_refused_rows_say_so);
  ADD ("rollback-always-ends", test_rollback_always_ends);

  return g_test_run ();
}
