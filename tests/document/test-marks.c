/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers.h"
#include "read-back.h"

/* Boxes 9a, 10b, 11, 12 and 13 (Decree 30/2020/NĐ-CP, Annex I, Part I, II.9,
 * III.2 to 4), on a letter as sample 1.5 of Annex III. */

#define LEFT  TOSO_MM (30)
#define RIGHT TOSO_MM (195)

/* What lies on the page besides black on white, rounded out to pixels. */
static cairo_rectangle_t
find_red (TestPdf *pdf,
          int      page)
{
  const double      scale = 4;
  PopplerPage      *opened = poppler_document_get_page (pdf->document, page);
  cairo_surface_t  *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (scale * TOSO_MM (210)), (int) (scale * TOSO_MM (297)));
  cairo_t          *cr = cairo_create (surface);
  int               x1 = G_MAXINT, y1 = G_MAXINT, x2 = -1, y2 = -1;
  cairo_rectangle_t found = { 0 };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (opened, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface) +
                                              (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        if ((row[x] >> 16 & 0xff) > 200 && (row[x] & 0xff) < 80)
          {
            x1 = MIN (x1, x);
            x2 = MAX (x2, x + 1);
            y1 = MIN (y1, y);
            y2 = MAX (y2, y + 1);
          }
    }
  cairo_surface_destroy (surface);
  g_object_unref (opened);
  if (x2 > 0)
    found = (cairo_rectangle_t){ x1 / scale, y1 / scale, (x2 - x1) / scale, (y2 - y1) / scale };

  return found;
}

static double
middle (TestBox box)
{
  return (box.x1 + box.x2) / 2;
}

static void
test_one_addressee (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  TestBox words, name, whole;

  g_strfreev (paper->addressees);
  paper->addressees = g_strsplit ("Trưởng các thôn, làng trên địa bàn xã Ngọc Liên", "|", -1);
  pdf = test_pdf_new (paper, NULL);
  words = test_pdf_get (pdf, 0, "Kính gửi:");
  name = test_pdf_get (pdf, 0, paper->addressees[0]);
  g_assert_cmpfloat_with_epsilon (words.size, 14, 0.01);
  g_assert_false (words.bold || words.italic || name.bold);
  g_assert_cmpfloat_with_epsilon (words.baseline, name.baseline, 0.1);
  g_assert_cmpfloat (name.x1, >, words.x2);
  whole = words;
  whole.x2 = name.x2;
  g_assert_cmpfloat_with_epsilon (middle (whole), (LEFT + RIGHT) / 2, 1);
}

/* A line each, the dashes level with each other under the colon. */
static void
test_more_addressees (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  TestBox words = test_pdf_get (pdf, 0, "Kính gửi:");
  TestBox first = test_pdf_get (pdf, 0, paper->addressees[0]);
  TestBox second = test_pdf_get (pdf, 0, paper->addressees[1]);

  g_assert_cmpfloat_with_epsilon (first.x1, second.x1, 0.1);
  g_assert_cmpfloat (first.x1, >, words.x2 - 6);
  g_assert_cmpfloat (first.x1, <, words.x2 + 1);
  g_assert_cmpfloat_with_epsilon (first.baseline - words.baseline, 14 * 1.149, 0.1);
  g_assert_cmpfloat_with_epsilon (second.baseline - first.baseline, 14 * 1.149, 0.1);
  g_assert_cmpfloat (words.baseline, >, test_pdf_get (pdf, 0, "V/v báo cáo").y2);
  g_assert_cmpfloat (second.y2, <, test_pdf_get (pdf, 0, "Thực hiện Kế hoạch").y1);
}

/* A name too long for its line goes on under itself, in the margins. */
static void
test_long_addressee (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  TestBox first, more;

  g_strfreev (paper->addressees);
  paper->addressees = g_strsplit ("- Ban Thường vụ Đảng ủy, Thường trực Hội đồng nhân dân, Ủy ban nhân dân và "
                                  "Ủy ban Mặt trận Tổ quốc Việt Nam xã Ngọc Liên;|- Công an xã.",
                                  "|", -1);
  pdf = test_pdf_new (paper, NULL);
  first = test_pdf_get (pdf, 0, "- Ban Thường vụ");
  more = test_pdf_get (pdf, 0, "xã Ngọc Liên;");
  g_assert_cmpfloat (more.baseline, >, first.baseline + 10);
  g_assert_cmpfloat (more.x2, <=, RIGHT + 0.5);
  g_assert_cmpfloat (test_pdf_get (pdf, 0, "- Công an xã.").baseline, >, more.baseline);
}

/* III.2.b: 20 × 8, 30 × 8, 40 × 8 mm, bright red, bold, at the left under the
 * number; nothing else is red. */
static void
test_urgency (void)
{
  static const struct
  {
    const char *text;
    double      width;
  } cases[] = {
    { "KHẨN", 20 },
    { "HỎA TỐC", 30 },
    { "THƯỢNG KHẨN", 40 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_letter_paper ();
      g_autoptr (TestPdf) pdf = NULL;
      cairo_rectangle_t red;
      TestBox           text;

      g_free (paper->urgency);
      paper->urgency = g_strdup (cases[i].text);
      pdf = test_pdf_new (paper, NULL);
      red = find_red (pdf, 0);
      text = test_pdf_get (pdf, 0, cases[i].text);
      g_assert_cmpfloat_with_epsilon (red.width, TOSO_MM (cases[i].width) + 0.75, 0.6);
      g_assert_cmpfloat_with_epsilon (red.height, TOSO_MM (8) + 0.75, 0.6);
      g_assert_cmpfloat_with_epsilon (text.size, 13, 0.01);
      g_assert_true (text.bold);
      g_assert_cmpfloat_with_epsilon (middle (text), red.x + red.width / 2, 0.6);
      g_assert_cmpfloat_with_epsilon (middle (text), TOSO_MM (30 + 33), 0.6);
      g_assert_cmpfloat (red.y, >, test_pdf_get (pdf, 0, "V/v báo cáo").y2 - 4);
      g_assert_cmpfloat (red.y + red.height, <, test_pdf_get (pdf, 0, "Kính gửi:").y1);
      if (pdf->n_pages > 1)
        g_assert_cmpfloat (find_red (pdf, 1).width, ==, 0);
    }
}

static void
test_circulation (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  g_autoptr (GArray) rules = NULL;
  TestBox text;
  guint   around = 0;

  paper->circulation = g_strdup ("LƯU HÀNH NỘI BỘ");
  pdf = test_pdf_new (paper, NULL);
  text = test_pdf_get (pdf, 0, "LƯU HÀNH NỘI BỘ");
  rules = test_pdf_find_rules (pdf, 0);
  g_assert_cmpfloat_with_epsilon (text.size, 13, 0.01);
  g_assert_true (text.bold);
  g_assert_cmpfloat (text.y2, <, TOSO_MM (20));
  g_assert_cmpfloat (text.x1, >, TOSO_MM (105)); /* the right half */
  for (guint i = 0; i < rules->len; i++)
    {
      TestRule rule = g_array_index (rules, TestRule, i);

      if (rule.y < TOSO_MM (20) && rule.x1 < text.x1 && rule.x2 > text.x2)
        around++;
    }
  g_assert_cmpuint (around, ==, 2);
  g_assert_cmpfloat_with_epsilon (test_pdf_get (pdf, 0, "Độc lập - Tự do - Hạnh phúc").size, 14, 0.01);
}

/* On the last line of "Nơi nhận", or under it where there is no room. */
static void
test_drafter (void)
{
  for (int is_long = 0; is_long < 2; is_long++)
    {
      g_autoptr (TosoPaper) paper = test_letter_paper ();
      g_autoptr (TestPdf) pdf = NULL;
      const char *last = is_long ? "- Lưu: VT, Phòng Văn hóa - Xã hội, Văn phòng." : "- Lưu: VT, VHXH.";
      TestBox     drafter, stored;

      g_strfreev (paper->recipients);
      paper->recipients = g_strsplit (last, "|", -1);
      pdf = test_pdf_new (paper, NULL);
      drafter = test_pdf_get (pdf, pdf->n_pages - 1, "NVA.(45)");
      stored = test_pdf_get (pdf, pdf->n_pages - 1, last);
      g_assert_cmpfloat_with_epsilon (drafter.size, 11, 0.01);
      g_assert_cmpfloat_with_epsilon (drafter.baseline - stored.baseline, is_long ? 11 * 1.149 : 0, 0.1);
      g_assert_cmpfloat (drafter.x2, <, TOSO_MM (30 + 80));
      if (!is_long)
        g_assert_cmpfloat (drafter.x1, >, stored.x2);
    }
}

/* On the first page only, at its foot, under a rule as wide as the text; the
 * text ends above it. */
static void
test_address (void)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  g_autoptr (GArray) rules = NULL;
  GPtrArray *lines;
  TestBox    first, last, text;
  gboolean   found = FALSE;

  for (guint i = 0; i < 30; i++)
    toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đề nghị các thôn, làng nghiêm túc thực hiện.");
  pdf = test_pdf_new (paper, NULL);
  g_assert_cmpint (pdf->n_pages, ==, 2);
  first = test_pdf_get (pdf, 0, paper->address[0]);
  last = test_pdf_get (pdf, 0, paper->address[1]);
  g_assert_cmpfloat_with_epsilon (first.size, 11, 0.01);
  g_assert_cmpfloat_with_epsilon (last.y2, TOSO_MM (277), 3);
  g_assert_false (test_pdf_find (pdf, 1, paper->address[0], &text));

  rules = test_pdf_find_rules (pdf, 0);
  for (guint i = 0; i < rules->len; i++)
    {
      TestRule rule = g_array_index (rules, TestRule, i);

      if (rule.y < TOSO_MM (240))
        continue;
      found = TRUE;
      g_assert_cmpfloat_with_epsilon (rule.x1, LEFT, 0.5);
      g_assert_cmpfloat_with_epsilon (rule.x2, RIGHT, 0.5);
      g_assert_cmpfloat (rule.y, <, first.y1 + 1);
    }
  g_assert_true (found);

  lines = g_ptr_array_index (pdf->lines, 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const TestLine *line = g_ptr_array_index (lines, i);

      if (!g_str_equal (line->text, paper->address[0]) && !g_str_equal (line->text, paper->address[1]))
        g_assert_cmpfloat (line->box.y2, <, first.y1);
    }
}

/* Nothing that is not given leaves a trace. */
static void
test_none (void)
{
  g_autoptr (TosoPaper) paper = test_decision_paper ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  TestBox box;

  g_assert_false (test_pdf_find (pdf, 0, "Kính gửi", &box));
  g_assert_cmpfloat (find_red (pdf, 0).width, ==, 0);
  g_assert_cmpfloat (test_pdf_get (pdf, 0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").y1, <, TOSO_MM (23));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/marks/one-addressee", test_one_addressee);
  g_test_add_func ("/document/marks/more-addressees", test_more_addressees);
  g_test_add_func ("/document/marks/long-addressee", test_long_addressee);
  g_test_add_func ("/document/marks/urgency", test_urgency);
  g_test_add_func ("/document/marks/circulation", test_circulation);
  g_test_add_func ("/document/marks/drafter", test_drafter);
  g_test_add_func ("/document/marks/address", test_address);
  g_test_add_func ("/document/marks/none", test_none);

  return g_test_run ();
}
