/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-papers-page-private.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-plan-print.h"

#define KINDS_WIDTH 234
#define SIDE_WIDTH  318

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoPapersPage, toso_papers_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

void
toso_papers_page_update_actions (TosoPapersPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.print", self->rendered != NULL);
}

/* Papers are made of all the data; those that nobody looks at wait. */
static void
changed_cb (TosoPapersPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    toso_papers_page_update_paper (self);
}

static void
kind_chosen_cb (TosoPapersPage *self,
                guint           place)
{
  self->kind = toso_report_list_papers ()[place];
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    toso_papers_page_update_paper (self);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoPapersPage    *self = TOSO_PAPERS_PAGE (widget);
  const char *const *papers = toso_report_list_papers ();

  for (guint i = 0; papers[i] != NULL; i++)
    if (g_str_equal (papers[i], g_variant_get_string (parameter, NULL)))
      toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), i);
  gtk_widget_grab_focus (self->kinds);
}

/* --- printing and exporting --- */

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (widget);

  if (self->rendered != NULL)
    toso_plan_print (self->rendered->document, self->session, GTK_WINDOW (gtk_widget_get_root (widget)),
                     toso_pdf_view_get_page (TOSO_PDF_VIEW (self->view)), toso_report_get_paper_label (self->kind));
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.export-paper", "s", TOSO_PAPERS_PAGE (widget)->kind);
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
page_chosen_cb (TosoPapersPage *self,
                guint           page)
{
  toso_pdf_view_show_page (TOSO_PDF_VIEW (self->view), page);
}

/* --- page --- */

static void
toso_papers_page_export_view (TosoPage *page)
{
  export_cb (GTK_WIDGET (page), NULL, NULL);
}

static void
toso_papers_page_find (TosoPage *page)
{
  toso_pdf_view_find (TOSO_PDF_VIEW (TOSO_PAPERS_PAGE (page)->view));
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

  return gtk_widget_grab_focus (self->kinds);
}

static void
toso_papers_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (toso_papers_page_parent_class)->map (widget);
  toso_papers_page_update_paper (TOSO_PAPERS_PAGE (widget));
}

static void
toso_papers_page_dispose (GObject *object)
{
  TosoPapersPage *self = TOSO_PAPERS_PAGE (object);

  toso_papers_page_stop_paper (self);
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
  gtk_widget_class_install_action (widget_class, "papers.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "papers.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "papers.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "papers.side", NULL, side_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "papers.print", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-papers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, paned);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, list_paned);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, side);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, side_button);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, side_stack);
  gtk_widget_class_bind_template_child (widget_class, TosoPapersPage, check_button);
}

static void
toso_papers_page_init (TosoPapersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* GtkPaned has F8 for its own handle. */
  toso_add_early_key (GTK_WIDGET (self), "F8", "papers.side");
  self->kinds = toso_kind_list_new (g_dpgettext2 (NULL, "page", "Papers"));
  gtk_widget_set_size_request (self->kinds, KINDS_WIDTH, -1);
  gtk_paned_set_start_child (GTK_PANED (self->list_paned), self->kinds);
  self->view = toso_pdf_view_new ();
  gtk_widget_set_hexpand (self->view, TRUE);
  gtk_widget_add_css_class (self->view, "desk");
  gtk_paned_set_start_child (GTK_PANED (self->paned), self->view);
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  self->findings = toso_paper_findings_new ();
  gtk_stack_add_named (GTK_STACK (self->side_stack), self->findings, "check");
  g_signal_connect_object (self->findings, "page-chosen", G_CALLBACK (page_chosen_cb), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  toso_papers_page_update_actions (self);

  return GTK_WIDGET (self);
}
