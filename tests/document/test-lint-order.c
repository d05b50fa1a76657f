/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <pango/pangocairo.h>

#include "lint-paper.h"
#include "papers.h"

/* What is counted, and what the decree has beside the text. */

static void
assert_text (const char *text,
             const char *rules)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) findings = toso_lint_paragraphs ((const char *const *) paragraphs);
  g_autofree char *found = test_get_rules (findings);

  if (!g_str_equal (found, rules))
    g_error ("“%s”: %s, not %s", text, found, rules);
}

/* None left out, none twice; counted anew where something else begins. */
static void
test_numbers (void)
{
  static const char *const cases[][2] = {
    { "1. Một.\n2. Hai.\n3. Ba.", "" },
    { "1. Một.\n2. Hai.\n2. Ba.", "numbering" },
    { "1. Một.\n2. Hai.\n1. Ba.", "numbering" },
    { "1. Một.\n1. Hai.", "numbering" },
    { "2. Hai.\n3. Ba.", "numbering" },
    { "I. MỘT\n1. A.\n2. B.\nII. HAI\n1. C.", "" },
    { "I. MỘT\n1. A.\n2. B.\nI. HAI\n1. C.", "numbering" },
    { "1. Một.\n2. Hai.\nDANH SÁCH THÔN\n1. Thôn Ngọc Minh.", "" },
    { "Điều 1. Một.\n1. A.\n2. B.\nĐiều 2. Hai.\n1. C.\nĐiều 3. Ba.", "" },
    { "Điều 1. Một.\nĐiều 3. Ba.", "numbering" },
    { "Điều 1. Một.\nĐiều 1. Hai.", "numbering" },
    { "Điều 1. Một.\nĐiều 2. Hai.\nQUY CHẾ HOẠT ĐỘNG\nĐiều 1. Phạm vi.\nĐiều 2. Đối tượng.", "" },
    { "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. A.\nĐiều 2. B.\nChương II\nTỔ CHỨC\nMục 1\nTỔ CÔNG NGHỆ SỐ\nĐiều 3. C.\nMục 2\nTHÔN\nĐiều 4. D.", "" },
    { "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. A.\nChương III\nTỔ CHỨC\nĐiều 2. B.", "numbering" },
    { "Phần I\nTÌNH HÌNH\nPhần III\nNHIỆM VỤ", "numbering" },
    { "Chương I\nMỘT\nMục 1\nA\nMục 3\nB", "numbering" },
    { "1. Một\n1.1. Tuyên truyền.\n1.2. Tập huấn.\n2. Hai\n2.1. Khen thưởng.", "" },
    { "1. Một\n1.1. Tuyên truyền.\n1.3. Tập huấn.", "numbering" },
    { "1. Một\nNội dung.\n2. Hai\n1.1. Tuyên truyền.", "numbering" },
    { "a) Một;\nb) Hai;\na) Ba.", "numbering" },
    { "Về đất:\na) Một;\nb) Hai.\nVề nhà:\na) Ba.", "" },
    { "1.234 hộ.\nĐiều kiện khác.\nĐiều 5 của Luật.\nMục tiêu chung.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (cases[i][0], cases[i][1]);
  {
    const char *const text[] = { "Điều 1. Một.", "Điều 3. Ba.", NULL };
    g_autoptr (GPtrArray) findings = toso_lint_paragraphs (text);

    test_assert_finding (findings, "numbering", "II.6.đ", 0, "Điều 3", "Điều 2");
  }
}

/* In roman numbers, one after the other (III.1.a). */
static void
test_annexes (void)
{
  static const char *const cases[][2] = {
    { "Nội dung (có danh sách kèm theo).\nPhụ lục\nDANH SÁCH", "" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục I\nDANH SÁCH\nPhụ lục II\nBẢNG", "" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục I\nDANH SÁCH\nPhụ lục III\nBẢNG", "annex-order" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục I\nDANH SÁCH\nPhụ lục I\nBẢNG", "annex-order" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục II\nDANH SÁCH", "annex-order" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục\nDANH SÁCH\nPhụ lục\nBẢNG", "annex-order annex-order" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục 1\nDANH SÁCH\nPhụ lục 2\nBẢNG", "annex-order annex-order" },
    { "Nội dung.\nPhụ lục\nDANH SÁCH\n(Kèm theo Kế hoạch số 12/KH-UBND)", "annex-pointer" },
    { "Nội dung tại Phụ lục I.\nPhụ lục I\nDANH SÁCH\nPhụ lục II\nBẢNG", "" },
    /* In a file of its own. */
    { "Phụ lục II\nDANH SÁCH", "" },
    { "Nội dung tại Phụ lục III.\nPhụ lục III kèm theo Kế hoạch này.", "" },
    { "Nội dung (có danh sách kèm theo).\nPhụ lục ….\nDANH SÁCH", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (cases[i][0], cases[i][1]);
}

/* On pages they are found by where they stand. */
static void
test_annex_pages (void)
{
  static const char *const labels[][3] = { { "Phụ lục I", "Phụ lục II", "Phụ lục III" }, { "Phụ lục I", "Phụ lục III", "Phụ lục III" } };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *rules = NULL;

      for (guint a = 0; a < 3; a++)
        toso_annex_add_block (toso_paper_add_annex (paper, labels[i][a]), TOSO_BLOCK_BODY, "Danh sách các thôn, làng.");
      findings = test_lint_paper (paper, NULL);
      rules = test_get_rules (findings);
      g_assert_cmpstr (rules, ==, i == 0 ? "" : "annex-order");
      if (i > 0)
        test_assert_finding (findings, "annex-order", "III.1.a", 3, "Phụ lục III", "Phụ lục II");
    }
}

/* A letter with a list that it does not speak of. */
static void
test_annex_pointer (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;

  toso_annex_add_block (toso_paper_add_annex (paper, "Phụ lục"), TOSO_BLOCK_BODY, "Danh sách các thôn, làng.");
  findings = test_lint_paper (paper, NULL);
  rules = test_get_rules (findings);
  g_assert_cmpstr (rules, ==, "annex-pointer");
  test_assert_finding (findings, "annex-pointer", "III.1.a", 2, NULL, NULL);
}

/* A letter's symbol begins with the agency (II.3.b); on a page the number has a
 * size of its own. */
static void
test_letter_code (void)
{
  static const char *const cases[][2] = {
    { "Số: 112/UBND-VHXH", "" },
    { "Số: 112/CV-UBND", "letter-code" },
    { "Số: 112/BC-UBND", "letter-code" },
    { "Số:      /TB-UBND", "letter-code" },
    { "Số: 5/UBND-VHXH", "number-zero" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_letter_paper ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *rules = NULL;

      g_free (paper->number_line);
      paper->number_line = g_strdup (cases[i][0]);
      findings = test_lint_paper (paper, NULL);
      rules = test_get_rules (findings);
      g_assert_cmpstr (rules, ==, cases[i][1]);
    }
  assert_text ("Số: 12/KH-UBND\nV/v hoạt động năm 2026", "letter-code");
  assert_text ("Số: 12/CV-UBND", "letter-code");
  assert_text ("Số: 12/UBND-VHXH\nV/v báo cáo\nKẾ HOẠCH", "");
}

/* Bases lean (II.6.a); a sentence that only begins like one does not. */
static void
test_bases (void)
{
  static const TosoBlockKind kinds[] = { TOSO_BLOCK_BASIS, TOSO_BLOCK_BODY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *rules = NULL;

      ((TosoBlock *) paper->blocks->pdata[0])->kind = kinds[i];
      toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Căn cứ tình hình thực tế, các thôn, làng chủ động thực hiện.");
      findings = test_lint_paper (paper, NULL);
      rules = test_get_rules (findings);
      g_assert_cmpstr (rules, ==, i == 0 ? "" : "basis-italic");
      if (i > 0)
        test_assert_finding (findings, "basis-italic", "II.6.a", 1, "upright", "italic");
    }
}

/* --- around the text --- */

static void
keep (cairo_t *cr,
      guint    page)
{
}

/* The letter's rule is at the top of its two lines of address. */
static void
cover (cairo_t *cr,
       guint    page,
       double   from)
{
  double y = TOSO_MM (277) - 36;

  if (page > 0)
    return;
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, from, y, TOSO_MM (200) - from, 9);
  cairo_fill (cr);
}

static void
cover_rule (cairo_t *cr,
            guint    page)
{
  cover (cr, page, TOSO_MM (20));
}

static void
cover_half (cairo_t *cr,
            guint    page)
{
  cover (cr, page, TOSO_MM (112.5));
}

/* Over the address, from margin to margin (III.4). */
static void
test_address (void)
{
  static const struct
  {
    TestRepaint repaint;
    const char *found;
  } cases[] = {
    { keep, NULL },
    { cover_rule, "no solid rule over it" },
    { cover_half, "82" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_letter_paper ();
      g_autoptr (GPtrArray) findings = test_lint_repainted (paper, cases[i].repaint);
      g_autofree char *rules = test_get_rules (findings);

      g_assert_cmpstr (rules, ==, cases[i].found != NULL ? "address-rule" : "");
      if (cases[i].found != NULL)
        test_assert_finding (findings, "address-rule", "III.4", 1, cases[i].found, "as wide as the text: 16");
    }
}

/* Box 14: who copied it, and when, in the top right corner (Part II, I.3). */
static void
stamp (cairo_t *cr,
       guint    page,
       double   size)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Liberation Serif");
  g_autoptr (PangoLayout) layout = NULL;

  if (page > 0)
    return;
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  layout = pango_cairo_create_layout (cr);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "SAO Y; UBND xã Ngọc Liên; 06/01/2026 10:20:30", -1);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, TOSO_MM (112), TOSO_MM (8));
  pango_cairo_show_layout (cr, layout);
}

static void
stamp_well (cairo_t *cr,
            guint    page)
{
  stamp (cr, page, 10);
}

static void
stamp_large (cairo_t *cr,
             guint    page)
{
  stamp (cr, page, 12);
}

static void
test_copy (void)
{
  static const TestRepaint repaints[] = { stamp_well, stamp_large };

  for (guint i = 0; i < G_N_ELEMENTS (repaints); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (GPtrArray) findings = test_lint_repainted (paper, repaints[i]);
      g_autofree char *rules = test_get_rules (findings);

      g_assert_cmpstr (rules, ==, i == 0 ? "" : "stamp");
      if (i > 0)
        test_assert_finding (findings, "stamp", "", 1, "12", "10");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/lint-order/numbers", test_numbers);
  g_test_add_func ("/document/lint-order/annexes", test_annexes);
  g_test_add_func ("/document/lint-order/annex-pages", test_annex_pages);
  g_test_add_func ("/document/lint-order/annex-pointer", test_annex_pointer);
  g_test_add_func ("/document/lint-order/letter-code", test_letter_code);
  g_test_add_func ("/document/lint-order/bases", test_bases);
  g_test_add_func ("/document/lint-order/address", test_address);
  g_test_add_func ("/document/lint-order/copy", test_copy);

  return g_test_run ();
}
