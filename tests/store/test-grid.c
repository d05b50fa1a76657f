/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <math.h>

#include "core/toso-error.h"
#include "store/toso-grid.h"

#define MISSING NAN

/* Three villages; indicator 0 flows, 1 is a stock; both per cent. */

static TosoPeriod
period_of (const char *text)
{
  TosoPeriod period;

  g_assert_true (toso_period_parse (text, &period));
  return period;
}

typedef struct
{
  Fixture base;
  gint64  villages[3];
  gint64  indicators[2];
} Setup;

static void
set_up (Setup        *setup,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) villages = NULL;
  g_autoptr (TosoPlan) plan = NULL;
  TosoTarget *target;

  fixture_set_up_year (&setup->base, data);
  villages = toso_year_list_villages (setup->base.year, &error);
  plan = toso_year_load_plan (setup->base.year, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    setup->villages[i] = ((TosoVillage *) g_ptr_array_index (villages, i))->id;
  for (guint i = 0; i < 2; i++)
    setup->indicators[i] = ((TosoTarget *) g_ptr_array_index (plan->targets, i))->indicator_id;
  target = g_ptr_array_index (plan->targets, 1);
  target->over_time = TOSO_OVER_TIME_STOCK;
  g_assert_true (toso_year_save_target (setup->base.year, target, NULL, &error));
}

static void
tear_down (Setup        *setup,
           gconstpointer data)
{
  fixture_tear_down (&setup->base, data);
}

static void
record (Setup      *setup,
        guint       indicator,
        guint       village,
        const char *period,
        double      numerator,
        double      denominator)
{
  g_autoptr (GError) error = NULL;

  toso_year_record (setup->base.year, setup->indicators[indicator], setup->villages[village], period_of (period),
                    TOSO_FIGURE (numerator), isnan (denominator) ? TOSO_FIGURE_MISSING : TOSO_FIGURE (denominator), NULL, &error);
  g_assert_no_error (error);
}

static TosoGrid *
load (Setup      *setup,
      const char *period)
{
  g_autoptr (GError) error = NULL;
  TosoGrid *grid = toso_grid_load (setup->base.year, period_of (period), (TosoDate){ 2026, 12, 31 }, &error);

  g_assert_no_error (error);
  g_assert_nonnull (grid);
  return grid;
}

static void
assert_figure (TosoFigure found,
               double     expected)
{
  g_assert_cmpint (found.known, ==, !isnan (expected));
  if (found.known)
    g_assert_cmpfloat_with_epsilon (found.value, expected, 1e-9);
}

static void
test_cells (Setup        *setup,
            gconstpointer data)
{
  g_autoptr (TosoGrid) grid = NULL;
  g_autoptr (GError) error = NULL;
  const TosoGridCell   *cell;
  const TosoGridColumn *column;

  record (setup, 0, 0, "2026-01", 3, 10);
  record (setup, 0, 0, "2026-02", 4, 10);
  record (setup, 1, 0, "2026-01", 30, 100);
  record (setup, 1, 0, "2026-02", 40, 100);
  record (setup, 1, 0, "2026-03", 50, 100);
  toso_year_record (setup->base.year, setup->indicators[0], setup->villages[1], period_of ("2026-02"), TOSO_FIGURE (5),
                    TOSO_FIGURE (20), "đếm lại", &error);
  g_assert_no_error (error);

  grid = load (setup, "2026-02");
  g_assert_cmpuint (grid->rows->len, ==, 3);
  g_assert_cmpuint (grid->columns->len, ==, 2);
  column = g_ptr_array_index (grid->columns, 0);
  g_assert_cmpstr (column->code, ==, "CT01");
  g_assert_true (column->has_denominator);

  cell = toso_grid_get_cell (grid, 0, 0);
  assert_figure (cell->numerator, 4);
  assert_figure (cell->previous, 3);
  assert_figure (cell->cumulative, 7); /* what flows adds up */
  assert_figure (cell->cumulative_denominator, 20);
  cell = toso_grid_get_cell (grid, 0, 1);
  assert_figure (cell->cumulative, 40); /* of a stock the latest counts, but not March's */
  cell = toso_grid_get_cell (grid, 1, 0);
  g_assert_cmpstr (cell->note, ==, "đếm lại");
  cell = toso_grid_get_cell (grid, 2, 1);
  g_assert_cmpint (cell->id, ==, 0);
  assert_figure (cell->numerator, MISSING);
  assert_figure (cell->cumulative, MISSING);
}

static void
test_totals (Setup        *setup,
             gconstpointer data)
{
  g_autoptr (TosoGrid) grid = NULL;

  record (setup, 0, 0, "2026-02", 4, 10);
  record (setup, 0, 1, "2026-02", 50, 90);
  record (setup, 0, 2, "2026-02", 7, MISSING); /* no whole: not in the ratio */
  record (setup, 1, 2, "2026-01", 9, 10);

  grid = load (setup, "2026-02");
  /* A ratio of sums, not a mean of percentages. */
  assert_figure (grid->totals[0].numerator, 54);
  assert_figure (grid->totals[0].denominator, 100);
  assert_figure (grid->totals[0].value, 54);
  g_assert_cmpuint (grid->totals[0].coverage.reported, ==, 2);
  g_assert_cmpuint (grid->totals[0].coverage.expected, ==, 3);
  /* Nobody this month, one since the year began. */
  assert_figure (grid->totals[1].value, MISSING);
  g_assert_cmpuint (grid->totals[1].coverage.reported, ==, 0);
  assert_figure (grid->totals[1].cumulative_value, 90);
  g_assert_cmpuint (grid->totals[1].cumulative_coverage.reported, ==, 1);
}

/* A quarter is put together from its months, but only from all of them. */
static void
test_derived (Setup        *setup,
              gconstpointer data)
{
  g_autoptr (TosoGrid) grid = NULL;
  const TosoGridCell *cell;

  for (guint i = 0; i < 3; i++)
    {
      static const char *const months[] = { "2026-01", "2026-02", "2026-03" };

      record (setup, 0, 0, months[i], 10 + i, 100);
      record (setup, 1, 0, months[i], 10 + i, 100);
      if (i < 2)
        record (setup, 0, 1, months[i], 10, 100);
    }
  record (setup, 0, 2, "2026-Q1", 77, 100);
  record (setup, 0, 2, "2026-01", 5, 100);

  grid = load (setup, "2026-Q1");
  cell = toso_grid_get_cell (grid, 0, 0);
  g_assert_true (cell->derived);
  assert_figure (cell->numerator, 33);
  assert_figure (cell->denominator, 300);
  assert_figure (toso_grid_get_cell (grid, 0, 1)->numerator, 12);
  assert_figure (toso_grid_get_cell (grid, 1, 0)->numerator, MISSING);
  assert_figure (toso_grid_get_cell (grid, 1, 0)->cumulative, 20);
  /* What was reported for the quarter itself goes over its months. */
  cell = toso_grid_get_cell (grid, 2, 0);
  g_assert_false (cell->derived);
  assert_figure (cell->numerator, 77);
  assert_figure (cell->cumulative, 77);
}

static void
test_groups (Setup        *setup,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) types = toso_year_list_report_types (setup->base.year, &error);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_collected_free);
  g_autoptr (GPtrArray) measurements = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_measurement_free);
  g_autoptr (TosoGrid) grid = NULL;
  TosoCollected   *one = g_new0 (TosoCollected, 1);
  TosoMeasurement *measurement = g_new0 (TosoMeasurement, 1);

  one->indicator_id = setup->indicators[1];
  one->groups = g_strsplit ("Nữ", "|", -1);
  g_ptr_array_add (chosen, one);
  g_assert_true (toso_year_set_collected (setup->base.year, ((TosoReportType *) g_ptr_array_index (types, 0))->id, chosen, &error));
  measurement->indicator_id = setup->indicators[1];
  measurement->village_id = setup->villages[0];
  measurement->period = period_of ("2026-02");
  measurement->breakdown = g_strdup ("Nữ");
  measurement->numerator = TOSO_FIGURE (21);
  measurement->denominator = TOSO_FIGURE (42);
  g_ptr_array_add (measurements, measurement);
  g_assert_true (toso_year_record_all (setup->base.year, measurements, "groups", NULL, &error));
  record (setup, 1, 0, "2026-02", 40, 100);

  grid = load (setup, "2026-02");
  g_assert_cmpuint (grid->columns->len, ==, 2);
  g_assert_cmpstr (((TosoGridColumn *) g_ptr_array_index (grid->columns, 1))->group, ==, "Nữ");
  assert_figure (toso_grid_get_cell (grid, 0, 0)->numerator, 40);
  assert_figure (toso_grid_get_cell (grid, 0, 1)->numerator, 21);
  assert_figure (grid->totals[1].value, 50);
}

static void
test_doubts (Setup        *setup,
             gconstpointer data)
{
  g_autoptr (TosoGrid) grid = NULL;
  const TosoGridFinding *finding;

  record (setup, 1, 0, "2026-01", 50, 1000);
  record (setup, 1, 1, "2026-01", 60, 1000);
  record (setup, 1, 0, "2026-02", 40, 1000);  /* falls */
  record (setup, 1, 1, "2026-02", 110, 1000); /* what the commune had */
  record (setup, 1, 2, "2026-02", 41, 1000);

  grid = load (setup, "2026-02");
  g_assert_cmpuint (grid->findings->len, ==, 2);
  finding = g_ptr_array_index (grid->findings, 0);
  g_assert_cmpstr (finding->rule, ==, "falls");
  g_assert_cmpuint (finding->row, ==, 0);
  g_assert_cmpint (finding->column, ==, 1);
  finding = g_ptr_array_index (grid->findings, 1);
  g_assert_cmpstr (finding->rule, ==, "commune-total");
  g_assert_cmpint (toso_grid_get_cell (grid, 0, 1)->doubt, ==, TOSO_SEVERITY_ASK);
  g_assert_cmpint (toso_grid_get_cell (grid, 2, 1)->doubt, ==, TOSO_SEVERITY_OFF);
}

static void
test_locked (Setup        *setup,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) except = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TosoGrid) grid = NULL;

  record (setup, 0, 0, "2026-02", 4, 10);
  g_array_append_val (except, setup->villages[2]);
  g_assert_true (toso_year_lock_period (setup->base.year, period_of ("2026-02"), except, &error));
  grid = load (setup, "2026-02");
  g_assert_true (grid->period->locked);
  g_assert_true (toso_grid_get_cell (grid, 0, 0)->locked);
  g_assert_true (toso_grid_get_cell (grid, 1, 1)->locked);
  g_assert_false (toso_grid_get_cell (grid, 2, 0)->locked);
}

static void
test_no_such_kind (Setup        *setup,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (toso_grid_load (setup->base.year, period_of ("2026-A7"), (TosoDate){ 2026, 12, 31 }, &error));
  g_assert_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND);
}

#define ADD(name, test) g_test_add ("/grid/" name, Setup, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("cells", test_cells);
  ADD ("totals", test_totals);
  ADD ("derived", test_derived);
  ADD ("groups", test_groups);
  ADD ("doubts", test_doubts);
  ADD ("locked", test_locked);
  ADD ("no-such-kind", test_no_such_kind);

  return g_test_run ();
}
