/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "chart-gallery.h"

/* bench-chart KIND ROWS COLUMNS LIMIT: how long a picture of 1920 × 1080 takes on an
 * image surface, layout and texts included, beside filling that surface once,
 * and, where gnuplot is installed, beside its whole process for the same data.
 * LIMIT is in ms ("-": none) on a computer that fills the surface in half a
 * millisecond; a slower one has as much more.  Exit status 1 when the quickest
 * run is above it, or less than ten times as quick as gnuplot. */

#define WIDTH  1920
#define HEIGHT 1080
#define RUNS   31

#define USUAL_FILL   0.5
#define LEAST_FASTER 10.0

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* What is least disturbed by whatever else the computer does. */
static double
quickest (double *times)
{
  qsort (times, RUNS, sizeof *times, compare_times);

  return times[0];
}

/* Of the processor: what else the computer does is not counted. */
static double
measure (clock_t start)
{
  return (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
}

/* By turns, so that whatever else the computer does slows both. */
static void
run (const TestSubject *subject,
     double            *drawn,
     double            *filled)
{
  double           times[2][RUNS];
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  toso_chart_draw (subject->kind, subject->chart, toso_palette_get (TOSO_PALETTE_LIGHT), cr, WIDTH, HEIGHT);
  for (guint i = 0; i < RUNS; i++)
    {
      clock_t start = clock ();

      toso_chart_draw (subject->kind, subject->chart, toso_palette_get (TOSO_PALETTE_LIGHT), cr, WIDTH, HEIGHT);
      cairo_surface_flush (surface);
      times[0][i] = measure (start);
      start = clock ();
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_surface_flush (surface);
      times[1][i] = measure (start);
    }
  g_assert (cairo_status (cr) == CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  *drawn = quickest (times[0]);
  *filled = quickest (times[1]);
}

/* The same number of cells or bars, with values, names and a title. */
static char *
make_script (const TestSubject *subject,
             guint              n_rows,
             guint              n_columns)
{
  GString *script = g_string_new (NULL);

  g_string_printf (script, "set terminal pngcairo size %d,%d\nset output '/dev/null'\nset title 'Hộ dùng dịch vụ công trực tuyến'\n$data << EOD\n", WIDTH, HEIGHT);
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint column = 0; column < n_columns; column++)
        g_string_append_printf (script, "%u ", (row * 31 + column * 17) % 100);
      g_string_append_c (script, '\n');
    }
  g_string_append (script, "EOD\n");
  g_string_append (script, strcmp (subject->name, "heat") == 0 ? "plot $data matrix with image notitle\n" : "set style fill solid\nplot $data using 1 with boxes notitle\n");

  return g_string_free (script, FALSE);
}

static double
run_gnuplot (const char *program,
             const char *script)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = NULL;
      gint64 start = g_get_monotonic_time ();

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, program, NULL);
      if (process == NULL || !g_subprocess_communicate_utf8 (process, script, NULL, NULL, NULL, &error) || !g_subprocess_get_successful (process))
        return 0;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }

  return best;
}

int
main (int    argc,
      char **argv)
{
  if (argc != 5)
    {
      fprintf (stderr, "usage: bench-chart KIND ROWS COLUMNS LIMIT\n");
      return 2;
    }

  for (TestChart which = 0; which < TEST_N_CHARTS; which++)
    {
      guint n_rows = (guint) strtoul (argv[2], NULL, 10), n_columns = (guint) strtoul (argv[3], NULL, 10);
      g_autoptr (TestSubject) subject = test_subject_new (which, n_rows, n_columns, TEST_USUAL);
      g_autofree char *gnuplot = g_find_program_in_path ("gnuplot");
      g_autofree char *script = make_script (subject, n_rows, n_columns);
      double           drawn, filled, other;
      gboolean         slow;

      if (strcmp (subject->name, argv[1]) != 0)
        continue;
      run (subject, &drawn, &filled);
      other = gnuplot != NULL ? run_gnuplot (gnuplot, script) : 0;
      slow = (strcmp (argv[4], "-") != 0 && drawn > g_ascii_strtod (argv[4], NULL) * MAX (filled / USUAL_FILL, 1)) ||
             (other > 0 && other < LEAST_FASTER * drawn);
      printf ("%s %s × %s: %.2f ms; filling the surface %.2f ms; ratio %.1f (limit %s ms)", argv[1], argv[2], argv[3], drawn, filled, drawn / filled, argv[4]);
      if (other > 0)
        printf ("; gnuplot %.0f ms, %.0f times as long", other, other / drawn);
      printf ("%s\n", slow ? " TOO SLOW" : "");
      return slow ? 1 : 0;
    }
  fprintf (stderr, "there is no chart \"%s\"\n", argv[1]);

  return 2;
}
