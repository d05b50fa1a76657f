/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <math.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-reports.h"

#define MISSING NAN

static TosoPeriod
period_of (const char *text)
{
  TosoPeriod period;

  g_assert_true (toso_period_parse (text, &period));
  return period;
}

static TosoDate
date_of (const char *text)
{
  TosoDate date;

  g_assert_true (toso_date_parse (text, &date));
  return date;
}

static void
assert_date (TosoDate    date,
             const char *expected)
{
  g_autofree char *text = toso_date_format_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static TosoFigure
figure (double value)
{
  return isnan (value) ? TOSO_FIGURE_MISSING : TOSO_FIGURE (value);
}

static gint64
village_id (TosoYear *year,
            guint     index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);

  g_assert_no_error (error);
  return ((TosoVillage *) g_ptr_array_index (villages, index))->id;
}

static gint64
indicator_id (TosoYear *year,
              guint     index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);

  g_assert_no_error (error);
  return ((TosoTarget *) g_ptr_array_index (plan->targets, index))->indicator_id;
}

static void
add_measurement (GPtrArray  *measurements,
                 TosoYear   *year,
                 guint       indicator,
                 guint       village,
                 const char *period,
                 double      numerator,
                 double      denominator)
{
  TosoMeasurement *measurement = g_new0 (TosoMeasurement, 1);

  measurement->indicator_id = indicator_id (year, indicator);
  measurement->village_id = village_id (year, village);
  measurement->period = period_of (period);
  measurement->numerator = figure (numerator);
  measurement->denominator = figure (denominator);
  g_ptr_array_add (measurements, measurement);
}

static GPtrArray *
new_measurements (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
}

static gboolean
write_one (TosoYear   *year,
           const char *period,
           double      numerator,
           const char *reason,
           gboolean    received,
           GError    **error)
{
  g_autoptr (GPtrArray) measurements = new_measurements ();
  TosoWrite write = { .measurements = measurements, .title = "a figure", .reason = reason, .received = received };

  add_measurement (measurements, year, 0, 0, period, numerator, 100);
  return toso_year_write (year, &write, NULL, error);
}

static void
make_stock (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);
  TosoTarget *target = g_ptr_array_index (plan->targets, 0);

  target->over_time = TOSO_OVER_TIME_STOCK;
  g_assert_true (toso_year_save_target (year, target, NULL, &error));
  g_assert_no_error (error);
}

/* --- data of the file --- */

static void
test_a_used_kind_stays (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) types = toso_year_list_report_types (fixture->year, &error);
  const TosoReportType *month = g_ptr_array_index (types, 0);
  const TosoReportType *half = g_ptr_array_index (types, 2);

  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, TRUE, &error));
  g_assert_false (toso_year_remove_report_type (fixture->year, month->id, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (toso_year_remove_report_type (fixture->year, half->id, &error));
  g_assert_no_error (error);
  g_assert_null (toso_year_get_period (fixture->year, period_of ("2026-H1"), &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

static void
test_what_is_asked_for (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) types = toso_year_list_report_types (fixture->year, &error);
  const TosoReportType *month = g_ptr_array_index (types, 0);
  g_autoptr (GPtrArray) all = toso_year_list_collected (fixture->year, month->id, &error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_collected_free);
  g_autoptr (GPtrArray) again = NULL;
  TosoCollected *one = g_new0 (TosoCollected, 1);

  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);

  one->indicator_id = indicator_id (fixture->year, 1);
  one->groups = g_strsplit ("Nữ|Trên 60 tuổi", "|", -1);
  g_ptr_array_add (chosen, one);
  g_assert_true (toso_year_set_collected (fixture->year, month->id, chosen, &error));
  again = toso_year_list_collected (fixture->year, month->id, &error);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpstr (((TosoCollected *) g_ptr_array_index (again, 0))->groups[1], ==, "Trên 60 tuổi");
}

static void
test_ad_hoc (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoReportPeriod) found = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  TosoPeriod period;

  g_assert_null (toso_year_get_period (fixture->year, period_of ("2026-A1"), &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (toso_year_open_ad_hoc (fixture->year, "Công văn số 38/SKHCN-CNTT&CĐS ngày 08/01/2026", date_of ("2026-01-01"),
                                        date_of ("2026-05-31"), date_of ("2026-06-05"), &period, &error));
  g_assert_no_error (error);
  g_assert_cmpint (period.kind, ==, TOSO_PERIOD_AD_HOC);
  found = toso_year_get_period (fixture->year, period, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->title, ==, "Đột xuất 1/2026");
  g_assert_cmpstr (found->basis, ==, "Công văn số 38/SKHCN-CNTT&CĐS ngày 08/01/2026");
  assert_date (found->due, "2026-06-05");

  /* Its figures are its own: the year's do not count them. */
  g_assert_true (write_one (fixture->year, "2026-A1", 10, NULL, TRUE, &error));
  g_assert_no_error (error);
  listed = toso_year_list_measurements (fixture->year, 0, &error);
  g_assert_cmpuint (listed->len, ==, 0);
}

/* --- reports and figures --- */

static TosoSubmissionState
state_of (TosoYear   *year,
          const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoSubmission) submission = toso_year_get_submission (year, period_of (period), village_id (year, 0), &error);

  g_assert_no_error (error);
  return submission->state;
}

static gboolean
set_state (TosoYear           *year,
           const char         *period,
           TosoSubmissionState state,
           const char         *reason,
           GError            **error)
{
  g_autoptr (TosoSubmission) submission = toso_year_get_submission (year, period_of (period), village_id (year, 0), error);

  g_assert_nonnull (submission);
  submission->state = state;
  return toso_year_save_submission (year, period_of (period), submission, reason, error);
}

static void
test_one_life (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpint (state_of (fixture->year, "2026-03"), ==, TOSO_SUBMISSION_NONE);
  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, TRUE, &error));
  g_assert_cmpint (state_of (fixture->year, "2026-03"), ==, TOSO_SUBMISSION_RECEIVED);
  /* The figures and the state are one step. */
  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture->year, "2026-03"), ==, TOSO_SUBMISSION_NONE);

  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, TRUE, &error));
  g_assert_true (set_state (fixture->year, "2026-03", TOSO_SUBMISSION_NEEDS_CORRECTION, NULL, &error));
  g_assert_true (write_one (fixture->year, "2026-03", 12, NULL, TRUE, &error));
  g_assert_cmpint (state_of (fixture->year, "2026-03"), ==, TOSO_SUBMISSION_RECEIVED);
  g_assert_true (set_state (fixture->year, "2026-03", TOSO_SUBMISSION_APPROVED, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (set_state (fixture->year, "2026-03", TOSO_SUBMISSION_DRAFT, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_clear_error (&error);

  /* What comes after the approval stands beside it. */
  g_assert_true (write_one (fixture->year, "2026-03", 13, NULL, TRUE, &error));
  g_assert_cmpint (state_of (fixture->year, "2026-03"), ==, TOSO_SUBMISSION_RECEIVED);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission"), ==, 2);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission WHERE version = 1 AND state = 'approved'"), ==, 1);
}

static void
test_texts (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoSubmission) submission = NULL;
  g_autoptr (TosoSubmission) again = NULL;

  submission = toso_year_get_submission (fixture->year, period_of ("2026-03"), village_id (fixture->year, 1), &error);
  submission->state = TOSO_SUBMISSION_RECEIVED;
  g_free (submission->difficulties);
  submission->difficulties = g_strdup ("Thiếu máy tính.\nMạng yếu.");
  g_free (submission->reporter);
  submission->reporter = g_strdup ("Nguyễn Văn A");
  g_assert_true (toso_year_save_submission (fixture->year, period_of ("2026-03"), submission, NULL, &error));
  g_assert_no_error (error);

  again = toso_year_get_submission (fixture->year, period_of ("2026-03"), village_id (fixture->year, 1), &error);
  g_assert_cmpstr (again->difficulties, ==, "Thiếu máy tính.\nMạng yếu.");
  g_assert_cmpint (again->received_at, !=, 0);

  /* As it was read by somebody else. */
  g_assert_false (toso_year_save_submission (fixture->year, period_of ("2026-03"), submission, NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT);
}

static void
test_locked_needs_a_reason (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) journal = NULL;
  g_autoptr (GArray) except = g_array_new (FALSE, FALSE, sizeof (gint64));
  const TosoFigureVersion *version;
  gint64                   open = village_id (fixture->year, 1);

  g_array_append_val (except, open);
  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, TRUE, &error));
  g_assert_true (toso_year_lock_period (fixture->year, period_of ("2026-03"), except, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission WHERE state = 'locked'"), ==, 2);

  g_assert_false (write_one (fixture->year, "2026-03", 11, NULL, FALSE, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (toso_year_record (fixture->year, indicator_id (fixture->year, 0), village_id (fixture->year, 0), period_of ("2026-03"),
                                    TOSO_FIGURE (11), TOSO_FIGURE (100), NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);
  /* The commune's own figure of the period too; the named village is open. */
  g_assert_false (toso_year_record (fixture->year, indicator_id (fixture->year, 0), 0, period_of ("2026-03"),
                                    TOSO_FIGURE (11), TOSO_FIGURE (100), NULL, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (toso_year_record (fixture->year, indicator_id (fixture->year, 0), open, period_of ("2026-03"),
                                   TOSO_FIGURE (11), TOSO_FIGURE (100), NULL, &error));
  /* The same again changes nothing, so it needs none. */
  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (write_one (fixture->year, "2026-03", 11, "  ", FALSE, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);

  g_assert_true (write_one (fixture->year, "2026-03", 11, "Thôn đếm sót", FALSE, &error));
  g_assert_no_error (error);
  versions = toso_year_list_versions (fixture->year, indicator_id (fixture->year, 0), village_id (fixture->year, 0), period_of ("2026-03"), NULL, &error);
  g_assert_cmpuint (versions->len, ==, 1);
  version = g_ptr_array_index (versions, 0);
  g_assert_cmpfloat (version->numerator.value, ==, 10);
  g_assert_cmpstr (version->reason, ==, "Thôn đếm sót");
  journal = toso_year_list_journal (fixture->year, 1, &error);
  g_assert_cmpstr (((TosoJournalEntry *) g_ptr_array_index (journal, 0))->reason, ==, "Thôn đếm sót");
}

static void
test_unlocking (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, TRUE, &error));
  g_assert_true (toso_year_lock_period (fixture->year, period_of ("2026-03"), NULL, &error));
  g_assert_false (toso_year_unlock_period (fixture->year, period_of ("2026-03"), "", &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_true (toso_year_unlock_period (fixture->year, period_of ("2026-03"), "Sở yêu cầu", &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_of (fixture->year, "2026-03"), ==, TOSO_SUBMISSION_RECEIVED);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission"), ==, 1);
  g_assert_true (write_one (fixture->year, "2026-03", 11, NULL, FALSE, &error));
  g_assert_no_error (error);
}

static void
test_status (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *states[3];
  } cases[] = {
    { "2026-03-16", { "on_time", "not_yet_due", "not_yet_due" } },
    { "2026-03-18", { "on_time", "overdue", "overdue" } },
  };
  g_autoptr (GError) error = NULL;

  g_setenv ("TOSO_TODAY", "2026-03-16", TRUE);
  g_assert_true (write_one (fixture->year, "2026-03", 10, NULL, TRUE, &error));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = toso_year_list_status (fixture->year, period_of ("2026-03"), date_of (cases[i].today), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, 3);
      for (guint j = 0; j < 3; j++)
        {
          const TosoVillageStatus *status = g_ptr_array_index (rows, j);

          g_assert_cmpstr (toso_timeliness_to_id (status->timeliness), ==, cases[i].states[j]);
          assert_date (status->due, "2026-03-17");
          g_assert_cmpuint (status->n_figures, ==, j == 0 ? 1 : 0);
          g_assert_cmpuint (status->n_expected, ==, 2);
        }
    }
  g_setenv ("TOSO_TODAY", "2026-03-20", TRUE);
  g_assert_true (write_one (fixture->year, "2026-03", 12, NULL, TRUE, &error));
  {
    g_autoptr (GPtrArray) rows = toso_year_list_status (fixture->year, period_of ("2026-03"), date_of ("2026-03-20"), &error);

    /* A correction does not make it late. */
    assert_date (((TosoVillageStatus *) g_ptr_array_index (rows, 0))->received, "2026-03-16");
  }
  g_unsetenv ("TOSO_TODAY");
}

/* --- what writing would do --- */

static void
test_compare (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    guint          village;
    double         numerator, denominator;
    TosoChangeKind kind;
    const char    *rule;
  } cases[] = {
    { 0, 20, 100, TOSO_CHANGE_SAME, "" },
    { 0, 25, 100, TOSO_CHANGE_CHANGED, "" },
    { 1, 30, 100, TOSO_CHANGE_NEW, "" },
    { 1, 130, 100, TOSO_CHANGE_REFUSED, "part-whole" },
    { 1, -1, 100, TOSO_CHANGE_REFUSED, "invalid" },
    { 0, 5, 100, TOSO_CHANGE_CHANGED, "falls" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = new_measurements ();
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make_stock (fixture->year);
  g_assert_true (write_one (fixture->year, "2026-02", 10, NULL, TRUE, &error));
  g_assert_true (write_one (fixture->year, "2026-03", 20, NULL, TRUE, &error));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_measurement (measurements, fixture->year, 0, cases[i].village, "2026-03", cases[i].numerator, cases[i].denominator);

  before = dump_file (fixture->file);
  changes = toso_year_compare (fixture->year, measurements, &error);
  g_assert_no_error (error);
  after = dump_file (fixture->file);
  assert_same_rows (after, before);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TosoChange *change = g_ptr_array_index (changes, i);

      g_assert_cmpint (change->kind, ==, cases[i].kind);
      g_assert_cmpstr (change->rule, ==, cases[i].rule);
      g_assert_cmpint (*change->message != '\0', ==, *cases[i].rule != '\0');
    }
  g_assert_nonnull (strstr (((TosoChange *) g_ptr_array_index (changes, 5))->message, "Thôn, làng 1 kỳ trước là 10, kỳ này là 5"));
}

/* A rule that an office made stricter refuses where it only asked. */
static void
test_rules_are_data (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rules = toso_year_list_rules (fixture->year, &error);
  guint n = 0;

  make_stock (fixture->year);
  g_assert_true (write_one (fixture->year, "2026-02", 10, NULL, TRUE, &error));
  g_assert_true (write_one (fixture->year, "2026-03", 5, NULL, TRUE, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < rules->len; i++)
    {
      TosoRule *rule = g_ptr_array_index (rules, i);

      g_assert_true (g_str_has_suffix (rule->question, "?"));
      if (g_str_equal (rule->code, TOSO_RULE_PART_WHOLE))
        {
          rule->severity = TOSO_SEVERITY_NOTE;
          g_assert_false (toso_year_save_rule (fixture->year, rule, &error));
          g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
          g_clear_error (&error);
        }
      if (!g_str_equal (rule->code, TOSO_RULE_FALLS))
        continue;
      rule->severity = TOSO_SEVERITY_REFUSE;
      g_assert_true (toso_year_save_rule (fixture->year, rule, &error));
      n++;
    }
  g_assert_cmpuint (n, ==, 1);

  g_assert_false (write_one (fixture->year, "2026-03", 6, NULL, TRUE, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "kỳ trước là 10"));
}

static void
test_originals_are_kept (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = new_measurements ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  g_autofree char *undone = NULL;
  TosoOriginal    *source = g_new0 (TosoOriginal, 1);
  TosoWrite        write = { .measurements = measurements, .title = "files", .origin = TOSO_ORIGIN_IMPORTED, .sources = sources, .received = TRUE };

  source->name = g_strdup ("thôn 1.csv");
  source->content = g_bytes_new_static ("abc", 3);
  source->village_id = village_id (fixture->year, 0);
  g_ptr_array_add (sources, source);
  add_measurement (measurements, fixture->year, 0, 0, "2026-03", 10, 100);

  g_assert_true (toso_year_write (fixture->year, &write, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file,
                                "SELECT count (*) FROM submission s JOIN attachment a ON a.id = s.attachment_id"
                                "  WHERE a.sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' AND a.content = x'616263'"),
                   ==, 1);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM measurement WHERE origin = 'imported'"), ==, 1);

  /* The same file again: not even an entry in the history. */
  g_assert_true (toso_year_write (fixture->year, &write, NULL, &error));
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM journal WHERE title = 'files'"), ==, 1);

  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT (SELECT count (*) FROM attachment) + (SELECT count (*) FROM submission)"
                                               "     + (SELECT count (*) FROM measurement)"),
                   ==, 0);
}

/* What a village wrote comes in the same step as its figures. */
static void
test_texts_come_with_figures (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measurements = new_measurements ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (TosoSubmission) kept = NULL;
  g_autofree char *undone = NULL;
  TosoSubmission   text = { .difficulties = (char *) "Thiếu máy tính.\nMạng yếu.", .reporter = (char *) "Nguyễn Văn A\n0912" };
  TosoWrite        write = { .measurements = measurements, .title = "files", .received = TRUE, .texts = texts, .period = period_of ("2026-03") };

  text.village_id = village_id (fixture->year, 0);
  g_ptr_array_add (texts, &text);
  add_measurement (measurements, fixture->year, 0, 0, "2026-03", 10, 100);
  g_assert_true (toso_year_write (fixture->year, &write, NULL, &error));
  g_assert_no_error (error);
  kept = toso_year_get_submission (fixture->year, period_of ("2026-03"), text.village_id, &error);
  g_assert_cmpstr (kept->difficulties, ==, "Thiếu máy tính.\nMạng yếu.");
  g_assert_cmpstr (kept->reporter, ==, "Nguyễn Văn A 0912");

  undone = toso_year_undo (fixture->year, &error);
  g_assert_no_error (error);
  g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM submission"), ==, 0);
}

#define ADD(name, test) g_test_add ("/year-reports/" name, Fixture, NULL, fixture_set_up_year, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-used-kind-stays", test_a_used_kind_stays);
  ADD ("what-is-asked-for", test_what_is_asked_for);
  ADD ("ad-hoc", test_ad_hoc);
  ADD ("one-life", test_one_life);
  ADD ("texts", test_texts);
  ADD ("locked-needs-a-reason", test_locked_needs_a_reason);
  ADD ("unlocking", test_unlocking);
  ADD ("status", test_status);
  ADD ("compare", test_compare);
  ADD ("rules-are-data", test_rules_are_data);
  ADD ("originals-are-kept", test_originals_are_kept);
  ADD ("texts-come-with-figures", test_texts_come_with_figures);

  return g_test_run ();
}
