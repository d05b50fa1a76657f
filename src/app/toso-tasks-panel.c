/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-tasks-panel.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-task-words.h"
#include "report/toso-report.h"

#define MAX_ROWS 4

struct _TosoTasksPanel
{
  GtkBox parent_instance;

  TosoSession *session;
  GtkWidget   *title;
  GtkWidget   *note;
  GtkWidget   *list;
  GtkWidget   *empty;
  GtkWidget   *all;
};

G_DEFINE_FINAL_TYPE (TosoTasksPanel, toso_tasks_panel, GTK_TYPE_BOX)

/* What is due this week; when nothing is, the first that are open. */
static GPtrArray *
choose_tasks (const TosoPlan *plan,
              TosoDate        today,
              gboolean       *are_due)
{
  GPtrArray *tasks = g_ptr_array_new ();

  for (guint i = 0; i < plan->tasks->len; i++)
    if (toso_task_is_due (plan->tasks->pdata[i], today))
      g_ptr_array_add (tasks, plan->tasks->pdata[i]);
  *are_due = tasks->len > 0;
  for (guint i = 0; i < plan->tasks->len && !*are_due; i++)
    if (toso_task_is_open (plan->tasks->pdata[i]))
      g_ptr_array_add (tasks, plan->tasks->pdata[i]);

  return tasks;
}

static void
set_task (TosoTasksPanel *self,
          int             index,
          const TosoTask *task,
          TosoDate        today)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *due = toso_task_due_text (task, today);
  g_autofree char *action = g_strdup_printf ("win.show-task(int64 %" G_GINT64_FORMAT ")", task->id);
  g_autofree char *name = NULL;
  GtkWidget       *title = toso_make_label (task->title, 0, NULL);
  GtkWidget       *when = toso_make_label (due != NULL ? due : task->time, 1, "dim second");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 10);
  gtk_widget_set_hexpand (title, TRUE);
  toso_add_overflow_tooltip (title);
  gtk_label_set_ellipsize (GTK_LABEL (when), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (when);
  gtk_label_set_max_width_chars (GTK_LABEL (when), 16);
  gtk_box_append (GTK_BOX (row), toso_mark_view_new (toso_report_task_state_mark (task->state)));
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), when);
  gtk_widget_set_margin_top (row, 5);
  gtk_widget_set_margin_bottom (row, 5);
  name = g_strdup_printf ("%s, %s", task->title, toso_report_task_state_text (task->state));
  toso_set_row (self->list, index, row, name, action);
}

static void
update (TosoTasksPanel *self)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);
  TosoDate        today = toso_date_today ();
  TosoDate        monday = toso_date_add_days (today, 1 - toso_date_weekday (today));
  gboolean        are_due;
  g_autoptr (GPtrArray) tasks = choose_tasks (plan, today, &are_due);
  g_autofree char *all = NULL;
  g_autofree char *note = NULL;

  for (guint i = 0; i < tasks->len && i < MAX_ROWS; i++)
    set_task (self, i, tasks->pdata[i], today);
  toso_trim_rows (self->list, MIN (tasks->len, MAX_ROWS));

  gtk_label_set_label (GTK_LABEL (self->title), are_due ? _ ("Due this week") : _ ("Open tasks"));
  note = are_due ? toso_format_range (monday, toso_date_add_days (monday, 6))
                 : g_strdup_printf ("%u/%u", tasks->len, plan->tasks->len);
  gtk_label_set_label (GTK_LABEL (self->note), note);
  all = g_strdup_printf (ngettext ("The one task", "All %u tasks", plan->tasks->len), plan->tasks->len);
  gtk_button_set_label (GTK_BUTTON (self->all), all);
  gtk_widget_set_visible (self->all, plan->tasks->len > 0);
  gtk_label_set_label (GTK_LABEL (self->empty),
                       plan->tasks->len == 0 ? _ ("The plan’s tasks belong here. None was found in its text.")
                                             : _ ("All tasks are done."));
  gtk_widget_set_visible (self->empty, tasks->len == 0);
}

static void
toso_tasks_panel_dispose (GObject *object)
{
  TosoTasksPanel *self = TOSO_TASKS_PANEL (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_tasks_panel_parent_class)->dispose (object);
}

static void
toso_tasks_panel_class_init (TosoTasksPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_tasks_panel_dispose;
}

static void
toso_tasks_panel_init (TosoTasksPanel *self)
{
  GtkWidget *head = toso_make_section_head (NULL, &self->title, &self->note);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  toso_add_css_classes (head, "section-rule padded");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "rows");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (toso_row_activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("page", "Tasks"), -1);
  self->empty = toso_make_label (NULL, 0, "dim");
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_widget_set_margin_top (self->empty, 9);
  self->all = toso_make_link ("", "win.show-page('tasks')");
  gtk_widget_set_halign (self->all, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->all, 6);

  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), self->empty);
  gtk_box_append (GTK_BOX (self), self->all);
}

GtkWidget *
toso_tasks_panel_new (TosoSession *session)
{
  TosoTasksPanel *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TASKS_PANEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
