/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "core/toso-platform.h"

#ifdef G_OS_WIN32
#define PROGRAM_SUFFIX ".exe"
#else
#define PROGRAM_SUFFIX ""
#endif

/* A folder of our own, with nothing of a sync program above it. */
static char *
make_folder (void)
{
  char *path = g_dir_make_tmp ("toso-platform-XXXXXX", NULL);

  g_assert_nonnull (path);
  return path;
}

static void
remove_folder (const char *path)
{
  GDir       *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_remove (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (path);
}

static gboolean
is_network (const char  *root,
            const char  *relative,
            const char **what)
{
  g_autofree char *path = g_build_filename (root, relative, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return toso_platform_is_network_folder (file, what);
}

static void
test_sync_folders (void)
{
  static const struct
  {
    const char *path;
    const char *what;
  } cases[] = {
    { "OneDrive/kehoach.toso", "OneDrive" },
    { "OneDrive - UBND xã Ngọc Liên/2026/kehoach.toso", "OneDrive" },
    { "Google Drive/kehoach.toso", "Google Drive" },
    { "GoogleDrive/kehoach.toso", "Google Drive" },
    { "Dropbox/kehoach.toso", "Dropbox" },
    { "Dropbox (Personal)/kehoach.toso", "Dropbox" },
    { "nextcloud/kehoach.toso", "Nextcloud" },
    { "MEGAsync/kehoach.toso", "MEGA" },
  };
  g_autofree char *root = make_folder ();
  gsize            i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *what = NULL;

      g_assert_true (is_network (root, cases[i].path, &what));
      g_assert_cmpstr (what, ==, cases[i].what);
    }
  remove_folder (root);
}

static void
test_plain_folders (void)
{
  static const char *const paths[] = {
    "kehoach.toso",
    "Tài liệu/OneDrive cũ của tôi.toso",
    "Dropboxes/kehoach.toso",
    "không/có/thư mục/này/kehoach.toso",
  };
  g_autofree char *root = make_folder ();
  gsize            i;

  for (i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      const char *what = "?";

      g_assert_false (is_network (root, paths[i], &what));
      g_assert_null (what);
    }
  remove_folder (root);
}

static void
test_marked_folder (void)
{
  g_autofree char *root = make_folder ();
  g_autofree char *mark = g_build_filename (root, ".stfolder", NULL);
  g_autofree char *settings = g_build_filename (root, ".dropbox", NULL);
  const char      *what = NULL;

  /* A folder of settings is no mark, the file is. */
  g_assert_cmpint (g_mkdir (settings, 0700), ==, 0);
  g_assert_false (is_network (root, "2026/kehoach.toso", NULL));
  g_assert_cmpint (g_rmdir (settings), ==, 0);
  g_assert_true (g_file_set_contents (settings, "", 0, NULL));
  g_assert_true (is_network (root, "2026/kehoach.toso", &what));
  g_assert_cmpstr (what, ==, "Dropbox");
  g_assert_cmpint (g_remove (settings), ==, 0);

  g_assert_cmpint (g_mkdir (mark, 0700), ==, 0);
  g_assert_true (is_network (root, "2026/kehoach.toso", &what));
  g_assert_cmpstr (what, ==, "Syncthing");
  remove_folder (root);
}

static void
test_declared_folder (void)
{
  g_autofree char *root = make_folder ();
  g_autofree char *share = g_build_filename (root, "share", NULL);
  const char      *what = "?";

  g_setenv ("TOSO_NETWORK_FOLDER", share, TRUE);
  g_assert_true (is_network (root, "share/kehoach.toso", &what));
  g_assert_null (what);
  g_assert_true (is_network (root, "other/../share/sub/kehoach.toso", NULL));
  g_assert_false (is_network (root, "shared/kehoach.toso", NULL));
  g_unsetenv ("TOSO_NETWORK_FOLDER");
  g_assert_false (is_network (root, "share/kehoach.toso", NULL));

  g_setenv ("OneDrive", share, TRUE);
  g_assert_true (is_network (root, "share/kehoach.toso", &what));
  g_assert_cmpstr (what, ==, "OneDrive");
  g_unsetenv ("OneDrive");
  remove_folder (root);
}

static void
test_foreign_scheme (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("smb://may-chu/chung/kehoach.toso");
  const char *what = "?";

  g_assert_true (toso_platform_is_network_folder (file, &what));
  g_assert_null (what);
}

static void
test_person_and_program (void)
{
  g_autofree char *person = toso_platform_get_person ();
  g_autofree char *dir = toso_platform_get_program_dir ();
  g_autofree char *program = g_build_filename (dir, "test-core-platform" PROGRAM_SUFFIX, NULL);

  g_assert_cmpstr (person, !=, "");
  g_assert_true (g_utf8_validate (person, -1, NULL));
  g_assert_true (g_file_test (program, G_FILE_TEST_IS_EXECUTABLE));
}

static void
put_uint32 (GByteArray *bytes,
            guint32     value)
{
  g_byte_array_append (bytes, (const guint8 *) &value, sizeof value);
}

/* A catalogue of two entries, the head and "Closing". */
static void
write_catalogue (const char *dir)
{
  static const char *const strings[] = {
    "", "Closing", "Content-Type: text/plain; charset=UTF-8\n", "Kết thúc"
  };
  g_autofree char *folder = g_build_filename (dir, "vi", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint32 at = 28 + 4 * 8;
  gsize   i;

  put_uint32 (bytes, 0x950412de);
  put_uint32 (bytes, 0);
  put_uint32 (bytes, 2);
  put_uint32 (bytes, 28);
  put_uint32 (bytes, 28 + 16);
  put_uint32 (bytes, 0);
  put_uint32 (bytes, 0);
  for (i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      put_uint32 (bytes, (guint32) strlen (strings[i]));
      put_uint32 (bytes, at);
      at += (guint32) strlen (strings[i]) + 1;
    }
  for (i = 0; i < G_N_ELEMENTS (strings); i++)
    g_byte_array_append (bytes, (const guint8 *) strings[i], (guint) strlen (strings[i]) + 1);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
}

static void
test_language_child (void)
{
  toso_platform_init_language ();
  g_print ("<%s|%.1f>", _ ("Closing"), 0.5);
}

static void
set_or_unset (const char *name,
              const char *value)
{
#ifdef G_OS_WIN32
  /* Without a console GLib must be told at any moment what to print in, by its
   * other threads too, and this says no language. */
  if (value == NULL && g_str_equal (name, "LANG"))
    value = ".UTF-8";
#endif
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

/* The environment of an office PC, and what the program then speaks. */
static void
test_language (void)
{
  static const struct
  {
    const char *lc_all;
    const char *lang;
    const char *language;
    const char *said;
  } cases[] = {
#ifndef G_OS_WIN32
    { NULL, NULL, NULL, "<Kết thúc|0.5>" }, /* there it is the system's own language */
#endif
    { "C", NULL, NULL, "<Kết thúc|0.5>" },
    { "POSIX", NULL, NULL, "<Kết thúc|0.5>" },
    { "C.UTF-8", NULL, NULL, "<Kết thúc|0.5>" },
    { NULL, "vi_VN.UTF-8", NULL, "<Kết thúc|0.5>" },
    { NULL, "fr_FR.UTF-8", NULL, "<Kết thúc|0.5>" },
    { NULL, "vi_VN.UTF-8", "en", "<Closing|0.5>" },
    { NULL, "en_US.UTF-8", NULL, "<Closing|0.5>" },
    { NULL, "en_GB", NULL, "<Closing|0.5>" },
    { "C", NULL, "en", "<Closing|0.5>" },
    { "C", NULL, "vi", "<Kết thúc|0.5>" },
    { "C", NULL, "fr:en_US", "<Closing|0.5>" },
    { NULL, "en_US.UTF-8", "vi_VN:en", "<Kết thúc|0.5>" },
    { NULL, "en_US.UTF-8", "fr", "<Closing|0.5>" },
    { NULL, "en_US.UTF-8", "", "<Closing|0.5>" },
    { NULL, "vietnam", NULL, "<Kết thúc|0.5>" },
  };
  static const char *const names[] = { "LC_ALL", "LANG", "LANGUAGE" };
  g_autofree char         *root = make_folder ();
  gsize                    i;
  gsize                    j;

  write_catalogue (root);
  g_setenv ("TOSO_LOCALEDIR", root, TRUE);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char      *values[] = { cases[i].lc_all, cases[i].lang, cases[i].language };
      g_autofree char *pattern = g_strconcat ("*", cases[i].said, "*", NULL);

      g_test_message ("LC_ALL=%s LANG=%s LANGUAGE=%s", values[0], values[1], values[2]);
      for (j = 0; j < G_N_ELEMENTS (names); j++)
        set_or_unset (names[j], values[j]);
      g_test_trap_subprocess ("/core/platform/language/subprocess", 0, 0);
      set_or_unset ("LANG", NULL);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (pattern);
    }
  remove_folder (root);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/platform/sync-folders", test_sync_folders);
  g_test_add_func ("/core/platform/plain-folders", test_plain_folders);
  g_test_add_func ("/core/platform/marked-folder", test_marked_folder);
  g_test_add_func ("/core/platform/declared-folder", test_declared_folder);
  g_test_add_func ("/core/platform/foreign-scheme", test_foreign_scheme);
  g_test_add_func ("/core/platform/person-and-program", test_person_and_program);
  g_test_add_func ("/core/platform/language", test_language);
  g_test_add_func ("/core/platform/language/subprocess", test_language_child);

  return g_test_run ();
}
