/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-print.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "core/toso-error.h"

/* What is printed: pages that were typeset here, or those of a PDF. */
typedef struct
{
  TosoDocument    *document; /* or NULL */
  PopplerDocument *pdf;      /* or NULL */
} Pages;

static void
pages_free (Pages *pages)
{
  g_clear_object (&pages->document);
  g_clear_object (&pages->pdf);
  g_free (pages);
}

static guint
get_n_pages (const Pages *pages)
{
  return pages->document != NULL ? toso_document_get_n_pages (pages->document)
                                 : (guint) poppler_document_get_n_pages (pages->pdf);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                const Pages       *pages)
{
  gtk_print_operation_set_n_pages (operation, (int) get_n_pages (pages));
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       const Pages       *pages)
{
  double width, height;

  if (pages->document != NULL)
    toso_document_get_page_size (pages->document, (guint) page, &width, &height);
  else
    {
      PopplerPage *sheet = poppler_document_get_page (pages->pdf, page);

      poppler_page_get_size (sheet, &width, &height);
      g_object_unref (sheet);
    }
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              const Pages       *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (pages->document != NULL)
    toso_document_draw_page (pages->document, (guint) page, cr);
  else
    {
      PopplerPage *sheet = poppler_document_get_page (pages->pdf, page);

      poppler_page_render_for_printing (sheet, cr);
      g_object_unref (sheet);
    }
}

/* Once for a job, however it ends. */
static void
tell (GtkPrintOperation *operation,
      TosoSession       *session,
      const char        *why)
{
  GError *error;

  if (g_object_get_data (G_OBJECT (operation), "told") != NULL)
    return;
  g_object_set_data (G_OBJECT (operation), "told", GINT_TO_POINTER (TRUE));
  /* Translators: %s is what the system says of it */
  error = g_error_new (TOSO_ERROR, TOSO_ERROR_FAILED, _ ("The paper was not printed: %s. Look whether the printer is on and reachable, then print again."), why);
  toso_session_take_error (session, error);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         TosoSession            *session)
{
  g_autoptr (GError) error = NULL;

  g_object_set_data (G_OBJECT (operation), "sent", GINT_TO_POINTER (result == GTK_PRINT_OPERATION_RESULT_APPLY));
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  tell (operation, session, error != NULL ? error->message : _ ("the system gives no reason"));
}

/* The printer may vanish after the pages were handed over; a dialog that was
 * left without printing ends in the same status. */
static void
status_changed_cb (GtkPrintOperation *operation,
                   TosoSession       *session)
{
  if (g_object_get_data (G_OBJECT (operation), "sent") != NULL &&
      gtk_print_operation_get_status (operation) == GTK_PRINT_STATUS_FINISHED_ABORTED)
    tell (operation, session, gtk_print_operation_get_status_string (operation));
}

void
toso_plan_print_watch (GtkPrintOperation *operation,
                       TosoSession       *session)
{
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), session, 0);
  g_signal_connect_object (operation, "status-changed", G_CALLBACK (status_changed_cb), session, 0);
}

/* Takes @pages. */
static GtkPrintOperation *
prepare (Pages       *pages,
         TosoSession *session,
         guint        current_page,
         const char  *job_name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  /* The margins of Decree 30 are in the document, so the dialog's are not to
   * be added to them; nor does it choose the paper's size. */
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  /* Known before "begin-print", so that the dialog offers ranges and "the
   * current page". */
  gtk_print_operation_set_n_pages (operation, (int) get_n_pages (pages));
  gtk_print_operation_set_current_page (operation, (int) MIN (current_page, get_n_pages (pages) - 1));

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), pages);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb), pages);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), pages);
  toso_plan_print_watch (operation, session);
  /* The operation must outlive the asynchronous printing; it drops its
   * pages with itself. */
  g_object_set_data_full (G_OBJECT (operation), "pages", pages, (GDestroyNotify) pages_free);

  return operation;
}

GtkPrintOperation *
toso_plan_print_prepare (TosoDocument *document,
                         TosoSession  *session,
                         guint         current_page,
                         const char   *job_name)
{
  Pages *pages;

  g_return_val_if_fail (TOSO_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  pages = g_new0 (Pages, 1);
  pages->document = g_object_ref (document);

  return prepare (pages, session, current_page, job_name);
}

void
toso_plan_print_run (GtkPrintOperation      *operation,
                     TosoSession            *session,
                     GtkPrintOperationAction action,
                     GtkWindow              *parent)
{
  g_autoptr (GError) error = NULL;

  /* What fails at once is not always told by "done". */
  if (gtk_print_operation_run (operation, action, parent, &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell (operation, session, error != NULL ? error->message : _ ("the system gives no reason"));
}

void
toso_plan_print (TosoDocument *document,
                 TosoSession  *session,
                 GtkWindow    *parent,
                 guint         current_page,
                 const char   *job_name)
{
  g_autoptr (GtkPrintOperation) operation = toso_plan_print_prepare (document, session, current_page, job_name);

  toso_plan_print_run (operation, session, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent);
}

void
toso_plan_print_pdf (GBytes      *pdf,
                     TosoSession *session,
                     GtkWindow   *parent,
                     guint        current_page,
                     const char  *job_name)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GError          *error = NULL;
  PopplerDocument *document;
  Pages           *pages;

  g_return_if_fail (pdf != NULL);
  g_return_if_fail (TOSO_IS_SESSION (session));

  document = poppler_document_new_from_bytes (pdf, NULL, &error);
  if (document == NULL)
    {
      toso_session_take_error (session, error);
      return;
    }
  pages = g_new0 (Pages, 1);
  pages->pdf = document;
  operation = prepare (pages, session, current_page, job_name);
  toso_plan_print_run (operation, session, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent);
}
