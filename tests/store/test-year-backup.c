/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-grid.h"
#include "store/toso-year-backup.h"
#include "store/toso-year-sample.h"

static void
add_village (TosoYear   *year,
             const char *name)
{
  g_autoptr (TosoVillage) village = toso_village_new (name);
  g_autoptr (GError) error = NULL;

  toso_year_save_village (year, village, NULL, &error);
  g_assert_no_error (error);
}

static void
test_copy_is_whole (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GFile) copy = fixture_get_child (fixture, "sao lưu.toso");
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_auto (GStrv) names = NULL;

  add_village (fixture->year, "Thôn Mới");
  g_assert_true (toso_year_backup (fixture->year, copy, &error));
  g_assert_no_error (error);
  expected = dump_file (fixture->file);
  found = dump_file (copy);
  assert_same_rows (found, expected);

  g_assert_false (toso_year_backup (fixture->year, copy, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS);
  toso_year_close (fixture->year);
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
}

static void
test_needs_a_folder (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GFile) copy = fixture_get_child (fixture, "không có/sao.toso");
  g_autoptr (GError) error = NULL;

  g_assert_false (toso_year_backup (fixture->year, copy, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

static void
test_goes_back (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GFile) copy = fixture_get_child (fixture, "sao.toso");
  g_autoptr (GFile) kept = NULL;
  g_autoptr (GFile) kept_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  g_assert_true (toso_year_backup (fixture->year, copy, &error));
  add_village (fixture->year, "Thôn Mới");
  toso_year_close (fixture->year);

  g_assert_true (toso_year_restore (fixture->file, copy, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village"), ==, 3);
  g_assert_cmpint (query_int64 (kept, "SELECT count (*) FROM village"), ==, 4);
  name = g_file_get_basename (kept);
  g_assert_cmpstr (name, ==, "ngọc liên 2026.truoc-khi-khoi-phuc.toso");

  /* A second time keeps a second one. */
  g_assert_true (toso_year_restore (fixture->file, kept, &kept_again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village"), ==, 4);
  g_assert_false (g_file_equal (kept, kept_again));
}

/* The present one is damaged, or gone: that is what copies are for. */
static void
test_in_the_place_of_damage (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GFile) copy = fixture_get_child (fixture, "sao.toso");
  g_autoptr (GFile) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_year_backup (fixture->year, copy, &error));
  toso_year_close (fixture->year);
  write_bytes (fixture->file, "SQLite format 3", 16);
  g_assert_true (toso_year_restore (fixture->file, copy, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village"), ==, 3);

  g_clear_object (&kept);
  g_assert_true (g_file_delete (fixture->file, NULL, &error));
  g_assert_true (toso_year_restore (fixture->file, copy, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village"), ==, 3);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GFile) copy = fixture_get_child (fixture, "sao.toso");
  g_autoptr (GFile) gone = fixture_get_child (fixture, "không có.toso");
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize            size;

  g_assert_true (toso_year_backup (fixture->year, copy, &error));
  /* Open, here or elsewhere. */
  add_village (fixture->year, "Thôn Mới");
  g_assert_false (toso_year_restore (fixture->file, copy, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_BUSY);
  g_clear_error (&error);
  toso_year_close (fixture->year);

  g_assert_false (toso_year_restore (fixture->file, gone, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (toso_year_restore (fixture->file, fixture->file, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);

  bytes = read_bytes (copy, &size);
  bytes[size / 2] ^= 0x55;
  write_bytes (copy, bytes, size);
  g_assert_false (toso_year_restore (fixture->file, copy, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM village"), ==, 4);
}

static void
test_tables (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tables = toso_year_dump_tables (fixture->year, TRUE, &error);
  gboolean has_village = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < tables->len; i++)
    {
      const TosoPlainTable *table = g_ptr_array_index (tables, i);

      g_assert_false (g_strv_contains ((const char *const *) table->columns, "changeset"));
      if (!g_str_equal (table->name, "village"))
        continue;
      has_village = TRUE;
      g_assert_cmpuint (table->rows->len, ==, 3);
      g_assert_cmpstr (table->columns[2], ==, "name");
      g_assert_true (table->is_number[0]);
      g_assert_false (table->is_number[2]);
      g_assert_cmpstr (((const char **) g_ptr_array_index (table->rows, 0))[2], ==, "Thôn, làng 1");
      /* Not known is not 0. */
      g_assert_null (((const char **) g_ptr_array_index (table->rows, 0))[5]);
    }
  g_assert_true (has_village);
}

/* Others see which number it is, and can't call it; unless that is asked for. */
static void
test_phones_masked (Fixture      *fixture,
                    gconstpointer data)
{
  for (guint masked = 0; masked < 2; masked++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tables = NULL;
      guint n_whole = 0;

      if (masked == 0)
        run_sql (fixture->file, "INSERT INTO member (id, name, phone, note) VALUES (7, 'Ba', '0912345678', 'gọi vợ: +84 987.654.321, nhà 12')");
      tables = toso_year_dump_tables (fixture->year, masked != 0, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < tables->len; i++)
        for (guint row = 0; row < ((TosoPlainTable *) tables->pdata[i])->rows->len; row++)
          {
            const TosoPlainTable *table = tables->pdata[i];
            const char          **cells = table->rows->pdata[row];

            for (guint k = 0; table->columns[k] != NULL; k++)
              {
                n_whole += g_strcmp0 (cells[k], "0912345678") == 0 || g_strcmp0 (cells[k], "gọi vợ: +84 987.654.321, nhà 12") == 0;
                if (masked && g_str_equal (table->name, "member") && g_str_equal (table->columns[k], "note"))
                  g_assert_cmpstr (cells[k], ==, "gọi vợ: 0987 *** 321, nhà 12");
              }
          }
      g_assert_cmpuint (n_whole, ==, masked ? 0 : 2);
    }
}

/* The same seed, the same year; and it is marked. */
static void
test_sample (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GFile) second = fixture_get_child (fixture, "hai.toso");
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (TosoYear) other = NULL;
  g_autoptr (TosoGrid) grid = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first_rows = NULL;
  g_autofree char *second_rows = NULL;
  TosoDate         today = { 2026, 7, 1 };

  other = toso_year_create (second, plan, NULL, &error);
  g_assert_true (toso_year_fill_sample (fixture->year, 1, today, &error));
  g_assert_true (toso_year_fill_sample (other, 1, today, &error));
  g_assert_no_error (error);
  g_assert_true (toso_year_is_sample (fixture->year));
  first_rows = dump_file (fixture->file);
  second_rows = dump_file (second);
  assert_same_rows (first_rows, second_rows);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (DISTINCT period) FROM measurement"), ==, 6);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM team"), ==, query_int64 (fixture->file, "SELECT count (*) FROM village"));
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM membership WHERE is_leader = 1"), ==,
                   query_int64 (fixture->file, "SELECT count (*) FROM team"));
  /* Nothing has happened on a day that is still to come. */
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM activity WHERE day > '2026-07-01'"), ==, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance WHERE training_id IN (SELECT id FROM training WHERE first_day > '2026-07-01')"), ==, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM attendance WHERE present = 1"), >, 0);

  grid = toso_grid_load (fixture->year, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 }, today, &error);
  g_assert_no_error (error);
  g_assert_true (grid->totals[0].value.known);
  toso_year_close (fixture->year);
  toso_year_close (other);
  findings = toso_year_check (fixture->file, &error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The day that a month closes: none of it has come later than that. */
static void
test_sample_of_today (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TosoDate today = { 2026, 6, 14 };

  g_assert_true (toso_year_fill_sample (fixture->year, 1, today, &error));
  g_assert_no_error (error);
  toso_year_close (fixture->year);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission WHERE received_at >= '2026-06-14'"), >, 0);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission WHERE received_at >= '2026-06-15'"), ==, 0);
}

#define ADD(name, test) g_test_add ("/year-backup/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("copy-is-whole", test_copy_is_whole);
  ADD ("needs-a-folder", test_needs_a_folder);
  ADD ("goes-back", test_goes_back);
  ADD ("in-the-place-of-damage", test_in_the_place_of_damage);
  ADD ("refused", test_refused);
  ADD ("tables", test_tables);
  ADD ("phones-masked", test_phones_masked);
  ADD ("sample", test_sample);
  ADD ("sample-of-today", test_sample_of_today);

  return g_test_run ();
}
