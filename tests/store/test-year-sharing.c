/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "core/toso-error.h"

/* A window and toso-cli, or two windows, on one file. */

static TosoYear *
open_second (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TosoYear *year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  return year;
}

static void
add (TosoYear   *year,
     const char *heading)
{
  g_autoptr (GError) error = NULL;

  toso_year_add_section (year, 0, 0, heading, "", NULL, &error);
  g_assert_no_error (error);
}

static void
test_each_sees_the_other (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (TosoYear) second = open_second (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = outline (fixture->year);
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *after = NULL;

  add (fixture->year, "Mới");
  mine = outline (fixture->year);
  theirs = outline (second);
  g_assert_cmpstr (mine, ==, theirs);

  /* Undo is of the file, not of the window. */
  g_assert_true (toso_year_can_undo (second));
  undone = toso_year_undo (second, &error);
  g_assert_no_error (error);
  after = outline (fixture->year);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (toso_year_can_undo (fixture->year));
}

static void
test_ids_do_not_clash (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (TosoYear) second = open_second (fixture);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    {
      add (fixture->year, "Một");
      add (second, "Hai");
    }
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM section WHERE heading IN ('Một', 'Hai')"), ==, 10);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_the_last_to_close_leaves_one_file (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (TosoYear) second = open_second (fixture);
  g_auto (GStrv) names = NULL;

  add (second, "Mới");
  toso_year_close (fixture->year);
  toso_year_close (second);
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

static sqlite3 *
lock (GFile      *file,
      const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (g_file_peek_path (file), &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);

  return db;
}

/* Another writes: reading goes on, a command says to wait, and nothing of it
 * stays. */
static void
test_another_is_writing (Fixture      *fixture,
                         gconstpointer data)
{
  sqlite3 *other = lock (fixture->file, "BEGIN IMMEDIATE");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = outline (fixture->year);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_false (toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));
  g_clear_error (&error);
  undone = toso_year_undo (fixture->year, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_BUSY);
  after = outline (fixture->year);
  g_assert_cmpstr (after, ==, before);

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  add (fixture->year, "Mới");
  sqlite3_close (other);
}

/* Another has it to itself. */
static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  g_assert_finalize_object (fixture->year);
  fixture->year = NULL;
  other = lock (fixture->file, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");

  year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_BUSY);
  g_assert_null (year);
  g_clear_error (&error);
  findings = toso_year_check (fixture->file, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_BUSY);
  g_assert_null (findings);

  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  g_clear_error (&error);
  fixture->year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
}

#define ADD(name, test) g_test_add ("/year-sharing/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("each-sees-the-other", test_each_sees_the_other);
  ADD ("ids-do-not-clash", test_ids_do_not_clash);
  ADD ("the-last-to-close-leaves-one-file", test_the_last_to_close_leaves_one_file);
  ADD ("another-is-writing", test_another_is_writing);
  ADD ("locked", test_locked);

  return g_test_run ();
}
