/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-issue-window.h"

#include "app/toso-number-fields.h"

struct _TosoIssueWindow
{
  GtkWindow parent_instance;

  char               *title;
  char               *symbol;
  TosoIssueFunc       issue;
  TosoIssueRemarkFunc remark;
  gpointer            data;
  GDestroyNotify      data_free;

  GtkWidget *title_label;
  GtkWidget *fields;
  GtkWidget *remark_label;
  GtkWidget *failure;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TosoIssueWindow, toso_issue_window, GTK_TYPE_WINDOW)

static void
changed_cb (TosoIssueWindow *self)
{
  int              number;
  TosoDate         day;
  gboolean         is_whole = toso_number_fields_read (TOSO_NUMBER_FIELDS (self->fields), &number, &day);
  g_autofree char *remark = is_whole && self->remark != NULL ? self->remark (self->data, day) : NULL;

  gtk_widget_set_visible (self->failure, FALSE);
  gtk_label_set_label (GTK_LABEL (self->remark_label), remark != NULL ? remark : "");
  gtk_widget_set_visible (self->remark_label, remark != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issue.done", is_whole);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoIssueWindow *self = TOSO_ISSUE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  TosoIssueWords words = { .title = self->title, .symbol = self->symbol };

  if (!toso_number_fields_read (TOSO_NUMBER_FIELDS (self->fields), &words.number, &words.day))
    return;
  if (self->issue (self->data, &words, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->failure), error->message);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_grab_focus (self->fields);
}

static void
toso_issue_window_finalize (GObject *object)
{
  TosoIssueWindow *self = TOSO_ISSUE_WINDOW (object);

  g_free (self->title);
  g_free (self->symbol);
  if (self->data_free != NULL)
    self->data_free (self->data);

  G_OBJECT_CLASS (toso_issue_window_parent_class)->finalize (object);
}

static void
toso_issue_window_class_init (TosoIssueWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_issue_window_finalize;

  g_type_ensure (TOSO_TYPE_NUMBER_FIELDS);
  gtk_widget_class_install_action (widget_class, "issue.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-issue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, remark_label);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
toso_issue_window_init (TosoIssueWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_issue_window_new (GtkWindow            *parent,
                       const TosoIssueWords *proposed,
                       TosoIssueFunc         issue,
                       TosoIssueRemarkFunc   remark,
                       gpointer              data,
                       GDestroyNotify        data_free)
{
  TosoIssueWindow *self = g_object_new (TOSO_TYPE_ISSUE_WINDOW, "transient-for", parent, NULL);

  self->title = g_strdup (proposed->title);
  self->symbol = g_strdup (proposed->symbol);
  self->issue = issue;
  self->remark = remark;
  self->data = data;
  self->data_free = data_free;
  gtk_label_set_label (GTK_LABEL (self->title_label), self->title);
  toso_number_fields_set (TOSO_NUMBER_FIELDS (self->fields), self->symbol, proposed->number, proposed->day);
  gtk_widget_grab_focus (self->fields);

  return GTK_WIDGET (self);
}
