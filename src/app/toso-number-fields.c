/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-number-fields.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

/* More than an office writes in a year. */
#define LARGEST_NUMBER 99999

struct _TosoNumberFields
{
  GtkBox parent_instance;

  char *symbol;

  GtkWidget *fields;
  GtkWidget *number;
  GtkWidget *day;
  GtkWidget *result;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoNumberFields, toso_number_fields, GTK_TYPE_BOX)

gboolean
toso_number_fields_read (TosoNumberFields *self,
                         int              *number,
                         TosoDate         *day)
{
  gint64 read;

  g_return_val_if_fail (TOSO_IS_NUMBER_FIELDS (self), FALSE);

  if (!g_ascii_string_to_signed (gtk_editable_get_text (GTK_EDITABLE (self->number)), 10, 1, LARGEST_NUMBER, &read, NULL) ||
      !toso_date_parse (gtk_editable_get_text (GTK_EDITABLE (self->day)), day))
    return FALSE;
  *number = (int) read;

  return TRUE;
}

/* As it will stand on the paper (Decree 30/2020/NĐ-CP, Annex I, II.3.c: a
 * number below 10 has a zero before it; II.4.c: so have day and month). */
static void
changed_cb (TosoNumberFields *self)
{
  int              number;
  TosoDate         day;
  gboolean         is_right = toso_number_fields_read (self, &number, &day);
  g_autofree char *words = is_right ? toso_date_format_long (day) : NULL;
  g_autofree char *text = NULL;

  if (is_right)
    /* Translators: number and symbol of a paper; its day: "Số 05/BC-UBND, ngày 18 tháng 4 năm 2026" */
    text = g_strdup_printf (_ ("No. %02d/%s, %s"), number, self->symbol, words);
  gtk_label_set_label (GTK_LABEL (self->result), is_right ? text : _ ("A number from 1 on, and a day such as 18/4/2026."));
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
toso_number_fields_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_NUMBER_FIELDS (widget)->number);
}

static void
toso_number_fields_finalize (GObject *object)
{
  g_free (TOSO_NUMBER_FIELDS (object)->symbol);

  G_OBJECT_CLASS (toso_number_fields_parent_class)->finalize (object);
}

static void
toso_number_fields_class_init (TosoNumberFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_number_fields_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = toso_number_fields_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_field (TosoNumberFields *self,
           const char       *label,
           int               width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_box_append (GTK_BOX (self->fields), toso_make_field (label, entry));
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static void
toso_number_fields_init (TosoNumberFields *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->fields = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->number = add_field (self, _ ("_Number"), 6);
  self->day = add_field (self, _ ("_Day"), 14);
  self->result = toso_make_label (NULL, 0, NULL);
  gtk_label_set_wrap (GTK_LABEL (self->result), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->result), 60);
  gtk_box_append (GTK_BOX (self), self->fields);
  gtk_box_append (GTK_BOX (self), self->result);
}

GtkWidget *
toso_number_fields_new (void)
{
  return g_object_new (TOSO_TYPE_NUMBER_FIELDS, NULL);
}

void
toso_number_fields_set (TosoNumberFields *self,
                        const char       *symbol,
                        int               number,
                        TosoDate          day)
{
  g_autofree char *number_words = number > 0 ? g_strdup_printf ("%02d", number) : g_strdup ("");
  g_autofree char *day_words = toso_date_is_valid (day) ? toso_date_format_short (day) : g_strdup ("");

  g_return_if_fail (TOSO_IS_NUMBER_FIELDS (self));
  g_return_if_fail (symbol != NULL);

  g_free (self->symbol);
  self->symbol = g_strdup (symbol);
  gtk_editable_set_text (GTK_EDITABLE (self->day), day_words);
  gtk_editable_set_text (GTK_EDITABLE (self->number), number_words);
  changed_cb (self);
}
