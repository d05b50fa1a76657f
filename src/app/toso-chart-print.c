/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-chart-print.h"

#include "app/toso-plan-print.h"
#include "chart/toso-chart-pages.h"

/* In points: 15 mm around; the letters are as large as they may be without
 * another page, and never smaller than nine. */
#define MARGIN   42.5
#define SMALLEST 9
#define LARGEST  13

typedef struct
{
  TosoReportChart *chart;
  GPtrArray       *pages; /* of TosoChartPage; NULL before the paper is known */
  double           width, height;
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->pages, g_ptr_array_unref);
  g_clear_pointer (&job->chart, toso_report_chart_free);
  g_free (job);
}

static GPtrArray *
split (const Job *job,
       double     text)
{
  const TosoChartKind *kind = toso_report_chart_get_kind (job->chart);

  return toso_chart_split (kind, toso_report_chart_get_chart (job->chart), toso_chart_get_font_size (kind, text), job->width, job->height);
}

static void
lay_out (Job   *job,
         double width,
         double height)
{
  job->width = MAX (width - 2 * MARGIN, 1);
  job->height = MAX (height - 2 * MARGIN, 1);
  g_clear_pointer (&job->pages, g_ptr_array_unref);
  job->pages = split (job, SMALLEST);
  for (int text = LARGEST; text > SMALLEST; text--)
    {
      g_autoptr (GPtrArray) larger = split (job, text);

      if (larger->len > job->pages->len)
        continue;
      g_ptr_array_unref (job->pages);
      job->pages = g_steal_pointer (&larger);
      return;
    }
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Job               *job)
{
  lay_out (job, gtk_print_context_get_width (context), gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) job->pages->len);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  cairo_translate (cr, MARGIN, MARGIN);
  toso_chart_draw (toso_report_chart_get_kind (job->chart), ((const TosoChartPage *) job->pages->pdata[page])->chart,
                   toso_palette_get (TOSO_PALETTE_LIGHT), cr, job->width, job->height);
}

GtkPrintOperation *
toso_chart_print_prepare (TosoSession     *session,
                          TosoReportChart *chart,
                          const char      *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  Job *job = g_new0 (Job, 1);

  job->chart = chart;
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  /* A3 is chosen in the dialog. */
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  toso_plan_print_watch (operation, session);
  g_object_set_data_full (G_OBJECT (operation), "job", job, (GDestroyNotify) job_free);

  return operation;
}

void
toso_chart_print (GtkWindow   *parent,
                  TosoSession *session,
                  const char  *kind,
                  const char  *target)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  TosoReportChart *chart;
  GError          *error = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (TOSO_IS_SESSION (session));

  chart = toso_session_make_chart (session, kind, target, &error);
  if (chart == NULL)
    {
      toso_session_take_error (session, error);
      return;
    }

  operation = toso_chart_print_prepare (session, chart, toso_report_chart_get_label (kind));
  toso_plan_print_run (operation, session, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent);
}
