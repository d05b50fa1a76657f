/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-name-entry.h"

#include <string.h>

#include "app/toso-parts.h"
#include "core/toso-text.h"

/* More than these are narrowed by another letter. */
#define MAX_SHOWN 8

typedef struct
{
  gint64 id;
  char  *name;
} Choice;

struct _TosoNameEntry
{
  GtkBox parent_instance;

  GPtrArray *choices; /* of Choice, in order */
  gboolean   filling; /* the text is set by us */

  GtkWidget *entry;
  GtkWidget *popover;
  GtkWidget *list;
};

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoNameEntry, toso_name_entry, GTK_TYPE_BOX)

static void
choice_free (Choice *choice)
{
  g_free (choice->name);
  g_free (choice);
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *first = *(const Choice *const *) a;
  const Choice *second = *(const Choice *const *) b;

  return toso_village_collate (first->name, second->name);
}

static const Choice *
find_by_name (TosoNameEntry *self,
              const char    *typed)
{
  g_autofree char *normal = toso_text_normalize (typed);
  g_autofree char *words = toso_text_squeeze (normal);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (strcmp (choice->name, words) == 0)
        return choice;
    }

  return NULL;
}

static void
set_text (TosoNameEntry *self,
          const char    *text)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->filling = FALSE;
}

/* --- the list below --- */

static void
clear_list (TosoNameEntry *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
append_choice (TosoNameEntry *self,
               const Choice  *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = toso_make_label (choice->name, 0, NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name, -1);
  g_object_set_data (G_OBJECT (row), "choice", (gpointer) choice);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_matches (TosoNameEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint       n = 0;

  clear_list (self);
  for (guint i = 0; i < self->choices->len && n < MAX_SHOWN; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (*typed == '\0' || toso_text_matches_words (choice->name, typed))
        {
          append_choice (self, choice);
          n++;
        }
    }

  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  if (n > 0)
    gtk_popover_popup (GTK_POPOVER (self->popover));
  else
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
is_open (TosoNameEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
choose (TosoNameEntry *self,
        GtkListBoxRow *row)
{
  const Choice *choice = row != NULL ? g_object_get_data (G_OBJECT (row), "choice") : NULL;

  if (choice != NULL)
    set_text (self, choice->name);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
step (TosoNameEntry *self,
      int            direction)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int            index = row != NULL ? gtk_list_box_row_get_index (row) + direction : 0;

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), MAX (index, 0));
  if (row != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static void
row_activated_cb (TosoNameEntry *self,
                  GtkListBoxRow *row)
{
  choose (self, row);
}

/* --- the entry --- */

static void
changed_cb (TosoNameEntry *self)
{
  if (!self->filling && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)))))
    show_matches (self);
}

static void
activate_cb (TosoNameEntry *self)
{
  if (is_open (self))
    choose (self, gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  else
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static gboolean
key_pressed_cb (TosoNameEntry  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_open (self))
        step (self, 1);
      else
        show_matches (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      step (self, -1);
      return GDK_EVENT_STOP;

    case GDK_KEY_Escape:
      if (!is_open (self))
        return GDK_EVENT_PROPAGATE;
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Left with a part of a name typed that fits one only: that one was meant. */
static void
focus_left_cb (TosoNameEntry *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (is_open (self) && *typed != '\0' && find_by_name (self, typed) == NULL &&
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 1) == NULL)
    choose (self, gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static gboolean
toso_name_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TOSO_NAME_ENTRY (widget)->entry);
}

static void
toso_name_entry_dispose (GObject *object)
{
  TosoNameEntry *self = TOSO_NAME_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (toso_name_entry_parent_class)->dispose (object);
}

static void
toso_name_entry_finalize (GObject *object)
{
  TosoNameEntry *self = TOSO_NAME_ENTRY (object);

  g_ptr_array_unref (self->choices);

  G_OBJECT_CLASS (toso_name_entry_parent_class)->finalize (object);
}

static void
toso_name_entry_class_init (TosoNameEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_name_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_name_entry_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = toso_name_entry_grab_focus;
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
toso_name_entry_init (TosoNameEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, "toso-down-symbolic");
  gtk_entry_set_icon_activatable (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_SECONDARY, TRUE);
  gtk_box_append (GTK_BOX (self), self->entry);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "names");
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  /* The keys stay with the entry. */
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "icon-press", G_CALLBACK (show_matches), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_name_entry_new (const char *label)
{
  TosoNameEntry *self = g_object_new (TOSO_TYPE_NAME_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

GtkWidget *
toso_name_entry_get_entry (TosoNameEntry *self)
{
  g_return_val_if_fail (TOSO_IS_NAME_ENTRY (self), NULL);

  return self->entry;
}

void
toso_name_entry_set_names (TosoNameEntry *self,
                           GHashTable    *names)
{
  GHashTableIter iter;
  gpointer       id;
  gpointer       name;

  g_return_if_fail (TOSO_IS_NAME_ENTRY (self));

  clear_list (self);
  g_ptr_array_set_size (self->choices, 0);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    {
      Choice *choice = g_new (Choice, 1);

      choice->id = *(gint64 *) id;
      choice->name = toso_text_squeeze (name);
      g_ptr_array_add (self->choices, choice);
    }
  g_ptr_array_sort (self->choices, compare_choices);
}

void
toso_name_entry_set_id (TosoNameEntry *self,
                        gint64         id)
{
  const char *name = "";

  g_return_if_fail (TOSO_IS_NAME_ENTRY (self));

  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (choice->id == id)
        name = choice->name;
    }
  set_text (self, name);
}

gboolean
toso_name_entry_get_id (TosoNameEntry *self,
                        gint64        *id)
{
  const char   *typed;
  const Choice *choice;

  g_return_val_if_fail (TOSO_IS_NAME_ENTRY (self), FALSE);

  *id = 0;
  typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  if (*typed == '\0')
    return TRUE;

  choice = find_by_name (self, typed);
  if (choice != NULL)
    *id = choice->id;

  return choice != NULL;
}
