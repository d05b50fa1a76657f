/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "core/toso-error.h"
#include "read-back.h"
#include "samples.h"

#define LEFT  TOSO_MM (30)
#define RIGHT TOSO_MM (195)

static TestPdf *
set_rich (void)
{
  g_autoptr (TosoPaper) paper = test_rich_paper ();

  return test_pdf_new (paper, NULL);
}

static double
comma_x (TestPdf    *pdf,
         const char *whole,
         const char *from_comma)
{
  TestBox box = test_pdf_get (pdf, 0, whole);
  TestBox end = test_pdf_get (pdf, 0, from_comma);

  g_assert_cmpfloat_with_epsilon (box.baseline, end.baseline, 0.1);

  return end.x1;
}

/* Cells over several rows and columns stand in the middle of them. */
static void
test_merged_heads (void)
{
  g_autoptr (TestPdf) pdf = set_rich ();
  TestBox group = test_pdf_get (pdf, 0, "Hộ sử dụng dịch vụ công");
  TestBox first = test_pdf_get (pdf, 0, "Quý I");
  TestBox last = test_pdf_get (pdf, 0, "Lũy kế");
  TestBox tall = test_pdf_get (pdf, 0, "STT");

  g_assert_true (group.bold && first.bold && last.bold && tall.bold);
  g_assert_cmpfloat (group.x1, >, first.x1);
  g_assert_cmpfloat (group.x2, <, last.x2);
  g_assert_cmpfloat (group.y2, <, first.y1 + 2);
  g_assert_cmpfloat (tall.baseline, >, group.baseline + 3);
  g_assert_cmpfloat (tall.baseline, <, first.baseline - 3);
}

static void
test_commas (void)
{
  g_autoptr (TestPdf) pdf = set_rich ();
  double rate = comma_x (pdf, "46,8", ",8");

  g_assert_cmpfloat_with_epsilon (rate, comma_x (pdf, "9,27", ",27"), 0.3);
  g_assert_cmpfloat_with_epsilon (rate, comma_x (pdf, "52,1", ",1"), 1.0);
  g_assert_cmpfloat_with_epsilon (rate, test_pdf_get (pdf, 0, "100").x2, 0.3);
}

static void
test_total (void)
{
  g_autoptr (TestPdf) pdf = set_rich ();

  g_assert_true (test_pdf_get (pdf, 0, "Cộng (02/03 thôn)").bold);
  g_assert_true (test_pdf_get (pdf, 0, "1.130,75").bold);
  g_assert_false (test_pdf_get (pdf, 0, "Làng Thành Công").bold);
}

/* Sums are never alone on a page, and every page of the table has both rows of
 * its head. */
static void
test_long_table (void)
{
  for (guint n = 20; n < 50; n += 3)
    {
      g_autoptr (TosoPaper) paper = test_rich_paper ();
      g_autoptr (TestPdf) pdf = NULL;
      TosoBlock *table = g_ptr_array_index (paper->blocks, 1);
      char     **row = g_ptr_array_index (table->rows, 3);
      int        at = -1;

      for (guint i = 0; i < n; i++)
        g_ptr_array_insert (table->rows, 3, g_strdupv (row));
      pdf = test_pdf_new (paper, NULL);
      for (int p = 0; p < pdf->n_pages; p++)
        if (strstr (pdf->texts[p], "Cộng (02/03") != NULL)
          at = p;
      g_assert_cmpint (at, >=, 0);
      g_assert_nonnull (strstr (pdf->texts[at], "Làng Thành Công"));
      g_assert_nonnull (strstr (pdf->texts[at], "Lũy kế"));
    }
}

/* On the page of the number, at its foot, under a rule of a third of the width. */
static void
test_notes (void)
{
  g_autoptr (TestPdf) pdf = set_rich ();
  TestBox  first = test_pdf_get (pdf, 0, "¹ Số liệu của 38/41 thôn, làng.");
  TestBox  second = test_pdf_get (pdf, 0, "² Theo báo cáo");
  gboolean found = FALSE;
  g_autoptr (GArray) rules = test_pdf_find_rules (pdf, 0);

  g_assert_nonnull (strstr (pdf->texts[0], "41,6%¹ số hộ"));
  g_assert_nonnull (strstr (pdf->texts[0], "quý I.²"));
  g_assert_cmpfloat_with_epsilon (first.size, 11, 0.01);
  g_assert_cmpfloat_with_epsilon (second.y2, TOSO_MM (277), 2);
  g_assert_cmpfloat (first.y2, <, second.y1 + 2);
  for (guint i = 0; i < rules->len; i++)
    {
      const TestRule *rule = &g_array_index (rules, TestRule, i);

      found = found || (rule->y > first.y1 - 8 && rule->y < first.y1 + 2 && rule->x2 - rule->x1 < (RIGHT - LEFT) / 3 + 1);
    }
  g_assert_true (found);
}

/* However many there are, the text gives way; none is lost, none is away from
 * its number. */
static void
test_many_notes (void)
{
  g_autoptr (TosoPaper) paper = toso_paper_new ();
  g_autoptr (TestPdf) pdf = NULL;
  g_autoptr (GString) tall = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("Đoạn văn số %u nói về chuyển đổi số ở thôn, làng.", i);
      g_autofree char *note = g_strdup_printf ("Ghi chú của đoạn %u.", i);
      TosoBlock       *block = toso_paper_add_block (paper, TOSO_BLOCK_BODY, text);

      toso_block_add_note (block, 1000, note);
    }
  for (guint i = 0; i < 1000; i++)
    g_string_append (tall, "chú thích ");
  g_string_append (tall, "dài.");
  toso_block_add_note (g_ptr_array_index (paper->blocks, 59), 1000, tall->str);
  pdf = test_pdf_new (paper, NULL);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf (" số %u nói", i);
      g_autofree char *note = g_strdup_printf ("Ghi chú của đoạn %u.", i);
      gboolean         together = FALSE;

      for (int p = 0; p < pdf->n_pages; p++)
        {
          TestBox text_box, note_box;

          if (!test_pdf_find (pdf, p, text, &text_box))
            continue;
          g_assert_true (test_pdf_find (pdf, p, note, &note_box));
          g_assert_cmpfloat (note_box.y1, >, text_box.y2 - 1);
          g_assert_cmpfloat (note_box.y2, <, TOSO_MM (277) + 2);
          together = TRUE;
        }
      g_assert_true (together);
    }
  g_assert_nonnull (strstr (pdf->texts[pdf->n_pages - 1], "dài."));
}

/* A vector as wide as the text, its caption under it. */
static void
test_figure (void)
{
  g_autoptr (TosoPaper) paper = test_rich_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  GList  *images;
  TestBox caption;

  g_clear_pointer (&paper->signature_picture, g_bytes_unref);
  g_clear_pointer (&paper->seal_picture, g_bytes_unref);
  pdf = test_pdf_new (paper, NULL);
  images = poppler_page_get_image_mapping (poppler_document_get_page (pdf->document, 0));
  g_assert_null (images);
  caption = test_pdf_get (pdf, 0, "Hình 1. Tiến độ theo quý");
  g_assert_true (caption.italic);
  g_assert_cmpfloat_with_epsilon ((caption.x1 + caption.x2) / 2, (LEFT + RIGHT) / 2, 1);
  /* The frame that the figure draws around itself. */
  {
    g_autoptr (GArray) rules = test_pdf_find_rules (pdf, 0);
    gboolean found = FALSE;

    for (guint i = 0; i < rules->len; i++)
      {
        const TestRule *rule = &g_array_index (rules, TestRule, i);

        found = found || (rule->y < caption.y1 + 3 && rule->y > caption.y1 - 12 && rule->x2 - rule->x1 > RIGHT - LEFT - 2);
      }
    g_assert_true (found);
  }
}

/* The caption is never on another page, and a picture higher than the page
 * becomes as high as that. */
static void
test_figure_kept (void)
{
  for (guint n = 0; n < 40; n += 2)
    {
      g_autoptr (TosoPaper) paper = toso_paper_new ();
      g_autoptr (TestPdf) pdf = NULL;
      g_autoptr (TosoPaper) rich = test_rich_paper ();
      const TosoBlock *figure = g_ptr_array_index (rich->blocks, 2);

      for (guint i = 0; i < n; i++)
        toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đoạn văn.");
      toso_block_append_figure (paper->blocks, "Hình 2. Cao", 100, n == 0 ? 1000 : 100, figure->draw, NULL, NULL);
      pdf = test_pdf_new (paper, NULL);
      for (int p = 0; p < pdf->n_pages; p++)
        {
          TestBox caption;

          if (test_pdf_find (pdf, p, "Hình 2. Cao", &caption))
            {
              g_assert_cmpfloat (caption.y2, <, TOSO_MM (277) + 1);
              g_assert_cmpfloat (caption.y1, >, TOSO_MM (20) + 300);
            }
        }
    }
}

static void
assert_box (TestPdf      *pdf,
            TosoDocument *document,
            const char   *source,
            const char   *text)
{
  for (int p = 0; p < pdf->n_pages; p++)
    {
      g_autoptr (GArray) boxes = toso_document_list_sources (document, (guint) p);

      for (guint i = 0; i < boxes->len; i++)
        {
          const TosoPlacedSource *box = &g_array_index (boxes, TosoPlacedSource, i);
          TestBox                 shown;

          if (!g_str_equal (box->source, source))
            continue;
          shown = test_pdf_get (pdf, p, text);
          g_assert_cmpfloat_with_epsilon (box->x, shown.x1, 1);
          g_assert_cmpfloat_with_epsilon (box->x + box->width, shown.x2, 1);
          g_assert_cmpfloat (box->y, <, shown.baseline);
          g_assert_cmpfloat (box->y + box->height, >, shown.baseline);
          return;
        }
    }
  g_error ("no box of %s", source);
}

/* A figure is found where it is printed, in a sentence, after a note's number,
 * and in a cell. */
static void
test_sources (void)
{
  g_autoptr (TosoPaper) paper = test_rich_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  TosoBlock *sentence = g_ptr_array_index (paper->blocks, 0);
  TosoBlock *table = g_ptr_array_index (paper->blocks, 1);
  int        first = (int) g_utf8_strlen ("Đến hết quý II, ", -1);
  int        second = (int) g_utf8_strlen ("Đến hết quý II, 41,6% số hộ được hướng dẫn sử dụng dịch vụ công trực tuyến, tăng ", -1);

  toso_block_add_source (sentence, 0, 0, first, 5, "target/CT05/2026-H1/value");
  toso_block_add_source (sentence, 0, 0, second, 10, "target/CT05/2026-H1/change");
  toso_block_add_source (table, 3, 4, 0, 5, "village/2/CT05");
  pdf = test_pdf_new (paper, NULL);
  document = toso_document_new (paper, NULL, &error);
  g_assert_no_error (error);
  assert_box (pdf, document, "target/CT05/2026-H1/value", "41,6%");
  assert_box (pdf, document, "target/CT05/2026-H1/change", "5,2 điểm %");
  {
    g_autoptr (GArray) boxes = toso_document_list_sources (document, 0);
    TestBox                 row = test_pdf_get (pdf, 0, "Thôn Ngọc Sơn");
    const TosoPlacedSource *cell = &g_array_index (boxes, TosoPlacedSource, boxes->len - 1);

    g_assert_cmpstr (cell->source, ==, "village/2/CT05");
    g_assert_cmpfloat (cell->y, <, row.baseline);
    g_assert_cmpfloat (cell->y + cell->height, >, row.baseline);
    g_assert_cmpfloat_with_epsilon (cell->width, 29.25, 0.5);
  }
}

static void
get_pictures (TestPdf          *pdf,
              PopplerRectangle *signature,
              PopplerRectangle *seal)
{
  PopplerPage *page = poppler_document_get_page (pdf->document, pdf->n_pages - 1);
  GList       *images = poppler_page_get_image_mapping (page);

  g_assert_cmpuint (g_list_length (images), ==, 2);
  for (GList *l = images; l != NULL; l = l->next)
    {
      const PopplerImageMapping *mapping = l->data;
      gboolean                   round = mapping->area.x2 - mapping->area.x1 < 1.5 * (mapping->area.y2 - mapping->area.y1);

      *(round ? seal : signature) = mapping->area;
    }
  poppler_page_free_image_mapping (images);
  g_object_unref (page);
}

/* Between post and name, in the middle of both; the seal of its real size over
 * the left third (II.7.d, II.8.a). */
static void
test_signature_and_seal (void)
{
  static const struct
  {
    guint32 per_metre;
    double  size;
  } cases[] = {
    { 0, TOSO_MM (36) },     /* it does not say */
    { 10000, TOSO_MM (40) }, /* 400 dots, 10 a millimetre */
    { 72, TOSO_MM (36) },    /* nonsense */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TosoPaper) paper = test_rich_paper ();
      g_autoptr (TestPdf) pdf = NULL;
      PopplerRectangle signature, seal;
      TestBox          name, post;

      g_bytes_unref (paper->seal_picture);
      paper->seal_picture = test_png (400, 400, 0.9, 0, cases[i].per_metre);
      pdf = test_pdf_new (paper, NULL);
      get_pictures (pdf, &signature, &seal);
      name = test_pdf_get (pdf, pdf->n_pages - 1, "Họ và tên");
      post = test_pdf_get (pdf, pdf->n_pages - 1, "VỤ CỦA NGƯỜI KÝ");
      g_assert_cmpfloat_with_epsilon (signature.x1 + signature.x2, name.x1 + name.x2, 2);
      g_assert_cmpfloat (MIN (signature.y1, signature.y2), >=, post.y2 - 3);
      g_assert_cmpfloat (MAX (signature.y1, signature.y2), <=, name.y1 + 3);
      g_assert_cmpfloat_with_epsilon (seal.x2 - seal.x1, cases[i].size, 0.5);
      g_assert_cmpfloat_with_epsilon (seal.x2, signature.x1 + (signature.x2 - signature.x1) / 3, 1);
    }
}

/* A picture that is no seal's shape is no higher than a seal. */
static void
test_tall_seal (void)
{
  g_autoptr (TosoPaper) paper = test_rich_paper ();
  g_autoptr (TestPdf) pdf = NULL;
  PopplerRectangle signature, seal;

  g_bytes_unref (paper->seal_picture);
  paper->seal_picture = test_png (10, 3000, 0.9, 0, 0);
  pdf = test_pdf_new (paper, NULL);
  get_pictures (pdf, &signature, &seal);
  g_assert_cmpfloat (MAX (seal.y1, seal.y2) - MIN (seal.y1, seal.y2), <=, TOSO_MM (36) + 1.5);
}

static void
test_bad_pictures (void)
{
  g_autoptr (GBytes) whole = test_png (300, 120, 0, 0.8, 0);
  g_autoptr (GBytes) huge = test_png (6001, 2, 0, 0.8, 0);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) other = g_bytes_new_static ("GIF89a not a PNG at all, but long enough", 40);
  g_autoptr (GBytes) none = g_bytes_new_static ("", 0);
  GBytes *const bad[] = { huge, cut, other, none };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (TosoPaper) paper = test_rich_paper ();
      g_autoptr (GError) error = NULL;

      g_bytes_unref (paper->seal_picture);
      paper->seal_picture = g_bytes_ref (bad[i]);
      g_assert_null (toso_document_new (paper, NULL, &error));
      g_assert_error (error, TOSO_ERROR, TOSO_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "seal"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/rich/merged-heads", test_merged_heads);
  g_test_add_func ("/document/rich/commas", test_commas);
  g_test_add_func ("/document/rich/total", test_total);
  g_test_add_func ("/document/rich/long-table", test_long_table);
  g_test_add_func ("/document/rich/notes", test_notes);
  g_test_add_func ("/document/rich/many-notes", test_many_notes);
  g_test_add_func ("/document/rich/figure", test_figure);
  g_test_add_func ("/document/rich/sources", test_sources);
  g_test_add_func ("/document/rich/figure-kept", test_figure_kept);
  g_test_add_func ("/document/rich/signature-and-seal", test_signature_and_seal);
  g_test_add_func ("/document/rich/tall-seal", test_tall_seal);
  g_test_add_func ("/document/rich/bad-pictures", test_bad_pictures);

  return g_test_run ();
}
