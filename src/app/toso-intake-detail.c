/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-detail.h"

#include <glib/gi18n.h>

#include "app/toso-parts.h"

#define MAX_LINES 200 /* nobody reads more; how many there are is said */

struct _TosoIntakeDetail
{
  GtkBox parent_instance;

  TosoIntake *intake;
  guint       index;       /* TOSO_INTAKE_ALL: none */
  guint       n_questions; /* that are shown */
  char       *proposed;    /* as reason */
  GPtrArray  *choices;     /* of TosoColumnChoice or NULL, as in the columns' drop-downs */

  GtkWidget *name;
  GtkWidget *words;
  GtkWidget *questions;
  GtkWidget *findings;
  GtkWidget *reason;
  GtkWidget *reject_button;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (TosoIntakeDetail, toso_intake_detail, GTK_TYPE_BOX)

static const TosoIntakeFile *
get_file (TosoIntakeDetail *self)
{
  return toso_intake_get_file (self->intake, self->index);
}

/* --- what is asked --- */

static GtkWidget *
add_question (TosoIntakeDetail *self,
              const char       *label,
              GtkStringList    *answers, /* taken */
              guint             selected,
              GCallback         selected_cb)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget     *drop = gtk_drop_down_new (G_LIST_MODEL (answers), expression);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), g_list_model_get_n_items (G_LIST_MODEL (answers)) > 8);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  gtk_box_append (GTK_BOX (self->questions), toso_make_field (label, drop));
  g_signal_connect_object (drop, "notify::selected", selected_cb, self, G_CONNECT_DEFAULT);

  return drop;
}

static void
comma_cb (GtkDropDown      *drop,
          GParamSpec       *pspec,
          TosoIntakeDetail *self)
{
  toso_intake_set_comma (self->intake, self->index, (TosoComma) gtk_drop_down_get_selected (drop));
}

static void
ask_comma (TosoIntakeDetail     *self,
           const TosoIntakeFile *file)
{
  const char *const answers[] = { _ ("choose"), _ ("thousands"), _ ("decimals"), NULL };
  g_autofree char  *label = NULL;

  /* Translators: %s is a number such as 1,234 */
  label = g_strdup_printf (_ ("The sign in “%s” parts"), file->comma_sample);
  add_question (self, label, gtk_string_list_new (answers), file->comma, G_CALLBACK (comma_cb));
}

static void
village_cb (GtkDropDown      *drop,
            GParamSpec       *pspec,
            TosoIntakeDetail *self)
{
  TosoFigureForm form = toso_intake_form_get (toso_intake_get_form (self->intake));
  guint          selected = gtk_drop_down_get_selected (drop);

  if (selected == GTK_INVALID_LIST_POSITION)
    return;
  toso_intake_set_village (self->intake, self->index,
                           selected > 0 ? ((const TosoVillage *) form.villages->pdata[selected - 1])->id : 0);
}

static void
ask_village (TosoIntakeDetail     *self,
             const TosoIntakeFile *file)
{
  TosoFigureForm form = toso_intake_form_get (toso_intake_get_form (self->intake));
  GtkStringList *answers = gtk_string_list_new (NULL);
  guint          selected = 0;

  gtk_string_list_append (answers, _ ("choose"));
  for (guint i = 0; i < form.villages->len; i++)
    {
      const TosoVillage *village = form.villages->pdata[i];

      gtk_string_list_append (answers, village->name);
      if (village->id == file->village_id)
        selected = i + 1;
    }
  add_question (self, _ ("Which village’s report it is"), answers, selected, G_CALLBACK (village_cb));
}

static void
add_choice (TosoIntakeDetail *self,
            GtkStringList    *answers,
            TosoColumnUse     use,
            gint64            indicator_id,
            const char       *group,
            const char       *text)
{
  TosoColumnChoice *choice = g_new0 (TosoColumnChoice, 1);

  choice->use = use;
  choice->indicator_id = indicator_id;
  choice->group = g_strdup (group);
  g_ptr_array_add (self->choices, choice);
  gtk_string_list_append (answers, text);
}

/* The same for each column: what it may be. */
static GtkStringList *
list_answers (TosoIntakeDetail *self)
{
  TosoFigureForm form = toso_intake_form_get (toso_intake_get_form (self->intake));
  GtkStringList *answers = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->choices, 0);
  g_ptr_array_add (self->choices, NULL);
  gtk_string_list_append (answers, _ ("choose"));
  add_choice (self, answers, TOSO_COLUMN_LEFT_OUT, 0, "", _ ("leave it out"));
  for (guint i = 0; i < form.n_asked; i++)
    {
      const TosoAskedFigure *asked = &form.asked[i];
      g_autofree char       *title = toso_intake_form_dup_title (asked);
      g_autofree char       *reached = NULL;
      g_autofree char       *whole = NULL;

      /* Translators: an indicator, and which of its two figures */
      reached = asked->has_denominator ? g_strdup_printf (_ ("%s: reached"), title) : g_strdup (title);
      /* Translators: an indicator, and which of its two figures */
      whole = g_strdup_printf (_ ("%s: of all"), title);
      add_choice (self, answers, TOSO_COLUMN_REACHED, asked->indicator_id, asked->group, reached);
      if (asked->has_denominator)
        add_choice (self, answers, TOSO_COLUMN_WHOLE, asked->indicator_id, asked->group, whole);
    }

  return answers;
}

static guint
find_choice (TosoIntakeDetail       *self,
             const TosoColumnChoice *choice)
{
  g_autofree char *wanted = choice != NULL ? toso_column_choice_to_text (choice) : NULL;

  for (guint i = 1; choice != NULL && i < self->choices->len; i++)
    {
      g_autofree char *text = toso_column_choice_to_text (self->choices->pdata[i]);

      if (g_str_equal (text, wanted))
        return i;
    }

  return 0;
}

static void
column_cb (GtkDropDown      *drop,
           GParamSpec       *pspec,
           TosoIntakeDetail *self)
{
  const char *key = g_object_get_data (G_OBJECT (drop), "key");
  guint       selected = gtk_drop_down_get_selected (drop);

  if (selected < self->choices->len)
    toso_intake_set_column (self->intake, key, self->choices->pdata[selected]);
}

static void
ask_column (TosoIntakeDetail       *self,
            const TosoIntakeColumn *column)
{
  GtkStringList    *answers = list_answers (self);
  TosoColumnChoice *choice = toso_intake_dup_column (self->intake, column->key);
  g_auto (GStrv) parts = g_strsplit (column->title, "_", -1);
  g_autofree char *title = g_strjoinv ("__", parts); /* not an access key */
  g_autofree char *label = NULL;
  GtkWidget       *drop;

  /* Translators: the heading of a column, and its cell */
  label = g_strdup_printf (_ ("“%s” (%s) is"), title, column->cell);
  drop = add_question (self, label, answers, find_choice (self, choice), G_CALLBACK (column_cb));
  g_object_set_data_full (G_OBJECT (drop), "key", g_strdup (column->key), g_free);
  toso_column_choice_free (choice);
}

static guint
count_questions (const TosoIntakeFile *file)
{
  return (guint) file->asks_village + (guint) file->asks_comma + file->columns->len;
}

/* Left alone while they are the same: one of them has the keyboard. */
static void
show_questions (TosoIntakeDetail     *self,
                const TosoIntakeFile *file,
                gboolean              is_other)
{
  GtkWidget *child;

  if (!is_other && self->n_questions == count_questions (file))
    return;
  while ((child = gtk_widget_get_first_child (self->questions)) != NULL)
    gtk_box_remove (GTK_BOX (self->questions), child);
  if (file->asks_village)
    ask_village (self, file);
  if (file->asks_comma)
    ask_comma (self, file);
  for (guint i = 0; i < file->columns->len; i++)
    ask_column (self, file->columns->pdata[i]);
  self->n_questions = count_questions (file);
  gtk_widget_set_visible (self->questions, self->n_questions > 0);
}

/* --- what was found --- */

static void
add_finding (TosoIntakeDetail *self,
             int              *n,
             const char       *head,
             const char       *text)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget       *first = toso_make_label (head, 0, "second strong");
  GtkWidget       *second = toso_make_label (text, 0, "second");
  g_autofree char *name = g_strdup_printf ("%s: %s", head, text);

  gtk_label_set_wrap (GTK_LABEL (first), TRUE);
  gtk_label_set_wrap (GTK_LABEL (second), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (second), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_visible (second, *text != '\0');
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  toso_set_row (self->findings, (*n)++, box, name, NULL);
}

static void
add_problems (TosoIntakeDetail *self,
              int              *n,
              GPtrArray        *problems)
{
  for (guint i = 0; i < problems->len && *n < MAX_LINES; i++)
    {
      const TosoTableProblem *problem = problems->pdata[i];
      g_autofree char        *head = NULL;

      head = *problem->sheet != '\0' ? g_strdup_printf ("%s, %s: “%s”", problem->sheet, problem->cell, problem->value)
                                     : g_strdup_printf ("%s: “%s”", problem->cell, problem->value);
      add_finding (self, n, head, problem->message);
    }
}

static char *
format (TosoFigure part,
        TosoFigure whole,
        gboolean   has_whole)
{
  g_autofree char *first = toso_number_format_figure (part, 6);
  g_autofree char *second = toso_number_format_figure (whole, 6);

  return has_whole && (part.known || whole.known) ? g_strdup_printf ("%s/%s", first, second) : g_steal_pointer (&first);
}

static void
add_change (TosoIntakeDetail      *self,
            int                   *n,
            const TosoFigureEntry *entry,
            const TosoChange      *change)
{
  const TosoIntakeForm  *form = toso_intake_get_form (self->intake);
  const TosoMeasurement *measurement = entry->measurement;
  const TosoAskedFigure *asked = toso_intake_form_find (form, measurement->indicator_id, measurement->breakdown);
  const TosoVillage     *village = toso_intake_form_find_village (form, measurement->village_id);
  g_autofree char       *title = asked != NULL ? toso_intake_form_dup_title (asked) : g_strdup ("");
  g_autofree char       *before = format (change->old_numerator, change->old_denominator, asked != NULL && asked->has_denominator);
  g_autofree char       *after = format (measurement->numerator, measurement->denominator, asked != NULL && asked->has_denominator);
  g_autofree char       *head = NULL;
  g_autofree char       *text = NULL;

  /* Translators: a village and an indicator */
  head = g_strdup_printf (_ ("%s, %s"), village != NULL ? village->name : "", title);
  text = change->kind == TOSO_CHANGE_NEW ? g_strdup (after) : g_strdup_printf ("%s → %s", before, after);
  if (*change->message != '\0')
    {
      g_autofree char *figures = g_steal_pointer (&text);

      text = g_strdup_printf ("%s. %s", figures, change->message);
    }
  add_finding (self, n, head, text);
}

/* What differs and what is to be asked first; what is merely new is counted in
 * the list. */
static void
show_findings (TosoIntakeDetail     *self,
               const TosoIntakeFile *file)
{
  int n = 0;

  if (file->table != NULL)
    {
      add_problems (self, &n, file->table->problems);
      for (guint i = 0; file->changes != NULL && i < file->changes->len && n < MAX_LINES; i++)
        {
          const TosoChange *change = file->changes->pdata[i];

          if (change->kind == TOSO_CHANGE_CHANGED || change->kind == TOSO_CHANGE_REFUSED || *change->message != '\0')
            add_change (self, &n, file->table->entries->pdata[i], change);
        }
      add_problems (self, &n, file->table->unknown);
    }
  toso_trim_rows (self->findings, n);
  gtk_widget_set_visible (self->findings, n > 0);
}

/* --- sending it back --- */

static void
reason_changed_cb (TosoIntakeDetail *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));

  gtk_widget_set_sensitive (self->reject_button, *reason != '\0');
}

/* The village hears of it over Zalo; nothing is sent from here. */
static void
reject_cb (TosoIntakeDetail *self)
{
  const TosoIntakeFile *file = get_file (self);
  g_autofree char      *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  g_autofree char      *message = NULL;

  if (file->rejection != NULL)
    {
      toso_intake_reject (self->intake, self->index, NULL);
      return;
    }
  if (*reason == '\0')
    return;
  /* Translators: a message to a village; the name of its file, and why it is not taken */
  message = g_strdup_printf (_ ("The file “%s” cannot be taken yet: %s Please correct it and send it again."), file->name, reason);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), message);
  toso_intake_reject (self->intake, self->index, reason);
}

static void
show_rejection (TosoIntakeDetail     *self,
                const TosoIntakeFile *file,
                gboolean              is_other)
{
  gboolean    is_rejected = file->rejection != NULL;
  const char *reason = is_rejected ? file->rejection : file->words;

  /* What a person has typed stays. */
  if (is_other || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->reason)), self->proposed) == 0)
    {
      g_free (self->proposed);
      self->proposed = g_strdup (reason);
      gtk_editable_set_text (GTK_EDITABLE (self->reason), reason);
    }
  gtk_widget_set_sensitive (self->reason, !is_rejected);
  gtk_button_set_label (GTK_BUTTON (self->reject_button), is_rejected ? _ ("Take _Back the Rejection") : _ ("_Reject, Copy for Zalo"));
  reason_changed_cb (self);
}

static void
again_cb (TosoIntakeDetail *self)
{
  self->n_questions = G_MAXUINT; /* with no answer */
  toso_intake_read_again (self->intake, self->index);
}

static void
open_cb (TosoIntakeDetail *self)
{
  g_autofree char *uri = g_file_get_uri (get_file (self)->file);

  gtk_widget_activate_action (GTK_WIDGET (self), "intake.open-outside", "s", uri);
}

/* --- object --- */

static void
choice_free (gpointer choice)
{
  toso_column_choice_free (choice);
}

static void
toso_intake_detail_finalize (GObject *object)
{
  TosoIntakeDetail *self = TOSO_INTAKE_DETAIL (object);

  g_clear_object (&self->intake);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->proposed, g_free);

  G_OBJECT_CLASS (toso_intake_detail_parent_class)->finalize (object);
}

static void
toso_intake_detail_class_init (TosoIntakeDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_intake_detail_finalize;
  g_type_ensure (TOSO_TYPE_INTAKE);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/vn/toso/ToSo/ui/toso-intake-detail.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, name);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, words);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, questions);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, findings);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, reason);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, reject_button);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), TosoIntakeDetail, again_button);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), reason_changed_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), reject_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), again_cb);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), open_cb);
}

static void
toso_intake_detail_init (TosoIntakeDetail *self)
{
  self->index = TOSO_INTAKE_ALL;
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
toso_intake_detail_new (TosoIntake *intake)
{
  TosoIntakeDetail *self = g_object_new (TOSO_TYPE_INTAKE_DETAIL, NULL);

  self->intake = g_object_ref (intake);

  return GTK_WIDGET (self);
}

void
toso_intake_detail_show (TosoIntakeDetail *self,
                         guint             index)
{
  gboolean              is_other = index != self->index;
  const TosoIntakeFile *file = toso_intake_get_file (self->intake, index);

  g_return_if_fail (file != NULL);

  self->index = index;
  gtk_label_set_label (GTK_LABEL (self->name), file->name);
  gtk_label_set_label (GTK_LABEL (self->words), *file->words != '\0' ? file->words : toso_intake_state_get_text (file->state));
  show_questions (self, file, is_other);
  show_findings (self, file);
  show_rejection (self, file, is_other);
}
