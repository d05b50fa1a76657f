/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-home-page.h"

#include <glib/gi18n.h>

#include "app/toso-agenda-panel.h"
#include "app/toso-changes-panel.h"
#include "app/toso-coverage-panel.h"
#include "app/toso-home-layout.h"
#include "app/toso-targets-panel.h"

struct _TosoHomePage
{
  GtkBox parent_instance;

  TosoSession    *session;
  guint           idle_id; /* the lower panels are still to come */
  GtkWidget      *date_label;
  TosoHomeLayout *layout;
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoHomePage, toso_home_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

static void
page_iface_init (TosoPageInterface *iface)
{
}

static void
toso_home_page_dispose (GObject *object)
{
  TosoHomePage *self = TOSO_HOME_PAGE (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_home_page_parent_class)->dispose (object);
}

static void
toso_home_page_class_init (TosoHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_home_page_dispose;

  g_type_ensure (TOSO_TYPE_HOME_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoHomePage, date_label);
  gtk_widget_class_bind_template_child (widget_class, TosoHomePage, layout);
}

static void
toso_home_page_init (TosoHomePage *self)
{
  g_autofree char *date = toso_date_format_screen (toso_date_today ());

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->date_label), date);
}

/* The lower panels come right after the first frame: figures first. */
static gboolean
add_lower_panels_cb (gpointer user_data)
{
  TosoHomePage *self = user_data;

  self->idle_id = 0;
  toso_home_layout_add (self->layout, TOSO_HOME_DUE, toso_agenda_panel_new (self->session));
  toso_home_layout_add (self->layout, TOSO_HOME_CHANGES, toso_changes_panel_new (self->session));

  return G_SOURCE_REMOVE;
}

GtkWidget *
toso_home_page_new (TosoSession *session)
{
  TosoHomePage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_HOME_PAGE, NULL);
  self->session = g_object_ref (session);
  toso_home_layout_add (self->layout, TOSO_HOME_COVERAGE, toso_coverage_panel_new (session));
  toso_home_layout_add (self->layout, TOSO_HOME_TARGETS, toso_targets_panel_new (session));
  self->idle_id = g_idle_add_full (G_PRIORITY_LOW, add_lower_panels_cb, self, NULL);

  return GTK_WIDGET (self);
}
