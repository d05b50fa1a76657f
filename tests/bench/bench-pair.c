/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <glib/gstdio.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs two programs by turns, so that whatever else the computer does slows
 * both, and prints how their whole processes compare:
 *
 *   bench-pair LABEL LIMIT RUNS PROGRAM ARGUMENT... -- BARE ARGUMENT...
 *
 * In an argument "{out}" becomes a file to write, which is removed after the
 * run, "{year}" a year file of the commune's real plan, "{text}" that plan's
 * text, a paragraph a line, and "{folder}" where all these are.  "--says" in
 * place of "--": the bare program says on its standard output how many
 * milliseconds it took, since what it is compared by is only a part of it.  Exit
 * status 1 when the ratio is above LIMIT ("-": no limit), 2 when a program
 * fails.  Where the bare program, or what it needs (its exit status 3), is not
 * installed, that is said and nothing is measured. */

#define NOT_INSTALLED 3

extern char **environ;

typedef struct
{
  GArray  *times;  /* of double, ms */
  glong    memory; /* most that a run had, KB */
  gboolean says;   /* its own time */
} Side;

/* The files that arguments may name. */
typedef struct
{
  char *folder, *out, *year, *text, *said;
} Places;

static void
say_not_installed (const char *program)
{
  printf ("%s is not installed: nothing measured\n", program);
  exit (0);
}

static double
run_words (char      **words,
           const char *output,
           glong      *memory)
{
  gint64                     start = g_get_monotonic_time ();
  posix_spawn_file_actions_t actions;
  struct rusage              usage;
  pid_t                      child;
  int                        status;

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0600);
  if (posix_spawnp (&child, words[0], &actions, NULL, words, environ) != 0 ||
      wait4 (child, &status, 0, &usage) != child ||
      !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    {
      if (WIFEXITED (status) && WEXITSTATUS (status) == NOT_INSTALLED)
        say_not_installed (words[1]);
      fprintf (stderr, "%s failed\n", words[0]);
      exit (2);
    }
  posix_spawn_file_actions_destroy (&actions);
  *memory = MAX (*memory, usage.ru_maxrss);

  return (double) (g_get_monotonic_time () - start) / 1000;
}

static GStrv
fill_in (char        **words,
         guint         n,
         const Places *places)
{
  GStrv filled = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GString *word = g_string_new (words[i]);

      g_string_replace (word, "{out}", places->out, 0);
      g_string_replace (word, "{year}", places->year, 0);
      g_string_replace (word, "{text}", places->text, 0);
      g_string_replace (word, "{folder}", places->folder, 0);
      filled[i] = g_string_free (word, FALSE);
    }

  return filled;
}

static double
read_time (const char *path)
{
  g_autofree char *said = NULL;

  if (!g_file_get_contents (path, &said, NULL, NULL))
    exit (2);

  return g_ascii_strtod (said, NULL);
}

static void
run_once (Side         *side,
          char        **words,
          guint         n,
          const Places *places)
{
  g_auto (GStrv) line = fill_in (words, n, places);
  double time = run_words (line, side->says ? places->said : "/dev/null", &side->memory);

  if (side->says)
    time = read_time (places->said);
  g_array_append_val (side->times, time);
  g_remove (places->out);
}

static void
make_places (Places *places)
{
  g_autofree char *seed = g_build_filename (g_getenv ("TOSO_SOURCE_DIR"), "data", "plans", "ngoc-lien-2026.txt", NULL);
  char            *cli = (char *) g_getenv ("TOSO_CLI");
  glong            memory = 0;

  places->folder = g_dir_make_tmp ("toso-bench-XXXXXX", NULL);
  places->out = g_build_filename (places->folder, "out.pdf", NULL);
  places->year = g_build_filename (places->folder, "plan.toso", NULL);
  places->said = g_build_filename (places->folder, "said", NULL);
  places->text = g_build_filename (places->folder, "plan.txt", NULL);
  run_words ((char *[]){ cli, (char *) "new", places->year, (char *) "--plan", seed, NULL }, "/dev/null", &memory);
  run_words ((char *[]){ cli, (char *) "plan", (char *) "text", places->year, NULL }, places->text, &memory);
}

/* A program may have left a folder of its own settings. */
static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
remove_places (Places *places)
{
  remove_all (places->folder);
  g_free (places->said);
  g_free (places->folder);
  g_free (places->out);
  g_free (places->year);
  g_free (places->text);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (Side *side)
{
  g_array_sort (side->times, compare_times);

  return g_array_index (side->times, double, side->times->len / 2);
}

/* The first run of each fills the caches and is not counted. */
static void
run_by_turns (Side  *ours,
              Side  *bare,
              char **words,
              guint  n_ours,
              guint  n_bare,
              guint  runs)
{
  Places places;

  make_places (&places);
  for (guint run = 0; run <= runs; run++)
    {
      run_once (ours, words, n_ours, &places);
      run_once (bare, words + n_ours + 1, n_bare, &places);
      if (run == 0)
        {
          g_array_set_size (ours->times, 0);
          g_array_set_size (bare->times, 0);
        }
    }
  remove_places (&places);
}

int
main (int    argc,
      char **argv)
{
  Side             ours = { g_array_new (FALSE, FALSE, sizeof (double)), 0, FALSE };
  Side             bare = { g_array_new (FALSE, FALSE, sizeof (double)), 0, FALSE };
  guint            split = 4, n = (guint) argc;
  double           ratio;
  gboolean         slow;
  g_autofree char *peer = NULL;

  while (split < n && strcmp (argv[split], "--") != 0 && strcmp (argv[split], "--says") != 0)
    split++;
  if (split + 1 >= n)
    {
      fprintf (stderr, "usage: bench-pair LABEL LIMIT RUNS PROGRAM ARGUMENT... -- BARE ARGUMENT...\n");
      return 2;
    }

  bare.says = strcmp (argv[split], "--says") == 0;
  peer = g_find_program_in_path (argv[split + 1]);
  if (peer == NULL)
    say_not_installed (argv[split + 1]);
  run_by_turns (&ours, &bare, argv + 4, split - 4, n - split - 1, (guint) g_ascii_strtoull (argv[3], NULL, 10));
  ratio = median (&ours) / median (&bare);
  slow = strcmp (argv[2], "-") != 0 && ratio > g_ascii_strtod (argv[2], NULL);
  printf ("%s: %.1f ms, %ld KB; bare %.1f ms, %ld KB; ratio %.3f (limit %s)%s\n",
          argv[1], median (&ours), ours.memory, median (&bare), bare.memory, ratio, argv[2],
          slow ? " TOO SLOW" : "");
  g_array_unref (ours.times);
  g_array_unref (bare.times);

  return slow ? 1 : 0;
}
