/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-geometry.h"

/* Two frozen columns of 30 and 120, then ten of 60; 100 rows of 24; a head of
 * 54 and totals of 54; the widget shows 450 × 348: 5 columns, 10 rows. */
static void
make (TosoSheetGeometry *geometry)
{
  const int widths[] = { 30, 120, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60 };

  *geometry = (TosoSheetGeometry){ 0 };
  toso_sheet_geometry_set_widths (geometry, widths, G_N_ELEMENTS (widths), 2);
  geometry->n_rows = 100;
  geometry->row_height = 24;
  geometry->head_height = 54;
  geometry->totals_height = 54;
  geometry->width = 450;
  geometry->height = 348;
}

static void
test_sizes (void)
{
  g_auto (TosoSheetGeometry) geometry = { 0 };

  make (&geometry);
  g_assert_cmpint (toso_sheet_geometry_get_frozen_width (&geometry), ==, 150);
  g_assert_cmpint (toso_sheet_geometry_get_content_width (&geometry), ==, 600);
  g_assert_cmpint (toso_sheet_geometry_get_content_height (&geometry), ==, 2400);
  g_assert_cmpint (toso_sheet_geometry_get_page_width (&geometry), ==, 300);
  g_assert_cmpint (toso_sheet_geometry_get_page_height (&geometry), ==, 240);
}

static void
test_in_sight (void)
{
  static const struct
  {
    double x, y;
    guint  first_row, end_row, first_column, end_column;
  } cases[] = {
    { 0, 0, 0, 10, 2, 7 },
    { 1, 1, 0, 11, 2, 8 }, /* parts of the next are seen too */
    { 60, 24, 1, 11, 3, 8 },
    { 59, 23, 0, 11, 2, 8 },
    { 300, 2160, 90, 100, 7, 12 }, /* the end */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TosoSheetGeometry) geometry = { 0 };
      TosoSheetRange rows, columns;

      make (&geometry);
      geometry.x = cases[i].x;
      geometry.y = cases[i].y;
      rows = toso_sheet_geometry_get_rows (&geometry);
      columns = toso_sheet_geometry_get_columns (&geometry);
      g_assert_cmpuint (rows.first, ==, cases[i].first_row);
      g_assert_cmpuint (rows.end, ==, cases[i].end_row);
      g_assert_cmpuint (columns.first, ==, cases[i].first_column);
      g_assert_cmpuint (columns.end, ==, cases[i].end_column);
    }
}

static void
test_pick (void)
{
  static const struct
  {
    double        x, y; /* in the widget, scrolled by 60, 48 */
    TosoSheetArea area;
    guint         row, column;
  } cases[] = {
    { 5, 60, TOSO_SHEET_AREA_BODY, 2, 0 },
    { 149, 60, TOSO_SHEET_AREA_BODY, 2, 1 }, /* names stay where they are */
    { 150, 60, TOSO_SHEET_AREA_BODY, 2, 3 }, /* the first one is scrolled away */
    { 449, 293, TOSO_SHEET_AREA_BODY, 11, 7 },
    { 210, 53, TOSO_SHEET_AREA_HEAD, 0, 4 },
    { 210, 294, TOSO_SHEET_AREA_TOTALS, 0, 4 },
    { 450, 60, TOSO_SHEET_AREA_NONE, 0, 0 },
    { 5, -1, TOSO_SHEET_AREA_NONE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TosoSheetGeometry) geometry = { 0 };
      guint row, column;

      make (&geometry);
      geometry.x = 60;
      geometry.y = 48;
      g_assert_cmpint (toso_sheet_geometry_pick (&geometry, cases[i].x, cases[i].y, &row, &column), ==, cases[i].area);
      g_assert_cmpuint (row, ==, cases[i].row);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

/* Where drawing puts a cell, picking finds it. */
static void
test_drawn_where_picked (void)
{
  g_auto (TosoSheetGeometry) geometry = { 0 };
  TosoSheetRange rows, columns;

  make (&geometry);
  geometry.x = 77;
  geometry.y = 101;
  rows = toso_sheet_geometry_get_rows (&geometry);
  columns = toso_sheet_geometry_get_columns (&geometry);
  for (guint row = rows.first + 1; row + 1 < rows.end; row++)
    for (guint column = columns.first + 1; column + 1 < columns.end; column++)
      {
        TosoSheetRect rect = toso_sheet_geometry_get_cell (&geometry, row, column);
        guint         found_row, found_column;

        g_assert_cmpint (toso_sheet_geometry_pick (&geometry,
                                                   rect.x + rect.width / 2,
                                                   rect.y + rect.height / 2,
                                                   &found_row,
                                                   &found_column),
                         ==,
                         TOSO_SHEET_AREA_BODY);
        g_assert_cmpuint (found_row, ==, row);
        g_assert_cmpuint (found_column, ==, column);
      }
}

static void
test_reveal (void)
{
  static const struct
  {
    guint  row, column;
    double x, y; /* from 60, 240 */
  } cases[] = {
    { 12, 4, 60, 240 },  /* in sight: stays */
    { 9, 4, 60, 216 },   /* above: becomes the first */
    { 20, 4, 60, 264 },  /* below: becomes the last */
    { 12, 2, 0, 240 },   /* left */
    { 12, 8, 120, 240 }, /* right */
    { 99, 11, 300, 2160 },
    { 12, 0, 60, 240 }, /* a name is always in sight */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TosoSheetGeometry) geometry = { 0 };
      double x, y;

      make (&geometry);
      geometry.x = 60;
      geometry.y = 240;
      toso_sheet_geometry_reveal (&geometry, cases[i].row, cases[i].column, &x, &y);
      g_assert_cmpfloat (x, ==, cases[i].x);
      g_assert_cmpfloat (y, ==, cases[i].y);
    }
}

/* A window too small for anything has no cell in sight, and no harm done. */
static void
test_too_small (void)
{
  g_auto (TosoSheetGeometry) geometry = { 0 };
  TosoSheetRange rows, columns;
  guint          row, column;

  make (&geometry);
  geometry.width = 100;
  geometry.height = 60;
  rows = toso_sheet_geometry_get_rows (&geometry);
  columns = toso_sheet_geometry_get_columns (&geometry);
  g_assert_cmpuint (rows.first, ==, rows.end);
  g_assert_cmpuint (columns.first, ==, columns.end);
  g_assert_cmpint (toso_sheet_geometry_pick (&geometry, 50, 20, &row, &column), ==, TOSO_SHEET_AREA_HEAD);
}

static void
test_empty (void)
{
  TosoSheetGeometry geometry = { 0 };
  guint             row, column;

  g_assert_cmpint (toso_sheet_geometry_get_frozen_width (&geometry), ==, 0);
  g_assert_cmpuint (toso_sheet_geometry_get_rows (&geometry).end, ==, 0);
  g_assert_cmpuint (toso_sheet_geometry_get_columns (&geometry).end, ==, 0);
  g_assert_cmpint (toso_sheet_geometry_pick (&geometry, 5, 5, &row, &column), ==, TOSO_SHEET_AREA_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sheet-geometry/sizes", test_sizes);
  g_test_add_func ("/sheet-geometry/in-sight", test_in_sight);
  g_test_add_func ("/sheet-geometry/pick", test_pick);
  g_test_add_func ("/sheet-geometry/drawn-where-picked", test_drawn_where_picked);
  g_test_add_func ("/sheet-geometry/reveal", test_reveal);
  g_test_add_func ("/sheet-geometry/too-small", test_too_small);
  g_test_add_func ("/sheet-geometry/empty", test_empty);

  return g_test_run ();
}
