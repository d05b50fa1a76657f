/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

static void
show_findings (TosoPapersPage *self,
               GPtrArray      *findings,
               const char     *message)
{
  g_autofree char *text = NULL;

  toso_paper_findings_set (TOSO_PAPER_FINDINGS (self->findings), findings, message);
  if (findings != NULL && findings->len > 0)
    /* Translators: how many findings of the format checker */
    text = g_strdup_printf (_ ("Format Check (%u)"), findings->len);
  gtk_button_set_label (GTK_BUTTON (self->check_button), text != NULL ? text : _ ("Format Check"));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TosoPapersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = toso_paper_check_finish (result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  show_findings (self, findings, error != NULL ? error->message : NULL);
}

static void
show_rendered (TosoPapersPage *self)
{
  guint            n_pages = toso_document_get_n_pages (self->rendered->document);
  g_autofree char *text = g_strdup_printf (ngettext ("%u page", "%u pages", n_pages), n_pages);

  toso_pdf_view_set_document (TOSO_PDF_VIEW (self->view), self->rendered->pdf, self->rendered->document, self->session);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  toso_papers_page_update_actions (self);
  toso_paper_check_async (self->rendered->pdf, self->cancellable, checked_cb, g_object_ref (self));
}

static void
show_failure (TosoPapersPage *self,
              const GError   *error)
{
  g_clear_pointer (&self->rendered, toso_rendered_paper_free);
  toso_pdf_view_set_message (TOSO_PDF_VIEW (self->view), error->message);
  gtk_label_set_label (GTK_LABEL (self->summary), NULL);
  show_findings (self, NULL, NULL);
  toso_papers_page_update_actions (self);
}

static void
rendered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TosoPapersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoRenderedPaper) rendered = toso_paper_render_finish (result, &error);

  /* Another was asked for meanwhile, or the page is gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  if (rendered == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->rendered, toso_rendered_paper_free);
  self->rendered = g_steal_pointer (&rendered);
  show_rendered (self);
}

void
toso_papers_page_stop_paper (TosoPapersPage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

void
toso_papers_page_update_paper (TosoPapersPage *self)
{
  g_autoptr (GError) error = NULL;
  TosoPaper *paper = toso_session_make_paper (self->session, self->kind, &error);

  toso_papers_page_stop_paper (self);
  if (paper == NULL)
    {
      show_failure (self, error);
      return;
    }

  self->cancellable = g_cancellable_new ();
  toso_paper_render_async (paper, self->cancellable, rendered_cb, g_object_ref (self));
}
