/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-db.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-checksum.h"
#include "store/toso-stmt.h"

/* Another window or toso-cli is done within that; a person notices more. */
#define BUSY_TIMEOUT_MS 1500

struct _TosoDb
{
  sqlite3 *handle;
  GThread *owner;
  char    *name;
};

static void
assert_owner (TosoDb *db)
{
  g_assert (db != NULL);
  g_assert (db->owner == g_thread_self ());
}

static int
compare_villages (void       *data,
                  int         a_length,
                  const void *a,
                  int         b_length,
                  const void *b)
{
  g_autofree char *a_name = g_strndup (a, (gsize) a_length);
  g_autofree char *b_name = g_strndup (b, (gsize) b_length);

  return toso_village_collate (a_name, b_name);
}

static char *
get_sqlite_name (GFile     *file,
                 TosoDbMode mode)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = NULL;

  if (path == NULL || mode != TOSO_DB_IMMUTABLE)
    return g_steal_pointer (&path);

  uri = g_filename_to_uri (path, NULL, NULL);
  return uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
}

static int
get_open_flags (TosoDbMode mode)
{
  switch (mode)
    {
    case TOSO_DB_CREATE:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case TOSO_DB_IMMUTABLE:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case TOSO_DB_READ_WRITE:
    default:
      return SQLITE_OPEN_READWRITE;
    }
}

TosoDb *
toso_db_open (GFile     *file,
              TosoDbMode mode,
              GError   **error)
{
  g_autoptr (TosoDb) db = g_new0 (TosoDb, 1);
  g_autofree char *name = get_sqlite_name (file, mode);
  int              reserved = TOSO_CHECKSUM_BYTES;
  int              rc;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  db->owner = g_thread_self ();
  db->name = g_file_get_basename (file);

  if (name == NULL)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NETWORK,
                   _ ("“%s” is not on this computer. Copy it to a folder on this computer and open it there."), db->name);
      return NULL;
    }

  rc = sqlite3_open_v2 (name, &db->handle, get_open_flags (mode), toso_checksum_get_vfs ());
  if (rc != SQLITE_OK)
    {
      toso_db_set_error (db, rc, error);
      return NULL;
    }

  sqlite3_extended_result_codes (db->handle, TRUE);
  sqlite3_busy_timeout (db->handle, BUSY_TIMEOUT_MS);
  sqlite3_create_collation (db->handle, "toso_village", SQLITE_UTF8, NULL, compare_villages);

  if (mode == TOSO_DB_CREATE)
    {
      sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
      /* Nobody sees the file before it is whole and synced. */
      if (!toso_db_exec (db, "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", error))
        return NULL;
    }

  return g_steal_pointer (&db);
}

void
toso_db_close (TosoDb *db)
{
  if (db == NULL)
    return;

  assert_owner (db);
  sqlite3_close_v2 (db->handle);
  g_free (db->name);
  g_free (db);
}

gboolean
toso_db_configure (TosoDb  *db,
                   GError **error)
{
  gint64 foreign_keys = 0;

  assert_owner (db);

  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  /* journal_mode is kept in the file (WAL); here it is only what must be told
   * anew each time. */
  if (!toso_db_exec (db,
                     "PRAGMA trusted_schema = OFF;"
                     "PRAGMA cell_size_check = ON;"
                     "PRAGMA foreign_keys = ON;"
                     "PRAGMA secure_delete = ON;"
                     "PRAGMA synchronous = FULL;",
                     error))
    return FALSE;

  /* A build of SQLite without them would be silent. */
  if (!toso_db_get_int64 (db, "PRAGMA foreign_keys", &foreign_keys, error))
    return FALSE;
  if (!foreign_keys)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
                   _ ("The SQLite library of this computer cannot keep “%s” consistent. Install the program again."), db->name);
      return FALSE;
    }

  return TRUE;
}

sqlite3 *
toso_db_get_handle (TosoDb *db)
{
  assert_owner (db);

  return db->handle;
}

const char *
toso_db_get_name (TosoDb *db)
{
  return db->name;
}

gboolean
toso_db_has_log (TosoDb *db)
{
  static const char *const suffixes[] = { "-wal", "-journal" };
  /* The file itself, where the name given was a link to it. */
  const char *path = sqlite3_db_filename (db->handle, "main");

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      g_autoptr (GFile) log = g_file_new_for_path (name);
      g_autoptr (GFileInfo) info = NULL;

      info = g_file_query_info (log, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
      if (info != NULL && g_file_info_get_size (info) > 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
toso_db_exec (TosoDb     *db,
              const char *sql,
              GError    **error)
{
  int rc;

  assert_owner (db);

  rc = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    toso_db_set_error (db, rc, error);

  return rc == SQLITE_OK;
}

gboolean
toso_db_get_int64 (TosoDb     *db,
                   const char *sql,
                   gint64     *value,
                   GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, sql);
  gboolean has_row;

  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;

  *value = has_row ? toso_stmt_get_int64 (stmt, 0) : 0;
  return TRUE;
}

gboolean
toso_db_begin (TosoDb  *db,
               GError **error)
{
  return toso_db_exec (db, "BEGIN IMMEDIATE", error);
}

gboolean
toso_db_commit (TosoDb  *db,
                GError **error)
{
  if (toso_db_exec (db, "COMMIT", error))
    return TRUE;

  return toso_db_rollback (db);
}

/* SQLite rolls back by itself when the disk is full; asking again is harmless. */
gboolean
toso_db_rollback (TosoDb *db)
{
  assert_owner (db);

  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

static sqlite3_file *
get_main_file (TosoDb *db)
{
  sqlite3_file *file = NULL;

  assert_owner (db);
  sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  return file != NULL && file->pMethods != NULL ? file : NULL;
}

gboolean
toso_db_sync (TosoDb  *db,
              GError **error)
{
  sqlite3_file *file = get_main_file (db);
  int           rc = file != NULL ? file->pMethods->xSync (file, SQLITE_SYNC_FULL) : SQLITE_IOERR_FSYNC;

  if (rc != SQLITE_OK)
    toso_db_set_error (db, rc, error);

  return rc == SQLITE_OK;
}

gboolean
toso_db_copy (TosoDb  *db,
              GFile   *file,
              GError **error)
{
  g_autoptr (TosoDb) copy = NULL;
  sqlite3_backup *backup;
  int             rc = SQLITE_OK;

  assert_owner (db);

  copy = toso_db_open (file, TOSO_DB_CREATE, error);
  if (copy == NULL)
    return FALSE;

  backup = sqlite3_backup_init (copy->handle, "main", db->handle, "main");
  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      rc = sqlite3_backup_finish (backup);
    }
  if (backup == NULL || rc != SQLITE_OK)
    {
      toso_db_set_error (copy, sqlite3_errcode (copy->handle), error);
      return FALSE;
    }

  return toso_db_sync (copy, error);
}

gboolean
toso_db_get_size (TosoDb  *db,
                  gint64  *size,
                  GError **error)
{
  sqlite3_file *file = get_main_file (db);
  sqlite3_int64 bytes = 0;
  int           rc = file != NULL ? file->pMethods->xFileSize (file, &bytes) : SQLITE_IOERR;

  if (rc != SQLITE_OK)
    toso_db_set_error (db, rc, error);
  *size = bytes;

  return rc == SQLITE_OK;
}

gboolean
toso_db_read_raw (TosoDb  *db,
                  gint64   offset,
                  void    *buffer,
                  gsize    size,
                  GError **error)
{
  sqlite3_file *file = get_main_file (db);
  int           rc = file != NULL ? file->pMethods->xRead (file, buffer, (int) size, offset) : SQLITE_IOERR;

  if (rc != SQLITE_OK)
    toso_db_set_error (db, rc, error);

  return rc == SQLITE_OK;
}

GArray *
toso_db_verify_pages (TosoDb  *db,
                      guint    max,
                      GError **error)
{
  g_autoptr (GArray) bad = g_array_new (FALSE, FALSE, sizeof (guint));
  sqlite3_file *file = get_main_file (db);
  guint8        page[TOSO_PAGE_SIZE];
  gint64        size;

  if (!toso_db_get_size (db, &size, error))
    return NULL;

  for (gint64 offset = 0; offset < size && bad->len < max; offset += TOSO_PAGE_SIZE)
    {
      int   rc = file->pMethods->xRead (file, page, TOSO_PAGE_SIZE, offset);
      guint number = (guint) (offset / TOSO_PAGE_SIZE + 1);

      /* A last page cut short is as wrong as a changed one. */
      if (rc == SQLITE_IOERR_DATA || rc == SQLITE_IOERR_SHORT_READ)
        g_array_append_val (bad, number);
      else if (rc != SQLITE_OK)
        {
          toso_db_set_error (db, rc, error);
          return NULL;
        }
    }

  return g_steal_pointer (&bad);
}

/* --- what went wrong, in words --- */

char *
toso_db_fill (const char *sentence,
              const char *what)
{
  const char *place = strstr (sentence, "%s");

  if (place == NULL)
    return g_strdup (sentence);

  return g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence, what, place + strlen ("%s"));
}

static const struct
{
  int         rc;
  TosoError   code;
  const char *message;
} messages[] = {
  { SQLITE_BUSY, TOSO_ERROR_BUSY,
    N_ ("“%s” is being used by another program. Close it there and try again.") },
  { SQLITE_LOCKED, TOSO_ERROR_BUSY,
    N_ ("“%s” is being used by another program. Close it there and try again.") },
  { SQLITE_CORRUPT, TOSO_ERROR_DAMAGED,
    N_ ("“%s” is damaged. Keep it as it is, and continue with the latest backup.") },
  { SQLITE_IOERR_DATA, TOSO_ERROR_DAMAGED,
    N_ ("“%s” is damaged. Keep it as it is, and continue with the latest backup.") },
  { SQLITE_NOTADB, TOSO_ERROR_UNREADABLE,
    N_ ("“%s” is not a year file of this program. Choose a file that it made (.toso).") },
  { SQLITE_READONLY, TOSO_ERROR_READ_ONLY,
    N_ ("“%s” can be read but not changed. Copy it to a folder where you may write, and open the copy.") },
  { SQLITE_PERM, TOSO_ERROR_READ_ONLY,
    N_ ("“%s” can be read but not changed. Copy it to a folder where you may write, and open the copy.") },
  { SQLITE_FULL, TOSO_ERROR_STORAGE,
    N_ ("“%s” could not be written: the disk is full. Free some space and try again; nothing saved before is lost.") },
  { SQLITE_CANTOPEN, TOSO_ERROR_STORAGE,
    N_ ("“%s” could not be opened. Make sure that you may use its folder and that no other program holds the file.") },
  { SQLITE_IOERR, TOSO_ERROR_STORAGE,
    N_ ("“%s” could not be read or written: the disk failed or is full. Check the disk and try again.") },
  { SQLITE_CONSTRAINT, TOSO_ERROR_INVALID,
    N_ ("“%s” refused a value that its rules do not allow. Nothing was changed.") },
  { SQLITE_TOOBIG, TOSO_ERROR_INVALID,
    N_ ("A text is too long for “%s”. Shorten it; nothing was changed.") },
};

void
toso_db_set_error (TosoDb  *db,
                   int      rc,
                   GError **error)
{
  g_autofree char *detail = NULL;

  /* IOERR_DATA, one of the IOERRs, stands above them. */
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (messages[i].rc == rc || messages[i].rc == (rc & 0xff))
      {
        g_autofree char *sentence = toso_db_fill (_ (messages[i].message), db->name);

        g_set_error_literal (error, TOSO_ERROR, (int) messages[i].code, sentence);
        return;
      }

  detail = g_strdup (db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (rc));
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_STORAGE,
               _ ("“%s” could not be read or written (%s). Nothing was changed."), db->name, detail);
}
