/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/toso-year-papers-private.h"

static void
add_measure (TosoStmt *stmt,
             gpointer  user_data)
{
  double value = toso_stmt_get_figure (stmt, 1).value;

  g_hash_table_insert (user_data, toso_stmt_dup_text (stmt, 0), g_memdup2 (&value, sizeof value));
}

GHashTable *
toso_year_load_measures (TosoYear *self,
                         GError  **error)
{
  g_autoptr (GHashTable) measures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, "SELECT name, value FROM measure");

  return toso_stmt_foreach (stmt, add_measure, measures, error) ? g_steal_pointer (&measures) : NULL;
}

static gboolean
put_measure (TosoYear   *self,
             const char *name,
             double      value,
             GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (self->db,
                          "INSERT INTO measure (id, name, value) VALUES (?1, ?2, ?3)"
                          "  ON CONFLICT (name) DO UPDATE SET value = ?3, row_version = row_version + 1 WHERE value <> ?3");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_text (stmt, 2, name);
  toso_stmt_bind_figure (stmt, 3, TOSO_FIGURE (value));

  return toso_stmt_run (stmt, error);
}

static gboolean
put_measures (TosoYear   *self,
              GHashTable *measures,
              GError    **error)
{
  g_autoptr (GHashTable) known = toso_year_load_measures (self, error);
  g_autoptr (TosoStmt) remove = NULL;
  GHashTableIter iter;
  gpointer       name, value;

  if (known == NULL)
    return FALSE;
  remove = toso_db_prepare (self->db, "DELETE FROM measure WHERE name = ?1");
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (g_hash_table_contains (measures, name))
        continue;
      toso_stmt_bind_text (remove, 1, name);
      if (!toso_stmt_run (remove, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, measures);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!put_measure (self, name, *(const double *) value, error))
      return FALSE;

  return TRUE;
}

gboolean
toso_year_save_measures (TosoYear   *self,
                         GHashTable *measures,
                         GError    **error)
{
  g_return_val_if_fail (TOSO_IS_YEAR (self) && measures != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!put_measures (self, measures, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Change the measures of the office's papers"), error);
}
