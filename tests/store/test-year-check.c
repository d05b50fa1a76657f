/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"
#include "store/toso-db.h"

/* What SQLite finds right and is wrong all the same.  Written with the
 * program's own connection, so that the pages' sums fit. */
static const struct
{
  const char *name;
  const char *sql;
  const char *finding;
} cases[] = {
  { "a-ring-of-sections",
    "UPDATE section SET parent_id = (SELECT id FROM section WHERE label = 'a)') WHERE label = 'II.'",
    "Section “II.” hangs on no part of the plan." },
  { "a-missing-parent",
    "UPDATE section SET parent_id = 77 WHERE label = 'III.'",
    "A row points to another that is not there (section → section)." },
  { "a-target-without-indicator",
    "DELETE FROM indicator WHERE code = 'CT01'",
    "A row points to another that is not there (target → indicator)." },
  { "a-span-behind-the-text",
    "UPDATE section SET span_start = 5, span_end = 5000 WHERE label = 'I.'",
    "Section “I.” points behind the end of the plan's text." },
  { "a-part-larger-than-its-whole",
    "INSERT INTO measurement (id, indicator_id, period, numerator, denominator)"
    "  SELECT 1, id, '2026-03', 11, 10 FROM indicator WHERE code = 'CT02'",
    "A figure of “CT02” has a part larger than its whole." },
  { "no-period",
    "INSERT INTO measurement (id, indicator_id, period, numerator)"
    "  SELECT 1, id, '2026-Q5', 11 FROM indicator WHERE code = 'CT02'",
    "A figure belongs to “2026-Q5”, which is no period." },
  { "an-unreadable-changeset",
    "UPDATE journal SET changeset = x'54FFFFFFFFFFFF'",
    "The history's “Make the year file from “ke-hoach.txt”” can't be read, so it can't be undone." },
  { "a-number-not-given-out",
    "UPDATE sequence SET last = 3",
    "The history's “Make the year file from “ke-hoach.txt”” has a number that was not given out yet." },
  { "two-plans",
    "INSERT INTO plan (id, year, source) VALUES (1, 2027, 'x')",
    "The file should hold one plan; it holds 2." },
};

static void
write_row (Fixture    *fixture,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDb) db = toso_db_open (fixture->file, TOSO_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  toso_db_exec (db, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  toso_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
test_finds (Fixture      *fixture,
            gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  toso_year_close (fixture->year);
  write_row (fixture, cases[i].sql);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  for (guint j = 0; j < findings->len; j++)
    {
      g_test_message ("%s", (const char *) g_ptr_array_index (findings, j));
      found = found || g_str_equal (g_ptr_array_index (findings, j), cases[i].finding);
    }
  g_assert_true (found);
}

/* A file in use, its log full: looked at as it stands, and left so. */
static void
test_a_file_in_use (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_add_section (fixture->year, 0, 0, "Mới", "", NULL, &error);
  g_assert_no_error (error);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);

  toso_year_add_section (fixture->year, 0, 0, "Mới nữa", "", NULL, &error);
  g_assert_no_error (error);
}

static void
test_sound_until_a_damage (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize            size;

  toso_year_close (fixture->year);
  bytes = read_bytes (fixture->file, &size);
  bytes[size - 5000] ^= 1;
  write_bytes (fixture->file, bytes, size);

  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), "ngọc liên 2026.toso"));
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), "page"));
  g_assert_nonnull (strstr (g_ptr_array_index (findings, 0), "backup"));
}

#define ADD(name, test) g_test_add ("/year-check/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/year-check/finds/", cases[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), fixture_set_up_year, test_finds, fixture_tear_down);
    }
  ADD ("a-file-in-use", test_a_file_in_use);
  ADD ("sound-until-a-damage", test_sound_until_a_damage);

  return g_test_run ();
}
