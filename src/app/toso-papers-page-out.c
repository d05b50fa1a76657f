/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

#include "app/toso-file-dialog.h"
#include "app/toso-issue-window.h"
#include "app/toso-plan-print.h"
#include "app/toso-receive-window.h"

static GtkWindow *
get_window (TosoPapersPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- printing and exporting --- */

/* "Báo cáo quý Quý I/2026 - Kế hoạch …", "05-BC-UBND Kết quả hoạt động …" */
static char *
make_name (TosoPapersPage *self)
{
  const TosoKeptPaper *kept = toso_draft_get_kept (self->draft);
  const char          *title = toso_session_get_title (self->session);
  g_autofree char     *text = NULL;
  g_autofree char     *period_title = NULL;
  TosoPeriod           period;

  if (toso_draft_is_issued (self->draft))
    text = g_strdup_printf ("%02d-%s %s", kept->number, kept->symbol, kept->title);
  else if (g_str_equal (kept->kind, "plan"))
    text = g_strdup (title);
  else
    {
      if (toso_period_parse (kept->period, &period))
        period_title = toso_period_screen_title (period);
      text = g_strdup_printf ("%s%s%s - %s", toso_report_get_paper_label (kept->kind), period_title != NULL ? " " : "",
                              period_title != NULL ? period_title : "", title);
    }

  return toso_file_dialog_make_name (text, ".pdf");
}

void
toso_papers_page_export (TosoPapersPage *self)
{
  g_autofree char *name = NULL;
  g_autofree char *remark = NULL;
  GVariant        *content;

  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  self->wants_export = !self->is_fresh && self->draft != NULL;
  if (!self->is_fresh)
    return;
  name = make_name (self);
  content = g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING, self->rendered->pdf, TRUE);
  remark = self->rendered->document != NULL ? toso_document_describe_missing (self->rendered->document) : NULL;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.save-pdf", "(ss@ay)", name, remark != NULL ? remark : "", content);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  toso_papers_page_export (TOSO_PAPERS_PAGE (widget));
}

static void
export_each_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoPapersPage      *self = TOSO_PAPERS_PAGE (widget);
  const TosoKeptPaper *kept;
  g_autofree char     *paper = NULL;

  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  if (self->draft == NULL)
    return;
  kept = toso_draft_get_kept (self->draft);
  paper = g_strdup_printf ("%s/%s", kept->kind, kept->period);
  gtk_widget_activate_action (widget, "win.export-each", "s", paper);
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPapersPage  *self = TOSO_PAPERS_PAGE (widget);
  guint            page = toso_pdf_view_get_page (TOSO_PDF_VIEW (self->view));
  g_autofree char *name = NULL;

  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  if (self->rendered == NULL)
    return;
  name = make_name (self);
  if (self->rendered->document != NULL)
    toso_plan_print (self->rendered->document, self->session, get_window (self), page, name);
  else
    toso_plan_print_pdf (self->rendered->pdf, self->session, get_window (self), page, name);
}

/* --- number and day --- */

static gboolean
issue (gpointer              data,
       const TosoIssueWords *words,
       GError              **error)
{
  TosoPapersPage *self = data;
  g_autoptr (TosoDraft) draft = g_object_ref (self->draft);
  g_autofree char *sentence = NULL;

  if (!toso_draft_issue (draft, words->number, words->day, NULL, error))
    return FALSE;
  /* Translators: number and symbol of a paper */
  sentence = g_strdup_printf (_ ("The paper was issued as %02d/%s"), words->number, words->symbol);
  toso_session_say (self->session, sentence, TRUE);
  toso_papers_page_choose_kept (self, toso_draft_get_kept (draft)->id);

  return TRUE;
}

/* Who could sign today may not on the paper's day. */
static char *
remark_issue (gpointer data,
              TosoDate day)
{
  TosoPapersPage      *self = data;
  const TosoKeptPaper *kept = self->draft != NULL ? toso_draft_get_kept (self->draft) : NULL;
  g_autoptr (TosoPaperChoices) choices = NULL;

  if (kept != NULL)
    choices = toso_paper_choices_load (toso_session_get_year (self->session), kept->kind, kept->signatory_id, day, NULL);

  return choices != NULL ? toso_paper_choices_remark (choices) : NULL;
}

static void
issue_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);
  TosoIssueWords  words = { NULL };
  GError         *error = NULL;

  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  if (self->draft == NULL)
    return;
  words.title = toso_draft_get_kept (self->draft)->title;
  words.symbol = toso_draft_get_kept (self->draft)->symbol;
  words.day = toso_date_today ();
  if (!toso_draft_next_number (self->draft, words.day, &words.number, &error))
    {
      toso_session_take_error (self->session, error);
      return;
    }
  gtk_window_present (GTK_WINDOW (toso_issue_window_new (get_window (self), &words, issue, remark_issue, g_object_ref (self), g_object_unref)));
}

/* --- the signed copy --- */

typedef struct
{
  TosoPapersPage *page;
  TosoDraft      *draft;
} Receiving;

static void
receiving_free (Receiving *receiving)
{
  g_object_unref (receiving->page);
  g_object_unref (receiving->draft);
  g_free (receiving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Receiving, receiving_free)

static void
signed_checked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Receiving) receiving = user_data;
  TosoPapersPage  *self = receiving->page;
  GError          *error = NULL;
  TosoSignedCheck *check = toso_signed_check_finish (result, &error);
  GtkWidget       *window;

  if (check == NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      toso_signed_check_free (check);
      return;
    }
  window = toso_receive_window_new (get_window (self), self->session, receiving->draft, check);
  g_signal_connect_object (window, "kept", G_CALLBACK (toso_papers_page_choose_kept), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
receive (TosoPapersPage *self,
         GFile          *file)
{
  const TosoKeptPaper *kept = toso_draft_get_kept (self->draft);
  TosoProfile          profile = toso_session_get_profile (self->session);
  gboolean             is_issued = toso_draft_is_issued (self->draft);
  GError              *error = NULL;
  g_autoptr (TosoOriginal) exported = NULL;
  TosoPaper *paper = NULL;
  Receiving *receiving;

  if (is_issued)
    exported = toso_year_load_attachment (toso_session_get_year (self->session), kept->exported_id, &error);
  else
    paper = toso_draft_make_paper (self->draft, &error);
  if (error != NULL)
    {
      toso_session_take_error (self->session, error);
      return;
    }
  receiving = g_new0 (Receiving, 1);
  receiving->page = g_object_ref (self);
  receiving->draft = g_object_ref (self->draft);
  toso_signed_check_async (file, is_issued ? exported->content : NULL, paper, &profile, NULL, signed_checked_cb, receiving);
}

static void
copy_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TosoPapersPage) self = user_data;
  g_autoptr (GFile) file = toso_file_dialog_open_finish (GTK_WINDOW (source), result, NULL);

  if (file != NULL && toso_papers_page_may_receive (self))
    receive (self, file);
}

static void
receive_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  toso_file_dialog_open_async (get_window (self), _ ("Open the Signed Copy"), TOSO_FILES_PDF, NULL, copy_chosen_cb,
                               g_object_ref (self));
}

/* A file that is let fall on a paper is its signed copy. */
static gboolean
dropped_cb (TosoPapersPage *self,
            const GValue   *value)
{
  if (!toso_papers_page_may_receive (self))
    {
      toso_session_say (self->session, _ ("Choose the paper that has a number first, then drop its signed copy here."), FALSE);
      return FALSE;
    }
  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  receive (self, g_value_get_object (value));

  return TRUE;
}

void
toso_papers_page_connect_drop (TosoPapersPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
toso_papers_page_install_out (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "papers.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "papers.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "papers.export-each", NULL, export_each_cb);
  gtk_widget_class_install_action (widget_class, "papers.issue", NULL, issue_cb);
  gtk_widget_class_install_action (widget_class, "papers.receive", NULL, receive_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "papers.print", NULL);
}
