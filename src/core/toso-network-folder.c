/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-platform.h"

#include <stdlib.h>
#include <string.h>

#ifdef G_OS_WIN32
#include <windows.h>
#endif

/* SQLite's locks cannot be trusted on a network drive, and a program that
 * copies files to a cloud may copy the year file between two of its writes. */

typedef struct
{
  const char *pattern;
  const char *name;
} Known;

/* Folders that sync programs make, in small letters. */
static const Known sync_folders[] = {
  { "onedrive", "OneDrive" },
  { "onedrive - *", "OneDrive" },
  { "google drive", "Google Drive" },
  { "google drive *", "Google Drive" },
  { "googledrive", "Google Drive" },
  { "my drive", "Google Drive" },
  { "drive của tôi", "Google Drive" },
  { "dropbox", "Dropbox" },
  { "dropbox (*)", "Dropbox" },
  { "nextcloud", "Nextcloud" },
  { "owncloud", "ownCloud" },
  { "icloud drive", "iCloud" },
  { "iclouddrive", "iCloud" },
  { "megasync", "MEGA" },
  { "box sync", "Box" },
  { "pclouddrive", "pCloud" },
  { "synologydrive", "Synology Drive" },
};

/* What sync programs leave in the topmost folder that they copy. */
static const Known sync_marks[] = {
  { ".dropbox", "Dropbox" },
  { ".dropbox.cache", "Dropbox" },
  { ".stfolder", "Syncthing" },
  { ".owncloudsync.log", "ownCloud" },
  { ".nextcloudsync.log", "Nextcloud" },
};

static gboolean
set_what (const char **what,
          const char  *name)
{
  if (what != NULL)
    *what = name;
  return TRUE;
}

static gboolean
find_known (const Known *known,
            gsize        n_known,
            const char  *text,
            const char **what)
{
  gsize i;

  for (i = 0; i < n_known; i++)
    if (g_pattern_match_simple (known[i].pattern, text))
      return set_what (what, known[i].name);
  return FALSE;
}

static gboolean
has_sync_name (const char  *path,
               const char **what)
{
  g_auto (GStrv) parts = g_strsplit_set (path, "/\\", -1);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *valid = g_utf8_make_valid (parts[i], -1);
      g_autofree char *small = g_utf8_strdown (valid, -1);

      if (find_known (sync_folders, G_N_ELEMENTS (sync_folders), small, what))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_below (const char *path,
          const char *folder)
{
  gsize length = strlen (folder);

  while (length > 1 && G_IS_DIR_SEPARATOR (folder[length - 1]))
    length--;
  return length > 0 && strncmp (path, folder, length) == 0 &&
         (path[length] == '\0' || G_IS_DIR_SEPARATOR (path[length]) || G_IS_DIR_SEPARATOR (folder[length - 1]));
}

static gboolean
has_sync_mark (const char  *folder,
               const char **what)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (sync_marks); i++)
    {
      g_autofree char *mark = g_build_filename (folder, sync_marks[i].pattern, NULL);

      /* ~/.dropbox is a folder of settings; the mark in the copied folder is a
       * file. */
      if (g_str_has_suffix (mark, ".dropbox") && !g_file_test (mark, G_FILE_TEST_IS_REGULAR))
        continue;
      if (g_file_test (mark, G_FILE_TEST_EXISTS))
        return set_what (what, sync_marks[i].name);
    }
  return FALSE;
}

static gboolean
is_in_marked_folder (const char  *path,
                     const char **what)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean         found = FALSE;

  while (!(found = has_sync_mark (folder, what)))
    {
      g_autofree char *parent = g_path_get_dirname (folder);

      if (g_str_equal (parent, folder))
        break;
      g_free (folder);
      folder = g_steal_pointer (&parent);
    }
  return found;
}

/* OneDrive tells where it is in the environment, Dropbox in a settings file. */
static gboolean
is_in_declared_folder (const char  *path,
                       const char **what)
{
  static const char *const variables[] = { "OneDrive", "OneDriveCommercial", "OneDriveConsumer" };
  g_autofree char         *info = g_build_filename (g_get_home_dir (), ".dropbox", "info.json", NULL);
  g_autofree char         *text = NULL;
  g_auto (GStrv) words = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *folder = g_getenv (variables[i]);

      if (folder != NULL && is_below (path, folder))
        return set_what (what, "OneDrive");
    }

  if (!g_file_get_contents (info, &text, NULL, NULL))
    return FALSE;
  words = g_strsplit (text, "\"", -1);
  for (i = 0; words[i] != NULL && words[i + 1] != NULL && words[i + 2] != NULL; i++)
    if (g_str_equal (words[i], "path") && is_below (path, words[i + 2]))
      return set_what (what, "Dropbox");
  return FALSE;
}

#ifdef G_OS_WIN32

static gboolean
is_on_network_drive (const char  *path,
                     const char **what)
{
  g_autofree wchar_t *root = NULL;
  wchar_t             label[MAX_PATH + 1] = { 0 };

  if (G_IS_DIR_SEPARATOR (path[0]) && G_IS_DIR_SEPARATOR (path[1]))
    return set_what (what, NULL);
  if (!g_ascii_isalpha (path[0]) || path[1] != ':')
    return FALSE;

  root = g_new0 (wchar_t, 4);
  root[0] = (wchar_t) path[0];
  root[1] = L':';
  root[2] = L'\\';
  if (GetDriveTypeW (root) == DRIVE_REMOTE)
    return set_what (what, NULL);
  /* Google Drive shows itself as a disk of its own. */
  if (GetVolumeInformationW (root, label, MAX_PATH, NULL, NULL, NULL, NULL, 0) &&
      wcsncmp (label, L"Google Drive", 12) == 0)
    return set_what (what, "Google Drive");
  return FALSE;
}

#else

static const Known network_types[] = {
  { "nfs*", NULL },
  { "cifs", NULL },
  { "smb*", NULL },
  { "ncpfs", NULL },
  { "afs", NULL },
  { "coda", NULL },
  { "ceph", NULL },
  { "gluster*", NULL },
  { "9p", NULL },
  { "davfs*", NULL },
  { "vboxsf", NULL },
  { "fuse.gvfsd-fuse", NULL },
  { "fuse.sshfs", NULL },
  { "fuse.smbnetfs", NULL },
  { "fuse.davfs*", NULL },
  { "fuse.ceph*", NULL },
  { "fuse.gluster*", NULL },
  { "fuse.s3fs", NULL },
  { "fuse.vmhgfs-fuse", NULL },
  { "fuse.google-drive*", "Google Drive" },
  { "fuse.onedriver", "OneDrive" },
  { "fuse.pcloud*", "pCloud" },
  { "fuse.rclone", "rclone" },
};

/* The type of the file system that @path is on, by the longest mount point
 * above it: "fuse.sshfs", where statfs() says no more than "fuse". */
static char *
mounted_type (const char *path)
{
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  char *type = NULL;
  gsize longest = 0;
  guint i;

  if (!g_file_get_contents ("/proc/self/mounts", &table, NULL, NULL))
    return NULL;
  lines = g_strsplit (table, "\n", -1);
  for (i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", 4);
      g_autofree char *point = NULL;

      if (g_strv_length (fields) < 4)
        continue;
      point = g_strcompress (fields[1]); /* blanks are written \040 */
      if (is_below (path, point) && strlen (point) >= longest)
        {
          longest = strlen (point);
          g_free (type);
          type = g_strdup (fields[2]);
        }
    }
  return type;
}

static gboolean
is_on_network_drive (const char  *path,
                     const char **what)
{
  g_autofree char *type = mounted_type (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  if (type != NULL && find_known (network_types, G_N_ELEMENTS (network_types), type, what))
    return TRUE;
  info = g_file_query_filesystem_info (file, "filesystem::remote", NULL, NULL);
  return info != NULL && g_file_info_get_attribute_boolean (info, "filesystem::remote") && set_what (what, NULL);
}

#endif

/* @path, or the nearest folder above it that is there already, with links
 * followed. */
static char *
nearest_existing (const char *path)
{
  g_autofree char *at = g_canonicalize_filename (path, NULL);

  while (!g_file_test (at, G_FILE_TEST_EXISTS))
    {
      g_autofree char *parent = g_path_get_dirname (at);

      if (g_str_equal (parent, at))
        break;
      g_free (at);
      at = g_steal_pointer (&parent);
    }
#ifndef G_OS_WIN32
  {
    g_autofree char *real = realpath (at, NULL);

    if (real != NULL)
      return g_strdup (real);
  }
#endif
  return g_steal_pointer (&at);
}

/**
 * toso_platform_is_network_folder:
 * @file: a file, which need not be there yet
 * @what: (out) (optional): the service's own name, or NULL for a network drive
 */
gboolean
toso_platform_is_network_folder (GFile       *file,
                                 const char **what)
{
  const char      *declared = g_getenv ("TOSO_NETWORK_FOLDER");
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *real = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  set_what (what, NULL);
  path = g_file_get_path (file);
  if (path == NULL || !g_file_is_native (file))
    return TRUE;

  plain = g_canonicalize_filename (path, NULL);
  real = nearest_existing (path);
  if (declared != NULL && *declared != '\0' && (is_below (plain, declared) || is_below (real, declared)))
    return TRUE;

  return is_on_network_drive (real, what) || has_sync_name (plain, what) || has_sync_name (real, what) ||
         is_in_declared_folder (plain, what) || is_in_declared_folder (real, what) ||
         is_in_marked_folder (plain, what);
}
