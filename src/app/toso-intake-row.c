/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-row.h"

#include <glib/gi18n.h>

#include "app/toso-mark-view.h"
#include "app/toso-parts.h"
#include "app/toso-style.h"
#include "core/toso-number.h"

/* Logical pixels. */
#define CHECK   24
#define STATE   120
#define VILLAGE 132
#define PERIOD  96
#define FIGURES 126

struct _TosoIntakeRow
{
  GtkListBoxRow parent_instance;

  guint       index;
  GtkWidget  *check;
  GtkWidget  *mark;
  GtkWidget  *state;
  GtkWidget  *name;
  GtkWidget  *words;
  GtkWidget  *village;
  GtkWidget  *period;
  GtkWidget  *figures;
  const char *mark_class;
  gboolean    is_showing; /* what the file says, not what a person does */
};

enum {
  DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoIntakeRow, toso_intake_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           int         width,
           double      xalign,
           const char *css_classes)
{
  GtkWidget *label = toso_make_label (text, (float) xalign, css_classes);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, width, -1);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
toggled_cb (TosoIntakeRow *self)
{
  if (!self->is_showing)
    g_signal_emit (self, signals[DECIDED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
toso_intake_row_class_init (TosoIntakeRowClass *klass)
{
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
toso_intake_row_init (TosoIntakeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->check = gtk_check_button_new ();
  /* One stop a row: Space on the row does the same. */
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_size_request (self->check, CHECK, -1);
  gtk_box_append (GTK_BOX (box), self->check);

  self->mark = toso_mark_view_new (TOSO_MARK_RING);
  gtk_widget_set_size_request (state, STATE, -1);
  gtk_box_append (GTK_BOX (state), self->mark);
  self->state = add_label (state, "", -1, 0, "second");
  gtk_box_append (GTK_BOX (box), state);

  self->name = add_label (names, "", -1, 0, NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_MIDDLE);
  self->words = add_label (names, "", -1, 0, "note dim");
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), names);

  self->village = add_label (box, "", VILLAGE, 0, "second");
  self->period = add_label (box, "", PERIOD, 0, "second figure");
  self->figures = add_label (box, "", FIGURES, 1, "second figure");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_intake_row_new (guint index)
{
  TosoIntakeRow *self = g_object_new (TOSO_TYPE_INTAKE_ROW, NULL);

  self->index = index;

  return GTK_WIDGET (self);
}

guint
toso_intake_row_get_index (TosoIntakeRow *self)
{
  return self->index;
}

GtkWidget *
toso_intake_row_new_head (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name;

  gtk_widget_add_css_class (box, "columns-head");
  add_label (box, "", CHECK, 0, NULL);
  add_label (box, C_ ("intake", "State"), STATE, 0, NULL);
  name = add_label (box, _ ("File"), -1, 0, NULL);
  gtk_widget_set_hexpand (name, TRUE);
  add_label (box, _ ("Village"), VILLAGE, 0, NULL);
  add_label (box, _ ("Period"), PERIOD, 0, NULL);
  add_label (box, _ ("Figures"), FIGURES, 1, NULL);

  return box;
}

static char *
say_village (const TosoIntakeFile *file,
             const TosoIntakeForm *form)
{
  const TosoVillage *village = toso_intake_form_find_village (form, file->only_village);

  if (file->n_villages > 1)
    return g_strdup_printf (ngettext ("%u village", "%u villages", file->n_villages), file->n_villages);

  return g_strdup (village != NULL ? village->name : TOSO_MISSING);
}

static char *
say_period (const TosoIntakeFile *file)
{
  if (file->n_periods > 1)
    return g_strdup_printf (ngettext ("%u period", "%u periods", file->n_periods), file->n_periods);
  if (file->only_village == 0 && file->n_periods == 0)
    return g_strdup (TOSO_MISSING);

  return toso_period_screen_title (file->period);
}

static char *
say_figures (const TosoIntakeFile *file)
{
  if (file->table == NULL || file->n_new + file->n_changed + file->n_same == 0)
    return g_strdup (TOSO_MISSING);
  if (file->n_changed > 0)
    /* Translators: figures of a file */
    return g_strdup_printf (_ ("%u new, %u other"), file->n_new, file->n_changed);
  if (file->n_new == 0)
    return g_strdup_printf (C_ ("intake", "%u the same"), file->n_same);

  return g_strdup_printf (C_ ("intake", "%u new"), file->n_new);
}

static void
show_mark (TosoIntakeRow        *self,
           const TosoIntakeFile *file)
{
  TosoMark    mark = toso_intake_state_get_mark (file->state);
  const char *css_class = toso_style_get_mark_class (mark);

  toso_mark_view_set_mark (TOSO_MARK_VIEW (self->mark), mark);
  if (self->mark_class != NULL)
    gtk_widget_remove_css_class (self->mark, self->mark_class);
  self->mark_class = css_class;
  gtk_widget_add_css_class (self->mark, css_class);
}

void
toso_intake_row_show (TosoIntakeRow        *self,
                      const TosoIntakeFile *file,
                      const TosoIntakeForm *form)
{
  g_autofree char *village = say_village (file, form);
  g_autofree char *period = say_period (file);
  g_autofree char *figures = say_figures (file);
  g_autofree char *name = NULL;
  const char      *state = toso_intake_state_get_text (file->state);

  self->is_showing = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), file->is_accepted);
  self->is_showing = FALSE;
  gtk_widget_set_sensitive (self->check, file->may_accept);
  show_mark (self, file);
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_label_set_label (GTK_LABEL (self->name), file->name);
  gtk_label_set_label (GTK_LABEL (self->words), file->words);
  gtk_widget_set_visible (self->words, *file->words != '\0');
  gtk_widget_set_tooltip_text (self->words, file->words);
  gtk_label_set_label (GTK_LABEL (self->village), village);
  gtk_label_set_label (GTK_LABEL (self->period), period);
  gtk_label_set_label (GTK_LABEL (self->figures), figures);

  name = g_strdup_printf ("%s: %s, %s, %s, %s, %s. %s", file->name, state, file->is_accepted ? _ ("to be taken in") : _ ("not to be taken in"),
                          village, period, figures, file->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, file->name, -1);
}

void
toso_intake_row_toggle (TosoIntakeRow *self)
{
  if (gtk_widget_get_sensitive (self->check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}
