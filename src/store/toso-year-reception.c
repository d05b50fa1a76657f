/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What taking in files needs to know of those that came before. */

#define PREFIX "column/" /* of the settings' names */

gboolean
toso_year_has_original (TosoYear *self,
                        GBytes   *content,
                        gboolean *has,
                        GError  **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_ensure_open (self, error))
    return FALSE;
  stmt = toso_db_prepare (self->db, "SELECT 1 FROM attachment WHERE sha256 = ?1 LIMIT 1");
  toso_stmt_bind_text (stmt, 1, sum);
  return toso_stmt_step (stmt, has, error);
}

static void
add_choice (TosoStmt *stmt,
            gpointer  user_data)
{
  g_hash_table_insert (user_data, g_strdup (toso_stmt_get_text (stmt, 0) + strlen (PREFIX)), g_strdup (toso_stmt_get_text (stmt, 1)));
}

GHashTable *
toso_year_list_column_choices (TosoYear *self,
                               GError  **error)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, "SELECT name, value FROM setting WHERE name >= '" PREFIX "' AND name < 'column0'");
  return toso_stmt_foreach (stmt, add_choice, choices, error) ? g_steal_pointer (&choices) : NULL;
}

gboolean
toso_year_save_column_choice (TosoYear   *self,
                              const char *key,
                              const char *choice,
                              GError    **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (key != NULL && *key != '\0', FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  name = g_strconcat (PREFIX, key, NULL);
  if (!toso_year_put_setting (self, name, choice, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, _ ("Remember what a column of the villages’ tables is"), error);
}
