/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-toast.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

/* Long enough to read a sentence and reach for the button. */
#define SECONDS_SHOWN 8

struct _TosoToast
{
  GtkBox parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *button;
  guint      timeout_id;
};

G_DEFINE_FINAL_TYPE (TosoToast, toso_toast, GTK_TYPE_BOX)

static gboolean
timeout_cb (gpointer user_data)
{
  TosoToast *self = user_data;

  self->timeout_id = 0;
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);

  return G_SOURCE_REMOVE;
}

static void
clicked_cb (TosoToast *self)
{
  toso_toast_hide (self);
}

/* While hidden it must not stand between the pointer and the page. */
static void
revealed_cb (TosoToast *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)) || gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)));
}

static void
toso_toast_dispose (GObject *object)
{
  TosoToast *self = TOSO_TOAST (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);

  G_OBJECT_CLASS (toso_toast_parent_class)->dispose (object);
}

static void
toso_toast_class_init (TosoToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_toast_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-toast.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoToast, revealer);
  gtk_widget_class_bind_template_child (widget_class, TosoToast, label);
  gtk_widget_class_bind_template_child (widget_class, TosoToast, button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
}

static void
toso_toast_init (TosoToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
toso_toast_show (TosoToast  *self,
                 const char *sentence,
                 const char *button,
                 const char *action)
{
  g_return_if_fail (TOSO_IS_TOAST (self));
  g_return_if_fail (sentence != NULL);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_label_set_label (GTK_LABEL (self->label), sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_widget_set_visible (self->button, button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button);
      toso_set_action (self->button, action);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  self->timeout_id = g_timeout_add_seconds (SECONDS_SHOWN, timeout_cb, self);
}

void
toso_toast_hide (TosoToast *self)
{
  g_return_if_fail (TOSO_IS_TOAST (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
