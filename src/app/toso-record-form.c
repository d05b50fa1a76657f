/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-record-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-evidence-box.h"
#include "app/toso-name-entry.h"
#include "app/toso-parts.h"
#include "core/toso-number.h"
#include "core/toso-text.h"

#define LINES_HEIGHT 72

struct _TosoRecordForm
{
  GtkBox parent_instance;

  TosoSession *session;
  TosoRecord  *record;
  GPtrArray   *fields; /* of the widgets that hold the values, one a field */

  GHashTable *names; /* list → its names */
  char       *asked; /* the name of a second row of that name, when asked about */

  GtkWidget *title;
  GtkWidget *box;
  GtkWidget *pair; /* has room for one more short field, or NULL */
  GtkWidget *error;
  GtkWidget *buttons;
  GtkWidget *person; /* the way to what is held on the person of the row */
  GtkWidget *evidence;
};

enum {
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TosoRecordForm, toso_record_form, GTK_TYPE_BOX)

static void
set_error (TosoRecordForm *self,
           const char     *sentence)
{
  gtk_label_set_label (GTK_LABEL (self->error), sentence);
  gtk_widget_set_visible (self->error, sentence != NULL);
}

/* --- values and widgets --- */

/* "—" stands first where nothing may be chosen. */
static guint
get_first_choice (const TosoField *field)
{
  return (field->flags & TOSO_FIELD_REQUIRED) != 0 && field->initial != NULL ? 0 : 1;
}

static GtkWidget *
make_choice (const TosoField  *field,
             const TosoChoice *choices)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (get_first_choice (field) == 1)
    gtk_string_list_append (list, TOSO_MISSING);
  for (guint i = 0; choices[i].id != NULL; i++)
    gtk_string_list_append (list, _ (choices[i].title));

  return gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
}

static const TosoChoice *
get_choices (const TosoField *field)
{
  static const TosoChoice yes_no[] = {
    { "1", N_ ("yes") },
    { "0", N_ ("no") },
    { NULL, NULL }
  };

  return field->kind == TOSO_FIELD_YES_NO ? yes_no : field->choices;
}

static void
set_choice (GtkWidget       *widget,
            const TosoField *field,
            const char      *value)
{
  const TosoChoice *choices = get_choices (field);
  guint             selected = 0;

  for (guint i = 0; value != NULL && choices[i].id != NULL; i++)
    if (strcmp (choices[i].id, value) == 0)
      selected = i + get_first_choice (field);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), selected);
}

static char *
get_choice (GtkWidget       *widget,
            const TosoField *field)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (widget));
  guint first = get_first_choice (field);

  return selected < first ? NULL : g_strdup (get_choices (field)[selected - first].id);
}

static void
set_value (GtkWidget       *widget,
           const TosoField *field,
           const char      *value)
{
  g_autofree char *shown = value != NULL ? toso_field_format (field, value, FALSE) : g_strdup ("");

  if (GTK_IS_DROP_DOWN (widget))
    set_choice (widget, field, value);
  else if (TOSO_IS_NAME_ENTRY (widget))
    toso_name_entry_set_id (TOSO_NAME_ENTRY (widget), value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0);
  else if (GTK_IS_TEXT_VIEW (widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), shown, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (widget), shown);
}

static char *
get_lines (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter    start;
  GtkTextIter    end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* As typed; the store says what is wrong with it. */
static char *
get_value (GtkWidget       *widget,
           const TosoField *field)
{
  if (GTK_IS_DROP_DOWN (widget))
    return get_choice (widget, field);
  if (GTK_IS_TEXT_VIEW (widget))
    return get_lines (GTK_TEXT_VIEW (widget));

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
}

/* --- keeping --- */

/* A person whose name is not in the list yet comes into it with the row that
 * speaks of the person. */
static char *
add_person (GPtrArray  *records,
            const char *name)
{
  TosoRecord *person = toso_record_new (toso_registers_find ("member"));

  toso_record_set (person, "name", name);
  g_ptr_array_add (records, person);

  return g_strdup_printf ("@%u", records->len - 1);
}

/* FALSE when what is typed is no row of the list. */
static gboolean
get_link (TosoRecordForm  *self,
          GtkWidget       *widget,
          const TosoField *field,
          GPtrArray       *records,
          char           **value)
{
  g_autofree char *sentence = NULL;
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (toso_name_entry_get_entry (TOSO_NAME_ENTRY (widget))));
  gint64           id;

  if (toso_name_entry_get_id (TOSO_NAME_ENTRY (widget), &id))
    {
      *value = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
      return TRUE;
    }
  if (strcmp (field->link, "member") == 0)
    {
      *value = add_person (records, typed);
      return TRUE;
    }

  sentence = g_strdup_printf (_ ("“%s”: what is typed is not in the list. Choose one of it."), _ (field->title));
  set_error (self, sentence);
  gtk_widget_grab_focus (widget);

  return FALSE;
}

static gboolean
read_form (TosoRecordForm *self,
           TosoRecord     *record,
           GPtrArray      *records)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const TosoField *field = &record->kind->fields[i];
      GtkWidget       *widget = g_ptr_array_index (self->fields, i);
      char            *value = NULL;

      if (!TOSO_IS_NAME_ENTRY (widget))
        value = get_value (widget, field);
      else if (!get_link (self, widget, field, records, &value))
        return FALSE;
      g_free (record->values[i]);
      record->values[i] = value;
    }

  return TRUE;
}

/* Two people may be called the same; a name typed twice by mistake is as
 * likely.  So it is asked, once, and never refused. */
static gboolean
is_to_be_asked (TosoRecordForm   *self,
                const TosoRecord *record)
{
  GHashTable      *names = g_hash_table_lookup (self->names, record->kind->id);
  g_autofree char *folded = toso_text_fold (toso_record_get_name (record));
  GHashTableIter   iter;
  gpointer         name;

  if (record->id != 0 || names == NULL || g_strcmp0 (self->asked, folded) == 0)
    return FALSE;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    {
      g_autofree char *other = toso_text_fold (name);

      if (strcmp (other, folded) != 0)
        continue;
      g_free (self->asked);
      self->asked = g_steal_pointer (&folded);
      return TRUE;
    }

  return FALSE;
}

static void
focus_first (TosoRecordForm *self)
{
  if (self->fields->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->fields, 0));
}

static void
keep (TosoRecordForm *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  TosoRecord *record = toso_record_copy (self->record);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  set_error (self, NULL);
  if (!read_form (self, record, records))
    {
      toso_record_free (record);
      return;
    }
  g_ptr_array_add (records, record);
  if (is_to_be_asked (self, record))
    {
      /* Translators: %s is a name */
      sentence = g_strdup_printf (_ ("“%s” is in the list already. Keep again if this is another one."), toso_record_get_name (record));
      set_error (self, sentence);
      return;
    }
  if (!toso_year_save_records (toso_session_get_year (self->session), records, NULL, &error))
    {
      set_error (self, error->message);
      return;
    }

  /* Translators: %s is what a row of a register is called */
  sentence = g_strdup_printf (_ ("Kept: %s"), toso_record_get_name (g_ptr_array_index (records, 0)));
  toso_session_say (self->session, sentence, TRUE);
  g_signal_emit (self, signals[DONE], 0, record->id);
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  keep (TOSO_RECORD_FORM (widget));
}

static void
leave_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  /* Shown anew, as it was. */
  g_clear_pointer (&TOSO_RECORD_FORM (widget)->record, toso_record_free);
  g_signal_emit (widget, signals[DONE], 0, (gint64) 0);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_widget_activate_action (TOSO_RECORD_FORM (widget)->evidence, "evidence.paste", NULL);
}

/* --- making --- */

static GtkWidget *
make_lines (GtkWidget **view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  *view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (*view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (*view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (*view), 6);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (*view), 4);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (*view), 4);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), *view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LINES_HEIGHT);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scroller, FALSE);

  return scroller;
}

static GtkWidget *
make_entry (TosoRecordForm  *self,
            const TosoField *field)
{
  GtkWidget *entry = gtk_entry_new ();

  if (field->kind == TOSO_FIELD_DAY)
    gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "30/6/2026");
  if (field->kind == TOSO_FIELD_PHONE)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_PHONE);
  if (field->kind == TOSO_FIELD_COUNT || field->kind == TOSO_FIELD_MONEY || field->kind == TOSO_FIELD_DECIMAL)
    {
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_widget_add_css_class (entry, "figure");
    }
  g_signal_connect_object (entry, "activate", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);

  return entry;
}

static GtkWidget *
make_name_entry (TosoRecordForm  *self,
                 const TosoField *field)
{
  GtkWidget *entry = toso_name_entry_new (_ (field->title));

  toso_name_entry_set_names (TOSO_NAME_ENTRY (entry), g_hash_table_lookup (self->names, field->link));
  g_signal_connect_object (entry, "activate", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);

  return entry;
}

static char *
make_label (const TosoField *field)
{
  return g_strconcat (_ (field->title), (field->flags & TOSO_FIELD_REQUIRED) != 0 ? " *" : "", NULL);
}

static gboolean
is_short (const TosoField *field)
{
  return field->kind != TOSO_FIELD_TEXT && field->kind != TOSO_FIELD_LINES && field->kind != TOSO_FIELD_LINK;
}

/* Short fields stand two in a row, so that a form fits the smallest screen. */
static void
place_field (TosoRecordForm  *self,
             const TosoField *field,
             GtkWidget       *named)
{
  if (!is_short (field))
    {
      self->pair = NULL;
      gtk_box_append (GTK_BOX (self->box), named);
    }
  else if (self->pair != NULL)
    {
      gtk_box_append (GTK_BOX (self->pair), named);
      self->pair = NULL;
    }
  else
    {
      self->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      gtk_box_set_homogeneous (GTK_BOX (self->pair), TRUE);
      gtk_box_append (GTK_BOX (self->pair), named);
      gtk_box_append (GTK_BOX (self->box), self->pair);
    }
}

static void
append_field (TosoRecordForm  *self,
              const TosoField *field)
{
  g_autofree char *label = make_label (field);
  GtkWidget       *widget;
  GtkWidget       *shown;

  if (field->kind == TOSO_FIELD_CHOICE || field->kind == TOSO_FIELD_YES_NO)
    shown = widget = make_choice (field, get_choices (field));
  else if (field->kind == TOSO_FIELD_LINK)
    shown = widget = make_name_entry (self, field);
  else if (field->kind == TOSO_FIELD_LINES)
    shown = make_lines (&widget);
  else
    shown = widget = make_entry (self, field);

  place_field (self, field, toso_make_field (label, shown));
  if (GTK_IS_TEXT_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->title), -1);
  g_ptr_array_add (self->fields, widget);
}

static void
rebuild (TosoRecordForm *self)
{
  GtkWidget *child;

  self->pair = NULL;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->fields, 0);
  for (guint i = 0; i < self->record->kind->n_fields; i++)
    append_field (self, &self->record->kind->fields[i]);
}

static void
toso_record_form_dispose (GObject *object)
{
  TosoRecordForm *self = TOSO_RECORD_FORM (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->record, toso_record_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->asked, g_free);

  G_OBJECT_CLASS (toso_record_form_parent_class)->dispose (object);
}

static void
toso_record_form_class_init (TosoRecordFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = toso_record_form_dispose;
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "record.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "record.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "record.paste", NULL, paste_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_V, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "record.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "record.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "record.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "record.leave", NULL);
}

static GtkWidget *
make_buttons (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *keep_button = gtk_button_new_with_mnemonic (_ ("_Keep"));
  GtkWidget *leave_button = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_widget_add_css_class (keep_button, "primary");
  gtk_widget_set_tooltip_text (keep_button, "Enter, Ctrl+Enter");
  gtk_widget_set_tooltip_text (leave_button, "Esc");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (keep_button), "record.keep");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (leave_button), "record.leave");
  gtk_box_append (GTK_BOX (box), keep_button);
  gtk_box_append (GTK_BOX (box), leave_button);

  return box;
}

static void
toso_record_form_init (TosoRecordForm *self)
{
  GtkBox *box = GTK_BOX (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (box, 12);
  self->fields = g_ptr_array_new ();
  self->title = toso_make_label (NULL, 0, "section-head");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->error = toso_make_label (NULL, 0, "field-error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_set_visible (self->error, FALSE);
  self->buttons = make_buttons ();
  gtk_box_append (box, self->title);
  gtk_box_append (box, self->box);
  gtk_box_append (box, self->error);
  gtk_box_append (box, self->buttons);
  self->person = gtk_button_new_with_label (_ ("What is held on this person…"));
  gtk_widget_add_css_class (self->person, "textlink");
  gtk_widget_set_halign (self->person, GTK_ALIGN_START);
  gtk_box_append (box, self->person);
}

GtkWidget *
toso_record_form_new (TosoSession *session)
{
  TosoRecordForm *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_RECORD_FORM, NULL);
  self->session = g_object_ref (session);
  self->evidence = toso_evidence_box_new (session);
  gtk_box_append (GTK_BOX (self), self->evidence);

  return GTK_WIDGET (self);
}

static gboolean
is_shown (TosoRecordForm   *self,
          const TosoRecord *record)
{
  return self->record != NULL && record->id != 0 && self->record->kind == record->kind && self->record->id == record->id &&
         self->record->row_version == record->row_version;
}

static void
update_person (TosoRecordForm *self)
{
  g_autofree char *who = toso_record_dup_person (self->record);

  gtk_widget_set_visible (self->person, who != NULL);
  if (who != NULL)
    {
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (who));
      g_autofree char *quoted = g_variant_print (target, FALSE);
      g_autofree char *action = g_strdup_printf ("win.personal-data(%s)", quoted);

      toso_set_action (self->person, action);
    }
}

void
toso_record_form_start (TosoRecordForm   *self,
                        const TosoRecord *record,
                        GHashTable       *names)
{
  gboolean can_write;

  g_return_if_fail (TOSO_IS_RECORD_FORM (self));
  g_return_if_fail (record != NULL);

  /* The same row, as it was: what is being typed stays, and the keyboard. */
  if (is_shown (self, record))
    {
      toso_evidence_box_set (TOSO_EVIDENCE_BOX (self->evidence), record);
      return;
    }

  g_clear_pointer (&self->record, toso_record_free);
  self->record = toso_record_copy (record);
  can_write = !toso_session_is_read_only (self->session);
  g_clear_pointer (&self->names, g_hash_table_unref);
  self->names = g_hash_table_ref (names);
  g_clear_pointer (&self->asked, g_free);
  rebuild (self);
  for (guint i = 0; i < record->kind->n_fields; i++)
    set_value (g_ptr_array_index (self->fields, i), &record->kind->fields[i], record->values[i]);
  gtk_label_set_label (GTK_LABEL (self->title), record->id == 0 ? _ ("New row") : toso_record_get_name (record));
  gtk_widget_set_sensitive (self->box, can_write);
  gtk_widget_set_visible (self->buttons, can_write);
  update_person (self);
  toso_evidence_box_set (TOSO_EVIDENCE_BOX (self->evidence), record);
  set_error (self, NULL);
  if (record->id == 0)
    focus_first (self);
}
