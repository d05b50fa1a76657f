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

/* Where a text of the original stands. */
typedef enum {
  IN_LEFT,  /* in the middle of the agency's column */
  IN_RIGHT, /* of the Quốc hiệu's */
  CENTRED,  /* of the text */
  INDENTED,
  AT_EDGE,
  ANYWHERE,
} Place;

/* As on the original, from top to bottom, left before right. */
typedef struct
{
  const char *text;
  double      size;
  gboolean    bold, italic;
  Place       place;
  gboolean    is_level; /* with the one before */
} Expected;

#define NATION_ROWS                                                            \
  { "TÊN CQ, TC CHỦ QUẢN", 13, FALSE, FALSE, IN_LEFT, FALSE },                 \
    { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, TRUE, FALSE, IN_RIGHT, TRUE }, \
    { "TÊN CƠ QUAN, TỔ CHỨC", 13, TRUE, FALSE, IN_LEFT, FALSE },               \
  {                                                                            \
    "Độc lập - Tự do - Hạnh phúc", 14, TRUE, FALSE, IN_RIGHT, FALSE            \
  }

#define DATE_ROW                                                      \
  {                                                                   \
    "....., ngày …… tháng …… năm ……", 14, FALSE, TRUE, IN_RIGHT, TRUE \
  }

#define SIGNATURE_ROWS                                                      \
  { "Nơi nhận:", 12, TRUE, TRUE, AT_EDGE, FALSE },                          \
    { "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", 14, TRUE, FALSE, IN_RIGHT, TRUE }, \
    { "- Lưu: VT, ", 11, FALSE, FALSE, AT_EDGE, FALSE },                    \
  {                                                                         \
    "Họ và tên", 14, TRUE, FALSE, IN_RIGHT, FALSE                           \
  }

static void
assert_place (const Expected *expected,
              TestBox         box)
{
  switch (expected->place)
    {
    case IN_LEFT:
      g_assert_cmpfloat_with_epsilon (centre (box), LEFT + TOSO_MM (33), 1);
      break;

    case IN_RIGHT:
      g_assert_cmpfloat_with_epsilon (centre (box), RIGHT - TOSO_MM (49.5), 1);
      break;

    case CENTRED:
      g_assert_cmpfloat_with_epsilon (centre (box), MIDDLE, 1);
      break;

    case INDENTED:
      g_assert_cmpfloat_with_epsilon (box.x1, LEFT + TOSO_MM (12.7), 0.6);
      break;

    case AT_EDGE:
      g_assert_cmpfloat_with_epsilon (box.x1, LEFT, 0.6);
      break;

    case ANYWHERE:
    default:
      break;
    }
}

static void
assert_as_original (const char     *number,
                    int             page,
                    const Expected *expected,
                    gsize           n)
{
  g_autoptr (TestPdf) pdf = set_sample (number);
  double last = 0;

  for (gsize i = 0; i < n; i++)
    {
      TestBox box = test_pdf_get (pdf, page, expected[i].text);

      g_test_message ("%s: %s", number, expected[i].text);
      g_assert_cmpfloat_with_epsilon (box.size, expected[i].size, 0.01);
      g_assert_cmpint (box.bold, ==, expected[i].bold);
      g_assert_cmpint (box.italic, ==, expected[i].italic);
      assert_place (&expected[i], box);
      if (expected[i].is_level)
        g_assert_cmpfloat_with_epsilon (box.baseline, last, 0.5);
      else
        g_assert_cmpfloat (box.baseline, >, last);
      last = box.baseline;
    }
}

static void
test_as_originals (void)
{
  static const Expected decision[] = {
    NATION_ROWS,
    { "/QĐ-", 13, FALSE, FALSE, ANYWHERE, FALSE },
    DATE_ROW,
    { "QUYẾT ĐỊNH", 14, TRUE, FALSE, CENTRED, FALSE },
    { "Về việc", 14, TRUE, FALSE, ANYWHERE, FALSE },
    { "THẨM QUYỀN BAN HÀNH", 14, TRUE, FALSE, CENTRED, FALSE },
    { "Căn cứ", 14, FALSE, TRUE, INDENTED, FALSE },
    { "Theo đề nghị của", 14, FALSE, TRUE, INDENTED, FALSE },
    { "QUYẾT ĐỊNH:", 14, TRUE, FALSE, CENTRED, FALSE },
    { "Điều 1.", 14, TRUE, FALSE, INDENTED, FALSE },
    SIGNATURE_ROWS,
  };
  static const Expected named[] = {
    NATION_ROWS,
    { "/…-…", 13, FALSE, FALSE, ANYWHERE, FALSE },
    DATE_ROW,
    { "TÊN LOẠI VĂN BẢN", 14, TRUE, FALSE, CENTRED, FALSE },
    SIGNATURE_ROWS,
  };
  static const Expected letter[] = {
    NATION_ROWS,
    { "/…-…", 13, FALSE, FALSE, ANYWHERE, FALSE },
    DATE_ROW,
    { "V/v", 12, FALSE, FALSE, ANYWHERE, FALSE },
    { "Kính gửi:", 14, FALSE, FALSE, ANYWHERE, FALSE },
    { "- …", 14, FALSE, FALSE, ANYWHERE, FALSE },
    SIGNATURE_ROWS,
  };
  static const Expected invitation[] = {
    NATION_ROWS,
    { "/GM-", 13, FALSE, FALSE, ANYWHERE, FALSE },
    DATE_ROW,
    { "GIẤY MỜI", 14, TRUE, FALSE, CENTRED, FALSE },
    { "trân trọng kính mời:", 14, FALSE, FALSE, ANYWHERE, FALSE },
    { "Tới dự ..", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Chủ trì:", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Thời gian:", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Địa điểm: ..", 14, FALSE, FALSE, INDENTED, FALSE },
    SIGNATURE_ROWS,
  };
  static const Expected minutes[] = {
    NATION_ROWS,
    { "/BB-", 13, FALSE, FALSE, ANYWHERE, FALSE },
    { "BIÊN BẢN", 14, TRUE, FALSE, CENTRED, FALSE },
    { "Thời gian bắt đầu:", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Địa điểm:", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Thành phần tham dự: ..", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Chủ trì (chủ toạ):", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Thư ký (người ghi biên bản):", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Nội dung (theo diễn biến", 14, FALSE, FALSE, INDENTED, FALSE },
    { "Cuộc họp (hội nghị, hội thảo) kết thúc", 14, FALSE, FALSE, INDENTED, FALSE },
    { "THƯ KÝ", 14, TRUE, FALSE, ANYWHERE, FALSE },
    { "CHỦ TỌA", 14, TRUE, FALSE, ANYWHERE, TRUE },
    { "Họ và tên", 14, TRUE, FALSE, ANYWHERE, FALSE },
    { "Nơi nhận:", 12, TRUE, TRUE, AT_EDGE, FALSE },
    { "- Lưu: VT, Hồ sơ.", 11, FALSE, FALSE, AT_EDGE, FALSE },
  };
  static const Expected annex[] = {
    { "Phụ lục …", 14, TRUE, FALSE, CENTRED, FALSE },
    { "……… ……….", 14, TRUE, FALSE, CENTRED, FALSE },
    { "(Kèm theo Văn bản số…… ngày… tháng… năm … của ………...)", 14, FALSE, TRUE, CENTRED, FALSE },
  };

  assert_as_original ("1.2", 0, decision, G_N_ELEMENTS (decision));
  assert_as_original ("1.4", 0, named, G_N_ELEMENTS (named));
  assert_as_original ("1.5", 0, letter, G_N_ELEMENTS (letter));
  assert_as_original ("1.7", 0, invitation, G_N_ELEMENTS (invitation));
  assert_as_original ("1.9", 0, minutes, G_N_ELEMENTS (minutes));
  assert_as_original ("2.1", 1, annex, G_N_ELEMENTS (annex));
  assert_as_original ("2.2", 1, annex, G_N_ELEMENTS (annex));
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
  assert_level (test_pdf_get (pdf, 0, "Nơi nhận:"), test_pdf_get (pdf, 0, "QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"));
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
  g_test_add_func ("/document/samples/as-originals", test_as_originals);
  g_test_add_func ("/document/samples/1.2-decision", test_decision);
  g_test_add_func ("/document/samples/1.4-named", test_named);
  g_test_add_func ("/document/samples/1.5-letter", test_letter);
  g_test_add_func ("/document/samples/1.7-invitation", test_invitation);
  g_test_add_func ("/document/samples/1.9-minutes", test_minutes);
  g_test_add_func ("/document/samples/2-annexes", test_annexes);

  return g_test_run ();
}
