/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-sample.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "store/toso-grid.h"
#include "store/toso-writer.h"
#include "store/toso-year-private.h"
#include "store/toso-year-sample-private.h"

/* Made-up figures of a year, to try every screen and paper with.  The same
 * seed makes the same figures. */

#define MIN_MONTHS 3

typedef struct
{
  TosoYear       *year;
  GRand          *random;
  const TosoGrid *grid;
  TosoWriter     *writer;
  TosoCalendar   *calendar;
  TosoDate        today;
  double         *sizes;   /* households, one a village */
  double         *zeal;    /* 0.5 … 1.2, one a village */
  double         *reached; /* numerator of stocks, a cell of the grid each */
} Sample;

static double
pick (Sample *sample,
      double  from,
      double  to)
{
  return g_rand_double_range (sample->random, from, to);
}

/* How well an indicator goes everywhere: some are met early, some fall behind. */
static double
get_ease (guint index)
{
  static const double eases[] = { 1.0, 0.6, 1.25, 0.85, 1.1, 0.7 };

  return eases[index % G_N_ELEMENTS (eases)];
}

/* What a village says of one indicator in month @month of @n_months. */
static void
make_figure (Sample     *sample,
             guint       row,
             guint       index,
             guint       month,
             guint       n_months,
             TosoFigure *numerator,
             TosoFigure *denominator)
{
  const TosoGridColumn *column = g_ptr_array_index (sample->grid->columns, index);
  double               *reached = &sample->reached[row * sample->grid->columns->len + index];
  double                whole = sample->sizes[row];
  double                share = (month + 1.0) / 12;
  double                pace = sample->zeal[row] * get_ease (index);
  double                value;

  *denominator = TOSO_FIGURE_MISSING;
  switch (column->kind)
    {
    case TOSO_TARGET_COUNT_OF_COUNT:
    case TOSO_TARGET_YES_NO:
      *reached = *reached > 0 || pick (sample, 0, 1) < 0.35 * sample->zeal[row] ? 1 : 0;
      *numerator = TOSO_FIGURE (*reached);
      if (column->has_denominator)
        *denominator = TOSO_FIGURE (1);
      return;
    case TOSO_TARGET_PERCENTAGE:
      *denominator = TOSO_FIGURE (whole);
      /* A macro would pick more than once. */
      if (column->over_time == TOSO_OVER_TIME_STOCK)
        value = round (whole * (0.2 * get_ease (index) + 0.75 * share * pace + pick (sample, 0, 0.05)));
      else
        value = round (whole * pick (sample, 0.3, 0.8) * pace);
      value = MIN (value, whole);
      if (column->over_time == TOSO_OVER_TIME_STOCK)
        value = *reached = MAX (*reached, value);
      *numerator = TOSO_FIGURE (value);
      return;
    case TOSO_TARGET_COUNT:
    case TOSO_TARGET_QUALITATIVE:
    default:
      if (column->over_time == TOSO_OVER_TIME_STOCK)
        {
          *reached += round (pick (sample, 0, 4) * sample->zeal[row]);
          *numerator = TOSO_FIGURE (*reached);
        }
      else
        *numerator = TOSO_FIGURE (round (pick (sample, 0, 12) * sample->zeal[row]));
    }
}

static gboolean
submit (Sample           *sample,
        gint64            village_id,
        TosoPeriod        period,
        TosoReportPeriod *found,
        gboolean          is_last,
        GError          **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *received = NULL;
  TosoDate         day;
  gint64           period_id;

  if (!toso_year_ensure_period (sample->year, period, &period_id, error))
    return FALSE;
  /* Most by the day, some a few days later. */
  day = toso_calendar_add_working_days (sample->calendar, found->last, pick (sample, 0, 1) < 0.85 ? g_rand_int_range (sample->random, 1, 3) : g_rand_int_range (sample->random, 3, 7));
  /* Nothing has come from a day that is still to come. */
  if (toso_date_compare (day, sample->today) > 0)
    day = sample->today;
  received = toso_year_time_to_text (toso_date_to_days (day) * 86400 + g_rand_int_range (sample->random, 1, 10) * 3600);
  stmt = toso_db_prepare (sample->year->db,
                          "INSERT INTO submission (id, village_id, period_id, state, received_at, approved_at)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&sample->year->ids));
  toso_stmt_bind_int64 (stmt, 2, village_id);
  toso_stmt_bind_int64 (stmt, 3, period_id);
  toso_stmt_bind_text (stmt, 4, is_last ? "received" : "approved");
  toso_stmt_bind_text (stmt, 5, received);
  toso_stmt_bind_text (stmt, 6, is_last ? NULL : received);

  return toso_stmt_run (stmt, error);
}

static gboolean
fill_village (Sample           *sample,
              guint             row,
              TosoPeriod        period,
              TosoReportPeriod *found,
              guint             n_months,
              GError          **error)
{
  const TosoVillageStatus *status = g_ptr_array_index (sample->grid->rows, row);
  guint                    month = (guint) period.number - 1;
  gboolean                 is_last = month + 1 == n_months;
  /* Some do not report, more of them of late. */
  gboolean is_missing = pick (sample, 0, 1) < (is_last ? 0.2 : 0.06);

  for (guint i = 0; i < sample->grid->columns->len; i++)
    {
      const TosoGridColumn *column = g_ptr_array_index (sample->grid->columns, i);
      TosoMeasurement       measurement = {
              .indicator_id = column->indicator_id,
              .village_id = status->village->id,
              .period = period,
              .breakdown = column->group,
      };

      make_figure (sample, row, i, month, n_months, &measurement.numerator, &measurement.denominator);
      if (!is_missing && !toso_writer_put (sample->writer, &measurement, error))
        return FALSE;
    }

  return is_missing || submit (sample, status->village->id, period, found, is_last, error);
}

static gboolean
fill_months (Sample  *sample,
             int      year,
             guint    n_months,
             GError **error)
{
  for (guint month = 0; month < n_months; month++)
    {
      TosoPeriod period = { TOSO_PERIOD_MONTH, year, (int) month + 1 };
      g_autoptr (TosoReportPeriod) found = toso_year_get_period (sample->year, period, error);

      if (found == NULL)
        return FALSE;
      for (guint row = 0; row < sample->grid->rows->len; row++)
        if (!fill_village (sample, row, period, found, n_months, error))
          return FALSE;
    }

  return TRUE;
}

/* The months of the plan's year that are over by @today; a year that has
 * hardly begun gets its first ones all the same. */
static guint
count_months (TosoYear *year,
              int       number,
              TosoDate  today)
{
  guint n = 0;

  while (n < 12)
    {
      g_autoptr (TosoReportPeriod) found = toso_year_get_period (year, (TosoPeriod){ TOSO_PERIOD_MONTH, number, (int) n + 1 }, NULL);

      if (found == NULL || toso_date_compare (found->last, today) > 0)
        break;
      n++;
    }

  return MAX (n, MIN_MONTHS);
}

static gboolean
fill (Sample  *sample,
      int      year,
      GError **error)
{
  const TosoGrid *grid = sample->grid;

  for (guint row = 0; row < grid->rows->len; row++)
    {
      const TosoVillageStatus *status = g_ptr_array_index (grid->rows, row);
      TosoFigure               households = status->village->households;

      sample->zeal[row] = pick (sample, 0.5, 1.2);
      sample->sizes[row] = round (pick (sample, 70, 320));
      if (households.known && households.value > 0)
        sample->sizes[row] = households.value;
    }

  return toso_db_exec (sample->year->db, "INSERT INTO setting (name, value) VALUES ('sample', '1') ON CONFLICT DO NOTHING", error) &&
         fill_months (sample, year, count_months (sample->year, year, sample->today), error);
}

/* Up to @today, or up to the end of the months that have figures. */
static gboolean
fill_lists (Sample  *sample,
            int      year,
            guint32  seed,
            GError **error)
{
  g_autoptr (GPtrArray) villages = g_ptr_array_new ();
  TosoDate first = { (gint16) year, MIN_MONTHS, 31 };
  TosoDate end = { (gint16) year, 12, 31 };
  TosoDate last = sample->today;

  if (toso_date_compare (last, (TosoDate){ (gint16) year, 1, 1 }) < 0)
    last = first;
  else if (toso_date_compare (last, end) > 0)
    last = end;
  for (guint i = 0; i < sample->grid->rows->len; i++)
    g_ptr_array_add (villages, ((const TosoVillageStatus *) g_ptr_array_index (sample->grid->rows, i))->village);

  return toso_year_fill_sample_lists (sample->year, villages, sample->sizes, year, seed, last, error);
}

gboolean
toso_year_fill_sample (TosoYear *self,
                       guint32   seed,
                       TosoDate  today,
                       GError  **error)
{
  g_autoptr (TosoGrid) grid = NULL;
  g_autoptr (TosoWriter) writer = NULL;
  g_autoptr (TosoCalendar) calendar = NULL;
  g_autofree double *numbers = NULL;
  Sample             sample = { .year = self, .today = today };
  gint64             number = 0;
  gboolean           done;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_ensure_open (self, error) ||
      !toso_db_get_int64 (self->db, "SELECT year FROM plan ORDER BY id LIMIT 1", &number, error))
    return FALSE;
  if (number == 0)
    number = today.year;

  grid = toso_grid_load (self, (TosoPeriod){ TOSO_PERIOD_MONTH, (int) number, 1 }, today, error);
  calendar = grid != NULL ? toso_year_load_calendar (self, error) : NULL;
  if (calendar == NULL || !toso_year_begin (self, error))
    return FALSE;

  writer = toso_writer_new (self, TOSO_ORIGIN_IMPORTED, NULL, error);
  if (writer == NULL)
    return toso_year_rollback (self);

  numbers = g_new0 (double, grid->rows->len *(grid->columns->len + 2) + 1);
  sample.grid = grid;
  sample.writer = writer;
  sample.calendar = calendar;
  sample.random = g_rand_new_with_seed (seed);
  sample.sizes = numbers;
  sample.zeal = numbers + grid->rows->len;
  sample.reached = sample.zeal + grid->rows->len;
  done = fill (&sample, (int) number, error);
  g_rand_free (sample.random);
  if (!done)
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Fill the year with sample figures"), error) &&
         fill_lists (&sample, (int) number, seed, error);
}
