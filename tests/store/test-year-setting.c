/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "core/toso-error.h"
#include "store/toso-year-setting.h"

#define NAME "meeting.slides"

static char *
get (TosoYear   *year,
     const char *name)
{
  g_autoptr (GError) error = NULL;
  char *value = toso_year_get_setting (year, name, &error);

  g_assert_no_error (error);

  return value;
}

static void
set (TosoYear   *year,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (toso_year_set_setting (year, NAME, value, "Choose the slides of the meeting", &error));
  g_assert_no_error (error);
}

static void
assert_value (TosoYear   *year,
              const char *expected)
{
  g_autofree char *value = get (year, NAME);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_is_one_undoable_command (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (TosoYear) again = NULL;

  assert_value (fixture->year, NULL);
  set (fixture->year, "cover\ntargets");
  assert_value (fixture->year, "cover\ntargets");
  set (fixture->year, "cover\n-targets");
  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone, ==, "Choose the slides of the meeting");
  assert_value (fixture->year, "cover\ntargets");
  redone = toso_year_redo (fixture->year, &error);
  g_assert_no_error (error);
  assert_value (fixture->year, "cover\n-targets");

  toso_year_close (fixture->year);
  again = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  assert_value (again, "cover\n-targets");
  toso_year_close (again);
}

/* The same choice again is no step to undo. */
static void
test_same_value_is_no_command (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  set (fixture->year, "cover");
  before = toso_year_list_journal (fixture->year, 0, &error);
  set (fixture->year, "cover");
  after = toso_year_list_journal (fixture->year, 0, &error);
  g_assert_cmpuint (before->len, ==, after->len);
}

static void
test_empty_takes_back (Fixture      *fixture,
                       gconstpointer data)
{
  set (fixture->year, "cover");
  set (fixture->year, "");
  assert_value (fixture->year, NULL);
  set (fixture->year, NULL);
  assert_value (fixture->year, NULL);
}

/* As typed text is kept: composed, without control characters. */
static void
test_text_is_kept_as_all_text (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set (fixture->year, "Nh\x61\xcc\x86\xcc\x81\x63 th\x6f\xcc\x82\x6e 7"); /* decomposed */
  assert_value (fixture->year, "Nhắc thôn 7");
  g_assert_false (toso_year_set_setting (fixture->year, NAME, "\xff\xfe", "Choose", &error));
  g_assert_nonnull (error);
  assert_value (fixture->year, "Nhắc thôn 7");
}

static void
test_read_only_file_is_not_written (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) year = NULL;

  set (fixture->year, "cover");
  toso_year_close (fixture->year);
  year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_false (toso_year_set_setting (year, NAME, "targets", "Choose", &error));
  g_assert_nonnull (error);
  assert_value (year, "cover");
  toso_year_close (year);
}

#define ADD(name, func) g_test_add ("/year-setting/" name, Fixture, NULL, fixture_set_up_year, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-one-undoable-command", test_is_one_undoable_command);
  ADD ("same-value-is-no-command", test_same_value_is_no_command);
  ADD ("empty-takes-back", test_empty_takes_back);
  ADD ("text-is-kept-as-all-text", test_text_is_kept_as_all_text);
  ADD ("read-only-file-is-not-written", test_read_only_file_is_not_written);

  return g_test_run ();
}
