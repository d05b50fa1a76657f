/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"
#include "store/toso-year-reports.h"

/* Sent anew, in another file: only what differs is new, and what was approved
 * or noted before stays so. */
static void
test_sent_anew (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  g_autoptr (GPtrArray) villages = toso_year_list_villages (fixture->year, &error);
  g_autoptr (TosoPlan) plan = toso_year_load_plan (fixture->year, &error);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  g_autoptr (TosoSubmission) report = NULL;
  g_autoptr (TosoSubmission) after = NULL;
  TosoPeriod       march = { TOSO_PERIOD_MONTH, 2026, 3 };
  gint64           village = ((TosoVillage *) villages->pdata[0])->id;
  TosoMeasurement *measurement = g_new0 (TosoMeasurement, 1);
  TosoOriginal    *source = g_new0 (TosoOriginal, 1);
  TosoWrite        write = { .measurements = measurements, .title = "files", .origin = TOSO_ORIGIN_IMPORTED, .sources = sources, .received = TRUE };
  gboolean         has;

  source->name = g_strdup ("thôn 1.csv");
  source->content = g_bytes_new_static ("abc", 3);
  source->village_id = village;
  g_ptr_array_add (sources, source);
  measurement->indicator_id = ((TosoTarget *) plan->targets->pdata[0])->indicator_id;
  measurement->village_id = village;
  measurement->period = march;
  measurement->numerator = TOSO_FIGURE (10);
  measurement->denominator = TOSO_FIGURE (100);
  measurement->breakdown = g_strdup ("");
  measurement->note = g_strdup ("sổ tay");
  g_ptr_array_add (measurements, measurement);
  g_assert_true (toso_year_has_original (fixture->year, source->content, &has, &error));
  g_assert_false (has);
  g_assert_true (toso_year_write (fixture->year, &write, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (toso_year_has_original (fixture->year, source->content, &has, &error));
  g_assert_true (has);

  report = toso_year_get_submission (fixture->year, march, village, &error);
  report->state = TOSO_SUBMISSION_APPROVED;
  g_assert_true (toso_year_save_submission (fixture->year, march, report, NULL, &error));
  g_assert_no_error (error);

  g_bytes_unref (source->content);
  source->content = g_bytes_new_static ("abcd", 4);
  g_clear_pointer (&measurement->note, g_free);
  g_assert_true (toso_year_write (fixture->year, &write, NULL, &error));
  g_assert_no_error (error);
  after = toso_year_get_submission (fixture->year, march, village, &error);
  g_assert_cmpint (after->state, ==, TOSO_SUBMISSION_APPROVED);
  g_assert_cmpuint (after->version, ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM measurement_note WHERE text = 'sổ tay'"), ==, 1);

  /* Another figure: a new version beside the approved one. */
  measurement->numerator = TOSO_FIGURE (11);
  g_assert_true (toso_year_write (fixture->year, &write, NULL, &error));
  g_assert_no_error (error);
  toso_submission_free (g_steal_pointer (&after));
  after = toso_year_get_submission (fixture->year, march, village, &error);
  g_assert_cmpint (after->state, ==, TOSO_SUBMISSION_RECEIVED);
  g_assert_cmpuint (after->version, ==, 2);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM measurement_note WHERE text = 'sổ tay'"), ==, 1);
}

static void
test_column_choices (Fixture      *fixture,
                     gconstpointer data)
{
  static const char *const key = "0123456789abcdef/1/đã dùng";
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) none = NULL;
  g_autoptr (GHashTable) choices = NULL;

  g_assert_true (toso_year_save_column_choice (fixture->year, key, "left-out", &error));
  g_assert_true (toso_year_save_column_choice (fixture->year, key, "reached 5 ", &error));
  g_assert_no_error (error);
  choices = toso_year_list_column_choices (fixture->year, &error);
  g_assert_cmpuint (g_hash_table_size (choices), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (choices, key), ==, "reached 5 ");

  g_assert_true (toso_year_save_column_choice (fixture->year, key, NULL, &error));
  none = toso_year_list_column_choices (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

#define ADD(name, test) g_test_add ("/year-reception/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("sent-anew", test_sent_anew);
  ADD ("column-choices", test_column_choices);

  return g_test_run ();
}
