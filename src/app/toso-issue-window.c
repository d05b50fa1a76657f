/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-issue-window.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

/* More than an office writes in a year. */
#define LARGEST_NUMBER 99999

struct _TosoIssueWindow
{
  GtkWindow parent_instance;

  char          *title;
  char          *symbol;
  TosoIssueFunc  issue;
  gpointer       data;
  GDestroyNotify data_free;

  GtkWidget *title_label;
  GtkWidget *fields;
  GtkWidget *number;
  GtkWidget *day;
  GtkWidget *result;
  GtkWidget *failure;
  GtkWidget *done_button;
};

G_DEFINE_FINAL_TYPE (TosoIssueWindow, toso_issue_window, GTK_TYPE_WINDOW)

static gboolean
read_fields (TosoIssueWindow *self,
             TosoIssueWords  *words)
{
  gint64 number;

  if (!g_ascii_string_to_signed (gtk_editable_get_text (GTK_EDITABLE (self->number)), 10, 1, LARGEST_NUMBER, &number, NULL) ||
      !toso_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), &words->day))
    return FALSE;
  words->title = self->title;
  words->symbol = self->symbol;
  words->number = (int) number;

  return TRUE;
}

/* As it will stand on the paper (Decree 30/2020/NĐ-CP, Annex I, II.3.c: a
 * number below 10 has a zero before it; II.4.c: so have day and month). */
static void
changed_cb (TosoIssueWindow *self)
{
  TosoIssueWords   words;
  gboolean         is_right = read_fields (self, &words);
  g_autofree char *day = is_right ? toso_date_format_long (words.day) : NULL;
  g_autofree char *text = NULL;

  if (is_right)
    /* Translators: number and symbol of a paper; its day: "Số 05/BC-UBND, ngày 18 tháng 4 năm 2026" */
    text = g_strdup_printf (_ ("No. %02d/%s, %s"), words.number, words.symbol, day);
  gtk_label_set_label (GTK_LABEL (self->result), is_right ? text : _ ("A number from 1 on, and a day such as 18/4/2026."));
  gtk_widget_set_visible (self->failure, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "issue.done", is_right);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TosoIssueWindow *self = TOSO_ISSUE_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  TosoIssueWords words;

  if (!read_fields (self, &words))
    return;
  if (self->issue (self->data, &words, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->failure), error->message);
  gtk_widget_set_visible (self->failure, TRUE);
  gtk_widget_grab_focus (self->number);
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

  gtk_widget_class_install_action (widget_class, "issue.done", NULL, done_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-issue-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, fields);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, result);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TosoIssueWindow, done_button);
}

static GtkWidget *
add_field (TosoIssueWindow *self,
           const char      *label,
           int              width)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *field = toso_make_field (label, entry);

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_box_append (GTK_BOX (self->fields), field);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static void
toso_issue_window_init (TosoIssueWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->number = add_field (self, _ ("_Number"), 6);
  self->day = add_field (self, _ ("_Day"), 14);
}

GtkWidget *
toso_issue_window_new (GtkWindow            *parent,
                       const TosoIssueWords *proposed,
                       TosoIssueFunc         issue,
                       gpointer              data,
                       GDestroyNotify        data_free)
{
  TosoIssueWindow *self = g_object_new (TOSO_TYPE_ISSUE_WINDOW, "transient-for", parent, NULL);
  g_autofree char *number = g_strdup_printf ("%02d", proposed->number);
  g_autofree char *day = toso_date_format_short (proposed->day);

  self->title = g_strdup (proposed->title);
  self->symbol = g_strdup (proposed->symbol);
  self->issue = issue;
  self->data = data;
  self->data_free = data_free;
  gtk_label_set_label (GTK_LABEL (self->title_label), self->title);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day);
  gtk_editable_set_text (GTK_EDITABLE (self->number), number);
  changed_cb (self);
  gtk_widget_grab_focus (self->number);

  return GTK_WIDGET (self);
}
