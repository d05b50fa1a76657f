/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-figure-entry.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/toso-parts.h"

/* As many as a person types; what is shown again must be what was kept. */
#define MAX_DECIMALS 6

struct _TosoFigureEntry
{
  GtkBox parent_instance;

  GtkWidget *label;
  GtkWidget *entry;
  GtkWidget *error;
  GtkWidget *answers; /* the two numbers that it could be */
};

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoFigureEntry, toso_figure_entry, GTK_TYPE_BOX)

static void
clear_answers (TosoFigureEntry *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
  gtk_widget_set_visible (self->answers, FALSE);
}

static void
changed_cb (TosoFigureEntry *self)
{
  toso_figure_entry_set_error (self, NULL);
  clear_answers (self);
}

static void
activate_cb (TosoFigureEntry *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
answer_cb (TosoFigureEntry *self,
           GtkButton       *button)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (button), "text"));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  toso_figure_entry_focus (self);
}

static void
add_answer (TosoFigureEntry *self,
            const char      *label,
            const char      *text)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_object_set_data_full (G_OBJECT (button), "text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->answers), button);
}

/* "1,234": one and a bit as we write it, a thousand as others do.  Both
 * answers are put so that they can be read in one way only. */
static void
ask (TosoFigureEntry *self,
     const char      *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *digits = g_strdup (stripped);
  g_autofree char *whole = NULL;
  g_autofree char *whole_label = NULL;
  g_autofree char *fraction_label = NULL;
  g_autofree char *fraction = NULL;
  g_auto (GStrv) parts = g_strsplit_set (stripped, ",.", 2);
  g_auto (GStrv) all = g_strsplit_set (stripped, ",. ", -1);
  g_autofree char *joined = g_strjoinv ("", all);

  clear_answers (self);
  whole = toso_number_format (g_ascii_strtod (joined, NULL), 0);
  fraction = g_strdup_printf ("%s,%s0", parts[0], parts[1] != NULL ? parts[1] : "");
  /* Translators: %s is a whole number such as 1.234 */
  whole_label = g_strdup_printf (_ ("%s (thousands)"), whole);
  /* Translators: %s,%s are the parts of a number such as 1,234 */
  fraction_label = g_strdup_printf (_ ("%s,%s (decimals)"), parts[0], parts[1] != NULL ? parts[1] : "");
  add_answer (self, whole_label, joined);
  add_answer (self, fraction_label, fraction);
  gtk_widget_set_visible (self->answers, TRUE);
}

static void
toso_figure_entry_class_init (TosoFigureEntryClass *klass)
{
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_figure_entry_init (TosoFigureEntry *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);

  self->entry = gtk_entry_new ();
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (self->entry, "figure");
  self->label = toso_make_label (NULL, 0, "second");
  gtk_label_set_use_underline (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), self->entry);
  self->error = toso_make_label (NULL, 0, "field-error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_set_visible (self->error, FALSE);
  self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->answers, FALSE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->error, NULL,
                                  -1);

  gtk_box_append (GTK_BOX (self), self->label);
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), self->error);
  gtk_box_append (GTK_BOX (self), self->answers);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_figure_entry_new (const char *label)
{
  TosoFigureEntry *self = g_object_new (TOSO_TYPE_FIGURE_ENTRY, NULL);

  toso_figure_entry_set_label (self, label);

  return GTK_WIDGET (self);
}

void
toso_figure_entry_set_label (TosoFigureEntry *self,
                             const char      *label)
{
  g_return_if_fail (TOSO_IS_FIGURE_ENTRY (self));

  gtk_label_set_label (GTK_LABEL (self->label), label);
}

void
toso_figure_entry_set (TosoFigureEntry *self,
                       TosoFigure       figure)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TOSO_IS_FIGURE_ENTRY (self));

  text = figure.known ? toso_number_format (figure.value, MAX_DECIMALS) : g_strdup ("");
  /* Three decimals would be asked about when read again. */
  if (figure.known && figure.value != floor (figure.value))
    {
      double      parsed;
      const char *separator = strchr (text, ',');

      if (separator != NULL && toso_number_parse (text, &parsed) == TOSO_NUMBER_AMBIGUOUS)
        {
          g_autofree char *longer = g_strconcat (text, "0", NULL);

          g_free (text);
          text = g_steal_pointer (&longer);
        }
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  changed_cb (self);
}

gboolean
toso_figure_entry_get (TosoFigureEntry *self,
                       TosoFigure      *figure)
{
  const char *text;

  g_return_val_if_fail (TOSO_IS_FIGURE_ENTRY (self), FALSE);

  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  *figure = TOSO_FIGURE_MISSING;
  switch (toso_number_parse (text, &figure->value))
    {
    case TOSO_NUMBER_OK:
      figure->known = TRUE;
      return TRUE;

    case TOSO_NUMBER_EMPTY:
      figure->value = 0;
      return TRUE;

    case TOSO_NUMBER_AMBIGUOUS:
      toso_figure_entry_set_error (self, _ ("This can be read in two ways. Which one is meant?"));
      ask (self, text);
      break;

    case TOSO_NUMBER_BAD:
    default:
      toso_figure_entry_set_error (self, _ ("This is not a number. Write it as 1.234,5; leave it empty when nothing was reported."));
      break;
    }
  toso_figure_entry_focus (self);

  return FALSE;
}

void
toso_figure_entry_set_error (TosoFigureEntry *self,
                             const char      *sentence)
{
  g_return_if_fail (TOSO_IS_FIGURE_ENTRY (self));

  gtk_label_set_label (GTK_LABEL (self->error), sentence);
  gtk_widget_set_visible (self->error, sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (self->entry, "bad");
  else
    gtk_widget_remove_css_class (self->entry, "bad");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               sentence != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

void
toso_figure_entry_focus (TosoFigureEntry *self)
{
  g_return_if_fail (TOSO_IS_FIGURE_ENTRY (self));

  gtk_widget_grab_focus (self->entry);
}
