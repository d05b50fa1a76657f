/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("toso-cli-XXXXXX", &error);
  g_assert_no_error (error);
}

void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = fixture_path (fixture, name);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
}

static GSubprocessLauncher *
create_launcher (Fixture *fixture)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  g_subprocess_launcher_set_cwd (launcher, fixture->folder);

  return launcher;
}

static void
run_words (Fixture             *fixture,
           GSubprocessLauncher *launcher,
           GPtrArray           *words)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("the program died: %s", fixture->errors);
  fixture->status = g_subprocess_get_exit_status (process);
}

static GPtrArray *
collect_words (va_list values)
{
  GPtrArray *words = g_ptr_array_new ();
  char      *word;

  g_ptr_array_add (words, (char *) g_getenv ("TOSO_CLI"));
  do
    {
      word = va_arg (values, char *);
      g_ptr_array_add (words, word);
    }
  while (word != NULL);

  return words;
}

static void
assert_done (Fixture *fixture)
{
  g_assert_cmpstr (fixture->errors, ==, "");
  g_assert_cmpint (fixture->status, ==, 0);
}

void
fixture_run (Fixture *fixture,
             ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (fixture);
  g_autoptr (GPtrArray) words = NULL;
  va_list values;

  va_start (values, fixture);
  words = collect_words (values);
  va_end (values);
  run_words (fixture, launcher, words);
}

void
fixture_do (Fixture *fixture,
            ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (fixture);
  g_autoptr (GPtrArray) words = NULL;
  va_list values;

  va_start (values, fixture);
  words = collect_words (values);
  va_end (values);
  run_words (fixture, launcher, words);
  assert_done (fixture);
}

void
fixture_do_in (Fixture    *fixture,
               const char *language,
               ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (fixture);
  g_autoptr (GPtrArray) words = NULL;
  va_list values;

  va_start (values, language);
  words = collect_words (values);
  va_end (values);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", language, TRUE);
  run_words (fixture, launcher, words);
  assert_done (fixture);
}

#ifdef __linux__
void
fixture_run_into (Fixture    *fixture,
                  const char *path,
                  ...)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (fixture);
  g_autoptr (GPtrArray) words = NULL;
  va_list values;

  va_start (values, path);
  words = collect_words (values);
  va_end (values);
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_set_stdout_file_path (launcher, path);
  run_words (fixture, launcher, words);
}
#endif

json_t *
fixture_json (Fixture *fixture)
{
  json_error_t error;
  json_t      *json = json_loads (fixture->output, JSON_REJECT_DUPLICATES, &error);

  if (json == NULL)
    g_error ("not JSON: %s\n%s", error.text, fixture->output);

  return json;
}

void
fixture_make_year (Fixture *fixture)
{
  g_autofree char *seed = fixture_seed ();

  fixture_run (fixture, "new", "plan.toso", "--plan", seed, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "");
}

char *
fixture_path (Fixture    *fixture,
              const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

char *
fixture_seed (void)
{
  return g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
}

void
fixture_write (Fixture      *fixture,
               const char   *name,
               gconstpointer data,
               gssize        size)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, size, &error);
  g_assert_no_error (error);
}

GBytes *
fixture_read (Fixture    *fixture,
              const char *name)
{
  g_autofree char *path = fixture_path (fixture, name);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

void
fixture_assert_files (Fixture *fixture,
                      ...)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  const char *name;
  va_list     values;

  va_start (values, fixture);
  while ((name = va_arg (values, const char *)) != NULL)
    g_string_append_printf (expected, "%s ", name);
  va_end (values);

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (found, "%s ", (char *) g_ptr_array_index (names, i));

  g_assert_cmpstr (found->str, ==, expected->str);
}

void
fixture_assert_bytes (Fixture    *fixture,
                      const char *name,
                      GBytes     *expected)
{
  g_autoptr (GBytes) now = fixture_read (fixture, name);

  g_assert_true (g_bytes_equal (now, expected));
}
