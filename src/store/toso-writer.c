/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-judge.h"
#include "store/toso-year-private.h"

struct _TosoWriter
{
  TosoYear   *year;
  TosoOrigin  origin;
  const char *reason;  /* or NULL */
  TosoJudge  *judge;   /* of the rules that refuse; NULL where only the built-in one does */
  GHashTable *counted; /* ids (gint64) of the indicators that are counted in registers */
  GHashTable *known;   /* ids (gint64) of indicators and villages that are there */
  GHashTable *states;  /* "village period" → TosoSubmissionState + 1 */
  GHashTable *changed; /* "village period" of which a figure has changed */
  TosoStmt   *find, *insert, *update, *remove;
};

void
toso_writer_free (TosoWriter *writer)
{
  if (writer == NULL)
    return;

  toso_judge_free (writer->judge);
  g_hash_table_unref (writer->counted);
  g_hash_table_unref (writer->known);
  g_hash_table_unref (writer->states);
  g_hash_table_unref (writer->changed);
  toso_stmt_free (writer->find);
  toso_stmt_free (writer->insert);
  toso_stmt_free (writer->update);
  toso_stmt_free (writer->remove);
  g_free (writer);
}

static const char *
origin_to_id (TosoOrigin origin)
{
  static const char *const ids[] = {
    [TOSO_ORIGIN_TYPED] = "typed",
    [TOSO_ORIGIN_IMPORTED] = "imported",
    [TOSO_ORIGIN_COMPUTED] = "computed",
  };

  return ids[origin];
}

/* --- what may be written --- */

static gboolean
check_figures (const TosoMeasurement *measurement,
               GError               **error)
{
  const TosoFigure figures[] = { measurement->numerator, measurement->denominator };
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].known && (!isfinite (figures[i].value) || figures[i].value < 0))
      {
        g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                             _ ("A figure can't be negative. Correct it, or leave it empty when it was not reported."));
        return FALSE;
      }

  if (!figures[0].known || !figures[1].known || figures[0].value <= figures[1].value)
    return TRUE;

  part = toso_number_format (figures[0].value, 6);
  whole = toso_number_format (figures[1].value, 6);
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("The part (%s) is larger than the whole (%s). Correct one of them."), part, whole);
  return FALSE;
}

static gboolean
check_known (TosoWriter *writer,
             const char *sql,
             gint64      id,
             const char *missing,
             GError    **error)
{
  g_autofree char *name = NULL;

  if (id == 0 || g_hash_table_contains (writer->known, &id))
    return TRUE;
  if (!toso_year_get_name (writer->year, sql, id, missing, &name, error))
    return FALSE;

  g_hash_table_add (writer->known, g_memdup2 (&id, sizeof id));
  return TRUE;
}

static char *
make_key (gint64      village_id,
          const char *period)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", village_id, period);
}

static gboolean
get_state (TosoWriter          *writer,
           const char          *period,
           gint64               village_id,
           TosoSubmissionState *state,
           GError             **error)
{
  g_autofree char *key = make_key (village_id, period);
  gpointer         known = g_hash_table_lookup (writer->states, key);

  if (known != NULL)
    {
      *state = GPOINTER_TO_INT (known) - 1;
      return TRUE;
    }
  if (!toso_year_get_state (writer->year, period, village_id, state, error))
    return FALSE;

  g_hash_table_insert (writer->states, g_steal_pointer (&key), GINT_TO_POINTER ((int) *state + 1));
  return TRUE;
}

static gboolean
check_rules (TosoWriter            *writer,
             const TosoMeasurement *measurement,
             GError               **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  const TosoFinding *finding;

  if (writer->judge == NULL || writer->origin == TOSO_ORIGIN_COMPUTED)
    return TRUE;
  findings = toso_judge_measurement (writer->judge, measurement, error);
  if (findings == NULL)
    return FALSE;
  if (findings->len == 0)
    return TRUE;

  finding = g_ptr_array_index (findings, 0);
  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, finding->question);
  return FALSE;
}

/* What is counted in a list is not typed over. */
static gboolean
check_typed (TosoWriter *writer,
             gint64      indicator_id,
             GError    **error)
{
  g_autofree char *name = NULL;

  if (writer->origin == TOSO_ORIGIN_COMPUTED || !g_hash_table_contains (writer->counted, &indicator_id))
    return TRUE;
  if (toso_year_get_name (writer->year, "SELECT name FROM indicator WHERE id = ?1", indicator_id, "", &name, NULL))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” is counted in the lists, not typed. Correct the list, or let the target be reported by the villages."), name);

  return FALSE;
}

static gboolean
check_measurement (TosoWriter            *writer,
                   const TosoMeasurement *measurement,
                   GError               **error)
{
  return check_known (writer, "SELECT name FROM indicator WHERE id = ?1", measurement->indicator_id,
                      _ ("The indicator is no longer there. Nothing was changed."), error) &&
         check_known (writer, "SELECT name FROM village WHERE id = ?1", measurement->village_id,
                      _ ("The village is no longer there. Nothing was changed."), error) &&
         check_typed (writer, measurement->indicator_id, error) &&
         check_figures (measurement, error) &&
         check_rules (writer, measurement, error);
}

static void
set_locked (TosoWriter            *writer,
            const TosoMeasurement *measurement,
            GError               **error)
{
  g_autofree char *title = toso_period_title (measurement->period);
  g_autofree char *village = NULL;

  if (measurement->village_id == 0 ||
      !toso_year_get_name (writer->year, "SELECT name FROM village WHERE id = ?1", measurement->village_id, "", &village, NULL))
    village = g_strdup (_ ("the whole commune"));
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED,
               _ ("%s of %s is locked. To correct it, say why. Nothing was changed."), title, village);
}

/* --- writing --- */

static gboolean
write_note (TosoYear   *self,
            gint64      measurement_id,
            const char *note, /* or "" */
            GError    **error)
{
  g_autoptr (TosoStmt) find = NULL;
  g_autoptr (TosoStmt) write = NULL;
  gboolean has_row;

  find = toso_db_prepare (self->db, "SELECT id FROM measurement_note WHERE measurement_id = ?1");
  toso_stmt_bind_int64 (find, 1, measurement_id);
  if (!toso_stmt_step (find, &has_row, error))
    return FALSE;

  if (!has_row && *note == '\0')
    return TRUE;

  if (!has_row)
    write = toso_db_prepare (self->db, "INSERT INTO measurement_note (id, measurement_id, text) VALUES (?3, ?1, ?2)");
  else if (*note != '\0')
    write = toso_db_prepare (self->db,
                             "UPDATE measurement_note SET text = ?2, row_version = row_version + 1"
                             "  WHERE id = ?3 AND measurement_id = ?1 AND text <> ?2");
  else
    write = toso_db_prepare (self->db, "DELETE FROM measurement_note WHERE id = ?3 AND measurement_id = ?1 AND ?2 = ''");
  toso_stmt_bind_int64 (write, 1, measurement_id);
  toso_stmt_bind_text (write, 2, note);
  toso_stmt_bind_int64 (write, 3, has_row ? toso_stmt_get_int64 (find, 0) : toso_ids_next (&self->ids));

  return toso_stmt_run (write, error);
}

/* What is there now, of the same key. */
typedef struct
{
  gint64     id; /* 0: nothing */
  TosoFigure numerator, denominator;
} Present;

static gboolean
find_present (TosoWriter            *writer,
              const TosoMeasurement *measurement,
              const char            *period,
              Present               *present,
              GError               **error)
{
  gboolean has_row;

  *present = (Present){ 0 };
  toso_stmt_bind_int64 (writer->find, 1, measurement->indicator_id);
  toso_stmt_bind_text (writer->find, 2, period);
  toso_stmt_bind_int64 (writer->find, 3, measurement->village_id);
  toso_stmt_bind_string (writer->find, 4, measurement->breakdown);
  if (!toso_stmt_step (writer->find, &has_row, error))
    return FALSE;

  if (has_row)
    {
      present->id = toso_stmt_get_int64 (writer->find, 0);
      present->numerator = toso_stmt_get_figure (writer->find, 1);
      present->denominator = toso_stmt_get_figure (writer->find, 2);
    }
  toso_stmt_reset (writer->find);
  return TRUE;
}

static gboolean
is_same_figure (TosoFigure a,
                TosoFigure b)
{
  return a.known == b.known && (!a.known || a.value == b.value);
}

static gboolean
is_same (const TosoMeasurement *measurement,
         const Present         *present)
{
  return is_same_figure (measurement->numerator, present->numerator) &&
         is_same_figure (measurement->denominator, present->denominator);
}

/* Of a locked period the old figure stays beside the new one. */
static gboolean
keep_version (TosoWriter            *writer,
              const TosoMeasurement *measurement,
              const char            *period,
              const Present         *present,
              GError               **error)
{
  g_autofree char *now = toso_year_time_to_text (toso_year_now ());
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (writer->year->db,
                          "INSERT INTO measurement_version (id, indicator_id, village_id, period, breakdown, version,"
                          "                                 numerator, denominator, replaced_at, reason)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5,"
                          "          1 + (SELECT count (*) FROM measurement_version WHERE indicator_id = ?2"
                          "                 AND ifnull (village_id, 0) = ifnull (?3, 0) AND period = ?4 AND breakdown = ?5),"
                          "          ?6, ?7, ?8, ?9)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&writer->year->ids));
  toso_stmt_bind_int64 (stmt, 2, measurement->indicator_id);
  toso_stmt_bind_id (stmt, 3, measurement->village_id);
  toso_stmt_bind_text (stmt, 4, period);
  toso_stmt_bind_string (stmt, 5, measurement->breakdown);
  toso_stmt_bind_figure (stmt, 6, present->numerator);
  toso_stmt_bind_figure (stmt, 7, present->denominator);
  toso_stmt_bind_text (stmt, 8, now);
  toso_stmt_bind_text (stmt, 9, writer->reason);

  return toso_stmt_run (stmt, error);
}

static gboolean
take_back (TosoWriter *writer,
           gint64      id,
           GError    **error)
{
  if (id == 0)
    return TRUE;
  if (!write_note (writer->year, id, "", error))
    return FALSE;

  toso_stmt_bind_int64 (writer->remove, 1, id);
  return toso_stmt_run (writer->remove, error);
}

static gboolean
put (TosoWriter            *writer,
     const TosoMeasurement *measurement,
     const char            *period,
     gint64                 id,
     GError               **error)
{
  g_autofree char *note = NULL;
  gboolean         is_new = id == 0;

  if (!toso_year_take_text (measurement->note != NULL ? measurement->note : "", TRUE, &note, error))
    return FALSE;

  if (is_new)
    {
      TosoStmt *stmt = writer->insert;

      id = toso_ids_next (&writer->year->ids);
      toso_stmt_bind_int64 (stmt, 1, id);
      toso_stmt_bind_int64 (stmt, 2, measurement->indicator_id);
      toso_stmt_bind_text (stmt, 3, period);
      toso_stmt_bind_id (stmt, 4, measurement->village_id);
      toso_stmt_bind_string (stmt, 5, measurement->breakdown);
      toso_stmt_bind_figure (stmt, 6, measurement->numerator);
      toso_stmt_bind_figure (stmt, 7, measurement->denominator);
      toso_stmt_bind_text (stmt, 8, origin_to_id (writer->origin));
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }
  else
    {
      toso_stmt_bind_int64 (writer->update, 1, id);
      toso_stmt_bind_figure (writer->update, 2, measurement->numerator);
      toso_stmt_bind_figure (writer->update, 3, measurement->denominator);
      toso_stmt_bind_text (writer->update, 4, origin_to_id (writer->origin));
      if (!toso_stmt_run (writer->update, error))
        return FALSE;
    }

  /* Files have no notes but in our forms: what a person noted stays. */
  return measurement->note == NULL || (is_new && *note == '\0') || write_note (writer->year, id, note, error);
}

gboolean
toso_writer_put (TosoWriter            *writer,
                 const TosoMeasurement *measurement,
                 GError               **error)
{
  g_autofree char    *period = toso_period_to_string (measurement->period);
  TosoSubmissionState state;
  Present             present;

  if (!check_measurement (writer, measurement, error) ||
      !get_state (writer, period, measurement->village_id, &state, error) ||
      !find_present (writer, measurement, period, &present, error))
    return FALSE;

  if (measurement->village_id != 0 && !is_same (measurement, &present))
    g_hash_table_add (writer->changed, make_key (measurement->village_id, period));
  if (state == TOSO_SUBMISSION_LOCKED && !is_same (measurement, &present))
    {
      if (writer->reason == NULL)
        {
          set_locked (writer, measurement, error);
          return FALSE;
        }
      if (!keep_version (writer, measurement, period, &present, error))
        return FALSE;
    }

  if (!measurement->numerator.known && !measurement->denominator.known)
    return take_back (writer, present.id, error);

  return put (writer, measurement, period, present.id, error);
}

gboolean
toso_writer_has_changed (TosoWriter *writer,
                         gint64      village_id,
                         const char *period)
{
  g_autofree char *key = make_key (village_id, period);

  return g_hash_table_contains (writer->changed, key);
}

/* Only the rules that refuse and are not built in need a look at the past. */
static gboolean
make_judge (TosoWriter *writer,
            GError    **error)
{
  g_autoptr (GPtrArray) rules = toso_year_list_rules (writer->year, error);
  gboolean needed = FALSE;

  if (rules == NULL)
    return FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      TosoRule *rule = g_ptr_array_index (rules, i);

      if (rule->severity != TOSO_SEVERITY_REFUSE || g_str_equal (rule->code, TOSO_RULE_PART_WHOLE))
        rule->severity = TOSO_SEVERITY_OFF;
      else
        needed = TRUE;
    }
  if (needed)
    writer->judge = toso_judge_new (writer->year, rules);

  return TRUE;
}

static void
add_counted (TosoStmt *stmt,
             gpointer  user_data)
{
  gint64 id = toso_stmt_get_int64 (stmt, 0);

  g_hash_table_add (user_data, g_memdup2 (&id, sizeof id));
}

static gboolean
list_counted (TosoWriter *writer,
              GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (writer->year->db, "SELECT id FROM indicator WHERE feed = 'computed'");

  return toso_stmt_foreach (stmt, add_counted, writer->counted, error);
}

TosoWriter *
toso_writer_new (TosoYear   *year,
                 TosoOrigin  origin,
                 const char *reason,
                 GError    **error)
{
  g_autoptr (TosoWriter) writer = g_new0 (TosoWriter, 1);

  writer->year = year;
  writer->origin = origin;
  writer->reason = reason;
  writer->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->counted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  writer->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  writer->find = toso_db_prepare (year->db,
                                  "SELECT id, numerator, denominator FROM measurement"
                                  "  WHERE indicator_id = ?1 AND period = ?2 AND ifnull (village_id, 0) = ?3 AND breakdown = ?4");
  writer->insert = toso_db_prepare (year->db,
                                    "INSERT INTO measurement (id, indicator_id, period, village_id, breakdown, numerator, denominator, origin)"
                                    "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  writer->update = toso_db_prepare (year->db,
                                    "UPDATE measurement SET numerator = ?2, denominator = ?3, origin = ?4, row_version = row_version + 1"
                                    "  WHERE id = ?1 AND ((numerator, denominator) IS NOT (?2, ?3)"
                                    "                     OR (origin = 'computed') <> (?4 = 'computed'))");
  writer->remove = toso_db_prepare (year->db, "DELETE FROM measurement WHERE id = ?1");

  return list_counted (writer, error) && make_judge (writer, error) ? g_steal_pointer (&writer) : NULL;
}

/* --- what it would do --- */

TosoChange *
toso_writer_compare (TosoWriter            *writer,
                     TosoJudge             *judge,
                     const TosoMeasurement *measurement,
                     GError               **error)
{
  g_autofree char *period = toso_period_to_string (measurement->period);
  g_autoptr (TosoChange) change = g_new0 (TosoChange, 1);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) refusal = NULL;
  TosoSubmissionState state;
  Present             present;

  if (!get_state (writer, period, measurement->village_id, &state, error) ||
      !find_present (writer, measurement, period, &present, error))
    return NULL;

  findings = toso_judge_measurement (judge, measurement, error);
  if (findings == NULL)
    return NULL;

  change->old_numerator = present.numerator;
  change->old_denominator = present.denominator;
  change->kind = is_same (measurement, &present) ? TOSO_CHANGE_SAME : present.id == 0 ? TOSO_CHANGE_NEW
                                                                                      : TOSO_CHANGE_CHANGED;
  if (!check_measurement (writer, measurement, &refusal))
    change->kind = TOSO_CHANGE_REFUSED;
  else if (change->kind != TOSO_CHANGE_SAME && state == TOSO_SUBMISSION_LOCKED)
    {
      change->kind = TOSO_CHANGE_REFUSED;
      set_locked (writer, measurement, &refusal);
      change->rule = g_strdup ("locked");
    }

  if (findings->len > 0 && change->rule == NULL && change->kind != TOSO_CHANGE_SAME)
    {
      const TosoFinding *finding = g_ptr_array_index (findings, 0);

      change->rule = g_strdup (finding->rule->code);
      change->message = g_strdup (finding->question);
    }
  if (refusal != NULL)
    toso_year_replace (&change->message, g_strdup (refusal->message));
  if (change->rule == NULL)
    change->rule = g_strdup (refusal != NULL ? "invalid" : "");
  if (change->message == NULL)
    change->message = g_strdup ("");

  return g_steal_pointer (&change);
}
