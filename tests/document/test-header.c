/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "papers.h"
#include "read-back.h"

/* Positions, sizes and faces on paper against Decree 30/2020/NĐ-CP, Annex I,
 * Part I, and the default profile. */

#define MM(points)   ((points) *25.4 / 72.0)
#define LEFT         TOSO_MM (30)
#define RIGHT        TOSO_MM (195)
#define LEFT_COLUMN  TOSO_MM (30 + 33)
#define RIGHT_COLUMN TOSO_MM (30 + 66 + 49.5)
#define TEXT_MIDDLE  TOSO_MM (30 + 82.5)

static double
middle (TestBox box)
{
  return (box.x1 + box.x2) / 2;
}

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 0.6)

static TestRule
rule_under (GArray *rules,
            TestBox box)
{
  for (guint i = 0; i < rules->len; i++)
    {
      TestRule rule = g_array_index (rules, TestRule, i);

      if (rule.y > box.baseline && rule.y < box.baseline + 10 && rule.x1 < middle (box) && rule.x2 > middle (box))
        return rule;
    }
  g_error ("no rule under the line at %g", box.baseline);
}

static void
test_decree_table (void)
{
  static const struct
  {
    const char *text; /* on the first page, or the last */
    gboolean    last;
    double      size;
    gboolean    bold, italic;
    double      middle; /* 0: not centred */
  } cases[] = {
    { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FALSE, 13, TRUE, FALSE, RIGHT_COLUMN }, /* II.1.a */
    { "Độc lập - Tự do - Hạnh phúc", FALSE, 14, TRUE, FALSE, RIGHT_COLUMN },        /* II.1.b */
    { "ỦY BAN NHÂN DÂN", FALSE, 13, TRUE, FALSE, LEFT_COLUMN },                     /* II.2.b */
    { "XÃ NGỌC LIÊN", FALSE, 13, TRUE, FALSE, LEFT_COLUMN },
    { "Ngọc Liên, ngày", FALSE, 14, FALSE, TRUE, 0 },    /* II.4.c */
    { "KẾ HOẠCH", FALSE, 14, TRUE, FALSE, TEXT_MIDDLE }, /* II.5.b */
    { "Hoạt động của Tổ Công nghệ số cộng đồng", FALSE, 14, TRUE, FALSE, TEXT_MIDDLE },
    { "trên địa bàn xã Ngọc Liên năm 2026", FALSE, 14, TRUE, FALSE, TEXT_MIDDLE },
    { "I. MỤC ĐÍCH, YÊU CẦU", FALSE, 14, TRUE, FALSE, 0 }, /* II.6.đ */
    { "1. Mục đích", FALSE, 14, TRUE, FALSE, 0 },
    { "Phát huy vai trò", FALSE, 14, FALSE, FALSE, 0 },                  /* II.6.e */
    { "KT. CHỦ TỊCH", TRUE, 14, TRUE, FALSE, TOSO_MM (30 + 80 + 42.5) }, /* II.7.đ */
    { "PHÓ CHỦ TỊCH", TRUE, 14, TRUE, FALSE, TOSO_MM (30 + 80 + 42.5) },
    { "Phạm Xuân Khánh", TRUE, 14, TRUE, FALSE, TOSO_MM (30 + 80 + 42.5) },
    { "Nơi nhận:", TRUE, 12, TRUE, TRUE, 0 }, /* II.9.d */
    { "- Lưu VT.", TRUE, 11, FALSE, FALSE, 0 },
    { "5", TRUE, 14, FALSE, FALSE, TEXT_MIDDLE }, /* I.7 */
  };
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestBox box = test_pdf_get (pdf, cases[i].last ? pdf->n_pages - 1 : 0, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpfloat_with_epsilon (box.size, cases[i].size, 0.01);
      g_assert_cmpint (box.bold, ==, cases[i].bold);
      g_assert_cmpint (box.italic, ==, cases[i].italic);
      if (cases[i].middle > 0)
        assert_near (middle (box), cases[i].middle);
    }
}

/* A4; the text stays within 20, 20, 30 and 15 mm. */
static void
test_margins (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  for (int p = 0; p < pdf->n_pages; p++)
    {
      GPtrArray   *lines = g_ptr_array_index (pdf->lines, p);
      PopplerPage *page = poppler_document_get_page (pdf->document, p);
      double       width, height;

      poppler_page_get_size (page, &width, &height);
      g_assert_cmpfloat_with_epsilon (MM (width), 210, 0.1);
      g_assert_cmpfloat_with_epsilon (MM (height), 297, 0.1);
      g_object_unref (page);
      for (guint i = p == 0 ? 0 : 1; i < lines->len; i++)
        {
          const TestLine *line = g_ptr_array_index (lines, i);

          g_assert_cmpfloat (line->box.x1, >=, LEFT - 0.5);
          g_assert_cmpfloat (line->box.x2, <=, RIGHT + 0.5);
          g_assert_cmpfloat (line->box.y1, >=, TOSO_MM (20) - 0.5);
          g_assert_cmpfloat (line->box.y2, <=, TOSO_MM (277) + 0.5);
        }
    }
}

/* II.1.b: as long as the Tiêu ngữ.  II.2.b, II.5.b: 1/3 to 1/2, centred. */
static void
test_rules (void)
{
  static const struct
  {
    const char *text;
    double      shortest, longest;
  } cases[] = {
    { "Độc lập - Tự do - Hạnh phúc", 0.99, 1.01 },
    { "XÃ NGỌC LIÊN", 1 / 3.0, 0.5 },
    { "trên địa bàn xã Ngọc Liên năm 2026", 1 / 3.0, 0.5 },
  };
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  g_autoptr (GArray) rules = test_pdf_find_rules (pdf, 0);

  g_assert_cmpuint (rules->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestBox  box = test_pdf_get (pdf, 0, cases[i].text);
      TestRule rule = rule_under (rules, box);
      double   share = (rule.x2 - rule.x1) / (box.x2 - box.x1);

      g_assert_cmpfloat (share, >=, cases[i].shortest);
      g_assert_cmpfloat (share, <=, cases[i].longest);
      assert_near ((rule.x1 + rule.x2) / 2, middle (box));
    }
}

/* Domain facts §1.11: measured widths; the agency's rule 11.3 to 17 mm. */
static void
test_measures (void)
{
  static const struct
  {
    const char *text;
    double      width; /* mm */
  } cases[] = {
    { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 95.0 },
    { "Độc lập - Tự do - Hạnh phúc", 60.4 },
    { "ỦY BAN NHÂN DÂN", 43.0 },
    { "XÃ NGỌC LIÊN", 33.9 },
  };
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestBox box = test_pdf_get (pdf, 0, cases[i].text);

      g_assert_cmpfloat_with_epsilon (MM (box.x2 - box.x1), cases[i].width, 0.15);
    }
}

/* The number centred under the agency, level with the date, which is centred
 * under the Quốc hiệu; both keep their blanks. */
static void
test_number_and_date (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  TestBox word = test_pdf_get (pdf, 0, "Số:");
  TestBox symbol = test_pdf_get (pdf, 0, "/KH-UBND");
  TestBox place = test_pdf_get (pdf, 0, "Ngọc Liên, ngày");
  TestBox month = test_pdf_get (pdf, 0, "tháng 01 năm 2026");
  TestBox motto = test_pdf_get (pdf, 0, "Độc lập - Tự do - Hạnh phúc");

  g_assert_cmpfloat_with_epsilon (word.size, 13, 0.01);
  assert_near ((word.x1 + symbol.x2) / 2, LEFT_COLUMN);
  assert_near ((place.x1 + month.x2) / 2, RIGHT_COLUMN);
  assert_near (word.baseline, place.baseline);
  /* Six spaces of 13 points: room for the number to be written. */
  g_assert_cmpfloat_with_epsilon (symbol.x1 - word.x2, 6 * 13 * 0.25, 0.6);
  g_assert_cmpfloat (month.x1 - place.x2, >, 5 * 14 * 0.25);
  g_assert_cmpfloat (word.baseline, >, motto.baseline + 14);
}

/* II.2.b: the superior upright, not bold, over the agency; a long name wraps,
 * with no syllable alone, and stays in its column. */
static void
test_superior_and_long_agency (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  TestBox superior = test_pdf_get (pdf, 0, "UBND TỈNH THANH HÓA");
  TestBox first = test_pdf_get (pdf, 0, "ỦY BAN NHÂN DÂN");
  TestBox second = test_pdf_get (pdf, 0, "XÃ NGỌC LIÊN");
  TestBox nation = test_pdf_get (pdf, 0, "CỘNG HÒA");

  g_assert_false (superior.bold);
  g_assert_true (first.bold);
  assert_near (superior.baseline, nation.baseline);
  assert_near (first.baseline - superior.baseline, 13 * 1.149);
  assert_near (second.baseline - first.baseline, 13 * 1.149);
  assert_near (middle (first), LEFT_COLUMN);
  g_assert_cmpfloat (first.x1, >=, LEFT);
  g_assert_cmpfloat (first.x2, <=, TOSO_MM (96));
}

/* "ỦY BAN NHÂN DÂN" is one name: what follows goes to the next line whole. */
static void
test_agency_breaks_before_its_place (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  TestBox first, second;

  g_strfreev (paper->agency);
  paper->agency = g_strsplit ("ỦY BAN NHÂN DÂN XÃ QUAN SƠN", "\n", -1);
  pdf = test_pdf_new (paper, NULL);
  first = test_pdf_get (pdf, 0, "ỦY BAN NHÂN DÂN");
  second = test_pdf_get (pdf, 0, "XÃ QUAN SƠN");

  assert_near (second.baseline - first.baseline, 13 * 1.149);
  assert_near (middle (first), middle (second));
}

static void
assert_last_line_long (TestPdf    *pdf,
                       const char *first_words,
                       const char *last_words,
                       double      smallest_share)
{
  GPtrArray *lines = g_ptr_array_index (pdf->lines, 0);
  double     widest = 0, last = 0;
  gboolean   inside = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const TestLine *line = g_ptr_array_index (lines, i);

      inside = inside || g_str_has_prefix (line->text, first_words);
      if (!inside)
        continue;
      last = line->box.x2 - line->box.x1;
      widest = MAX (widest, last);
      if (g_str_has_suffix (line->text, last_words))
        break;
    }
  g_assert_cmpfloat (last, >, widest * smallest_share);
}

/* A title given as one line is balanced; those given as lines stay so. */
static void
test_long_title (void)
{
  static const struct
  {
    const char *title, *first, *last;
    double      share;
  } cases[] = {
    { "Về việc triển khai các hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn xã năm 2026", "Về việc", "2026", 0.8 },
    { "Tổng kết hoạt động của các Tổ Công nghệ số cộng đồng trên địa bàn xã Ngọc Liên", "Tổng kết", "Liên", 0.8 },
    { "Về việc phê duyệt danh sách thành viên Tổ Công nghệ số cộng đồng tại 41 thôn, làng và phân công nhiệm vụ hướng dẫn người dân sử dụng dịch vụ công trực tuyến, thanh toán không dùng tiền mặt năm 2026", "Về việc", "2026", 0.7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (TestPdf) pdf = NULL;

      g_strfreev (paper->title);
      paper->title = g_strsplit (cases[i].title, "|", -1);
      pdf = test_pdf_new (paper, NULL);
      assert_last_line_long (pdf, cases[i].first, cases[i].last, cases[i].share);
    }
}

/* A letter: no kind, "V/v …" at 12 under the number, 6 points below (II.5.b). */
static void
test_letter (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  TestBox number, subject;

  g_clear_pointer (&paper->kind, g_free);
  g_strfreev (paper->title);
  paper->title = g_strsplit ("V/v báo cáo kết quả quý I", "|", -1);
  pdf = test_pdf_new (paper, NULL);
  number = test_pdf_get (pdf, 0, "Số: 05/QĐ-UBND");
  subject = test_pdf_get (pdf, 0, "V/v báo cáo kết quả quý I");

  g_assert_cmpfloat_with_epsilon (subject.size, 12, 0.01);
  g_assert_false (subject.bold);
  assert_near (middle (subject), LEFT_COLUMN);
  assert_near (subject.y1 - (number.y1 + 13 * 1.149), 6);
}

/* The lines of the text stand in place of the nation's, never beside them; the
 * rule is as long as the last of them. */
static void
test_other_nation (void)
{
  static const struct
  {
    const char *nation, *motto;
    const char *last;
  } cases[] = {
    { "ĐẢNG CỘNG SẢN VIỆT NAM", "", "ĐẢNG CỘNG SẢN VIỆT NAM" },
    { "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", NULL, "Độc lập - Tự do - Hạnh phúc" },
    { "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc", "Độc lập – Tự do – Hạnh phúc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_decision_paper ();
      g_autoptr (TestPdf) pdf = NULL;
      g_autoptr (GArray) rules = NULL;
      TestBox box;

      paper->nation = g_strdup (cases[i].nation);
      paper->motto = g_strdup (cases[i].motto);
      pdf = test_pdf_new (paper, NULL);
      rules = test_pdf_find_rules (pdf, 0);
      box = test_pdf_get (pdf, 0, cases[i].last);
      assert_near (rule_under (rules, box).x2 - rule_under (rules, box).x1, box.x2 - box.x1);
      assert_near (middle (test_pdf_get (pdf, 0, cases[i].nation)), RIGHT_COLUMN);
      g_assert_false (test_pdf_find (pdf, 0, "CỘNG HÒA XÃ HỘI", &box));
      g_assert_cmpint (test_pdf_find (pdf, 0, "Độc lập", &box), ==, i > 0);
    }
}

/* A place with a long name stays in its column. */
static void
test_long_place (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  TestBox place;

  g_free (paper->place_date);
  paper->place_date = g_strdup ("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2026");
  pdf = test_pdf_new (paper, NULL);
  place = test_pdf_get (pdf, 0, paper->place_date);
  g_assert_cmpfloat (place.x1, >=, TOSO_MM (96) - 0.5);
  g_assert_cmpfloat (place.x2, <=, RIGHT + 0.5);
  g_assert_cmpfloat (place.size, >=, 13 - 0.01);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/header/decree-table", test_decree_table);
  g_test_add_func ("/document/header/margins", test_margins);
  g_test_add_func ("/document/header/rules", test_rules);
  g_test_add_func ("/document/header/measures", test_measures);
  g_test_add_func ("/document/header/number-and-date", test_number_and_date);
  g_test_add_func ("/document/header/superior-and-long-agency", test_superior_and_long_agency);
  g_test_add_func ("/document/header/agency-breaks-before-its-place", test_agency_breaks_before_its_place);
  g_test_add_func ("/document/header/long-title", test_long_title);
  g_test_add_func ("/document/header/letter", test_letter);
  g_test_add_func ("/document/header/other-nation", test_other_nation);
  g_test_add_func ("/document/header/long-place", test_long_place);

  return g_test_run ();
}
