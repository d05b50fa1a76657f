/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A connection to one SQLite file.  Lives on the thread that opened it. */

typedef struct _TosoDb TosoDb;

typedef enum
{
  TOSO_DB_READ_WRITE,
  TOSO_DB_CREATE,    /* makes the file; quick, not crash-safe until toso_db_sync() */
  TOSO_DB_IMMUTABLE, /* nothing is written, not even beside the file; no log is read */
} TosoDbMode;

/* Only opens.  Nothing is believed of the content before the pages have been
 * verified; then comes toso_db_configure(). */
TosoDb       *toso_db_open         (GFile      *file,
                                    TosoDbMode  mode,
                                    GError    **error);
void          toso_db_close        (TosoDb     *db);
gboolean      toso_db_configure    (TosoDb     *db,
                                    GError    **error);
sqlite3      *toso_db_get_handle   (TosoDb     *db);
const char   *toso_db_get_name     (TosoDb     *db); /* for messages */
/* Something in the log beside the file: not closed, or in use. */
gboolean      toso_db_has_log      (TosoDb     *db);

gboolean      toso_db_exec         (TosoDb     *db,
                                    const char *sql,
                                    GError    **error);
gboolean      toso_db_get_int64    (TosoDb     *db,
                                    const char *sql, /* of one value; 0 when there is no row */
                                    gint64     *value,
                                    GError    **error);
gboolean      toso_db_begin        (TosoDb     *db,
                                    GError    **error);
gboolean      toso_db_commit       (TosoDb     *db,
                                    GError    **error);
gboolean      toso_db_rollback     (TosoDb     *db); /* always FALSE, to be returned */
gboolean      toso_db_sync         (TosoDb     *db,
                                    GError    **error);
gboolean      toso_db_copy         (TosoDb     *db, /* online backup; @file must not be there */
                                    GFile      *file,
                                    GError    **error);

/* Raw bytes of the file, before SQLite looks at them. */
gboolean      toso_db_get_size     (TosoDb     *db,
                                    gint64     *size,
                                    GError    **error);
gboolean      toso_db_read_raw     (TosoDb     *db,
                                    gint64      offset,
                                    void       *buffer,
                                    gsize       size,
                                    GError    **error);
/* Numbers (guint, from 1) of the pages whose checksum is wrong; at most @max. */
GArray       *toso_db_verify_pages (TosoDb     *db,
                                    guint       max,
                                    GError    **error);

/* @what in the place of "%s", for sentences that come from a table. */
char         *toso_db_fill         (const char *sentence,
                                    const char *what);
/* SQLite's result as a sentence of ours. */
void          toso_db_set_error    (TosoDb     *db,
                                    int         rc,
                                    GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoDb, toso_db_close)

G_END_DECLS
