/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "core/toso-error.h"

static void
assert_only_file (Fixture *fixture)
{
  g_auto (GStrv) names = fixture_list_folder (fixture);

  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "ngọc liên 2026.toso");
}

static void
test_keeps_the_plan (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (TosoPlan) made = fixture_make_plan ();
  g_autoptr (TosoPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *text = toso_plan_to_text (made);
  g_autofree char  *text_again = NULL;
  const TosoTarget *target;
  const TosoTask   *task;

  plan = toso_year_load_plan (fixture->year, &error);
  g_assert_no_error (error);
  text_again = toso_plan_to_text (plan);

  g_assert_cmpstr (text_again, ==, text);
  g_assert_cmpint (plan->year, ==, 2026);
  g_assert_cmpuint (plan->n_villages, ==, 3);
  g_assert_cmpstr (plan->source, ==, made->source);
  g_assert_cmpstr (plan->source_name, ==, "ke-hoach.txt");
  g_assert_cmpstr (plan->commune.name, ==, "Ngọc Liên");
  g_assert_null (plan->header.nation);
  g_assert_cmpstr (plan->header.agency[1], ==, "XÃ NGỌC LIÊN");
  g_assert_cmpstr (plan->header.title[1], ==, "năm 2026");
  g_assert_cmpstr (g_ptr_array_index (plan->recipients, 1), ==, "- Lưu VT.");
  g_assert_cmpuint (plan->signature->len, ==, 2);
  g_assert_cmpstr (plan->signer, ==, "Phạm Xuân Khánh");
  g_assert_cmpuint (plan->remarks->len, ==, 1);
  g_assert_cmpstr (((TosoLegalBasis *) g_ptr_array_index (plan->legal_bases, 0))->number, ==, "38/SKHCN-CNTT&CĐS");

  g_assert_cmpuint (plan->targets->len, ==, 2);
  target = g_ptr_array_index (plan->targets, 0);
  g_assert_cmpstr (target->code, ==, "CT01");
  g_assert_cmpfloat (target->value.value, ==, 70);
  g_assert_false (target->whole.known);
  g_assert_cmpint (target->direction, ==, TOSO_DIRECTION_AT_LEAST);
  g_assert_true (target->section == find_section (plan, "II.2"));
  g_assert_cmpuint (target->span.end, ==, 9);

  g_assert_cmpuint (plan->tasks->len, ==, 1);
  task = g_ptr_array_index (plan->tasks, 0);
  g_assert_true (task->section == find_section (plan, "II.1"));
  g_assert_cmpint (task->time_kind, ==, TOSO_TIME_CONTINUOUS);
}

static void
test_leaves_one_file (Fixture      *fixture,
                      gconstpointer data)
{
  toso_year_close (fixture->year);
  toso_year_close (fixture->year);
  assert_only_file (fixture);
}

/* The plan names only a number. */
static void
test_makes_placeholders (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, &error);
  const TosoVillage *village;

  g_assert_no_error (error);
  g_assert_cmpuint (villages->len, ==, 3);
  village = g_ptr_array_index (villages, 2);
  g_assert_cmpstr (village->name, ==, "Thôn, làng 3");
  g_assert_true (village->placeholder);
  g_assert_false (village->households.known);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM team"), ==, 3);
}

static void
test_takes_named_villages_in_village_order (Fixture      *fixture,
                                            gconstpointer data)
{
  static const char *const names[] = { "Thôn 10", "Làng Đồng", "Thôn 2", "Thôn Cao" };
  static const char *const ordered[] = { "Thôn 2", "Thôn 10", "Thôn Cao", "Làng Đồng" };
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (given, toso_village_new (names[i]));
  ((TosoVillage *) g_ptr_array_index (given, 0))->households = TOSO_FIGURE (120);

  fixture->year = toso_year_create (fixture->file, plan, given, &error);
  g_assert_no_error (error);
  villages = toso_year_list_villages (fixture->year, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (villages->len, ==, G_N_ELEMENTS (ordered));
  for (guint i = 0; i < villages->len; i++)
    g_assert_cmpstr (((TosoVillage *) g_ptr_array_index (villages, i))->name, ==, ordered[i]);
  g_assert_cmpfloat (((TosoVillage *) g_ptr_array_index (villages, 1))->households.value, ==, 120);
  g_assert_false (((TosoVillage *) g_ptr_array_index (villages, 1))->placeholder);
}

static void
test_is_marked_as_ours (Fixture      *fixture,
                        gconstpointer data)
{
  toso_year_close (fixture->year);

  g_assert_cmphex (query_int64 (fixture->file, "PRAGMA application_id"), ==, 0x546F536F);
  g_assert_cmpint (query_int64 (fixture->file, "PRAGMA user_version"), ==, 4);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), ==, 1);
  /* Desk 1 in the high bits. */
  g_assert_cmpint (query_int64 (fixture->file, "SELECT min (id) >> 40 FROM section"), ==, 1);
}

static void
test_never_overwrites (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize            size;

  write_bytes (fixture->file, "a letter", 8);
  year = toso_year_create (fixture->file, plan, NULL, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS);
  g_assert_null (year);
  g_assert_nonnull (strstr (error->message, "ngọc liên 2026.toso"));

  bytes = read_bytes (fixture->file, &size);
  g_assert_cmpmem (bytes, size, "a letter", 8);
  assert_only_file (fixture);
}

static void
test_needs_a_folder (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (GFile) file = fixture_get_child (fixture, "không có/2026.toso");
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;

  year = toso_year_create (file, plan, NULL, &error);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_assert_null (year);
}

static void
test_refuses_network_folder (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  g_setenv ("TOSO_NETWORK_FOLDER", fixture->folder, TRUE);
  year = toso_year_create (fixture->file, plan, NULL, &error);
  g_unsetenv ("TOSO_NETWORK_FOLDER");

  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NETWORK);
  names = fixture_list_folder (fixture);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

/* What a killed maker left goes; what one at work may still write stays. */
static void
test_removes_stale_parts (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autofree char *base = g_file_get_basename (fixture->file);
  g_autofree char *stale_name = g_strdup_printf (".%s.00c0ffee.part", base);
  g_autofree char *fresh_name = g_strdup_printf (".%s.0badcafe.part", base);
  g_autoptr (GFile) stale = fixture_get_child (fixture, stale_name);
  g_autoptr (GFile) fresh = fixture_get_child (fixture, fresh_name);
  g_autoptr (GError) error = NULL;
  guint64 yesterday = (guint64) (g_get_real_time () / G_USEC_PER_SEC - 24 * 60 * 60);

  write_bytes (stale, "half", 4);
  write_bytes (fresh, "half", 4);
  g_file_set_attribute_uint64 (stale, G_FILE_ATTRIBUTE_TIME_MODIFIED, yesterday, G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);

  fixture->year = toso_year_create (fixture->file, plan, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_query_exists (stale, NULL));
  g_assert_true (g_file_query_exists (fresh, NULL));
}

/* An empty plan is a plan: everything to be written by hand. */
static void
test_takes_an_empty_plan (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (TosoPlan) again = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (GError) error = NULL;

  fixture->year = toso_year_create (fixture->file, plan, NULL, &error);
  g_assert_no_error (error);
  again = toso_year_load_plan (fixture->year, &error);
  g_assert_no_error (error);
  villages = toso_year_list_villages (fixture->year, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (again->sections->len, ==, 0);
  g_assert_cmpuint (again->recipients->len, ==, 0);
  g_assert_cmpuint (villages->len, ==, 0);
}

static void
test_history_begins_with_the_source (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = toso_year_list_journal (fixture->year, 0, &error);
  const TosoJournalEntry *entry;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->title, ==, "Make the year file from “ke-hoach.txt”");
  g_assert_cmpint (ABS (entry->time - g_get_real_time () / G_USEC_PER_SEC), <, 60);
  g_assert_false (entry->undone);
  g_assert_false (entry->is_step);
  /* Made, not commanded. */
  g_assert_false (toso_year_can_undo (fixture->year));
  g_assert_false (toso_year_can_redo (fixture->year));
}

static void
test_is_sound (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  toso_year_close (fixture->year);
  findings = toso_year_check (fixture->file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  assert_only_file (fixture);
}

#define ADD(name, set_up, test) g_test_add ("/year-create/" name, Fixture, NULL, set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("keeps-the-plan", fixture_set_up_year, test_keeps_the_plan);
  ADD ("leaves-one-file", fixture_set_up_year, test_leaves_one_file);
  ADD ("makes-placeholders", fixture_set_up_year, test_makes_placeholders);
  ADD ("takes-named-villages-in-village-order", fixture_set_up, test_takes_named_villages_in_village_order);
  ADD ("is-marked-as-ours", fixture_set_up_year, test_is_marked_as_ours);
  ADD ("never-overwrites", fixture_set_up, test_never_overwrites);
  ADD ("needs-a-folder", fixture_set_up, test_needs_a_folder);
  ADD ("refuses-network-folder", fixture_set_up, test_refuses_network_folder);
  ADD ("removes-stale-parts", fixture_set_up, test_removes_stale_parts);
  ADD ("takes-an-empty-plan", fixture_set_up, test_takes_an_empty_plan);
  ADD ("history-begins-with-the-source", fixture_set_up_year, test_history_begins_with_the_source);
  ADD ("is-sound", fixture_set_up_year, test_is_sound);

  return g_test_run ();
}
