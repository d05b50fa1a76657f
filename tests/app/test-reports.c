/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paste-plan.h"
#include "plan-fixture.h"
#include "store/toso-year-reports.h"

#include <string.h>

/* The villages' figures of a period as the table has them, and blocks that are
 * pasted into it.  Three villages, two ratios that add up over the year:
 * of each the part, the whole, the ratio, and the part since the year began. */

#define PART   3
#define WHOLE  4
#define RATIO  5
#define SUM    6
#define PART_B 7

typedef struct
{
  char             *folder;
  TosoYear         *year;
  TosoSession      *session;
  TosoReportsModel *model;
  TosoSheetModel   *sheet;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("TOSO_TODAY", "2026-03-18", TRUE);
  fixture->year = plan_fixture_open (&fixture->folder);
  fixture->session = toso_session_new (fixture->year, &error);
  g_assert_no_error (error);
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 });
  fixture->model = toso_reports_model_new (fixture->session);
  fixture->sheet = TOSO_SHEET_MODEL (fixture->model);
  g_signal_connect_object (fixture->session, "changed", G_CALLBACK (toso_reports_model_update), fixture->model, G_CONNECT_SWAPPED);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->model);
  g_object_unref (fixture->session);
  plan_fixture_close (fixture->year, fixture->folder);
}

/* --- ways --- */

static void
assert_cell (Fixture       *fixture,
             guint          row,
             guint          column,
             const char    *text,
             TosoSheetState state)
{
  g_auto (TosoSheetCell) cell = { 0 };

  toso_sheet_model_get_cell (fixture->sheet, row, column, &cell);
  g_assert_cmpstr (cell.text, ==, text);
  g_assert_cmpint (cell.state, ==, state);
}

static void
assert_total (Fixture    *fixture,
              guint       column,
              const char *text,
              const char *coverage)
{
  g_auto (TosoSheetTotal) total = { 0 };

  toso_sheet_model_get_total (fixture->sheet, column, &total);
  g_assert_cmpstr (total.text, ==, text);
  g_assert_cmpstr (total.coverage, ==, coverage);
}

static TosoSheetAnswer
type (Fixture    *fixture,
      guint       row,
      guint       column,
      const char *text)
{
  return toso_sheet_model_set_text (fixture->sheet, row, column, text);
}

static guint
count_journal (Fixture *fixture)
{
  return toso_session_get_journal (fixture->session)->len;
}

/* --- the table --- */

static void
test_columns (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *title;
    gboolean    frozen, computed;
  } columns[] = {
    { "No.", TRUE, FALSE },
    { "Village", TRUE, FALSE },
    { "Report", TRUE, FALSE },
    { "Reached", FALSE, FALSE },
    { "Tổng số hộ", FALSE, FALSE },
    { "Ratio %", FALSE, TRUE },
    { "Since the year began", FALSE, TRUE },
    { "Reached", FALSE, FALSE },
    { "Tổng số hộ", FALSE, FALSE },
    { "Ratio %", FALSE, TRUE },
    { "Since the year began", FALSE, TRUE },
  };

  g_assert_cmpuint (toso_sheet_model_get_n_rows (fixture->sheet), ==, 3);
  g_assert_cmpuint (toso_sheet_model_get_n_columns (fixture->sheet), ==, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      TosoSheetColumn info;

      toso_sheet_model_get_column (fixture->sheet, i, &info);
      g_assert_cmpstr (info.title, ==, columns[i].title);
      g_assert_cmpint (info.frozen, ==, columns[i].frozen);
      g_assert_cmpint (info.computed, ==, columns[i].computed);
      g_assert_cmpint (toso_sheet_model_can_edit (fixture->sheet, 0, i), ==, !columns[i].frozen && !columns[i].computed);
    }
}

/* Missing is not zero, and the commune's ratio is that of the sums. */
static void
test_totals (Fixture      *fixture,
             gconstpointer data)
{
  assert_cell (fixture, 0, PART, "—", TOSO_SHEET_MISSING);
  assert_total (fixture, PART, "—", "0/3");
  g_assert_cmpint (type (fixture, 0, PART, "1"), ==, TOSO_SHEET_ACCEPTED);
  assert_total (fixture, PART, "—", "0/3"); /* half a ratio counts for nothing */
  type (fixture, 0, WHOLE, "10");
  type (fixture, 1, PART, "0");
  type (fixture, 1, WHOLE, "1000,5");
  assert_cell (fixture, 0, RATIO, "10,0", TOSO_SHEET_COMPUTED);
  assert_cell (fixture, 1, PART, "0", 0);
  assert_cell (fixture, 1, WHOLE, "1.000,5", 0);
  assert_cell (fixture, 2, RATIO, "—", TOSO_SHEET_MISSING | TOSO_SHEET_COMPUTED);
  assert_total (fixture, PART, "1", "2/3");
  assert_total (fixture, WHOLE, "1.010,5", "2/3");
  assert_total (fixture, RATIO, "0,1", "2/3");
}

/* The table holds on to what a column is called while figures come and go. */
static void
test_columns_stay (Fixture      *fixture,
                   gconstpointer data)
{
  TosoSheetColumn before, after;

  toso_sheet_model_get_column (fixture->sheet, PART, &before);
  type (fixture, 0, PART, "3");
  toso_sheet_model_get_column (fixture->sheet, PART, &after);
  g_assert_true (before.band == after.band);
  g_assert_true (before.title == after.title);
  g_assert_true (before.name == after.name);
  g_assert_nonnull (after.band);
}

/* In the period and since the year began stand side by side. */
static void
test_adds_up (Fixture      *fixture,
              gconstpointer data)
{
  type (fixture, 0, PART, "3");
  type (fixture, 0, WHOLE, "10");
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 2 });
  type (fixture, 0, PART, "4");
  type (fixture, 0, WHOLE, "10");
  assert_cell (fixture, 0, SUM, "4", TOSO_SHEET_COMPUTED);
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 });
  assert_cell (fixture, 0, PART, "3", 0);
  assert_cell (fixture, 0, SUM, "7", TOSO_SHEET_COMPUTED);
  assert_total (fixture, SUM, "7", "1/3");
}

static void
test_one_cell_one_step (Fixture      *fixture,
                        gconstpointer data)
{
  guint before = count_journal (fixture);

  type (fixture, 0, PART, "5");
  g_assert_cmpuint (count_journal (fixture), ==, before + 1);
  type (fixture, 0, PART, "5"); /* again: nothing to do */
  g_assert_cmpuint (count_journal (fixture), ==, before + 1);
  toso_session_undo (fixture->session);
  assert_cell (fixture, 0, PART, "—", TOSO_SHEET_MISSING);
}

static void
test_not_reported (Fixture      *fixture,
                   gconstpointer data)
{
  static const char *const texts[] = { "-", "—", "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      type (fixture, 0, PART, "5");
      g_assert_cmpint (type (fixture, 0, PART, texts[i]), ==, TOSO_SHEET_ACCEPTED);
      assert_cell (fixture, 0, PART, "—", TOSO_SHEET_MISSING);
    }
}

/* --- what is refused --- */

static void
test_refused_waits (Fixture      *fixture,
                    gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *sentence;
  } cases[] = {
    { "9a", "“9a” is not a number*" },
    { "1,234", "“1,234” can be read in two ways*" },
    { "-5", "*negative*" },
    { "11", "The part (11) is larger than the whole (10)*" },
  };
  guint before;

  type (fixture, 0, WHOLE, "10");
  before = count_journal (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean refused;

      g_assert_cmpint (type (fixture, 0, PART, cases[i].text), ==, TOSO_SHEET_NOT_WRITTEN);
      assert_cell (fixture, 0, PART, cases[i].text, TOSO_SHEET_REFUSED);
      g_assert_true (g_pattern_match_simple (cases[i].sentence,
                                             toso_reports_model_get_question (fixture->model, 0, PART, &refused)));
      g_assert_true (refused);
    }
  g_assert_cmpuint (count_journal (fixture), ==, before);
  g_assert_cmpuint (toso_reports_model_count_questions (fixture->model), ==, 1);

  /* In its own month, not in another. */
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 2 });
  assert_cell (fixture, 0, PART, "—", TOSO_SHEET_MISSING);
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 });
  assert_cell (fixture, 0, PART, "11", TOSO_SHEET_REFUSED);
}

/* Two figures that go together only when both are corrected. */
static void
test_second_figure_frees_the_first (Fixture      *fixture,
                                    gconstpointer data)
{
  type (fixture, 0, WHOLE, "10");
  g_assert_cmpint (type (fixture, 0, PART, "15"), ==, TOSO_SHEET_NOT_WRITTEN);
  g_assert_cmpint (type (fixture, 0, WHOLE, "20"), ==, TOSO_SHEET_ACCEPTED);
  assert_cell (fixture, 0, PART, "15", 0);
  assert_cell (fixture, 0, WHOLE, "20", 0);
  assert_cell (fixture, 0, RATIO, "75,0", TOSO_SHEET_COMPUTED);
}

static void
test_questions (Fixture      *fixture,
                gconstpointer data)
{
  guint    row = 0, column = PART;
  gboolean refused;

  type (fixture, 2, PART_B, "x1");
  type (fixture, 1, PART, "x2");
  g_assert_true (toso_reports_model_find_question (fixture->model, &row, &column));
  g_assert_cmpuint (row, ==, 1);
  g_assert_cmpuint (column, ==, PART);
  g_assert_true (toso_reports_model_find_question (fixture->model, &row, &column));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (column, ==, PART_B);
  g_assert_true (toso_reports_model_find_question (fixture->model, &row, &column)); /* round the end */
  g_assert_cmpuint (row, ==, 1);
  g_assert_null (toso_reports_model_get_question (fixture->model, 0, PART, &refused));
}

/* The rules' question: ten times what it was a month before. */
static void
test_doubtful (Fixture      *fixture,
               gconstpointer data)
{
  gboolean    refused;
  const char *question;

  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 2 });
  type (fixture, 0, PART, "45");
  toso_session_set_period (fixture->session, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 3 });
  g_assert_cmpint (type (fixture, 0, PART, "450"), ==, TOSO_SHEET_ASKED);
  assert_cell (fixture, 0, PART, "450", TOSO_SHEET_DOUBTFUL);
  question = toso_reports_model_get_question (fixture->model, 0, PART, &refused);
  g_assert_nonnull (strstr (question, "450"));
  g_assert_false (refused);
  g_assert_cmpuint (toso_reports_model_count_questions (fixture->model), ==, 1);
}

static void
test_note (Fixture      *fixture,
           gconstpointer data)
{
  type (fixture, 0, PART, "5");
  g_assert_true (toso_reports_model_set_note (fixture->model, 0, PART, "qua điện thoại"));
  assert_cell (fixture, 0, PART, "5", TOSO_SHEET_NOTED);
  type (fixture, 0, PART, "6");
  assert_cell (fixture, 0, PART, "6", TOSO_SHEET_NOTED); /* the note stays */
}

/* A locked figure waits for a reason; then the old one is kept beside it. */
static void
test_locked_needs_reason (Fixture      *fixture,
                          gconstpointer data)
{
  TosoPeriod march = { TOSO_PERIOD_MONTH, 2026, 3 };
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  const TosoReportsIndicator *indicator;
  const TosoReportsVillage   *village;

  type (fixture, 0, PART, "5");
  toso_year_lock_period (fixture->year, march, NULL, &error);
  g_assert_no_error (error);
  assert_cell (fixture, 0, PART, "5", TOSO_SHEET_LOCKED);
  g_assert_cmpint (type (fixture, 0, PART, "6"), ==, TOSO_SHEET_NOT_WRITTEN);
  assert_cell (fixture, 0, PART, "6", TOSO_SHEET_REFUSED);
  g_assert_true (toso_reports_model_needs_reason (fixture->model, 0, PART));
  g_assert_false (toso_reports_model_needs_reason (fixture->model, 1, PART));

  g_assert_true (toso_reports_model_write_with_reason (fixture->model, 0, PART, "Thôn đếm lại"));
  assert_cell (fixture, 0, PART, "6", TOSO_SHEET_LOCKED);
  g_assert_false (toso_reports_model_needs_reason (fixture->model, 0, PART));
  indicator = toso_reports_model_get (fixture->model)->indicators->pdata[0];
  village = toso_reports_model_get (fixture->model)->villages->pdata[0];
  versions = toso_year_list_versions (fixture->year, indicator->indicator_id, village->village_id, march, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpfloat (((TosoFigureVersion *) versions->pdata[0])->numerator.value, ==, 5);
  g_assert_cmpstr (((TosoFigureVersion *) versions->pdata[0])->reason, ==, "Thôn đếm lại");
}

/* --- blocks --- */

static TosoPastePlan *
plan_block (Fixture    *fixture,
            const char *text,
            TosoComma   comma)
{
  g_autoptr (TosoCopiedBlock) block = toso_copied_block_read_tsv (text, -1, NULL);
  g_autoptr (GError) error = NULL;
  TosoPastePlan *plan = toso_paste_plan_new (fixture->session, fixture->model, block, 0, PART, comma, &error);

  g_assert_no_error (error);

  return plan;
}

/* "c0=2/1" a conflict of village 0, then changed, new and same ones. */
static char *
write_down (const TosoPastePlan *plan)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->changes->len; i++)
    {
      const TosoPasteChange *change = plan->changes->pdata[i];

      g_string_append_printf (text, "%s%c%u=%s", i > 0 ? " " : "", "xcns"[change->kind], change -> village, change -> after);
    }

  return g_string_free (text, FALSE);
}

static void
test_paste_plan (Fixture      *fixture,
                 gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *changes;
  } cases[] = {
    { "Thôn, làng 2\t3\t9\nThôn, làng 3\t1\t2", "n1=3/9 n2=1/2" },
    { "Thôn, làng 1\t5\t10", "s0=5/10" },
    { "Thôn, làng 1\t6\t10\nThôn, làng 2\t3\t9", "c0=6/10 n1=3/9" },
    { "Thôn, làng 1\t11", "x0=11/10" },  /* more than the whole that is there */
    { "Thôn, làng 1\t\t20", "c0=5/20" }, /* an empty cell says nothing */
    { "Thôn, làng 1\t-\t-", "c0=—" },    /* "-" says "not reported" */
    { "Thôn, làng 2\tabc", "x1=—" },
    { "Thôn, làng 2\t3\t9\t4\t5", "n1=3/9 n1=4/5" },
    { "Thôn, làng 2\t1,5\t9", "n1=1,5/9" },
  };

  type (fixture, 0, WHOLE, "10");
  type (fixture, 0, PART, "5");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPastePlan) plan = plan_block (fixture, cases[i].text, TOSO_COMMA_UNKNOWN);
      g_autofree char *changes = write_down (plan);

      g_assert_cmpstr (changes, ==, cases[i].changes);
    }
}

static void
test_paste_comma (Fixture      *fixture,
                  gconstpointer data)
{
  static const struct
  {
    TosoComma   comma;
    const char *changes;
  } cases[] = {
    { TOSO_COMMA_UNKNOWN, "x0=—/2.000" },
    { TOSO_COMMA_THOUSANDS, "n0=1.234/2.000" },
    { TOSO_COMMA_DECIMALS, "n0=1,234/2.000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPastePlan) plan = plan_block (fixture, "Thôn, làng 1\t1,234\t2000", cases[i].comma);
      g_autofree char *changes = write_down (plan);

      g_assert_cmpstr (plan->ambiguous, ==, "1,234");
      g_assert_cmpstr (changes, ==, cases[i].changes);
    }
}

/* Only what may be written is; all of it is one step. */
static void
test_paste_write (Fixture      *fixture,
                  gconstpointer data)
{
  static const char block[] = "Thôn, làng 1\t6\t10\nThôn, làng 2\t3\t9\nThôn, làng 3\t5\t2\nThôn Lạ\t1\t1";
  g_autoptr (TosoPastePlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  guint before;

  type (fixture, 0, WHOLE, "10");
  type (fixture, 0, PART, "5");
  before = count_journal (fixture);
  plan = plan_block (fixture, block, TOSO_COMMA_UNKNOWN);
  g_assert_cmpuint (toso_paste_plan_count (plan, FALSE), ==, 1);
  g_assert_cmpuint (toso_paste_plan_count (plan, TRUE), ==, 2);
  g_assert_cmpuint (plan->left_out->len, ==, 1);
  g_assert_nonnull (strstr (plan->left_out->pdata[0], "“Thôn Lạ”"));

  g_assert_true (toso_paste_plan_write (plan, fixture->session, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_journal (fixture), ==, before + 1);
  assert_cell (fixture, 0, PART, "6", TOSO_SHEET_IMPORTED);
  assert_cell (fixture, 1, PART, "3", TOSO_SHEET_IMPORTED);
  assert_cell (fixture, 2, PART, "—", TOSO_SHEET_MISSING);
  toso_session_undo (fixture->session);
  assert_cell (fixture, 0, PART, "5", 0);
  assert_cell (fixture, 1, PART, "—", TOSO_SHEET_MISSING);
}

static void
test_paste_keeps_what_differs (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (TosoPastePlan) plan = NULL;

  type (fixture, 0, PART, "5");
  plan = plan_block (fixture, "Thôn, làng 1\t6\nThôn, làng 2\t3", TOSO_COMMA_UNKNOWN);
  g_assert_true (toso_paste_plan_write (plan, fixture->session, FALSE, NULL));
  assert_cell (fixture, 0, PART, "5", 0);
  assert_cell (fixture, 1, PART, "3", TOSO_SHEET_IMPORTED);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } cases[] = {
    { "/reports/columns", test_columns },
    { "/reports/totals", test_totals },
    { "/reports/columns-stay", test_columns_stay },
    { "/reports/adds-up", test_adds_up },
    { "/reports/one-cell-one-step", test_one_cell_one_step },
    { "/reports/not-reported", test_not_reported },
    { "/reports/refused-waits", test_refused_waits },
    { "/reports/second-figure-frees-the-first", test_second_figure_frees_the_first },
    { "/reports/questions", test_questions },
    { "/reports/doubtful", test_doubtful },
    { "/reports/note", test_note },
    { "/reports/locked-needs-reason", test_locked_needs_reason },
    { "/reports/paste-plan", test_paste_plan },
    { "/reports/paste-comma", test_paste_comma },
    { "/reports/paste-write", test_paste_write },
    { "/reports/paste-keeps-what-differs", test_paste_keeps_what_differs },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].name, Fixture, NULL, set_up, cases[i].test, tear_down);

  return g_test_run ();
}
