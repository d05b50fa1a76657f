/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-tasks-page.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-task-row.h"
#include "app/toso-task-words.h"
#include "report/toso-report.h"

struct _TosoTasksPage
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *summary;
  GtkWidget   *list;
  GtkWidget   *empty;
};

static void page_iface_init (TosoPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TosoTasksPage, toso_tasks_page, GTK_TYPE_BOX, G_IMPLEMENT_INTERFACE (TOSO_TYPE_PAGE, page_iface_init))

static void
set_task (TosoTasksPage  *self,
          int             index,
          const TosoTask *task)
{
  GtkListBoxRow   *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  GtkWidget       *child = row != NULL ? gtk_list_box_row_get_child (row) : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s, %s", task->code, task->title, toso_report_task_state_text (task->state));
  g_autofree char *action = NULL;

  if (task->section != NULL)
    action = g_strdup_printf ("win.show-section(int64 %" G_GINT64_FORMAT ")", task->section->id);

  /* The row whose drop-down is just being used must stay. */
  if (child != NULL && toso_task_row_get_id (TOSO_TASK_ROW (child)) == task->id)
    {
      toso_task_row_update (TOSO_TASK_ROW (child), task);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      return;
    }

  toso_set_row (self->list, index, toso_task_row_new (self->session, task), name, action);
}

static void
update (TosoTasksPage *self)
{
  const TosoPlan  *plan = toso_session_get_plan (self->session);
  g_autofree char *all = NULL;
  g_autofree char *done = NULL;
  g_autofree char *text = NULL;
  guint            n_done = 0;

  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = plan->tasks->pdata[i];

      set_task (self, i, task);
      if (!toso_task_is_open (task))
        n_done++;
    }
  toso_trim_rows (self->list, plan->tasks->len);

  all = g_strdup_printf (ngettext ("%u task", "%u tasks", plan->tasks->len), plan->tasks->len);
  done = g_strdup_printf (ngettext ("%u done", "%u done", n_done), n_done);
  text = g_strdup_printf ("%s · %s", all, done);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_widget_set_visible (self->empty, plan->tasks->len == 0);
  gtk_widget_set_visible (self->list, plan->tasks->len > 0);
}

static void
toso_tasks_page_reveal (TosoPage        *page,
                        const TosoPlace *place)
{
  TosoTasksPage  *self = TOSO_TASKS_PAGE (page);
  const TosoPlan *plan = toso_session_get_plan (self->session);

  for (guint i = 0; i < plan->tasks->len; i++)
    if (((const TosoTask *) plan->tasks->pdata[i])->id == place->id)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

static void
page_iface_init (TosoPageInterface *iface)
{
  iface->reveal = toso_tasks_page_reveal;
}

static void
toso_tasks_page_dispose (GObject *object)
{
  TosoTasksPage *self = TOSO_TASKS_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_tasks_page_parent_class)->dispose (object);
}

static void
toso_tasks_page_class_init (TosoTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_tasks_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoTasksPage, summary);
  gtk_widget_class_bind_template_child (widget_class, TosoTasksPage, list);
  gtk_widget_class_bind_template_child (widget_class, TosoTasksPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, toso_row_activated_cb);
}

static void
toso_tasks_page_init (TosoTasksPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_tasks_page_new (TosoSession *session)
{
  TosoTasksPage *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TASKS_PAGE, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
