/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "lint-paper.h"
#include "papers.h"

/* @text: a line a paragraph. @rules: in any order. */
static void
assert_rules (const char *text,
              const char *rules)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) findings = toso_lint_paragraphs ((const char *const *) paragraphs);
  g_autofree char *all = test_get_rules (findings);
  g_auto (GStrv) found = g_strsplit (all, " ", -1);
  g_auto (GStrv) expected = g_strsplit (rules, " ", -1);

  if (g_strv_length (found) != g_strv_length (expected))
    g_error ("“%s”: %s, not %s", text, all, rules);
  for (guint r = 0; expected[r] != NULL; r++)
    if (!g_strv_contains ((const char *const *) found, expected[r]))
      g_error ("“%s”: %s, not %s", text, all, rules);
}

/* A line a paragraph, and what is found in it. */
static void
test_text (void)
{
  static const struct
  {
    const char *text, *rules;
  } cases[] = {
    { "Nghị quyết số 55/2025/NQHĐND ngày 09/12/2025 của HĐND tỉnh quy định hỗ trợ", "symbol-hyphen" },
    { "Nghị quyết số 55/2025/NQ-HĐND ngày 09/12/2025 của HĐND tỉnh quy định hỗ trợ", "" },
    { "Kế hoạch số 02- KH/BCĐTW ngày 19 tháng 6 năm 2025 của Ban Chỉ đạo về dữ liệu", "symbol-space" },
    { "Kế hoạch số 01-KH/BCĐTW ngày 21 tháng 3 năm 2025 của Ban Chỉ đạo về dữ liệu", "" },
    { "Số: 5/KH-UBND", "number-zero" },
    { "Số: 12/CV-UBND", "letter-code" },
    { "Số:      /BC-UBND\nKẾ HOẠCH", "symbol-kind" },
    { "Số: 12/TTR-VHXH\nTỜ TRÌNH", "symbol-kind" },
    { "Số: 12/KH-UBND\nKẾ HOẠCH\nBÁO CÁO", "" },
    { "Số: 12/UBND-VHXH\nV/v báo cáo", "" },
    { "Ngọc Liên, ngày 5 tháng 01 năm 2026", "day-zero" },
    { "Ngọc Liên, ngày 05 tháng 1 năm 2026", "month-zero" },
    { "Ngọc Liên, ngày 05 tháng 03 năm 2026", "month-zero" },
    { "Ngọc Liên, ngày 05 tháng 3 năm 2026", "" },
    { "Ngọc Liên, ngày      tháng      năm 2026", "" },
    { "mạng xã hội (Zalo, Facebook,.).", "punctuation" },
    { "cơ quan , đơn vị", "space-before" },
    { "cơ quan,đơn vị", "space-after" },
    { "giai đoạn 2026-2028.  UBND xã", "double-space" },
    { "các tổ chức, các nhân các doanh nghiệp", "repeated-word" },
    { "báo cáo của của các thôn", "doubled-word" },
    { "tình hình thực tếcủa xã", "joined-words" },
    { "nhà trường, chuyển đổi số, nghiêng ngả, khuyến khích, quyết định, giường", "" },
    { "tại https://binhdanhocvuso.gov.v và", "link" },
    { "tại https://binhdanhocvuso.gov.vn và", "" },
    { "sản xuất, thanh toán không dùng tiền mặt…", "open-list" },
    { "Chủ trì: ……………………", "" },
    { "Tài khoản VneID; ứng dụng VneID", "name" },
    { "VNeID và trang https://vneid.gov.vn", "" },
    { "- Lưu VT.", "files" },
    { "Lưu VT.", "files" },
    { "- Lưu: VT, VHXH.", "" },
    { "Lưu Văn Dũng", "" }, /* a name */
    { "I. MỘT\nII. HAI\nIV. BỐN", "empty-heading numbering" },
    { "1. Một.\n2. Hai.\n4. Bốn.", "numbering" },
    { "a) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\nđ) Năm;\ne) Sáu.", "" },
    { "I. MỘT\n1. Một.\n2. Hai.\nII. HAI\n1. Lại một.\n2. Lại hai.", "" },
    { "1. Tiếp tục kiện toàn\n2. Rà soát thành viên.", "empty-heading" },
    { "I. TỔ CHỨC\n1. UBND xã:\nChỉ đạo.\n2. Phòng Văn hóa - Xã hội.\nTham mưu.", "heading-end" },
    { "Căn cứ Luật A;\nCăn cứ Luật B.", "" },
    { "Căn cứ Luật A.\nCăn cứ Luật B;", "basis-end basis-end" },
    { "Nơi nhận:\n- Như trên;\n- 41 thôn, làng (thực hiện)\n- Lưu: VT, VHXH.", "recipients-end" },
    { "Nơi nhận\n- Lưu: VT, VHXH.", "recipients-colon" },
    { "dịch vụ công trực tuyến mức độ 3, 4\ntrực tuyến một phần và toàn trình", "two-terms" },
    { "hệ thống iOffice\nphần mềm IOffice", "two-spellings" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_rules (cases[i].text, cases[i].rules);
}

#define FULL "Nghị quyết số 55/2025/NQ-HĐND ngày 09/12/2025 của HĐND tỉnh quy định chính sách hỗ trợ"

/* In full where it is first named, then by kind and number (II.6.a, II.6.b). */
static void
test_citations (void)
{
  static const struct
  {
    const char *text, *rules;
  } cases[] = {
    { "Thực hiện " FULL ", UBND xã báo cáo.", "" },
    { "Thực hiện " FULL ";\nTheo Nghị quyết số 55/2025/NQ-HĐND, UBND xã báo cáo.", "" },
    { "Thực hiện " FULL ";\nTheo Nghị quyết số 55/2025/NQ-HĐND ngày 09/12/2025 của HĐND tỉnh, UBND xã báo cáo.", "citation-again" },
    { "Theo Nghị quyết số 55/2025/NQ-HĐND, UBND xã báo cáo.", "citation-first" },
    { "Theo Nghị quyết số 55/2025/NQ-HĐND, UBND xã báo cáo.\nTheo Nghị quyết số 55/2025/NQ-HĐND.", "citation-first" },
    { "Theo Kế hoạch số 12/KH-UBND ngày 11/01/2026 của UBND xã, đến nay còn 03 thôn chưa báo cáo.", "citation-first" },
    { "Theo Kế hoạch số 12/KH-UBND của UBND xã về chuyển đổi số.", "citation-first" },
    { "Theo Kế hoạch số 12/KH-UBND ngày 11/01/2026 về chuyển đổi số.", "citation-first" },
    { "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.", "" },
    { "Theo Thông tư số 01/2026/TT-BNV ngày 05/01/2026 của Bộ Nội vụ, Bộ Tài chính hướng dẫn chi trả.", "" },
    /* What it is about cites others in its own words. */
    { "Thực hiện Công văn số 38/SKHCN-CNTT&CĐS ngày 08/01/2026 của Sở Khoa học và Công nghệ về việc triển khai Nghị quyết số 55/2025/NQ-HĐND.", "" },
    { "Thực hiện " FULL " và Kế hoạch số 12/KH-UBND.", "citation-first" },
    { "Theo đề nghị của Trưởng phòng tại Tờ trình số 12/TTr-VHXH ngày 05 tháng 01 năm 2026.", "" },
    { "(Kèm theo Kế hoạch số 12/KH-UBND ngày 11/01/2026 của UBND xã)", "" },
    { "Kế hoạch số      /KH-UBND ngày      tháng      năm 2026 của UBND xã", "" },
    { "Theo Luật Viễn thông, UBND xã báo cáo.", "" },
    { "Theo Luật Viễn thông số 24/2023/QH15, UBND xã báo cáo.", "citation-law" },
    { "Theo Luật Viễn thông và " FULL ".", "" },
    { "Nơi nhận:\n- Như Kế hoạch số 12/KH-UBND;\n- Lưu: VT, VHXH.", "" },
  };
  const char *const bases[] = { "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ.", NULL };
  g_autoptr (GPtrArray) findings = toso_lint_paragraphs (bases);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_rules (cases[i].text, cases[i].rules);
  test_assert_finding (findings, "citation-first", "II.6.a", 0, "Nghị định số 30/2020/NĐ-CP", "its date, what it is about");
}

/* Introduced where they are first used; the office's usual ones need it not. */
static void
test_abbreviations (void)
{
  static const struct
  {
    const char *text, *rules;
  } cases[] = {
    { "UBND xã, HĐND xã, các sản phẩm OCOP, mã QR, hạ tầng CNTT.", "" },
    { "Triển khai BDHVS tại các thôn.\nCác lớp BDHVS.", "abbreviation" },
    { "Triển khai Bình dân học vụ số (BDHVS) tại các thôn.\nCác lớp BDHVS.", "" },
    { "Tổ Công nghệ số cộng đồng (sau đây gọi tắt là Tổ CNSCĐ) họp.\nTổ CNSCĐ họp.", "" },
    { "Tổ Công nghệ số cộng đồng, gọi tắt là CNSCĐ, họp.\nTổ CNSCĐ họp.", "" },
    /* Whoever has read the name knows its letters. */
    { "Tổ Công nghệ số cộng đồng họp.\nTổ CNSCĐ họp.", "" },
    { "Ủy ban Mặt trận và Sở Khoa học và Công nghệ.\nSở KH&CN họp.", "" },
    { "Tổ CNSCĐ họp.\nTổ Công nghệ số cộng đồng họp.", "abbreviation" },
    { "Tổ CNSCĐ họp.\nTổ Công nghệ số cộng đồng (Tổ CNSCĐ) họp.", "abbreviation" },
    { "Họp trên Internet of Things (IOT) và IOT.", "" },
    { "Kế hoạch số 02-KH/BCĐTW ngày 19 tháng 6 năm 2025 của Ban Chỉ đạo về dữ liệu.", "" },
    { "I. MỤC ĐÍCH, YÊU CẦU NĂM 2026\nChương XII và Phụ lục III.", "" },
    { "Thực hiện nghiêm: KHÔNG ĐỂ TRỐNG bảng.", "" },
    { "Nơi nhận:\n- Phòng GDMN (P/h);\n- Lưu: VT, VHXH.", "" },
    { "Đơn vị: GDMN", "abbreviation" },
  };
  const char *const late[] = { "Tổ CNSCĐ họp.", "Tổ Công nghệ số cộng đồng (CNSCĐ) họp.", NULL };
  const char *const never[] = { "Các lớp BDHVS.", NULL };
  g_autoptr (GPtrArray) late_findings = toso_lint_paragraphs (late);
  g_autoptr (GPtrArray) never_findings = toso_lint_paragraphs (never);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_rules (cases[i].text, cases[i].rules);
  g_assert_cmpuint (late_findings->len, ==, 1);
  test_assert_finding (late_findings, "abbreviation", "", 0, "CNSCĐ", "introduced here");
  test_assert_finding (never_findings, "abbreviation", "", 0, "BDHVS", "in brackets after it");
}

/* What we make is as the decree has it. */
static void
test_own_papers (void)
{
  TosoPaper *papers[] = { test_decision_paper (), test_letter_paper (), test_table_paper (30) };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GPtrArray) findings = test_lint_paper (papers[i], NULL);
      g_autofree char *rules = test_get_rules (findings);

      g_assert_cmpstr (rules, ==, "");
      toso_paper_free (papers[i]);
    }
}

/* One measure wrong, one finding, with its clause and the page. */
static void
test_layout (void)
{
  const TosoProfile *right = &TOSO_PROFILE_DECREE_30;
  TosoProfile        profiles[9];
  static const struct
  {
    const char *rule, *clause, *found;
  } expected[] = {
    { "margin", "I.3", "25" },
    { "margin", "I.3", "10" },
    { "nation", "II.1.a", "11" },
    { "motto", "II.1.b", "11" },
    { "number", "II.3.c", "11" },
    { "kind", "II.5.b", "16" },
    { "recipients", "II.9.d", "14" },
    { "page-number", "I.7", "10" },
    { "font-size", "II.6.e", "12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    profiles[i] = *right;
  profiles[0].left = TOSO_MM (25);
  profiles[1].right = TOSO_MM (10);
  profiles[2].nation_size = 11;
  profiles[3].motto_size = 11;
  profiles[4].number_size = 11;
  profiles[5].kind_size = 16;
  profiles[6].recipients_heading_size = 14;
  profiles[7].page_number_size = 10;
  profiles[8].body_size = 12;
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autoptr (TosoPaper) paper = test_plan_paper (1);
      g_autoptr (GPtrArray) findings = test_lint_paper (paper, &profiles[i]);
      gboolean found = FALSE;

      for (guint f = 0; f < findings->len; f++)
        {
          const TosoLintFinding *finding = findings->pdata[f];

          found = found || (g_str_equal (finding->rule, expected[i].rule) && g_str_equal (finding->clause, expected[i].clause) &&
                            strstr (finding->found, expected[i].found) != NULL && finding->page > 0);
        }
      if (!found)
        {
          g_autofree char *rules = test_get_rules (findings);

          g_error ("%s %s: %s", expected[i].rule, expected[i].found, rules);
        }
    }
}

/* The boxes that only some papers have. */
static void
test_rare_boxes (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (GPtrArray) right = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *none = NULL;
  g_autofree char *rules = NULL;
  TosoProfile      profile = TOSO_PROFILE_DECREE_30;

  g_free (paper->urgency);
  paper->urgency = g_strdup ("KHẨN");
  g_free (paper->circulation);
  paper->circulation = g_strdup ("LƯU HÀNH NỘI BỘ");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "(Danh sách các thôn, làng tại Phụ lục.)");
  toso_annex_add_block (toso_paper_add_annex (paper, "Phụ lục"), TOSO_BLOCK_BODY, "Danh sách các thôn, làng.");
  right = test_lint_paper (paper, NULL);
  none = test_get_rules (right);
  g_assert_cmpstr (none, ==, "");
  profile.subject_size = 10;
  profile.mark_size = 16;
  profile.annex_size = 16;
  findings = test_lint_paper (paper, &profile);
  rules = test_get_rules (findings);
  g_assert_cmpstr (rules, ==, "subject urgency circulation annex");
}

static void
test_missing_parts (void)
{
  g_autoptr (TosoPaper) paper = test_table_paper (2);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;

  paper->nation = g_strdup ("");
  paper->motto = g_strdup ("");
  findings = test_lint_paper (paper, NULL);
  rules = test_get_rules (findings);
  g_assert_cmpstr (rules, ==, "nation motto");
}

/* On a page the number stands among other boxes. */
static void
test_symbol_on_page (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (GPtrArray) findings = NULL;
  const TosoLintFinding *finding;

  g_free (paper->number_line);
  paper->number_line = g_strdup ("Số: 05/KH-UBND");
  findings = test_lint_paper (paper, NULL);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = findings->pdata[0];
  g_assert_cmpstr (finding->rule, ==, "symbol-kind");
  g_assert_cmpuint (finding->page, ==, 1);
  g_assert_cmpstr (finding->found, ==, "KH");
  g_assert_cmpstr (finding->expected, ==, "QĐ");
}

/* An annex counts its pages anew, with a mark over it too. */
static void
test_marked_annex (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;

  toso_annex_add_block (toso_paper_add_annex (paper, "Phụ lục"), TOSO_BLOCK_BODY, "Danh sách các thôn, làng.");
  paper->watermark = g_strdup ("SỐ LIỆU MẪU");
  findings = test_lint_paper (paper, NULL);
  rules = test_get_rules (findings);
  g_assert_cmpstr (rules, ==, "");
}

static void
test_unreadable (void)
{
  static const char *const contents[] = { "", "%PDF-1.4\n", "Kế hoạch" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (contents[i], strlen (contents[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (toso_lint_pdf (bytes, "hỏng.pdf", &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE);
      g_assert_nonnull (strstr (error->message, "hỏng.pdf"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/lint/text", test_text);
  g_test_add_func ("/document/lint/citations", test_citations);
  g_test_add_func ("/document/lint/abbreviations", test_abbreviations);
  g_test_add_func ("/document/lint/own-papers", test_own_papers);
  g_test_add_func ("/document/lint/layout", test_layout);
  g_test_add_func ("/document/lint/rare-boxes", test_rare_boxes);
  g_test_add_func ("/document/lint/missing-parts", test_missing_parts);
  g_test_add_func ("/document/lint/symbol-on-page", test_symbol_on_page);
  g_test_add_func ("/document/lint/marked-annex", test_marked_annex);
  g_test_add_func ("/document/lint/unreadable", test_unreadable);

  return g_test_run ();
}
