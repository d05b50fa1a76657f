/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-target-form.h"

#include <glib/gi18n.h>

#include "app/toso-count-form.h"
#include "app/toso-figure-entry.h"
#include "app/toso-parts.h"
#include "core/toso-text.h"

struct _TosoTargetForm
{
  GtkBox parent_instance;

  TosoSession *session;
  TosoTarget  *target; /* what is edited; id 0 for a new one */

  GtkWidget       *title;
  GtkWidget       *name;
  GtkWidget       *name_error;
  GtkWidget       *kind;
  GtkWidget       *direction;
  TosoFigureEntry *value;
  TosoFigureEntry *whole;
  TosoFigureEntry *baseline;
  GtkWidget       *unit;
  GtkWidget       *numerator;
  GtkWidget       *denominator;
  GtkWidget       *over_time;
  GtkWidget       *feed;
  TosoCountForm   *count;
  GtkWidget       *error;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the enumerations. */
static const char *const kind_names[] = {
  NC_ ("kind of target", "41 out of 41"),
  NC_ ("kind of target", "percentage"),
  NC_ ("kind of target", "number"),
  NC_ ("kind of target", "yes or no"),
  NC_ ("kind of target", "without a number"),
  NULL
};

static const char *const direction_names[] = {
  NC_ ("direction", "not named"),
  NC_ ("direction", "at least (≥)"),
  NC_ ("direction", "more than (>)"),
  NC_ ("direction", "at most (≤)"),
  NC_ ("direction", "less than (<)"),
  NC_ ("direction", "exactly (=)"),
  NC_ ("direction", "increase"),
  NC_ ("direction", "decrease"),
  NULL
};

static const char *const over_time_names[] = {
  NC_ ("over time", "adds up over the periods"),
  NC_ ("over time", "the latest figure counts"),
  NULL
};

static const char *const feed_names[] = {
  NC_ ("figures of a target", "reported by the villages"),
  NC_ ("figures of a target", "counted in the lists"),
  NULL
};

G_DEFINE_FINAL_TYPE (TosoTargetForm, toso_target_form, GTK_TYPE_BOX)

static void
set_error (GtkWidget  *label,
           const char *sentence)
{
  gtk_label_set_label (GTK_LABEL (label), sentence);
  gtk_widget_set_visible (label, sentence != NULL);
}

/* Which fields the kind has. */
static void
kind_changed_cb (TosoTargetForm *self)
{
  TosoTargetKind kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  gboolean       has_number = kind != TOSO_TARGET_YES_NO;

  gtk_widget_set_visible (GTK_WIDGET (self->whole), kind == TOSO_TARGET_COUNT_OF_COUNT);
  gtk_widget_set_visible (GTK_WIDGET (self->value), has_number && kind != TOSO_TARGET_QUALITATIVE);
  gtk_widget_set_visible (GTK_WIDGET (self->baseline), has_number);
  gtk_widget_set_visible (gtk_widget_get_parent (self->direction), has_number);
  gtk_widget_set_visible (gtk_widget_get_parent (self->unit), has_number && kind != TOSO_TARGET_PERCENTAGE);
  gtk_widget_set_visible (gtk_widget_get_parent (self->denominator),
                          kind == TOSO_TARGET_PERCENTAGE || kind == TOSO_TARGET_QUALITATIVE);
}

static void
feed_changed_cb (TosoTargetForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->count), gtk_drop_down_get_selected (GTK_DROP_DOWN (self->feed)) == 1);
}

static char *
dup_entry (GtkWidget *entry)
{
  g_autofree char *normal = toso_text_normalize (gtk_editable_get_text (GTK_EDITABLE (entry)));

  return toso_text_squeeze (normal);
}

static void
replace (char **field,
         char  *text)
{
  g_free (*field);
  *field = text;
}

/* Reads the form into the target; FALSE when a field is not right and says so. */
static gboolean
read_form (TosoTargetForm *self)
{
  TosoTarget      *target = self->target;
  g_autofree char *name = dup_entry (self->name);

  if (*name == '\0')
    {
      set_error (self->name_error, _ ("A target needs a name."));
      gtk_widget_grab_focus (self->name);
      return FALSE;
    }

  target->kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  target->direction = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->direction));
  target->over_time = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->over_time));
  if (!toso_figure_entry_get (self->value, &target->value) || !toso_figure_entry_get (self->whole, &target->whole) || !toso_figure_entry_get (self->baseline, &target->baseline))
    return FALSE;
  if (target->kind != TOSO_TARGET_COUNT_OF_COUNT)
    target->whole = TOSO_FIGURE_MISSING;

  replace (&target->name, g_steal_pointer (&name));
  replace (&target->unit, target->kind == TOSO_TARGET_PERCENTAGE ? g_strdup ("%") : dup_entry (self->unit));
  replace (&target->numerator_name, dup_entry (self->numerator));
  replace (&target->denominator_name, dup_entry (self->denominator));
  replace (&target->counted, gtk_widget_get_visible (GTK_WIDGET (self->count)) ? toso_count_form_dup_text (self->count) : g_strdup (""));

  return TRUE;
}

static void
save_cb (TosoTargetForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  gboolean         is_new = self->target->id == 0;
  gint64           id = self->target->id;

  set_error (self->error, NULL);
  set_error (self->name_error, NULL);
  if (!read_form (self))
    return;

  /* Translators: %s is the name of a target */
  sentence = g_strdup_printf (is_new ? _ ("Target added: %s") : _ ("Target changed: %s"), self->target->name);
  if (!toso_year_save_target (toso_session_get_year (self->session), self->target, &id, &error))
    {
      set_error (self->error, error->message);
      return;
    }

  toso_session_say (self->session, sentence, TRUE);
  g_signal_emit (self, signals[DONE], 0, id);
}

static void
leave_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[DONE], 0, (gint64) 0);
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  save_cb (TOSO_TARGET_FORM (widget));
}

static void
toso_target_form_dispose (GObject *object)
{
  TosoTargetForm *self = TOSO_TARGET_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->target, toso_target_free);

  G_OBJECT_CLASS (toso_target_form_parent_class)->dispose (object);
}

static void
toso_target_form_class_init (TosoTargetFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_target_form_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "form.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "form.leave", NULL, leave_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "form.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "form.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "form.leave", NULL);
}

static GtkWidget *
make_drop_down (const char *const *names,
                const char        *context)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (list, g_dpgettext2 (NULL, context, names[i]));

  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
}

static GtkWidget *
make_entry (TosoTargetForm *self)
{
  GtkWidget *entry = gtk_entry_new ();

  g_signal_connect_object (entry, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);

  return entry;
}

static TosoFigureEntry *
make_figure (TosoTargetForm *self,
             const char     *label)
{
  GtkWidget *entry = toso_figure_entry_new (label);

  g_signal_connect_object (entry, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);

  return TOSO_FIGURE_ENTRY (entry);
}

/* Two fields beside each other, so that the form fits the smallest screen. */
static GtkWidget *
make_pair (GtkWidget *first,
           GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_valign (first, GTK_ALIGN_START);
  gtk_widget_set_valign (second, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  return box;
}

static GtkWidget *
make_error (void)
{
  GtkWidget *error = toso_make_label (NULL, 0, "field-error");

  gtk_label_set_wrap (GTK_LABEL (error), TRUE);
  gtk_widget_set_visible (error, FALSE);

  return error;
}

static GtkWidget *
make_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *keep = gtk_button_new_with_mnemonic (_ ("_Keep"));
  GtkWidget *leave = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_add_css_class (keep, "primary");
  gtk_widget_set_tooltip_text (keep, "Ctrl+Enter");
  gtk_widget_set_tooltip_text (leave, "Esc");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (keep), "form.keep");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave), "form.leave");
  gtk_box_append (GTK_BOX (box), keep);
  gtk_box_append (GTK_BOX (box), leave);
  gtk_widget_set_margin_top (box, 6);

  return box;
}

static void
toso_target_form_init (TosoTargetForm *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 12);

  self->title = toso_make_label (NULL, 0, "section-head");
  self->name = make_entry (self);
  self->name_error = make_error ();
  self->kind = make_drop_down (kind_names, "kind of target");
  self->direction = make_drop_down (direction_names, "direction");
  self->value = make_figure (self, _ ("_Value"));
  self->whole = make_figure (self, _ ("_Out of"));
  self->baseline = make_figure (self, _ ("Value at the _beginning of the year"));
  self->unit = make_entry (self);
  self->numerator = make_entry (self);
  self->denominator = make_entry (self);
  self->over_time = make_drop_down (over_time_names, "over time");
  self->feed = make_drop_down (feed_names, "figures of a target");
  self->error = make_error ();

  gtk_box_append (box, self->title);
  gtk_box_append (box, toso_make_field (_ ("_Name"), self->name));
  gtk_box_append (box, self->name_error);
  gtk_box_append (box, toso_make_field (_ ("K_ind"), self->kind));
  gtk_box_append (box, toso_make_field (_ ("_Direction"), self->direction));
  gtk_box_append (box, make_pair (GTK_WIDGET (self->value), GTK_WIDGET (self->whole)));
  gtk_box_append (box, make_pair (toso_make_field (_ ("_Unit"), self->unit), GTK_WIDGET (self->baseline)));
  gtk_box_append (box, toso_make_field (_ ("What is _counted"), self->numerator));
  gtk_box_append (box, toso_make_field (_ ("Out o_f what"), self->denominator));
  gtk_box_append (box, toso_make_field (_ ("Over _time"), self->over_time));
  gtk_box_append (box, toso_make_field (_ ("Fi_gures"), self->feed));
  gtk_box_append (box, self->error);
  gtk_box_append (box, make_buttons ());
  g_signal_connect_object (self->feed, "notify::selected", G_CALLBACK (feed_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
toso_target_form_new (TosoSession *session)
{
  TosoTargetForm *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_TARGET_FORM, NULL);
  self->session = g_object_ref (session);
  self->count = TOSO_COUNT_FORM (toso_count_form_new (session));
  gtk_box_insert_child_after (GTK_BOX (self), GTK_WIDGET (self->count),
                              gtk_widget_get_ancestor (self->feed, GTK_TYPE_BOX));

  return GTK_WIDGET (self);
}

static TosoTarget *
make_target (TosoTargetForm *self,
             gint64          target_id)
{
  const TosoPlan *plan = toso_session_get_plan (self->session);
  TosoTarget     *target = target_id != 0 ? toso_plan_find_target (plan, target_id) : NULL;

  if (target != NULL)
    return toso_target_copy (target);

  target = toso_target_new ();
  target->kind = TOSO_TARGET_PERCENTAGE;
  target->direction = TOSO_DIRECTION_AT_LEAST;

  return target;
}

void
toso_target_form_start (TosoTargetForm *self,
                        gint64          target_id)
{
  TosoTarget *target;

  g_return_if_fail (TOSO_IS_TARGET_FORM (self));

  g_clear_pointer (&self->target, toso_target_free);
  self->target = target = make_target (self, target_id);

  gtk_label_set_label (GTK_LABEL (self->title), target->id == 0 ? _ ("New target") : target->code);
  gtk_editable_set_text (GTK_EDITABLE (self->name), target->name);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), target->kind);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->direction), target->direction);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->over_time), target->over_time);
  toso_figure_entry_set (self->value, target->value);
  toso_figure_entry_set (self->whole, target->whole);
  toso_figure_entry_set (self->baseline, target->baseline);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->feed), toso_target_is_counted (target));
  toso_count_form_set_text (self->count, target->counted);
  feed_changed_cb (self);
  gtk_editable_set_text (GTK_EDITABLE (self->unit), target->unit);
  gtk_editable_set_text (GTK_EDITABLE (self->numerator), target->numerator_name);
  gtk_editable_set_text (GTK_EDITABLE (self->denominator), target->denominator_name);
  set_error (self->error, NULL);
  set_error (self->name_error, NULL);
  kind_changed_cb (self);
  gtk_widget_grab_focus (self->name);
}
