/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers.h"
#include "read-back.h"

#define LEFT   TOSO_MM (30)
#define RIGHT  TOSO_MM (195)
#define INDENT TOSO_MM (12.7)

static TosoPaper *
paper_of (const char *text)
{
  TosoPaper *paper = toso_paper_new ();

  toso_paper_add_block (paper, TOSO_BLOCK_BODY, text);

  return paper;
}

/* Lines of the body: what is under the head's second line. */
static GPtrArray *
body_lines (TestPdf *pdf)
{
  GPtrArray *all = g_ptr_array_index (pdf->lines, 0);
  GPtrArray *lines = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TestLine *line = g_ptr_array_index (all, i);

      if (!g_str_has_prefix (line->text, "CỘNG HÒA") && !g_str_has_prefix (line->text, "Độc lập -"))
        g_ptr_array_add (lines, line);
    }

  return lines;
}

/* II.6.e: both edges straight, first line 12.7 mm in, last line left, and
 * every line 1.149 em under the one before. */
static void
test_justified (void)
{
  g_autoptr (TosoPaper) paper = paper_of ("Phối hợp triển khai các nội dung Kế hoạch theo chức năng, nhiệm vụ được giao; tuyên truyền, vận động đoàn viên, hội viên và Nhân dân tham gia các hoạt động chuyển đổi số tại địa phương; định kỳ báo cáo kết quả thực hiện về Ủy ban nhân dân xã để tổng hợp theo quy định.");
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  g_autoptr (GPtrArray) lines = body_lines (pdf);

  g_assert_cmpuint (lines->len, ==, 4);
  for (guint i = 0; i < lines->len; i++)
    {
      const TestLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpfloat_with_epsilon (line->box.x1, i == 0 ? LEFT + INDENT : LEFT, 0.3);
      if (i + 1 < lines->len)
        /* Cairo rounds glyph widths in the file down: up to 1/1000 em a letter. */
        g_assert_cmpfloat_with_epsilon (line->box.x2, RIGHT, 0.5);
      else
        g_assert_cmpfloat (line->box.x2, <, RIGHT - 20);
      if (i > 0)
        {
          const TestLine *before = g_ptr_array_index (lines, i - 1);

          g_assert_cmpfloat_with_epsilon (line->box.baseline - before->box.baseline, 14 * 1.149, 0.02);
        }
    }
}

/* 6 points between paragraphs. */
static void
test_paragraph_gap (void)
{
  g_autoptr (TosoPaper) paper = paper_of ("Đoạn thứ nhất.");
  g_autoptr (TestPdf) pdf = NULL;

  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đoạn thứ hai.");
  pdf = test_pdf_new (paper, NULL);
  g_assert_cmpfloat_with_epsilon (test_pdf_get (pdf, 0, "Đoạn thứ hai.").baseline - test_pdf_get (pdf, 0, "Đoạn thứ nhất.").baseline,
                                  14 * 1.149 + 6, 0.02);
}

static gboolean
is_on_one_line (TestPdf    *pdf,
                const char *text)
{
  for (int p = 0; p < pdf->n_pages; p++)
    if (strstr (pdf->texts[p], text) != NULL)
      return TRUE;

  return FALSE;
}

/* Whatever stands before it, what belongs together stays on one line. */
static void
test_never_broken (void)
{
  static const char *const wholes[] = {
    "số 38/SKHCN-CNTT&CĐS",
    "số 02- KH/BCĐTW",
    "55/2025/NQ-HĐND",
    "ngày 08/01/2026",
    "ngày 05",
    "tháng 01",
    "năm 2026",
    "Điều 12",
    "02 lớp",
    "70%",
    "hóa - Xã",
    "300.000 đồng",
    "https://binhdanhocvuso.gov.vn/hoc-truc-tuyen",
  };

  for (guint w = 0; w < G_N_ELEMENTS (wholes); w++)
    for (guint n = 8; n < 26; n++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (TosoPaper) paper = NULL;
        g_autoptr (TestPdf) pdf = NULL;

        for (guint i = 0; i < n; i++)
          g_string_append (text, i % 3 == 0 ? "in " : "chuyển ");
        g_string_append_printf (text, "%s và các nội dung khác.", wholes[w]);
        paper = paper_of (text->str);
        pdf = test_pdf_new (paper, NULL);
        if (!is_on_one_line (pdf, wholes[w]))
          g_error ("“%s” after %u words:\n%s", wholes[w], n, pdf->texts[0]);
      }
}

/* An address or word wider than the line is cut rather than let out. */
static void
test_wide_word (void)
{
  static const char *const words[] = {
    "https://dichvucong.thanhhoa.gov.vn/danh-muc/thu-tuc-hanh-chinh/linh-vuc-van-hoa-xa-hoi/chi-tiet?ma=1.004650.000.00.00.H56",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "quản-lý-văn-bản-và-điều-hành-công-việc-quản-lý-văn-bản-và-điều-hành-công-việc-quản-lý-văn-bản-và-điều-hành",
    "ểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểểể",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = g_strdup_printf ("Tra cứu tại %s theo hướng dẫn.", words[i]);
      g_autoptr (TosoPaper) paper = paper_of (text);
      g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
      g_autoptr (GPtrArray) lines = body_lines (pdf);
      g_autoptr (GString) joined = g_string_new (NULL);

      g_assert_cmpuint (lines->len, >, 1);
      for (guint l = 0; l < lines->len; l++)
        {
          const TestLine *line = g_ptr_array_index (lines, l);

          g_assert_cmpfloat (line->box.x2, <=, RIGHT + 0.5);
          g_assert_false (g_str_has_suffix (line->text, "-"));
          g_string_append (joined, line->text);
        }
      g_assert_nonnull (strstr (joined->str, words[i]));
    }
}

/* The room left for a day is not lost at the end of a line. */
static void
test_blank (void)
{
  for (guint n = 8; n < 20; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TosoPaper) paper = NULL;
      g_autoptr (TestPdf) pdf = NULL;
      TestBox day, month;

      for (guint i = 0; i < n; i++)
        g_string_append (text, "chuyển ");
      g_string_append (text, "NGÀY      THÁNG      NĂM 2026 và các nội dung khác.");
      paper = paper_of (text->str);
      pdf = test_pdf_new (paper, NULL);
      day = test_pdf_get (pdf, 0, "NGÀY");
      month = test_pdf_get (pdf, 0, "THÁNG");
      g_assert_cmpfloat (day.baseline, ==, month.baseline);
      g_assert_cmpfloat (day.baseline, ==, test_pdf_get (pdf, 0, "NĂM 2026").baseline);
      g_assert_cmpfloat (month.x1 - day.x2, >, 14 * 0.25 * 5);
    }
}

/* Dots to write on go on to the edge of the line, and on the next. */
static void
test_leader (void)
{
  static const char *const dots[] = { ".", "…" };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    {
      g_autoptr (GString) text = g_string_new ("Thành phần tham dự: ");
      g_autoptr (TosoPaper) paper = NULL;
      g_autoptr (TestPdf) pdf = NULL;
      g_autoptr (GPtrArray) lines = NULL;
      double advance;

      for (guint n = 0; n < (i == 0 ? 300 : 80); n++)
        g_string_append (text, dots[i]);
      g_string_append (text, "/.");
      paper = paper_of (text->str);
      pdf = test_pdf_new (paper, NULL);
      lines = body_lines (pdf);
      advance = test_pdf_get (pdf, 0, dots[i]).x2 - test_pdf_get (pdf, 0, dots[i]).x1;

      g_assert_cmpuint (lines->len, ==, 3);
      g_assert_true (g_str_has_prefix (((const TestLine *) lines->pdata[0])->text, "Thành phần tham dự: "));
      g_assert_true (g_str_has_suffix (((const TestLine *) lines->pdata[2])->text, "/."));
      /* Nothing is stretched. */
      g_assert_cmpfloat (test_pdf_get (pdf, 0, "dự:").x2, <, LEFT + INDENT + 125);
      for (guint l = 0; l < 2; l++)
        {
          const TestLine *line = lines->pdata[l];

          g_assert_cmpfloat (line->box.x2, <=, RIGHT + 0.5);
          g_assert_cmpfloat (line->box.x2, >, RIGHT - advance - 0.5);
        }
    }
}

/* Titles and headings never end with one syllable alone. */
static void
test_no_lonely_syllable (void)
{
  static const struct
  {
    TosoBlockKind kind;
    const char   *word;
  } cases[] = {
    { TOSO_BLOCK_HEADING, "hoạt " },
    { TOSO_BLOCK_HEADING_ROMAN, "MỤC " },
    { TOSO_BLOCK_CENTERED_TITLE, "QUY " },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    for (guint n = 8; n < 30; n++)
      {
        g_autoptr (GString) text = g_string_new ("I. ");
        g_autoptr (TosoPaper) paper = toso_paper_new ();
        g_autoptr (TestPdf) pdf = NULL;
        g_autoptr (GPtrArray) lines = NULL;
        const TestLine *last;

        for (guint i = 0; i < n; i++)
          g_string_append (text, cases[c].word);
        toso_paper_add_block (paper, cases[c].kind, text->str);
        pdf = test_pdf_new (paper, NULL);
        lines = body_lines (pdf);
        last = g_ptr_array_index (lines, lines->len - 1);
        g_assert_nonnull (strchr (last->text, ' '));
      }
}

/* Part of a paragraph bold: "Điều 1." before its text. */
static void
test_bold_start (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  g_assert_true (test_pdf_get (pdf, 0, "Điều 2.").bold);
  g_assert_false (test_pdf_get (pdf, 0, "Các Tổ Công nghệ").bold);
  g_assert_true (test_pdf_get (pdf, 0, "Căn cứ Luật").italic);
}

/* Dots that end a paragraph end at the edge where they nearly do; others are
 * left as they are.  They are read back as they were written. */
static void
test_leader_to_edge (void)
{
  for (guint n = 4; n <= 27; n++)
    {
      g_autoptr (GString) text = g_string_new ("Chủ trì: ");
      g_autoptr (TosoPaper) paper = NULL;
      g_autoptr (TestPdf) pdf = NULL;
      g_autoptr (GPtrArray) lines = NULL;
      const TestLine *line;

      for (guint i = 0; i < n; i++)
        g_string_append (text, "…");
      paper = paper_of (text->str);
      pdf = test_pdf_new (paper, NULL);
      lines = body_lines (pdf);
      line = lines->pdata[0];

      g_assert_cmpuint (lines->len, ==, 1);
      g_assert_cmpstr (line->text, ==, text->str);
      if (n >= 26)
        g_assert_cmpfloat_with_epsilon (line->box.x2, RIGHT, 0.5);
      else if (n <= 24)
        g_assert_cmpfloat (line->box.x2, <, RIGHT - 30);
    }
}

/* Decomposed letters, tabs, line ends and control characters come out clean. */
static void
test_unclean_text (void)
{
  g_autoptr (TosoPaper) paper = paper_of ("  Uỷ ban\tnha\xCC\x82n da\xCC\x82n\n xa\xCC\x83\x01\x02 Ngo\xCC\xA3\x63 Lie\xCC\x82n \xE2\x80\xAE ");
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  g_assert_cmpfloat (test_pdf_get (pdf, 0, "Uỷ ban nhân dân").x1, >, LEFT);
  g_assert_nonnull (strstr (pdf->texts[0], "xã Ngọc Liên"));
}

/* What no font has is told, once each, with the page. */
static void
test_missing_glyphs (void)
{
  g_autoptr (TosoPaper) good = paper_of ("Ủy ban nhân dân xã Ngọc Liên: “≥ 70%” – 1.234,5…");
  g_autoptr (TosoPaper) bad = paper_of ("Một \xF4\x80\x80\x80 hai \xF4\x80\x80\x80 ba \xF4\x80\x80\x81.");
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (TosoDocument) bad_document = NULL;
  g_autoptr (GArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  document = toso_document_new (good, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (toso_document_describe_missing (document));
  for (guint i = 0; i < 60; i++)
    toso_paper_add_block (bad, TOSO_BLOCK_BODY, "Đoạn đủ chữ.");
  toso_paper_add_block (bad, TOSO_BLOCK_BODY, "Trang sau: \xF4\x80\x80\x80\xF4\x80\x80\x82.");
  bad_document = toso_document_new (bad, NULL, &error);
  g_assert_no_error (error);
  missing = toso_document_list_missing (bad_document);
  g_assert_cmpuint (missing->len, ==, 3);
  for (guint i = 0; i < missing->len; i++)
    {
      g_assert_cmphex (g_array_index (missing, TosoMissingGlyph, i).character, ==, 0x100000 + i);
      g_assert_cmpuint (g_array_index (missing, TosoMissingGlyph, i).page, ==, i < 2 ? 0 : 1);
    }
  sentence = toso_document_describe_missing (bad_document);
  g_assert_nonnull (strstr (sentence, "(U+100000) on page 1, "));
  g_assert_nonnull (strstr (sentence, "(U+100002) on page 2:"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/lines/justified", test_justified);
  g_test_add_func ("/document/lines/paragraph-gap", test_paragraph_gap);
  g_test_add_func ("/document/lines/never-broken", test_never_broken);
  g_test_add_func ("/document/lines/wide-word", test_wide_word);
  g_test_add_func ("/document/lines/no-lonely-syllable", test_no_lonely_syllable);
  g_test_add_func ("/document/lines/bold-start", test_bold_start);
  g_test_add_func ("/document/lines/unclean-text", test_unclean_text);
  g_test_add_func ("/document/lines/blank", test_blank);
  g_test_add_func ("/document/lines/leader", test_leader);
  g_test_add_func ("/document/lines/leader-to-edge", test_leader_to_edge);
  g_test_add_func ("/document/lines/missing-glyphs", test_missing_glyphs);

  return g_test_run ();
}
