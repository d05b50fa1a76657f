/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/toso-count.h"
#include "core/toso-error.h"

static const char *
over_time_to_id (TosoOverTime over_time)
{
  return over_time == TOSO_OVER_TIME_FLOW ? "flow" : "stock";
}

/* Parameters 1 … 9 of an indicator. */
static void
bind_indicator (TosoStmt         *stmt,
                const TosoTarget *target)
{
  g_autofree char *search = toso_year_fold (target->name, target->code);

  toso_stmt_bind_string (stmt, 1, target->code);
  toso_stmt_bind_string (stmt, 2, target->name);
  toso_stmt_bind_text (stmt, 3, search);
  toso_stmt_bind_string (stmt, 4, target->unit);
  toso_stmt_bind_text (stmt, 5, toso_target_kind_to_id (target->kind));
  toso_stmt_bind_string (stmt, 6, target->numerator_name);
  toso_stmt_bind_string (stmt, 7, target->denominator_name);
  toso_stmt_bind_text (stmt, 8, over_time_to_id (target->over_time));
  toso_stmt_bind_string (stmt, 9, target->counted);
}

/* Parameters 1 … 8 of a target. */
static void
bind_target (TosoStmt         *stmt,
             const TosoTarget *target,
             gint64            section_id)
{
  toso_stmt_bind_id (stmt, 1, section_id);
  toso_stmt_bind_text (stmt, 2, toso_direction_to_id (target->direction));
  toso_stmt_bind_figure (stmt, 3, target->value);
  toso_stmt_bind_figure (stmt, 4, target->whole);
  toso_stmt_bind_figure (stmt, 5, target->baseline);
  toso_stmt_bind_string (stmt, 6, target->sentence);
  toso_stmt_bind_int64 (stmt, 7, (gint64) target->span.start);
  toso_stmt_bind_int64 (stmt, 8, (gint64) target->span.end);
}

static gboolean
insert_indicator (TosoIds          *ids,
                  guint             position,
                  const TosoTarget *target,
                  gint64            indicator_id,
                  GError          **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO indicator (code, name, search, unit, kind, numerator_name, denominator_name,"
                          "                       over_time, register_name, feed, id, position)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, iif (?9 = '', 'reported', 'computed'), ?10, ?11)");
  bind_indicator (stmt, target);
  toso_stmt_bind_int64 (stmt, 10, indicator_id);
  toso_stmt_bind_int64 (stmt, 11, position);

  return toso_stmt_run (stmt, error);
}

/* With a new indicator, unless the target names one that is there. */
gboolean
toso_year_insert_target (TosoIds          *ids,
                         gint64            plan_id,
                         gint64            section_id,
                         guint             position,
                         const TosoTarget *target,
                         gint64           *target_id,
                         GError          **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gint64 indicator_id = target->indicator_id;

  if (indicator_id == 0)
    {
      indicator_id = toso_ids_next (ids);
      if (!insert_indicator (ids, position, target, indicator_id, error))
        return FALSE;
    }

  *target_id = toso_ids_next (ids);
  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO target (section_id, direction, value, whole, baseline, sentence, span_start, span_end,"
                          "                    id, plan_id, indicator_id, position)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
  bind_target (stmt, target, section_id);
  toso_stmt_bind_int64 (stmt, 9, *target_id);
  toso_stmt_bind_int64 (stmt, 10, plan_id);
  toso_stmt_bind_int64 (stmt, 11, indicator_id);
  toso_stmt_bind_int64 (stmt, 12, position);

  return toso_stmt_run (stmt, error);
}

/* --- reading --- */

static TosoTarget *
target_from_row (TosoStmt   *stmt,
                 GHashTable *by_id)
{
  TosoTarget *target = toso_target_new ();
  gint64      section_id = toso_stmt_get_int64 (stmt, 3);

  target->id = toso_stmt_get_int64 (stmt, 0);
  target->indicator_id = toso_stmt_get_int64 (stmt, 1);
  target->row_version = toso_stmt_get_int64 (stmt, 2);
  target->section = g_hash_table_lookup (by_id, &section_id);
  toso_direction_from_id (toso_stmt_get_text (stmt, 4), &target->direction);
  target->value = toso_stmt_get_figure (stmt, 5);
  target->whole = toso_stmt_get_figure (stmt, 6);
  target->baseline = toso_stmt_get_figure (stmt, 7);
  toso_year_replace (&target->sentence, toso_stmt_dup_text (stmt, 8));
  target->span.start = (gsize) toso_stmt_get_int64 (stmt, 9);
  target->span.end = (gsize) toso_stmt_get_int64 (stmt, 10);
  toso_year_replace (&target->code, toso_stmt_dup_text (stmt, 11));
  toso_year_replace (&target->name, toso_stmt_dup_text (stmt, 12));
  toso_year_replace (&target->unit, toso_stmt_dup_text (stmt, 13));
  toso_target_kind_from_id (toso_stmt_get_text (stmt, 14), &target->kind);
  toso_year_replace (&target->numerator_name, toso_stmt_dup_text (stmt, 15));
  toso_year_replace (&target->denominator_name, toso_stmt_dup_text (stmt, 16));
  target->over_time = g_strcmp0 (toso_stmt_get_text (stmt, 17), "flow") == 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
  toso_year_replace (&target->counted, toso_stmt_dup_text (stmt, 18));

  return target;
}

static void
add_row (TosoStmt *stmt,
         gpointer  user_data)
{
  TosoPlanRows *rows = user_data;

  g_ptr_array_add (rows->plan->targets, target_from_row (stmt, rows->by_id));
}

gboolean
toso_year_read_targets (TosoDb     *db,
                        gint64      plan_id,
                        TosoPlan   *plan,
                        GHashTable *by_id,
                        GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  TosoPlanRows rows = { plan, by_id };

  stmt = toso_db_prepare (db,
                          "SELECT t.id, t.indicator_id, t.row_version, t.section_id, t.direction, t.value, t.whole,"
                          "       t.baseline, t.sentence, t.span_start, t.span_end, i.code, i.name, i.unit, i.kind,"
                          "       i.numerator_name, i.denominator_name, i.over_time, iif (i.feed = 'computed', i.register_name, '')"
                          "  FROM target t JOIN indicator i ON i.id = t.indicator_id"
                          "  WHERE t.plan_id = ?1 ORDER BY t.position, t.id");
  toso_stmt_bind_int64 (stmt, 1, plan_id);
  return toso_stmt_foreach (stmt, add_row, &rows, error);
}

/* --- commands --- */

static gboolean
refuse (const char *sentence,
        GError    **error)
{
  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID, sentence);

  return FALSE;
}

static gboolean
check_figures (const TosoTarget *target,
               GError          **error)
{
  const TosoFigure figures[] = { target->value, target->whole, target->baseline };

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (figures[i].known && (!isfinite (figures[i].value) || figures[i].value < 0))
      return refuse (_ ("A target's figures can't be negative. Correct them. Nothing was changed."), error);

  if (target->kind == TOSO_TARGET_PERCENTAGE &&
      ((target->value.known && target->value.value > 100) || (target->baseline.known && target->baseline.value > 100)))
    return refuse (_ ("A percentage is at most 100. Correct the target's figure. Nothing was changed."), error);

  if (target->kind == TOSO_TARGET_COUNT_OF_COUNT && target->value.known && target->whole.known &&
      target->value.value > target->whole.value)
    return refuse (_ ("The target's part is larger than its whole. Correct one of them. Nothing was changed."), error);

  return TRUE;
}

static gboolean
check_count (TosoTarget *target,
             GError    **error)
{
  gboolean is_ratio = target->kind == TOSO_TARGET_PERCENTAGE || g_str_equal (target->unit, "%");
  g_autoptr (TosoCount) count = NULL;

  if (*target->counted == '\0')
    return TRUE;
  count = toso_count_parse (target->counted, error);
  if (count == NULL)
    return FALSE;
  if (target->kind == TOSO_TARGET_YES_NO)
    return refuse (_ ("A yes or no is not counted in a list. Choose another kind of target. Nothing was changed."), error);
  if (is_ratio && count->denominator.kind == NULL)
    return refuse (_ ("A percentage needs the list that it is out of. Choose it. Nothing was changed."), error);

  toso_year_replace (&target->counted, toso_count_to_text (count));

  return TRUE;
}

/* A code names one target: in the lists, on the command line, in the villages'
 * files. */
static gboolean
check_code (TosoYear         *self,
            const TosoTarget *target,
            GError          **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (self->db,
                          "SELECT i.name FROM target t JOIN indicator i ON i.id = t.indicator_id"
                          "  WHERE i.code = ?1 AND t.id <> ?2 LIMIT 1");
  toso_stmt_bind_text (stmt, 1, target->code);
  toso_stmt_bind_int64 (stmt, 2, target->id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("The code “%s” belongs to the target “%s” already. Choose another. Nothing was changed."),
               target->code, toso_stmt_get_text (stmt, 0));
  return FALSE;
}

/* "CT09" after "CT08": the highest number in use, plus one. */
static gboolean
give_code (TosoYear   *self,
           TosoTarget *target,
           GError    **error)
{
  gint64 number;

  if (*target->code != '\0')
    return TRUE;
  if (!toso_db_get_int64 (self->db,
                          "SELECT max (CAST (substr (code, 3) AS INTEGER)) FROM indicator"
                          "  WHERE code GLOB 'CT[0-9]*' AND length (code) < 10",
                          &number, error))
    return FALSE;

  g_free (target->code);
  target->code = g_strdup_printf ("CT%02" G_GINT64_FORMAT, number + 1);
  return TRUE;
}

/* A copy of what was typed, as it may be kept. */
static gpointer
take_target (TosoYear     *self,
             gconstpointer typed,
             GError      **error)
{
  g_autoptr (TosoTarget) target = toso_target_copy (typed);

  if (!toso_year_take_into (&target->code, FALSE, error) ||
      !toso_year_take_into (&target->name, FALSE, error) ||
      !toso_year_take_into (&target->unit, FALSE, error) ||
      !toso_year_take_into (&target->numerator_name, FALSE, error) ||
      !toso_year_take_into (&target->denominator_name, FALSE, error) ||
      !toso_year_take_into (&target->sentence, TRUE, error))
    return NULL;

  g_strstrip (target->code);
  g_strstrip (target->name);
  if (*target->name == '\0')
    {
      refuse (_ ("A target needs a name. Type one. Nothing was changed."), error);
      return NULL;
    }
  if (!check_figures (target, error) ||
      !check_count (target, error) ||
      !give_code (self, target, error) ||
      !check_code (self, target, error))
    return NULL;

  return g_steal_pointer (&target);
}

static gint64
get_section_id (const TosoTarget *target)
{
  return target->section != NULL ? target->section->id : 0;
}

static gboolean
add_target (TosoYear     *self,
            gconstpointer kept,
            gint64       *target_id,
            GError      **error)
{
  const TosoTarget *target = kept;
  gint64            plan_id;
  gint64            position;

  return toso_year_get_plan_id (self, &plan_id, error) &&
         toso_db_get_int64 (self->db, "SELECT max (position) + 1 FROM target", &position, error) &&
         toso_year_insert_target (&self->ids, plan_id, get_section_id (target), (guint) position, target, target_id, error);
}

/* Another way of coming by its figures begins anew. */
static gboolean
drop_other_figures (TosoYear         *self,
                    const TosoTarget *target,
                    gint64           *indicator_id,
                    GError          **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (self->db,
                          "SELECT i.id, i.register_name FROM indicator i JOIN target t ON t.indicator_id = i.id WHERE t.id = ?1");
  toso_stmt_bind_int64 (stmt, 1, target->id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  *indicator_id = has_row ? toso_stmt_get_int64 (stmt, 0) : 0;

  return !has_row || g_strcmp0 (toso_stmt_get_text (stmt, 1), target->counted) == 0 ||
         toso_year_drop_figures (self, *indicator_id, error);
}

static gboolean
update_indicator (TosoYear         *self,
                  const TosoTarget *target,
                  GError          **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gint64 indicator_id;

  if (!drop_other_figures (self, target, &indicator_id, error))
    return FALSE;
  stmt = toso_db_prepare (self->db,
                          "UPDATE indicator SET code = ?1, name = ?2, search = ?3, unit = ?4, kind = ?5, numerator_name = ?6,"
                          "                     denominator_name = ?7, over_time = ?8, register_name = ?9,"
                          "                     feed = iif (?9 = '', 'reported', 'computed'), row_version = row_version + 1"
                          "  WHERE id = ?10"
                          "    AND (code, name, search, unit, kind, numerator_name, denominator_name, over_time, register_name)"
                          "        IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
  bind_indicator (stmt, target);
  toso_stmt_bind_int64 (stmt, 10, indicator_id);

  return toso_stmt_run (stmt, error);
}

static gboolean
update_target (TosoYear     *self,
               gconstpointer kept,
               GError      **error)
{
  const TosoTarget *target = kept;
  g_autoptr (TosoStmt) stmt = NULL;
  gint64   before;
  gboolean is_other;

  if (!toso_year_check_row (self, "target", target->id, target->row_version, error))
    return FALSE;

  before = sqlite3_total_changes64 (toso_db_get_handle (self->db));
  if (!update_indicator (self, target, error))
    return FALSE;
  is_other = sqlite3_total_changes64 (toso_db_get_handle (self->db)) != before;

  /* The target's version stands for its indicator's too. */
  stmt = toso_db_prepare (self->db,
                          "UPDATE target SET section_id = ?1, direction = ?2, value = ?3, whole = ?4, baseline = ?5,"
                          "                  sentence = ?6, span_start = ?7, span_end = ?8, row_version = row_version + 1"
                          "  WHERE id = ?9 AND (?10 OR (section_id, direction, value, whole, baseline, sentence, span_start, span_end)"
                          "                            IS NOT (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))");
  bind_target (stmt, target, get_section_id (target));
  toso_stmt_bind_int64 (stmt, 9, target->id);
  toso_stmt_bind_int64 (stmt, 10, is_other);

  return toso_stmt_run (stmt, error);
}

static char *
make_target_title (gconstpointer kept,
                   gboolean      is_new)
{
  const TosoTarget *target = kept;
  g_autofree char  *name = toso_year_shorten (target->name);

  return g_strdup_printf (is_new ? _ ("Add target %s “%s”") : _ ("Edit target %s “%s”"), target->code, name);
}

gboolean
toso_year_save_target (TosoYear         *self,
                       const TosoTarget *target,
                       gint64           *target_id,
                       GError          **error)
{
  static const TosoRowKind kind = {
    .take = take_target,
    .free = (GDestroyNotify) toso_target_free,
    .add = add_target,
    .update = update_target,
    .make_title = make_target_title,
  };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (target != NULL, FALSE);

  return toso_year_save_row (self, &kind, target, target->id, target_id, error);
}

/* An indicator with figures outlives its target: what the villages reported
 * stays. */
static gboolean
delete_target (TosoYear *self,
               gint64    target_id,
               gint64    indicator_id,
               GError  **error)
{
  g_autoptr (TosoStmt) delete_target_row = NULL;
  g_autoptr (TosoStmt) delete_asked = NULL;
  g_autoptr (TosoStmt) delete_indicator = NULL;

  delete_target_row = toso_db_prepare (self->db, "DELETE FROM target WHERE id = ?1");
  toso_stmt_bind_int64 (delete_target_row, 1, target_id);
  if (!toso_stmt_run (delete_target_row, error))
    return FALSE;

  /* No report asks for what is no target any more. */
  delete_asked = toso_db_prepare (self->db,
                                  "DELETE FROM report_type_indicator WHERE indicator_id = ?1"
                                  "  AND NOT EXISTS (SELECT 1 FROM target WHERE indicator_id = ?1)");
  toso_stmt_bind_int64 (delete_asked, 1, indicator_id);
  if (!toso_stmt_run (delete_asked, error))
    return FALSE;

  delete_indicator = toso_db_prepare (self->db,
                                      "DELETE FROM indicator WHERE id = ?1"
                                      "  AND NOT EXISTS (SELECT 1 FROM target WHERE indicator_id = ?1)"
                                      "  AND NOT EXISTS (SELECT 1 FROM measurement WHERE indicator_id = ?1)"
                                      "  AND NOT EXISTS (SELECT 1 FROM measurement_version WHERE indicator_id = ?1)");
  toso_stmt_bind_int64 (delete_indicator, 1, indicator_id);

  return toso_stmt_run (delete_indicator, error);
}

gboolean
toso_year_remove_target (TosoYear *self,
                         gint64    target_id,
                         GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gboolean         has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "SELECT i.id, i.code, i.name FROM target t JOIN indicator i ON i.id = t.indicator_id"
                          "  WHERE t.id = ?1");
  toso_stmt_bind_int64 (stmt, 1, target_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return toso_year_rollback (self);
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("The target is no longer there. Nothing was changed."));
      return toso_year_rollback (self);
    }

  name = toso_year_shorten (toso_stmt_get_text (stmt, 2));
  title = g_strdup_printf (_ ("Remove target %s “%s”"), toso_stmt_get_text (stmt, 1), name);
  if (!delete_target (self, target_id, toso_stmt_get_int64 (stmt, 0), error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}
