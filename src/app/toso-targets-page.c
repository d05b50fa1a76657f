/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-targets-page.h"

#include <glib/gi18n.h>

#include "app/toso-chart-export.h"
#include "app/toso-chart-view.h"
#include "app/toso-figure-form.h"
#include "app/toso-parts.h"
#include "app/toso-target-detail.h"
#include "app/toso-target-form.h"
#include "app/toso-target-row.h"

struct _TosoTargetsPage
{
  GtkBox parent_instance;

  TosoSession *session;
  GPtrArray   *columns;   /* of GtkSizeGroup */
  gint64       target_id; /* the one beside the list; 0: none */

  GtkWidget        *summary;
  GtkWidget        *list_button;
  GtkWidget        *chart_button;
  GtkWidget        *views;
  GtkWidget        *head;
  GtkWidget        *list;
  GtkWidget        *empty;
  GtkWidget        *chart_box;
  GtkWidget        *side;
  GtkWidget        *side_scroll;
  TosoChartView    *chart;
  TosoTargetDetail *detail;
  TosoTargetForm   *form;
  TosoFigureForm   *figure_form;
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoTargetsPage, toso_targets_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

/* --- what stands beside the list --- */

static void
show_side (TosoTargetsPage *self,
           const char      *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->side), name);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->side_scroll)), 0);
}

static void
update_actions (TosoTargetsPage *self)
{
  gboolean can_write = !toso_session_is_read_only (self->session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "targets.edit", can_write && self->target_id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "targets.remove", can_write && self->target_id != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "targets.add", can_write);
}

static void
show_target (TosoTargetsPage *self,
             gint64           target_id)
{
  self->target_id = target_id;
  update_actions (self);
  if (target_id == 0)
    {
      show_side (self, "none");
      return;
    }

  toso_target_detail_show (self->detail, target_id);
  show_side (self, "detail");
}

static GtkListBoxRow *
find_row (TosoTargetsPage *self,
          gint64           target_id)
{
  GPtrArray *results = toso_session_get_results (self->session);

  for (guint i = 0; i < results->len; i++)
    if (((const TosoTargetResult *) results->pdata[i])->target->id == target_id)
      return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

  return NULL;
}

static gint64
get_row_target (TosoTargetsPage *self,
                GtkListBoxRow   *row)
{
  GPtrArray *results;
  guint      index;

  /* The list says goodbye to its selection when the session is gone already. */
  if (row == NULL || self->session == NULL)
    return 0;

  results = toso_session_get_results (self->session);
  index = gtk_list_box_row_get_index (row);

  return index < results->len ? ((const TosoTargetResult *) results->pdata[index])->target->id : 0;
}

static void
select_target (TosoTargetsPage *self,
               gint64           target_id)
{
  GtkListBoxRow *row = find_row (self, target_id);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  show_target (self, get_row_target (self, row));
}

static void
row_selected_cb (TosoTargetsPage *self,
                 GtkListBoxRow   *row)
{
  gint64 target_id = get_row_target (self, row);

  if (target_id != 0 && target_id != self->target_id)
    show_target (self, target_id);
}

/* Enter, or a double click: to the figures. */
static void
row_activated_cb (TosoTargetsPage *self,
                  GtkListBoxRow   *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter-figure", "x", get_row_target (self, row));
}

/* --- following the session --- */

static void
update_summary (TosoTargetsPage *self)
{
  GPtrArray       *results = toso_session_get_results (self->session);
  g_autofree char *all = NULL;
  g_autofree char *behind = NULL;
  g_autofree char *text = NULL;
  guint            n_behind = 0;

  for (guint i = 0; i < results->len; i++)
    if (((const TosoTargetResult *) results->pdata[i])->progress.state == TOSO_STATE_BEHIND)
      n_behind++;

  all = g_strdup_printf (ngettext ("%u target", "%u targets", results->len), results->len);
  behind = g_strdup_printf (ngettext ("%u behind", "%u behind", n_behind), n_behind);
  text = g_strdup_printf ("%s · %s", all, behind);
  gtk_label_set_label (GTK_LABEL (self->summary), n_behind > 0 ? text : all);
}

static void
update_chart (TosoTargetsPage *self)
{
  GError          *error = NULL;
  TosoReportChart *chart = toso_session_make_chart (self->session, "targets", NULL, &error);

  if (chart == NULL)
    toso_session_take_error (self->session, error);
  toso_chart_view_set (self->chart, chart, "win.show-target");
}

static void
update (TosoTargetsPage *self)
{
  GPtrArray *results = toso_session_get_results (self->session);
  gint64     target_id = self->target_id;

  for (guint i = 0; i < results->len; i++)
    {
      const TosoTargetResult *result = results->pdata[i];
      g_autofree char        *name = toso_target_row_describe (result);

      toso_set_row (self->list, i, toso_target_row_new (result, TOSO_TARGET_ROW_CODE, self->columns), name, "");
    }
  toso_trim_rows (self->list, results->len);
  gtk_widget_set_visible (self->empty, results->len == 0);
  gtk_widget_set_visible (self->head, results->len > 0);
  update_summary (self);
  update_chart (self);

  /* Removed, or come back at another place: the row must fit what is beside. */
  if (toso_session_find_result (self->session, target_id) == NULL)
    select_target (self, 0);
  else if (get_row_target (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list))) != target_id)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), find_row (self, target_id));
  update_actions (self);
}

/* --- actions --- */

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TosoTargetsPage *self = TOSO_TARGETS_PAGE (widget);

  if (toso_session_is_read_only (self->session))
    return;
  show_side (self, "form");
  toso_target_form_start (self->form, 0);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoTargetsPage *self = TOSO_TARGETS_PAGE (widget);

  show_side (self, "form");
  toso_target_form_start (self->form, self->target_id);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TosoTargetsPage        *self = TOSO_TARGETS_PAGE (widget);
  const TosoTargetResult *result = toso_session_find_result (self->session, self->target_id);
  g_autofree char        *sentence = NULL;
  GError                 *error = NULL;

  if (result == NULL)
    return;

  /* Translators: %s is the name of a target */
  sentence = g_strdup_printf (_ ("Target removed: %s"), result->target->name);
  if (!toso_year_remove_target (toso_session_get_year (self->session), self->target_id, &error))
    toso_session_take_error (self->session, error);
  else
    toso_session_say (self->session, sentence, TRUE);
}

static void
export_chart_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TosoTargetsPage *self = TOSO_TARGETS_PAGE (widget);

  toso_chart_export (GTK_WINDOW (gtk_widget_get_root (widget)), self->session, "targets", NULL);
}

static void
view_toggled_cb (TosoTargetsPage *self)
{
  gboolean is_chart = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chart_button));

  gtk_stack_set_visible_child_name (GTK_STACK (self->views), is_chart ? "chart" : "list");
}

static void
target_done_cb (TosoTargetsPage *self,
                gint64           target_id)
{
  select_target (self, target_id != 0 ? target_id : self->target_id);
  if (find_row (self, self->target_id) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, self->target_id)));
}

static void
figure_done_cb (TosoTargetsPage *self)
{
  target_done_cb (self, 0);
}

static void
correct_cb (TosoTargetsPage       *self,
            const TosoMeasurement *measurement)
{
  show_side (self, "figure");
  toso_figure_form_start (self->figure_form, self->target_id, measurement);
}

/* --- page --- */

static void
toso_targets_page_reveal (TosoPage        *page,
                          const TosoPlace *place)
{
  TosoTargetsPage *self = TOSO_TARGETS_PAGE (page);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->list_button), TRUE);
  select_target (self, place->id);
  if (place->kind == TOSO_OBJECT_FIGURE && self->target_id != 0 && !toso_session_is_read_only (self->session))
    {
      show_side (self, "figure");
      toso_figure_form_start (self->figure_form, self->target_id, NULL);
    }
  else if (find_row (self, self->target_id) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, self->target_id)));
}

static void
toso_targets_page_export_view (TosoPage *page)
{
  export_chart_cb (GTK_WIDGET (page), NULL, NULL);
}

static void
toso_targets_page_add_item (TosoPage *page)
{
  add_cb (GTK_WIDGET (page), NULL, NULL);
}

static gboolean
toso_targets_page_grab_focus (GtkWidget *widget)
{
  TosoTargetsPage *self = TOSO_TARGETS_PAGE (widget);
  GtkListBoxRow   *row = find_row (self, self->target_id);

  if (row != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->list_button)))
    return gtk_widget_grab_focus (GTK_WIDGET (row));

  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->reveal = toso_targets_page_reveal;
  iface->export_view = toso_targets_page_export_view;
  iface->add_item = toso_targets_page_add_item;
}

/* --- object --- */

static void
toso_targets_page_dispose (GObject *object)
{
  TosoTargetsPage *self = TOSO_TARGETS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_targets_page_parent_class)->dispose (object);
}

static void
toso_targets_page_class_init (TosoTargetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_targets_page_dispose;
  widget_class->grab_focus = toso_targets_page_grab_focus;

  gtk_widget_class_install_action (widget_class, "targets.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "targets.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "targets.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "targets.export-chart", NULL, export_chart_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "targets.edit", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-targets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, chart_button);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, views);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, head);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, side);
  gtk_widget_class_bind_template_child (widget_class, TosoTargetsPage, side_scroll);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
}

static void
toso_targets_page_init (TosoTargetsPage *self)
{
  GtkWidget *columns_head;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->columns = toso_target_columns_new ();
  columns_head = toso_target_row_new_head (TOSO_TARGET_ROW_CODE, self->columns);
  gtk_widget_set_hexpand (columns_head, TRUE);
  gtk_box_append (GTK_BOX (self->head), columns_head);
  self->chart = TOSO_CHART_VIEW (toso_chart_view_new ());
  gtk_box_append (GTK_BOX (self->chart_box), GTK_WIDGET (self->chart));
}

GtkWidget *
toso_targets_page_new (TosoSession *session)
{
  TosoTargetsPage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TARGETS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->detail = TOSO_TARGET_DETAIL (toso_target_detail_new (session));
  self->form = TOSO_TARGET_FORM (toso_target_form_new (session));
  self->figure_form = TOSO_FIGURE_FORM (toso_figure_form_new (session));
  gtk_stack_add_named (GTK_STACK (self->side), GTK_WIDGET (self->detail), "detail");
  gtk_stack_add_named (GTK_STACK (self->side), GTK_WIDGET (self->form), "form");
  gtk_stack_add_named (GTK_STACK (self->side), GTK_WIDGET (self->figure_form), "figure");
  g_signal_connect_object (self->detail, "correct", G_CALLBACK (correct_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "done", G_CALLBACK (target_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->figure_form, "done", G_CALLBACK (figure_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
