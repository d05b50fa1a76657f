/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-roll-columns.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-roll-item.h"
#include "core/toso-number.h"

typedef enum {
  COLUMN_PRESENCE,
  COLUMN_NAME,
  COLUMN_TEAM,
  COLUMN_OTHERS,
  N_COLUMNS
} Column;

static const char *
get_presence_text (TosoPresence presence)
{
  switch (presence)
    {
    case TOSO_PRESENCE_PRESENT:
      return _ ("✓ present");
    case TOSO_PRESENCE_ABSENT:
      return _ ("✗ absent");
    case TOSO_PRESENCE_UNSAID:
    default:
      return TOSO_MISSING;
    }
}

static const char *
get_presence_class (TosoPresence presence)
{
  return presence == TOSO_PRESENCE_PRESENT ? "met" : presence == TOSO_PRESENCE_ABSENT ? "overdue"
                                                                                      : "dim";
}

static char *
make_cell (const TosoRollLine *line,
           Column              column)
{
  switch (column)
    {
    case COLUMN_PRESENCE:
      return g_strdup (get_presence_text (line->presence));
    case COLUMN_NAME:
      return g_strdup (line->name);
    case COLUMN_TEAM:
      return g_strdup (line->member_id == 0  ? _ ("a guest")
                       : *line->team != '\0' ? line->team
                                             : _ ("in no team on the day"));
    case COLUMN_OTHERS:
    case N_COLUMNS:
    default:
      return line->member_id == 0 ? g_strdup ("") : g_strdup_printf ("%u", line->n_others);
    }
}

static void
show_cell (TosoRollItem *item,
           GtkWidget    *label)
{
  const TosoRollLine *line = toso_roll_item_get_line (item);
  Column              column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (label), "column"));
  g_autofree char    *text = make_cell (line, column);
  GtkWidget          *cell = gtk_widget_get_parent (label);
  GtkWidget          *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char    *whole = g_strdup_printf ("%s, %s, %s", line->name, line->team, get_presence_text (line->presence));

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column == COLUMN_PRESENCE)
    {
      static const char *const classes[] = { "met", "overdue", "dim" };

      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        gtk_widget_remove_css_class (label, classes[i]);
      gtk_widget_add_css_class (label, get_presence_class (line->presence));
      if (row != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
    }
  if (cell != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Row and cell are known once the label is in its place. */
static void
label_mapped_cb (GtkWidget   *label,
                 GtkListItem *list_item)
{
  TosoRollItem *item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    show_cell (item, label);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          gpointer                  column)
{
  GtkWidget *label = toso_make_label (NULL, GPOINTER_TO_UINT (column) == COLUMN_OTHERS ? 1 : 0, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), GPOINTER_TO_UINT (column) == COLUMN_PRESENCE ? 10 : 6);
  g_object_set_data (G_OBJECT (label), "column", column);
  gtk_list_item_set_child (list_item, label);
  g_signal_connect_object (label, "map", G_CALLBACK (label_mapped_cb), list_item, 0);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         gpointer                  column)
{
  TosoRollItem *item = gtk_list_item_get_item (list_item);
  GtkWidget    *label = gtk_list_item_get_child (list_item);

  show_cell (item, label);
  g_signal_connect_object (item, "changed", G_CALLBACK (show_cell), label, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           gpointer                  column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_cell, gtk_list_item_get_child (list_item));
}

void
toso_roll_columns_append (GtkColumnView *view)
{
  const char *const titles[N_COLUMNS] = { _ ("Here"), _ ("Full name"), _ ("Team"), _ ("Other trainings") };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i == COLUMN_NAME || i == COLUMN_TEAM);
      gtk_column_view_append_column (view, column);
    }
}
