/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <sys/resource.h>
#include <time.h>

#include "paper-fixture.h"
#include "report/toso-paper-kind-private.h"

/* A year report of thirty and of sixty pages, with ten charts and three
 * annexes, by turns in one process: composing it, laying it out, its PDF, and
 * the first page drawn as the preview draws it.  Prints ratios, and fails where
 * one is over what the office was promised. */

#define RUNS        9
#define SHORT_PAGES 30
#define LONG_PAGES  60
#define CHARTS      10
/* Time grows no faster than pages do, but for what every paper pays once. */
#define MAX_GROWTH  1.15
#define MAX_FIRST   150.0 /* ms, to the first page of the preview */
#define MAX_RSS_KIB (100 * 1024)
#define RESOLUTION  96.0

typedef struct
{
  guint   n_pages;
  guint   rest;          /* how often the text that has no chart is said again */
  GArray *whole, *first; /* of double, ms */
} Side;

/* The targets have one of their own. */
static void
compose_charts (const TosoPaperData *data,
                GPtrArray           *blocks)
{
  for (guint i = 0; i < CHARTS - 1; i++)
    {
      toso_part_tasks (data, blocks);
      toso_part_targets_figure (data, blocks);
    }
}

static const TosoPaperPart parts[] = {
  { 0, NULL, toso_part_opening },
  { 1, "Kết quả thực hiện", toso_part_targets },
  { 1, "Biểu đồ", compose_charts },
  { 0, NULL, NULL },
};

static TosoPaper *
compose (const TosoPaperData *data,
         guint                rest)
{
  TosoPaperKind kind = toso_kind_year;
  TosoPaper    *paper;

  kind.parts = parts;
  paper = toso_paper_kind_compose (&kind, data);
  for (guint i = 0; i < rest; i++)
    toso_part_tasks_to_come (data, paper->blocks);

  return paper;
}

static TosoDocument *
lay_out (const TosoPaperData *data,
         guint                rest)
{
  g_autoptr (TosoPaper) paper = compose (data, rest);
  g_autoptr (GError) error = NULL;
  TosoDocument *document = toso_document_new (paper, NULL, &error);

  g_assert_no_error (error);

  return document;
}

/* As much text as makes so many pages. */
static void
find_length (Side                *side,
             const TosoPaperData *data,
             guint                wanted)
{
  while (side->n_pages < wanted)
    {
      g_autoptr (TosoDocument) document = NULL;

      /* It takes more than one to fill a page. */
      side->rest += side->n_pages > 0 ? wanted - side->n_pages : 0;
      document = lay_out (data, side->rest);
      side->n_pages = toso_document_get_n_pages (document);
    }
}

static void
draw_first_page (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *opened = poppler_document_new_from_bytes (pdf, NULL, &error);
  PopplerPage     *page;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (8.27 * RESOLUTION), (int) (11.69 * RESOLUTION));
  cairo_t         *cr = cairo_create (surface);

  g_assert_no_error (error);
  page = poppler_document_get_page (opened, 0);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, RESOLUTION / 72, RESOLUTION / 72);
  poppler_page_render (page, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (page);
  g_object_unref (opened);
}

/* Of the processor: what else the computer does is not counted. */
static double
get_milliseconds (clock_t start)
{
  return 1000.0 * (double) (clock () - start) / CLOCKS_PER_SEC;
}

static void
run_once (Side                *side,
          const TosoPaperData *data)
{
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  clock_t start = clock ();
  double  whole, first;

  document = lay_out (data, side->rest);
  pdf = toso_document_to_pdf (document, NULL, &error);
  g_assert_no_error (error);
  whole = get_milliseconds (start);
  draw_first_page (pdf);
  first = get_milliseconds (start);
  g_array_append_val (side->whole, whole);
  g_array_append_val (side->first, first);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare);

  return g_array_index (times, double, times->len / 2);
}

static TosoPaperData *
load (const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoYear) year = test_make_year (directory, TRUE);
  TosoPeriod     whole = { TOSO_PERIOD_YEAR, 2026, 1 };
  TosoPaperData *data = toso_paper_data_load (year, &whole, (TosoDate){ 2026, 12, 20 }, &error);

  g_assert_no_error (error);
  toso_year_close (year);

  return data;
}

int
main (void)
{
  g_autofree char *directory = g_dir_make_tmp ("toso-bench-XXXXXX", NULL);
  g_autoptr (TosoPaperData) data = load (directory);
  Side          sides[2] = { { 0 }, { 0 } };
  struct rusage usage;
  double        growth;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      sides[i].whole = g_array_new (FALSE, FALSE, sizeof (double));
      sides[i].first = g_array_new (FALSE, FALSE, sizeof (double));
      find_length (&sides[i], data, i == 0 ? SHORT_PAGES : LONG_PAGES);
    }
  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
      run_once (&sides[(i + run) % 2], data);
  getrusage (RUSAGE_SELF, &usage);

  growth = median (sides[1].whole) / median (sides[0].whole) / ((double) sides[1].n_pages / sides[0].n_pages);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    g_print ("%u pages: %.1f ms to the PDF, %.1f ms to the first page on the screen\n",
             sides[i].n_pages, median (sides[i].whole), median (sides[i].first));
  g_print ("time by pages: %.2f, at most %.2f\n", growth, MAX_GROWTH);
  g_print ("memory: %.1f MiB, at most %d\n", (double) usage.ru_maxrss / 1024, MAX_RSS_KIB / 1024);

  return growth <= MAX_GROWTH && usage.ru_maxrss <= MAX_RSS_KIB && median (sides[1].first) <= MAX_FIRST ? 0 : 1;
}
