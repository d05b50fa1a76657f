/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "chart/toso-grid-layout-private.h"
#include "chart-check.h"

#define MAX_ROWS    60
#define MAX_COLUMNS 60

static const TosoGridKey keys[] = {
  { TOSO_MARK_CIRCLE, "đúng hạn" },
  { TOSO_MARK_TRIANGLE, "trễ" },
  { TOSO_MARK_SQUARE, "quá hạn" },
  { TOSO_MARK_RING, "chưa đến hạn" },
};

typedef struct
{
  TosoGridChart chart;
  char         *names[MAX_ROWS];
  char         *heads[MAX_COLUMNS];
  TosoGridCell *cells;
} Sample;

static const char *
cell_text (gsize i)
{
  static const char *const texts[] = { "0", "17", "46,8", "100", "1.234", NULL };

  return texts[i % G_N_ELEMENTS (texts)];
}

/* Village by period; a mark, a shade, nothing, missing in turn, or all of one
 * kind. */
static Sample *
sample_new (gsize    n_rows,
            gsize    n_columns,
            gboolean heat,
            gboolean long_names)
{
  Sample *sample = g_new0 (Sample, 1);

  sample->cells = g_new0 (TosoGridCell, MAX (n_rows * n_columns, 1));
  for (gsize i = 0; i < n_rows; i++)
    sample->names[i] = long_names ? g_strdup ("Thôn Ngọc Liên Thượng Đồng Thịnh Cao Sơn Minh Châu") : g_strdup_printf ("Thôn %u", (guint) i + 1);
  for (gsize i = 0; i < n_columns; i++)
    sample->heads[i] = g_strdup_printf ("%u/2026", (guint) i % 12 + 1);
  for (gsize i = 0; i < n_rows * n_columns; i++)
    {
      TosoGridCell *cell = &sample->cells[i];

      cell->kind = i % 11 == 3 ? TOSO_CELL_MISSING : heat ? TOSO_CELL_SHADE
                                                          : TOSO_CELL_MARK;
      if (i % 37 == 5)
        cell->kind = TOSO_CELL_NONE;
      cell->mark = keys[i * 7 % G_N_ELEMENTS (keys)].mark;
      cell->shade = (i * 13 % 101) / 100.0;
      cell->text = heat ? cell_text (i) : NULL;
    }
  sample->chart = (TosoGridChart){
    .frame = { .title = "Báo cáo theo thôn và kỳ", .subtitle = "đến 14/3/2026 · 38/41 thôn" },
    .rows = (const char *const *) sample->names,
    .n_rows = n_rows,
    .columns = (const char *const *) sample->heads,
    .n_columns = n_columns,
    .cells = sample->cells,
    .row_heading = "Thôn",
    .keys = heat ? NULL : keys,
    .n_keys = heat ? 0 : G_N_ELEMENTS (keys),
    .shade_low = heat ? "0 %" : NULL,
    .shade_high = heat ? "100 %" : NULL,
    .missing_text = "chưa có số liệu",
    .empty_text = "Chưa có kỳ nào",
  };

  return sample;
}

static void
sample_free (Sample *sample)
{
  for (guint i = 0; i < MAX_ROWS; i++)
    g_free (sample->names[i]);
  for (guint i = 0; i < MAX_COLUMNS; i++)
    g_free (sample->heads[i]);
  g_free (sample->cells);
  g_free (sample);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

static gboolean
get_cell (const TosoGridChart *chart,
          double               width,
          double               height,
          gsize                row,
          gsize                column,
          TosoBox             *box)
{
  return column < chart->n_columns && toso_chart_get_item (&TOSO_CHART_GRID, chart, width, height, row * chart->n_columns + column, box);
}

static void
check_layout (const TosoGridChart *chart,
              double               width,
              double               height)
{
  g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_GRID, chart, width, height);
  const TosoGridLayout *layout = (const TosoGridLayout *) scene;

  test_assert_labels_apart (scene->labels, width, height);
  for (gsize row = 0; row < layout->n_rows; row++)
    for (gsize column = layout->first_column; column < chart->n_columns; column++)
      {
        TosoBox cell = toso_grid_layout_get_cell (layout, row, column);

        test_assert_inside (&cell, width, height);
      }
  for (guint i = 0; i < scene->labels->len && layout->n_rows > 0; i++)
    {
      const TosoLabel *label = scene->labels->pdata[i];

      if (label->part != TOSO_PART_VALUE)
        g_assert_false (test_boxes_overlap (&label->box, &layout->grid));
    }
}

static void
test_nothing_overlaps (void)
{
  static const struct
  {
    gsize n_rows, n_columns;
  } counts[] = { { 0, 0 }, { 0, 12 }, { 1, 1 }, { 41, 12 }, { 41, 1 }, { 3, 53 }, { 60, 60 } };

  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
      for (int variant = 0; variant < 4; variant++)
        {
          g_autoptr (Sample) sample = sample_new (counts[c].n_rows, counts[c].n_columns, variant & 1, variant & 2);

          if (variant == 3)
            sample->chart.frame.watermark = "SỐ LIỆU MẪU";
          check_layout (&sample->chart, TEST_SIZES[s].width, TEST_SIZES[s].height);
        }
}

static void
test_ink_stays_inside (void)
{
  for (guint s = 0; s < TEST_N_SIZES; s++)
    for (guint p = 0; p < 3; p++)
      {
        g_autoptr (Sample) sample = sample_new (41, 12, p == 1, FALSE);

        test_assert_ink_inside (&TOSO_CHART_GRID, &sample->chart, toso_palette_get (p), TEST_SIZES[s].width, TEST_SIZES[s].height);
        if (s == 0)
          test_assert_bad_sizes (&TOSO_CHART_GRID, &sample->chart);
      }
}

static void
test_41_villages_by_12_months_fit (void)
{
  static const TestSize sizes[] = { { 1366, 768 }, { 1920, 1080 }, { 1000, 760 } };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (Sample) sample = sample_new (41, 12, FALSE, FALSE);
      g_autoptr (TosoScene) scene = toso_scene_new (&TOSO_CHART_GRID, &sample->chart, sizes[s].width, sizes[s].height);

      g_assert_cmpuint (((TosoGridLayout *) scene)->n_rows, ==, 41);
      g_assert_cmpuint (((TosoGridLayout *) scene)->first_column, ==, 0);
    }
}

/* Same size, same distance; the last column is the one that stays. */
static void
test_geometry (void)
{
  g_autoptr (Sample) sample = sample_new (41, 12, FALSE, FALSE);
  g_autoptr (Sample) wide = sample_new (3, 60, FALSE, FALSE);
  g_autoptr (TosoScene) narrow = toso_scene_new (&TOSO_CHART_GRID, &wide->chart, 400, 300);
  TosoBox first, right, below, last;

  g_assert_true (get_cell (&sample->chart, 1366, 768, 0, 0, &first));
  g_assert_true (get_cell (&sample->chart, 1366, 768, 0, 1, &right));
  g_assert_true (get_cell (&sample->chart, 1366, 768, 1, 0, &below));
  g_assert_true (get_cell (&sample->chart, 1366, 768, 40, 11, &last));
  g_assert_cmpfloat_with_epsilon (last.x, first.x + 11 * (right.x - first.x), 0.5);
  g_assert_cmpfloat_with_epsilon (last.y, first.y + 40 * (below.y - first.y), 0.5);
  g_assert_cmpfloat_with_epsilon (last.width, first.width, 0.5);
  g_assert_cmpfloat (right.x, >, first.x + first.width);
  g_assert_cmpfloat (below.y, >, first.y + first.height);
  g_assert_false (get_cell (&sample->chart, 1366, 768, 41, 0, NULL));
  g_assert_false (get_cell (&sample->chart, 1366, 768, 0, 12, NULL));

  g_assert_cmpuint (((TosoGridLayout *) narrow)->first_column, >, 0);
  g_assert_true (get_cell (&wide->chart, 400, 300, 0, 59, NULL));
  g_assert_false (get_cell (&wide->chart, 400, 300, 0, 0, NULL));
}

static void
test_pick_agrees_with_cells (void)
{
  g_autoptr (Sample) sample = sample_new (41, 12, FALSE, FALSE);
  for (gsize r = 0; r < 41; r += 4)
    for (gsize c = 0; c < 12; c++)
      {
        TosoBox box;

        g_assert_true (get_cell (&sample->chart, 1366, 768, r, c, &box));
        g_assert_cmpint (toso_chart_pick (&TOSO_CHART_GRID, &sample->chart, 1366, 768, box.x, box.y), ==, (gssize) (r * 12 + c));
        g_assert_cmpint (toso_chart_pick (&TOSO_CHART_GRID, &sample->chart, 1366, 768, box.x + box.width - 0.1, box.y + box.height - 0.1), ==, (gssize) (r * 12 + c));
      }
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_GRID, &sample->chart, 1366, 768, 1, 1), ==, -1);
  g_assert_cmpint (toso_chart_pick (&TOSO_CHART_GRID, &sample->chart, 1366, 768, NAN, 300), ==, -1);
}

/* The text of a cell is readable on every shade in every palette; shades grow
 * darker (in the dark: lighter) all along. */
static void
test_shades (void)
{
  static const TosoColor black = { 0, 0, 0 }, white = { 1, 1, 1 };

  for (guint p = 0; p < 3; p++)
    {
      const TosoPalette *palette = toso_palette_get (p);
      double             previous = 0;

      for (int i = 0; i <= 20; i++)
        {
          TosoGridCell cell = { .kind = TOSO_CELL_SHADE, .shade = i / 20.0 };
          TosoColor    ground = toso_grid_cell_get_ground (&cell, palette);
          double       contrast = toso_color_contrast (ground, palette->view);

          g_assert_cmpfloat (MAX (toso_color_contrast (black, ground), toso_color_contrast (white, ground)), >=, 4.5);
          g_assert_cmpfloat (contrast, >, previous);
          previous = contrast;
        }
    }
}

static void
test_bad_figures_are_missing (void)
{
  static const struct
  {
    double       shade;
    TosoCellKind kind;
    double       clean;
  } cases[] = {
    { 0.5, TOSO_CELL_SHADE, 0.5 },
    { 0, TOSO_CELL_SHADE, 0 },
    { -2, TOSO_CELL_SHADE, 0 },
    { 7, TOSO_CELL_SHADE, 1 },
    { NAN, TOSO_CELL_MISSING, 0 },
    { INFINITY, TOSO_CELL_MISSING, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TosoGridCell clean = toso_grid_cell_clean (&(TosoGridCell){ .kind = TOSO_CELL_SHADE, .shade = cases[i].shade, .mark = 99 });

      g_assert_cmpint (clean.kind, ==, cases[i].kind);
      g_assert_cmpfloat (clean.shade, ==, cases[i].clean);
      g_assert_cmpint (clean.mark, ==, TOSO_MARK_NONE);
    }
}

static void
test_describes_in_words (void)
{
  static const char *const  rows[] = { "Thôn 1", "Làng Cò" };
  static const char *const  columns[] = { "T1", "T2", "T3" };
  static const TosoGridCell cells[] = {
    { TOSO_CELL_MARK, TOSO_MARK_CIRCLE },
    { TOSO_CELL_MARK, TOSO_MARK_SQUARE },
    { TOSO_CELL_NONE },
    { TOSO_CELL_MISSING },
    { TOSO_CELL_SHADE, 0, 0.468, "46,8 %" },
    { TOSO_CELL_NONE },
  };
  TosoGridChart    chart = { .rows = rows, .n_rows = 2, .columns = columns, .n_columns = 3, .cells = cells, .keys = keys, .n_keys = 4, .missing_text = "chưa có" };
  g_autofree char *words = toso_chart_describe (&TOSO_CHART_GRID, &chart);

  g_assert_cmpstr (words, ==, "Thôn 1; T1: đúng hạn; T2: quá hạn\nLàng Cò; T1: chưa có; T2: 46,8 %");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid-chart/nothing-overlaps", test_nothing_overlaps);
  g_test_add_func ("/grid-chart/ink-stays-inside", test_ink_stays_inside);
  g_test_add_func ("/grid-chart/41-villages-by-12-months-fit", test_41_villages_by_12_months_fit);
  g_test_add_func ("/grid-chart/geometry", test_geometry);
  g_test_add_func ("/grid-chart/pick-agrees-with-cells", test_pick_agrees_with_cells);
  g_test_add_func ("/grid-chart/shades", test_shades);
  g_test_add_func ("/grid-chart/bad-figures-are-missing", test_bad_figures_are_missing);
  g_test_add_func ("/grid-chart/describes-in-words", test_describes_in_words);

  return g_test_run ();
}
