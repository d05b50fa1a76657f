/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-links.h"

#include <glib/gi18n.h>

static void
open_target_cb (GtkButton *button)
{
  gint64 *id = g_object_get_data (G_OBJECT (button), "target-id");

  gtk_widget_activate_action (GTK_WIDGET (button), "win.show-target", "x", *id);
}

static GtkWidget *
create_link (const TosoPlanMark *mark,
             gboolean            name_it)
{
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;
  GtkWidget       *button;
  gint64          *id = g_new (gint64, 1);

  *id = mark->target_id;
  if (name_it)
    /* Translators: %s is the name of a target */
    label = g_strdup_printf (_ ("Open target: %s"), mark->name);
  else
    label = g_strdup (_ ("Open target"));
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), gtk_label_new (label));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "textlink");
  g_object_set_data_full (G_OBJECT (button), "target-id", id, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_target_cb), NULL);
  sentence = g_strdup_printf (_ ("Open target: %s"), mark->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  return button;
}

static GtkWidget *
create_note_label (const char *text,
                   const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
fill_link_row (const TosoPlanLine *line,
               GtkWidget          *row)
{
  guint n_targets = 0;

  for (guint i = 0; i < line->marks->len; i++)
    n_targets += ((TosoPlanMark *) g_ptr_array_index (line->marks, i))->target_id != 0;
  for (guint i = 0; i < line->marks->len; i++)
    {
      const TosoPlanMark *mark = g_ptr_array_index (line->marks, i);

      if (mark->target_id == 0)
        continue;
      if (*mark->as_of != '\0' && n_targets == 1)
        {
          /* Translators: %s is the date the figures go up to: "đến 14/03/2026" */
          g_autofree char *text = g_strdup_printf (_ ("up to %s"), mark->as_of);

          gtk_box_append (GTK_BOX (row), create_note_label (text, NULL));
        }
      gtk_box_append (GTK_BOX (row), create_link (mark, n_targets > 1));
    }
}

GtkWidget *
toso_plan_links_new (const TosoPlanLine *line)
{
  GtkWidget *row;
  GtkWidget *links;

  g_return_val_if_fail (line != NULL, NULL);

  if (line->diff != TOSO_DIFF_SAME)
    return NULL;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  fill_link_row (line, row);
  if (gtk_widget_get_first_child (row) == NULL && line->flaws->len == 0)
    {
      g_object_ref_sink (row);
      g_object_unref (row);
      return NULL;
    }

  links = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (links, "plan-links");
  gtk_box_append (GTK_BOX (links), row);
  for (guint i = 0; i < line->flaws->len; i++)
    {
      const TosoPlanFlaw *flaw = g_ptr_array_index (line->flaws, i);
      GtkWidget          *label = create_note_label (flaw->message, "plan-flaw");

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (links), label);
    }
  return links;
}

char *
toso_plan_line_describe (const TosoPlanLine *line)
{
  GString *text = g_string_new (NULL);

  if (line->diff == TOSO_DIFF_REMOVED)
    g_string_append_printf (text, "%s: ", C_ ("paragraph", "removed"));
  else if (line->diff == TOSO_DIFF_ADDED)
    g_string_append_printf (text, "%s: ", C_ ("paragraph", "added"));
  g_string_append (text, line->text);
  for (guint i = 0; i < line->marks->len; i++)
    {
      const TosoPlanMark *mark = g_ptr_array_index (line->marks, i);

      if (mark->target_id != 0 || mark->task_id != 0)
        g_string_append_c (text, '\n');
      if (mark->target_id != 0)
        /* Translators: for screen readers: name, value, state, coverage */
        g_string_append_printf (text, _ ("Target %s: %s, %s, %s"), mark->name, mark->value, mark->state,
                                mark->note);
      else if (mark->task_id != 0)
        /* Translators: for screen readers: code, state, time */
        g_string_append_printf (text, _ ("Task %s: %s, %s"), mark->value, mark->state, mark->note);
    }
  for (guint i = 0; i < line->flaws->len; i++)
    g_string_append_printf (text, "\n%s", ((TosoPlanFlaw *) g_ptr_array_index (line->flaws, i))->message);
  return g_string_free (text, FALSE);
}
