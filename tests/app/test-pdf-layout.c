/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-layout.h"
#include "app/toso-pdf-search.h"

static const TosoPdfSize sizes[] = { { 600, 800 }, { 800, 600 }, { 600, 800 } };

/* Each page as wide as the room, landscape ones too; none over another. */
static void
test_full_width (void)
{
  g_autoptr (TosoPdfLayout) layout = toso_pdf_layout_new (sizes, 3, TOSO_PDF_FIT_WIDTH, 632, 400, 1);
  double bottom = 0;

  for (guint i = 0; i < 3; i++)
    {
      const TosoPdfPlace *place = toso_pdf_layout_get (layout, i);

      g_assert_cmpfloat (place->width, ==, 600);
      g_assert_cmpfloat (place->x, ==, TOSO_PDF_EDGE);
      g_assert_cmpfloat (place->y, ==, bottom + TOSO_PDF_EDGE);
      bottom = place->y + place->height;
    }
  g_assert_cmpfloat (layout->height, ==, bottom + TOSO_PDF_EDGE);
  g_assert_cmpfloat (layout->width, ==, 632);
}

static void
test_whole_page (void)
{
  g_autoptr (TosoPdfLayout) layout = toso_pdf_layout_new (sizes, 3, TOSO_PDF_FIT_PAGE, 632, 432, 1);

  g_assert_cmpfloat (toso_pdf_layout_get (layout, 0)->height, ==, 400);
  g_assert_cmpfloat (toso_pdf_layout_get (layout, 1)->height, ==, 400);
}

/* What is wider than the room can be scrolled to. */
static void
test_zoomed (void)
{
  g_autoptr (TosoPdfLayout) layout = toso_pdf_layout_new (sizes, 3, 3, 632, 432, 2);

  g_assert_cmpfloat (toso_pdf_layout_get (layout, 0)->width, ==, 2400);
  g_assert_cmpfloat (layout->width, ==, 3200 + 2 * TOSO_PDF_EDGE);
  g_assert_cmpfloat (toso_pdf_layout_get (layout, 0)->x, ==, TOSO_PDF_EDGE + 400);
}

static void
test_find (void)
{
  g_autoptr (TosoPdfLayout) layout = toso_pdf_layout_new (sizes, 3, 0.75, 1000, 400, 1);
  g_autoptr (TosoPdfLayout) empty = toso_pdf_layout_new (sizes, 0, 1, 1000, 400, 1);
  guint first, last;

  /* Pages at 16–816, 832–1432, 1448–2248. */
  static const struct
  {
    double y;
    guint  page;
  } cases[] = {
    { -5, 0 },
    { 0, 0 },
    { 816, 0 },
    { 817, 1 },
    { 1000, 1 },
    { 1440, 2 },
    { 9999, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (toso_pdf_layout_find_page (layout, cases[i].y), ==, cases[i].page);
  g_assert_true (toso_pdf_layout_get_band (layout, 700, 1440, &first, &last));
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 1);
  g_assert_false (toso_pdf_layout_get_band (layout, 817, 830, &first, &last));
  g_assert_false (toso_pdf_layout_get_band (empty, 0, 400, &first, &last));
}

static void
test_steps (void)
{
  static const struct
  {
    double scale;
    int    direction;
    double zoom;
  } cases[] = {
    { 1, 1, 1.25 },
    { 1, -1, 0.8 },
    { 1.1, 1, 1.25 },
    { 1.1, -1, 1 },
    { 3, 1, 3 },
    { 0.2, -1, 0.5 },
    { 0.2, 1, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (toso_pdf_step_zoom (cases[i].scale, cases[i].direction), ==, cases[i].zoom);
}

static void
test_search (void)
{
  static const struct
  {
    const char *text, *words;
    guint       n, start, end;
  } cases[] = {
    { "Ủy ban nhân dân", "uy ban", 1, 0, 6 },
    { "xã Ngọc\nLiên báo cáo", "ngoc lien", 1, 3, 12 }, /* over the end of a line */
    { "xã Ngọc  \n Liên", "NGỌC LIÊN", 1, 3, 15 },
    { "thôn, thon, thòn", "thon", 3, 0, 4 },
    { "thôn, thon, thòn", "thôn", 1, 0, 4 }, /* a typed diacritic counts */
    { "Đỗ Thị Lập", "do thi lap", 1, 0, 10 },
    { "41/41 thôn", "41", 2, 0, 2 },
    { "báo cáo", "quý", 0, 0, 0 },
    { "báo cáo", "  ", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans = toso_pdf_search_text (cases[i].text, cases[i].words);

      g_assert_cmpuint (spans->len, ==, cases[i].n);
      if (spans->len == 0)
        continue;
      g_assert_cmpuint (g_array_index (spans, TosoPdfSpan, 0).start, ==, cases[i].start);
      g_assert_cmpuint (g_array_index (spans, TosoPdfSpan, 0).end, ==, cases[i].end);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-layout/full-width", test_full_width);
  g_test_add_func ("/pdf-layout/whole-page", test_whole_page);
  g_test_add_func ("/pdf-layout/zoomed", test_zoomed);
  g_test_add_func ("/pdf-layout/find", test_find);
  g_test_add_func ("/pdf-layout/steps", test_steps);
  g_test_add_func ("/pdf-search/text", test_search);

  return g_test_run ();
}
