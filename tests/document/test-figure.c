/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "read-back.h"

/* A figure on the page: its blank margin is cut, it gets a little smaller where
 * that lets it stay, and nothing that it draws is lost. */

#define LEFT  TOSO_MM (30)
#define RIGHT TOSO_MM (195)
#define SCALE ((RIGHT - LEFT) / 600) /* of a figure that is 600 wide */

/* Of the height: what a figure draws, and where. */
typedef struct
{
  double from, to;
} Ink;

static void
draw_ink (gpointer data,
          cairo_t *cr,
          double   width,
          double   height)
{
  const Ink *ink = data;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 0, height * ink->from, width, height * (ink->to - ink->from));
  cairo_fill (cr);
}

/* The box of all that is red on the page, points; FALSE: nothing is. */
static gboolean
find_red (TestPdf           *pdf,
          int                page,
          double             dots_per_point,
          cairo_rectangle_t *box)
{
  PopplerPage     *source = poppler_document_get_page (pdf->document, page);
  int              width = (int) (TOSO_MM (210) * dots_per_point), height = (int) (TOSO_MM (297) * dots_per_point);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);
  int              x1 = width, y1 = height, x2 = 0, y2 = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dots_per_point, dots_per_point);
  poppler_page_render (source, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        if ((row[x] >> 16 & 0xFF) > 0xC0 && (row[x] & 0xFF) < 0x40)
          {
            x1 = MIN (x1, x);
            y1 = MIN (y1, y);
            x2 = MAX (x2, x + 1);
            y2 = MAX (y2, y + 1);
          }
    }
  cairo_surface_destroy (surface);
  g_object_unref (source);
  *box = (cairo_rectangle_t){ x1 / dots_per_point, y1 / dots_per_point, (x2 - x1) / dots_per_point, (y2 - y1) / dots_per_point };

  return x1 < x2;
}

static TestPdf *
set (const Ink *ink,
     guint      n_before)
{
  g_autoptr (TosoPaper) paper = toso_paper_new ();

  for (guint i = 0; i < n_before; i++)
    toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đoạn trước.");
  toso_block_append_figure (paper->blocks, "Hình 1. Kết quả", 600, 400, draw_ink, (gpointer) ink, NULL);
  toso_paper_add_block (paper, TOSO_BLOCK_BODY, "Đoạn sau.");

  return test_pdf_new (paper, NULL);
}

/* Whatever a chart leaves blank over and under itself, it is as far from the
 * text, and as wide as the text; what is wholly blank keeps its place. */
static void
test_margin_cut (void)
{
  static const Ink cases[] = { { 0, 1 }, { 0.1, 1 }, { 0, 0.8 }, { 0.25, 0.75 }, { 0.45, 0.5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestPdf) pdf = set (&cases[i], 1);
      TestBox           before = test_pdf_get (pdf, 0, "Đoạn trước."), caption = test_pdf_get (pdf, 0, "Hình 1.");
      cairo_rectangle_t red;

      g_assert_true (find_red (pdf, 0, 4, &red));
      g_assert_cmpfloat_with_epsilon (red.x, LEFT, 0.5);
      g_assert_cmpfloat_with_epsilon (red.width, RIGHT - LEFT, 0.5);
      g_assert_cmpfloat_with_epsilon (red.height, 400 * SCALE * (cases[i].to - cases[i].from), 0.5);
      g_assert_cmpfloat (red.y - before.y2, >, 9);
      g_assert_cmpfloat (red.y - before.y2, <, 18);
      g_assert_cmpfloat (caption.y1 - red.y - red.height, >, 3);
      g_assert_cmpfloat (caption.y1 - red.y - red.height, <, 10);
    }
  {
    static const Ink none = { 0, 0 };
    g_autoptr (TestPdf) pdf = set (&none, 1);
    double gap = test_pdf_get (pdf, 0, "Hình 1.").y1 - test_pdf_get (pdf, 0, "Đoạn trước.").y2;

    g_assert_cmpfloat (gap, >, 400 * SCALE);
  }
}

/* On a screen, whose dots are as large as a letter's stroke, nothing of it is
 * cut off with the margin. */
static void
test_nothing_cut_on_screen (void)
{
  static const Ink ink = { 0.2, 0.22 };

  for (guint n = 1; n < 12; n++)
    {
      g_autoptr (TestPdf) pdf = set (&ink, n);
      cairo_rectangle_t fine, coarse;

      g_assert_true (find_red (pdf, 0, 6, &fine));
      g_assert_true (find_red (pdf, 0, 1, &coarse));
      g_assert_cmpfloat (coarse.height, >=, fine.height - 1.5);
      g_assert_cmpfloat_with_epsilon (coarse.y + coarse.height / 2, fine.y + fine.height / 2, 1);
    }
}

/* Further down the page it gets smaller, to four fifths and no more, in the
 * middle, its caption as large as ever; then it goes to the next page whole. */
static void
test_shrunk (void)
{
  static const Ink ink = { 0, 1 };
  gboolean         was_shrunk = FALSE, was_moved = FALSE;

  for (guint n = 14; n < 24; n++)
    {
      g_autoptr (TestPdf) pdf = set (&ink, n);
      int               page = strstr (pdf->texts[0], "Hình 1.") != NULL ? 0 : 1;
      TestBox           caption = test_pdf_get (pdf, page, "Hình 1. Kết quả");
      cairo_rectangle_t red;
      double            share;

      g_assert_true (find_red (pdf, page, 4, &red));
      share = red.height / (400 * SCALE);
      g_assert_cmpfloat (share, >, 0.795);
      g_assert_cmpfloat (share, <, 1.005);
      g_assert_cmpfloat_with_epsilon (red.width / red.height, 600.0 / 400, 0.01);
      g_assert_cmpfloat_with_epsilon (red.x + red.width / 2, (LEFT + RIGHT) / 2, 0.5);
      g_assert_cmpfloat (caption.y1, >, red.y + red.height);
      g_assert_cmpfloat (caption.y2, <, TOSO_MM (277) + 1);
      g_assert_cmpfloat_with_epsilon (caption.size, TOSO_PROFILE_DECREE_30.caption_size, 0.1);
      was_shrunk = was_shrunk || (page == 0 && share < 0.97);
      was_moved = was_moved || (page == 1 && share > 0.995);
      /* Once it has moved it is whole. */
      g_assert_true (page == 0 || share > 0.995);
    }
  g_assert_true (was_shrunk);
  g_assert_true (was_moved);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/figure/margin-cut", test_margin_cut);
  g_test_add_func ("/document/figure/nothing-cut-on-screen", test_nothing_cut_on_screen);
  g_test_add_func ("/document/figure/shrunk", test_shrunk);

  return g_test_run ();
}
