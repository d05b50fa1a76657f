/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <time.h>

#include "app/toso-page.h"
#include "app/toso-papers-page.h"
#include "app/toso-pdf-desk.h"
#include "app/toso-pdf-view.h"
#include "app/toso-settings.h"
#include "core/toso-platform.h"

/* paper-steps FILE KIND: opens the paper of that kind on its page, scrolls
 * through it and searches in it, and says how long the main loop was away at
 * most: milliseconds of the processor, so that what else the machine does does
 * not count.  Exit status 1 when a step was longer than a person notices, or
 * the first page came too late. */

extern void toso_app_register_resource (void);

#define LONGEST_STEP_MS 50.0
#define FIRST_PAGE_MS   150.0
#define PATIENCE_MS     60000

typedef struct
{
  double since; /* when poll came back last */
  double longest;
} Steps;

/* A poll function has no data of its own. */
static Steps *
get_steps (void)
{
  static Steps steps;

  return &steps;
}

static double
get_cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int
poll_and_measure (GPollFD *fds,
                  guint    n_fds,
                  int      timeout)
{
  Steps *steps = get_steps ();
  double now = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  int    n;

  if (steps->since > 0)
    steps->longest = MAX (steps->longest, now - steps->since);
  n = g_poll (fds, n_fds, timeout);
  steps->since = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);

  return n;
}

static gboolean
too_late_cb (gpointer data)
{
  g_error ("it did not happen");
  return G_SOURCE_REMOVE;
}

static GtkWidget *
find (GtkWidget *inside,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (inside, type))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
settle (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }
}

static gboolean
say (const char *what,
     double      limit)
{
  double longest = get_steps ()->longest;

  g_print ("%-24s %7.1f ms (at most %.0f)\n", what, longest, limit);
  get_steps ()->longest = 0;

  return longest <= limit;
}

/* The last one: that of the small pages stands before it. */
static TosoPdfDesk *
find_desk (GtkWidget *inside)
{
  TosoPdfDesk *desk = TOSO_IS_PDF_DESK (inside) ? TOSO_PDF_DESK (inside) : NULL;

  for (GtkWidget *child = gtk_widget_get_last_child (inside); child != NULL && desk == NULL; child = gtk_widget_get_prev_sibling (child))
    desk = find_desk (child);

  return desk;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TosoYear) year = NULL;
  g_autoptr (TosoSession) session = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window, *page, *view, *entry;
  gboolean   is_fine = TRUE;
  double     start, shown;
  guint      n_pages;

  toso_platform_init_language ();
  toso_platform_init_fonts ();
  gtk_init ();
  toso_app_register_resource ();
  g_assert_cmpint (argc, ==, 3);
  file = g_file_new_for_commandline_arg (argv[1]);
  year = toso_year_open (file, TOSO_YEAR_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  session = toso_session_new (year, &error);
  g_assert_no_error (error);
  g_timeout_add (PATIENCE_MS, too_late_cb, NULL);

  window = gtk_window_new ();
  page = toso_papers_page_new (session);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 700);
  gtk_window_present (GTK_WINDOW (window));
  view = find (page, TOSO_TYPE_PDF_VIEW);
  settle (1500);

  g_main_context_set_poll_func (NULL, poll_and_measure);
  start = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID);
  gtk_widget_activate_action (page, "papers.choose", "s", argv[2]);
  get_steps ()->longest = get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) - start;
  while (toso_pdf_desk_count_pictures (find_desk (view)) > 0)
    g_main_context_iteration (NULL, TRUE);
  shown = get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
  while (toso_pdf_desk_count_pictures (find_desk (view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  shown = get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - shown;
  settle (3000);
  n_pages = toso_pdf_view_get_n_pages (TOSO_PDF_VIEW (view));
  g_assert_cmpuint (toso_pdf_desk_count_pictures (find_desk (view)), >, 0);
  g_print ("%u pages\n%-24s %7.1f ms (at most %.0f)\n", n_pages, "first page", shown, FIRST_PAGE_MS);
  is_fine = shown <= FIRST_PAGE_MS;
  is_fine = say ("opening", LONGEST_STEP_MS) && is_fine;

  for (guint i = 1; i < n_pages; i++)
    {
      gtk_widget_activate_action (view, "pdf.next", NULL);
      settle (20);
    }
  is_fine = say ("scrolling", LONGEST_STEP_MS) && is_fine;

  toso_page_find (TOSO_PAGE (page));
  entry = find (view, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "thon");
  settle (3000);
  is_fine = say ("searching", LONGEST_STEP_MS) && is_fine;
  gtk_widget_activate_action (view, "pdf.strip", NULL);
  settle (1000);
  is_fine = say ("small pages", LONGEST_STEP_MS) && is_fine;
  gtk_window_destroy (GTK_WINDOW (window));

  return is_fine ? 0 : 1;
}
