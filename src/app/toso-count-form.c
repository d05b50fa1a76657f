/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-count-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/toso-parts.h"
#include "store/toso-year-count.h"

/* One thing that may be chosen in a drop-down. */
typedef struct
{
  const TosoRegister *kind;
  const TosoField    *field;
  const char         *is; /* a choice's id, or NULL */
} Option;

/* The drop-downs of what is counted, or of what it is out of. */
typedef struct
{
  GtkWidget *drop_downs[4]; /* list, what of it, only those, found also in */
  GArray    *options[4];    /* of Option, beside the rows of each */
} Term;

enum {
  LIST,
  WHAT,
  WHERE,
  ALSO,
  N_PARTS
};

struct _TosoCountForm
{
  GtkBox parent_instance;

  TosoSession *session;
  Term         terms[2]; /* numerator, denominator */
  GtkWidget   *preview;
  gboolean     filling;
};

G_DEFINE_FINAL_TYPE (TosoCountForm, toso_count_form, GTK_TYPE_BOX)

/* --- what may be chosen --- */

static void
add_option (Term               *term,
            guint               part,
            const char         *name,
            const TosoRegister *kind,
            const TosoField    *field,
            const char         *is)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (term->drop_downs[part])));
  Option         option = { kind, field, is };

  g_array_append_val (term->options[part], option);
  gtk_string_list_append (list, name);
}

static void
clear_options (Term *term,
               guint part)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  g_array_set_size (term->options[part], 0);
  gtk_drop_down_set_model (GTK_DROP_DOWN (term->drop_downs[part]), G_LIST_MODEL (list));
}

static const Option *
get_option (const Term *term,
            guint       part)
{
  static const Option none;
  guint               selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (term->drop_downs[part]));

  return selected < term->options[part]->len ? &g_array_index (term->options[part], Option, selected) : &none;
}

/* Every value of every field that tells rows apart.  @in: named too, where it
 * is another list. */
static void
add_values (Term               *term,
            guint               part,
            const TosoRegister *kind,
            gboolean            in)
{
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TosoField *field = &kind->fields[i];
      const char      *yes_no[] = { "1", "0" };
      guint            n = 0;

      if (!toso_count_can_pick (field))
        continue;
      while (field->kind == TOSO_FIELD_CHOICE && field->choices[n].id != NULL)
        n++;
      for (guint k = 0; k < (field->kind == TOSO_FIELD_YES_NO ? 2 : n); k++)
        {
          const char      *is = field->kind == TOSO_FIELD_YES_NO ? yes_no[k] : field->choices[k].id;
          g_autofree char *value = toso_field_format (field, is, FALSE);
          g_autofree char *name = in ? g_strdup_printf ("%s (%s: %s)", _ (kind->title), _ (field->title), value)
                                     : g_strdup_printf ("%s: %s", _ (field->title), value);

          add_option (term, part, name, kind, field, is);
        }
    }
}

static void
fill_lists (Term    *term,
            gboolean may_be_none)
{
  guint                      n;
  const TosoRegister *const *list = toso_registers_list (&n);

  clear_options (term, LIST);
  if (may_be_none)
    add_option (term, LIST, C_ ("list", "nothing"), NULL, NULL, NULL);
  for (guint i = 0; i < n; i++)
    add_option (term, LIST, _ (list[i]->title), list[i], NULL, NULL);
}

static void
fill_what (Term *term)
{
  const TosoRegister *kind = get_option (term, LIST)->kind;

  clear_options (term, WHAT);
  add_option (term, WHAT, C_ ("count", "its rows"), kind, NULL, NULL);
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    {
      const TosoField *field = &kind->fields[i];
      g_autofree char *name = NULL;

      if (!toso_count_can_count (field))
        continue;
      /* Translators: %s is a field of a list */
      name = g_strdup_printf (field->kind == TOSO_FIELD_LINK ? C_ ("count", "different: %s") : C_ ("count", "sum of: %s"), _ (field->title));
      add_option (term, WHAT, name, kind, field, NULL);
    }
}

static void
fill_where (Term *term)
{
  const TosoRegister *kind = get_option (term, LIST)->kind;

  clear_options (term, WHERE);
  add_option (term, WHERE, C_ ("count", "all of them"), kind, NULL, NULL);
  if (kind != NULL)
    add_values (term, WHERE, kind, FALSE);
}

static void
fill_also (Term *term)
{
  TosoCountTerm              counted = { .kind = get_option (term, LIST)->kind, .field = get_option (term, WHAT)->field };
  guint                      n;
  const TosoRegister *const *list = toso_registers_list (&n);

  clear_options (term, ALSO);
  add_option (term, ALSO, C_ ("count", "no other list"), NULL, NULL, NULL);
  for (guint i = 0; counted.kind != NULL && i < n; i++)
    if (list[i] != counted.kind && toso_count_find_link (&counted, list[i]) != NULL)
      {
        add_option (term, ALSO, _ (list[i]->title), list[i], NULL, NULL);
        add_values (term, ALSO, list[i], TRUE);
      }
}

static void
select_option (Term               *term,
               guint               part,
               const TosoRegister *kind,
               const TosoField    *field,
               const char         *is)
{
  guint found = 0;

  for (guint i = 0; i < term->options[part]->len; i++)
    {
      const Option *option = &g_array_index (term->options[part], Option, i);

      if (option->kind == kind && option->field == field && g_strcmp0 (option->is, is) == 0)
        found = i;
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (term->drop_downs[part]), found);
}

static void
show_parts (Term *term)
{
  gboolean has_list = get_option (term, LIST)->kind != NULL;

  for (guint part = WHAT; part < N_PARTS; part++)
    gtk_widget_set_visible (gtk_widget_get_parent (term->drop_downs[part]), has_list && (part == WHAT || term->options[part]->len > 1));
}

static void
set_term (Term                *term,
          const TosoCountTerm *value)
{
  select_option (term, LIST, value->kind, NULL, NULL);
  fill_what (term);
  select_option (term, WHAT, value->kind, value->field, NULL);
  fill_where (term);
  select_option (term, WHERE, value->kind, value->where, value->is);
  fill_also (term);
  select_option (term, ALSO, value->also, value->also_where, value->also_is);
  show_parts (term);
}

static void
get_term (const Term    *term,
          TosoCountTerm *value)
{
  value->kind = get_option (term, LIST)->kind;
  if (value->kind == NULL)
    return;
  value->field = get_option (term, WHAT)->field;
  value->where = get_option (term, WHERE)->field;
  value->is = g_strdup (get_option (term, WHERE)->is);
  value->also = get_option (term, ALSO)->kind;
  value->also_where = get_option (term, ALSO)->field;
  value->also_is = g_strdup (get_option (term, ALSO)->is);
}

/* --- what it comes to --- */

static TosoCount *
make_count (TosoCountForm *self)
{
  TosoCount *count = toso_count_new ();

  get_term (&self->terms[0], &count->numerator);
  get_term (&self->terms[1], &count->denominator);

  return count;
}

static void
update_preview (TosoCountForm *self)
{
  g_autoptr (TosoCount) count = make_count (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *numerator_text = NULL;
  g_autofree char *denominator_text = NULL;
  g_autofree char *figure = NULL;
  g_autofree char *words = NULL;
  TosoFigure       numerator, denominator;
  TosoDate         first, last;

  if (count->numerator.kind == NULL)
    return;
  toso_session_get_period_range (self->session, (TosoPeriod){ .kind = TOSO_PERIOD_YEAR, .year = toso_session_get_period (self->session).year, .number = 1 },
                                 &first, &last);
  if (!toso_year_try_count (toso_session_get_year (self->session), count, first, toso_date_today (), &numerator, &denominator, &error))
    {
      gtk_label_set_label (GTK_LABEL (self->preview), error->message);
      return;
    }

  numerator_text = toso_number_format_figure (numerator, 2);
  denominator_text = toso_number_format_figure (denominator, 2);
  figure = count->denominator.kind != NULL ? g_strdup_printf ("%s / %s", numerator_text, denominator_text) : g_strdup (numerator_text);
  /* Translators: a figure such as "38 / 41" */
  words = g_strdup_printf (_ ("Today: %s. Figures that were typed for this target make room; undo brings them back."), figure);
  gtk_label_set_label (GTK_LABEL (self->preview), words);
}

static void
changed_cb (TosoCountForm *self,
            GParamSpec    *pspec,
            GtkWidget     *drop_down)
{
  if (self->filling)
    return;

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->terms); i++)
    {
      Term         *term = &self->terms[i];
      TosoCountTerm value = { 0 };

      /* Another list or another thing of it: what follows is chosen anew. */
      if (drop_down == term->drop_downs[LIST])
        value.kind = get_option (term, LIST)->kind;
      else
        get_term (term, &value);
      if (drop_down == term->drop_downs[LIST] || drop_down == term->drop_downs[WHAT])
        set_term (term, &value);
      toso_count_term_clear (&value);
    }
  self->filling = FALSE;
  update_preview (self);
}

/* --- widget --- */

static void
toso_count_form_dispose (GObject *object)
{
  g_clear_object (&TOSO_COUNT_FORM (object)->session);

  G_OBJECT_CLASS (toso_count_form_parent_class)->dispose (object);
}

static void
toso_count_form_finalize (GObject *object)
{
  TosoCountForm *self = TOSO_COUNT_FORM (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->terms); i++)
    for (guint part = 0; part < N_PARTS; part++)
      g_array_unref (self->terms[i].options[part]);

  G_OBJECT_CLASS (toso_count_form_parent_class)->finalize (object);
}

static void
toso_count_form_class_init (TosoCountFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = toso_count_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = toso_count_form_finalize;
}

static void
add_term (TosoCountForm     *self,
          Term              *term,
          const char *const *labels)
{
  for (guint part = 0; part < N_PARTS; part++)
    {
      term->options[part] = g_array_new (FALSE, FALSE, sizeof (Option));
      term->drop_downs[part] = gtk_drop_down_new (NULL, NULL);
      gtk_box_append (GTK_BOX (self), toso_make_field (_ (labels[part]), term->drop_downs[part]));
      g_signal_connect_object (term->drop_downs[part], "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
toso_count_form_init (TosoCountForm *self)
{
  static const char *const numerator[] = { N_ ("_List that is counted"), N_ ("What is counted in it"), N_ ("Only those"),
                                           N_ ("Only those found in") };
  static const char *const denominator[] = { N_ ("List that it is o_ut of"), N_ ("What is counted in that one"), N_ ("Only those there"),
                                             N_ ("Only those found there in") };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->filling = TRUE;
  add_term (self, &self->terms[0], numerator);
  add_term (self, &self->terms[1], denominator);
  fill_lists (&self->terms[0], FALSE);
  fill_lists (&self->terms[1], TRUE);
  self->filling = FALSE;
  self->preview = toso_make_label (NULL, 0, "dim second");
  gtk_label_set_wrap (GTK_LABEL (self->preview), TRUE);
  gtk_box_append (GTK_BOX (self), self->preview);
}

GtkWidget *
toso_count_form_new (TosoSession *session)
{
  TosoCountForm *self;

  g_return_val_if_fail (TOSO_IS_SESSION (session), NULL);

  self = g_object_new (TOSO_TYPE_COUNT_FORM, NULL);
  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

void
toso_count_form_set_text (TosoCountForm *self,
                          const char    *text)
{
  /* The people of the teams: what an office counts first. */
  g_autoptr (TosoCount) count = toso_count_parse (text != NULL && *text != '\0' ? text : "team / team", NULL);

  g_return_if_fail (TOSO_IS_COUNT_FORM (self));

  if (count == NULL)
    count = toso_count_parse ("team", NULL);
  self->filling = TRUE;
  set_term (&self->terms[0], &count->numerator);
  set_term (&self->terms[1], &count->denominator);
  self->filling = FALSE;
  update_preview (self);
}

char *
toso_count_form_dup_text (TosoCountForm *self)
{
  g_autoptr (TosoCount) count = NULL;

  g_return_val_if_fail (TOSO_IS_COUNT_FORM (self), NULL);

  count = make_count (self);

  return toso_count_to_text (count);
}
