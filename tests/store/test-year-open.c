/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-checksum.h"

/* Refused files: each with its code, a sentence that names the file, and not a
 * byte of it or of its folder changed. */
static void
assert_refused (Fixture  *fixture,
                TosoError code)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) names_before = fixture_list_folder (fixture);
  g_auto (GStrv) names_after = NULL;
  gsize size_before;
  gsize size_after;

  before = read_bytes (fixture->file, &size_before);
  year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_error (error, TOSO_ERROR, (int) code);
  g_assert_null (year);
  g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));
  g_assert_true (g_str_has_suffix (error->message, "."));

  after = read_bytes (fixture->file, &size_after);
  g_assert_cmpmem (after, size_after, before, size_before);
  names_after = fixture_list_folder (fixture);
  g_assert_true (g_strv_equal ((const char *const *) names_after, (const char *const *) names_before));
}

static void
test_not_there (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));
  g_clear_error (&error);

  findings = toso_year_check (fixture->file, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_null (findings);

  /* Looking for it did not make it. */
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

static void
test_a_folder (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;

  year = toso_year_open (folder, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
  g_assert_null (year);
}

static void
test_foreign (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *zeros = g_malloc0 (8192);
  g_autofree char *text = g_strnfill (10000, 'a');
  const struct
  {
    const char *bytes;
    gsize       size;
  } cases[] = {
    { "", 0 },
    { "x", 1 },
    { "KẾ HOẠCH\n", 13 },
    { "%PDF-1.7\n", 9 },
    { "PK\x03\x04", 4 },
    { "SQLite format 3", 16 },
    { zeros, 8192 },
    { text, 10000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      write_bytes (fixture->file, cases[i].bytes, cases[i].size);
      assert_refused (fixture, TOSO_ERROR_UNREADABLE);
    }
}

static void
make_database (GFile      *file,
               const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (g_file_peek_path (file), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_another_programs_database (Fixture      *fixture,
                                gconstpointer data)
{
  make_database (fixture->file, "CREATE TABLE plan (id INTEGER PRIMARY KEY); PRAGMA application_id = 42; PRAGMA user_version = 1");
  assert_refused (fixture, TOSO_ERROR_UNREADABLE);
}

/* Ours by its mark, but without checksums: some other program made it. */
static void
test_an_imitation (Fixture      *fixture,
                   gconstpointer data)
{
  make_database (fixture->file, "CREATE TABLE plan (id INTEGER PRIMARY KEY); PRAGMA application_id = 0x546F536F; PRAGMA user_version = 1");
  assert_refused (fixture, TOSO_ERROR_DAMAGED);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  toso_year_close (fixture->year);
  run_sql (fixture->file, "PRAGMA user_version = 5");
  assert_refused (fixture, TOSO_ERROR_NEWER_SCHEMA);
  run_sql (fixture->file, "PRAGMA user_version = 2000000000");
  assert_refused (fixture, TOSO_ERROR_NEWER_SCHEMA);
}

/* A row written past the program: the page's sum no longer fits. */
static void
test_changed_by_another_program (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_close (fixture->year);
  run_sql (fixture->file, "UPDATE target SET value = 99");
  assert_refused (fixture, TOSO_ERROR_DAMAGED);

  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
}

/* Reading it with another program does no harm. */
static void
test_read_by_another_program (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rows = NULL;

  toso_year_close (fixture->year);
  rows = dump_file (fixture->file);
  g_assert_nonnull (strstr (rows, "Ngọc Liên"));
  findings = toso_year_check (fixture->file, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_truncated (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize            size;

  toso_year_close (fixture->year);
  bytes = read_bytes (fixture->file, &size);
  g_assert_cmpuint (size % TOSO_PAGE_SIZE, ==, 0);

  {
    const gsize lengths[] = { 100, 512, 1000, TOSO_PAGE_SIZE - 1, TOSO_PAGE_SIZE, TOSO_PAGE_SIZE + 1, size / 2,
                              size - 2 * TOSO_PAGE_SIZE, size - TOSO_PAGE_SIZE, size - 1000, size - 1 };

    for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
      {
        write_bytes (fixture->file, bytes, lengths[i]);
        assert_refused (fixture, TOSO_ERROR_DAMAGED);
      }
  }
  write_bytes (fixture->file, bytes, 99);
  assert_refused (fixture, TOSO_ERROR_UNREADABLE);
}

static void
test_appended_to (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *longer = NULL;
  gsize            size;

  toso_year_close (fixture->year);
  bytes = read_bytes (fixture->file, &size);
  longer = g_malloc0 (size + TOSO_PAGE_SIZE);
  memcpy (longer, bytes, size);

  write_bytes (fixture->file, longer, size + 1);
  assert_refused (fixture, TOSO_ERROR_DAMAGED);
  write_bytes (fixture->file, longer, size + TOSO_PAGE_SIZE);
  assert_refused (fixture, TOSO_ERROR_DAMAGED);
}

/* --- read-only --- */

static void
assert_reads_but_refuses (TosoYear *year)
{
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  g_assert_true (toso_year_is_read_only (year));
  plan = toso_year_load_plan (year, &error);
  g_assert_no_error (error);
  villages = toso_year_list_villages (year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (villages->len, ==, 3);
  entries = toso_year_list_journal (year, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);

  g_assert_false (toso_year_can_undo (year));
  g_assert_false (toso_year_set_commune (year, &plan->commune, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_READ_ONLY);
  g_clear_error (&error);
  undone = toso_year_undo (year, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_READ_ONLY);
}

static void
change_and_close (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->year);
  fixture->year = NULL;
}

static void
test_read_only_when_asked (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  change_and_close (fixture);
  fixture->year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_reads_but_refuses (fixture->year);
  g_assert_null (toso_year_get_read_only_reason (fixture->year));

  toso_year_close (fixture->year);
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

/* Not even a file beside it is written. */
static void
test_read_only_in_a_network_folder (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_auto (GStrv) names = NULL;
  gsize size_before;
  gsize size_after;

  change_and_close (fixture);
  before = read_bytes (fixture->file, &size_before);

  g_setenv ("TOSO_NETWORK_FOLDER", fixture->folder, TRUE);
  fixture->year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_unsetenv ("TOSO_NETWORK_FOLDER");
  g_assert_no_error (error);

  assert_reads_but_refuses (fixture->year);
  g_assert_nonnull (strstr (toso_year_get_read_only_reason (fixture->year), "network"));
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  after = read_bytes (fixture->file, &size_after);
  g_assert_cmpmem (after, size_after, before, size_before);
}

/* Lived in elsewhere: what is in its log can't be read safely from here. */
static void
test_network_folder_in_use (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
  g_assert_no_error (error);

  g_setenv ("TOSO_NETWORK_FOLDER", fixture->folder, TRUE);
  year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_unsetenv ("TOSO_NETWORK_FOLDER");
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_BUSY);
  g_assert_null (year);
}

/* On the desktop there may be only a link: the log lies beside the file. */
static void
test_through_a_link (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GFile) link = fixture_get_child (fixture, "trên màn hình.toso");
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (!g_file_make_symbolic_link (link, g_file_peek_path (fixture->file), NULL, NULL))
    {
      g_test_message ("this system makes no links");
      return;
    }

  toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
  g_assert_no_error (error);
  before = outline (fixture->year);
  year = toso_year_open (link, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  after = outline (year);
  g_assert_cmpstr (after, ==, before);
}

static void
test_closed_is_closed (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  toso_year_close (fixture->year);
  g_assert_null (toso_year_load_plan (fixture->year, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_clear_error (&error);
  g_assert_false (toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_assert_false (toso_year_can_undo (fixture->year));
}

#define ADD(name, set_up, test) g_test_add ("/year-open/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("not-there", fixture_set_up, test_not_there);
  ADD ("a-folder", fixture_set_up, test_a_folder);
  ADD ("foreign", fixture_set_up, test_foreign);
  ADD ("another-programs-database", fixture_set_up, test_another_programs_database);
  ADD ("an-imitation", fixture_set_up, test_an_imitation);
  ADD ("newer", fixture_set_up_year, test_newer);
  ADD ("changed-by-another-program", fixture_set_up_year, test_changed_by_another_program);
  ADD ("read-by-another-program", fixture_set_up_year, test_read_by_another_program);
  ADD ("truncated", fixture_set_up_year, test_truncated);
  ADD ("appended-to", fixture_set_up_year, test_appended_to);
  ADD ("read-only-when-asked", fixture_set_up_year, test_read_only_when_asked);
  ADD ("read-only-in-a-network-folder", fixture_set_up_year, test_read_only_in_a_network_folder);
  ADD ("network-folder-in-use", fixture_set_up_year, test_network_folder_in_use);
  ADD ("through-a-link", fixture_set_up_year, test_through_a_link);
  ADD ("closed-is-closed", fixture_set_up_year, test_closed_is_closed);

  return g_test_run ();
}
