/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "read-back.h"
#include "samples.h"

#define LEFT   TOSO_MM (30)
#define RIGHT  TOSO_MM (195)
#define MIDDLE ((LEFT + RIGHT) / 2)

static double
centre (TestBox box)
{
  return (box.x1 + box.x2) / 2;
}

static void
assert_level (TestBox a,
              TestBox b)
{
  g_assert_cmpfloat_with_epsilon (a.baseline, b.baseline, 0.5);
}

static TestPdf *
set_sample (const char *number)
{
  g_autoptr (TosoPaper) paper = test_sample (number);

  return test_pdf_new (paper, NULL);
}

/* Boxes 1 to 5a and 7 to 9b of every sample that has a kind. */
static void
assert_frame (TestPdf    *pdf,
              const char *kind,
              const char *number)
{
  TestBox nation = test_pdf_get (pdf, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  TestBox superior = test_pdf_get (pdf, 0, "TÊN CQ, TC CHỦ QUẢN");
  TestBox agency = test_pdf_get (pdf, 0, "TÊN CƠ QUAN, TỔ CHỨC");
  TestBox number_box = test_pdf_get (pdf, 0, number);

  assert_level (nation, superior);
  g_assert_false (superior.bold);
  g_assert_true (agency.bold && nation.bold);
  g_assert_cmpfloat_with_epsilon (centre (superior), centre (agency), 1);
  g_assert_cmpfloat (number_box.y1, >, agency.y2);
  if (kind != NULL)
    {
      TestBox box = test_pdf_get (pdf, 0, kind);

      g_assert_cmpfloat_with_epsilon (centre (box), MIDDLE, 1);
      g_assert_true (box.bold);
      g_assert_cmpfloat (box.y1, >, number_box.y2);
    }
  g_assert_true (test_pdf_get (pdf, 0, "Nơi nhận:").bold);
  g_assert_true (test_pdf_get (pdf, 0, "Họ và tên").bold);
}

static void
test_decision (void)
{
  g_autoptr (TestPdf) pdf = set_sample ("1.2");
  TestBox who = test_pdf_get (pdf, 0, "THẨM QUYỀN BAN HÀNH");
  TestBox basis = test_pdf_get (pdf, 0, "Theo đề nghị của");
  TestBox verb = test_pdf_get (pdf, 0, "QUYẾT ĐỊNH:");
  TestBox article = test_pdf_get (pdf, 0, "Điều 1.");

  assert_frame (pdf, "QUYẾT ĐỊNH", "/QĐ-");
  g_assert_true (who.bold && verb.bold && article.bold);
  g_assert_true (basis.italic);
  g_assert_cmpfloat_with_epsilon (centre (who), MIDDLE, 1);
  g_assert_cmpfloat_with_epsilon (centre (verb), MIDDLE, 1);
  g_assert_cmpfloat (who.y2, <, basis.y1);
  g_assert_cmpfloat (basis.y2, <, verb.y1);
  g_assert_cmpfloat (verb.y2, <, article.y1);
  g_assert_cmpfloat_with_epsilon (article.x1, LEFT + TOSO_MM (12.7), 0.6);
}

static void
test_named (void)
{
  g_autoptr (TestPdf) pdf = set_sample ("1.4");

  assert_frame (pdf, "TÊN LOẠI VĂN BẢN", "/…-…");
  assert_level (test_pdf_get (pdf, 0, "Nơi nhận:"), test_pdf_get (pdf, 0, "QUYỀN HẠN, CHỨC"));
}

static void
test_letter (void)
{
  g_autoptr (TestPdf) pdf = set_sample ("1.5");
  TestBox about = test_pdf_get (pdf, 0, "V/v");
  TestBox to = test_pdf_get (pdf, 0, "Kính gửi:");

  assert_frame (pdf, NULL, "/…-…");
  g_assert_cmpfloat (about.x1, <, LEFT + TOSO_MM (66));
  g_assert_cmpfloat_with_epsilon (about.size, 12, 0.01);
  g_assert_cmpfloat (to.y1, >, about.y2);
}

static void
test_invitation (void)
{
  g_autoptr (TestPdf) pdf = set_sample ("1.7");

  assert_frame (pdf, "GIẤY MỜI", "/GM-");
  g_assert_cmpfloat_with_epsilon (test_pdf_get (pdf, 0, "Chủ trì:").x1, LEFT + TOSO_MM (12.7), 0.6);
}

/* Who wrote at the left, who was in the chair at the right, names level, the
 * recipients under both. */
static void
test_minutes (void)
{
  g_autoptr (TestPdf) pdf = set_sample ("1.9");
  TestBox writer = test_pdf_get (pdf, 0, "THƯ KÝ");
  TestBox chair = test_pdf_get (pdf, 0, "CHỦ TỌA");
  TestBox name = test_pdf_get (pdf, 0, "Họ và tên");

  assert_frame (pdf, "BIÊN BẢN", "/BB-");
  assert_level (writer, chair);
  g_assert_cmpfloat (writer.x2, <, MIDDLE);
  g_assert_cmpfloat (chair.x1, >, MIDDLE);
  g_assert_cmpfloat_with_epsilon (centre (name), centre (writer), 1);
  g_assert_cmpfloat (test_pdf_get (pdf, 0, "Nơi nhận:").y1, >, name.y2);
}

static void
test_annexes (void)
{
  g_autoptr (TestPdf) paper = set_sample ("2.1");
  g_autoptr (TestPdf) electronic = set_sample ("2.2");
  TestBox  label = test_pdf_get (paper, 1, "Phụ lục …");
  TestBox  stamp = test_pdf_get (electronic, 1, "Số: ………; ngày/tháng/năm; giờ: phút: giây");
  TestBox  reference = test_pdf_get (paper, 1, "(Kèm theo Văn bản số");
  TestBox  none;
  gboolean found = test_pdf_find (paper, 1, "giờ: phút", &none);

  g_assert_false (found);
  g_assert_cmpfloat_with_epsilon (centre (label), MIDDLE, 1);
  g_assert_true (label.bold && reference.italic);
  g_assert_cmpfloat_with_epsilon (stamp.size, 10, 0.01);
  g_assert_false (stamp.bold || stamp.italic);
  g_assert_cmpfloat_with_epsilon (stamp.x2, RIGHT, 1);
  g_assert_cmpfloat (stamp.y2, <, TOSO_MM (20));
  g_assert_cmpfloat_with_epsilon (test_pdf_get (electronic, 1, "Phụ lục …").y1, label.y1, 0.1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/samples/1.2-decision", test_decision);
  g_test_add_func ("/document/samples/1.4-named", test_named);
  g_test_add_func ("/document/samples/1.5-letter", test_letter);
  g_test_add_func ("/document/samples/1.7-invitation", test_invitation);
  g_test_add_func ("/document/samples/1.9-minutes", test_minutes);
  g_test_add_func ("/document/samples/2-annexes", test_annexes);

  return g_test_run ();
}
