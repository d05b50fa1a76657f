/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-ids.h"

#include "store/toso-stmt.h"

gboolean
toso_ids_load (TosoIds *ids,
               GError **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (ids->db, "SELECT last FROM sequence WHERE desk = ?1");
  toso_stmt_bind_int64 (stmt, 1, ids->desk);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;

  ids->last = has_row ? toso_stmt_get_int64 (stmt, 0) : 0;
  ids->saved = ids->last;

  return TRUE;
}

gint64
toso_ids_next (TosoIds *ids)
{
  ids->last++;

  return (ids->desk << TOSO_DESK_SHIFT) | ids->last;
}

gboolean
toso_ids_save (TosoIds *ids,
               GError **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  if (ids->last == ids->saved)
    return TRUE;

  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO sequence (desk, last) VALUES (?1, ?2)"
                          "  ON CONFLICT (desk) DO UPDATE SET last = excluded.last");
  toso_stmt_bind_int64 (stmt, 1, ids->desk);
  toso_stmt_bind_int64 (stmt, 2, ids->last);
  if (!toso_stmt_run (stmt, error))
    return FALSE;

  ids->saved = ids->last;
  return TRUE;
}
