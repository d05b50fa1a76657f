/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-home-page.h"

#include <glib/gi18n.h>

#include "app/toso-changes-panel.h"
#include "app/toso-coverage-panel.h"
#include "app/toso-parts.h"
#include "app/toso-targets-panel.h"
#include "app/toso-tasks-panel.h"

#define LEFT_WIDTH       336
#define LARGE_CHAR_WIDTH 11

struct _TosoHomePage
{
  GtkBox parent_instance;

  TosoSession *session;
  guint        idle_id; /* the lower panels are still to come */
  GtkWidget   *date_label;
  GtkWidget   *grid;
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

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoHomePage, date_label);
  gtk_widget_class_bind_template_child (widget_class, TosoHomePage, grid);
}

static void
toso_home_page_init (TosoHomePage *self)
{
  g_autofree char *date = toso_date_format_screen (toso_date_today ());

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->date_label), date);
}

/* With text twice as large the two columns do not fit a small screen. */
static gboolean
has_large_text (TosoHomePage *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int               width = pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);

  return width > LARGE_CHAR_WIDTH;
}

static void
attach (TosoHomePage *self,
        GtkWidget    *panel,
        int           column,
        int           row)
{
  gtk_widget_set_valign (panel, GTK_ALIGN_START);
  gtk_widget_set_hexpand (panel, column == 1 || has_large_text (self));
  if (has_large_text (self))
    {
      gtk_grid_attach (GTK_GRID (self->grid), panel, 0, 2 * row + column, 1, 1);
      return;
    }

  if (column == 0)
    gtk_widget_set_size_request (panel, LEFT_WIDTH, -1);
  gtk_grid_attach (GTK_GRID (self->grid), panel, column, row, 1, 1);
}

/* The lower panels come right after the first frame: figures first. */
static gboolean
add_lower_panels_cb (gpointer user_data)
{
  TosoHomePage *self = user_data;

  self->idle_id = 0;
  attach (self, toso_tasks_panel_new (self->session), 0, 1);
  attach (self, toso_changes_panel_new (self->session), 1, 1);

  return G_SOURCE_REMOVE;
}

GtkWidget *
toso_home_page_new (TosoSession *session)
{
  TosoHomePage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_HOME_PAGE, NULL);
  self->session = g_object_ref (session);
  attach (self, toso_coverage_panel_new (session), 0, 0);
  attach (self, toso_targets_panel_new (session), 1, 0);
  self->idle_id = g_idle_add_full (G_PRIORITY_LOW, add_lower_panels_cb, self, NULL);

  return GTK_WIDGET (self);
}
