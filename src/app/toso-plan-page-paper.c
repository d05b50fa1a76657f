/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-plan-print.h"

/* Long enough not to typeset between two commands of one person, short enough
 * to look immediate. */
#define DELAY_MS 200

static void typeset (TosoPlanPage *self);

/* Everything the paper says; when this is the same, so are the pages. */
static char *
get_content (TosoPlanPage *self)
{
  const TosoPlan  *plan = toso_session_get_plan (self->session);
  g_autofree char *text = toso_plan_to_text (plan);
  const char      *mark = toso_report_get_mark (toso_session_get_year (self->session));
  TosoProfile      profile = toso_session_get_profile (self->session);
  g_autofree char *measures = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) &profile, sizeof profile);

  return g_strjoin ("\f", text, measures, plan->commune.name, plan->commune.kind, plan->commune.agency,
                    plan->commune.province, mark, NULL);
}

static void
typeset_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TosoPlanPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TosoPlanPreview) preview = toso_plan_preview_make_finish (result, &error);
  g_autofree char *content = NULL;

  self->typesetting = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  content = get_content (self);
  if (g_strcmp0 (content, self->typeset) != 0)
    {
      typeset (self);
      return;
    }
  if (preview == NULL)
    {
      toso_pdf_view_set_message (TOSO_PDF_VIEW (self->paper), error->message);
      return;
    }
  toso_plan_preview_free (self->preview);
  self->preview = g_steal_pointer (&preview);
  toso_pdf_view_set_document (TOSO_PDF_VIEW (self->paper), self->preview->pdf, self->preview->document, self->session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.print", TRUE);
  toso_plan_page_follow (self);
}

static void
typeset (TosoPlanPage *self)
{
  TosoProfile profile = toso_session_get_profile (self->session);
  g_autoptr (GError) error = NULL;
  TosoPaper *paper;

  if (self->typesetting)
    return;
  paper = toso_session_make_paper (self->session, "plan", &error);
  if (paper == NULL)
    {
      toso_pdf_view_set_message (TOSO_PDF_VIEW (self->paper), error->message);
      return;
    }
  self->typesetting = TRUE;
  g_free (self->typeset);
  self->typeset = get_content (self);
  toso_plan_preview_make_async (toso_session_get_plan (self->session), paper, &profile, self->cancellable, typeset_cb,
                                g_object_ref (self));
}

static gboolean
delay_cb (gpointer user_data)
{
  TosoPlanPage *self = user_data;

  self->typeset_id = 0;
  typeset (self);
  return G_SOURCE_REMOVE;
}

void
toso_plan_page_update_paper (TosoPlanPage *self)
{
  g_autofree char *content = get_content (self);

  if (g_strcmp0 (content, self->typeset) == 0)
    return;
  g_clear_handle_id (&self->typeset_id, g_source_remove);
  /* The first time there is nothing to wait for. */
  if (self->typeset == NULL)
    typeset (self);
  else
    self->typeset_id = g_timeout_add (DELAY_MS, delay_cb, self);
}

/* The page on which what is selected stands. */
void
toso_plan_page_follow (TosoPlanPage *self)
{
  guint position = toso_plan_text_get_selected (TOSO_PLAN_TEXT (self->text));

  if (self->preview != NULL && position != GTK_INVALID_LIST_POSITION)
    toso_pdf_view_show_page (TOSO_PDF_VIEW (self->paper), toso_plan_preview_get_page (self->preview, position));
}

void
toso_plan_page_stop_paper (TosoPlanPage *self)
{
  g_clear_handle_id (&self->typeset_id, g_source_remove);
  g_clear_pointer (&self->preview, toso_plan_preview_free);
  g_clear_pointer (&self->typeset, g_free);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TosoPlanPage) self = user_data;
  GError *error = NULL;
  g_autoptr (TosoPlanPreview) preview = toso_plan_preview_make_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_error (&error);
  else if (preview == NULL)
    toso_session_take_error (self->session, error);
  else
    toso_plan_print (preview->document, self->session, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                     toso_pdf_view_get_page (TOSO_PDF_VIEW (self->paper)), toso_session_get_title (self->session));
}

/* What is printed is the plan as it is now, even when the preview is a moment
 * behind. */
static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (widget);
  TosoProfile   profile = toso_session_get_profile (self->session);
  GError       *error = NULL;
  TosoPaper    *paper = toso_session_make_paper (self->session, "plan", &error);

  if (paper == NULL)
    toso_session_take_error (self->session, error);
  else
    toso_plan_preview_make_async (toso_session_get_plan (self->session), paper, &profile, self->cancellable, printed_cb,
                                  g_object_ref (self));
}

static void
paper_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPlanPage *self = TOSO_PLAN_PAGE (widget);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->paper_button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->paper_button)));
}

void
toso_plan_page_install_paper (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "plan.paper", NULL, paper_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "plan.print", NULL);
}
