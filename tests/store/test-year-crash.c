/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <stdlib.h>
#include <string.h>

/* The program is killed at any moment, as by a power cut: this program starts
 * itself as the one to be killed. */

#define WRITE  "--write"
#define CREATE "--create"

/* --- the one that is killed --- */

/* Commands without end; says how many are committed. */
static void
write_until_killed (const char *path,
                    guint32     seed)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  for (guint i = 0;; i++)
    {
      g_autofree char *heading = g_strdup_printf ("Mục số %u", i);
      g_autofree char *body = g_strnfill ((gsize) g_rand_int_range (rand, 0, 40000), 'a');

      toso_year_add_section (year, 0, 0, heading, body, NULL, &error);
      g_assert_no_error (error);
      g_print ("%u\n", i + 1);
    }
}

/* New files without end. */
static void
create_until_killed (const char *folder)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.toso", folder, i);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (TosoPlan) plan = fixture_make_plan ();
      g_autoptr (GError) error = NULL;
      g_autoptr (TosoYear) year = toso_year_create (file, plan, NULL, &error);

      g_assert_no_error (error);
      toso_year_close (year);
      g_print ("%u\n", i + 1);
    }
}

/* --- the one that looks at what is left --- */

/* Kills it when it has said @n; returns what it said last. */
static guint
run_and_kill (const char *program,
              const char *mode,
              const char *path,
              guint       seed,
              guint       n)
{
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  guint said = 0;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, mode, path, seed_text, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  while (said < n)
    {
      g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      said = (guint) strtoul (line, NULL, 10);
    }
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);

  /* What it still managed to say before. */
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);

      if (line == NULL)
        return said;
      said = MAX (said, (guint) strtoul (line, NULL, 10));
    }
}

static void
assert_sound (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = toso_year_check (file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (findings, i));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_committed_is_kept (Fixture      *fixture,
                        gconstpointer data)
{
  static const guint stops[] = { 1, 2, 5, 9, 14, 33 };
  gint64             n_before = 0;

  g_assert_finalize_object (fixture->year);
  fixture->year = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      guint said = run_and_kill (data, WRITE, g_file_peek_path (fixture->file), 20260105 + i, stops[i]);
      g_autoptr (TosoYear) year = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      gint64           n;

      assert_sound (fixture->file);
      n = query_int64 (fixture->file, "SELECT count (*) FROM section WHERE heading GLOB 'Mục số *'") - n_before;
      /* All that it said, and at most the one that it had no time to say. */
      g_assert_cmpint (n, >=, said);
      g_assert_cmpint (n, <=, said + 1);
      n_before += n;
      g_assert_cmpint (query_int64 (fixture->file, "SELECT count (*) FROM journal WHERE length (changeset) > 0"), ==, n_before + i);

      /* And work goes on. */
      year = toso_year_open (fixture->file, TOSO_YEAR_OPEN_DEFAULT, &error);
      g_assert_no_error (error);
      undone = toso_year_undo (year, &error);
      g_assert_no_error (error);
      redone = toso_year_redo (year, &error);
      g_assert_no_error (error);
      toso_year_add_section (year, 0, 0, "Sau đó", "", NULL, &error);
      g_assert_no_error (error);
    }
}

/* A year file is whole or it is not there. */
static void
test_no_half_made_file (Fixture      *fixture,
                        gconstpointer data)
{
  static const guint stops[] = { 1, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_auto (GStrv) names = NULL;
      guint n_files = 0;

      run_and_kill (data, CREATE, fixture->folder, 0, stops[i]);
      names = fixture_list_folder (fixture);
      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autoptr (GFile) file = fixture_get_child (fixture, names[j]);

          if (g_str_has_suffix (names[j], ".toso"))
            {
              assert_sound (file);
              n_files++;
            }
        }
      g_assert_cmpuint (n_files, >=, stops[i]);

      for (guint j = 0; names[j] != NULL; j++)
        {
          g_autoptr (GFile) file = fixture_get_child (fixture, names[j]);

          g_file_delete (file, NULL, NULL);
        }
    }
}

#define ADD(name, set_up, test) g_test_add ("/year-crash/" name, Fixture, argv[0], set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], WRITE))
    write_until_killed (argv[2], (guint32) strtoul (argv[3], NULL, 10));
  if (argc == 4 && g_str_equal (argv[1], CREATE))
    create_until_killed (argv[2]);

  g_test_init (&argc, &argv, NULL);

  ADD ("committed-is-kept", fixture_set_up_year, test_committed_is_kept);
  ADD ("no-half-made-file", fixture_set_up, test_no_half_made_file);

  return g_test_run ();
}
