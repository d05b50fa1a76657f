/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-names-paste.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"
#include "app/toso-roll-item.h"
#include "core/toso-name-match.h"

struct _TosoNamesPaste
{
  GtkBox parent_instance;

  GPtrArray *roll;    /* of TosoRollLine */
  GPtrArray *matches; /* of TosoNameMatch */
  GPtrArray *choices; /* of GtkDropDown beside them; NULL where all is clear */

  GtkWidget *summary;
  GtkWidget *list;
  GtkWidget *others;
  GtkWidget *done_button;
};

enum {
  DONE,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoNamesPaste, toso_names_paste, GTK_TYPE_BOX)

/* --- what was chosen --- */

#define NOBODY G_MAXUINT
#define GUEST  (G_MAXUINT - 1)

/* A place in the roll, NOBODY or GUEST. */
static guint
get_choice (TosoNamesPaste *self,
            guint           index)
{
  const TosoNameMatch *match = self->matches->pdata[index];
  GtkWidget           *drop_down = self->choices->pdata[index];
  guint                selected = drop_down != NULL ? gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) : 1;

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NOBODY;
  if (selected - 1 < match->found->len)
    return g_array_index (match->found, guint, selected - 1);

  return GUEST;
}

static guint
count_left_out (TosoNamesPaste *self)
{
  guint n = 0;

  for (guint i = 0; i < self->matches->len; i++)
    n += get_choice (self, i) == NOBODY;

  return n;
}

static void
update_summary (TosoNamesPaste *self)
{
  guint            n_names = self->matches->len;
  guint            n_left = count_left_out (self);
  g_autofree char *text = NULL;
  g_autofree char *button = NULL;

  text = n_left == 0 ? g_strdup_printf (ngettext ("%u name, and it is clear whose", "%u names, and it is clear whose", n_names), n_names)
                     : g_strdup_printf (ngettext ("%u name; %u to be chosen or left out", "%u names; %u to be chosen or left out", n_names), n_names, n_left);
  button = g_strdup_printf (ngettext ("_Write %u Present", "_Write %u Present", n_names - n_left), n_names - n_left);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_button_set_label (GTK_BUTTON (self->done_button), button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "names.done", n_left < n_names);
}

/* --- rows --- */

static char *
describe_person (const TosoRollLine *line)
{
  return *line->team != '\0' ? g_strdup_printf ("%s – %s", line->name, line->team) : g_strdup (line->name);
}

static GtkWidget *
make_drop_down (TosoNamesPaste      *self,
                const TosoNameMatch *match)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char *name = NULL;
  GtkWidget       *drop_down;

  gtk_string_list_append (list, match->state == TOSO_NAME_ASKED ? _ ("choose, or left out") : _ ("not on the list: left out"));
  for (guint i = 0; i < match->found->len; i++)
    {
      g_autofree char *text = describe_person (self->roll->pdata[g_array_index (match->found, guint, i)]);

      gtk_string_list_append (list, text);
    }
  gtk_string_list_append (list, _ ("a guest"));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  /* Translators: whom the pasted name is of */
  name = g_strdup_printf (_ ("Who “%s” is"), match->typed);
  toso_name_drop_down (drop_down, name);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (update_summary), self, G_CONNECT_SWAPPED);

  return drop_down;
}

static void
append_row (TosoNamesPaste      *self,
            const TosoNameMatch *match)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *typed = *match->place != '\0' ? g_strdup_printf ("%s (%s)", match->typed, match->place) : g_strdup (match->typed);
  GtkWidget       *label = toso_make_label (typed, 0, NULL);
  GtkWidget       *drop_down = NULL;
  GtkWidget       *person;

  gtk_widget_add_css_class (row, "names-row");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (row), label);
  if (match->state == TOSO_NAME_FOUND)
    {
      g_autofree char *text = describe_person (self->roll->pdata[g_array_index (match->found, guint, 0)]);

      person = toso_make_label (text, 0, "dim");
      gtk_label_set_ellipsize (GTK_LABEL (person), PANGO_ELLIPSIZE_END);
    }
  else
    person = drop_down = make_drop_down (self, match);
  gtk_widget_set_hexpand (person, TRUE);
  gtk_box_append (GTK_BOX (row), person);
  gtk_box_append (GTK_BOX (self->list), row);
  g_ptr_array_add (self->choices, drop_down);
}

/* What is to be decided stands first. */
static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  static const int     order[] = { 1, 2, 0 }; /* unknown, found, asked */
  const TosoNameMatch *x = *(TosoNameMatch *const *) a;
  const TosoNameMatch *y = *(TosoNameMatch *const *) b;

  return order[x->state] - order[y->state];
}

static void
fill (TosoNamesPaste *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  g_ptr_array_set_size (self->choices, 0);
  for (guint i = 0; i < self->matches->len; i++)
    append_row (self, self->matches->pdata[i]);
}

/* --- object --- */

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[DONE], 0);
}

static void
leave_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

/* To what is to be decided, else to the button. */
static gboolean
toso_names_paste_grab_focus (GtkWidget *widget)
{
  TosoNamesPaste *self = TOSO_NAMES_PASTE (widget);
  GtkWidget      *first = self->choices->len > 0 ? self->choices->pdata[0] : NULL;

  return gtk_widget_grab_focus (first != NULL ? first : self->done_button);
}

static void
toso_names_paste_finalize (GObject *object)
{
  TosoNamesPaste *self = TOSO_NAMES_PASTE (object);

  g_clear_pointer (&self->roll, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (toso_names_paste_parent_class)->finalize (object);
}

static void
toso_names_paste_class_init (TosoNamesPasteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = toso_names_paste_finalize;
  widget_class->grab_focus = toso_names_paste_grab_focus;
  gtk_widget_class_install_action (widget_class, "names.done", NULL, done_cb);
  gtk_widget_class_install_action (widget_class, "names.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "names.done", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "names.leave", NULL);
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_buttons (TosoNamesPaste *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *back = gtk_button_new_with_mnemonic (_ ("_Back"));

  self->done_button = gtk_button_new_with_mnemonic ("");
  gtk_widget_add_css_class (self->done_button, "primary");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->done_button), "names.done");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "names.leave");
  gtk_widget_set_tooltip_text (self->done_button, "Ctrl+Enter");
  gtk_widget_set_tooltip_text (back, "Esc");
  gtk_widget_set_hexpand (self->others, TRUE);
  gtk_box_append (GTK_BOX (box), self->others);
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), self->done_button);

  return box;
}

static void
toso_names_paste_init (TosoNamesPaste *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "names-paste");
  self->choices = g_ptr_array_new ();
  self->summary = toso_make_label (NULL, 0, "section-head");
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  self->others = gtk_check_button_new_with_mnemonic (_ ("_Everybody else is absent"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_box_append (GTK_BOX (self), self->summary);
  gtk_box_append (GTK_BOX (self), scroller);
  gtk_box_append (GTK_BOX (self), make_buttons (self));
}

GtkWidget *
toso_names_paste_new (void)
{
  return g_object_new (TOSO_TYPE_NAMES_PASTE, NULL);
}

gboolean
toso_names_paste_start (TosoNamesPaste *self,
                        const char     *text,
                        GPtrArray      *roll)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();

  g_return_val_if_fail (TOSO_IS_NAMES_PASTE (self), FALSE);

  for (guint i = 0; i < roll->len; i++)
    {
      const TosoRollLine *line = roll->pdata[i];

      g_ptr_array_add (names, line->name);
      g_ptr_array_add (places, line->team);
    }
  g_clear_pointer (&self->roll, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  self->roll = g_ptr_array_ref (roll);
  self->matches = toso_name_match_lines (text, (const char *const *) names->pdata, (const char *const *) places->pdata, roll->len);
  if (self->matches->len == 0)
    return FALSE;

  g_ptr_array_sort (self->matches, compare_matches);
  fill (self);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->others), FALSE);
  update_summary (self);

  return TRUE;
}

static void
add_line (GPtrArray          *lines,
          const TosoRollLine *line,
          TosoPresence        presence)
{
  TosoRollLine *copy = toso_roll_line_copy (line);

  copy->presence = presence;
  g_ptr_array_add (lines, copy);
}

GPtrArray *
toso_names_paste_list (TosoNamesPaste *self)
{
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  GPtrArray *lines;

  g_return_val_if_fail (TOSO_IS_NAMES_PASTE (self), NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_roll_line_free);
  for (guint i = 0; i < self->matches->len; i++)
    {
      const TosoNameMatch *match = self->matches->pdata[i];
      guint                place = get_choice (self, i);
      TosoRollLine         guest = { .name = match->typed, .team = (char *) "" };

      if (place == GUEST)
        add_line (lines, &guest, TOSO_PRESENCE_PRESENT);
      else if (place != NOBODY && g_hash_table_add (named, GUINT_TO_POINTER (place + 1)))
        add_line (lines, self->roll->pdata[place], TOSO_PRESENCE_PRESENT);
    }
  for (guint i = 0; gtk_check_button_get_active (GTK_CHECK_BUTTON (self->others)) && i < self->roll->len; i++)
    if (!g_hash_table_contains (named, GUINT_TO_POINTER (i + 1)) && ((const TosoRollLine *) self->roll->pdata[i])->expected)
      add_line (lines, self->roll->pdata[i], TOSO_PRESENCE_ABSENT);

  return lines;
}
