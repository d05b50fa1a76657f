/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>

#include "document/toso-signed-copy.h"
#include "papers.h"
#include "read-back.h"

/* The head of a paper that came back, and its text beside what was exported. */

static GBytes *
make_pdf (const char *number_line,
          const char *place_date,
          const char *last_paragraph)
{
  g_autoptr (TosoPaper) paper = test_letter_paper ();
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  g_free (paper->number_line);
  paper->number_line = g_strdup (number_line);
  g_free (paper->place_date);
  paper->place_date = g_strdup (place_date);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, last_paragraph);
  document = toso_document_new (paper, NULL, &error);
  g_assert_no_error (error);
  pdf = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);

  return pdf;
}

#define BLANK_NUMBER "Số:      /BC-UBND"
#define BLANK_DATE   "Ngọc Liên, ngày      tháng      năm 2026"

static void
test_mark (void)
{
  static const struct
  {
    const char *number_line, *place_date;
    const char *number, *symbol, *date;
  } marks[] = {
    { "Số: 05/BC-UBND", "Ngọc Liên, ngày 05 tháng 3 năm 2026", "05", "BC-UBND", "2026-03-05" },
    { "Số: 112/QĐ-UBND", "Ngọc Liên, ngày 31 tháng 12 năm 2026", "112", "QĐ-UBND", "2026-12-31" },
    { "Số: 07a/UBND-VHXH", "Ngọc Liên, ngày 1 tháng 02 năm 2026", "07a", "UBND-VHXH", "2026-02-01" },
    { BLANK_NUMBER, BLANK_DATE, NULL, "BC-UBND", NULL },
    { "Số: 05/BC-UBND", "Ngọc Liên, ngày 31 tháng 02 năm 2026", "05", "BC-UBND", NULL },
    { "Mật", "Ngọc Liên", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (marks[i].number_line, marks[i].place_date, "Số: 99/KH-UBND, ngày 02 tháng 02 năm 2020.");
      g_autoptr (GError) error = NULL;
      g_autofree char *date = NULL;
      TosoPaperMark    mark;

      g_assert_true (toso_paper_mark_read (&mark, pdf, "a.pdf", &error));
      g_assert_no_error (error);
      g_assert_cmpstr (mark.number, ==, marks[i].number);
      g_assert_cmpstr (mark.symbol, ==, marks[i].symbol);
      date = toso_date_is_valid (mark.date) ? toso_date_format_iso (mark.date) : NULL;
      g_assert_cmpstr (date, ==, marks[i].date);
      toso_paper_mark_clear (&mark);
    }
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* @text over the page where @before ends, a little too high, as a stamp is. */
static void
stamp (cairo_t     *cr,
       PopplerPage *page,
       const char  *before,
       const char  *text)
{
  GList            *found = poppler_page_find_text (page, before);
  PopplerRectangle *box = found->data;
  double            height = 0;

  poppler_page_get_size (page, NULL, &height);
  cairo_select_font_face (cr, "Liberation Serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 12);
  cairo_move_to (cr, box->x2 + 2, height - box->y1 - 5.5);
  cairo_show_text (cr, text);
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
}

static GBytes *
make_stamped (GBytes *pdf)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  PopplerPage     *page = poppler_document_get_page (document, 0);
  GByteArray      *stamped = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, stamped, 595.276, 841.89);
  cairo_t         *cr = cairo_create (surface);

  poppler_page_render_for_printing (page, cr);
  stamp (cr, page, "Số:", "05");
  stamp (cr, page, "ngày", "06");
  stamp (cr, page, "tháng", "3");
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (document);

  return g_byte_array_free_to_bytes (stamped);
}

static guint
count_changes (GBytes *original,
               GBytes *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = toso_signed_copy_compare (original, copy, "a.pdf", NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < changes->len; i++)
    {
      const TosoCopyChange *change = changes->pdata[i];

      g_test_message ("%s page %u: %s", change->added ? "added" : "removed", change->page, change->text);
    }

  return changes->len;
}

/* The clerk's number and day, put over the blanks of the exported file */
static void
test_stamp (void)
{
  g_autoptr (GBytes) original = make_pdf (BLANK_NUMBER, BLANK_DATE, "Hạn gửi: ngày 10 tháng 4 năm 2026.");
  g_autoptr (GBytes) copy = make_stamped (original);
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  TosoPaperMark    mark;

  g_assert_true (toso_paper_mark_read (&mark, copy, "a.pdf", &error));
  g_assert_cmpstr (mark.number, ==, "05");
  g_assert_cmpstr (mark.symbol, ==, "BC-UBND");
  date = toso_date_format_iso (mark.date);
  g_assert_cmpstr (date, ==, "2026-03-06");
  toso_paper_mark_clear (&mark);
  g_assert_cmpuint (count_changes (original, copy), ==, 0);
}

static void
test_number_is_no_difference (void)
{
  g_autoptr (GBytes) original = make_pdf (BLANK_NUMBER, BLANK_DATE, "Hạn gửi: ngày 10 tháng 4 năm 2026.");
  g_autoptr (GBytes) copy = make_pdf ("Số: 05/BC-UBND", "Ngọc Liên, ngày 05 tháng 3 năm 2026", "Hạn gửi: ngày 10 tháng 4 năm 2026.");

  g_assert_cmpuint (count_changes (original, original), ==, 0);
  g_assert_cmpuint (count_changes (original, copy), ==, 0);
}

static void
test_text_is_a_difference (void)
{
  g_autoptr (GBytes) original = make_pdf (BLANK_NUMBER, BLANK_DATE, "Hạn gửi: ngày 10 tháng 4 năm 2026.");
  g_autoptr (GBytes) copy = make_pdf ("Số: 05/BC-UBND", BLANK_DATE, "Hạn gửi: ngày 11 tháng 4 năm 2026.");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = toso_signed_copy_compare (original, copy, "a.pdf", NULL, &error);
  const TosoCopyChange *removed;
  const TosoCopyChange *added;

  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 2);
  removed = changes->pdata[0];
  added = changes->pdata[1];
  g_assert_false (removed->added);
  g_assert_cmpstr (removed->text, ==, "Hạn gửi: ngày 10 tháng 4 năm 2026.");
  g_assert_true (added->added);
  g_assert_cmpstr (added->text, ==, "Hạn gửi: ngày 11 tháng 4 năm 2026.");
  g_assert_cmpuint (added->page, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signed-copy/mark", test_mark);
  g_test_add_func ("/signed-copy/stamp-in-the-blanks", test_stamp);
  g_test_add_func ("/signed-copy/number-is-no-difference", test_number_is_no_difference);
  g_test_add_func ("/signed-copy/text-is-a-difference", test_text_is_a_difference);

  return g_test_run ();
}
