/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

static void
add_rule_row (TosoStmt *stmt,
              gpointer  user_data)
{
  TosoRule *rule = toso_rule_new (toso_stmt_get_text (stmt, 2));

  rule->id = toso_stmt_get_int64 (stmt, 0);
  rule->row_version = toso_stmt_get_int64 (stmt, 1);
  toso_severity_from_id (toso_stmt_get_text (stmt, 3), &rule->severity);
  rule->parameter = toso_stmt_get_figure (stmt, 4);
  toso_year_replace (&rule->question, toso_stmt_dup_text (stmt, 5));
  g_ptr_array_add (user_data, rule);
}

GPtrArray *
toso_year_list_rules (TosoYear *self,
                      GError  **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_rule_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db, "SELECT id, row_version, code, severity, parameter, question FROM rule ORDER BY position, id");
  return toso_stmt_foreach (stmt, add_rule_row, rules, error) ? g_steal_pointer (&rules) : NULL;
}

static gpointer
take_rule (TosoYear     *self,
           gconstpointer typed,
           GError      **error)
{
  g_autoptr (TosoRule) rule = toso_rule_copy (typed);

  if (!toso_year_take_into (&rule->question, FALSE, error))
    return NULL;
  g_strstrip (rule->question);
  if (*rule->question == '\0')
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A rule needs its question to the village. Type one. Nothing was changed."));
      return NULL;
    }
  /* A ratio over one would be printed, and the file's own check rests on it. */
  if (g_str_equal (rule->code, TOSO_RULE_PART_WHOLE) && rule->severity != TOSO_SEVERITY_REFUSE)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("A part larger than its whole is always refused. Nothing was changed."));
      return NULL;
    }

  return g_steal_pointer (&rule);
}

static gboolean
update_rule (TosoYear     *self,
             gconstpointer kept,
             GError      **error)
{
  const TosoRule *rule = kept;
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_check_row (self, "rule", rule->id, rule->row_version, error))
    return FALSE;

  stmt = toso_db_prepare (self->db,
                          "UPDATE rule SET severity = ?1, parameter = ?2, question = ?3, row_version = row_version + 1"
                          "  WHERE id = ?4 AND (severity, parameter, question) IS NOT (?1, ?2, ?3)");
  toso_stmt_bind_text (stmt, 1, toso_severity_to_id (rule->severity));
  toso_stmt_bind_figure (stmt, 2, rule->parameter);
  toso_stmt_bind_text (stmt, 3, rule->question);
  toso_stmt_bind_int64 (stmt, 4, rule->id);

  return toso_stmt_run (stmt, error);
}

static char *
make_rule_title (gconstpointer kept,
                 gboolean      is_new)
{
  const TosoRule *rule = kept;

  return g_strdup_printf (_ ("Edit the rule “%s”"), rule->code);
}

gboolean
toso_year_save_rule (TosoYear       *self,
                     const TosoRule *rule,
                     GError        **error)
{
  static const TosoRowKind kind = {
    .take = take_rule,
    .free = (GDestroyNotify) toso_rule_free,
    .update = update_rule,
    .make_title = make_rule_title,
  };

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (rule != NULL && rule->id != 0, FALSE);

  return toso_year_save_row (self, &kind, rule, rule->id, NULL, error);
}
