/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-check.h"
#include "chart-gallery.h"
#include "chart/toso-chart-pages.h"
#include "chart/toso-cover-chart.h"

/* Charts over several slides and sheets. */

/* A projector, a television, A4 and A3 across in units of 1/96 inch. */
static const TestSize sheets[] = { { 1920, 1080 }, { 1366, 768 }, { 1009, 680 }, { 1474, 1009 } };

#define TEXT 42.0

static gboolean
is_spread (TestChart which)
{
  return which != TEST_TREND && which != TEST_DONUT && which != TEST_STACK;
}

static gsize
count_columns (TestChart which,
               gsize     n_columns)
{
  return which == TEST_HEAT || which == TEST_MATRIX ? n_columns : 1;
}

/* Every item is on one page, where it can be seen. */
static void
check_items (TestChart          which,
             const TestSubject *subject,
             GPtrArray         *pages,
             gsize              n_items,
             double             width,
             double             height)
{
  g_autofree guint *seen = g_new0 (guint, n_items + 1);

  for (guint p = 0; p < pages->len; p++)
    {
      TosoChartPage *page = pages->pdata[p];
      gsize          n = page->n_rows * MAX (page->n_columns, 1);

      for (gsize i = 0; i < n; i++)
        {
          gsize item = toso_chart_page_get_item (page, subject->kind, subject->chart, i);

          g_assert_cmpuint (item, <, n_items);
          seen[item]++;
          g_assert_true (toso_chart_get_item (subject->kind, page->chart, width, height, i, NULL));
        }
    }
  for (gsize i = 0; i < n_items; i++)
    g_assert_cmpuint (seen[i], ==, 1);
}

static void
check_letters (const TestSubject *subject,
               GPtrArray         *pages,
               double             text,
               double             width,
               double             height)
{
  for (guint p = 0; p < pages->len; p++)
    {
      const TosoChartPage *page = pages->pdata[p];
      g_autoptr (TosoScene) scene = toso_scene_new (subject->kind, page->chart, width, height);

      test_assert_labels_apart (scene->labels, width, height);
      for (guint i = 0; i < scene->labels->len; i++)
        {
          const TosoLabel *label = scene->labels->pdata[i];

          g_assert_cmpfloat (label->size, >=, text - 0.01);
          g_assert_cmpint (label->part, !=, TOSO_PART_MORE);
        }
    }
}

/* Nothing is shrunk, nothing is left out, nothing comes twice. */
static void
test_every_row_is_on_one_page (gconstpointer data)
{
  static const TestVariant variants[] = { TEST_USUAL, TEST_LONG_NAMES | TEST_SAMPLE };
  TestChart                which = GPOINTER_TO_UINT (data);

  for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
    for (guint v = s % 2; v < G_N_ELEMENTS (variants); v += s == 0 ? 1 : 2)
      {
        double width = sheets[s].width, height = sheets[s].height;
        double text = TEXT * height / 1080 * (s < 2 ? 1 : 0.4);
        g_autoptr (TestSubject) subject = test_subject_new (which, 41, 12, variants[v]);
        g_autoptr (GPtrArray) pages = toso_chart_split (subject->kind, subject->chart, toso_chart_get_font_size (subject->kind, text), width, height);

        if (!is_spread (which))
          {
            g_assert_cmpuint (pages->len, ==, 1);
            continue;
          }
        if (s == 0)
          g_assert_cmpuint (pages->len, >, 1);
        check_items (which, subject, pages, 41 * count_columns (which, 12), width, height);
        check_letters (subject, pages, text, width, height);
      }
}

static const TosoLabel *
find_label (const TosoScene *scene,
            TosoPart         part)
{
  for (guint i = 0; i < scene->labels->len; i++)
    if (((const TosoLabel *) scene->labels->pdata[i])->part == part)
      return scene->labels->pdata[i];

  return NULL;
}

/* Each page says which it is of how many; a single one does not. */
static void
test_titles (void)
{
  g_autoptr (TestSubject) subject = test_subject_new (TEST_RANKED, 41, 0, TEST_USUAL);
  g_autoptr (GPtrArray) pages = toso_chart_split (subject->kind, subject->chart, 49, 1920, 1080);
  g_autoptr (GPtrArray) one = toso_chart_split (subject->kind, subject->chart, 14, 1920, 1080);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (((TosoChartFrame *) ((TosoChartPage *) one->pdata[0])->chart)->title, ==, "Hộ dùng dịch vụ công trực tuyến, theo thôn");
  for (guint p = 0; p < pages->len; p++)
    {
      const TosoChartPage *page = pages->pdata[p];
      g_autoptr (TosoScene) scene = toso_scene_new (subject->kind, page->chart, 1920, 1080);
      g_autofree char *title = g_strdup_printf ("Hộ dùng dịch vụ công trực tuyến, theo thôn (%u/%u)", p + 1, pages->len);

      g_assert_cmpstr (find_label (scene, TOSO_PART_TITLE)->text, ==, title);
      g_assert_nonnull (find_label (scene, TOSO_PART_SUBTITLE));
      g_assert_nonnull (find_label (scene, TOSO_PART_SOURCE));
    }
}

/* Rows are shared out evenly; bars of equal figures are as long on each page;
 * the commune stands at the end of the last. */
static void
test_ranked_pages_agree (void)
{
  g_autoptr (TestSubject) subject = test_subject_new (TEST_RANKED, 41, 0, TEST_USUAL);
  g_autoptr (GPtrArray) pages = toso_chart_split (subject->kind, subject->chart, 49, 1920, 1080);
  double scale = 0;

  g_assert_cmpuint (pages->len, >=, 3);
  g_assert_cmpuint (pages->len, <=, 6);
  for (guint p = 0; p < pages->len; p++)
    {
      const TosoChartPage   *page = pages->pdata[p];
      const TosoRankedChart *chart = page->chart;

      g_assert_cmpuint (page->n_rows, >=, 41 / pages->len);
      g_assert_cmpuint (page->n_rows, <=, 41 / pages->len + 1);
      g_assert_cmpint (chart->total != NULL, ==, p + 1 == pages->len);
      if (p == 0)
        scale = chart->scale;
      g_assert_cmpfloat (chart->scale, >, 0);
      g_assert_cmpfloat (chart->scale, ==, scale);
    }
}

/* As many tiles side by side on every page, and the cells of a page are those of
 * its rows and columns. */
static void
test_tiles_and_cells (void)
{
  g_autoptr (TestSubject) tiles = test_subject_new (TEST_TILES, 41, 0, TEST_USUAL);
  g_autoptr (TestSubject) heat = test_subject_new (TEST_HEAT, 41, 12, TEST_USUAL);
  g_autoptr (GPtrArray) pages = toso_chart_split (heat->kind, heat->chart, 49, 1920, 1080);
  const TosoGridChart *whole = heat->chart;
  const TosoChartPage *last = pages->pdata[pages->len - 1];
  const TosoGridChart *part = last->chart;
  gsize                item = toso_chart_page_get_item (last, heat->kind, heat->chart, part->n_rows * part->n_columns - 1);

  g_assert_cmpuint (item, ==, 41 * 12 - 1);
  g_assert_cmpfloat (part->cells[part->n_rows * part->n_columns - 1].shade, ==, whole->cells[item].shade);
  g_assert_cmpstr (part->columns[part->n_columns - 1], ==, whole->columns[11]);
  g_assert_cmpstr (part->rows[part->n_rows - 1], ==, whole->rows[40]);
}

/* No room, no rows, letters that are none: a page that can be drawn. */
static void
test_bad_sizes (gconstpointer data)
{
  static const TestSize bad[] = { { 100, 60 }, { 0, 0 }, { NAN, 100 }, { 100, INFINITY }, { -5, 100 }, { 16, 5000 } };
  static const double   fonts[] = { 0, NAN, -3, INFINITY, 400, 49 };
  static const gsize    counts[] = { 0, 1, 9 };
  TestChart             which = GPOINTER_TO_UINT (data);

  for (guint b = 0; b < G_N_ELEMENTS (bad); b++)
    for (guint f = 0; f < G_N_ELEMENTS (fonts); f++)
      for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
        {
          g_autoptr (TestSubject) subject = test_subject_new (which, counts[c], 3, TEST_SAMPLE);
          g_autoptr (GPtrArray) pages = toso_chart_split (subject->kind, subject->chart, fonts[f], bad[b].width, bad[b].height);

          g_assert_cmpuint (pages->len, >=, 1);
          g_assert_cmpuint (pages->len, <=, MAX (counts[c] * 3, 1));
          for (guint p = 0; p < pages->len; p++)
            g_free (toso_chart_describe (subject->kind, ((TosoChartPage *) pages->pdata[p])->chart));
        }
}

static void
test_cover (void)
{
  const TosoCoverChart cover = {
    .frame = { .title = "Đánh giá kết quả hoạt động của Tổ công nghệ số cộng đồng tháng 3 năm 2026", .subtitle = "Số liệu đến 14/3/2026", .watermark = "SỐ LIỆU MẪU", .has_accent = TRUE },
    .over = "ỦY BAN NHÂN DÂN XÃ NGỌC LIÊN",
    .under = "Ngọc Liên, ngày 18 tháng 3 năm 2026",
  };
  g_autofree char *words = toso_chart_describe (&TOSO_CHART_COVER, &cover);

  for (guint s = 0; s < TEST_N_SIZES; s++)
    {
      g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_COVER, &cover, TEST_SIZES[s].width, TEST_SIZES[s].height);

      test_assert_labels_apart (scene->labels, TEST_SIZES[s].width, TEST_SIZES[s].height);
      test_assert_ink_inside (&TOSO_CHART_COVER, &cover, toso_palette_get (TOSO_PALETTE_LIGHT), TEST_SIZES[s].width, TEST_SIZES[s].height);
      g_assert_nonnull (find_label (scene, TOSO_PART_WATERMARK));
    }
  g_assert_nonnull (strstr (words, "ỦY BAN NHÂN DÂN XÃ NGỌC LIÊN"));
  g_assert_nonnull (strstr (words, "ngày 18 tháng 3 năm 2026"));
  test_assert_bad_sizes (&TOSO_CHART_COVER, &cover);
}

/* Of the fonts on our desktops, from a third of the size to all of it. */
static void
test_capital_height (void)
{
  double height = toso_chart_get_capital_height ("Liberation Sans");

  g_assert_cmpfloat (height, >, 0.64);
  g_assert_cmpfloat (height, <, 0.75);
  g_assert_cmpfloat (toso_chart_get_capital_height (NULL), >, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    {
      g_autoptr (TestSubject) subject = test_subject_new (which, 1, 1, TEST_USUAL);
      g_autofree char *rows = g_strdup_printf ("/pages/%s/every-row-is-on-one-page", subject->name);
      g_autofree char *sizes = g_strdup_printf ("/pages/%s/bad-sizes", subject->name);

      g_test_add_data_func (rows, GUINT_TO_POINTER (which), test_every_row_is_on_one_page);
      g_test_add_data_func (sizes, GUINT_TO_POINTER (which), test_bad_sizes);
    }
  g_test_add_func ("/pages/titles", test_titles);
  g_test_add_func ("/pages/ranked-pages-agree", test_ranked_pages_agree);
  g_test_add_func ("/pages/tiles-and-cells", test_tiles_and_cells);
  g_test_add_func ("/pages/cover", test_cover);
  g_test_add_func ("/pages/capital-height", test_capital_height);

  return g_test_run ();
}
