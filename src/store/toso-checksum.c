/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-checksum.h"

#include <sqlite3.h>
#include <string.h>

#define VFS_NAME "toso-checksum"

/* The system's own file stands right behind. */
typedef struct
{
  sqlite3_file base;
} ChecksumFile;

#define REAL_FILE(file) ((sqlite3_file *) (((ChecksumFile *) (file)) + 1))
#define REAL_VFS(vfs)   ((sqlite3_vfs *) (vfs)->pAppData)

/* Two interwoven sums of the page's 32-bit words (as in SQLite's cksumvfs).  A
 * change within one word is always found: it reaches the two sums multiplied by
 * neighbouring Fibonacci numbers, which are never both even. */
void
toso_checksum_compute (const guint8 *page,
                       guint8       *checksum)
{
  guint32 s1 = 0;
  guint32 s2 = 0;

  for (gsize i = 0; i < TOSO_PAGE_SIZE - TOSO_CHECKSUM_BYTES; i += 8)
    {
      guint32 words[2];

      memcpy (words, page + i, sizeof words);
      s1 += GUINT32_FROM_LE (words[0]) + s2;
      s2 += GUINT32_FROM_LE (words[1]) + s1;
    }

  s1 = GUINT32_TO_LE (s1);
  s2 = GUINT32_TO_LE (s2);
  memcpy (checksum, &s1, sizeof s1);
  memcpy (checksum + sizeof s1, &s2, sizeof s2);
}

static gboolean
is_page (int           amount,
         sqlite3_int64 offset)
{
  return amount == TOSO_PAGE_SIZE && offset % TOSO_PAGE_SIZE == 0;
}

/* --- the file --- */

static int
file_close (sqlite3_file *file)
{
  return REAL_FILE (file)->pMethods->xClose (REAL_FILE (file));
}

static int
file_read (sqlite3_file *file,
           void         *buffer,
           int           amount,
           sqlite3_int64 offset)
{
  guint8 checksum[TOSO_CHECKSUM_BYTES];
  int    rc = REAL_FILE (file)->pMethods->xRead (REAL_FILE (file), buffer, amount, offset);

  if (rc != SQLITE_OK || !is_page (amount, offset))
    return rc;

  toso_checksum_compute (buffer, checksum);
  if (memcmp (checksum, (guint8 *) buffer + TOSO_PAGE_SIZE - TOSO_CHECKSUM_BYTES, sizeof checksum) != 0)
    return SQLITE_IOERR_DATA;

  return SQLITE_OK;
}

static int
file_write (sqlite3_file *file,
            const void   *buffer,
            int           amount,
            sqlite3_int64 offset)
{
  guint8 page[TOSO_PAGE_SIZE];

  if (!is_page (amount, offset))
    return REAL_FILE (file)->pMethods->xWrite (REAL_FILE (file), buffer, amount, offset);

  /* A copy: the buffer is SQLite's. */
  memcpy (page, buffer, sizeof page);
  toso_checksum_compute (page, page + TOSO_PAGE_SIZE - TOSO_CHECKSUM_BYTES);

  return REAL_FILE (file)->pMethods->xWrite (REAL_FILE (file), page, amount, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  return REAL_FILE (file)->pMethods->xTruncate (REAL_FILE (file), size);
}

static int
file_sync (sqlite3_file *file,
           int           flags)
{
  return REAL_FILE (file)->pMethods->xSync (REAL_FILE (file), flags);
}

static int
file_get_size (sqlite3_file  *file,
               sqlite3_int64 *size)
{
  return REAL_FILE (file)->pMethods->xFileSize (REAL_FILE (file), size);
}

static int
file_lock (sqlite3_file *file,
           int           lock)
{
  return REAL_FILE (file)->pMethods->xLock (REAL_FILE (file), lock);
}

static int
file_unlock (sqlite3_file *file,
             int           lock)
{
  return REAL_FILE (file)->pMethods->xUnlock (REAL_FILE (file), lock);
}

static int
file_check_reserved_lock (sqlite3_file *file,
                          int          *is_locked)
{
  return REAL_FILE (file)->pMethods->xCheckReservedLock (REAL_FILE (file), is_locked);
}

static int
file_control (sqlite3_file *file,
              int           op,
              void         *argument)
{
  return REAL_FILE (file)->pMethods->xFileControl (REAL_FILE (file), op, argument);
}

static int
file_get_sector_size (sqlite3_file *file)
{
  return REAL_FILE (file)->pMethods->xSectorSize (REAL_FILE (file));
}

static int
file_get_characteristics (sqlite3_file *file)
{
  return REAL_FILE (file)->pMethods->xDeviceCharacteristics (REAL_FILE (file));
}

static int
file_shm_map (sqlite3_file   *file,
              int             region,
              int             size,
              int             extend,
              void volatile **memory)
{
  return REAL_FILE (file)->pMethods->xShmMap (REAL_FILE (file), region, size, extend, memory);
}

static int
file_shm_lock (sqlite3_file *file,
               int           offset,
               int           n,
               int           flags)
{
  return REAL_FILE (file)->pMethods->xShmLock (REAL_FILE (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL_FILE (file)->pMethods->xShmBarrier (REAL_FILE (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int           delete_flag)
{
  return REAL_FILE (file)->pMethods->xShmUnmap (REAL_FILE (file), delete_flag);
}

/* Version 2: write-ahead log, but no memory mapping, which would go round the
 * checksums. */
static const sqlite3_io_methods file_methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_get_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_get_sector_size,
  .xDeviceCharacteristics = file_get_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

/* --- the file system --- */

static int
vfs_open (sqlite3_vfs  *vfs,
          const char   *name,
          sqlite3_file *file,
          int           flags,
          int          *out_flags)
{
  int rc;

  /* The log has sums of its own. */
  if (!(flags & SQLITE_OPEN_MAIN_DB))
    return REAL_VFS (vfs)->xOpen (REAL_VFS (vfs), name, file, flags, out_flags);

  rc = REAL_VFS (vfs)->xOpen (REAL_VFS (vfs), name, REAL_FILE (file), flags, out_flags);
  file->pMethods = REAL_FILE (file)->pMethods != NULL ? &file_methods : NULL;

  return rc;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *name,
            int          sync_folder)
{
  return REAL_VFS (vfs)->xDelete (REAL_VFS (vfs), name, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *name,
            int          flags,
            int         *result)
{
  return REAL_VFS (vfs)->xAccess (REAL_VFS (vfs), name, flags, result);
}

static int
vfs_full_pathname (sqlite3_vfs *vfs,
                   const char  *name,
                   int          size,
                   char        *full_name)
{
  return REAL_VFS (vfs)->xFullPathname (REAL_VFS (vfs), name, size, full_name);
}

static int
vfs_randomness (sqlite3_vfs *vfs,
                int          size,
                char        *buffer)
{
  return REAL_VFS (vfs)->xRandomness (REAL_VFS (vfs), size, buffer);
}

static int
vfs_sleep (sqlite3_vfs *vfs,
           int          microseconds)
{
  return REAL_VFS (vfs)->xSleep (REAL_VFS (vfs), microseconds);
}

static int
vfs_current_time (sqlite3_vfs *vfs,
                  double      *time)
{
  return REAL_VFS (vfs)->xCurrentTime (REAL_VFS (vfs), time);
}

static int
vfs_get_last_error (sqlite3_vfs *vfs,
                    int          size,
                    char        *buffer)
{
  return REAL_VFS (vfs)->xGetLastError (REAL_VFS (vfs), size, buffer);
}

static gpointer
register_vfs (gpointer data)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs       *real;

  sqlite3_initialize ();
  real = sqlite3_vfs_find (NULL);
  g_assert (real != NULL);

  /* No xDlOpen: a year file loads no extension. */
  vfs = (sqlite3_vfs){
    .iVersion = 1,
    .szOsFile = (int) sizeof (ChecksumFile) + real->szOsFile,
    .mxPathname = real->mxPathname,
    .zName = VFS_NAME,
    .pAppData = real,
    .xOpen = vfs_open,
    .xDelete = vfs_delete,
    .xAccess = vfs_access,
    .xFullPathname = vfs_full_pathname,
    .xRandomness = vfs_randomness,
    .xSleep = vfs_sleep,
    .xCurrentTime = vfs_current_time,
    .xGetLastError = vfs_get_last_error,
  };

  return sqlite3_vfs_register (&vfs, FALSE) == SQLITE_OK ? (gpointer) vfs.zName : NULL;
}

const char *
toso_checksum_get_vfs (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, register_vfs, NULL);
}
