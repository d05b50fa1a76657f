/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-setting.h"

#include <string.h>

#include "store/toso-year-private.h"

static gboolean
is_name (const char *name)
{
  return name != NULL && *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-.:") == strlen (name) &&
         /* How the store itself marks made-up figures. */
         !g_str_equal (name, "sample");
}

char *
toso_year_get_setting (TosoYear   *self,
                       const char *name,
                       GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);
  g_return_val_if_fail (is_name (name), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = toso_db_prepare (self->db, "SELECT value FROM setting WHERE name = ?1");
  toso_stmt_bind_text (stmt, 1, name);
  if (!toso_stmt_step (stmt, &has_row, error) || !has_row)
    return NULL;

  return toso_stmt_dup_text (stmt, 0);
}

gboolean
toso_year_put_setting (TosoYear   *self,
                       const char *name,
                       const char *value,
                       GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  if (value == NULL)
    {
      stmt = toso_db_prepare (self->db, "DELETE FROM setting WHERE name = ?1");
      toso_stmt_bind_text (stmt, 1, name);
      return toso_stmt_run (stmt, error);
    }

  stmt = toso_db_prepare (self->db,
                          "INSERT INTO setting (name, value) VALUES (?1, ?2)"
                          "  ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE value <> ?2");
  toso_stmt_bind_text (stmt, 1, name);
  toso_stmt_bind_text (stmt, 2, value);

  return toso_stmt_run (stmt, error);
}

gboolean
toso_year_set_setting (TosoYear   *self,
                       const char *name,
                       const char *value,
                       const char *title,
                       GError    **error)
{
  g_autofree char *kept = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (is_name (name), FALSE);
  g_return_val_if_fail (title != NULL && *title != '\0', FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!toso_year_take_text (value, TRUE, &kept, error))
    return toso_year_rollback (self);
  if (kept != NULL && *kept == '\0')
    g_clear_pointer (&kept, g_free);
  if (!toso_year_put_setting (self, name, kept, error))
    return toso_year_rollback (self);

  return toso_year_commit (self, title, error);
}
