/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "chart-gallery.h"

/* bench-chart KIND ROWS COLUMNS LIMIT: how long a picture of 1920 × 1080 takes on an
 * image surface, layout and texts included, beside filling that surface once.
 * Exit status 1 when the median is above LIMIT ms ("-": no limit). */

#define WIDTH  1920
#define HEIGHT 1080
#define RUNS   31

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *times)
{
  qsort (times, RUNS, sizeof *times, compare_times);

  return times[RUNS / 2];
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
  *drawn = median (times[0]);
  *filled = median (times[1]);
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
      g_autoptr (TestSubject) subject = test_subject_new (which, strtoul (argv[2], NULL, 10), strtoul (argv[3], NULL, 10), TEST_USUAL);
      double   drawn, filled;
      gboolean slow;

      if (strcmp (subject->name, argv[1]) != 0)
        continue;
      run (subject, &drawn, &filled);
      slow = strcmp (argv[4], "-") != 0 && drawn > g_ascii_strtod (argv[4], NULL);
      printf ("%s %s × %s: %.2f ms; filling the surface %.2f ms; ratio %.1f (limit %s ms)%s\n",
              argv[1], argv[2], argv[3], drawn, filled, drawn / filled, argv[4], slow ? " TOO SLOW" : "");
      return slow ? 1 : 0;
    }
  fprintf (stderr, "there is no chart \"%s\"\n", argv[1]);

  return 2;
}
