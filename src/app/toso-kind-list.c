/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-kind-list.h"

#include "app/toso-parts.h"

struct _TosoKindList
{
  GtkBox parent_instance;

  GtkWidget *list;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoKindList, toso_kind_list, GTK_TYPE_BOX)

static GtkWidget *
get_chosen (TosoKindList *self)
{
  return GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
}

static void
row_selected_cb (TosoKindList  *self,
                 GtkListBoxRow *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static gboolean
toso_kind_list_grab_focus (GtkWidget *widget)
{
  GtkWidget *row = get_chosen (TOSO_KIND_LIST (widget));

  return row != NULL && gtk_widget_grab_focus (row);
}

/* Each row that Tab passed would show what it stands for. */
static gboolean
toso_kind_list_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (toso_kind_list_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
toso_kind_list_class_init (TosoKindListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = toso_kind_list_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = toso_kind_list_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
toso_kind_list_init (TosoKindList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kinds-pane");
  gtk_box_append (GTK_BOX (self), scroller);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_kind_list_new (const char *label)
{
  TosoKindList *self = g_object_new (TOSO_TYPE_KIND_LIST, "hexpand", FALSE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

void
toso_kind_list_append (TosoKindList *self,
                       const char   *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = toso_make_label (title, 0, NULL);

  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
toso_kind_list_choose (TosoKindList *self,
                       guint         place)
{
  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) place));
}
