/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "core/toso-rule.h"

#define MISSING NAN

static TosoFigure
figure (double value)
{
  return isnan (value) ? TOSO_FIGURE_MISSING : TOSO_FIGURE (value);
}

static void
add_rule (GPtrArray   *rules,
          const char  *code,
          TosoSeverity severity,
          double       parameter)
{
  TosoRule *rule = toso_rule_new (code);

  rule->severity = severity;
  rule->parameter = figure (parameter);
  g_free (rule->question);
  rule->question = g_strdup ("{village}/{indicator}/{value}/{other}/{parameter}");
  g_ptr_array_add (rules, rule);
}

static GPtrArray *
all_rules (void)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_rule_free);

  add_rule (rules, TOSO_RULE_ROUND, TOSO_SEVERITY_NOTE, 10);
  add_rule (rules, TOSO_RULE_SAME, TOSO_SEVERITY_NOTE, MISSING);
  add_rule (rules, TOSO_RULE_HISTORY, TOSO_SEVERITY_NOTE, 0.5);
  add_rule (rules, TOSO_RULE_FALLS, TOSO_SEVERITY_ASK, MISSING);
  add_rule (rules, TOSO_RULE_TENFOLD, TOSO_SEVERITY_ASK, 10);
  add_rule (rules, TOSO_RULE_COMMUNE_TOTAL, TOSO_SEVERITY_ASK, MISSING);
  add_rule (rules, TOSO_RULE_PART_WHOLE, TOSO_SEVERITY_REFUSE, MISSING);
  /* One that a later version may know. */
  add_rule (rules, "moon", TOSO_SEVERITY_REFUSE, MISSING);
  return rules;
}

static char *
list_codes (GPtrArray *findings)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const TosoFinding *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (codes, "%s%s", i > 0 ? " " : "", finding->rule->code);
    }

  return g_string_free (g_steal_pointer (&codes), FALSE);
}

static void
test_cells (void)
{
  static const struct
  {
    double       numerator, denominator, previous;
    TosoOverTime over_time;
    double       history[6];
    guint        n_history;
    double       commune;
    const char  *codes;
  } cases[] = {
    { 46, 100, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "" },
    { 100, 100, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "" },
    { 101, 100, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "part-whole" },
    { 101, MISSING, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "" },
    /* A stock does not fall; what happened in a month may. */
    { 39, 100, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "falls" },
    { 39, 100, 40, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "" },
    { 0, 100, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "falls" },
    { MISSING, 100, 40, TOSO_OVER_TIME_STOCK, { 0 }, 0, MISSING, "" },
    /* A digit too many, or too few. */
    { 460, MISSING, 46, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "tenfold" },
    { 459, MISSING, 46, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "" },
    { 46, MISSING, 460, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "tenfold" },
    { 46, MISSING, 0, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "" },
    { 10, MISSING, 1, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "" },
    { 460, 100, 46, TOSO_OVER_TIME_FLOW, { 0 }, 0, MISSING, "part-whole tenfold" },
    /* The village's own history. */
    { 55, MISSING, 40, TOSO_OVER_TIME_STOCK, { 10, 20, 30, 40 }, 4, MISSING, "" },
    { 56, MISSING, 40, TOSO_OVER_TIME_STOCK, { 10, 20, 30, 40 }, 4, MISSING, "history" },
    { 56, MISSING, 40, TOSO_OVER_TIME_STOCK, { 20, 30, 40 }, 3, MISSING, "" },
    { 7, MISSING, 5, TOSO_OVER_TIME_FLOW, { 5, 5, 5, 5, 5 }, 5, MISSING, "" },
    /* The commune's sum in a village's row. */
    { 1234, MISSING, MISSING, TOSO_OVER_TIME_STOCK, { 0 }, 0, 1234, "commune-total" },
    { 1234, MISSING, 1234, TOSO_OVER_TIME_STOCK, { 0 }, 0, 1234, "" }, /* the only one that reports */
    { 3, MISSING, MISSING, TOSO_OVER_TIME_STOCK, { 0 }, 0, 3, "" },
  };
  g_autoptr (GPtrArray) rules = all_rules ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoRuleCell cell = {
        .indicator = "Hộ",
        .over_time = cases[i].over_time,
        .numerator = figure (cases[i].numerator),
        .denominator = figure (cases[i].denominator),
        .previous = figure (cases[i].previous),
        .history = cases[i].history,
        .n_history = cases[i].n_history,
        .commune = figure (cases[i].commune),
      };
      g_autoptr (GPtrArray) findings = toso_rules_check (rules, "Thôn 2", &cell, 1);
      g_autofree char *codes = list_codes (findings);

      g_assert_cmpstr (codes, ==, cases[i].codes);
    }
}

static void
test_rows (void)
{
  static const struct
  {
    double      now[4];
    double      before[4];
    const char *codes;
  } cases[] = {
    { { 11, 22, 33, 44 }, { 11, 22, 33, 44 }, "same" },
    { { 11, 22, 33, MISSING }, { 11, 22, 33, 44 }, "same" },
    { { 11, 22, 33, 45 }, { 11, 22, 33, 44 }, "" },
    { { 11, 22, MISSING, MISSING }, { 11, 22, 33, 44 }, "" }, /* two are no habit */
    { { 11, 22, 33, 44 }, { 11, 22, MISSING, MISSING }, "" },
    { { 10, 20, 130, 40 }, { MISSING, MISSING, MISSING, MISSING }, "round" },
    { { 10, 20, 130, 0 }, { MISSING, MISSING, MISSING, MISSING }, "round" },
    { { 10, 20, 131, 40 }, { MISSING, MISSING, MISSING, MISSING }, "" },
    { { 0, 0, 0, 0 }, { MISSING, MISSING, MISSING, MISSING }, "" },
    { { 10, 20, 30, 40 }, { 10, 20, 30, 40 }, "round same" },
    { { MISSING, MISSING, MISSING, MISSING }, { MISSING, MISSING, MISSING, MISSING }, "" },
  };
  g_autoptr (GPtrArray) rules = all_rules ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoRuleCell cells[4] = { 0 };
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *codes = NULL;

      for (guint j = 0; j < 4; j++)
        {
          cells[j].indicator = "Hộ";
          cells[j].numerator = figure (cases[i].now[j]);
          cells[j].previous = figure (cases[i].before[j]);
        }
      findings = toso_rules_check (rules, "Thôn 2", cells, 4);
      codes = list_codes (findings);
      g_assert_cmpstr (codes, ==, cases[i].codes);
    }
}

static void
test_questions (void)
{
  g_autoptr (GPtrArray) rules = all_rules ();
  g_autoptr (GPtrArray) findings = NULL;
  TosoRuleCell cells[] = {
    { .indicator = "Tài khoản", .numerator = TOSO_FIGURE (12), .denominator = TOSO_FIGURE (20) },
    { .indicator = "Hộ {other}", .numerator = TOSO_FIGURE (1234.5), .denominator = TOSO_FIGURE (1000) },
  };
  const TosoFinding *finding;

  findings = toso_rules_check (rules, "Thôn {value}", cells, 2);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->cell, ==, 1);
  /* What stands in a name is not filled in. */
  g_assert_cmpstr (finding->question, ==, "Thôn {value}/Hộ {other}/1.234,5/1.000/—");
}

static void
test_off_is_off (void)
{
  g_autoptr (GPtrArray) rules = all_rules ();
  g_autoptr (GPtrArray) findings = NULL;
  TosoRuleCell cell = { .indicator = "Hộ", .numerator = TOSO_FIGURE (30), .denominator = TOSO_FIGURE (20) };

  for (guint i = 0; i < rules->len; i++)
    ((TosoRule *) g_ptr_array_index (rules, i))->severity = TOSO_SEVERITY_OFF;
  findings = toso_rules_check (rules, "Thôn 2", &cell, 1);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/rule/cells", test_cells);
  g_test_add_func ("/core/rule/rows", test_rows);
  g_test_add_func ("/core/rule/questions", test_questions);
  g_test_add_func ("/core/rule/off-is-off", test_off_is_off);

  return g_test_run ();
}
