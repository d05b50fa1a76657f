/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lint-paper.h"
#include "papers.h"

/* A measure of the profile bent, one finding. */
static void
test_sizes (void)
{
  static const struct
  {
    const char *measure;
    double      value;
    const char *rule, *clause;
  } cases[] = {
    { "superior_size", 15, "superior", "II.2.b" },
    { "agency_size", 15, "agency", "II.2.b" },
    { "date_size", 11, "date", "II.4.c" },
    { "title_size", 16, "title", "II.5.b" },
    { "signature_size", 12, "capacity", "II.7.đ" },
    { "recipients_size", 13, "recipient", "II.9.d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (GPtrArray) findings = NULL;
      TosoProfile profile = TOSO_PROFILE_DECREE_30;

      g_assert_true (toso_profile_set_measure (&profile, cases[i].measure, cases[i].value));
      findings = test_lint_paper (paper, &profile);
      test_assert_finding (findings, cases[i].rule, cases[i].clause, 1, NULL, NULL);
    }
}

/* Capitals where they should be small, and the other way round. */
static void
test_letters (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;

  g_strfreev (paper->signature);
  paper->signature = g_strsplit ("Chủ tịch", "|", -1);
  g_free (paper->signer);
  paper->signer = g_strdup ("PHẠM XUÂN KHÁNH");
  g_strfreev (paper->title);
  paper->title = g_strsplit ("VỀ VIỆC KIỆN TOÀN", "|", -1);
  findings = test_lint_paper (paper, NULL);
  rules = test_get_rules (findings);
  g_assert_cmpstr (rules, ==, "title capacity signer");
  test_assert_finding (findings, "signer", "II.7.đ", 1, "in capitals", "in small letters");
}

/* The marks of a letter, and the foot of its page. */
static void
test_letter (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;
  TosoProfile      profile = TOSO_PROFILE_DECREE_30;

  profile.drafter_size = 13;
  profile.address_size = 14;
  findings = test_lint_paper (paper, &profile);
  rules = test_get_rules (findings);
  g_assert_cmpstr (rules, ==, "drafter address");
  test_assert_finding (findings, "drafter", "III.3", 1, "13", "11");
  test_assert_finding (findings, "address", "III.4", 1, "14", "11–12");
}

/* The title, on every annex, and the stamp of one in a file of its own. */
static void
test_annex (void)
{
  static const struct
  {
    const char *title;
    double      stamp_size;
    const char *rules;
  } cases[] = {
    { "DANH SÁCH THÔN", 10, "" },
    { "Danh sách thôn", 10, "annex-title" },
    { "DANH SÁCH THÔN", 12, "stamp" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *rules = NULL;
      TosoProfile      profile = TOSO_PROFILE_DECREE_30;

      for (guint a = 0; a < 2; a++)
        {
          TosoAnnex *annex = toso_paper_add_annex (paper, a == 0 ? "Phụ lục I" : "Phụ lục II");

          annex->title = g_strsplit (a == 0 ? "DANH SÁCH TỔ" : cases[i].title, "|", -1);
          annex->reference = g_strdup ("(Kèm theo Quyết định số 05/QĐ-UBND ngày 06 tháng 01 năm 2026 của Ủy ban nhân dân xã Ngọc Liên)");
          annex->stamp = a == 0 ? NULL : g_strdup ("Số: 05/QĐ-UBND; 06/01/2026; 10:20:30");
          toso_annex_add_block (annex, TOSO_BLOCK_BODY, "Danh sách các thôn, làng.");
        }
      profile.stamp_size = cases[i].stamp_size;
      findings = test_lint_paper (paper, &profile);
      rules = test_get_rules (findings);
      g_assert_cmpstr (rules, ==, cases[i].rules);
      if (*cases[i].rules != '\0')
        test_assert_finding (findings, cases[i].rules, i == 1 ? "III.1.b" : "II.8.b", 3, NULL, NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/lint-boxes/sizes", test_sizes);
  g_test_add_func ("/document/lint-boxes/letters", test_letters);
  g_test_add_func ("/document/lint-boxes/letter", test_letter);
  g_test_add_func ("/document/lint-boxes/annex", test_annex);

  return g_test_run ();
}
