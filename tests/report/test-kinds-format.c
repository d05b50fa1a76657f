/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/toso-lint.h"
#include "paper-fixture.h"

/* Our papers are as the decree has them, whatever the period, with the lists of
 * the year filled and the plan issued. */

static void
issue_plan (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlan) plan = toso_year_load_plan (year, &error);

  g_assert_no_error (error);
  g_free (plan->header.number_line);
  plan->header.number_line = g_strdup ("Số: 12/KH-UBND");
  g_free (plan->header.place_date);
  plan->header.place_date = g_strdup ("Ngọc Liên, ngày 11 tháng 01 năm 2026");
  toso_year_set_header (year, &plan->header, &error);
  g_assert_no_error (error);
}

static void
fill_lists (TosoYear *year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);
  g_autofree char *village = test_id_text (((const TosoVillage *) villages->pdata[4])->id);
  g_autofree char *team = test_id_text (test_save (year, "team", "village_id", village, "name", "Tổ CNSCĐ thôn 5", NULL));
  g_autofree char *leader = test_id_text (test_save (year, "member", "name", "Nguyễn Văn An", NULL));

  g_assert_no_error (error);
  test_save (year, "membership", "team_id", team, "member_id", leader, "is_leader", "1", NULL);
  test_save (year, "commendation", "member_id", leader, "form", "Giấy khen", "achievement", "Hướng dẫn 120 hộ", NULL);
  test_save (year, "directive", "content", "Rà soát tài khoản định danh", "number", "15/UBND-VX", "day", "2026-01-03", "issuer", "UBND tỉnh", NULL);
  test_save (year, "inspection", "day", "2026-01-12", "village_id", village, "findings", "Đã có sổ theo dõi", NULL);
  test_save (year, "activity", "day", "2026-01-10", "kind", "bulletin", "count", "3", NULL);
  test_save (year, "training", "title", "Kỹ năng số", "first_day", "2026-01-05", NULL);
}

static void
assert_no_findings (const TosoPaper *paper,
                    const char      *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDocument) document = toso_document_new (paper, NULL, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  g_assert_no_error (error);
  pdf = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);
  findings = toso_lint_pdf (pdf, name, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const TosoLintFinding *finding = findings->pdata[i];

      g_test_message ("%s, page %u: %s: %s: %s, not %s", name, finding->page, finding->where, finding->rule, finding->found, finding->expected);
    }
  if (findings->len > 0)
    g_error ("%s: %u findings", name, findings->len);
}

/* As the register gives them: below ten with a zero. */
static void
issue (TosoPaper *paper)
{
  const char *slash = paper->number_line != NULL ? strchr (paper->number_line, '/') : NULL;

  if (slash != NULL)
    {
      char *number = g_strconcat ("Số: 08", slash, NULL);

      g_free (paper->number_line);
      paper->number_line = number;
    }
  if (paper->place_date != NULL)
    {
      g_free (paper->place_date);
      paper->place_date = g_strdup ("Ngọc Liên, ngày 05 tháng 02 năm 2026");
    }
}

/* A spread, for all kinds in all periods would take minutes: the months with
 * and without a zero, a period with no figures, each kind of period, the first
 * and the last of the year. */
static void
test_periods (TestPapers   *fixture,
              gconstpointer figures)
{
  static const struct
  {
    const char *kind, *period;
  } cases[] = {
    { "month", "2026-01" },
    { "month", "2026-02" },
    { "month", "2026-12" },
    { "quarter", "2026-Q1" },
    { "quarter", "2026-Q4" },
    { "half", "2026-H1" },
    { "nine-month", "2026-9M" },
    { "year", "2026" },
    { "ad-hoc", "2026-02" },
    { "reminder", "2026-01" },
    { "reminder", "2026-10" },
    { "conclusions", "2026-02" },
    { "minutes", "2026-01" },
    { "guidance", NULL },
    { "invitation", NULL },
    { "training", NULL },
    { "proposal", NULL },
    { "commendation", NULL },
    { "strengthening", NULL },
    { "members", NULL },
    { "support", "2026-01" },
    { "register", NULL },
  };

  issue_plan (fixture->year);
  fill_lists (fixture->year);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = NULL;
      g_autofree char *name = g_strdup_printf ("%s %s", cases[i].kind, cases[i].period != NULL ? cases[i].period : "");

      paper = test_compose (fixture, cases[i].kind, cases[i].period);
      issue (paper);
      assert_no_findings (paper, name);
    }
}

/* The plan is cited in full (Annex I, Part I, II.6.b). */
static void
test_plan_cited (TestPapers   *fixture,
                 gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = NULL;
  g_autofree char *text = NULL;

  issue_plan (fixture->year);
  paper = test_compose (fixture, "month", "2026-01");
  text = test_get_text (paper);
  test_assert_has (text, "Thực hiện Kế hoạch số 12/KH-UBND ngày 11 tháng 01 năm 2026 của Ủy ban nhân dân xã Ngọc Liên về hoạt động của Tổ Công nghệ số cộng đồng");
}

#define ADD(name, figures, func) g_test_add ("/report/kinds-format/" name, TestPapers, figures, test_papers_set_up, func, test_papers_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("periods", GINT_TO_POINTER (1), test_periods);
  ADD ("plan-cited", NULL, test_plan_cited);

  return g_test_run ();
}
