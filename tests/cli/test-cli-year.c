/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store/toso-year.h"

/* Every command that opens a year file. */
static const char *const commands[][4] = {
  { "plan", "plan.toso", NULL },
  { "plan", "text", "plan.toso", NULL },
  { "targets", "plan.toso", NULL },
  { "tasks", "plan.toso", NULL },
  { "history", "plan.toso", NULL },
  { "check", "plan.toso", NULL },
  { "undo", "plan.toso", NULL },
  { "redo", "plan.toso", NULL },
};

static void
run_command (Fixture           *fixture,
             const char *const *words)
{
  /* A NULL in the middle ends the list early. */
  fixture_run (fixture, words[0], words[1], words[2], NULL);
}

/* Status 1, a sentence that names the file, its bytes as they were, and
 * nothing beside it. */
static void
assert_all_refuse (Fixture *fixture)
{
  g_autoptr (GBytes) before = fixture_read (fixture, "plan.toso");

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *said;

      run_command (fixture, commands[i]);
      if (fixture->status != 1)
        g_error ("“%s” went through: %s", commands[i][0], fixture->output);
      /* "check" may answer with its findings instead. */
      said = *fixture->errors == '\0' && strcmp (commands[i][0], "check") == 0 ? fixture->output : fixture->errors;
      g_assert_nonnull (strstr (said, "plan.toso"));
      fixture_assert_bytes (fixture, "plan.toso", before);
      fixture_assert_files (fixture, "plan.toso", NULL);
    }

  fixture_run (fixture, "paper", "plan.toso", "plan", "-o", "out.pdf", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  fixture_run (fixture, "chart", "plan.toso", "targets", "-o", "out.png", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  fixture_assert_bytes (fixture, "plan.toso", before);
  fixture_assert_files (fixture, "plan.toso", NULL);
}

/* The year file with its bytes changed by hand. */
static GByteArray *
take_bytes (Fixture *fixture)
{
  fixture_make_year (fixture);

  return g_bytes_unref_to_array (fixture_read (fixture, "plan.toso"));
}

static void
put_bytes (Fixture    *fixture,
           GByteArray *bytes)
{
  fixture_write (fixture, "plan.toso", bytes->data, bytes->len);
  g_byte_array_unref (bytes);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  GByteArray *bytes = take_bytes (fixture);

  /* user_version, big-endian, at byte 60 of an SQLite file. */
  bytes->data[62] = 0x7f;
  put_bytes (fixture, bytes);
  assert_all_refuse (fixture);
  g_assert_nonnull (strstr (fixture->errors, "newer"));
}

static void
test_foreign (Fixture      *fixture,
              gconstpointer data)
{
  GByteArray *bytes = take_bytes (fixture);

  /* application_id, at byte 68. */
  memset (bytes->data + 68, 0, 4);
  put_bytes (fixture, bytes);
  assert_all_refuse (fixture);
}

static void
test_not_a_database (Fixture      *fixture,
                     gconstpointer data)
{
  fixture_write (fixture, "plan.toso", "KẾ HOẠCH\nI. MỤC TIÊU\n", -1);
  assert_all_refuse (fixture);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  fixture_write (fixture, "plan.toso", "", 0);
  assert_all_refuse (fixture);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  GByteArray *bytes = take_bytes (fixture);

  g_byte_array_set_size (bytes, bytes->len / 2);
  put_bytes (fixture, bytes);
  assert_all_refuse (fixture);
}

/* The kind of a page says how to read all of it. */
static void
test_flipped (Fixture      *fixture,
              gconstpointer data)
{
  GByteArray *bytes = take_bytes (fixture);

  bytes->data[4096 * 2] ^= 0xff;
  put_bytes (fixture, bytes);
  assert_all_refuse (fixture);
}

static void
test_missing (Fixture      *fixture,
              gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run_command (fixture, commands[i]);
      g_assert_cmpint (fixture->status, ==, 1);
      g_assert_nonnull (strstr (fixture->errors, "plan.toso"));
      fixture_assert_files (fixture, NULL);
    }
}

static void
test_locked (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = NULL;
  sqlite3         *db = NULL;

  fixture_make_year (fixture);
  path = fixture_path (fixture, "plan.toso");
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);

  fixture_run (fixture, "undo", "plan.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "plan.toso"));
  fixture_run (fixture, "plan", "plan.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "plan.toso"));

  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
  fixture_do (fixture, "check", "plan.toso", NULL);
}

/* Reading never writes. */
static void
test_reading (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;

  fixture_make_year (fixture);
  before = fixture_read (fixture, "plan.toso");
  for (gsize i = 0; i < G_N_ELEMENTS (commands) - 2; i++)
    {
      run_command (fixture, commands[i]);
      g_assert_cmpstr (fixture->errors, ==, "");
      g_assert_cmpint (fixture->status, ==, 0);
      fixture_assert_files (fixture, "plan.toso", NULL);
    }
  fixture_assert_bytes (fixture, "plan.toso", before);
}

static void
add_section (Fixture *fixture)
{
  g_autofree char *path = fixture_path (fixture, "plan.toso");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;

  year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  toso_year_add_section (year, 0, 0, "PHẦN THÊM", "", NULL, &error);
  g_assert_no_error (error);
  toso_year_close (year);
}

static void
assert_has_section (Fixture *fixture,
                    gboolean expected)
{
  fixture_do (fixture, "plan", "text", "plan.toso", NULL);
  g_assert_true ((strstr (fixture->output, "PHẦN THÊM") != NULL) == expected);
}

static void
assert_latest_is_undone (Fixture *fixture,
                         gboolean expected)
{
  json_t *entries, *latest;

  fixture_do (fixture, "history", "plan.toso", "--json", NULL);
  entries = fixture_json (fixture);
  latest = json_array_get (entries, 0);
  g_assert_true (json_boolean_value (json_object_get (latest, "undone")) == expected);
  g_assert_cmpuint (strlen (json_string_value (json_object_get (latest, "time"))), ==, strlen ("2026-01-11T00:00:00Z"));
  g_assert_nonnull (json_string_value (json_object_get (latest, "person")));
  g_assert_cmpuint (json_string_length (json_object_get (latest, "title")), >, 0);
  json_decref (entries);
}

static void
test_undo_redo (Fixture      *fixture,
                gconstpointer data)
{
  fixture_make_year (fixture);
  fixture_run (fixture, "redo", "plan.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpuint (strlen (fixture->errors), >, strlen ("toso-cli: \n"));

  add_section (fixture);
  assert_has_section (fixture, TRUE);
  assert_latest_is_undone (fixture, FALSE);

  fixture_do (fixture, "undo", "plan.toso", NULL);
  g_assert_true (g_str_has_prefix (fixture->output, "Taken back: "));
  assert_has_section (fixture, FALSE);
  assert_latest_is_undone (fixture, TRUE);

  fixture_do (fixture, "redo", "plan.toso", NULL);
  g_assert_true (g_str_has_prefix (fixture->output, "Done again: "));
  assert_has_section (fixture, TRUE);
  fixture_do (fixture, "check", "plan.toso", NULL);
  fixture_assert_files (fixture, "plan.toso", NULL);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "/cli/year/newer-is-refused", test_newer },
    { "/cli/year/foreign-is-refused", test_foreign },
    { "/cli/year/no-database-is-refused", test_not_a_database },
    { "/cli/year/empty-is-refused", test_empty },
    { "/cli/year/truncated-is-refused", test_truncated },
    { "/cli/year/flipped-is-refused", test_flipped },
    { "/cli/year/missing-is-not-made", test_missing },
    { "/cli/year/locked-is-refused", test_locked },
    { "/cli/year/reading-never-writes", test_reading },
    { "/cli/year/undo-redo", test_undo_redo },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].run, fixture_tear_down);

  return g_test_run ();
}
