/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-form.h"

#include <glib/gi18n.h>

struct _TosoIntakeForm
{
  GPtrArray    *villages; /* of TosoVillage */
  GArray       *asked;    /* of TosoAskedFigure, strings of @texts */
  GStringChunk *texts;
  GHashTable   *choices; /* of TosoColumnChoice, by key */
  TosoPeriod    period;
};

static const char *
keep (TosoIntakeForm *self,
      const char     *text)
{
  return g_string_chunk_insert_const (self->texts, text != NULL ? text : "");
}

static void
add_asked (TosoIntakeForm       *self,
           const TosoGridColumn *column)
{
  TosoAskedFigure asked = { .indicator_id = column->indicator_id, .has_denominator = column->has_denominator };

  asked.code = keep (self, column->code);
  asked.name = keep (self, column->name);
  asked.group = keep (self, column->group);
  asked.unit = keep (self, column->unit);
  asked.numerator_name = keep (self, column->numerator_name);
  asked.denominator_name = keep (self, column->denominator_name);
  g_array_append_val (self->asked, asked);
}

TosoIntakeForm *
toso_intake_form_new (const TosoGrid *grid,
                      GHashTable     *choices)
{
  TosoIntakeForm *self = g_atomic_rc_box_new0 (TosoIntakeForm);

  self->villages = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_village_free);
  self->asked = g_array_new (FALSE, FALSE, sizeof (TosoAskedFigure));
  self->texts = g_string_chunk_new (1024);
  self->choices = toso_column_choices_parse (choices);
  self->period = grid->period->period;
  for (guint i = 0; i < grid->rows->len; i++)
    g_ptr_array_add (self->villages, toso_village_copy (((const TosoVillageStatus *) grid->rows->pdata[i])->village));
  /* What the registers count is not asked of the villages. */
  for (guint i = 0; i < grid->columns->len; i++)
    if (!((const TosoGridColumn *) grid->columns->pdata[i])->counted)
      add_asked (self, grid->columns->pdata[i]);

  return self;
}

TosoIntakeForm *
toso_intake_form_ref (TosoIntakeForm *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TosoIntakeForm *self = data;

  g_ptr_array_unref (self->villages);
  g_array_unref (self->asked);
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->choices);
}

void
toso_intake_form_unref (TosoIntakeForm *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

TosoFigureForm
toso_intake_form_get (const TosoIntakeForm *self)
{
  return (TosoFigureForm){
    .villages = self->villages,
    .asked = (const TosoAskedFigure *) (gpointer) self->asked->data,
    .n_asked = self->asked->len,
    .period = self->period,
    .choices = self->choices,
    .any_period = TRUE,
    .may_ask = TRUE,
  };
}

const TosoAskedFigure *
toso_intake_form_find (const TosoIntakeForm *self,
                       gint64                indicator_id,
                       const char           *group)
{
  for (guint i = 0; i < self->asked->len; i++)
    {
      const TosoAskedFigure *asked = &g_array_index (self->asked, TosoAskedFigure, i);

      if (asked->indicator_id == indicator_id && g_strcmp0 (asked->group, group != NULL ? group : "") == 0)
        return asked;
    }

  return NULL;
}

char *
toso_intake_form_dup_title (const TosoAskedFigure *asked)
{
  /* Translators: an indicator, and the group of people it is counted for */
  return *asked->group != '\0' ? g_strdup_printf (_ ("%s: %s"), asked->name, asked->group) : g_strdup (asked->name);
}

const TosoVillage *
toso_intake_form_find_village (const TosoIntakeForm *self,
                               gint64                village_id)
{
  for (guint i = 0; i < self->villages->len; i++)
    {
      const TosoVillage *village = self->villages->pdata[i];

      if (village->id == village_id)
        return village;
    }

  return NULL;
}
