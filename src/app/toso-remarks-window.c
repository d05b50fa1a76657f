/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-remarks-window.h"

#include <glib/gi18n.h>

struct _TosoRemarksWindow
{
  GtkWindow parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TosoRemarksWindow, toso_remarks_window, GTK_TYPE_WINDOW)

static void
toso_remarks_window_class_init (TosoRemarksWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-remarks-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoRemarksWindow, list);
}

static void
toso_remarks_window_init (TosoRemarksWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_row (const TosoRemark *remark)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *line;
  GtkWidget       *message = gtk_label_new (remark->message);
  g_autofree char *text = NULL;

  /* Translators: a line of the plan's text */
  text = remark->line > 0 ? g_strdup_printf (_ ("line %u"), remark->line) : g_strdup ("");
  line = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_width_chars (GTK_LABEL (line), 10);
  gtk_widget_set_valign (line, GTK_ALIGN_START);
  gtk_widget_add_css_class (line, "dim");
  gtk_widget_add_css_class (line, "figure");

  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_widget_set_hexpand (message, TRUE);

  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), message);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);

  return box;
}

GtkWidget *
toso_remarks_window_new (GtkWindow   *parent,
                         TosoSession *session)
{
  TosoRemarksWindow *self;
  GPtrArray         *remarks;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_REMARKS_WINDOW, "transient-for", parent, NULL);
  remarks = toso_session_get_remarks (session);
  for (guint i = 0; i < remarks->len; i++)
    {
      const TosoRemark *remark = remarks->pdata[i];
      GtkWidget        *row = gtk_list_box_row_new ();

      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_row (remark));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, remark->message, -1);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }

  return GTK_WIDGET (self);
}
