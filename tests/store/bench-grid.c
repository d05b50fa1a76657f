/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

#include "store/toso-grid.h"
#include "store/toso-year-sample.h"

/* A period's grid of 200 villages and 60 indicators in a year of twelve
 * months, against a bare read of the year's figures. */

#define N_VILLAGES   200
#define N_INDICATORS 60
#define N_ROUNDS     5

static void
add_targets (TosoPlan *plan)
{
  for (guint i = plan->targets->len; i < N_INDICATORS; i++)
    {
      TosoTarget *target = toso_target_copy (g_ptr_array_index (plan->targets, 0));

      g_free (target->code);
      target->code = g_strdup_printf ("CT%02u", i + 1);
      target->over_time = i % 2 == 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
      g_ptr_array_add (plan->targets, target);
    }
}

static void
read_bare (GFile *file)
{
  sqlite3      *db;
  sqlite3_stmt *stmt;
  double        sum = 0;

  g_assert_cmpint (sqlite3_open_v2 (g_file_peek_path (file), &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT m.village_id, m.indicator_id, m.breakdown, m.period, m.id, m.numerator, m.denominator, m.origin,"
                                       "       n.text"
                                       "  FROM measurement m LEFT JOIN measurement_note n ON n.measurement_id = m.id",
                                       -1, &stmt, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    sum += sqlite3_column_double (stmt, 5);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  g_assert_cmpfloat (sum, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  Fixture fixture = { 0 };
  g_autoptr (TosoPlan) plan = fixture_make_plan ();
  g_autoptr (GError) error = NULL;
  gint64 bare = G_MAXINT64;
  gint64 ours = G_MAXINT64;

  fixture_set_up (&fixture, NULL);
  plan->n_villages = N_VILLAGES;
  add_targets (plan);
  fixture.year = toso_year_create (fixture.file, plan, NULL, &error);
  g_assert_no_error (error);
  toso_year_fill_sample (fixture.year, 1, (TosoDate){ 2026, 12, 31 }, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TosoGrid) grid = NULL;

      read_bare (fixture.file);
      bare = MIN (bare, g_get_monotonic_time () - start);
      start = g_get_monotonic_time ();
      grid = toso_grid_load (fixture.year, (TosoPeriod){ TOSO_PERIOD_MONTH, 2026, 12 }, (TosoDate){ 2026, 12, 31 }, &error);
      g_assert_no_error (error);
      ours = MIN (ours, g_get_monotonic_time () - start);
      g_assert_cmpuint (grid->rows->len * grid->columns->len, ==, N_VILLAGES * N_INDICATORS);
    }

  g_print ("grid of %d × %d: %.2f × a bare read of the year (%.1f ms to %.1f ms)\n", N_VILLAGES, N_INDICATORS,
           (double) ours / (double) bare, (double) ours / 1000, (double) bare / 1000);
  fixture_tear_down (&fixture, NULL);
  return 0;
}
