/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-judge.h"

#include "store/toso-year-private.h"

struct _TosoJudge
{
  TosoYear   *year; /* not owned */
  GPtrArray  *rules;
  GHashTable *indicators; /* id → Indicator */
  GHashTable *villages;   /* id → name */
  TosoStmt   *past;
  TosoStmt   *sum;
};

typedef struct
{
  char        *name;
  TosoOverTime over_time;
} Indicator;

static void
indicator_free (gpointer data)
{
  Indicator *indicator = data;

  g_free (indicator->name);
  g_free (indicator);
}

TosoJudge *
toso_judge_new (TosoYear  *year,
                GPtrArray *rules)
{
  TosoJudge *judge = g_new0 (TosoJudge, 1);

  judge->year = year;
  judge->rules = g_ptr_array_ref (rules);
  judge->indicators = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, indicator_free);
  judge->villages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  judge->past = toso_db_prepare (year->db,
                                 "SELECT period, numerator, denominator FROM measurement"
                                 "  WHERE village_id = ?1 AND indicator_id = ?2 AND breakdown = ?3");
  judge->sum = toso_db_prepare (year->db,
                                "SELECT sum (numerator) FROM measurement"
                                "  WHERE indicator_id = ?1 AND period = ?2 AND breakdown = ?3 AND village_id IS NOT NULL");
  return judge;
}

void
toso_judge_free (TosoJudge *judge)
{
  if (judge == NULL)
    return;

  g_ptr_array_unref (judge->rules);
  g_hash_table_unref (judge->indicators);
  g_hash_table_unref (judge->villages);
  toso_stmt_free (judge->past);
  toso_stmt_free (judge->sum);
  g_free (judge);
}

static const Indicator *
find_indicator (TosoJudge *judge,
                gint64     id,
                GError   **error)
{
  Indicator *indicator = g_hash_table_lookup (judge->indicators, &id);
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  if (indicator != NULL)
    return indicator;

  stmt = toso_db_prepare (judge->year->db, "SELECT name, over_time FROM indicator WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return NULL;

  indicator = g_new0 (Indicator, 1);
  indicator->name = g_strdup (has_row ? toso_stmt_get_text (stmt, 0) : "");
  indicator->over_time = has_row && g_strcmp0 (toso_stmt_get_text (stmt, 1), "flow") == 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
  g_hash_table_insert (judge->indicators, g_memdup2 (&id, sizeof id), indicator);
  return indicator;
}

static const char *
find_village (TosoJudge *judge,
              gint64     id)
{
  char *name = g_hash_table_lookup (judge->villages, &id);

  if (name != NULL)
    return name;
  if (!toso_year_get_name (judge->year, "SELECT name FROM village WHERE id = ?1", id, "", &name, NULL))
    name = g_strdup ("");
  g_hash_table_insert (judge->villages, g_memdup2 (&id, sizeof id), name);
  return name;
}

/* What the village gave in the periods of the same kind before. */
static gboolean
read_past (TosoJudge             *judge,
           const TosoMeasurement *measurement,
           TosoRuleCell          *cell,
           GArray                *history,
           GError               **error)
{
  TosoPeriod before = toso_period_previous (measurement->period);
  gboolean   has_row;

  toso_stmt_bind_int64 (judge->past, 1, measurement->village_id);
  toso_stmt_bind_int64 (judge->past, 2, measurement->indicator_id);
  toso_stmt_bind_string (judge->past, 3, measurement->breakdown);
  for (;;)
    {
      TosoPeriod period;
      TosoFigure numerator;

      if (!toso_stmt_step (judge->past, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      if (!toso_period_parse (toso_stmt_get_text (judge->past, 0), &period) || period.kind != measurement->period.kind ||
          toso_period_compare (period, measurement->period) >= 0)
        continue;

      numerator = toso_stmt_get_figure (judge->past, 1);
      if (numerator.known)
        g_array_append_val (history, numerator.value);
      if (toso_period_equal (period, before))
        {
          cell->previous = numerator;
          cell->previous_denominator = toso_stmt_get_figure (judge->past, 2);
        }
    }
  toso_stmt_reset (judge->past);

  return TRUE;
}

static gboolean
read_sum (TosoJudge             *judge,
          const TosoMeasurement *measurement,
          TosoRuleCell          *cell,
          GError               **error)
{
  g_autofree char *before = toso_period_to_string (toso_period_previous (measurement->period));
  gboolean         has_row;

  toso_stmt_bind_int64 (judge->sum, 1, measurement->indicator_id);
  toso_stmt_bind_text (judge->sum, 2, before);
  toso_stmt_bind_string (judge->sum, 3, measurement->breakdown);
  if (!toso_stmt_step (judge->sum, &has_row, error))
    return FALSE;
  if (has_row)
    cell->commune = toso_stmt_get_figure (judge->sum, 0);
  toso_stmt_reset (judge->sum);

  return TRUE;
}

GPtrArray *
toso_judge_measurement (TosoJudge             *judge,
                        const TosoMeasurement *measurement,
                        GError               **error)
{
  g_autoptr (GArray) history = g_array_new (FALSE, FALSE, sizeof (double));
  const Indicator *indicator = find_indicator (judge, measurement->indicator_id, error);
  TosoRuleCell     cell = {
        .numerator = measurement->numerator,
        .denominator = measurement->denominator,
  };

  if (indicator == NULL)
    return NULL;

  cell.indicator = indicator->name;
  cell.over_time = indicator->over_time;
  if (measurement->village_id != 0 && measurement->period.kind != TOSO_PERIOD_AD_HOC &&
      (!read_past (judge, measurement, &cell, history, error) || !read_sum (judge, measurement, &cell, error)))
    return NULL;

  cell.history = (const double *) (gpointer) history->data;
  cell.n_history = history->len;
  return toso_rules_check (judge->rules, measurement->village_id != 0 ? find_village (judge, measurement->village_id) : "",
                           &cell, 1);
}
