/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-help-window.h"

#include <glib/gi18n.h>

struct _TosoHelpWindow
{
  GtkWindow parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (TosoHelpWindow, toso_help_window, GTK_TYPE_WINDOW)

char *
toso_help_to_markup (const char *line)
{
  g_autofree char *escaped = g_markup_escape_text (line, -1);
  g_auto (GStrv) parts = g_strsplit (escaped, "**", -1);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (markup, i % 2 == 1 ? "<b>" : "</b>");
      g_string_append (markup, parts[i]);
    }
  /* An odd number of marks: the last bold runs to the end of the line. */
  if (g_strv_length (parts) % 2 == 0 && parts[0] != NULL)
    g_string_append (markup, "</b>");

  return g_string_free (markup, FALSE);
}

static void
append_line (TosoHelpWindow *self,
             const char     *line)
{
  g_autofree char *markup = NULL;
  GtkWidget       *label = gtk_label_new (NULL);
  const char      *css_class = NULL;
  int              margin = 0;

  if (g_str_has_prefix (line, "# "))
    {
      line += 2;
      css_class = "help-title";
    }
  else if (g_str_has_prefix (line, "## "))
    {
      line += 3;
      css_class = "help-head";
      gtk_widget_set_margin_top (label, 12);
    }
  else if (g_str_has_prefix (line, "- "))
    {
      margin = 18;
    }

  markup = toso_help_to_markup (line);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 76);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_margin_start (label, margin);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
toso_help_window_class_init (TosoHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/vn/toso/ToSo/ui/toso-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TosoHelpWindow, box);
}

static void
toso_help_window_init (TosoHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_help_window_new (GtkWindow *parent)
{
  TosoHelpWindow *self = g_object_new (TOSO_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
  /* Translators: the guide in your language: help/vi.md, help/en.md */
  g_autofree char *path = g_strconcat ("/vn/toso/ToSo/help/", C_ ("guide", "en.md"), NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) lines = NULL;

  g_assert (bytes != NULL);
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      append_line (self, lines[i]);

  return GTK_WIDGET (self);
}
