/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-start-page.h"

#include <glib/gi18n.h>

#include "app/toso-settings.h"

struct _TosoStartPage
{
  GtkBox parent_instance;

  GSettings *settings;
  GtkWidget *recent_box;
  GtkWidget *recent_list;
};

G_DEFINE_FINAL_TYPE (TosoStartPage, toso_start_page, GTK_TYPE_BOX)

static void
row_activated_cb (TosoStartPage *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.open-recent",
                              "s",
                              g_object_get_data (G_OBJECT (row), "uri"));
}

static void
append_recent (TosoStartPage *self,
               const char    *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *where = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  gboolean         exists = g_file_query_exists (file, NULL);
  g_autofree char *words = g_strdup_printf ("%s, %s", name, exists ? where : _ ("no longer there"));
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget       *name_label = gtk_label_new (name);
  /* Translators: of a file that was opened before */
  GtkWidget *where_label = gtk_label_new (exists ? where : _ ("no longer there"));

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_xalign (GTK_LABEL (where_label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (name_label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (where_label), PANGO_ELLIPSIZE_START);
  gtk_widget_set_hexpand (name_label, TRUE);
  gtk_widget_add_css_class (where_label, "dim");
  gtk_widget_add_css_class (where_label, "second");
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), where_label);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_sensitive (row, exists);
  gtk_widget_set_tooltip_text (row, where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (uri), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->recent_list), row);
}

static void
fill (TosoStartPage *self)
{
  g_auto (GStrv) recent = toso_settings_list_recent (self->settings);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->recent_list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent_list), GTK_WIDGET (row));
  for (guint i = 0; recent[i] != NULL && i < TOSO_MAX_RECENT; i++)
    append_recent (self, recent[i]);
  gtk_widget_set_visible (self->recent_box, recent[0] != NULL);
}

static void
toso_start_page_dispose (GObject *object)
{
  TosoStartPage *self = TOSO_START_PAGE (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (toso_start_page_parent_class)->dispose (object);
}

static void
toso_start_page_class_init (TosoStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_start_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TosoStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
toso_start_page_init (TosoStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_start_page_new (GSettings *settings)
{
  TosoStartPage *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TOSO_TYPE_START_PAGE, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::recent-files", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);

  return GTK_WIDGET (self);
}
