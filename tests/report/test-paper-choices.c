/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-register.h"
#include "paper-fixture.h"
#include "report/toso-draft.h"
#include "store/toso-year-register.h"

/* Who signs a paper, and to whom it goes. */

static gint64
add_signatory (TestPapers *papers,
               const char *name,
               const char *authority,
               const char *lines,
               const char *first_day,
               const char *last_day)
{
  return test_save (papers->year, "signatory", "name", name, "authority", authority, "lines", lines,
                    "first_day", first_day, "last_day", last_day, NULL);
}

static void
undo (TestPapers *papers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = toso_year_undo (papers->year, &error);

  g_assert_no_error (error);
}

static TosoPaper *
compose_on (TestPapers *papers,
            const char *kind,
            gint64      signatory_id,
            TosoDate    day)
{
  g_autoptr (GError) error = NULL;
  TosoPaper *paper = toso_report_paper_signed (papers->year, kind, NULL, signatory_id, day, &error);

  g_assert_no_error (error);

  return paper;
}

static void
assert_foot (TestPapers *papers,
             const char *kind,
             gint64      signatory_id,
             TosoDate    day,
             TosoSigning signing,
             const char *lines,
             const char *signer)
{
  g_autoptr (TosoPaper) paper = compose_on (papers, kind, signatory_id, day);
  g_autofree char *printed = g_strjoinv ("|", paper->signature);
  g_autofree char *remark = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPaperChoices) choices = toso_paper_choices_load (papers->year, kind, signatory_id, day, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (printed, ==, lines);
  g_assert_cmpstr (paper->signer, ==, signer);
  g_assert_cmpint (choices->signing, ==, signing);
  g_assert_cmpint (choices->signer_id != 0, ==, signing == TOSO_SIGNING_FOUND);
  remark = toso_paper_choices_remark (choices);
  g_assert_cmpint (remark != NULL, ==, signing == TOSO_SIGNING_NOBODY || signing == TOSO_SIGNING_UNDECIDED);
}

/* A paper says who could sign on its own day, not on that of another. */
static void
test_by_day (TestPapers   *papers,
             gconstpointer data)
{
  const TosoDate spring = { 2026, 4, 5 }, autumn = { 2026, 10, 1 }, winter = { 2026, 12, 30 };

  add_signatory (papers, "Lê Văn An", "TM.", "Ủy ban nhân dân\nChủ tịch", "", "2026-06-30");
  add_signatory (papers, "Trần Thị Bình", "", "TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH", "2026-07-01", "2026-11-30");
  assert_foot (papers, "quarter", 0, spring, TOSO_SIGNING_FOUND, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "Lê Văn An");
  assert_foot (papers, "quarter", 0, autumn, TOSO_SIGNING_FOUND, "TM. ỦY BAN NHÂN DÂN|Q. CHỦ TỊCH", "Trần Thị Bình");
  assert_foot (papers, "quarter", 0, winter, TOSO_SIGNING_NOBODY, "", NULL);
}

/* The head signs unless a deputy was chosen; two heads are asked about. */
static void
test_several (TestPapers   *papers,
              gconstpointer data)
{
  const TosoDate day = { 2026, 4, 5 };
  gint64         deputy, second;

  add_signatory (papers, "Lê Văn An", "TM.", "ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "", "");
  deputy = add_signatory (papers, "Đỗ Văn Cường", "TM.", "ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "", "");
  assert_foot (papers, "reminder", 0, day, TOSO_SIGNING_FOUND, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "Lê Văn An");
  assert_foot (papers, "reminder", deputy, day, TOSO_SIGNING_FOUND, "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH",
               "Đỗ Văn Cường");
  second = add_signatory (papers, "Mai Văn Dũng", "TM.", "ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "", "");
  assert_foot (papers, "reminder", 0, day, TOSO_SIGNING_UNDECIDED, "", NULL);
  assert_foot (papers, "reminder", second, day, TOSO_SIGNING_FOUND, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH", "Mai Văn Dũng");
}

/* The office's own submission is its head's; who signs by order of the
 * committee's head signs for the committee. */
static void
test_office (TestPapers   *papers,
             gconstpointer data)
{
  const TosoDate   day = { 2026, 4, 5 };
  g_autofree char *office = test_id_text (test_save (papers->year, "unit", "name", "Phòng Văn hóa - Xã hội", NULL));

  test_save (papers->year, "signatory", "name", "Ngô Thị Giang", "lines", "Trưởng phòng", "unit_id", office, NULL);
  assert_foot (papers, "proposal", 0, day, TOSO_SIGNING_FOUND, "TRƯỞNG PHÒNG", "Ngô Thị Giang");
  assert_foot (papers, "quarter", 0, day, TOSO_SIGNING_NOBODY, "", NULL);
  test_save (papers->year, "signatory", "name", "Ngô Thị Giang", "authority", "TL.", "lines", "Chủ tịch\nTrưởng phòng",
             "unit_id", office, NULL);
  assert_foot (papers, "quarter", 0, day, TOSO_SIGNING_FOUND, "TL. CHỦ TỊCH|TRƯỞNG PHÒNG", "Ngô Thị Giang");
}

/* The choice is the draft's: kept with it, taken back by one undo, and printed
 * on the day of issue. */
static void
test_choice_is_kept (TestPapers   *papers,
                     gconstpointer data)
{
  gint64 deputy = add_signatory (papers, "Đỗ Văn Cường", "KT.", "CHỦ TỊCH\nPHÓ CHỦ TỊCH", "", "");
  g_autoptr (TosoDraft) draft = NULL;
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  add_signatory (papers, "Lê Văn An", "TM.", "ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "", "");
  draft = toso_draft_open (papers->year, "quarter", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (toso_draft_choose_signer (draft, deputy, &error));
  g_assert_no_error (error);
  paper = toso_draft_make_paper (draft, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (paper->signer, ==, "Đỗ Văn Cường");
  g_assert_cmpstr (toso_draft_find_block (draft, "signer")->text, ==, "Đỗ Văn Cường");
  g_assert_true (toso_draft_issue (draft, 3, (TosoDate){ 2026, 4, 6 }, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (toso_draft_find_block (draft, "signer")->text, ==, "Đỗ Văn Cường");
  g_assert_cmpint (toso_draft_get_kept (draft)->signatory_id, ==, deputy);

  undo (papers);
  undo (papers);
  g_assert_true (toso_draft_reload (draft, &error));
  g_assert_cmpstr (toso_draft_find_block (draft, "signer")->text, ==, "Lê Văn An");
}

/* Of two lists for reports, each report type has its own; a letter's is a
 * setting.  A list that is gone is nobody's. */
static void
test_lists (TestPapers   *papers,
            gconstpointer data)
{
  const TosoRegister *lists = toso_registers_find ("recipient_list");
  gint64              second, letters;
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  test_save (papers->year, "recipient_list", "name", "A", "paper_kind", "BC", "lines", "Sở A", NULL);
  second = test_save (papers->year, "recipient_list", "name", "B", "paper_kind", "BC", "lines", "Sở B", NULL);
  letters = test_save (papers->year, "recipient_list", "name", "C", "paper_kind", "CV", "lines", "Các thôn", NULL);
  test_save (papers->year, "recipient_list", "name", "0", "paper_kind", "CV", "lines", "Khác", NULL);
  g_assert_true (toso_year_set_recipient_list (papers->year, "quarter", second, &error));
  g_assert_true (toso_year_set_recipient_list (papers->year, "reminder", letters, &error));
  g_assert_no_error (error);
  paper = test_compose (papers, "quarter", NULL);
  g_assert_cmpstr (paper->recipients[0], ==, "- Sở B;");
  g_clear_pointer (&paper, toso_paper_free);
  paper = test_compose (papers, "month", NULL);
  g_assert_cmpstr (paper->recipients[0], ==, "- Sở A;");
  g_clear_pointer (&paper, toso_paper_free);
  paper = test_compose (papers, "reminder", NULL);
  g_assert_cmpstr (paper->recipients[1], ==, "- Các thôn;");

  undo (papers);
  g_assert_true (toso_year_get_recipient_list (papers->year, "reminder", &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, ==, 0);
  g_assert_true (toso_year_remove_records (papers->year, lists, &second, 1, &error));
  g_assert_no_error (error);
  g_clear_pointer (&paper, toso_paper_free);
  paper = test_compose (papers, "quarter", NULL);
  g_assert_cmpstr (paper->recipients[0], ==, "- Sở A;");
}

/* The plan's head says its number once it has one: whoever makes the paper. */
static void
test_plan_number (TestPapers   *papers,
                  gconstpointer data)
{
  g_autoptr (TosoDraft) plan = NULL;
  g_autoptr (TosoDraft) again = NULL;
  g_autoptr (TosoPaper) paper = NULL;
  g_autoptr (TosoPaper) draft_paper = NULL;
  g_autoptr (GError) error = NULL;

  plan = toso_draft_open (papers->year, "plan", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (toso_draft_issue (plan, 7, (TosoDate){ 2026, 2, 9 }, NULL, &error));
  g_assert_no_error (error);
  paper = test_compose (papers, "plan", NULL);
  g_assert_nonnull (strstr (paper->number_line, " 07/"));
  g_assert_nonnull (strstr (paper->place_date, "ngày 09 tháng 02 năm 2026"));
  again = toso_draft_open (papers->year, "plan", NULL, &error);
  g_assert_no_error (error);
  draft_paper = toso_draft_make_paper (again, &error);
  g_assert_cmpstr (draft_paper->number_line, ==, paper->number_line);
  /* One that takes its place has a number of its own. */
  g_assert_true (toso_draft_issue (again, 12, (TosoDate){ 2026, 5, 3 }, NULL, &error));
  g_assert_no_error (error);
  g_clear_pointer (&paper, toso_paper_free);
  paper = test_compose (papers, "plan", NULL);
  g_assert_nonnull (strstr (paper->number_line, " 12/"));
}

#define ADD(name, test) \
  g_test_add ("/paper-choices/" name, TestPapers, GINT_TO_POINTER (FALSE), test_papers_set_up, test, test_papers_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("by-day", test_by_day);
  ADD ("several", test_several);
  ADD ("office", test_office);
  ADD ("choice-is-kept", test_choice_is_kept);
  ADD ("lists", test_lists);
  ADD ("plan-number", test_plan_number);

  return g_test_run ();
}
