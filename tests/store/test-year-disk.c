/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "core/toso-error.h"
#include "store/toso-year-bin.h"
#include "store/toso-year-register.h"

/* A full disk, played by the system's limit on the size of a file: writes fail
 * beyond it, for root too. */

static void
limit_files (gsize bytes) /* 0: no limit */
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes > 0 ? bytes : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gsize
log_size (Fixture *fixture)
{
  g_autoptr (GFile) log = fixture_get_child (fixture, "ngọc liên 2026.toso-wal");
  g_autofree char *bytes = NULL;
  gsize            size;

  bytes = read_bytes (log, &size);
  return size;
}

static void
test_create (Fixture      *fixture,
             gconstpointer data)
{
  static const gsize limits[] = { 1, 5000, 100000, 300000 };
  g_autoptr (TosoPlan) plan = fixture_make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      g_autoptr (TosoYear) year = NULL;
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) names = NULL;

      limit_files (limits[i]);
      year = toso_year_create (fixture->file, plan, NULL, &error);
      limit_files (0);

      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
      g_assert_null (year);
      g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));
      g_assert_null (strstr (error->message, ".part"));
      names = fixture_list_folder (fixture);
      g_assert_cmpuint (g_strv_length (names), ==, 0);
    }
}

/* At whichever write it happens: the command is refused whole, and works once
 * there is room. */
static void
test_command (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *body = g_strnfill (100000, 'a');
  g_autoptr (GPtrArray) findings = NULL;

  for (gsize room = 0; room < 400000; room += 30011)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = dump_file (fixture->file);
      g_autofree char *after = NULL;
      gboolean         done;

      limit_files (log_size (fixture) + room + 1);
      done = toso_year_add_section (fixture->year, 0, 0, "Mới", body, NULL, &error);
      limit_files (0);
      if (done)
        {
          g_assert_cmpuint (room, >, 100000);
          break;
        }

      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
      g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));
      after = dump_file (fixture->file);
      assert_same_rows (after, before);
    }

  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM section WHERE heading = 'Mới'"), ==, 1);
  toso_year_close (fixture->year);
  findings = toso_year_check (fixture->file, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_undo (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *body = g_strnfill (100000, 'a');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_add_section (fixture->year, 0, 0, "Mới", body, NULL, &error);
  g_assert_no_error (error);
  before = dump_file (fixture->file);

  limit_files (log_size (fixture) + 1);
  undone = toso_year_undo (fixture->year, &error);
  limit_files (0);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
  g_assert_null (undone);
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
  g_assert_true (toso_year_can_undo (fixture->year));
}

/* No room to put the log into the file: it stays beside it, and is read from
 * there the next time. */
static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *body = g_strnfill (300000, 'a');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_add_section (fixture->year, 0, 0, "Mới", body, NULL, &error);
  g_assert_no_error (error);
  before = dump_file (fixture->file);

  limit_files (8192);
  g_assert_finalize_object (fixture->year);
  limit_files (0);

  fixture->year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
  toso_year_close (fixture->year);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* No other program holds the file, and none is blamed. */
static void
test_traces (Fixture      *fixture,
             gconstpointer data)
{
  gint64   id = fixture_add (fixture, "product", "name", "Nón lá", NULL);
  gboolean is_empty = FALSE;
  g_autoptr (GError) removed = NULL;

  toso_year_remove_records (fixture->year, toso_registers_find ("product"), &id, 1, &removed);
  g_assert_no_error (removed);
  for (gsize room = 0; !is_empty; room += 30011)
    {
      g_autoptr (GError) error = NULL;

      limit_files (log_size (fixture) + room + 1);
      g_assert_false (toso_year_empty_bin (fixture->year, NULL, &error));
      limit_files (0);
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE);
      is_empty = query_int64 (fixture->file, "SELECT count (*) FROM erasure") == 1;
      g_assert_cmpint (strstr (error->message, "traces remain") != NULL, ==, is_empty);
    }
}

#define ADD(name, set_up, test) g_test_add ("/year-disk/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);

  ADD ("create", fixture_set_up, test_create);
  ADD ("command", fixture_set_up_year, test_command);
  ADD ("undo", fixture_set_up_year, test_undo);
  ADD ("close", fixture_set_up_year, test_close);
  ADD ("traces", fixture_set_up_year, test_traces);

  return g_test_run ();
}
