/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-platform.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#ifdef G_OS_WIN32
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <windows.h>
#endif

#ifdef G_OS_WIN32

static char *
program_path (void)
{
  /* The longest path that Windows knows. */
  g_autofree wchar_t *path = g_new0 (wchar_t, 32768);

  if (GetModuleFileNameW (NULL, path, 32767) == 0)
    return NULL;
  return g_utf16_to_utf8 ((gunichar2 *) path, -1, NULL, NULL, NULL);
}

static const char *
default_language (void)
{
  return PRIMARYLANGID (GetUserDefaultUILanguage ()) == LANG_ENGLISH ? "en" : "vi";
}

#else

static char *
program_path (void)
{
  return g_file_read_link ("/proc/self/exe", NULL);
}

static const char *
default_language (void)
{
  return "C";
}

#endif

/* By the name alone, because the locale itself need not be installed.  Windows
 * has these variables only where somebody has set them. */
static char *
system_language (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return g_strdup (value);
    }
  return g_strdup (default_language ());
}

/**
 * toso_platform_get_program_dir:
 *
 * "." where the system does not tell.
 */
char *
toso_platform_get_program_dir (void)
{
  g_autofree char *path = program_path ();

  return path != NULL ? g_path_get_dirname (path) : g_strdup (".");
}

static gboolean
has_catalogue (const char *dir)
{
  g_autofree char *path = g_build_filename (dir, "vi", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

/**
 * toso_platform_get_locale_dir:
 *
 * Beside the program, so that a folder carried on a USB stick works; in the
 * build tree the catalogues are in po/, two or three folders up.
 */
char *
toso_platform_get_locale_dir (void)
{
  static const char *const places[] = { "../share/locale", "share/locale", "../../po", "../../../po", "../po" };
  const char              *wanted = g_getenv ("TOSO_LOCALEDIR");
  g_autofree char         *program = NULL;
  gsize                    i;

  if (wanted != NULL && *wanted != '\0')
    return g_strdup (wanted);

  program = toso_platform_get_program_dir ();
  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (program, places[i], NULL);
      g_autofree char *dir = g_canonicalize_filename (path, NULL);

      if (has_catalogue (dir))
        return g_steal_pointer (&dir);
    }
  return g_build_filename (program, "..", "share", "locale", NULL);
}

/**
 * toso_platform_get_person:
 *
 * The name that the system shows for its user, else the login name.
 */
char *
toso_platform_get_person (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  return g_utf8_make_valid (name != NULL ? name : "", -1);
}

/* "vi" or "en" when @locale is of that language, else NULL. */
static const char *
known_language (const char *locale)
{
  static const char *const known[] = { "vi", "en" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (locale, known[i]) && !g_ascii_isalpha (locale[2]))
      return known[i];
  return NULL;
}

static const char *
choose_language (void)
{
  g_autofree char *system = system_language ();
  const char      *listed = g_getenv ("LANGUAGE");
  g_auto (GStrv) languages = g_strsplit (listed != NULL ? listed : "", ":", -1);
  const char *chosen = NULL;
  guint       i;

  for (i = 0; languages[i] != NULL && chosen == NULL; i++)
    chosen = known_language (languages[i]);
  if (chosen == NULL)
    chosen = known_language (system);
  return chosen != NULL ? chosen : "vi";
}

#ifndef G_OS_WIN32

/* Newer C libraries take "C.UTF-8" for "C" where they look for catalogues. */
static gboolean
is_plain_c (int category)
{
  static const char *const plain[] = { "C", "POSIX", "C.UTF-8", "C.utf8" };
  const char              *name = setlocale (category, NULL);
  gsize                    n = category == LC_MESSAGES ? G_N_ELEMENTS (plain) : 2;

  for (gsize i = 0; name != NULL && i < n; i++)
    if (g_str_equal (name, plain[i]))
      return TRUE;
  return name == NULL;
}

/* Under "C" gettext looks at no catalogue, and GLib takes the terminal for
 * ASCII.  Any other locale will do, since LANGUAGE names the language. */
static void
leave_plain_c (int category)
{
  static const char *const others[] = { "vi_VN.UTF-8", "vi_VN.utf8", "en_US.UTF-8", "en_US.utf8", "C.UTF-8", "C.utf8" };
  gsize                    i;

  for (i = 0; i < G_N_ELEMENTS (others) && is_plain_c (category); i++)
    setlocale (category, others[i]);
}

#endif

/* @dir is UTF-8; on Windows libintl opens files by the system's code page. */
static void
bind_catalogues (const char *dir)
{
#ifdef G_OS_WIN32
  g_autofree char *local = g_win32_locale_filename_from_utf8 (dir);

  bindtextdomain (GETTEXT_PACKAGE, local != NULL ? local : dir);
#else
  bindtextdomain (GETTEXT_PACKAGE, dir);
#endif
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

#ifdef G_OS_WIN32

/* What is printed is UTF-8, of which the console's own code page knows little,
 * and has the same bytes as on other systems. */
static void
prepare_output (void)
{
  SetConsoleOutputCP (CP_UTF8);
  if (_fileno (stdout) >= 0)
    _setmode (_fileno (stdout), _O_BINARY);
  if (_fileno (stderr) >= 0)
    _setmode (_fileno (stderr), _O_BINARY);
}

#endif

void
toso_platform_init_language (void)
{
  g_autofree char *dir = toso_platform_get_locale_dir ();

  g_setenv ("LANGUAGE", choose_language (), TRUE);

  setlocale (LC_ALL, "");
#ifdef G_OS_WIN32
  prepare_output ();
  /* GLib asks LANG where there is no console; libintl would, under "C", look at
   * no catalogue. */
  g_unsetenv ("LC_ALL");
  g_unsetenv ("LC_MESSAGES");
  g_setenv ("LANG", g_str_equal (g_getenv ("LANGUAGE"), "en") ? "en_US.UTF-8" : "vi_VN.UTF-8", TRUE);
#else
  leave_plain_c (LC_MESSAGES);
  leave_plain_c (LC_CTYPE);
#endif
  setlocale (LC_NUMERIC, "C");
  bind_catalogues (dir);
}

void
toso_platform_init_fonts (void)
{
#ifdef G_OS_WIN32
  g_setenv ("PANGOCAIRO_BACKEND", "fc", FALSE);
#endif
}
