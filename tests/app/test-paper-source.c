/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paper-source.h"
#include "plan-fixture.h"

#define NO_KIND 99

/* All forms that the papers write, and what must not be taken for one. */
static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    guint       kind;
    const char *code, *table;
    gint64      id;
    const char *period;
  } cases[] = {
    { "target/CT03/target", TOSO_SOURCE_TARGET, "CT03", NULL, 0, NULL },
    { "target/CT03/2026-Q1/value", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026-Q1" },
    { "target/CT03/2026-03/numerator", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026-03" },
    { "target/CT03/2026-H1/denominator", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026-H1" },
    { "target/CT03/2026-9M/pace", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026-9M" },
    { "target/CT03/2026/coverage", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026" },
    { "target/1/a/2026/value", TOSO_SOURCE_TARGET, "1/a", NULL, 0, "2026" },
    { "village/72057594037927943", TOSO_SOURCE_REGISTER, NULL, "village", 72057594037927943, NULL },
    { "village/72057594037927943/CT02/2026-Q1/value", TOSO_SOURCE_VILLAGE, "CT02", NULL, 72057594037927943, "2026-Q1" },
    { "submission/2026-Q1/received", TOSO_SOURCE_SUBMISSION, NULL, NULL, 0, "2026-Q1" },
    { "activity/training/2026-Q1/count", TOSO_SOURCE_REGISTER, NULL, "training", 0, "2026-Q1" },
    { "activity/bulletin/2026-03/count", TOSO_SOURCE_REGISTER, NULL, "activity", 0, "2026-03" },
    { "activity/visit/2026-03/count", TOSO_SOURCE_REGISTER, NULL, "activity", 0, "2026-03" },
    { "activity/guidance/2026-03/count", TOSO_SOURCE_REGISTER, NULL, "activity", 0, "2026-03" },
    { "activity/other/2026-03/count", TOSO_SOURCE_REGISTER, NULL, "activity", 0, "2026-03" },
    { "target/CT03/2026/state", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026" },
    { "target/CT03/2026-Q2/change", TOSO_SOURCE_TARGET, "CT03", NULL, 0, "2026-Q2" },
    { "targets/2026-Q1/all", TOSO_SOURCE_TARGETS, NULL, NULL, 0, "2026-Q1" },
    { "tasks/2026-Q1/done", TOSO_SOURCE_TASKS, NULL, NULL, 0, "2026-Q1" },
    { "submission/2026-Q1/reported", TOSO_SOURCE_SUBMISSION, NULL, NULL, 0, "2026-Q1" },
    { "submission/2026-A1/late", TOSO_SOURCE_SUBMISSION, NULL, NULL, 0, "2026-A1" },
    { "training/3", TOSO_SOURCE_REGISTER, NULL, "training", 3, NULL },
    { "support_day/count", TOSO_SOURCE_REGISTER, NULL, "support_day", 0, NULL },
    { "task/III.2/result", TOSO_SOURCE_TASK, "III.2", NULL, 0, NULL },
    { "tasks/never/done", NO_KIND, NULL, NULL, 0, NULL },
    { "task/III.2/state", TOSO_SOURCE_TASK, "III.2", NULL, 0, NULL },
    { "directive/12", TOSO_SOURCE_REGISTER, NULL, "directive", 12, NULL },
    { "inspection/7", TOSO_SOURCE_REGISTER, NULL, "inspection", 7, NULL },
    { "directive/count", TOSO_SOURCE_REGISTER, NULL, "directive", 0, NULL },
    { "inspection/count", TOSO_SOURCE_REGISTER, NULL, "inspection", 0, NULL },
    { "commendation/count", TOSO_SOURCE_REGISTER, NULL, "commendation", 0, NULL },
    { "plan", TOSO_SOURCE_PLAN, NULL, NULL, 0, NULL },
    { "", NO_KIND, NULL, NULL, 0, NULL },
    { "target", NO_KIND, NULL, NULL, 0, NULL },
    { "target//target", NO_KIND, NULL, NULL, 0, NULL },
    { "target/CT03/2026-Q9/value", NO_KIND, NULL, NULL, 0, NULL },
    { "target/CT03/2026-Q1/colour", NO_KIND, NULL, NULL, 0, NULL },
    { "village/x/CT02/2026-Q1/value", NO_KIND, NULL, NULL, 0, NULL },
    { "submission/yesterday/received", NO_KIND, NULL, NULL, 0, NULL },
    { "activity/dance/2026-03/count", NO_KIND, NULL, NULL, 0, NULL },
    { "directive/-1", NO_KIND, NULL, NULL, 0, NULL },
    { "weather/12", NO_KIND, NULL, NULL, 0, NULL },
    { "plan/1", NO_KIND, NULL, NULL, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TosoPaperSource) source = { 0 };
      gboolean         is_one = toso_paper_source_parse (cases[i].text, &source);
      g_autofree char *period = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_one, ==, cases[i].kind != NO_KIND);
      if (!is_one)
        continue;
      g_assert_cmpuint (source.kind, ==, cases[i].kind);
      g_assert_cmpstr (source.code, ==, cases[i].code);
      g_assert_cmpstr (source.table, ==, cases[i].table);
      g_assert_cmpint (source.id, ==, cases[i].id);
      period = source.has_period ? toso_period_to_string (source.period) : NULL;
      g_assert_cmpstr (period, ==, cases[i].period);
    }
}

/* Where each leads in a year; what the year does not have is not offered. */
static void
test_find (void)
{
  static const struct
  {
    const char *text, *page, *words;
  } cases[] = {
    { "target/CT01/2026-Q1/value", "targets", "Target CT01, q* – click to open the figures" },
    { "target/CT01/target", "targets", "Target CT01 – click to open" },
    { "target/CT99/target", NULL, NULL },
    { "village/1/CT01/2026-Q1/value", NULL, NULL },
    { "submission/2026-03/received", "reports", "Reports of the villages, *" },
    { "membership/count", "villages", "Register “*” – click to open" },
    { "training/12", "registers", "Register “*” – click to open" },
    { "task/II.1/state", "tasks", "Task II.1 – click to open" },
    { "task/IX/state", NULL, NULL },
    { "plan", "plan", "Plan – click to open" },
    { "weather", NULL, NULL },
  };
  g_autofree char *folder = NULL;
  TosoYear        *year = plan_fixture_open (&folder);
  g_autoptr (GError) error = NULL;
  TosoSession *session = toso_session_new (year, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = toso_paper_source_describe (cases[i].text, session);
      const char      *page_id = NULL;
      TosoPlace        place;

      g_test_message ("%s: %s", cases[i].text, words);
      g_assert_cmpint (toso_paper_source_find (cases[i].text, session, &page_id, &place), ==, cases[i].page != NULL);
      g_assert_cmpint (words != NULL, ==, cases[i].page != NULL);
      if (words == NULL)
        continue;
      g_assert_cmpstr (page_id, ==, cases[i].page);
      g_assert_true (g_pattern_match_simple (cases[i].words, words));
    }
  g_assert_finalize_object (session);
  plan_fixture_close (year, g_steal_pointer (&folder));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-source/parse", test_parse);
  g_test_add_func ("/paper-source/find", test_find);

  return g_test_run ();
}
