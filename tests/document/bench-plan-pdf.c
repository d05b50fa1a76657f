/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "papers.h"

/* bench-plan-pdf SET-PAPER BARE-PANGO: whole processes, in turns, so that what
 * else the machine does meets both.  Prints ratios; fails where one is over
 * what the office was promised. */

#define RUNS        25
#define LONG_RUNS   7
#define MAX_RATIO   1.3
#define MAX_GROWTH  11.0
#define MAX_RSS_KIB (60 * 1024)

typedef struct
{
  const char *argv[5];
  GArray     *seconds; /* of double: from start to end */
  double      cpu;     /* seconds, all runs */
  long        rss;     /* KiB, the most */
} Program;

static void
run (Program *self)
{
  gint64        start = g_get_monotonic_time ();
  double        seconds;
  int           status;
  struct rusage usage;
  pid_t         pid = fork ();

  if (pid == 0)
    {
      execv (self->argv[0], (char *const *) self->argv);
      _exit (127);
    }
  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  g_array_append_val (self->seconds, seconds);
  self->cpu += (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
               (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
  self->rss = MAX (self->rss, usage.ru_maxrss);
}

static int
compare_seconds (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
get_median (Program *self)
{
  g_array_sort (self->seconds, compare_seconds);

  return g_array_index (self->seconds, double, self->seconds->len / 2);
}

static char *
write_paragraphs (const char *folder)
{
  g_autoptr (GPtrArray) paragraphs = test_read_plan_paragraphs ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "paragraphs.txt", NULL);

  g_ptr_array_add (paragraphs, NULL);
  text = g_strjoinv ("\n", (char **) paragraphs->pdata);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("toso-bench-XXXXXX", NULL);
  g_autofree char *text = write_paragraphs (folder);
  g_autofree char *pdf = g_build_filename (folder, "paper.pdf", NULL);
  Program          programs[] = {
             { { argv[1], "plan", pdf, "1" } },
             { { argv[2], text, pdf } },
             { { argv[1], "plan", pdf, "10" } },
  };
  double ratio, growth;

  g_assert (argc == 3);
  for (guint p = 0; p < G_N_ELEMENTS (programs); p++)
    programs[p].seconds = g_array_new (FALSE, FALSE, sizeof (double));
  /* Neither is always the one that comes after the other. */
  for (guint i = 0; i < RUNS; i++)
    {
      run (&programs[i % 2]);
      run (&programs[1 - i % 2]);
    }
  for (guint i = 0; i < LONG_RUNS; i++)
    run (&programs[2]);

  ratio = get_median (&programs[0]) / get_median (&programs[1]);
  growth = get_median (&programs[2]) / get_median (&programs[0]);
  g_print ("plan to PDF: %.2f times bare Pango and Cairo (%.1f ms, %.1f ms), at most %.1f\n",
           ratio, 1000 * get_median (&programs[0]), 1000 * get_median (&programs[1]), MAX_RATIO);
  g_print ("the same in processor time: %.2f times\n", programs[0].cpu / programs[1].cpu);
  g_print ("ten times the text: %.2f times the time, at most %.0f\n", growth, MAX_GROWTH);
  g_print ("memory: %.1f MiB, bare %.1f MiB, ten times the text %.1f MiB, at most %d\n",
           (double) programs[0].rss / 1024, (double) programs[1].rss / 1024, (double) programs[2].rss / 1024,
           MAX_RSS_KIB / 1024);
  for (guint p = 0; p < G_N_ELEMENTS (programs); p++)
    g_array_unref (programs[p].seconds);
  g_unlink (pdf);
  g_unlink (text);
  g_rmdir (folder);

  return ratio <= MAX_RATIO && growth <= MAX_GROWTH && programs[0].rss <= MAX_RSS_KIB ? 0 : 1;
}
