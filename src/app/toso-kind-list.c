/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-kind-list.h"

#include "app/toso-parts.h"
#include "core/toso-text.h"

struct _TosoKindList
{
  GtkBox parent_instance;

  GtkWidget *list;
  char      *wanted; /* names that are shown; or NULL */
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
  TosoKindList *self = TOSO_KIND_LIST (widget);
  GtkWidget    *row = get_chosen (self);

  /* Where nothing is chosen, the list takes the keyboard without choosing. */
  return gtk_widget_grab_focus (row != NULL ? row : self->list);
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

static gboolean
is_wanted (GtkListBoxRow *row,
           gpointer       user_data)
{
  TosoKindList *self = user_data;

  return self->wanted == NULL || *self->wanted == '\0' ||
         toso_text_matches_words (g_object_get_data (G_OBJECT (row), "toso-name"), self->wanted);
}

static void
toso_kind_list_finalize (GObject *object)
{
  g_free (TOSO_KIND_LIST (object)->wanted);

  G_OBJECT_CLASS (toso_kind_list_parent_class)->finalize (object);
}

static void
toso_kind_list_class_init (TosoKindListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_kind_list_finalize;
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
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_SINGLE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_wanted, self, NULL);
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
toso_kind_list_set_row (TosoKindList *self,
                        guint         place,
                        GtkWidget    *child,
                        const char   *name)
{
  GtkWidget *row;

  g_return_if_fail (TOSO_IS_KIND_LIST (self));
  g_return_if_fail (name != NULL);

  row = toso_set_row (self->list, (int) place, child, name, NULL);
  g_object_set_data_full (G_OBJECT (row), "toso-name", g_strdup (name), g_free);
  gtk_list_box_row_changed (GTK_LIST_BOX_ROW (row));
}

void
toso_kind_list_trim (TosoKindList *self,
                     guint         n_rows)
{
  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  toso_trim_rows (self->list, (int) n_rows);
}

void
toso_kind_list_append (TosoKindList *self,
                       const char   *title)
{
  GtkWidget *label = toso_make_label (title, 0, NULL);
  guint      place = 0;

  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  toso_add_overflow_tooltip (label);
  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) place) != NULL)
    place++;
  toso_kind_list_set_row (self, place, label, title);
}

void
toso_kind_list_search (TosoKindList *self,
                       const char   *text)
{
  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  g_free (self->wanted);
  self->wanted = g_strdup (text);
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

void
toso_kind_list_choose (TosoKindList *self,
                       guint         place)
{
  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) place));
}

void
toso_kind_list_choose_none (TosoKindList *self)
{
  g_return_if_fail (TOSO_IS_KIND_LIST (self));

  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
}
