/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "papers.h"
#include "read-back.h"

/* Papers that nobody should write: no crash, and nothing off the paper. */

static char *
repeat (const char *text,
        guint       times)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

static TosoPaper *
empty_paper (void)
{
  return toso_paper_new ();
}

static TosoPaper *
spaces_paper (void)
{
  TosoPaper *paper = toso_paper_new ();

  paper->agency = g_strsplit (" |\t|", "|", -1);
  paper->number_line = repeat (" ", 2000);
  paper->place_date = g_strdup ("");
  paper->kind = g_strdup (" ");
  paper->title = g_new0 (char *, 1);
  paper->recipients = g_new0 (char *, 1);
  paper->signature = g_strsplit ("", "|", -1);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "     ");
  toso_paper_add_block (paper, TOSO_BLOCK_HEADING, NULL);
  toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);

  return paper;
}

static TosoPaper *
long_paragraph_paper (void)
{
  TosoPaper       *paper = toso_paper_new ();
  g_autofree char *words = repeat ("chuyển đổi ", 1000);
  g_autofree char *word = repeat ("ệ", 10000);
  g_autofree char *numbers = repeat ("1 a ", 2500);

  toso_paper_add_block (paper, TOSO_BLOCK_BODY, words);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, word);
  toso_paper_add_block (paper, TOSO_BLOCK_HEADING_ROMAN, words);
  toso_paper_add_block (paper, TOSO_BLOCK_CENTERED_TITLE, word);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, numbers)->bold_length = 100000;

  return paper;
}

/* Every part far too long. */
static TosoPaper *
long_parts_paper (void)
{
  TosoPaper       *paper = test_decision_paper ();
  g_autofree char *word = repeat ("Ủ", 60);
  g_autofree char *agency = repeat ("ỦYBANNHÂNDÂNXÃNGỌCLIÊNTỈNHTHANHHÓAVIỆTNAMỦYBANNHÂNDÂNXÃNGỌC ", 30);
  g_autofree char *recipients = repeat ("- Trưởng thôn, làng và các Tổ Công nghệ số cộng đồng trên địa bàn;|", 300);
  g_autofree char *signature = repeat ("PHÓ CHỦ TỊCH|", 80);

  g_free (paper->superior);
  paper->superior = g_strdup (word);
  g_strfreev (paper->agency);
  paper->agency = g_strsplit (agency, "|", -1);
  g_free (paper->number_line);
  paper->number_line = g_strdup_printf ("Số:                                                       /%s", word);
  g_free (paper->place_date);
  paper->place_date = repeat ("Thành phố Hồ Chí Minh ", 20);
  g_strfreev (paper->title);
  paper->title = g_strsplit (agency, "|", -1);
  g_strfreev (paper->recipients);
  paper->recipients = g_strsplit (recipients, "|", -1);
  g_strfreev (paper->signature);
  paper->signature = g_strsplit (signature, "|", -1);

  return paper;
}

static TosoPaper *
control_paper (void)
{
  TosoPaper *paper = test_decision_paper ();

  g_free (paper->kind);
  paper->kind = g_strdup ("QUYẾT\x01\x02\n\r\t ĐỊNH\x7F");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "\x1B[31mĐỏ\xC2\x85\xE2\x80\xA8\xE2\x80\xAE"
                                                "đảo ngược\xE2\x81\xA6\xEF\xBB\xBF\xC2\xAD\xE2\x80\x8B");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "không phải UTF-8: \xFF\xFE\xC3 \xE1\xBB rồi hết \xF0\x9F");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "العربية في وسط النص עברית 中文字符 漢字 ไทย 😀👨‍👩‍👧 a\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85");
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "http:// https:// https://) http://'\\\"(x) https://a'b\\c\"d(e)[f]=<g>?h=ệ%20%zz;");
  g_free (paper->subject);
  paper->subject = g_strdup ("Tên \x01 (\\ ) \xFF");

  return paper;
}

static TosoPaper *
headings_paper (void)
{
  TosoPaper *paper = toso_paper_new ();

  for (guint i = 0; i < 300; i++)
    toso_paper_add_block (paper, i % 2 ? TOSO_BLOCK_CENTERED_LABEL : TOSO_BLOCK_HEADING, "Chương I")->outline_level = (int) (i * 7 % 9) - 1;

  return paper;
}

static TosoPaper *
wide_table_paper (void)
{
  TosoPaper       *paper = toso_paper_new ();
  g_autofree char *cells = repeat ("ô dữ liệu dài|", 199);
  g_auto (GStrv) row = g_strsplit (cells, "|", -1);
  const char *const one[] = { "một", NULL };
  const char *const none[] = { NULL };
  TosoBlock        *table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);

  toso_block_add_row (table, (const char *const *) row);
  toso_block_add_row (table, one);
  toso_block_add_row (table, none);
  table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);
  toso_block_add_row (table, none);

  return paper;
}

/* A header row that is itself taller than a page. */
static TosoPaper *
tall_head_paper (void)
{
  TosoPaper        *paper = toso_paper_new ();
  g_autofree char  *long_text = repeat ("chuyển đổi số ", 1200);
  const char *const head[] = { "STT", long_text, NULL };
  const char *const row[] = { "1", "ngắn", NULL };
  TosoBlock        *table = toso_paper_add_block (paper, TOSO_BLOCK_TABLE, NULL);

  toso_block_add_row (table, head);
  for (guint i = 0; i < 50; i++)
    toso_block_add_row (table, row);

  return paper;
}

static void
assert_on_paper (gconstpointer data)
{
  TosoPaper *(*make) (void) = (TosoPaper * (*) (void) ) (gsize) data;
  g_autoptr (TosoPaper) paper = make ();
  g_autoptr (TestPdf) pdf = test_pdf_new (paper, NULL);

  g_assert_nonnull (strstr (pdf->texts[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  g_assert_nonnull (strstr (pdf->texts[0], "Độc lập - Tự do - Hạnh phúc"));
  for (int p = 0; p < pdf->n_pages; p++)
    {
      GArray *boxes = g_ptr_array_index (pdf->boxes, p);

      for (guint i = 0; i < boxes->len; i++)
        {
          const TestBox *box = &g_array_index (boxes, TestBox, i);

          g_assert_cmpfloat (box->x1, >=, 0);
          g_assert_cmpfloat (box->y1, >=, 0);
          g_assert_cmpfloat (box->x2, <=, TOSO_MM (210));
          g_assert_cmpfloat (box->y2, <=, TOSO_MM (297));
        }
    }
}

/* More than 200 pages of table. */
static void
test_long_table (void)
{
  g_autoptr (TosoPaper) paper = test_table_paper (2700);
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  document = toso_document_new (paper, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (toso_document_get_n_pages (document), >, 200);
  bytes = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100000);
}

#define add_paper(name, make) \
  g_test_add_data_func ("/document/hostile/" name, (gconstpointer) (gsize) make, assert_on_paper)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_paper ("empty", empty_paper);
  add_paper ("spaces", spaces_paper);
  add_paper ("long-paragraph", long_paragraph_paper);
  add_paper ("long-parts", long_parts_paper);
  add_paper ("control", control_paper);
  add_paper ("headings", headings_paper);
  add_paper ("wide-table", wide_table_paper);
  add_paper ("tall-head", tall_head_paper);
  g_test_add_func ("/document/hostile/long-table", test_long_table);

  return g_test_run ();
}
