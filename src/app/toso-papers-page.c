/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

#define LIST_WIDTH 234
#define SIDE_WIDTH 318
#define KEPT_SHARE 220 /* height that is left to what is kept */

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoPapersPage, toso_papers_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

/* A list for the office has no number, and nobody signs it. */
gboolean
toso_papers_page_may_receive (TosoPapersPage *self)
{
  return self->draft != NULL && !toso_session_is_read_only (self->session) && *toso_draft_get_kept (self->draft)->symbol != '\0';
}

void
toso_papers_page_update_actions (TosoPapersPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   is_issued = self->draft != NULL && toso_draft_is_issued (self->draft);
  gboolean   may_receive = toso_papers_page_may_receive (self);

  gtk_widget_action_set_enabled (widget, "papers.print", self->rendered != NULL);
  gtk_widget_action_set_enabled (widget, "papers.issue", may_receive && !is_issued);
  gtk_widget_action_set_enabled (widget, "papers.receive", may_receive);
  gtk_widget_set_visible (self->issue_button, !is_issued);
  gtk_widget_set_visible (self->each_button, self->draft != NULL && !is_issued &&
                                               toso_report_paper_goes_to_each (toso_draft_get_kept (self->draft)->kind));
}

/* --- what is looked at --- */

static void
show (TosoPapersPage *self,
      const char     *kind,
      gint64          kept_id)
{
  toso_block_list_commit (TOSO_BLOCK_LIST (self->blocks));
  self->kind = kind;
  self->kept_id = kept_id;
  self->wants_export = FALSE;
  self->quiet = TRUE;
  if (kind != NULL)
    toso_kind_list_choose_none (TOSO_KIND_LIST (self->kept_list));
  else
    toso_kind_list_choose_none (TOSO_KIND_LIST (self->kinds));
  self->quiet = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    toso_papers_page_open_draft (self);
}

static void
kind_chosen_cb (TosoPapersPage *self,
                guint           place)
{
  if (!self->quiet)
    show (self, toso_report_list_papers ()[place], 0);
}

static void
kept_chosen_cb (TosoPapersPage *self,
                guint           place)
{
  if (!self->quiet)
    show (self, NULL, ((TosoKeptPaper *) self->kept->pdata[place])->id);
}

void
toso_papers_page_choose_kept (TosoPapersPage *self,
                              gint64          id)
{
  show (self, NULL, id);
  toso_papers_page_update_list (self);
}

/* What was kept and went by undo is again a paper made of the data. */
static void
go_to_kind (TosoPapersPage *self)
{
  const char *const *papers = toso_report_list_papers ();

  for (guint i = 0; papers[i] != NULL; i++)
    if (g_str_equal (papers[i], toso_draft_get_kept (self->draft)->kind))
      {
        toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), i);
        return;
      }
}

/* Papers are made of all the data; those that nobody looks at wait. */
static void
changed_cb (TosoPapersPage *self)
{
  GError *error = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  toso_papers_page_update_list (self);
  if (self->draft == NULL || (self->kind != NULL && !toso_period_equal (self->period, toso_session_get_period (self->session))))
    toso_papers_page_open_draft (self);
  else if (!toso_draft_reload (self->draft, &error))
    toso_session_take_error (self->session, error);
  else if (self->kind == NULL && toso_draft_get_kept (self->draft)->id == 0)
    go_to_kind (self);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoPapersPage    *self = TOSO_PAPERS_PAGE (widget);
  const char *const *papers = toso_report_list_papers ();

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  for (guint i = 0; papers[i] != NULL; i++)
    if (g_str_equal (papers[i], g_variant_get_string (parameter, NULL)))
      toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), i);
  gtk_widget_grab_focus (self->kinds);
}

static void
choose_kept_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  toso_papers_page_choose_kept (self, g_variant_get_int64 (parameter));
  gtk_widget_grab_focus (self->kept_list);
}

static void
search_changed_cb (TosoPapersPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  toso_kind_list_search (TOSO_KIND_LIST (self->kinds), text);
  toso_kind_list_search (TOSO_KIND_LIST (self->kept_list), text);
}

/* --- what stands beside the pages --- */

static void
side_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->side_button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->side_button)));
}

static void
strip_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pages_button), TRUE);
  gtk_widget_activate_action (self->view, "pdf.strip", NULL);
}

static void
tab_cb (TosoPapersPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->side_stack),
                                    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->check_button)) ? "check" : "content");
}

static void
mode_cb (TosoPapersPage *self)
{
  gboolean compares = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->compare_button));

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), compares ? "compare" : "pages");
  if (compares && self->draft != NULL)
    toso_papers_page_update_paper (self);
}

static void
page_chosen_cb (TosoPapersPage *self,
                guint           page)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pages_button), TRUE);
  toso_pdf_view_show_page (TOSO_PDF_VIEW (self->view), page);
}

/* --- page --- */

static void
toso_papers_page_export_view (TosoPage *page)
{
  toso_papers_page_export (TOSO_PAPERS_PAGE (page));
}

static void
toso_papers_page_find (TosoPage *page)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (page);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->pages_button), TRUE);
  toso_pdf_view_find (TOSO_PDF_VIEW (self->view));
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->export_view = toso_papers_page_export_view;
  iface->find = toso_papers_page_find;
}

static gboolean
toso_papers_page_grab_focus (GtkWidget *widget)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  return gtk_widget_grab_focus (self->kind != NULL ? self->kinds : self->kept_list);
}

static void
toso_papers_page_map (GtkWidget *widget)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  GTK_WIDGET_CLASS (toso_papers_page_parent_class)->map (widget);
  toso_papers_page_update_list (self);
  toso_papers_page_open_draft (self);
}

static void
toso_papers_page_dispose (GObject *object)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (object);

  toso_papers_page_stop_paper (self);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->kept, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->rendered, toso_rendered_paper_free);

  G_OBJECT_CLASS (toso_papers_page_parent_class)->dispose (object);
}

static void
toso_papers_page_class_init (TosoPapersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_papers_page_dispose;
  widget_class->grab_focus = toso_papers_page_grab_focus;
  widget_class->map = toso_papers_page_map;
  toso_papers_page_install_out (widget_class);
  gtk_widget_class_install_action (widget_class, "papers.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "papers.choose-kept", "x", choose_kept_cb);
  gtk_widget_class_install_action (widget_class, "papers.side", NULL, side_cb);
  gtk_widget_class_install_action (widget_class, "papers.strip", NULL, strip_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, pages_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, issue_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, each_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, paned);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, list_paned);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, lists);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, side);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, side_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, side_stack);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, content_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, check_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_cb);
}

static void
add_lists (TosoPapersPage *self)
{
  GtkWidget *heads[] = {
    toso_make_label (_ ("Compose"), 0, "dim note kinds-head"),
    toso_make_label (_ ("Papers of the year"), 0, "dim note kinds-head"),
  };

  self->kinds = toso_kind_list_new (_ ("Compose"));
  self->kept_list = toso_kind_list_new (_ ("Papers of the year"));
  self->no_kept = toso_make_label (_ ("Nothing is kept yet."), 0, "dim second kinds-head");
  gtk_label_set_ellipsize (GTK_LABEL (self->no_kept), PANGO_ELLIPSIZE_END);
  gtk_widget_set_vexpand (self->kinds, TRUE);
  gtk_widget_set_size_request (self->kept_list, -1, KEPT_SHARE);
  gtk_box_append (GTK_BOX (self->lists), heads[0]);
  gtk_box_append (GTK_BOX (self->lists), self->kinds);
  gtk_box_append (GTK_BOX (self->lists), heads[1]);
  gtk_box_append (GTK_BOX (self->lists), self->no_kept);
  gtk_box_append (GTK_BOX (self->lists), self->kept_list);
  gtk_widget_set_size_request (self->lists, LIST_WIDTH, -1);
}

static void
toso_papers_page_init (TosoPapersPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* GtkPaned has F8 for its own handle. */
  toso_add_early_key (GTK_WIDGET (self), "F8", "papers.side");
  toso_add_early_key (GTK_WIDGET (self), "F7", "papers.strip");
  add_lists (self);
  self->view = toso_pdf_view_new ();
  gtk_widget_set_hexpand (self->view, TRUE);
  self->compare = toso_paper_compare_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->view, "pages");
  gtk_stack_add_named (GTK_STACK (self->stack), self->compare, "compare");
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  self->people = toso_paper_people_new ();
  self->blocks = toso_block_list_new ();
  self->findings = toso_paper_findings_new ();
  gtk_widget_set_vexpand (self->blocks, TRUE);
  gtk_box_append (GTK_BOX (content), self->people);
  gtk_box_append (GTK_BOX (content), self->blocks);
  gtk_stack_add_named (GTK_STACK (self->side_stack), content, "content");
  gtk_stack_add_named (GTK_STACK (self->side_stack), self->findings, "check");
  g_signal_connect_object (self->findings, "page-chosen", G_CALLBACK (page_chosen_cb), self, G_CONNECT_SWAPPED);
  toso_papers_page_connect_blocks (self);
  toso_papers_page_connect_compare (self);
  toso_papers_page_connect_drop (self);
}

GtkWidget *
toso_papers_page_new (TosoSession *session)
{
  TosoPapersPage    *self;
  const char *const *papers = toso_report_list_papers ();

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_PAPERS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->kind = papers[0];
  for (guint i = 0; papers[i] != NULL; i++)
    toso_kind_list_append (TOSO_KIND_LIST (self->kinds), toso_report_get_paper_label (papers[i]));
  toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), 0);
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kept_list, "chosen", G_CALLBACK (kept_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  toso_papers_page_update_actions (self);

  return GTK_WIDGET (self);
}
