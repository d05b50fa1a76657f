/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <poppler.h>

#include "approved.h"
#include "paper-fixture.h"

/* Pages of the papers beside those that were approved: what is drawn from the
 * PDF, as a reader or a printer has it. */

/* A dot a point, in so many grays: small files. */
#define GRAYS 8

/* Letters that stand a third of a dot elsewhere are a patch of 0.04; another
 * name in the signature is one of 0.16. */
static const TestDifference most = { .mean = 0.006, .changed = 0.02, .patch = 0.1 };

static const struct
{
  const char *kind, *period;
  int         page; /* from 1; below 0: from the last one */
  const char *name;
} pages[] = {
  { "plan", NULL, 1, "plan-first" },
  { "plan", NULL, 3, "plan-middle" },
  { "plan", NULL, -1, "plan-last" },
  { "month", "2026-03", 1, "month-first" },
  { "month", "2026-03", 3, "month-signature" },
  { "month", "2026-03", 4, "month-annex-1" },
  { "month", "2026-03", 5, "month-annex-2" },
  { "quarter", "2026-Q1", 1, "quarter-first" },
  { "year", "2026", 2, "year-chart" },
  { "proposal", NULL, 1, "proposal" },
  { "commendation", NULL, 1, "commendation" },
  { "commendation", NULL, 2, "commendation-list" },
  { "strengthening", NULL, 1, "strengthening" },
  { "strengthening", NULL, 2, "strengthening-list" },
  { "minutes", "2026-03", 2, "minutes-last" },
  { "invitation", "2026-03", 1, "invitation" },
  { "guidance", "2026-03", 1, "guidance" },
  { "reminder", "2026-03", 1, "reminder" },
  { "conclusions", "2026-03", 1, "conclusions-first" },
  { "register", NULL, 1, "register" },
  { "members", NULL, 1, "members" },
  { "support", "2026-Q1", 1, "support" },
};

/* --- a page as a picture --- */

static cairo_surface_t *
draw (PopplerPage *page)
{
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           width, height;

  poppler_page_get_size (page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Cairo writes a surface of one channel as a gray picture. */
static cairo_surface_t *
make_gray (cairo_surface_t *colours)
{
  int              width = cairo_image_surface_get_width (colours), height = cairo_image_surface_get_height (colours);
  cairo_surface_t *gray = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (colours) + (gsize) y * cairo_image_surface_get_stride (colours));
      guchar        *to = cairo_image_surface_get_data (gray) + (gsize) y * cairo_image_surface_get_stride (gray);

      for (int x = 0; x < width; x++)
        {
          guint light = (299 * (from[x] >> 16 & 0xFF) + 587 * (from[x] >> 8 & 0xFF) + 114 * (from[x] & 0xFF)) / 1000;

          to[x] = (guchar) ((light * (GRAYS - 1) + 127) / 255 * 255 / (GRAYS - 1));
        }
    }
  cairo_surface_mark_dirty (gray);

  return gray;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
render (PopplerPage *page)
{
  cairo_surface_t *colours = draw (page);
  cairo_surface_t *gray = make_gray (colours);
  GByteArray      *png = g_byte_array_new ();

  g_assert_cmpint (cairo_surface_write_to_png_stream (gray, write_cb, png), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (gray);
  cairo_surface_destroy (colours);

  return g_byte_array_free_to_bytes (png);
}

static PopplerDocument *
set (const TosoPaper *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TosoProfile      profile = TOSO_PROFILE_DECREE_30;
  PopplerDocument *pdf;

  /* One font, also where the decree's own is installed. */
  profile.font_family = "Liberation Serif";
  document = toso_document_new (paper, &profile, &error);
  g_assert_no_error (error);
  bytes = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);
  pdf = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);

  return pdf;
}

/* --- lists as an office has them --- */

static void
fill_teams (TosoYear *year)
{
  static const char *const names[] = { "Phạm Thị Hoa", "Trương Văn Bảy", "Bùi Thị Lan", "Hà Văn Tuấn", "Lê Thị Hồng Nhung", "Quách Văn Điệp" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = toso_year_list_villages (year, &error);

  g_assert_no_error (error);
  for (guint v = 0; v < 3; v++)
    {
      g_autofree char *village = test_id_text (((const TosoVillage *) villages->pdata[v])->id);
      g_autofree char *name = g_strdup_printf ("Tổ CNSCĐ thôn %u", v + 1);
      g_autofree char *team = test_id_text (test_save (year, "team", "village_id", village, "name", name, NULL));

      for (guint m = 0; m < 2; m++)
        {
          g_autofree char *member = test_id_text (test_save (year, "member", "name", names[2 * v + m], NULL));

          test_save (year, "membership", "team_id", team, "member_id", member, "is_leader", m == 0 ? "1" : "0", NULL);
          test_save (year, "support_day", "team_id", team, "member_id", member, "day", "2026-02-10", "days", v == 1 ? "1,5" : "2",
                     "amount", v == 2 && m == 1 ? NULL : "150000", "paid_day", v == 0 ? "2026-03-02" : NULL, NULL);
        }
    }
}

static void
fill_papers (TosoYear *year)
{
  test_save (year, "register_entry", "title", "Kế hoạch hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn xã Ngọc Liên năm 2026", "year", "2026",
             "number", "12", "symbol", "KH-UBND", "day", "2026-01-15", "signer", "Phạm Xuân Khánh",
             "recipients", "Sở Khoa học và Công nghệ; 41 thôn", "keeper", "VT, VHXH", "copies", "45", "sent_day", "2026-01-15", NULL);
  test_save (year, "register_entry", "title", "Báo cáo kết quả hoạt động của Tổ Công nghệ số cộng đồng trên địa bàn xã Ngọc Liên tháng 02 năm 2026", "year",
             "2026", "number", "37", "symbol", "BC-UBND", "day", "2026-02-20", "signer", "Phạm Xuân Khánh",
             "recipients", "Sở Khoa học và Công nghệ", "keeper", "VT, VHXH", "copies", "3", NULL);
  test_save (year, "commendation", "recipient", "Tổ CNSCĐ thôn 2", "form", "Giấy khen", "achievement",
             "Duy trì tổ trực hỗ trợ dịch vụ công trực tuyến hằng tuần; 100% hộ có tài khoản thanh toán điện tử", "amount", "1000000", NULL);
}

static void
set_up (TestPapers   *fixture,
        gconstpointer figures)
{
  test_papers_set_up (fixture, figures);
  test_fill_registers (fixture->year);
  fill_teams (fixture->year);
  fill_papers (fixture->year);
}

/* --- the tests --- */

static void
test_as_approved (TestPapers   *fixture,
                  gconstpointer figures)
{
  PopplerDocument *pdf = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      PopplerPage *page;
      g_autoptr (GBytes) png = NULL;

      if (i == 0 || !g_str_equal (pages[i].kind, pages[i - 1].kind))
        {
          g_autoptr (TosoPaper) paper = test_compose (fixture, pages[i].kind, pages[i].period);

          /* Figures that were made up say so. */
          if (g_str_equal (pages[i].kind, "quarter"))
            paper->watermark = g_strdup ("SỐ LIỆU MẪU");
          g_clear_object (&pdf);
          pdf = set (paper);
        }
      page = poppler_document_get_page (pdf, pages[i].page > 0 ? pages[i].page - 1 : poppler_document_get_n_pages (pdf) + pages[i].page);
      g_assert_nonnull (page);
      png = render (page);
      test_assert_approved (png, "report", pages[i].name, &most);
      g_object_unref (page);
    }
  g_clear_object (&pdf);
}

/* One word of a letter, a day, a line more: the tolerance lets none of it pass. */
static void
test_sees_a_change (TestPapers   *fixture,
                    gconstpointer figures)
{
  g_autoptr (TosoPaper) paper = test_compose (fixture, "invitation", "2026-03");
  PopplerDocument *usual = set (paper), *other;
  PopplerPage     *page = poppler_document_get_page (usual, 0);
  g_autoptr (GBytes) before = render (page);

  g_object_unref (page);
  g_object_unref (usual);
  g_assert_true (test_is_within (test_compare_pictures (before, before), &most));
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TosoPaper) changed = test_compose (fixture, "invitation", "2026-03");
      g_autoptr (GBytes) after = NULL;

      if (i == 0)
        {
          g_free (changed->signer);
          changed->signer = g_strdup ("Trần Xuân Khánh");
        }
      else if (i == 1)
        toso_paper_add_block (changed, TOSO_BLOCK_BODY, "Thêm.");
      else
        g_clear_pointer (&changed->place_date, g_free);
      other = set (changed);
      page = poppler_document_get_page (other, 0);
      after = render (page);
      if (test_is_within (test_compare_pictures (before, after), &most))
        g_error ("change %u is not seen", i);
      g_object_unref (page);
      g_object_unref (other);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/approved/pages", TestPapers, GINT_TO_POINTER (1), set_up, test_as_approved, test_papers_tear_down);
  g_test_add ("/report/approved/sees-a-change", TestPapers, GINT_TO_POINTER (0), test_papers_set_up, test_sees_a_change, test_papers_tear_down);

  return g_test_run ();
}
