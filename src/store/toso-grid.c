/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-grid.h"

#include <string.h>

#include "store/toso-grid-private.h"
#include "store/toso-year-lineage.h"
#include "store/toso-year-private.h"

/* A figure of the year, of one cell of the grid. */
typedef struct
{
  guint      cell;
  TosoPeriod period;
  gint64     id;
  TosoFigure numerator, denominator;
  TosoOrigin origin;
  char      *note;    /* in the grid's chunk, or NULL */
  gboolean   of_part; /* of a village that is another's since */
} Figure;

typedef struct
{
  TosoGrid   *grid;
  GHashTable *row_of;    /* village id → row + 1 */
  GHashTable *column_of; /* indicator id → its first column + 1; its groups follow */
  GHashTable *periods;   /* name → TosoPeriod; NULL: it is none */
  GArray     *figures;   /* of Figure */
  GArray     *links;     /* of TosoLineageLink */
} Reading;

static void
column_free (gpointer data)
{
  TosoGridColumn *column = data;

  g_free (column->code);
  g_free (column->name);
  g_free (column->group);
  g_free (column->unit);
  g_free (column->numerator_name);
  g_free (column->denominator_name);
  g_free (column);
}

static void
finding_free (gpointer data)
{
  TosoGridFinding *finding = data;

  g_free (finding->rule);
  g_free (finding->question);
  g_free (finding);
}

void
toso_grid_free (TosoGrid *grid)
{
  if (grid == NULL)
    return;

  toso_report_period_free (grid->period);
  g_clear_pointer (&grid->columns, g_ptr_array_unref);
  g_clear_pointer (&grid->rows, g_ptr_array_unref);
  g_clear_pointer (&grid->findings, g_ptr_array_unref);
  g_clear_pointer (&grid->notes, g_string_chunk_free);
  g_free (grid->cells);
  g_free (grid->totals);
  g_free (grid);
}

const TosoGridCell *
toso_grid_get_cell (const TosoGrid *grid,
                    guint           row,
                    guint           column)
{
  g_return_val_if_fail (row < grid->rows->len && column < grid->columns->len, NULL);

  return &grid->cells[row * grid->columns->len + column];
}

/* --- columns --- */

static gboolean
add_columns (Reading             *reading,
             TosoDb              *db,
             const TosoCollected *collected,
             GError             **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  guint    n_groups = collected->groups != NULL ? g_strv_length (collected->groups) : 0;
  gboolean has_row;

  stmt = toso_db_prepare (db,
                          "SELECT code, name, unit, kind, over_time, numerator_name, denominator_name"
                          "  FROM indicator WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, collected->indicator_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;

  for (guint i = 0; has_row && i <= n_groups; i++)
    {
      TosoGridColumn *column = g_new0 (TosoGridColumn, 1);

      column->indicator_id = collected->indicator_id;
      column->code = toso_stmt_dup_text (stmt, 0);
      column->name = toso_stmt_dup_text (stmt, 1);
      column->unit = toso_stmt_dup_text (stmt, 2);
      toso_target_kind_from_id (toso_stmt_get_text (stmt, 3), &column->kind);
      column->over_time = g_strcmp0 (toso_stmt_get_text (stmt, 4), "flow") == 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
      column->numerator_name = toso_stmt_dup_text (stmt, 5);
      column->denominator_name = toso_stmt_dup_text (stmt, 6);
      column->has_denominator = column->kind == TOSO_TARGET_PERCENTAGE || column->kind == TOSO_TARGET_COUNT_OF_COUNT;
      column->counted = collected->counted;
      column->group = g_strdup (i == 0 ? "" : collected->groups[i - 1]);
      g_ptr_array_add (reading->grid->columns, column);
      if (i == 0)
        g_hash_table_insert (reading->column_of, &column->indicator_id, GUINT_TO_POINTER (reading->grid->columns->len));
    }

  return TRUE;
}

/* --- figures --- */

static TosoOrigin
origin_from_id (const char *id)
{
  if (g_strcmp0 (id, "imported") == 0)
    return TOSO_ORIGIN_IMPORTED;

  return g_strcmp0 (id, "computed") == 0 ? TOSO_ORIGIN_COMPUTED : TOSO_ORIGIN_TYPED;
}

/* + 1; 0: none */
static guint
find_column (Reading    *reading,
             gint64      indicator_id,
             const char *group)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (reading->column_of, &indicator_id));

  for (guint i = first; i > 0 && i <= reading->grid->columns->len; i++)
    {
      const TosoGridColumn *column = g_ptr_array_index (reading->grid->columns, i - 1);

      if (column->indicator_id != indicator_id)
        return 0;
      if (strcmp (column->group, group) == 0)
        return i;
    }

  return 0;
}

/* A year has few periods and many figures. */
static const TosoPeriod *
find_period (Reading    *reading,
             const char *name)
{
  gpointer   known;
  TosoPeriod period;

  if (!g_hash_table_lookup_extended (reading->periods, name, NULL, &known))
    {
      known = toso_period_parse (name, &period) ? g_memdup2 (&period, sizeof period) : NULL;
      g_hash_table_insert (reading->periods, g_strdup (name), known);
    }

  return known;
}

static void
add_figure_row (TosoStmt *stmt,
                gpointer  user_data)
{
  Reading          *reading = user_data;
  gint64            village_id = toso_stmt_get_int64 (stmt, 0);
  gint64            today_id = toso_lineage_find_today (reading->links, village_id);
  guint             row = GPOINTER_TO_UINT (g_hash_table_lookup (reading->row_of, &today_id));
  guint             column = find_column (reading, toso_stmt_get_int64 (stmt, 1), toso_stmt_get_text (stmt, 2));
  const TosoPeriod *period = find_period (reading, toso_stmt_get_text (stmt, 3));
  Figure            figure = { 0 };

  if (row == 0 || column == 0 || period == NULL)
    return;

  figure.period = *period;

  figure.cell = (row - 1) * reading->grid->columns->len + column - 1;
  figure.id = toso_stmt_get_int64 (stmt, 4);
  figure.numerator = toso_stmt_get_figure (stmt, 5);
  figure.denominator = toso_stmt_get_figure (stmt, 6);
  figure.origin = origin_from_id (toso_stmt_get_text (stmt, 7));
  figure.of_part = today_id != village_id;
  if (!toso_stmt_is_null (stmt, 8))
    figure.note = g_string_chunk_insert (reading->grid->notes, toso_stmt_get_text (stmt, 8));
  g_array_append_val (reading->figures, figure);
}

static gboolean
read_figures (Reading *reading,
              TosoDb  *db,
              int      year,
              GError **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *first = g_strdup_printf ("%04d", year);
  g_autofree char *end = g_strdup_printf ("%04d", year + 1);

  /* The year's: what accumulates, and what a figure is held against. */
  stmt = toso_db_prepare (db,
                          "SELECT m.village_id, m.indicator_id, m.breakdown, m.period, m.id, m.numerator, m.denominator, m.origin,"
                          "       n.text"
                          "  FROM measurement m LEFT JOIN measurement_note n ON n.measurement_id = m.id"
                          "  WHERE m.village_id IS NOT NULL AND m.period >= ?1 AND m.period < ?2");
  toso_stmt_bind_text (stmt, 1, first);
  toso_stmt_bind_text (stmt, 2, end);

  return toso_stmt_foreach (stmt, add_figure_row, reading, error);
}

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  const Figure *first = a;
  const Figure *second = b;

  if (first->cell != second->cell)
    return first->cell < second->cell ? -1 : 1;

  return toso_period_compare (first->period, second->period);
}

/* Of villages that were merged since: what its parts gave for a period is the
 * new one's, unless it gave its own. */
static void
join_parts (TosoGrid *grid,
            GArray   *figures)
{
  guint n = 0;

  g_array_sort (figures, compare_figures);
  for (guint i = 0; i < figures->len; i++)
    {
      Figure               *figure = &g_array_index (figures, Figure, i);
      Figure               *last = n > 0 ? &g_array_index (figures, Figure, n - 1) : NULL;
      const TosoGridColumn *column = g_ptr_array_index (grid->columns, figure->cell % grid->columns->len);

      if (figure->of_part)
        figure->id = 0;
      if (last == NULL || compare_figures (last, figure) != 0)
        g_array_index (figures, Figure, n++) = *figure;
      else if (last->of_part == figure->of_part || column->over_time == TOSO_OVER_TIME_FLOW)
        {
          last->numerator = toso_number_add (last->numerator, figure->numerator);
          last->denominator = toso_number_add (last->denominator, figure->denominator);
          last->id = last->id != 0 ? last->id : figure->id;
          last->of_part = TRUE;
        }
      else if (!figure->of_part)
        *last = *figure;
    }
  g_array_set_size (figures, n);
}

/* --- cells --- */

static int
count_months (TosoPeriod period)
{
  static const int months[] = {
    [TOSO_PERIOD_MONTH] = 1, [TOSO_PERIOD_QUARTER] = 3, [TOSO_PERIOD_HALF] = 6, [TOSO_PERIOD_NINE_MONTHS] = 9, [TOSO_PERIOD_YEAR] = 12, [TOSO_PERIOD_AD_HOC] = 0
  };

  return months[period.kind];
}

/* The figures of one cell, in order, that are within @from and up to the end
 * of the grid's period: added up, or the latest.  @n_months: that they cover. */
static void
combine (const Figure *figures,
         guint         n,
         TosoPeriod    within,
         gboolean      only_within,
         TosoOverTime  over_time,
         TosoFigure   *numerator,
         TosoFigure   *denominator,
         int          *n_months)
{
  g_autofree TosoPeriod *periods = g_new (TosoPeriod, MAX (n, 1));
  g_autofree gboolean   *taken = g_new0 (gboolean, MAX (n, 1));
  g_autofree guint      *indices = g_new (guint, MAX (n, 1));
  guint                  n_kept = 0;

  *numerator = TOSO_FIGURE_MISSING;
  *denominator = TOSO_FIGURE_MISSING;
  *n_months = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean fits = only_within ? toso_period_contains (within, figures[i].period)
                                  : toso_period_compare (figures[i].period, within) <= 0;

      if (!fits || figures[i].period.kind == TOSO_PERIOD_AD_HOC)
        continue;
      indices[n_kept] = i;
      periods[n_kept++] = figures[i].period;
    }

  toso_period_choose (periods, n_kept, taken);
  for (guint i = 0; i < n_kept; i++)
    {
      const Figure *figure = &figures[indices[i]];

      if (!taken[i])
        continue;
      *n_months += count_months (figure->period);
      if (over_time == TOSO_OVER_TIME_FLOW)
        {
          *numerator = toso_number_add (*numerator, figure->numerator);
          *denominator = toso_number_add (*denominator, figure->denominator);
        }
      else
        {
          *numerator = figure->numerator;
          *denominator = figure->denominator;
        }
    }
}

/* Where nobody reported for the very period: from its months, when all of them
 * are there.  A part would pass for the whole. */
static void
derive (TosoGridCell *cell,
        const Figure *figures,
        guint         n,
        TosoPeriod    period,
        TosoOverTime  over_time)
{
  TosoFigure numerator, denominator;
  int        n_months;

  if (period.kind == TOSO_PERIOD_MONTH || period.kind == TOSO_PERIOD_AD_HOC)
    return;
  combine (figures, n, period, TRUE, over_time, &numerator, &denominator, &n_months);
  if (n_months < count_months (period))
    return;

  cell->numerator = numerator;
  cell->denominator = denominator;
  cell->derived = TRUE;
}

static void
fill_cell (TosoGrid     *grid,
           guint         index,
           const Figure *figures,
           guint         n)
{
  TosoGridCell         *cell = &grid->cells[index];
  const TosoGridColumn *column = g_ptr_array_index (grid->columns, index % grid->columns->len);
  TosoPeriod            period = grid->period->period;
  TosoPeriod            before = toso_period_previous (period);
  int                   n_months;

  for (guint i = 0; i < n; i++)
    {
      if (toso_period_equal (figures[i].period, before))
        cell->previous = figures[i].numerator;
      if (!toso_period_equal (figures[i].period, period))
        continue;
      cell->id = figures[i].id;
      cell->numerator = figures[i].numerator;
      cell->denominator = figures[i].denominator;
      cell->origin = figures[i].origin;
      cell->note = figures[i].note;
      cell->derived = figures[i].of_part;
    }
  if (cell->id == 0 && !cell->derived)
    derive (cell, figures, n, period, column->over_time);

  if (period.kind != TOSO_PERIOD_AD_HOC)
    combine (figures, n, period, FALSE, column->over_time, &cell->cumulative, &cell->cumulative_denominator, &n_months);
}

/* --- doubts --- */

typedef struct
{
  const GPtrArray *rules;
  TosoRuleCell    *cells;   /* a row's */
  GArray         **history; /* of double, one a column */
  TosoFigure      *commune; /* sums of the period before, one a column */
} Doubts;

static void
check_row (TosoGrid *grid,
           guint     row,
           Doubts   *doubts)
{
  const TosoVillageStatus *status = g_ptr_array_index (grid->rows, row);
  g_autoptr (GPtrArray) findings = NULL;
  guint n = grid->columns->len;

  for (guint i = 0; i < n; i++)
    {
      const TosoGridColumn *column = g_ptr_array_index (grid->columns, i);
      const TosoGridCell   *cell = toso_grid_get_cell (grid, row, i);

      doubts->cells[i] = (TosoRuleCell){
        .indicator = column->name,
        .over_time = column->over_time,
        .numerator = cell->id != 0 ? cell->numerator : TOSO_FIGURE_MISSING,
        .denominator = cell->id != 0 ? cell->denominator : TOSO_FIGURE_MISSING,
        .previous = cell->previous,
        .history = (const double *) (gpointer) doubts->history[i]->data,
        .n_history = doubts->history[i]->len,
        .commune = doubts->commune[i],
      };
    }

  findings = toso_rules_check (doubts->rules, status->village->name, doubts->cells, n);
  for (guint i = 0; i < findings->len; i++)
    {
      const TosoFinding *finding = g_ptr_array_index (findings, i);
      TosoGridFinding   *kept = g_new0 (TosoGridFinding, 1);

      kept->row = row;
      kept->column = finding->cell;
      kept->severity = finding->rule->severity;
      kept->rule = g_strdup (finding->rule->code);
      kept->question = g_strdup (finding->question);
      g_ptr_array_add (grid->findings, kept);
      if (finding->cell >= 0)
        {
          TosoGridCell *cell = &grid->cells[row * n + (guint) finding->cell];

          cell->doubt = MAX (cell->doubt, kept->severity);
        }
    }
}

/* The numerators of the row's cells in the periods of the same kind before. */
static void
collect_history (const TosoGrid *grid,
                 guint           row,
                 const GArray   *figures,
                 guint          *at, /* where the row begins; moved to its end */
                 Doubts         *doubts)
{
  guint n = grid->columns->len;

  for (guint i = 0; i < n; i++)
    g_array_set_size (doubts->history[i], 0);
  for (; *at < figures->len && g_array_index (figures, Figure, *at).cell / n == row; (*at)++)
    {
      const Figure *figure = &g_array_index (figures, Figure, *at);

      if (figure->numerator.known && figure->period.kind == grid->period->period.kind &&
          toso_period_compare (figure->period, grid->period->period) < 0)
        g_array_append_val (doubts->history[figure->cell % n], figure->numerator.value);
    }
}

static void
find_doubts (TosoGrid        *grid,
             const GArray    *figures, /* in the cells' order */
             const GPtrArray *rules)
{
  guint                    n = grid->columns->len;
  g_autofree TosoRuleCell *cells = g_new0 (TosoRuleCell, n);
  g_autofree TosoFigure   *commune = g_new0 (TosoFigure, n);
  g_autofree GArray      **history = g_new0 (GArray *, n);
  Doubts                   doubts = { rules, cells, history, commune };
  guint                    at = 0;

  for (guint i = 0; i < n; i++)
    {
      history[i] = g_array_new (FALSE, FALSE, sizeof (double));
      for (guint row = 0; row < grid->rows->len; row++)
        commune[i] = toso_number_add (commune[i], toso_grid_get_cell (grid, row, i)->previous);
    }

  for (guint row = 0; row < grid->rows->len; row++)
    {
      collect_history (grid, row, figures, &at, &doubts);
      check_row (grid, row, &doubts);
    }

  for (guint i = 0; i < n; i++)
    g_array_unref (history[i]);
}

/* --- all of it --- */

static void
fill_cells (TosoGrid *grid,
            GArray   *figures)
{
  g_array_sort (figures, compare_figures);
  for (guint i = 0; i < figures->len;)
    {
      const Figure *first = &g_array_index (figures, Figure, i);
      guint         n = 1;

      while (i + n < figures->len && first[n].cell == first->cell)
        n++;
      fill_cell (grid, first->cell, first, n);
      i += n;
    }

  for (guint row = 0; row < grid->rows->len; row++)
    {
      const TosoVillageStatus *status = g_ptr_array_index (grid->rows, row);

      for (guint i = 0; i < grid->columns->len; i++)
        grid->cells[row * grid->columns->len + i].locked = status->state == TOSO_SUBMISSION_LOCKED;
    }
}

static gboolean
load (Reading  *reading,
      TosoYear *year,
      TosoDate  today,
      GError  **error)
{
  TosoGrid *grid = reading->grid;
  g_autoptr (GPtrArray) collected = toso_year_list_collected (year, grid->period->type->id, error);
  g_autoptr (GPtrArray) rules = toso_year_list_rules (year, error);

  if (collected == NULL || rules == NULL)
    return FALSE;
  grid->rows = toso_year_list_status (year, grid->period->period, today, error);
  if (grid->rows == NULL)
    return FALSE;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      const TosoVillageStatus *status = g_ptr_array_index (grid->rows, i);

      g_hash_table_insert (reading->row_of, &status->village->id, GUINT_TO_POINTER (i + 1));
    }
  reading->links = toso_year_load_links (year, error);
  if (reading->links == NULL)
    return FALSE;
  for (guint i = 0; i < collected->len; i++)
    if (!add_columns (reading, year->db, g_ptr_array_index (collected, i), error))
      return FALSE;

  grid->cells = g_new0 (TosoGridCell, MAX (1, grid->rows->len * grid->columns->len));
  grid->totals = g_new0 (TosoGridTotal, MAX (1, grid->columns->len));
  if (!read_figures (reading, year->db, grid->period->period.year, error))
    return FALSE;

  join_parts (grid, reading->figures);
  fill_cells (grid, reading->figures);
  find_doubts (grid, reading->figures, rules);
  for (guint i = 0; i < grid->columns->len; i++)
    toso_grid_fill_total (grid, i);

  return TRUE;
}

TosoGrid *
toso_grid_load (TosoYear  *year,
                TosoPeriod period,
                TosoDate   today,
                GError   **error)
{
  g_autoptr (TosoGrid) grid = g_new0 (TosoGrid, 1);
  g_autoptr (GHashTable) row_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) column_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (Figure));
  Reading  reading = { grid, row_of, column_of, periods, figures };
  gboolean done;

  g_return_val_if_fail (TOSO_IS_YEAR (year), NULL);

  grid->columns = g_ptr_array_new_with_free_func (column_free);
  grid->findings = g_ptr_array_new_with_free_func (finding_free);
  grid->notes = g_string_chunk_new (1024);
  grid->period = toso_year_get_period (year, period, error);
  if (grid->period == NULL || !toso_db_exec (year->db, "BEGIN", error))
    return NULL;

  /* One transaction: all of it from the same moment, whoever else writes. */
  done = load (&reading, year, today, error);
  g_clear_pointer (&reading.links, g_array_unref);
  toso_db_rollback (year->db);

  return done ? g_steal_pointer (&grid) : NULL;
}
