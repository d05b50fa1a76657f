/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-session.h"
#include "core/toso-error.h"
#include "plan-fixture.h"

typedef struct
{
  char        *folder;
  TosoYear    *year;
  TosoSession *session;
  guint        n_changed;
  char        *said;
  gboolean     undoable;
  GError      *failure;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
said_cb (Fixture    *fixture,
         const char *sentence,
         gboolean    undoable)
{
  g_free (fixture->said);
  fixture->said = g_strdup (sentence);
  fixture->undoable = undoable;
}

static void
failed_cb (Fixture      *fixture,
           const GError *error)
{
  g_clear_error (&fixture->failure);
  fixture->failure = g_error_copy (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  GError *error = NULL;

  g_setenv ("TOSO_TODAY", "2026-03-18", TRUE);
  fixture->year = plan_fixture_open (&fixture->folder);
  fixture->session = toso_session_new (fixture->year, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->session, "said", G_CALLBACK (said_cb), fixture);
  g_signal_connect_swapped (fixture->session, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  plan_fixture_close (fixture->year, fixture->folder);
  g_free (fixture->said);
  g_clear_error (&fixture->failure);
}

static const TosoTarget *
get_target (Fixture *fixture,
            guint    i)
{
  return ((const TosoTargetResult *) toso_session_get_results (fixture->session)->pdata[i])->target;
}

/* 30 of 100 households in the first village, in the month named. */
static void
record (Fixture *fixture,
        int      month)
{
  const TosoVillage *village = toso_session_get_villages (fixture->session)->pdata[0];
  GError            *error = NULL;

  toso_year_record (fixture->year, get_target (fixture, 0)->indicator_id, village->id,
                    (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, month },
                    TOSO_FIGURE (30), TOSO_FIGURE (100), "", &error);
  g_assert_no_error (error);
}

static void
test_title (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_cmpstr (toso_session_get_title (fixture->session), ==, "Plan of Tổ CNSCĐ, xã Ngọc Liên, 2026");
  g_assert_cmpuint (toso_session_get_results (fixture->session)->len, ==, 2);
  g_assert_cmpuint (toso_session_get_villages (fixture->session)->len, ==, 3);
  g_assert_false (toso_session_is_read_only (fixture->session));
}

static void
test_command_is_seen (Fixture      *fixture,
                      gconstpointer data)
{
  const TosoTargetResult *result;

  record (fixture, 2);

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  result = toso_session_get_results (fixture->session)->pdata[0];
  g_assert_true (result->progress.value.known);
  g_assert_cmpfloat (result->progress.value.value, ==, 30);
  g_assert_cmpuint (result->progress.coverage.reported, ==, 1);
  g_assert_cmpuint (result->progress.coverage.expected, ==, 3);
  g_assert_nonnull (toso_session_get_undo_title (fixture->session));
  g_assert_null (toso_session_get_redo_title (fixture->session));
}

static void
test_undo_says_what (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  record (fixture, 2);
  title = g_strdup (toso_session_get_undo_title (fixture->session));

  toso_session_undo (fixture->session);
  sentence = g_strdup_printf ("Undone: %s", title);
  g_assert_cmpstr (fixture->said, ==, sentence);
  g_assert_cmpstr (toso_session_get_redo_title (fixture->session), ==, title);
  g_assert_false (((const TosoTargetResult *) toso_session_get_results (fixture->session)->pdata[0])->progress.value.known);

  toso_session_redo (fixture->session);
  g_assert_true (fixture->undoable);
  g_assert_cmpstr (toso_session_get_undo_title (fixture->session), ==, title);
}

static void
test_undo_to_takes_all_between (Fixture      *fixture,
                                gconstpointer data)
{
  const TosoJournalEntry *oldest;
  GPtrArray              *journal;

  for (int month = 1; month <= 3; month++)
    record (fixture, month);
  journal = toso_session_get_journal (fixture->session);
  g_assert_cmpuint (journal->len, >=, 3);
  oldest = journal->pdata[2];

  toso_session_undo_to (fixture->session, oldest->id);
  g_assert_cmpstr (fixture->said, ==, "3 changes undone");
  g_assert_null (fixture->failure);
  for (guint i = 0; i < 3; i++)
    g_assert_true (((const TosoJournalEntry *) toso_session_get_journal (fixture->session)->pdata[i])->undone);
}

/* The entry that made the file is history only: nothing goes back beyond it. */
static void
test_making_is_no_step (Fixture      *fixture,
                        gconstpointer data)
{
  const TosoJournalEntry *oldest;
  GPtrArray              *journal;

  record (fixture, 2);
  journal = toso_session_get_journal (fixture->session);
  g_assert_cmpuint (journal->len, ==, 2);
  g_assert_true (((const TosoJournalEntry *) journal->pdata[0])->is_step);
  oldest = journal->pdata[1];
  g_assert_false (oldest->is_step);
  toso_session_undo_to (fixture->session, oldest->id);
  g_assert_null (fixture->said);
  g_assert_true (toso_year_can_undo (fixture->year));

  toso_session_undo (fixture->session);
  g_assert_null (toso_session_get_undo_title (fixture->session));
}

static void
test_nothing_to_undo_is_told (Fixture      *fixture,
                              gconstpointer data)
{
  while (toso_year_can_undo (fixture->year))
    toso_session_undo (fixture->session);

  toso_session_undo (fixture->session);
  g_assert_error (fixture->failure, TOSO_ERROR, TOSO_ERROR_NOTHING);
}

/* The arrows: months that have begun by 18/3 (the fourth began on 15/3), and
 * the whole year after them. */
static void
test_periods_walk (Fixture      *fixture,
                   gconstpointer data)
{
  TosoPeriod period;

  g_assert_cmpint (toso_session_get_period (fixture->session).kind, ==, TOSO_PERIOD_YEAR);
  g_assert_false (toso_session_step_period (fixture->session, 1, &period));

  for (int month = 4; month >= 1; month--)
    {
      g_assert_true (toso_session_step_period (fixture->session, -1, &period));
      g_assert_cmpint (period.kind, ==, TOSO_PERIOD_MONTH);
      g_assert_cmpint (period.number, ==, month);
      toso_session_set_period (fixture->session, period);
    }
  g_assert_false (toso_session_step_period (fixture->session, -1, &period));

  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 4 });
  g_assert_true (toso_session_step_period (fixture->session, 1, &period));
  g_assert_cmpint (period.kind, ==, TOSO_PERIOD_YEAR);
}

static void
test_period_is_looked_back_from (Fixture      *fixture,
                                 gconstpointer data)
{
  const TosoTargetResult *result;

  record (fixture, 2);
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 1 });

  g_assert_cmpint (toso_date_compare (toso_session_get_day (fixture->session), (TosoDate){ 2026, 1, 14 }), ==, 0);
  result = toso_session_get_results (fixture->session)->pdata[0];
  g_assert_false (result->progress.value.known);
}

static void
test_villages_have_names (Fixture      *fixture,
                          gconstpointer data)
{
  const TosoVillage *village = toso_session_get_villages (fixture->session)->pdata[1];

  g_assert_cmpstr (toso_session_get_village_name (fixture->session, village->id), ==, village->name);
  g_assert_cmpstr (toso_session_get_village_name (fixture->session, 0), ==, "Whole commune");
}

/* The month whose days were over last, of the year or of the part looked at; a
 * month that is looked at is itself, even when it is still running. */
static void
test_collected_period (Fixture      *fixture,
                       gconstpointer data)
{
  static const struct
  {
    const char *today;
    const char *shown;
    const char *collected;
  } cases[] = {
    { "2026-03-14", "2026", "2026-02" },
    { "2026-03-15", "2026", "2026-03" },
    { "2026-03-18", "2026-04", "2026-04" },
    { "2026-03-18", "2026-01", "2026-01" },
    { "2026-03-18", "2026-Q1", "2026-03" },
    { "2026-05-18", "2026-Q2", "2026-05" },
    { "2026-11-25", "2026-Q1", "2026-03" },
    { "2026-11-25", "2026-9M", "2026-09" },
    { "2026-03-18", "2026-Q4", "2026-10" },
    { "2025-12-20", "2026", "2026-01" },
    { "2027-03-18", "2026", "2026-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoReportPeriod) found = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;
      TosoPeriod       period;

      g_setenv ("TOSO_TODAY", cases[i].today, TRUE);
      g_assert_true (toso_period_parse (cases[i].shown, &period));
      toso_session_set_period (fixture->session, period);
      found = toso_session_load_collected (fixture->session, &error);
      g_assert_no_error (error);
      name = toso_period_to_string (found->period);
      g_assert_cmpstr (name, ==, cases[i].collected);
    }
}

/* An office that asks only by the quarter; and one that asks for nothing. */
static void
test_collected_of_other_kinds (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (TosoReportPeriod) found = NULL;
  g_autoptr (TosoReportPeriod) none = NULL;
  GError *error = NULL;

  types = toso_year_list_report_types (fixture->year, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < types->len; i++)
    if (((const TosoReportType *) types->pdata[i])->frequency == TOSO_PERIOD_MONTH)
      g_assert_true (toso_year_remove_report_type (fixture->year, ((const TosoReportType *) types->pdata[i])->id, &error));
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 5 });
  found = toso_session_load_collected (fixture->session, &error);
  g_assert_no_error (error);
  g_assert_true (toso_period_equal (found->period, (TosoPeriod){ TOSO_PERIOD_QUARTER, 2026, 2 }));

  for (guint i = 0; i < types->len; i++)
    if (((const TosoReportType *) types->pdata[i])->frequency != TOSO_PERIOD_MONTH)
      g_assert_true (toso_year_remove_report_type (fixture->year, ((const TosoReportType *) types->pdata[i])->id, &error));
  none = toso_session_load_collected (fixture->session, &error);
  g_assert_null (none);
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
  g_clear_error (&error);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/app/session/title", test_title },
    { "/app/session/command-is-seen", test_command_is_seen },
    { "/app/session/undo-says-what", test_undo_says_what },
    { "/app/session/undo-to-takes-all-between", test_undo_to_takes_all_between },
    { "/app/session/making-is-no-step", test_making_is_no_step },
    { "/app/session/nothing-to-undo-is-told", test_nothing_to_undo_is_told },
    { "/app/session/periods-walk", test_periods_walk },
    { "/app/session/period-is-looked-back-from", test_period_is_looked_back_from },
    { "/app/session/villages-have-names", test_villages_have_names },
    { "/app/session/collected-period", test_collected_period },
    { "/app/session/collected-of-other-kinds", test_collected_of_other_kinds },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
