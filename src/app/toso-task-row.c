/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-task-row.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-task-words.h"
#include "report/toso-report.h"

#define N_STATES (TOSO_TASK_NOT_YET_DUE + 1)

struct _TosoTaskRow
{
  GtkBox parent_instance;

  TosoSession *session;
  gint64       task_id;
  gboolean     updating; /* the drop-down is set by us, not by a person */

  GtkWidget *mark;
  GtkWidget *code;
  GtkWidget *title;
  GtkWidget *who;
  GtkWidget *when;
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (TosoTaskRow, toso_task_row, GTK_TYPE_BOX)

static const TosoTask *
find_task (TosoTaskRow *self)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);

  for (guint i = 0; i < plan->tasks->len; i++)
    if (((const TosoTask *) plan->tasks->pdata[i])->id == self->task_id)
      return plan->tasks->pdata[i];

  return NULL;
}

static void
state_chosen_cb (TosoTaskRow *self)
{
  const TosoTask *task = find_task (self);
  TosoTaskState   state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->state));
  g_autoptr (TosoTask) changed = NULL;
  g_autofree char *sentence = NULL;
  GError          *error = NULL;
  gint64           id;

  if (self->updating || task == NULL || task->state == state)
    return;

  changed = toso_task_copy (task);
  changed->state = state;
  /* Translators: name of a task, then its state */
  sentence = g_strdup_printf (_ ("%s: %s"), task->title, toso_report_task_state_text (state));
  if (toso_year_save_task (toso_session_get_year (self->session), changed, &id, &error))
    {
      toso_session_say (self->session, sentence, TRUE);
      return;
    }

  toso_session_take_error (self->session, error);
  task = find_task (self);
  if (task != NULL)
    toso_task_row_update (self, task);
}

static void
toso_task_row_dispose (GObject *object)
{
  TosoTaskRow *self = TOSO_TASK_ROW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_task_row_parent_class)->dispose (object);
}

static void
toso_task_row_class_init (TosoTaskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_task_row_dispose;
}

static GtkWidget *
make_states (void)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < N_STATES; i++)
    gtk_string_list_append (states, toso_report_task_state_text (i));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&states)), NULL);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop_down, 150, -1);

  return drop_down;
}

static void
toso_task_row_init (TosoTaskRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 9);
  gtk_widget_set_margin_start (GTK_WIDGET (self), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 18);

  self->mark = toso_mark_view_new (TOSO_MARK_RING);
  self->code = toso_make_label (NULL, 0, "dim figure");
  self->title = toso_make_label (NULL, 0, NULL);
  self->who = toso_make_label (NULL, 0, "dim second");
  self->when = toso_make_label (NULL, 0, "dim second figure");
  self->state = make_states ();
  gtk_label_set_width_chars (GTK_LABEL (self->code), 6);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->who), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->when), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->when), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (self->when), 24);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->who);
  gtk_box_append (GTK_BOX (self), self->mark);
  gtk_box_append (GTK_BOX (self), self->code);
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), self->when);
  gtk_box_append (GTK_BOX (self), self->state);
  g_signal_connect_object (self->state, "notify::selected", G_CALLBACK (state_chosen_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_task_row_new (TosoSession    *session,
                   const TosoTask *task)
{
  TosoTaskRow *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TASK_ROW, NULL);
  self->session = g_object_ref (session);
  toso_task_row_update (self, task);

  return GTK_WIDGET (self);
}

/* "Chủ trì: … · Phối hợp: … · Kết quả: …" with what the plan names. */
static char *
make_who (const TosoTask *task)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *lead = g_strdup_printf (_ ("Lead: %s"), task->lead);
  g_autofree char *supporting = g_strdup_printf (_ ("With: %s"), task->supporting);
  g_autofree char *result = g_strdup_printf (_ ("Result: %s"), task->result);

  if (*task->lead != '\0')
    g_strv_builder_add (builder, lead);
  if (*task->supporting != '\0')
    g_strv_builder_add (builder, supporting);
  if (*task->result != '\0')
    g_strv_builder_add (builder, result);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

void
toso_task_row_update (TosoTaskRow    *self,
                      const TosoTask *task)
{
  g_autofree char *who = NULL;
  g_autofree char *due = NULL;
  g_autofree char *when = NULL;
  g_autofree char *state_name = NULL;

  g_return_if_fail (TOSO_IS_TASK_ROW (self));
  g_return_if_fail (task != NULL);

  self->task_id = task->id;
  who = make_who (task);
  due = toso_task_is_open (task) ? toso_task_due_text (task, toso_date_today ()) : NULL;
  when = due != NULL && *task->time != '\0' ? g_strdup_printf ("%s · %s", task->time, due)
                                            : g_strdup (due != NULL ? due : task->time);
  toso_mark_view_set_mark (TOSO_MARK_VIEW (self->mark), toso_report_task_state_mark (task->state));
  gtk_label_set_label (GTK_LABEL (self->code), task->code);
  gtk_label_set_label (GTK_LABEL (self->title), task->title);
  gtk_label_set_label (GTK_LABEL (self->who), who);
  gtk_widget_set_visible (self->who, *who != '\0');
  gtk_label_set_label (GTK_LABEL (self->when), when);
  gtk_widget_set_sensitive (self->state, !toso_session_is_read_only (self->session));
  /* Translators: name of a task */
  state_name = g_strdup_printf (_ ("State of: %s"), task->title);
  toso_name_drop_down (self->state, state_name);

  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->state), task->state);
  self->updating = FALSE;
}

gint64
toso_task_row_get_id (TosoTaskRow *self)
{
  g_return_val_if_fail (TOSO_IS_TASK_ROW (self), 0);

  return self->task_id;
}
