/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-platform.h"
#include "store/toso-checksum.h"
#include "store/toso-migration.h"

/* Pages named in one message. */
#define MAX_BAD_PAGES 5

/* The database header (SQLite's file format, 1.3): big-endian. */
#define HEADER_SIZE           100
#define HEADER_PAGE_SIZE      16
#define HEADER_RESERVED       20
#define HEADER_CHANGE_COUNTER 24
#define HEADER_N_PAGES        28
#define HEADER_USER_VERSION   60
#define HEADER_APPLICATION_ID 68
#define HEADER_VERSION_VALID  92

static guint32
get_uint32 (const guint8 *header,
            guint         offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);

  return GUINT32_FROM_BE (value);
}

/* There, a file, and not empty. */
static gboolean
check_presence (GFile    *file,
                gboolean *can_write,
                GError  **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInfo) folder_info = NULL;

  info = g_file_query_info (file,
                            G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE,
                            G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                   _ ("There is no file “%s”. Check the name and the folder."), name);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” is a folder. Choose a year file (.toso) in it."), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) == 0)
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                   _ ("“%s” is empty. Choose another file, or continue with the latest backup."), name);
      return FALSE;
    }

  if (folder != NULL)
    folder_info = g_file_query_info (folder, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  *can_write = g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE) &&
               (folder_info == NULL || g_file_info_get_attribute_boolean (folder_info, G_FILE_ATTRIBUTE_ACCESS_CAN_WRITE));

  return TRUE;
}

/* NULL when the file may be lived in. */
static char *
find_read_only_reason (GFile   *file,
                       gboolean can_write)
{
  g_autofree char *name = g_file_get_basename (file);
  const char      *what = NULL;

  /* A network or cloud folder has no reliable locks: SQLite's own warning. */
  if (toso_platform_is_network_folder (file, &what))
    {
      if (what != NULL)
        return g_strdup_printf (_ ("“%s” is in a folder of %s, where a year file may be read but not changed. Copy it to a folder on this computer to work on it."), name, what);
      return g_strdup_printf (_ ("“%s” is on a network drive, where a year file may be read but not changed. Copy it to a folder on this computer to work on it."), name);
    }

  if (!can_write)
    return g_strdup_printf (_ ("“%s” may be read but not changed: it, or its folder, is write-protected. Copy it to a folder where you may write."), name);

  return NULL;
}

static gboolean
refuse_foreign (TosoDb  *db,
                GError **error)
{
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
               _ ("“%s” is not a year file of this program. Choose a file that it made (.toso)."), toso_db_get_name (db));
  return FALSE;
}

static gboolean
refuse_damaged (TosoDb     *db,
                const char *where,
                GError    **error)
{
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED,
               _ ("“%s” is damaged, or was changed by another program (%s). Nothing was changed. Keep it as it is, and continue with the latest backup."),
               toso_db_get_name (db), where);
  return FALSE;
}

static gboolean
check_header (TosoDb  *db,
              guint8  *header,
              guint   *version,
              GError **error)
{
  gint64 size;

  if (!toso_db_get_size (db, &size, error))
    return FALSE;
  if (size < HEADER_SIZE)
    return refuse_foreign (db, error);
  if (!toso_db_read_raw (db, 0, header, HEADER_SIZE, error))
    return FALSE;

  if (memcmp (header, "SQLite format 3", 16) != 0 ||
      get_uint32 (header, HEADER_APPLICATION_ID) != TOSO_APPLICATION_ID)
    return refuse_foreign (db, error);

  *version = get_uint32 (header, HEADER_USER_VERSION);
  if (*version > toso_schema_get_version ())
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NEWER_SCHEMA,
                   _ ("“%s” was made by a newer version of this program (form %u; this one knows up to %u). Install the newer version to open it."),
                   toso_db_get_name (db), *version, toso_schema_get_version ());
      return FALSE;
    }

  if (*version == 0 ||
      header[HEADER_PAGE_SIZE] != TOSO_PAGE_SIZE >> 8 || header[HEADER_PAGE_SIZE + 1] != 0 ||
      header[HEADER_RESERVED] != TOSO_CHECKSUM_BYTES)
    return refuse_damaged (db, _ ("its header"), error);

  return TRUE;
}

static char *
list_pages (GArray *pages)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < pages->len; i++)
    g_string_append_printf (list, "%s%u", i > 0 ? ", " : "", g_array_index (pages, guint, i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
check_pages (TosoDb       *db,
             const guint8 *header,
             GError      **error)
{
  g_autoptr (GArray) bad = NULL;
  g_autofree char *list = NULL;
  g_autofree char *where = NULL;
  gint64           size;

  bad = toso_db_verify_pages (db, MAX_BAD_PAGES, error);
  if (bad == NULL || !toso_db_get_size (db, &size, error))
    return FALSE;

  if (bad->len > 0)
    {
      list = list_pages (bad);
      /* Translators: %s: numbers such as "3, 17" */
      where = g_strdup_printf (_ ("page %s"), list);
      return refuse_damaged (db, where, error);
    }

  if (size != (gint64) get_uint32 (header, HEADER_N_PAGES) * TOSO_PAGE_SIZE)
    return refuse_damaged (db, _ ("its length"), error);

  return TRUE;
}

/* With a log, the pages on the disk may be half-way between two commits: they
 * are read through SQLite, which puts the log over them. */
static gboolean
check_through_sqlite (TosoDb  *db,
                      GError **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, "PRAGMA quick_check (1)");
  gboolean has_row;

  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row || g_strcmp0 (toso_stmt_get_text (stmt, 0), "ok") != 0)
    return refuse_damaged (db, has_row ? toso_stmt_get_text (stmt, 0) : "", error);

  return TRUE;
}

static gboolean
verify (TosoDb  *db,
        guint   *version,
        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint8 header[HEADER_SIZE];
  gint64 user_version;

  if (!check_header (db, header, version, error))
    return FALSE;

  if (!toso_db_has_log (db))
    {
      if (check_pages (db, header, &local_error))
        return toso_db_configure (db, error);

      /* Another program may have begun to write meanwhile. */
      if (!toso_db_has_log (db))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  if (!toso_db_configure (db, error) ||
      !check_through_sqlite (db, error) ||
      !toso_db_get_int64 (db, "PRAGMA user_version", &user_version, error))
    return FALSE;

  *version = (guint) user_version;
  return TRUE;
}

TosoDb *
toso_year_open_db (GFile   *file,
                   guint   *version,
                   char   **read_only_reason,
                   GError **error)
{
  g_autoptr (TosoDb) db = NULL;
  g_autofree char *reason = NULL;
  gboolean         can_write = FALSE;

  if (!check_presence (file, &can_write, error))
    return NULL;

  reason = find_read_only_reason (file, can_write);
  db = toso_db_open (file, reason != NULL ? TOSO_DB_IMMUTABLE : TOSO_DB_READ_WRITE, error);
  if (db == NULL)
    return NULL;

  if (reason != NULL && toso_db_has_log (db))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_BUSY,
                   _ ("“%s” is open elsewhere, or was not closed properly there. Close it there, or copy it with the files beside it to a folder on this computer and open the copy."),
                   toso_db_get_name (db));
      return NULL;
    }
  if (!verify (db, version, error))
    return NULL;

  *read_only_reason = g_steal_pointer (&reason);
  return g_steal_pointer (&db);
}
