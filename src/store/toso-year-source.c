/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <string.h>

void
toso_original_free (TosoOriginal *source)
{
  if (source == NULL)
    return;

  g_free (source->name);
  g_clear_pointer (&source->content, g_bytes_unref);
  g_free (source);
}

static const char *
guess_media_type (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (lower, ".xlsx"))
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".txt") || g_str_has_suffix (lower, ".tsv"))
    return "text/csv";
  if (g_str_has_suffix (lower, ".pdf"))
    return "application/pdf";

  return "";
}

gboolean
toso_year_keep_source (TosoYear           *self,
                       const TosoOriginal *source,
                       gint64             *attachment_id,
                       GError            **error)
{
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, source->content);
  g_autofree char *now = toso_year_time_to_text (toso_year_now ());
  g_autofree char *name = NULL;
  g_autoptr (TosoStmt) find = NULL;
  g_autoptr (TosoStmt) insert = NULL;
  gboolean    has_row;
  gsize       size;
  const void *data = g_bytes_get_data (source->content, &size);

  if (!toso_year_take_text (source->name, FALSE, &name, error))
    return FALSE;

  /* What was erased from an attachment leaves its sum, not its bytes. */
  find = toso_db_prepare (self->db, "SELECT id FROM attachment WHERE sha256 = ?1 AND content IS NOT NULL LIMIT 1");
  toso_stmt_bind_text (find, 1, sum);
  if (!toso_stmt_step (find, &has_row, error))
    return FALSE;
  if (has_row)
    {
      *attachment_id = toso_stmt_get_int64 (find, 0);
      return TRUE;
    }

  *attachment_id = toso_ids_next (&self->ids);
  insert = toso_db_prepare (self->db,
                            "INSERT INTO attachment (id, sha256, name, media_type, size, content, added_at)"
                            "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  toso_stmt_bind_int64 (insert, 1, *attachment_id);
  toso_stmt_bind_text (insert, 2, sum);
  toso_stmt_bind_string (insert, 3, name);
  toso_stmt_bind_text (insert, 4, guess_media_type (name != NULL ? name : ""));
  toso_stmt_bind_int64 (insert, 5, (gint64) size);
  toso_stmt_bind_blob (insert, 6, data, size);
  toso_stmt_bind_text (insert, 7, now);

  return toso_stmt_run (insert, error);
}
