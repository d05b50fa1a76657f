/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers.h"
#include "read-back.h"

/* Annexes: Decree 30/2020/NĐ-CP, Annex I, Part I, III.1. */

#define PORTRAIT_MIDDLE  TOSO_MM (30 + 82.5)
#define LANDSCAPE_MIDDLE TOSO_MM (30 + 126)

static void
add_text (TosoAnnex  *annex,
          const char *mark,
          guint       n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s%u là một đoạn của phụ lục.", mark, i);

      toso_annex_add_block (annex, TOSO_BLOCK_BODY, text);
    }
}

static void
add_rows (TosoBlock *table,
          guint      n_rows)
{
  static const char *const head[] = { "STT", "Thôn, làng", "Số hộ", "Đã tập huấn", "Lượt hướng dẫn", "Tỷ lệ (%)", "Ghi chú", NULL };

  toso_block_add_row (table, head);
  for (guint i = 1; i <= n_rows; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *name = g_strdup_printf ("Thôn Ngọc %u", i);
      const char      *row[] = { number, name, "93", "2", "1.007", "41,5", "", NULL };

      toso_block_add_row (table, row);
    }
}

/* The plan, an annex of several, and a wide table. */
static TosoPaper *
make_paper (void)
{
  TosoPaper *paper = test_plan_paper (1);
  TosoAnnex *first = toso_paper_add_annex (paper, "Phụ lục I");
  TosoAnnex *second = toso_paper_add_annex (paper, "Phụ lục II");

  first->title = g_strsplit ("DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG|TRÊN ĐỊA BÀN XÃ NGỌC LIÊN", "|", -1);
  first->reference = g_strdup ("(Kèm theo Kế hoạch số      /KH-UBND ngày      tháng 01 năm 2026 của UBND xã Ngọc Liên)");
  add_text (first, "Mục ", 80);
  second->title = g_strsplit ("TỔNG HỢP SỐ LIỆU THEO THÔN, LÀNG", "|", -1);
  second->landscape = TRUE;
  add_rows (toso_annex_add_block (second, TOSO_BLOCK_TABLE, NULL), 41);

  return paper;
}

static double
middle (TestBox box)
{
  return (box.x1 + box.x2) / 2;
}

static int
page_of (TestPdf    *pdf,
         const char *text)
{
  for (int p = 0; p < pdf->n_pages; p++)
    if (strstr (pdf->texts[p], text) != NULL)
      return p;
  g_error ("“%s” is on no page", text);
}

static const TestLine *
get_first_line (TestPdf *pdf,
                int      page)
{
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (pdf->lines, page), 0);
}

/* Each on a page of its own after the signature, in order. */
static void
test_own_pages (void)
{
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  int signature = page_of (pdf, "Phạm Xuân Khánh");
  int first = page_of (pdf, "Phụ lục I");
  int second = page_of (pdf, "Phụ lục II");

  g_assert_cmpint (signature, ==, 4);
  g_assert_cmpint (first, ==, signature + 1);
  g_assert_cmpint (second, >, first + 1);
  g_assert_cmpint (pdf->n_pages, >, second + 1);
  g_assert_cmpstr (get_first_line (pdf, first)->text, ==, "Phụ lục I");
  g_assert_cmpstr (get_first_line (pdf, second)->text, ==, "Phụ lục II");
  g_assert_cmpint (page_of (pdf, "Mục 80 là"), ==, second - 1);
}

static void
test_all_printed (void)
{
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *annex = NULL;

  g_ptr_array_set_size (paper->annexes, 1);
  pdf = test_pdf_new (paper, NULL);
  printed = test_pdf_dup_text (pdf);
  annex = test_paper_text (paper);
  g_assert_true (g_str_has_suffix (printed, strstr (annex, "Phụ lục I DANH SÁCH")));
}

/* Numbers begin anew, and are not shown on the first page of an annex either. */
static void
test_page_numbers (void)
{
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  const int starts[] = { 0, page_of (pdf, "Phụ lục I"), page_of (pdf, "Phụ lục II"), pdf->n_pages };

  for (guint part = 0; part < 3; part++)
    for (int p = starts[part]; p < starts[part + 1]; p++)
      {
        const TestLine  *line = get_first_line (pdf, p);
        g_autofree char *number = g_strdup_printf ("%d", p - starts[part] + 1);

        if (p == starts[part])
          {
            g_assert_cmpstr (line->text, !=, number);
            g_assert_cmpfloat (line->box.y2, >, TOSO_MM (20));
            continue;
          }
        g_assert_cmpstr (line->text, ==, number);
        g_assert_cmpfloat (line->box.y2, <, TOSO_MM (20));
        g_assert_cmpfloat_with_epsilon (middle (line->box), part == 2 ? LANDSCAPE_MIDDLE : PORTRAIT_MIDDLE, 0.5);
      }
}

static void
test_head (void)
{
  static const struct
  {
    const char *text;
    gboolean    bold, italic;
    gboolean    landscape;
  } cases[] = {
    { "Phụ lục I", TRUE, FALSE, FALSE }, /* III.1.b */
    { "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", TRUE, FALSE, FALSE },
    { "TRÊN ĐỊA BÀN XÃ NGỌC LIÊN", TRUE, FALSE, FALSE },
    { "(Kèm theo Kế hoạch số", FALSE, TRUE, FALSE }, /* III.1.c */
    { "Phụ lục II", TRUE, FALSE, TRUE },
    { "TỔNG HỢP SỐ LIỆU THEO THÔN, LÀNG", TRUE, FALSE, TRUE },
  };
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  double before = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestBox box = test_pdf_get (pdf, page_of (pdf, cases[i].text), cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpfloat_with_epsilon (box.size, 14, 0.01);
      g_assert_cmpint (box.bold, ==, cases[i].bold);
      g_assert_cmpint (box.italic, ==, cases[i].italic);
      if (!cases[i].italic) /* the reference takes two lines */
        g_assert_cmpfloat_with_epsilon (middle (box), cases[i].landscape ? LANDSCAPE_MIDDLE : PORTRAIT_MIDDLE, 0.6);
      if (i > 0 && cases[i].landscape == cases[i - 1].landscape)
        g_assert_cmpfloat (box.baseline, >, before);
      before = box.baseline;
    }
}

/* Turned pages: A4 on its side, the table from margin to margin, its head on
 * every page. */
static void
test_landscape (void)
{
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  int second = page_of (pdf, "Phụ lục II");

  for (int p = 0; p < pdf->n_pages; p++)
    {
      PopplerPage *page = poppler_document_get_page (pdf->document, p);
      double       width, height;
      g_autoptr (GArray) rules = NULL;
      TestRule longest = { 0 };

      poppler_page_get_size (page, &width, &height);
      g_object_unref (page);
      g_assert_cmpfloat_with_epsilon (width, TOSO_MM (p >= second ? 297 : 210), 0.3);
      g_assert_cmpfloat_with_epsilon (height, TOSO_MM (p >= second ? 210 : 297), 0.3);
      if (p < second)
        continue;

      rules = test_pdf_find_rules (pdf, p);
      for (guint i = 0; i < rules->len; i++)
        {
          TestRule rule = g_array_index (rules, TestRule, i);

          g_assert_cmpfloat (rule.y, <, TOSO_MM (210 - 20) + 2);
          if (rule.x2 - rule.x1 > longest.x2 - longest.x1)
            longest = rule;
        }
      g_assert_cmpfloat_with_epsilon (longest.x1, TOSO_MM (30), 1);
      g_assert_cmpfloat_with_epsilon (longest.x2, TOSO_MM (297 - 15), 1);
      g_assert_cmpfloat (test_pdf_get (pdf, p, "Lượt hướng dẫn").y1, <, TOSO_MM (60));
    }
}

/* A paper whose own text is on turned pages: nation and motto stay whole, the
 * sides keep their shares. */
static void
test_landscape_body (void)
{
  g_autoptr (TosoPaper) paper = test_table_paper (12);
  g_autoptr (TestPdf) pdf = NULL;
  TestBox nation, signature;

  paper->landscape = TRUE;
  pdf = test_pdf_new (paper, NULL);
  nation = test_pdf_get (pdf, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  g_assert_cmpfloat_with_epsilon (middle (nation), TOSO_MM (30 + 252.0 * (66 + 49.5) / 165), 0.6);
  signature = test_pdf_get (pdf, pdf->n_pages - 1, "CHỦ TỊCH");
  g_assert_cmpfloat (signature.x1, >, TOSO_MM (150));
  g_assert_cmpfloat (signature.x2, <, TOSO_MM (282));
}

/* An annex of one line; one with no head; one with nothing at all. */
static void
test_bare (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  int n_pages;

  toso_annex_add_block (toso_paper_add_annex (paper, NULL), TOSO_BLOCK_BODY, "Chỉ có lời văn.");
  toso_paper_add_annex (paper, "Phụ lục");
  toso_paper_add_annex (paper, NULL);
  pdf = test_pdf_new (paper, NULL);
  n_pages = page_of (pdf, "Chỉ có lời văn.");
  g_assert_cmpint (pdf->n_pages, ==, n_pages + 2);
  g_assert_cmpstr (get_first_line (pdf, n_pages)->text, ==, "Chỉ có lời văn.");
}

static void
test_outline (void)
{
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  PopplerIndexIter *iter = poppler_index_iter_new (pdf->document);
  guint             found = 0;

  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);

      if (g_str_has_prefix (action->any.title, "Phụ lục I"))
        {
          const char *expected = found == 0 ? "Phụ lục I. DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG TRÊN ĐỊA BÀN XÃ NGỌC LIÊN"
                                            : "Phụ lục II. TỔNG HỢP SỐ LIỆU THEO THÔN, LÀNG";

          g_assert_cmpstr (action->any.title, ==, expected);
          g_assert_cmpint (action->goto_dest.dest->page_num - 1, ==, page_of (pdf, found == 0 ? "Phụ lục I" : "Phụ lục II"));
          found++;
        }
      poppler_action_free (action);
    }
  while (poppler_index_iter_next (iter));
  poppler_index_iter_free (iter);
  g_assert_cmpuint (found, ==, 2);
}

/* The mark is upright in the margin of every page, also of turned ones. */
static void
test_mark (void)
{
  g_autoptr (TosoPaper) paper = make_paper ();
  g_autoptr (TestPdf) pdf = NULL;

  paper->watermark = g_strdup ("SỐ LIỆU MẪU");
  pdf = test_pdf_new (paper, NULL);
  for (int p = 0; p < pdf->n_pages; p++)
    {
      TestBox box = test_pdf_get (pdf, p, "SỐ LIỆU MẪU");
      double  right = TOSO_MM (p >= page_of (pdf, "Phụ lục II") ? 282 : 195);

      g_assert_cmpfloat (box.y2, <, TOSO_MM (20));
      g_assert_cmpfloat_with_epsilon (box.x2, right, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/annex/own-pages", test_own_pages);
  g_test_add_func ("/document/annex/all-printed", test_all_printed);
  g_test_add_func ("/document/annex/page-numbers", test_page_numbers);
  g_test_add_func ("/document/annex/head", test_head);
  g_test_add_func ("/document/annex/landscape", test_landscape);
  g_test_add_func ("/document/annex/landscape-body", test_landscape_body);
  g_test_add_func ("/document/annex/bare", test_bare);
  g_test_add_func ("/document/annex/outline", test_outline);
  g_test_add_func ("/document/annex/mark", test_mark);

  return g_test_run ();
}
