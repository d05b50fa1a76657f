/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

static const TosoFigure none = { FALSE, 0 };

static TosoTargetResult
make_result (TosoTarget    *target,
             TosoTargetKind kind,
             TosoFigure     value)
{
  TosoTargetResult result = { .target = target };

  target->kind = kind;
  result.progress.value = value;

  return result;
}

static void
test_values (void)
{
  static const struct
  {
    TosoTargetKind kind;
    const char    *unit;
    gboolean       known;
    double         value;
    const char    *text;
  } cases[] = {
    { TOSO_TARGET_PERCENTAGE, "%", TRUE, 46.8, "46,8 %" },
    { TOSO_TARGET_PERCENTAGE, "%", TRUE, 46.849, "46,8 %" },
    { TOSO_TARGET_PERCENTAGE, "%", TRUE, 100, "100 %" },
    { TOSO_TARGET_PERCENTAGE, "%", TRUE, 0, "0 %" },
    { TOSO_TARGET_PERCENTAGE, "%", FALSE, 0, "—" },
    { TOSO_TARGET_PERCENTAGE, "", TRUE, 7, "7 %" },
    { TOSO_TARGET_COUNT_OF_COUNT, "Tổ", TRUE, 41, "41" },
    { TOSO_TARGET_COUNT, "lớp", TRUE, 1234, "1.234" },
    { TOSO_TARGET_QUALITATIVE, "%", TRUE, 61.7, "61,7 %" },
    { TOSO_TARGET_QUALITATIVE, "", FALSE, 0, "—" },
    { TOSO_TARGET_YES_NO, "", TRUE, 1, "yes" },
    { TOSO_TARGET_YES_NO, "", TRUE, 0, "no" },
    { TOSO_TARGET_YES_NO, "", FALSE, 0, "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget       target = { .unit = (char *) cases[i].unit };
      TosoTargetResult result = make_result (&target, cases[i].kind, (TosoFigure){ cases[i].known, cases[i].value });
      g_autofree char *text = toso_report_value_text (&result);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_targets (void)
{
  static const struct
  {
    TosoTargetKind kind;
    TosoDirection  direction;
    TosoFigure     value, baseline;
    const char    *unit;
    const char    *text;
  } cases[] = {
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, { TRUE, 70 }, { FALSE, 0 }, "%", "≥ 70 %" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_LEAST, { TRUE, 100 }, { FALSE, 0 }, "%", "100 %" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_EQUAL, { TRUE, 100 }, { FALSE, 0 }, "%", "100 %" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_NONE, { TRUE, 62.5 }, { FALSE, 0 }, "%", "62,5 %" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_MORE_THAN, { TRUE, 90 }, { FALSE, 0 }, "%", "> 90 %" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_AT_MOST, { TRUE, 5 }, { FALSE, 0 }, "%", "≤ 5 %" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_LESS_THAN, { TRUE, 5 }, { FALSE, 0 }, "%", "< 5 %" },
    { TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_EQUAL, { TRUE, 41 }, { FALSE, 0 }, "Tổ", "41 Tổ" },
    { TOSO_TARGET_COUNT_OF_COUNT, TOSO_DIRECTION_AT_LEAST, { TRUE, 41 }, { FALSE, 0 }, "Tổ", "41 Tổ" },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_AT_LEAST, { TRUE, 2 }, { FALSE, 0 }, "lớp", "≥ 2 lớp" },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_EQUAL, { TRUE, 1500 }, { FALSE, 0 }, "", "1.500" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, { FALSE, 0 }, { FALSE, 0 }, "%", "increase" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_DECREASE, { FALSE, 0 }, { FALSE, 0 }, "", "decrease" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_INCREASE, { FALSE, 0 }, { TRUE, 58.2 }, "%", "> 58,2 %" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_DECREASE, { FALSE, 0 }, { TRUE, 12 }, "hộ", "< 12 hộ" },
    { TOSO_TARGET_PERCENTAGE, TOSO_DIRECTION_INCREASE, { TRUE, 5 }, { TRUE, 58.2 }, "%", "increase by 5 %" },
    { TOSO_TARGET_COUNT, TOSO_DIRECTION_DECREASE, { TRUE, 3 }, { FALSE, 0 }, "hộ", "decrease by 3 hộ" },
    { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, { FALSE, 0 }, { FALSE, 0 }, "", "as tasks arise" },
    { TOSO_TARGET_YES_NO, TOSO_DIRECTION_NONE, { FALSE, 0 }, { FALSE, 0 }, "", "yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget target = {
        .kind = cases[i].kind,
        .direction = cases[i].direction,
        .value = cases[i].value,
        .baseline = cases[i].baseline,
        .unit = (char *) cases[i].unit,
      };
      g_autofree char *text = toso_report_target_text (&target);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_states (void)
{
  static const struct
  {
    TosoProgressState state;
    const char       *text;
    TosoMark          mark;
  } cases[] = {
    { TOSO_STATE_MET, "met", TOSO_MARK_CIRCLE },
    { TOSO_STATE_ON_PACE, "on pace", TOSO_MARK_DIAMOND },
    { TOSO_STATE_BEHIND, "behind", TOSO_MARK_TRIANGLE },
    { TOSO_STATE_NO_DATA, "no data", TOSO_MARK_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (toso_report_state_text (cases[i].state), ==, cases[i].text);
      g_assert_cmpint (toso_report_state_mark (cases[i].state), ==, cases[i].mark);
    }
}

static void
test_coverage (void)
{
  TosoTarget       target = { 0 };
  TosoTargetResult result = make_result (&target, TOSO_TARGET_PERCENTAGE, none);
  g_autofree char *some = NULL;
  g_autofree char *whole = NULL;

  result.progress.coverage = (TosoCoverage){ 38, 41, 0 };
  some = toso_report_coverage_text (&result);
  g_assert_cmpstr (some, ==, "38/41 villages");

  result.progress.commune_wide = TRUE;
  whole = toso_report_coverage_text (&result);
  g_assert_cmpstr (whole, ==, "whole commune");
}

/* How far from what is needed by now; never "by nothing", nor by half a class. */
static void
test_gaps (void)
{
  static const struct
  {
    TosoTargetKind    kind;
    const char       *unit;
    TosoProgressState state;
    TosoFigure        value, pace;
    const char       *text;
  } cases[] = {
    { TOSO_TARGET_PERCENTAGE, "%", TOSO_STATE_BEHIND, { TRUE, 46.8 }, { TRUE, 49 }, "2,2 points short" },
    { TOSO_TARGET_PERCENTAGE, "%", TOSO_STATE_BEHIND, { TRUE, 48.99 }, { TRUE, 49 }, "0,1 points short" },
    { TOSO_TARGET_PERCENTAGE, "%", TOSO_STATE_BEHIND, { TRUE, 12 }, { TRUE, 8.5 }, "3,5 points over" },
    { TOSO_TARGET_COUNT_OF_COUNT, "Tổ", TOSO_STATE_BEHIND, { TRUE, 25 }, { TRUE, 41 }, "16 Tổ short" },
    { TOSO_TARGET_COUNT, "lớp", TOSO_STATE_BEHIND, { TRUE, 4 }, { TRUE, 4.3 }, "1 lớp short" },
    { TOSO_TARGET_COUNT, "", TOSO_STATE_BEHIND, { TRUE, 0 }, { TRUE, 1234 }, "1.234 short" },
    { TOSO_TARGET_PERCENTAGE, "%", TOSO_STATE_ON_PACE, { TRUE, 49 }, { TRUE, 49 }, NULL },
    { TOSO_TARGET_PERCENTAGE, "%", TOSO_STATE_MET, { TRUE, 80 }, { TRUE, 49 }, NULL },
    { TOSO_TARGET_PERCENTAGE, "%", TOSO_STATE_NO_DATA, { FALSE, 0 }, { TRUE, 49 }, NULL },
    { TOSO_TARGET_YES_NO, "", TOSO_STATE_BEHIND, { TRUE, 0 }, { TRUE, 1 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoTarget       target = { .unit = (char *) cases[i].unit };
      TosoTargetResult result = make_result (&target, cases[i].kind, cases[i].value);
      g_autofree char *text = NULL;

      result.progress.pace = cases[i].pace;
      result.progress.state = cases[i].state;
      text = toso_report_gap_text (&result);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/target-words/values", test_values);
  g_test_add_func ("/target-words/targets", test_targets);
  g_test_add_func ("/target-words/states", test_states);
  g_test_add_func ("/target-words/gaps", test_gaps);
  g_test_add_func ("/target-words/coverage", test_coverage);

  return g_test_run ();
}
