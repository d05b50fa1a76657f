/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-charts-page.h"

#include <glib/gi18n.h>

#include "app/toso-chart-export.h"
#include "app/toso-chart-print.h"
#include "app/toso-chart-table-view.h"
#include "app/toso-chart-view.h"
#include "app/toso-kind-list.h"
#include "app/toso-parts.h"
#include "app/toso-slides-window.h"

#define KINDS_WIDTH 234

struct _TosoChartsPage
{
  GtkBox parent_instance;

  TosoSession *session;
  const char  *kind;
  GPtrArray   *codes; /* of the targets in the drop-down */
  gboolean     filling;

  GtkWidget *body;
  GtkWidget *chart_box;
  GtkWidget *targets; /* which one, for charts of one target */
  GtkWidget *failure;
  GtkWidget *kinds;
  GtkWidget *view;
  GtkWidget *tabled; /* whether the figures stand under the chart */
  GtkWidget *table;  /* or NULL */
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoChartsPage, toso_charts_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

static gboolean
is_one_of (const char        *kind,
           const char *const *kinds)
{
  return g_strv_contains (kinds, kind);
}

/* Charts of one target. */
static gboolean
has_target (const char *kind)
{
  static const char *const kinds[] = { "ranked", "trend", "tiles", NULL };

  return is_one_of (kind, kinds);
}

/* What a click on the chart opens. */
static const char *
get_action (const char *kind)
{
  static const char *const targets[] = { "targets", "bullet", NULL };
  static const char *const tasks[] = { "timeline", NULL };

  if (is_one_of (kind, targets))
    return "win.show-target";

  return is_one_of (kind, tasks) ? "win.show-task" : NULL;
}

static const char *
get_target (TosoChartsPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->targets));

  return has_target (self->kind) && selected < self->codes->len ? g_ptr_array_index (self->codes, selected) : NULL;
}

static void
update_chart (TosoChartsPage *self)
{
  g_autoptr (GError) error = NULL;
  TosoReportChart *chart = toso_session_make_chart (self->session, self->kind, get_target (self), &error);

  if (self->table != NULL)
    gtk_box_remove (GTK_BOX (self->chart_box), self->table);
  self->table = chart != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->tabled)) ? toso_chart_table_view_new (chart) : NULL;
  if (self->table != NULL)
    gtk_box_append (GTK_BOX (self->chart_box), self->table);
  toso_chart_view_set (TOSO_CHART_VIEW (self->view), chart, get_action (self->kind));
  gtk_label_set_label (GTK_LABEL (self->failure), chart == NULL ? error->message : NULL);
  gtk_widget_set_visible (self->failure, chart == NULL);
  gtk_widget_set_visible (self->view, chart != NULL);
}

/* The targets that have a code to be asked for by; the chosen one stays. */
static void
update_targets (TosoChartsPage *self)
{
  const TosoPlan  *plan = toso_session_get_plan (self->session);
  g_autofree char *chosen = g_strdup (get_target (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->codes, 0);
  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);

      if (target->code == NULL || *target->code == '\0')
        continue;
      if (g_strcmp0 (target->code, chosen) == 0)
        selected = self->codes->len;
      g_ptr_array_add (self->codes, g_strdup (target->code));
      gtk_string_list_append (names, target->name);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->targets), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->targets), selected);
  gtk_widget_set_visible (self->targets, has_target (self->kind) && self->codes->len > 0);
  self->filling = FALSE;
}

static void
update (TosoChartsPage *self)
{
  update_targets (self);
  update_chart (self);
}

/* Drawn when it is seen; what nobody looks at waits. */
static void
changed_cb (TosoChartsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
}

static void
target_chosen_cb (TosoChartsPage *self)
{
  if (!self->filling)
    update_chart (self);
}

static void
tabled_cb (TosoChartsPage *self)
{
  if (self->session != NULL)
    update_chart (self);
}

static void
kind_chosen_cb (TosoChartsPage *self,
                guint           place)
{
  self->kind = toso_report_list_charts ()[place];
  update (self);
}

static void
export_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoChartsPage *self = TOSO_CHARTS_PAGE (widget);

  toso_chart_export (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, self->kind, get_target (self));
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoChartsPage *self = TOSO_CHARTS_PAGE (widget);

  toso_chart_copy (widget, self->session, self->kind, get_target (self));
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TosoChartsPage *self = TOSO_CHARTS_PAGE (widget);

  toso_chart_print (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, self->kind, get_target (self));
}

static void
choose_slides_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TosoChartsPage *self = TOSO_CHARTS_PAGE (widget);
  GtkWidget      *window = toso_slides_window_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->session);

  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

/* --- page --- */

static void
toso_charts_page_export_view (TosoPage *page)
{
  export_cb (GTK_WIDGET (page), NULL, NULL);
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->export_view = toso_charts_page_export_view;
}

static gboolean
toso_charts_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_CHARTS_PAGE (widget)->kinds);
}

static void
toso_charts_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (toso_charts_page_parent_class)->map (widget);
  update (TOSO_CHARTS_PAGE (widget));
}

static void
toso_charts_page_dispose (GObject *object)
{
  TosoChartsPage *self = TOSO_CHARTS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->codes, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_charts_page_parent_class)->dispose (object);
}

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoChartsPage    *self = TOSO_CHARTS_PAGE (widget);
  const char *const *charts = toso_report_list_charts ();

  for (guint i = 0; charts[i] != NULL; i++)
    if (g_str_equal (charts[i], g_variant_get_string (parameter, NULL)))
      toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), i);
  gtk_widget_grab_focus (self->kinds);
}

static void
toso_charts_page_class_init (TosoChartsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_charts_page_dispose;
  widget_class->grab_focus = toso_charts_page_grab_focus;
  widget_class->map = toso_charts_page_map;
  gtk_widget_class_install_action (widget_class, "charts.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "charts.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "charts.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "charts.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "charts.choose-slides", NULL, choose_slides_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoChartsPage, body);
  gtk_widget_class_bind_template_child (widget_class, TosoChartsPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TosoChartsPage, targets);
  gtk_widget_class_bind_template_child (widget_class, TosoChartsPage, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoChartsPage, tabled);
  gtk_widget_class_bind_template_callback (widget_class, target_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tabled_cb);
}

static void
toso_charts_page_init (TosoChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->codes = g_ptr_array_new_with_free_func (g_free);
  toso_add_early_key (GTK_WIDGET (self), "<Control>c", "charts.copy");
  toso_add_early_key (GTK_WIDGET (self), "<Control>p", "charts.print");
  toso_name_drop_down (self->targets, _ ("Target"));
  self->kinds = toso_kind_list_new (g_dpgettext2 (NULL, "page", "Charts"));
  gtk_widget_set_size_request (self->kinds, KINDS_WIDTH, -1);
  gtk_box_prepend (GTK_BOX (self->body), self->kinds);
  self->view = toso_chart_view_new ();
  gtk_box_append (GTK_BOX (self->chart_box), self->view);
}

GtkWidget *
toso_charts_page_new (TosoSession *session)
{
  TosoChartsPage    *self;
  const char *const *charts = toso_report_list_charts ();

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_CHARTS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->kind = charts[0];
  for (guint i = 0; charts[i] != NULL; i++)
    toso_kind_list_append (TOSO_KIND_LIST (self->kinds), toso_report_chart_get_label (charts[i]));
  toso_kind_list_choose (TOSO_KIND_LIST (self->kinds), 0);
  g_signal_connect_object (self->kinds, "chosen", G_CALLBACK (kind_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
