/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

#include "document/toso-lint.h"

/* --- what is found in the paper --- */

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

/* What no font has stands first: it is not printed at all. */
static void
add_missing (TosoPapersPage *self,
             GPtrArray      *findings)
{
  g_autoptr (GArray) missing = NULL;

  if (self->rendered == NULL || self->rendered->document == NULL)
    return;
  missing = toso_document_list_missing (self->rendered->document);
  for (guint i = 0; i < missing->len; i++)
    {
      const TosoMissingGlyph *glyph = &g_array_index (missing, TosoMissingGlyph, i);
      TosoLintFinding        *finding = g_new0 (TosoLintFinding, 1);

      finding->page = glyph->page + 1;
      finding->where = g_strdup ("");
      finding->rule = "glyph";
      finding->clause = "";
      finding->found = toso_missing_glyph_to_text (glyph);
      finding->expected = g_strdup (_ ("a character that the fonts of this machine have"));
      g_ptr_array_insert (findings, (int) i, finding);
    }
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
  if (findings != NULL)
    add_missing (self, findings);
  show_findings (self, findings, error != NULL ? error->message : NULL);
}

/* --- the paper --- */

/* "Quý I/2026 · 8 trang · 2 chỗ số liệu đã thay đổi" */
static void
update_summary (TosoPapersPage *self)
{
  const TosoKeptPaper *kept = self->draft != NULL ? toso_draft_get_kept (self->draft) : NULL;
  GString             *text = g_string_new (NULL);
  guint                n_stale = kept != NULL ? toso_draft_count_stale (self->draft) : 0;
  TosoPeriod           period;

  if (kept != NULL && toso_period_parse (kept->period, &period))
    {
      g_autofree char *title = toso_period_screen_title (period);

      g_string_append (text, title);
    }
  if (self->rendered != NULL && self->rendered->document != NULL)
    {
      guint n_pages = toso_document_get_n_pages (self->rendered->document);

      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u page", "%u pages", n_pages), n_pages);
    }
  if (n_stale > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("the data has changed at %u place", "the data has changed at %u places", n_stale), n_stale);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), text->str);
  g_string_free (text, TRUE);
}

static void
show_rendered (TosoPapersPage *self)
{
  self->is_fresh = TRUE;
  toso_pdf_view_set_document (TOSO_PDF_VIEW (self->view), self->rendered->pdf, self->rendered->document,
                              self->rendered->document != NULL ? self->session : NULL);
  update_summary (self);
  toso_papers_page_update_actions (self);
  toso_paper_check_async (self->rendered->pdf, self->cancellable, checked_cb, g_object_ref (self));
  if (self->wants_export)
    toso_papers_page_export (self);
}

static void
show_failure (TosoPapersPage *self,
              const GError   *error)
{
  self->wants_export = FALSE;
  g_clear_pointer (&self->rendered, toso_rendered_paper_free);
  toso_pdf_view_set_message (TOSO_PDF_VIEW (self->view), error->message);
  update_summary (self);
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
  g_clear_handle_id (&self->make_id, g_source_remove);
  self->is_fresh = FALSE;
}

/* The page of an issued one is its PDF. */
static void
show_issued (TosoPapersPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoOriginal) pdf = toso_draft_load_pdf (self->draft, &error);

  if (pdf == NULL)
    {
      show_failure (self, error);
      return;
    }
  g_clear_pointer (&self->rendered, toso_rendered_paper_free);
  self->rendered = g_new0 (TosoRenderedPaper, 1);
  self->rendered->pdf = g_bytes_ref (pdf->content);
  show_rendered (self);
}

/* --- all of it --- */

static gboolean
make_cb (gpointer data)
{
  TosoPapersPage *self = data;
  TosoProfile     profile = toso_session_get_profile (self->session);
  g_autoptr (GError) error = NULL;
  TosoPaper *paper = toso_draft_make_paper (self->draft, &error);

  self->make_id = 0;
  if (paper == NULL)
    show_failure (self, error);
  else
    toso_paper_render_async (paper, &profile, self->cancellable, rendered_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

void
toso_papers_page_update_paper (TosoPapersPage *self)
{
  toso_papers_page_stop_paper (self);
  toso_papers_page_update_blocks (self);
  if (self->draft == NULL)
    return;
  /* A draft that was taken back and written again is kept under another id. */
  if (self->kind == NULL && toso_draft_get_kept (self->draft)->id != 0)
    self->kept_id = toso_draft_get_kept (self->draft)->id;
  self->cancellable = g_cancellable_new ();
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->compare_button)))
    toso_papers_page_update_compare (self);
  if (toso_draft_is_issued (self->draft))
    {
      show_issued (self);
      return;
    }
  /* The draft was put together just now, and is once more for the page: not both
   * in one step, which a person would notice. */
  self->make_id = g_idle_add (make_cb, self);
}

void
toso_papers_page_open_draft (TosoPapersPage *self)
{
  TosoYear  *year = toso_session_get_year (self->session);
  TosoPeriod period = toso_session_get_period (self->session);
  g_autoptr (GError) error = NULL;

  self->period = period;
  self->against = TOSO_AGAINST_DATA;
  toso_papers_page_stop_paper (self);
  show_findings (self, NULL, "");
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  if (self->kind != NULL)
    self->draft = toso_draft_open (year, self->kind, toso_report_paper_takes_period (self->kind, period) ? &period : NULL, &error);
  else
    self->draft = toso_draft_open_kept (year, self->kept_id, &error);
  if (self->draft != NULL)
    g_signal_connect_object (self->draft, "changed", G_CALLBACK (toso_papers_page_update_paper), self, G_CONNECT_SWAPPED);
  else
    show_failure (self, error);
  toso_papers_page_update_paper (self);
}
