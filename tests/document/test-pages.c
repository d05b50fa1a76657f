/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers.h"
#include "read-back.h"

#define PITCH (14 * 1.149)

/* A paragraph of so many lines, each line marked by its number. */
static void
add_paragraph (TosoPaper  *paper,
               const char *mark,
               guint       n_lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* A word of more than half a line: one a line. */
  for (guint i = 1; i <= n_lines; i++)
    g_string_append_printf (text, "%s%uxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ", mark, i);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, text->str);
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

/* Wherever the page ends: two lines of a paragraph at least on either side,
 * and a heading with two lines of what follows. */
static void
test_no_widow_orphan_or_lonely_heading (void)
{
  for (guint before = 30; before < 46; before++)
    {
      g_autoptr (TosoPaper) paper = toso_paper_new ();
      g_autoptr (TestPdf) pdf = NULL;

      add_paragraph (paper, "A", before);
      toso_paper_add_block (paper, TOSO_BLOCK_HEADING, "1. Tên mục");
      add_paragraph (paper, "B", 5);
      add_paragraph (paper, "C", 3);
      add_paragraph (paper, "D", 2);
      pdf = test_pdf_new (paper, NULL);

      g_assert_cmpint (page_of (pdf, "1. Tên mục"), ==, page_of (pdf, "B1x"));
      g_assert_cmpint (page_of (pdf, "B1x"), ==, page_of (pdf, "B2x"));
      g_assert_cmpint (page_of (pdf, "B4x"), ==, page_of (pdf, "B5x"));
      g_assert_cmpint (page_of (pdf, "C1x"), ==, page_of (pdf, "C3x"));
      g_assert_cmpint (page_of (pdf, "D1x"), ==, page_of (pdf, "D2x"));
    }
}

/* A heading goes with the header row and the first row of the table under it. */
static void
test_heading_with_table (void)
{
  static const char *const head[] = { "STT", "Nội dung", NULL };
  static const char *const row[] = { "1", "Hàng đầu", NULL };

  for (guint before = 30; before < 46; before++)
    {
      g_autoptr (TosoPaper) paper = toso_paper_new ();
      g_autoptr (TestPdf) pdf = NULL;
      TosoBlock *table;

      add_paragraph (paper, "A", before);
      toso_paper_add_block (paper, TOSO_BLOCK_HEADING, "1. Tên mục");
      table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);
      toso_block_add_row (table, head);
      toso_block_add_row (table, row);
      pdf = test_pdf_new (paper, NULL);

      g_assert_cmpint (page_of (pdf, "1. Tên mục"), ==, page_of (pdf, "Nội dung"));
      g_assert_cmpint (page_of (pdf, "Nội dung"), ==, page_of (pdf, "Hàng đầu"));
    }
}

static void
draw_ground (gpointer data,
             cairo_t *cr,
             double   width,
             double   height)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, 0, height * 0.1, width, height * 0.8);
  cairo_fill (cr);
}

/* A sentence that ends in a colon is not left alone at the foot of a page; nor
 * does a figure leave a large gap there: it gets a little smaller, or text of
 * its section goes before it, and none of the next one. */
static void
test_gaps (void)
{
  gboolean pulled = FALSE;

  for (guint before = 10; before < 46; before++)
    {
      g_autoptr (TosoPaper) paper = toso_paper_new ();
      g_autoptr (TestPdf) pdf = NULL;

      add_paragraph (paper, "A", before);
      toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Kết quả như sau:");
      add_paragraph (paper, "B", 2);
      toso_block_append_figure (paper->blocks, "Hình 1. Kết quả", 600, 400, draw_ground, NULL, NULL);
      add_paragraph (paper, "C", 3);
      toso_paper_add_block (paper, TOSO_BLOCK_HEADING, "2. Mục sau");
      add_paragraph (paper, "D", 3);
      pdf = test_pdf_new (paper, NULL);

      g_assert_cmpint (page_of (pdf, "như sau:"), ==, page_of (pdf, "B1x"));
      g_assert_cmpint (page_of (pdf, "Hình 1."), <=, page_of (pdf, "2. Mục sau"));
      pulled = pulled || page_of (pdf, "C3x") < page_of (pdf, "Hình 1.");
      if (page_of (pdf, "2. Mục sau") == page_of (pdf, "Hình 1."))
        g_assert_cmpfloat (test_pdf_get (pdf, page_of (pdf, "Hình 1."), "Hình 1.").y2, <,
                           test_pdf_get (pdf, page_of (pdf, "Hình 1."), "2. Mục sau").y1);
    }
  g_assert_true (pulled);
}

/* The block is whole, and two lines of text are on its page, however full the
 * page before is. */
static void
test_signature_kept (void)
{
  gboolean moved = FALSE;

  for (guint n = 20; n < 45; n++)
    {
      g_autoptr (TosoPaper) paper = toso_paper_new ();
      g_autoptr (TestPdf) pdf = NULL;
      g_autofree char *last = g_strdup_printf ("A%ux", n);
      g_autofree char *last_but_one = g_strdup_printf ("A%ux", n - 1);
      int              page;

      add_paragraph (paper, "A", n);
      paper->recipients_heading = g_strdup ("Nơi nhận:");
      paper->recipients = g_strsplit ("- Như trên;|- Lưu: VT, VHXH.", "|", -1);
      paper->signature = g_strsplit ("KT. CHỦ TỊCH|PHÓ CHỦ TỊCH", "|", -1);
      paper->signer = g_strdup ("Phạm Xuân Khánh");
      pdf = test_pdf_new (paper, NULL);

      page = page_of (pdf, "KT. CHỦ TỊCH");
      g_assert_cmpint (page_of (pdf, "Phạm Xuân Khánh"), ==, page);
      g_assert_cmpint (page_of (pdf, "Nơi nhận:"), ==, page);
      g_assert_cmpint (page_of (pdf, "- Lưu: VT, VHXH."), ==, page);
      g_assert_cmpint (page_of (pdf, last), ==, page);
      g_assert_cmpint (page_of (pdf, last_but_one), ==, page);
      moved = moved || page > 0;
    }
  g_assert_true (moved);
}

/* Level first lines (II.9.d); room to sign of four to five lines. */
static void
test_signature_block (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);
  int     last = pdf->n_pages - 1;
  TestBox heading = test_pdf_get (pdf, last, "Nơi nhận:");
  TestBox first = test_pdf_get (pdf, last, "KT. CHỦ TỊCH");
  TestBox second = test_pdf_get (pdf, last, "PHÓ CHỦ TỊCH");
  TestBox signer = test_pdf_get (pdf, last, "Phạm Xuân Khánh");
  TestBox list = test_pdf_get (pdf, last, "- Sở Khoa học & Công nghệ (B/c);");

  g_assert_cmpfloat_with_epsilon (heading.baseline, first.baseline, 0.1);
  g_assert_cmpfloat_with_epsilon (heading.x1, TOSO_MM (30), 0.5);
  g_assert_cmpfloat_with_epsilon (list.x1, TOSO_MM (30), 0.5);
  g_assert_cmpfloat_with_epsilon (list.baseline - heading.baseline, 11 * 1.149, 2);
  g_assert_cmpfloat_with_epsilon (second.baseline - first.baseline, PITCH, 0.1);
  g_assert_cmpfloat (signer.baseline - second.baseline, >=, 5 * PITCH);
  g_assert_cmpfloat (signer.baseline - second.baseline, <=, 6.5 * PITCH);
}

/* Arabic, from the second page, in the middle of the top margin (I.7). */
static void
test_page_numbers (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (3);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  g_assert_cmpint (pdf->n_pages, >, 10);
  for (int p = 0; p < pdf->n_pages; p++)
    {
      const TestLine  *line = g_ptr_array_index ((GPtrArray *) g_ptr_array_index (pdf->lines, p), 0);
      g_autofree char *number = g_strdup_printf ("%d", p + 1);

      if (p == 0)
        {
          g_assert_cmpstr (line->text, !=, number);
          continue;
        }
      g_assert_cmpstr (line->text, ==, number);
      g_assert_cmpfloat (line->box.y1, >, TOSO_MM (5));
      g_assert_cmpfloat (line->box.y2, <, TOSO_MM (20));
      g_assert_cmpfloat_with_epsilon ((line->box.x1 + line->box.x2) / 2, TOSO_MM (112.5), 0.5);
    }
}

/* The page count that the word processor gives with the same measures. */
static void
test_plan_pages (void)
{
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  g_assert_cmpint (pdf->n_pages, ==, 5);
}

static void
test_profile (void)
{
  TosoProfile profile = TOSO_PROFILE_DECREE_30;
  g_autoptr (TosoPaper) paper = test_plan_paper (1);
  g_autoptr (TestPdf) pdf = NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  profile.left = TOSO_MM (35);
  profile.body_size = 13;
  profile.indent = TOSO_MM (10);
  pdf = test_pdf_new (paper, &profile);
  g_assert_cmpfloat_with_epsilon (test_pdf_get (pdf, 0, "Phát huy vai trò").x1, TOSO_MM (45), 0.5);
  g_assert_cmpfloat_with_epsilon (test_pdf_get (pdf, 0, "Phát huy vai trò").size, 13, 0.01);

  profile.right = TOSO_MM (170);
  document = toso_document_new (paper, &profile, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
}

/* "SỐ LIỆU MẪU" as text on every page; the text of the paper is as without. */
static void
test_mark (void)
{
  g_autoptr (TosoPaper) plain = test_plan_paper (1);
  g_autoptr (TosoPaper) marked = test_plan_paper (1);
  g_autoptr (TestPdf) plain_pdf = NULL;
  g_autoptr (TestPdf) marked_pdf = NULL;

  marked->watermark = g_strdup ("SỐ LIỆU MẪU");
  plain_pdf = test_pdf_new (plain, NULL);
  marked_pdf = test_pdf_new (marked, NULL);
  g_assert_cmpint (marked_pdf->n_pages, ==, plain_pdf->n_pages);
  for (int p = 0; p < marked_pdf->n_pages; p++)
    {
      g_auto (GStrv) parts = g_strsplit (marked_pdf->texts[p], "SỐ LIỆU MẪU", -1);
      g_autofree char *rest = g_strjoinv ("", parts);
      g_autofree char *squeezed = test_squeeze (rest);
      g_autofree char *expected = test_squeeze (plain_pdf->texts[p]);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_assert_cmpstr (squeezed, ==, expected);
      g_assert_cmpfloat (test_pdf_get (marked_pdf, p, "SỐ LIỆU MẪU").y2, <, TOSO_MM (20));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/pages/no-widow-orphan-or-lonely-heading", test_no_widow_orphan_or_lonely_heading);
  g_test_add_func ("/document/pages/heading-with-table", test_heading_with_table);
  g_test_add_func ("/document/pages/gaps", test_gaps);
  g_test_add_func ("/document/pages/signature-kept", test_signature_kept);
  g_test_add_func ("/document/pages/signature-block", test_signature_block);
  g_test_add_func ("/document/pages/page-numbers", test_page_numbers);
  g_test_add_func ("/document/pages/plan-pages", test_plan_pages);
  g_test_add_func ("/document/pages/profile", test_profile);
  g_test_add_func ("/document/pages/mark", test_mark);

  return g_test_run ();
}
