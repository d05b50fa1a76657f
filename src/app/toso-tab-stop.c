/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-tab-stop.h"

#include "app/toso-parts.h"

struct _TosoTabStop
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TosoTabStop, toso_tab_stop, GTK_TYPE_BOX)

/* GTK keeps who had the keyboard last, and takes it for who has it: coming
 * back by Tab it would then look for the next one. */
static gboolean
return_to_last (GtkWidget *widget)
{
  GtkWidget *last = widget;

  while (gtk_widget_get_focus_child (last) != NULL)
    last = gtk_widget_get_focus_child (last);

  return last != widget && gtk_widget_grab_focus (last);
}

static gboolean
toso_tab_stop_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  GtkRoot   *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   is_inside = focus != NULL && gtk_widget_is_ancestor (focus, widget);

  if (is_inside && toso_tab_leaves (widget, direction))
    return FALSE;
  if (!is_inside && toso_tab_leaves (widget, direction) && return_to_last (widget))
    return TRUE;

  return GTK_WIDGET_CLASS (toso_tab_stop_parent_class)->focus (widget, direction);
}

static void
toso_tab_stop_class_init (TosoTabStopClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = toso_tab_stop_focus;
}

static void
toso_tab_stop_init (TosoTabStop *self)
{
}
