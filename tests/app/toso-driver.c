/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "toso-driver-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

#include "core/toso-platform.h"

/* No page of the window has as many stops of the Tab key. */
#define MAX_PRESSES 60
/* What every screen and answer takes for today. */
#define TODAY "2026-03-18"

/* A bus of its own, which the session bus knows. */
static GDBusConnection *
open_bus (void)
{
  g_autoptr (GDBusConnection) session = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus;
  const char      *address;

  session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                        NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);

  return bus;
}

Driver *
driver_new (void)
{
  Driver          *driver = g_new0 (Driver, 1);
  g_autofree char *seed = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  driver->folder = g_dir_make_tmp ("toso-window-XXXXXX", &error);
  g_assert_no_error (error);
  driver->year = driver_path (driver, "ngoc-lien.toso");
  driver->nodes = g_ptr_array_new_with_free_func (driver_node_free);
  driver->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  driver->bus = open_bus ();
  driver->input = driver_input_new ();
  output = driver_cli (driver, 0, "new", driver->year, "--plan", seed, NULL);

  return driver;
}

static void
remove_folder (const char *path)
{
  GDir       *folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_folder (inside);
      else
        g_remove (inside);
    }
  g_clear_pointer (&folder, g_dir_close);
  g_rmdir (path);
}

static void
stop_clipboard (Driver *driver)
{
  if (driver->clipboard == NULL)
    return;
  g_subprocess_force_exit (driver->clipboard);
  g_subprocess_wait (driver->clipboard, NULL, NULL);
  g_clear_object (&driver->clipboard);
}

void
driver_free (Driver *driver)
{
  g_assert_null (driver->process);
  stop_clipboard (driver);
  remove_folder (driver->folder);
  driver_input_free (driver->input);
  g_ptr_array_unref (driver->nodes);
  g_hash_table_unref (driver->roles);
  g_object_unref (driver->bus);
  g_free (driver->folder);
  g_free (driver->year);
  g_free (driver->errors);
  g_free (driver);
}

const char *
driver_get_year (Driver *driver)
{
  return driver->year;
}

char *
driver_path (Driver     *driver,
             const char *name)
{
  return g_build_filename (driver->folder, name, NULL);
}

const char *
driver_text_of (Driver     *driver,
                const char *msgid)
{
  const char *bar = strchr (msgid, '\004');

  return bar == NULL ? g_dgettext (GETTEXT_PACKAGE, msgid)
                     : g_dpgettext (GETTEXT_PACKAGE, msgid, bar - msgid + 1);
}

char *
driver_label_of (Driver     *driver,
                 const char *msgid)
{
  g_auto (GStrv) parts = g_strsplit (driver_text_of (driver, msgid), "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return g_strconcat ("*", plain, NULL);
}

char *
driver_fill (Driver     *driver,
             const char *msgid,
             const char *first,
             const char *second)
{
  g_auto (GStrv) parts = g_strsplit (driver_text_of (driver, msgid), "%s", -1);

  g_assert_cmpuint (g_strv_length (parts), ==, second != NULL ? 3 : 2);

  return g_strconcat (parts[0], first, parts[1], second, second != NULL ? parts[2] : NULL, NULL);
}

/* --- failing --- */

void
driver_fail (Driver     *driver,
             const char *format,
             ...)
{
  g_autofree char *said = NULL;
  g_autofree char *complaints = NULL;
  g_autofree char *name = NULL;
  g_autofree char *picture = NULL;
  const char      *where = g_getenv ("TOSO_PICTURES");
  va_list          values;

  va_start (values, format);
  said = g_strdup_vprintf (format, values);
  va_end (values);

  name = g_strdelimit (g_strdup_printf ("failed%s.png", g_test_get_path ()), "/", '-');
  picture = g_build_filename (where != NULL ? where : g_get_tmp_dir (), name, NULL);
  driver_input_shoot (driver->input, picture);
  driver_print_tree (driver);
  if (driver->errors != NULL && g_file_get_contents (driver->errors, &complaints, NULL, NULL))
    g_test_message ("the program said: %s", complaints);

  g_error ("%s", said);
}

/* --- starting and stopping --- */

static guint
get_process_id (Driver     *driver,
                const char *name)
{
  g_autoptr (GVariant) answer = NULL;
  guint process_id = 0;

  answer = g_dbus_connection_call_sync (driver->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                        "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                        g_variant_new ("(s)", name), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (answer != NULL)
    g_variant_get (answer, "(u)", &process_id);

  return process_id;
}

/* The registry lists the programs that have said that they are there. */
static char *
find_program (Driver *driver,
              guint   process_id)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) programs = NULL;

  answer = g_dbus_connection_call_sync (driver->bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root",
                                        "org.a11y.atspi.Accessible", "GetChildren", NULL, NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  programs = answer != NULL ? g_variant_get_child_value (answer, 0) : NULL;
  for (gsize i = 0; programs != NULL && i < g_variant_n_children (programs); i++)
    {
      const char *name;

      g_variant_get_child (programs, i, "(&s&o)", &name, NULL);
      if (get_process_id (driver, name) == process_id)
        return g_strdup (name);
    }

  return NULL;
}

static GSubprocessLauncher *
make_launcher (Driver     *driver,
               const char *language)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autofree char     *config = driver_path (driver, "config");
  g_autofree char     *log = g_strdup_printf ("errors-%u.txt", driver->n_starts++);

  g_free (driver->errors);
  driver->errors = driver_path (driver, log);
  g_subprocess_launcher_set_stderr_file_path (launcher, driver->errors);
  g_subprocess_launcher_set_cwd (launcher, driver->folder);
  g_subprocess_launcher_setenv (launcher, "HOME", driver->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", config, TRUE);
  /* Kept from one start to the next, unlike "memory". */
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "keyfile", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_A11Y", "atspi", TRUE);
  g_subprocess_launcher_unsetenv (launcher, "GDK_DEBUG");
  g_subprocess_launcher_setenv (launcher, "GDK_BACKEND", "x11", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", "cairo", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
  g_subprocess_launcher_setenv (launcher, "G_DEBUG", "fatal-warnings", TRUE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  g_subprocess_launcher_setenv (launcher, "TOSO_TODAY", TODAY, TRUE);

  return launcher;
}

void
driver_start (Driver     *driver,
              const char *language,
              const char *file)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (driver, language);
  g_autoptr (GError) error = NULL;
  const char *words[] = { g_getenv ("TOSO_PROGRAM"), file, NULL };
  gint64      start = g_get_monotonic_time ();
  guint       process_id;

  g_assert_null (driver->process);
  driver->process = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  process_id = atoi (g_subprocess_get_identifier (driver->process));
  while ((driver->name = find_program (driver, process_id)) == NULL)
    if (driver_is_over (start))
      driver_fail (driver, "no window came");
  driver_find (driver, ATSPI_ROLE_FRAME, "*");
  driver->n_actions = 0;
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  gboolean *ended = data;

  *ended = g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
}

static void
assert_nothing_beside (Driver *driver)
{
  GDir       *folder = g_dir_open (driver->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_suffix (name, "-wal") || g_str_has_suffix (name, "-shm") || g_str_has_suffix (name, "-journal"))
      driver_fail (driver, "left beside the year file: %s", name);
  g_dir_close (folder);
}

static void
forget_program (Driver *driver)
{
  g_ptr_array_set_size (driver->nodes, 0);
  g_hash_table_remove_all (driver->roles);
  g_clear_pointer (&driver->name, g_free);
  g_clear_object (&driver->process);
}

void
driver_join (Driver *driver)
{
  g_autofree char *complaints = NULL;
  gint64           start = g_get_monotonic_time ();
  gboolean         ended = FALSE;

  g_subprocess_wait_async (driver->process, NULL, ended_cb, &ended);
  while (!ended)
    if (driver_is_over (start))
      driver_fail (driver, "the program does not end");
  g_file_get_contents (driver->errors, &complaints, NULL, NULL);
  g_assert_cmpstr (complaints, ==, "");
  g_assert_true (g_subprocess_get_if_exited (driver->process));
  g_assert_cmpint (g_subprocess_get_exit_status (driver->process), ==, 0);
  forget_program (driver);
  assert_nothing_beside (driver);
}

void
driver_kill (Driver *driver)
{
  gint64   start = g_get_monotonic_time ();
  gboolean ended = FALSE;

  g_subprocess_force_exit (driver->process);
  g_subprocess_wait_async (driver->process, NULL, ended_cb, &ended);
  while (!ended)
    if (driver_is_over (start))
      driver_fail (driver, "the program does not die");
  forget_program (driver);
}

void
driver_copy (Driver     *driver,
             const char *mime_type,
             const char *content)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = driver_path (driver, "copied");
  const char      *words[] = { g_getenv ("TOSO_CLIPBOARD"), mime_type, path, NULL };
  char             said[8] = { 0 };

  stop_clipboard (driver);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
  g_subprocess_launcher_setenv (launcher, "GDK_BACKEND", "x11", TRUE);
  g_subprocess_launcher_setenv (launcher, "GTK_A11Y", "none", TRUE);
  driver->clipboard = g_subprocess_launcher_spawnv (launcher, words, &error);
  g_assert_no_error (error);
  g_input_stream_read_all (g_subprocess_get_stdout_pipe (driver->clipboard), said, 6, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "ready\n");
}

void
driver_stop (Driver *driver)
{
  driver_input_press (driver->input, "ctrl+q");
  driver_join (driver);
}

void
driver_start_on_year (Driver *driver)
{
  driver_start (driver, "vi", driver->year);
  driver_see (driver, "0/41");
}

/* --- acting --- */

void
driver_press (Driver     *driver,
              const char *keys)
{
  driver_input_press (driver->input, keys);
  driver->n_actions++;
}

void
driver_press_access (Driver     *driver,
                     const char *msgid)
{
  const char      *mark = strchr (driver_text_of (driver, msgid), '_');
  g_autofree char *letter = NULL;
  g_autofree char *keys = NULL;

  g_assert_nonnull (mark);
  g_assert_true (g_ascii_isalnum (mark[1]));
  letter = g_ascii_strdown (mark + 1, 1);
  keys = g_strconcat ("alt+", letter, NULL);
  driver_press (driver, keys);
}

void
driver_type (Driver     *driver,
             const char *text)
{
  driver_input_type (driver->input, text);
}

void
driver_click (Driver     *driver,
              DriverNode *node)
{
  int x, y;

  driver_get_middle (driver, node, &x, &y);
  driver_input_click (driver->input, x, y);
  driver->n_actions++;
}

void
driver_press_until (Driver     *driver,
                    const char *keys,
                    AtspiRole   role,
                    const char *name)
{
  DriverNode *now = driver_peek_focus (driver, ATSPI_ROLE_INVALID, NULL);

  for (guint i = 0; i < MAX_PRESSES; i++)
    {
      DriverNode *before = now;
      gint64      start = g_get_monotonic_time ();

      if (now != NULL && (role == ATSPI_ROLE_INVALID || now->role == role) && g_pattern_match_simple (name, now->name))
        return;
      driver_press (driver, keys);
      do
        now = driver_peek_focus (driver, ATSPI_ROLE_INVALID, NULL);
      while ((now == NULL || (before != NULL && g_str_equal (now->path, before->path))) && !driver_is_over (start));
      if (now == NULL || (before != NULL && g_str_equal (now->path, before->path)))
        driver_fail (driver, "%s goes nowhere from \"%s\"", keys, before != NULL ? before->name : "");
    }

  driver_fail (driver, "%s does not come to \"%s\"", keys, name);
}

guint
driver_count_actions (Driver *driver)
{
  return driver->n_actions;
}

void
driver_forget_actions (Driver *driver)
{
  driver->n_actions = 0;
}

/* --- the command line --- */

char *
driver_cli (Driver *driver,
            int     status,
            ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *complaints = NULL;
  char            *output = NULL;
  char            *word;
  va_list          values;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "TOSO_TODAY", TODAY, TRUE);
  g_ptr_array_add (words, (char *) g_getenv ("TOSO_CLI"));
  va_start (values, status);
  do
    g_ptr_array_add (words, word = va_arg (values, char *));
  while (word != NULL);
  va_end (values);

  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, &complaints, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process) || g_subprocess_get_exit_status (process) != status)
    driver_fail (driver, "toso-cli %s: %s", (char *) words->pdata[1], complaints);

  return output;
}

json_t *
driver_cli_json (Driver     *driver,
                 const char *command)
{
  g_autofree char *output = driver_cli (driver, 0, command, driver->year, "--json", NULL);
  json_error_t     error;
  json_t          *json = json_loads (output, JSON_REJECT_DUPLICATES, &error);

  if (json == NULL)
    driver_fail (driver, "not JSON: %s\n%s", error.text, output);

  return json;
}

/* --- a test program --- */

typedef struct
{
  Driver *driver;
} Fixture;

typedef struct
{
  void (*begin) (Driver *driver);
  const DriverTest *test;
} Case;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const Case *given = data;

  fixture->driver = driver_new ();
  if (given->begin != NULL)
    given->begin (fixture->driver);
}

static void
run (Fixture      *fixture,
     gconstpointer data)
{
  const Case *given = data;

  given->test->run (fixture->driver);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->driver->process != NULL)
    driver_stop (fixture->driver);
  driver_free (fixture->driver);
}

int
driver_run_tests (int    argc,
                  char **argv,
                  void (*begin) (Driver *driver),
                  const DriverTest *tests,
                  gsize             n_tests)
{
  g_autofree Case *cases = g_new0 (Case, n_tests);

  g_test_init (&argc, &argv, NULL);
  toso_platform_init_language ();
  for (gsize i = 0; i < n_tests; i++)
    {
      cases[i].begin = begin;
      cases[i].test = &tests[i];
      g_test_add (tests[i].path, Fixture, &cases[i], set_up, run, tear_down);
    }

  return g_test_run ();
}
