/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <string.h>

/* Wrong usage: status 2, usage on stderr, stdout for answers only. */
static void
test_wrong (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const cases[][7] = {
    { NULL },
    { "fly", "plan.toso", NULL },
    { "new", NULL },
    { "new", "plan.toso", NULL },
    { "new", "", "--plan", "a.txt", NULL },
    { "plan", "", NULL },
    { "new", "plan.toso", "other.toso", "--plan", "a.txt", NULL },
    { "new", "plan.toso", "--plan", "a.txt", "--encoding", "viscii", NULL },
    { "plan", NULL },
    { "plan", "text", NULL },
    { "plan", "diff", "plan.toso", NULL },
    { "plan", "plan.toso", "--wings", NULL },
    { "plan", "text", "plan.toso", "--json", NULL },
    { "targets", "plan.toso", "--period", "2026-13", NULL },
    { "targets", "plan.toso", "--period", "Q1", NULL },
    { "paper", "plan.toso", "plan", NULL },
    { "paper", "plan.toso", "months", "-o", "out.pdf", NULL },
    { "chart", "plan.toso", "targets", "-o", "out.bmp", NULL },
    { "chart", "plan.toso", "weather", "-o", "out.png", NULL },
    { "chart", "plan.toso", "targets", "--size", "12", NULL },
    { "chart", "plan.toso", "--size=0x0", "targets", "-oout.png", NULL },
    { "chart", "plan.toso", "--size=99999x100", "targets", "-oout.png", NULL },
    { "slides", "plan.toso", NULL },
    { "slides", "plan.toso", "-oout.svg", NULL },
    { "slides", "plan.toso", "-oout", NULL },
    { "undo", NULL },
    { "import", "plan.toso", "--period", "2026-03", NULL },
    { "import", "plan.toso", "a.csv", NULL },
    { "status", "plan.toso", NULL },
    { "kit", "plan.toso", "--period", "2026-03", NULL },
    { "export", "plan.toso", NULL },
    { "backup", "plan.toso", NULL },
    { "restore", "plan.toso", NULL },
    { "restore", "a", "b", "c", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const *words = cases[i];

      fixture_run (fixture, words[0], words[1], words[2], words[3], words[4], words[5], NULL);
      if (fixture->status != 2)
        g_error ("case %u: status %d: %s", (guint) i, fixture->status, fixture->errors);
      g_assert_cmpstr (fixture->output, ==, "");
      g_assert_nonnull (strstr (fixture->errors, "Usage: toso-cli"));
      fixture_assert_files (fixture, NULL);
    }
}

static void
test_help (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const names[] = {
    "new", "plan", "plan text", "plan diff", "targets", "tasks", "paper", "chart",
    "check", "history", "undo", "redo", "import", "status", "kit", "export", "backup", "restore"
  };

  fixture_do (fixture, "--help", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s FILE", names[i]);

      g_assert_nonnull (strstr (fixture->output, line));
    }

  fixture_do (fixture, "chart", "--help", NULL);
  g_assert_nonnull (strstr (fixture->output, "--size=WxH"));
  g_assert_nonnull (strstr (fixture->output, "--gray"));
  g_assert_null (strstr (fixture->output, "--json"));

  fixture_do (fixture, "--version", NULL);
  g_assert_cmpstr (fixture->output, ==, "toso-cli " TOSO_VERSION "\n");
}

/* Nothing English is left in the Vietnamese help. */
static void
test_help_in_vietnamese (Fixture      *fixture,
                         gconstpointer data)
{
  static const char *const words[] = { "FILE", "SOURCE", "OUT", "OPTION", "Usage", "WxH", "=P ", "=NAME", "TABLE", "DIR", "COPY" };
  static const char *const calls[][2] = { { "--help", NULL }, { "new", "--help" }, { "paper", "--help" }, { "chart", "--help" }, { "import", "--help" }, { "kit", "--help" } };

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      fixture_do_in (fixture, "vi", calls[i][0], calls[i][1], NULL);
      g_assert_nonnull (strstr (fixture->output, "Cách dùng: toso-cli"));
      for (gsize k = 0; k < G_N_ELEMENTS (words); k++)
        if (strstr (fixture->output, words[k]) != NULL)
          g_error ("“%s” in: %s", words[k], fixture->output);
    }
}

#ifdef __linux__
/* An answer that did not get out is no answer. */
static void
test_unwritable_answer (Fixture      *fixture,
                        gconstpointer data)
{
  fixture_make_year (fixture);
  fixture_run_into (fixture, "/dev/full", "plan", "text", "plan.toso", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "could not be written out whole"));
}
#endif

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/usage/wrong", Fixture, NULL, fixture_set_up, test_wrong, fixture_tear_down);
  g_test_add ("/cli/usage/help", Fixture, NULL, fixture_set_up, test_help, fixture_tear_down);
  g_test_add ("/cli/usage/help-in-vietnamese", Fixture, NULL, fixture_set_up, test_help_in_vietnamese, fixture_tear_down);
#ifdef __linux__
  g_test_add ("/cli/usage/unwritable-answer", Fixture, NULL, fixture_set_up, test_unwritable_answer, fixture_tear_down);
#endif

  return g_test_run ();
}
