/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-check.h"
#include "chart-gallery.h"

/* What holds for a chart of any kind, at any size, with any figures. */

static const TestVariant variants[] = {
  TEST_USUAL,
  TEST_LONG_NAMES,
  TEST_LONG_NAMES | TEST_SAMPLE,
  TEST_ZERO,
  TEST_NEGATIVE,
  TEST_GIANT,
  TEST_NOT_FINITE,
};

static const gsize usual[TEST_N_CHARTS] = { 8, 41, 41, 41, 8, 12, 41, 12, 5, 12, 12 };

static void
check_scene (const TestSubject *subject,
             double             width,
             double             height)
{
  g_autoptr (TosoScene) scene = toso_scene_new (subject->kind, subject->chart, width, height);

  test_assert_labels_apart (scene->labels, width, height);
  for (guint i = 0; i < scene->items->len; i++)
    test_assert_inside (&g_array_index (scene->items, TosoItem, i).box, width, height);
  for (guint i = 0; i < scene->keys->len; i++)
    {
      const TosoKey *key = &g_array_index (scene->keys, TosoKey, i);

      test_assert_inside (&key->box, width, height);
      for (guint k = 0; k < scene->labels->len; k++)
        g_assert_false (test_boxes_overlap (&((TosoLabel *) scene->labels->pdata[k])->box, &key->box));
    }
  /* A readable picture, or a sentence. */
  g_assert_true (scene->labels->len + scene->items->len > 0 || width < 100 || height < 60);
}

static void
test_labels_lie_apart (gconstpointer data)
{
  static const gsize counts[] = { 0, 1, 2, 41 };
  TestChart          which = GPOINTER_TO_UINT (data);

  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint v = 0; v < G_N_ELEMENTS (variants); v++)
      for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
        {
          g_autoptr (TestSubject) subject = test_subject_new (which, counts[c], 12, variants[v]);

          check_scene (subject, TEST_SIZES[s].width, TEST_SIZES[s].height);
        }
}

static void
test_500_villages (gconstpointer data)
{
  g_autoptr (TestSubject) subject = test_subject_new (GPOINTER_TO_UINT (data), 500, 60, TEST_LONG_NAMES);

  for (guint s = 0; s < TEST_N_SIZES; s += 2)
    check_scene (subject, TEST_SIZES[s].width, TEST_SIZES[s].height);
  test_assert_ink_inside (subject->kind, subject->chart, toso_palette_get (TOSO_PALETTE_LIGHT), 1366, 768);
}

static void
test_ink_stays_inside (gconstpointer data)
{
  TestChart which = GPOINTER_TO_UINT (data);

  for (guint v = 0; v < G_N_ELEMENTS (variants); v++)
    {
      g_autoptr (TestSubject) subject = test_subject_new (which, usual[which], 12, variants[v]);

      for (guint s = 0; s < TEST_N_SIZES; s++)
        test_assert_ink_inside (subject->kind, subject->chart, toso_palette_get ((s + v) % 3), TEST_SIZES[s].width, TEST_SIZES[s].height);
      if (v == 0)
        test_assert_bad_sizes (subject->kind, subject->chart);
    }
}

/* What is under a point is what is drawn there. */
static void
test_pick_agrees_with_items (gconstpointer data)
{
  TestChart which = GPOINTER_TO_UINT (data);
  g_autoptr (TestSubject) subject = test_subject_new (which, usual[which], 12, TEST_USUAL);
  guint n = 0;

  for (guint s = 0; s < 4; s += 3)
    {
      double width = TEST_SIZES[s].width, height = TEST_SIZES[s].height;

      for (gsize i = 0; i < 600; i += which == TEST_HEAT || which == TEST_MATRIX ? 37 : usual[which] > 12 ? 5
                                                                                                          : 1)
        {
          TosoBox box;

          if (!toso_chart_get_item (subject->kind, subject->chart, width, height, i, &box))
            continue;
          g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, width, height, box.x + 0.1, box.y + 0.1), ==, i);
          g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, width, height, box.x + box.width / 2, box.y + box.height / 2), ==, i);
          g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, width, height, box.x + box.width - 0.1, box.y + box.height - 0.1), ==, i);
          n++;
        }
      g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, width, height, 0.5, 0.5), ==, -1);
      g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, width, height, NAN, NAN), ==, -1);
      g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, width, height, INFINITY, 3), ==, -1);
    }
  g_assert_cmpuint (n, >=, 10);
  g_assert_cmpint (toso_chart_pick (subject->kind, subject->chart, NAN, 100, 3, 3), ==, -1);
  g_assert_false (toso_chart_get_item (subject->kind, subject->chart, 1366, 768, 99999, NULL));
}

static guint
count_parts (const TestSubject *subject,
             double             width,
             double             height,
             TosoPart           part)
{
  g_autoptr (TosoScene) scene = toso_scene_new (subject->kind, subject->chart, width, height);
  guint n = 0;

  for (guint i = 0; i < scene->labels->len; i++)
    n += ((const TosoLabel *) scene->labels->pdata[i])->part == part;

  return n;
}

/* Title, day, coverage and source on every picture; made-up figures are marked
 * however small it is. */
static void
test_frame (gconstpointer data)
{
  static const gsize counts[] = { 0, 12 };
  TestChart          which = GPOINTER_TO_UINT (data);

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      g_autoptr (TestSubject) usual_one = test_subject_new (which, counts[c], 12, TEST_USUAL);
      g_autoptr (TestSubject) sample = test_subject_new (which, counts[c], 12, TEST_SAMPLE);

      for (guint s = 0; s < TEST_N_SIZES; s++)
        {
          g_assert_cmpuint (count_parts (usual_one, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_WATERMARK), ==, 0);
          g_assert_cmpuint (count_parts (sample, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_WATERMARK), ==, 1);
        }
      for (guint s = 0; s < 4; s++)
        {
          g_assert_cmpuint (count_parts (sample, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_TITLE), ==, 1);
          g_assert_cmpuint (count_parts (sample, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_SUBTITLE), ==, 1);
          g_assert_cmpuint (count_parts (sample, TEST_SIZES[s].width, TEST_SIZES[s].height, TOSO_PART_SOURCE), ==, 1);
        }
    }
}

static void
test_empty_says_so (gconstpointer data)
{
  g_autoptr (TestSubject) subject = test_subject_new (GPOINTER_TO_UINT (data), 0, 12, TEST_USUAL);
  g_autofree char *words = toso_chart_describe (subject->kind, subject->chart);
  const char      *sentence = strrchr (words, '\n');

  g_assert_cmpuint (count_parts (subject, 800, 400, TOSO_PART_EMPTY), ==, 1);
  g_assert_cmpuint (count_parts (subject, 100, 60, TOSO_PART_EMPTY), ==, 1);
  g_assert_nonnull (sentence);
  g_assert_nonnull (strstr (sentence, "hưa có"));
}

/* As wide in every row, one row an item; the words hold every cell. */
static void
test_table (gconstpointer data)
{
  TestChart which = GPOINTER_TO_UINT (data);
  g_autoptr (TestSubject) subject = test_subject_new (which, usual[which], 12, TEST_SAMPLE);
  g_autoptr (TosoChartTable) table = toso_chart_tabulate (subject->kind, subject->chart);
  g_autofree char *words = toso_chart_describe (subject->kind, subject->chart);

  g_assert_cmpuint (table->rows->len, ==, usual[which] + (which == TEST_RANKED));
  g_assert_cmpuint (table->headings->len, >=, 3);
  g_assert_cmpuint (table->n_names, >=, 1);
  for (guint i = 0; i < table->rows->len; i++)
    {
      GStrv row = table->rows->pdata[i];

      g_assert_cmpuint (g_strv_length (row), ==, table->headings->len);
      for (guint c = 0; row[c] != NULL; c++)
        g_assert_nonnull (strstr (words, row[c]));
    }
  for (guint i = 0; i < table->notes->len; i++)
    g_assert_nonnull (strstr (words, table->notes->pdata[i]));
  g_assert_nonnull (strstr (words, "SỐ LIỆU MẪU"));
  g_assert_nonnull (strstr (words, "38/41 thôn"));
  g_assert_nonnull (strstr (words, "Nguồn: báo cáo của các thôn"));
}

static void
test_natural_height (gconstpointer data)
{
  static const double widths[] = { 400, 754, 1366 };
  static const double bad[] = { NAN, INFINITY, -1, 0 };
  TestChart           which = GPOINTER_TO_UINT (data);
  g_autoptr (TestSubject) subject = test_subject_new (which, usual[which], 12, TEST_USUAL);

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      double height = toso_chart_get_natural_height (subject->kind, subject->chart, widths[w]);

      g_assert_cmpfloat (height, >, 100);
      g_assert_cmpuint (count_parts (subject, widths[w], height, TOSO_PART_MORE), ==, 0);
    }
  for (guint b = 0; b < G_N_ELEMENTS (bad); b++)
    g_assert_true (isfinite (toso_chart_get_natural_height (subject->kind, subject->chart, bad[b])));
}

/* The same chart, the same bytes. */
static void
test_formats_are_reproducible (gconstpointer data)
{
  TestChart which = GPOINTER_TO_UINT (data);
  g_autoptr (TestSubject) subject = test_subject_new (which, usual[which], 12, TEST_SAMPLE);

  for (TosoPictureFormat format = TOSO_PICTURE_PNG; format <= TOSO_PICTURE_PDF; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = toso_chart_render (subject->kind, subject->chart, toso_palette_get (TOSO_PALETTE_LIGHT), format, 800, 450, &error);
      g_autoptr (GBytes) again = toso_chart_render (subject->kind, subject->chart, toso_palette_get (TOSO_PALETTE_LIGHT), format, 800, 450, &error);

      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (first, again));
      g_assert_cmpuint (g_bytes_get_size (first), >, 2000);
    }
}

static void
add_tests (TestChart   which,
           const char *name)
{
  static const struct
  {
    const char   *name;
    GTestDataFunc func;
  } tests[] = {
    { "labels-lie-apart", test_labels_lie_apart },
    { "500-villages", test_500_villages },
    { "ink-stays-inside", test_ink_stays_inside },
    { "pick-agrees-with-items", test_pick_agrees_with_items },
    { "frame", test_frame },
    { "empty-says-so", test_empty_says_so },
    { "table", test_table },
    { "natural-height", test_natural_height },
    { "reproducible", test_formats_are_reproducible },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/kinds/%s/%s", name, tests[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (which), tests[i].func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    {
      g_autoptr (TestSubject) subject = test_subject_new (which, 1, 1, TEST_USUAL);

      add_tests (which, subject->name);
    }

  return g_test_run ();
}
