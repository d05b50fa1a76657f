/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-alert.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

struct _TosoAlert
{
  GtkBox parent_instance;

  GtkWidget *revealer;
  GtkWidget *bar;
  GtkWidget *image;
  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TosoAlert, toso_alert, GTK_TYPE_BOX)

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  toso_alert_hide (TOSO_ALERT (widget));
}

static void
toso_alert_class_init (TosoAlertClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "alert.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "alert.close", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-alert.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoAlert, revealer);
  gtk_widget_class_bind_template_child (widget_class, TosoAlert, bar);
  gtk_widget_class_bind_template_child (widget_class, TosoAlert, image);
  gtk_widget_class_bind_template_child (widget_class, TosoAlert, label);
  gtk_widget_class_bind_template_child (widget_class, TosoAlert, button);
}

static void
toso_alert_init (TosoAlert *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (TosoAlert  *self,
      gboolean    is_error,
      const char *text,
      const char *button,
      const char *action)
{
  if (is_error)
    {
      gtk_widget_remove_css_class (self->bar, "note");
      gtk_widget_add_css_class (self->bar, "failure");
    }
  else
    {
      gtk_widget_remove_css_class (self->bar, "failure");
      gtk_widget_add_css_class (self->bar, "note");
    }
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image),
                                is_error ? "toso-warning-symbolic" : "toso-info-symbolic");
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button);
      toso_set_action (self->button, action);
    }

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

void
toso_alert_show_error (TosoAlert    *self,
                       const GError *error,
                       const char   *button,
                       const char   *action)
{
  g_return_if_fail (TOSO_IS_ALERT (self));
  g_return_if_fail (error != NULL);

  show (self, TRUE, error->message, button, action);
}

void
toso_alert_show_note (TosoAlert  *self,
                      const char *text,
                      const char *button,
                      const char *action)
{
  g_return_if_fail (TOSO_IS_ALERT (self));
  g_return_if_fail (text != NULL);

  show (self, FALSE, text, button, action);
}

void
toso_alert_hide (TosoAlert *self)
{
  g_return_if_fail (TOSO_IS_ALERT (self));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
