/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-migration.h"
#include "store/toso-year-reports.h"
#include "store/toso-year-upgrade.h"

/* Steps that a later version might bring, run by the machinery that will. */

#define ADD_COLUMN "ALTER TABLE village ADD COLUMN zone TEXT NOT NULL DEFAULT 'chưa rõ';"
#define ADD_TABLE  "CREATE TABLE visitor (id INTEGER NOT NULL PRIMARY KEY, village_id INTEGER REFERENCES village (id)) STRICT;"
/* Rebuilt, as SQLite needs it for a changed CHECK, while others point to it. */
#define REBUILD                                                                                                                 \
  "CREATE TABLE team_new (id INTEGER NOT NULL PRIMARY KEY, row_version INTEGER NOT NULL DEFAULT 1, village_id INTEGER) STRICT;" \
  "INSERT INTO team_new (id, village_id) SELECT id, village_id FROM team;"                                                      \
  "DROP TABLE team; ALTER TABLE team_new RENAME TO team;"

static char **
make_steps (const char *second,
            const char *third)
{
  g_auto (GStrv) known = toso_schema_load_steps ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_assert_cmpuint (g_strv_length (known), ==, toso_schema_get_version ());
  for (guint i = 0; known[i] != NULL; i++)
    g_strv_builder_add (builder, known[i]);
  g_strv_builder_add (builder, second);
  if (third != NULL)
    g_strv_builder_add (builder, third);

  return g_strv_builder_end (builder);
}

static void
test_keeps_a_copy_and_all_rows (Fixture      *fixture,
                                gconstpointer data)
{
  g_auto (GStrv) steps = make_steps (ADD_COLUMN, ADD_TABLE REBUILD);
  g_autoptr (GFile) copy = NULL;
  g_autoptr (TosoYear) old = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump_file (fixture->file);
  g_autofree char *kept = NULL;
  g_autofree char *name = NULL;

  toso_year_upgrade_steps (fixture->year, 4, (const char *const *) steps, &copy, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "PRAGMA user_version"), ==, 6);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE zone = 'chưa rõ'"), ==, 3);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM team"), ==, 3);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);

  /* The old file is a year file of the old version, sound and whole. */
  name = g_file_get_basename (copy);
  g_assert_cmpstr (name, ==, "ngọc liên 2026.v4.toso");
  kept = dump_file (copy);
  assert_same_rows (kept, before);
  findings = toso_year_check (copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  old = toso_year_open (copy, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  toso_year_close (old);

  /* The history says it; work goes on. */
  entries = toso_year_list_journal (fixture->year, 1, &error);
  g_assert_nonnull (strstr (((TosoJournalEntry *) g_ptr_array_index (entries, 0))->title, "ngọc liên 2026.v4.toso"));
  villages = toso_year_list_villages (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (villages->len, ==, 3);
}

/* What was done in the old version can still be undone in the new one. */
static void
test_undo_reaches_behind_it (Fixture      *fixture,
                             gconstpointer data)
{
  g_auto (GStrv) steps = make_steps (ADD_COLUMN, NULL);
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoVillage) village = toso_village_new ("Thôn Ngọc Minh");
  g_autofree char *undone = NULL;

  toso_year_save_village (fixture->year, village, NULL, &error);
  g_assert_no_error (error);
  toso_year_upgrade_steps (fixture->year, 4, (const char *const *) steps, NULL, &error);
  g_assert_no_error (error);

  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Add village “Thôn Ngọc Minh”");
  villages = toso_year_list_villages (fixture->year, &error);
  g_assert_cmpuint (villages->len, ==, 3);
}

/* A step that breaks leaves the version before it, with its rows. */
static void
test_broken_steps_change_nothing (Fixture      *fixture,
                                  gconstpointer data)
{
  static const char *const broken[] = {
    "ALTER TABLE village ADD COLUMN zone TEXT; SELECT no_such_function ();",
    "DROP TABLE measurement_note; INSERT INTO nowhere VALUES (1);",
    /* Points that would hang in the air. */
    "DELETE FROM village;",
  };
  g_autofree char *before = dump_file (fixture->file);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_auto (GStrv) steps = make_steps (broken[i], NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (toso_year_upgrade_steps (fixture->year, 4, (const char *const *) steps, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (query_int64 (fixture->file, "PRAGMA user_version"), ==, 4);
      after = dump_file (fixture->file);
      assert_same_rows (after, before);
    }

  /* And commands are still held to the references. */
  {
    g_autoptr (GError) error = NULL;

    toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
    g_assert_no_error (error);
  }
}

static void
test_first_of_two_stays (Fixture      *fixture,
                         gconstpointer data)
{
  g_auto (GStrv) steps = make_steps (ADD_COLUMN, "CREATE TABLE village (id INTEGER);");
  g_autoptr (GError) error = NULL;

  g_assert_false (toso_year_upgrade_steps (fixture->year, 4, (const char *const *) steps, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (query_int64 (fixture->file, "PRAGMA user_version"), ==, 5);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE zone IS NOT NULL"), ==, 3);
}

static void
test_copies_do_not_overwrite (Fixture      *fixture,
                              gconstpointer data)
{
  g_auto (GStrv) steps = make_steps (ADD_COLUMN, NULL);
  g_autoptr (GFile) taken = fixture_get_child (fixture, "ngọc liên 2026.v4.toso");
  g_autoptr (GFile) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *bytes = NULL;
  gsize            size;

  write_bytes (taken, "mine", 4);
  toso_year_upgrade_steps (fixture->year, 4, (const char *const *) steps, &copy, &error);
  g_assert_no_error (error);
  name = g_file_get_basename (copy);
  g_assert_cmpstr (name, ==, "ngọc liên 2026.v4-2.toso");
  bytes = read_bytes (taken, &size);
  g_assert_cmpmem (bytes, size, "mine", 4);
}

/* A file of the first version: its rows stay, what is new comes in. */
static void
test_first_version (Fixture      *fixture,
                    gconstpointer data)
{
  g_auto (GStrv) known = toso_schema_load_steps ();
  const char *first[] = { known[0], NULL };
  g_autoptr (TosoDb) db = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GPtrArray) holidays = NULL;
  g_autoptr (GError) error = NULL;

  db = toso_db_open (fixture->file, TOSO_DB_CREATE, &error);
  g_assert_no_error (error);
  g_assert_true (toso_db_exec (db, "PRAGMA application_id = 0x546F536F", &error));
  g_assert_true (toso_migration_run (db, first, 0, &error));
  g_assert_true (toso_db_exec (db,
                               "INSERT INTO plan (id, year, source) VALUES (1099511627777, 2026, '');"
                               "INSERT INTO village (id, name) VALUES (1099511627778, 'Thôn 1');"
                               "INSERT INTO report_type (id, frequency, cutoff) VALUES (1099511627779, 'month', 'calendar');"
                               "INSERT INTO sequence VALUES (1, 3); PRAGMA journal_mode = WAL",
                               &error));
  g_assert_true (toso_db_sync (db, &error));
  g_clear_pointer (&db, toso_db_close);

  fixture->year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "PRAGMA user_version"), ==, 4);
  types = toso_year_list_report_types (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (types->len, ==, 2); /* its own, and the ad hoc one */
  g_assert_cmpint (((TosoReportType *) g_ptr_array_index (types, 0))->deadline + ((TosoReportType *) g_ptr_array_index (types, 1))->deadline,
                   ==, TOSO_DEADLINE_NONE);
  holidays = toso_year_list_holidays (fixture->year, &error);
  g_assert_cmpuint (holidays->len, >, 20);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM rule"), ==, 7);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village WHERE code = ''"), ==, 1);

  toso_year_close (fixture->year);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

#define ADD(name, test) g_test_add ("/year-upgrade/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("keeps-a-copy-and-all-rows", test_keeps_a_copy_and_all_rows);
  ADD ("undo-reaches-behind-it", test_undo_reaches_behind_it);
  ADD ("broken-steps-change-nothing", test_broken_steps_change_nothing);
  ADD ("first-of-two-stays", test_first_of_two_stays);
  ADD ("copies-do-not-overwrite", test_copies_do_not_overwrite);
  g_test_add ("/year-upgrade/first-version", Fixture, NULL, fixture_set_up, test_first_version, fixture_tear_down);

  return g_test_run ();
}
