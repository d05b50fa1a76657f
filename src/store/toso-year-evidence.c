/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-evidence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-papers.h"
#include "store/toso-year-private.h"

static void
evidence_free (gpointer data)
{
  TosoEvidence *evidence = data;

  g_free (evidence->name);
  g_free (evidence);
}

/* --- files --- */

static gboolean
check_size (const char *name,
            goffset     size,
            GError    **error)
{
  if (size > 0 && size <= TOSO_EVIDENCE_MAX)
    return TRUE;

  if (size <= 0)
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE, _ ("“%s” is empty. Choose another file. Nothing was changed."), name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” has %u MB; at most %u MB can be kept. Make it smaller, or keep a part of it. Nothing was changed."), name,
                 (guint) ((size + 1024 * 1024 - 1) / (1024 * 1024)), TOSO_EVIDENCE_MAX / (1024 * 1024));

  return FALSE;
}

TosoOriginal *
toso_evidence_read_file (GFile   *file,
                         GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = toso_text_normalize (name);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) content = NULL;
  TosoOriginal *original;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("“%s” is not there, or is no file. Choose another. Nothing was changed."), shown);
      return NULL;
    }
  if (!check_size (shown, g_file_info_get_size (info), error))
    return NULL;

  content = g_file_load_bytes (file, NULL, NULL, NULL);
  if (content == NULL)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE, _ ("“%s” can't be read. Copy it elsewhere, and choose the copy. Nothing was changed."), shown);
      return NULL;
    }
  original = g_new0 (TosoOriginal, 1);
  original->name = g_steal_pointer (&shown);
  original->content = g_steal_pointer (&content);

  return original;
}

/* Photos and PDFs: what anybody can open in ten years. */
static gboolean
check_file (const TosoOriginal *file,
            GError            **error)
{
  gsize            size;
  gconstpointer    data = g_bytes_get_data (file->content, &size);
  g_autofree char *lower = g_ascii_strdown (file->name, -1);
  TosoPhoto        photo;

  if (!check_size (file->name, (goffset) size, error))
    return FALSE;
  if (toso_photo_read (data, size, &photo) || (size > 5 && memcmp (data, "%PDF-", 5) == 0))
    return TRUE;

  if (g_str_has_suffix (lower, ".jpg") || g_str_has_suffix (lower, ".jpeg") || g_str_has_suffix (lower, ".png") ||
      g_str_has_suffix (lower, ".pdf"))
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                 _ ("“%s” is not what its name says, or is broken. Send or copy it again. Nothing was changed."), file->name);
  else
    g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                 _ ("“%s” is neither a photo (JPEG, PNG) nor a PDF. Save it as PDF first. Nothing was changed."), file->name);

  return FALSE;
}

/* --- reading --- */

static void
add_evidence (TosoStmt *stmt,
              gpointer  user_data)
{
  TosoEvidence *evidence = g_new0 (TosoEvidence, 1);
  gsize         size = 0;
  const void   *head;

  evidence->link_id = toso_stmt_get_int64 (stmt, 0);
  evidence->id = toso_stmt_get_int64 (stmt, 1);
  evidence->name = toso_stmt_dup_text (stmt, 2);
  evidence->size = toso_stmt_get_int64 (stmt, 3);
  evidence->is_kept = !toso_stmt_is_null (stmt, 4);
  head = evidence->is_kept ? toso_stmt_get_blob (stmt, 4, &size) : NULL;
  evidence->is_photo = size > 0 && toso_photo_read (head, size, &evidence->photo);
  g_ptr_array_add (user_data, evidence);
}

GPtrArray *
toso_year_list_evidence (TosoYear   *self,
                         const char *table,
                         gint64      id,
                         GError    **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (evidence_free);
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db,
                          "SELECT l.id, a.id, a.name, a.size, a.content FROM attachment_link l JOIN attachment a ON a.id = l.attachment_id"
                          "  WHERE l.owner_table = ?1 AND l.owner_id = ?2 ORDER BY l.position, l.id");
  toso_stmt_bind_text (stmt, 1, table);
  toso_stmt_bind_int64 (stmt, 2, id);

  return toso_stmt_foreach (stmt, add_evidence, list, error) ? g_steal_pointer (&list) : NULL;
}

TosoOriginal *
toso_year_load_evidence (TosoYear *self,
                         gint64    id,
                         GError  **error)
{
  TosoOriginal    *original = toso_year_load_attachment (self, id, error);
  g_autofree char *sum = NULL;
  g_autofree char *kept = NULL;

  if (original == NULL)
    return NULL;

  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original->content);
  if (!toso_year_get_name (self, "SELECT sha256 FROM attachment WHERE id = ?1", id, "", &kept, error))
    {
      toso_original_free (original);
      return NULL;
    }
  if (strcmp (sum, kept) == 0)
    return original;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED,
               _ ("“%s” is no longer as it was kept: its SHA-256 differs. Take it from a backup."), original->name);
  toso_original_free (original);

  return NULL;
}

/* --- writing --- */

static gboolean
link_file (TosoYear         *self,
           const TosoRecord *record,
           gint64            attachment_id,
           GError          **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "INSERT INTO attachment_link (id, attachment_id, owner_table, owner_id, position)"
                                               "  SELECT ?1, ?2, ?3, ?4, (SELECT count (*) FROM attachment_link WHERE owner_table = ?3 AND owner_id = ?4)"
                                               "    WHERE NOT EXISTS (SELECT 1 FROM attachment_link"
                                               "                        WHERE attachment_id = ?2 AND owner_table = ?3 AND owner_id = ?4)");

  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, attachment_id);
  toso_stmt_bind_text (stmt, 3, record->kind->id);
  toso_stmt_bind_int64 (stmt, 4, record->id);

  return toso_stmt_run (stmt, error);
}

static gboolean
add_all (TosoYear         *self,
         const TosoRecord *record,
         GPtrArray        *files,
         GError          **error)
{
  if (!toso_year_check_row (self, record->kind->id, record->id, record->row_version, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    {
      gint64 id;

      if (!check_file (files->pdata[i], error) || !toso_year_keep_source (self, files->pdata[i], &id, error) ||
          !link_file (self, record, id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_add_evidence (TosoYear         *self,
                        const TosoRecord *record,
                        GPtrArray        *files,
                        GError          **error)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (files->len > 0, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if (!add_all (self, record, files, error))
    return toso_year_rollback (self);

  name = toso_year_shorten (toso_record_get_name (record));
  /* Translators: number of files; what a row of a register is called */
  title = g_strdup_printf (ngettext ("Attach %u file to “%s”", "Attach %u files to “%s”", files->len), files->len, name);

  return toso_year_commit (self, title, error);
}

static gboolean
unlink_file (TosoYear *self,
             gint64    link_id,
             gint64    attachment_id,
             GError  **error)
{
  g_autoptr (TosoStmt) link = toso_db_prepare (self->db, "DELETE FROM attachment_link WHERE id = ?1");
  /* A report's or a paper's file stays theirs. */
  g_autoptr (TosoStmt) file = toso_db_prepare (self->db,
                                               "DELETE FROM attachment WHERE id = ?1"
                                               "  AND NOT EXISTS (SELECT 1 FROM attachment_link WHERE attachment_id = ?1)"
                                               "  AND NOT EXISTS (SELECT 1 FROM submission WHERE attachment_id = ?1)"
                                               "  AND NOT EXISTS (SELECT 1 FROM paper WHERE ?1 IN (exported_id, signed_id))");

  toso_stmt_bind_int64 (link, 1, link_id);
  toso_stmt_bind_int64 (file, 1, attachment_id);

  return toso_stmt_run (link, error) && toso_stmt_run (file, error);
}

gboolean
toso_year_remove_evidence (TosoYear *self,
                           gint64    link_id,
                           GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  gint64           id;
  gboolean         has_row;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  stmt = toso_db_prepare (self->db, "SELECT a.id, a.name FROM attachment a JOIN attachment_link l ON l.attachment_id = a.id WHERE l.id = ?1");
  toso_stmt_bind_int64 (stmt, 1, link_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return toso_year_rollback (self);
  if (!has_row)
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The file is no longer kept in the year file."));
      return toso_year_rollback (self);
    }
  id = toso_stmt_get_int64 (stmt, 0);
  name = toso_year_shorten (toso_stmt_get_text (stmt, 1));
  toso_stmt_reset (stmt);
  if (!unlink_file (self, link_id, id, error))
    return toso_year_rollback (self);
  title = toso_year_title (_ ("Remove the file “%s”"), name);

  return toso_year_commit (self, title, error);
}
