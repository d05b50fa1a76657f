/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-count.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-count-sql.h"
#include "store/toso-writer.h"
#include "store/toso-year-lineage.h"
#include "store/toso-year-private.h"

/* --- one count on one day --- */

typedef struct
{
  GHashTable   *by_village; /* village id → TosoFigure *; 0: of no village */
  gboolean      has_unplaced;
  const GArray *links; /* of TosoLineageLink */
} Tally;

static void
add_tally_row (TosoStmt *stmt,
               gpointer  user_data)
{
  Tally            *tally = user_data;
  gint64            village_id = toso_lineage_find_today (tally->links, toso_stmt_get_int64 (stmt, 0));
  TosoFigure        figure = toso_stmt_get_figure (stmt, 1);
  const TosoFigure *other = g_hash_table_lookup (tally->by_village, &village_id);

  tally->has_unplaced = tally->has_unplaced || village_id == 0;
  if (other != NULL)
    figure = figure.known && other->known ? toso_number_add (figure, *other) : TOSO_FIGURE_MISSING;
  g_hash_table_insert (tally->by_village, g_memdup2 (&village_id, sizeof village_id), g_memdup2 (&figure, sizeof figure));
}

static gboolean
tally (TosoYear            *self,
       const TosoCountTerm *term,
       TosoDate             first,
       TosoDate             day,
       Tally               *into,
       GError             **error)
{
  g_autofree char *sql = toso_count_term_sql (term);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
  g_autoptr (GArray) links = toso_year_load_links (self, error);

  if (links == NULL)
    return FALSE;
  into->links = links;
  into->has_unplaced = !toso_count_is_by_village (term);
  into->by_village = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  toso_stmt_bind_date (stmt, 1, first);
  toso_stmt_bind_date (stmt, 2, day);

  return toso_stmt_foreach (stmt, add_tally_row, into, error);
}

static void
tally_clear (Tally *tally)
{
  g_clear_pointer (&tally->by_village, g_hash_table_unref);
}

/* An empty list was not begun, and says nothing. */
static gboolean
is_empty (TosoYear            *self,
          const TosoCountTerm *term,
          gboolean            *empty,
          GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT NOT EXISTS (SELECT 1 FROM %s)", term->kind->id);
  gint64           value;

  if (!toso_db_get_int64 (self->db, sql, &value, error))
    return FALSE;
  *empty = value != 0;

  return TRUE;
}

static TosoFigure
get_tally (const Tally *tally,
           gint64       village_id)
{
  const TosoFigure *figure = g_hash_table_lookup (tally->by_village, &village_id);

  return figure != NULL ? *figure : TOSO_FIGURE (0);
}

/* Missing once one of them is. */
static TosoFigure
get_total (const Tally *tally)
{
  GHashTableIter iter;
  gpointer       value;
  double         sum = 0;

  g_hash_table_iter_init (&iter, tally->by_village);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TosoFigure *figure = value;

      if (!figure->known)
        return TOSO_FIGURE_MISSING;
      sum += figure->value;
    }

  return TOSO_FIGURE (sum);
}

typedef struct
{
  Tally    numerator, denominator;
  gboolean has_denominator;
  gboolean empty; /* nothing can be said */
} Tallies;

static void
tallies_clear (Tallies *tallies)
{
  tally_clear (&tallies->numerator);
  tally_clear (&tallies->denominator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tallies, tallies_clear)

static gboolean
count_on (TosoYear        *self,
          const TosoCount *count,
          TosoDate         first,
          TosoDate         day,
          Tallies         *tallies,
          GError         **error)
{
  gboolean empty = FALSE;

  tallies->has_denominator = count->denominator.kind != NULL;
  if (!is_empty (self, &count->numerator, &tallies->empty, error) ||
      (tallies->has_denominator && !is_empty (self, &count->denominator, &empty, error)))
    return FALSE;
  tallies->empty = tallies->empty || empty;

  return tally (self, &count->numerator, first, day, &tallies->numerator, error) &&
         (!tallies->has_denominator || tally (self, &count->denominator, first, day, &tallies->denominator, error));
}

gboolean
toso_year_try_count (TosoYear        *self,
                     const TosoCount *count,
                     TosoDate         first,
                     TosoDate         day,
                     TosoFigure      *numerator,
                     TosoFigure      *denominator,
                     GError         **error)
{
  g_auto (Tallies) tallies = { { NULL, FALSE, NULL }, { NULL, FALSE, NULL }, FALSE, FALSE };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  *numerator = *denominator = TOSO_FIGURE_MISSING;
  if (!toso_year_ensure_open (self, error) || !count_on (self, count, first, day, &tallies, error))
    return FALSE;
  if (tallies.empty)
    return TRUE;

  *numerator = get_total (&tallies.numerator);
  if (tallies.has_denominator)
    *denominator = get_total (&tallies.denominator);

  return TRUE;
}

/* --- all of an indicator --- */

typedef struct
{
  gint64       id;
  TosoOverTime over_time;
  TosoCount   *count;
} Counted;

static void
counted_free (gpointer data)
{
  Counted *counted = data;

  toso_count_free (counted->count);
  g_free (counted);
}

static void
add_counted (TosoStmt *stmt,
             gpointer  user_data)
{
  /* One that this version does not understand keeps the figures it has. */
  TosoCount *count = toso_count_parse (toso_stmt_get_text (stmt, 2), NULL);
  Counted   *counted;

  if (count == NULL)
    return;
  counted = g_new0 (Counted, 1);
  counted->id = toso_stmt_get_int64 (stmt, 0);
  counted->over_time = g_strcmp0 (toso_stmt_get_text (stmt, 1), "flow") == 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
  counted->count = count;
  g_ptr_array_add (user_data, counted);
}

/* A figure that a locked report holds stays as it was reported. */
static gboolean
put (TosoWriter      *writer,
     TosoMeasurement *measurement,
     GError         **error)
{
  g_autoptr (GError) refusal = NULL;

  if (toso_writer_put (writer, measurement, &refusal) || g_error_matches (refusal, TOSO_ERROR, TOSO_ERROR_LOCKED))
    return TRUE;
  /* More are found than there are to be found: the lists contradict each other. */
  if (g_error_matches (refusal, TOSO_ERROR, TOSO_ERROR_INVALID))
    {
      measurement->numerator = measurement->denominator = TOSO_FIGURE_MISSING;
      g_clear_error (&refusal);
      if (toso_writer_put (writer, measurement, &refusal) || g_error_matches (refusal, TOSO_ERROR, TOSO_ERROR_LOCKED))
        return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&refusal));

  return FALSE;
}

typedef struct
{
  TosoWriter   *writer;
  const GArray *villages; /* of gint64 */
  TosoDate      start;    /* of the plan */
  TosoCutoff    cutoff;
  int           custom_day;
} Counting;

static gboolean
put_village (const Counting *counting,
             const Counted  *counted,
             TosoPeriod      period,
             const Tallies  *tallies,
             gint64          village_id,
             GError        **error)
{
  /* What belongs to no village would be lost in their sum: then only the whole
   * is said. */
  gboolean        whole = tallies->numerator.has_unplaced || (tallies->has_denominator && tallies->denominator.has_unplaced);
  TosoMeasurement measurement = {
    .indicator_id = counted->id,
    .village_id = village_id,
    .period = period,
    .numerator = TOSO_FIGURE_MISSING,
    .denominator = TOSO_FIGURE_MISSING,
  };

  if (!tallies->empty && whole == (village_id == 0))
    {
      measurement.numerator = whole ? get_total (&tallies->numerator) : get_tally (&tallies->numerator, village_id);
      if (tallies->has_denominator)
        measurement.denominator = whole ? get_total (&tallies->denominator) : get_tally (&tallies->denominator, village_id);
    }

  return put (counting->writer, &measurement, error);
}

static gboolean
count_period (TosoYear       *self,
              const Counting *counting,
              const Counted  *counted,
              TosoPeriod      period,
              TosoDate        today,
              GError        **error)
{
  g_auto (Tallies) tallies = { { NULL, FALSE, NULL }, { NULL, FALSE, NULL }, FALSE, FALSE };
  TosoDate first, last;

  toso_period_get_range (period, counting->cutoff, counting->custom_day, &first, &last);
  if (toso_date_compare (today, last) < 0)
    last = today;
  if (!count_on (self, counted->count, counted->over_time == TOSO_OVER_TIME_FLOW ? first : counting->start, last, &tallies, error))
    return FALSE;

  for (guint i = 0; i < counting->villages->len; i++)
    if (!put_village (counting, counted, period, &tallies, g_array_index (counting->villages, gint64, i), error))
      return FALSE;

  return TRUE;
}

/* The commune as a whole, the villages of today, and those whose rows are not
 * told apart by the villages they became. */
static gboolean
list_places (TosoYear *self,
             GArray   *places,
             GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT 0 UNION ALL SELECT id FROM village WHERE last_day IS NULL"
                                                         "  OR id IN (SELECT old_id FROM village_lineage WHERE kind = 'split')");

  return toso_stmt_foreach (stmt, toso_stmt_append_id, places, error);
}

static gboolean
is_wholly_locked (TosoYear  *self,
                  TosoPeriod period,
                  gboolean  *locked,
                  GError   **error)
{
  g_autofree char    *name = toso_period_to_string (period);
  TosoSubmissionState state;

  if (!toso_year_get_state (self, name, 0, &state, error))
    return FALSE;
  *locked = state == TOSO_SUBMISSION_LOCKED;

  return TRUE;
}

static gboolean
count_month (TosoYear        *self,
             const Counting  *counting,
             const GPtrArray *list,
             TosoPeriod       month,
             TosoDate         today,
             GError         **error)
{
  gboolean locked;

  if (!is_wholly_locked (self, month, &locked, error))
    return FALSE;
  for (guint i = 0; !locked && i < list->len; i++)
    if (!count_period (self, counting, g_ptr_array_index (list, i), month, today, error))
      return FALSE;

  return TRUE;
}

static gboolean
count_months (TosoYear  *self,
              GPtrArray *list,
              GError   **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TosoWriter) writer = toso_writer_new (self, TOSO_ORIGIN_COMPUTED, NULL, error);
  Counting counting = { .writer = writer, .villages = places };
  TosoDate today = toso_date_today ();
  TosoDate end;

  if (writer == NULL || !list_places (self, places, error) ||
      !toso_year_get_calendar (self, &counting.start, &end, &counting.cutoff, &counting.custom_day, error))
    return FALSE;

  for (int number = 1; number <= 12; number++)
    {
      TosoPeriod month = { .kind = TOSO_PERIOD_MONTH, .year = end.year, .number = number };
      TosoDate   first, last;

      toso_period_get_range (month, counting.cutoff, counting.custom_day, &first, &last);
      if (toso_date_compare (first, today) > 0)
        break;
      if (!count_month (self, &counting, list, month, today, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_count_all (TosoYear *self,
                     GError  **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (counted_free);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "SELECT id, over_time, register_name FROM indicator"
                                               "  WHERE feed = 'computed' ORDER BY id");

  if (!toso_stmt_foreach (stmt, add_counted, list, error))
    return FALSE;

  return list->len == 0 || count_months (self, list, error);
}

gboolean
toso_year_count_anew (TosoYear *self,
                      GError  **error)
{
  gint64 n_counted;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_ensure_open (self, error) ||
      !toso_db_get_int64 (self->db, "SELECT count (*) FROM indicator WHERE feed = 'computed'", &n_counted, error))
    return FALSE;
  if (n_counted == 0)
    return TRUE;

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_count_all (self, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Count anew in the lists"), error);
}

/* --- an indicator that changes hands --- */

typedef struct
{
  gint64 village_id;
  char  *period;
  char  *breakdown;
} Key;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->period);
  g_free (key->breakdown);
  g_free (key);
}

static void
add_key (TosoStmt *stmt,
         gpointer  user_data)
{
  Key *key = g_new0 (Key, 1);

  key->village_id = toso_stmt_get_int64 (stmt, 0);
  key->period = toso_stmt_dup_text (stmt, 1);
  key->breakdown = toso_stmt_dup_text (stmt, 2);
  g_ptr_array_add (user_data, key);
}

/* What was reported and what was counted never stand side by side in one
 * indicator: a quarter's typed figure would hide its counted months. */
gboolean
toso_year_drop_figures (TosoYear *self,
                        gint64    indicator_id,
                        GError  **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (key_free);
  g_autoptr (TosoWriter) writer = toso_writer_new (self, TOSO_ORIGIN_COMPUTED, NULL, error);
  g_autoptr (TosoStmt) stmt = NULL;

  if (writer == NULL)
    return FALSE;
  stmt = toso_db_prepare (self->db, "SELECT village_id, period, breakdown FROM measurement WHERE indicator_id = ?1");
  toso_stmt_bind_int64 (stmt, 1, indicator_id);
  if (!toso_stmt_foreach (stmt, add_key, keys, error))
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    {
      const Key      *key = g_ptr_array_index (keys, i);
      TosoMeasurement measurement = {
        .indicator_id = indicator_id,
        .village_id = key->village_id,
        .breakdown = key->breakdown,
        .numerator = TOSO_FIGURE_MISSING,
        .denominator = TOSO_FIGURE_MISSING,
      };

      if (toso_period_parse (key->period, &measurement.period) && !put (writer, &measurement, error))
        return FALSE;
    }

  return TRUE;
}
