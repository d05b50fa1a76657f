/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-file.h"

#include <glib/gi18n.h>

#include "exchange/toso-text-file.h"

static const struct
{
  const char *text;
  TosoMark    mark;
} states[TOSO_INTAKE_N_STATES] = {
  [TOSO_INTAKE_WAITING] = { NC_ ("intake", "to be read"), TOSO_MARK_RING },
  [TOSO_INTAKE_FITS] = { NC_ ("intake", "fits"), TOSO_MARK_CIRCLE },
  [TOSO_INTAKE_MISSING] = { NC_ ("intake", "incomplete"), TOSO_MARK_TRIANGLE },
  [TOSO_INTAKE_DIFFERS] = { NC_ ("intake", "differs"), TOSO_MARK_TRIANGLE },
  [TOSO_INTAKE_TO_ANSWER] = { NC_ ("intake", "to be answered"), TOSO_MARK_TRIANGLE },
  [TOSO_INTAKE_TO_CORRECT] = { NC_ ("intake", "to correct"), TOSO_MARK_SQUARE },
  [TOSO_INTAKE_DUPLICATE] = { NC_ ("intake", "duplicate"), TOSO_MARK_RING },
  [TOSO_INTAKE_WRONG_FORM] = { NC_ ("intake", "wrong form"), TOSO_MARK_SQUARE },
  [TOSO_INTAKE_REJECTED] = { NC_ ("intake", "rejected"), TOSO_MARK_RING },
};

const char *
toso_intake_state_get_text (TosoIntakeState state)
{
  g_return_val_if_fail (state < TOSO_INTAKE_N_STATES, "");

  return g_dpgettext2 (NULL, "intake", states[state].text);
}

TosoMark
toso_intake_state_get_mark (TosoIntakeState state)
{
  g_return_val_if_fail (state < TOSO_INTAKE_N_STATES, TOSO_MARK_NONE);

  return states[state].mark;
}

static void
column_free (gpointer data)
{
  TosoIntakeColumn *column = data;

  g_free (column->key);
  g_free (column->title);
  g_free (column->cell);
  g_free (column);
}

TosoIntakeFile *
toso_intake_file_new (GFile *file)
{
  TosoIntakeFile *self = g_new0 (TosoIntakeFile, 1);

  self->file = g_object_ref (file);
  self->name = toso_text_file_dup_name (file);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->words = g_strdup ("");

  return self;
}

static void
forget (TosoIntakeFile *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->table, toso_figure_table_free);
  g_clear_error (&self->error);
}

void
toso_intake_file_fail (TosoIntakeFile *self,
                       GError         *error)
{
  forget (self);
  self->error = error;
}

void
toso_intake_file_free (TosoIntakeFile *self)
{
  if (self == NULL)
    return;

  forget (self);
  g_clear_object (&self->file);
  g_clear_pointer (&self->content, g_bytes_unref);
  g_ptr_array_unref (self->columns);
  g_free (self->name);
  g_free (self->comma_sample);
  g_free (self->words);
  g_free (self->rejection);
  g_free (self);
}

/* --- reading --- */

typedef struct
{
  TosoIntakeForm  *form;
  GFile           *file;
  char            *name;
  GBytes          *content; /* NULL: to be read from the file */
  TosoComma        comma;
  gint64           village_id;
  TosoFigureTable *table;
} Reading;

static void
reading_free (Reading *reading)
{
  toso_intake_form_unref (reading->form);
  g_object_unref (reading->file);
  g_free (reading->name);
  g_clear_pointer (&reading->content, g_bytes_unref);
  toso_figure_table_free (reading->table);
  g_free (reading);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Reading       *reading = data;
  TosoFigureForm form = toso_intake_form_get (reading->form);
  GError        *error = NULL;
  g_autoptr (TosoWorkbook) workbook = NULL;

  form.comma = reading->comma;
  form.village_id = reading->village_id;
  if (reading->content != NULL)
    workbook = toso_workbook_read_bytes (reading->content, reading->name, TOSO_ENCODING_AUTO, &error);
  else
    workbook = toso_workbook_read_file (reading->file, TOSO_ENCODING_AUTO, &reading->content, cancellable, &error);
  if (workbook != NULL)
    reading->table = toso_figure_table_read (workbook, &form, &error);

  if (reading->table != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
toso_intake_file_read_async (TosoIntakeFile     *self,
                             TosoIntakeForm     *form,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->form = toso_intake_form_ref (form);
  reading->file = g_object_ref (self->file);
  reading->name = g_strdup (self->name);
  reading->content = self->content != NULL ? g_bytes_ref (self->content) : NULL;
  reading->comma = self->comma;
  reading->village_id = self->village_id;
  g_task_set_source_tag (task, toso_intake_file_read_async);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

gboolean
toso_intake_file_asks_about (const TosoIntakeFile *self,
                             const char           *key)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (((const TosoIntakeColumn *) self->columns->pdata[i])->key, key))
      return TRUE;

  return FALSE;
}

/* What was asked once stays, so that an answer may be changed. */
static void
list_questions (TosoIntakeFile *self)
{
  for (guint i = 0; i < self->table->unknown->len; i++)
    {
      const TosoTableProblem *problem = self->table->unknown->pdata[i];
      TosoIntakeColumn       *column;

      if (problem->key == NULL || toso_intake_file_asks_about (self, problem->key))
        continue;
      column = g_new0 (TosoIntakeColumn, 1);
      column->key = g_strdup (problem->key);
      column->title = g_strdup (problem->value);
      column->cell = g_strdup (problem->cell);
      g_ptr_array_add (self->columns, column);
    }
  for (guint i = 0; i < self->table->problems->len; i++)
    {
      const TosoTableProblem *problem = self->table->problems->pdata[i];

      self->asks_village |= g_str_equal (problem->rule, "whose");
      if (!self->asks_comma && g_str_equal (problem->rule, "ambiguous"))
        {
          self->asks_comma = TRUE;
          self->comma_sample = g_strdup (problem->value);
        }
    }
}

gboolean
toso_intake_file_read_finish (TosoIntakeFile *self,
                              GAsyncResult   *result)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  GError  *error = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, toso_intake_file_read_async), FALSE);

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return FALSE;
    }

  forget (self);
  self->error = error;
  self->table = g_steal_pointer (&reading->table);
  if (self->content == NULL)
    self->content = g_steal_pointer (&reading->content);
  if (self->table != NULL)
    list_questions (self);

  return TRUE;
}

/* --- comparing --- */

static guint
count_distinct (GHashTable *seen,
                gint64      number)
{
  g_hash_table_add (seen, g_memdup2 (&number, sizeof number));

  return g_hash_table_size (seen);
}

/* Of whom, of when, and how much of what is asked for is not there. */
static void
count_entries (TosoIntakeFile       *self,
               const TosoIntakeForm *form)
{
  g_autoptr (GHashTable) villages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_asked = toso_intake_form_get (form).n_asked;

  self->only_village = 0;
  self->n_villages = self->n_periods = 0;
  for (guint i = 0; i < self->table->entries->len; i++)
    {
      const TosoMeasurement *measurement = ((const TosoFigureEntry *) self->table->entries->pdata[i])->measurement;

      self->n_villages = count_distinct (villages, measurement->village_id);
      self->only_village = self->n_villages == 1 ? measurement->village_id : 0;
      if (i == 0)
        self->period = measurement->period;
      g_hash_table_add (periods, toso_period_to_string (measurement->period));
    }
  self->n_periods = g_hash_table_size (periods);
  self->n_expected = n_asked * self->n_villages * self->n_periods;
  self->n_missing = self->n_expected - MIN (self->n_expected, self->table->entries->len);

  /* A form that came back empty still says whose it is. */
  if (self->n_villages == 0 && self->table->reports->len == 1)
    {
      const TosoFigureReport *report = self->table->reports->pdata[0];

      self->only_village = report->village_id;
      self->period = report->period;
      self->n_missing = self->n_expected = n_asked;
    }
}

gboolean
toso_intake_file_compare (TosoIntakeFile       *self,
                          TosoYear             *year,
                          const TosoIntakeForm *form,
                          GError              **error)
{
  g_autoptr (GPtrArray) measurements = g_ptr_array_new ();

  self->n_new = self->n_changed = self->n_same = 0;
  self->is_locked = FALSE;
  if (self->table == NULL)
    return TRUE;

  count_entries (self, form);
  for (guint i = 0; i < self->table->entries->len; i++)
    g_ptr_array_add (measurements, ((TosoFigureEntry *) self->table->entries->pdata[i])->measurement);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = toso_year_compare (year, measurements, error);
  if (self->changes == NULL || !toso_year_has_original (year, self->content, &self->is_known, error))
    return FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    {
      const TosoChange *change = self->changes->pdata[i];
      gboolean          is_locked = change->kind == TOSO_CHANGE_REFUSED && g_str_equal (change->rule, "locked");

      self->n_new += change->kind == TOSO_CHANGE_NEW;
      self->n_same += change->kind == TOSO_CHANGE_SAME;
      self->n_changed += change->kind == TOSO_CHANGE_CHANGED || is_locked;
      self->is_locked |= is_locked;
    }

  return TRUE;
}

/* --- judging --- */

static gboolean
is_answerable (const TosoTableProblem *problem)
{
  return g_str_equal (problem->rule, "whose") || g_str_equal (problem->rule, "ambiguous");
}

/* Takes @words. */
static void
settle (TosoIntakeFile *self,
        TosoIntakeState state,
        gboolean        may_accept,
        char           *words)
{
  g_free (self->words);
  self->state = state;
  self->may_accept = may_accept;
  self->words = words;
}

/* @place: sheet and cell that the sentence is about. */
static char *
say_problem (const TosoTableProblem *problem)
{
  if (*problem->value == '\0')
    return g_strdup (problem->message);

  return g_strdup_printf ("%s “%s”: %s", problem->cell, problem->value, problem->message);
}

static gboolean
judge_problems (TosoIntakeFile *self)
{
  GPtrArray *problems = self->table->problems;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < problems->len; i++)
      {
        const TosoTableProblem *problem = problems->pdata[i];
        gboolean                is_wrong = self->n_periods == 0 && (g_str_equal (problem->rule, "period") || g_str_equal (problem->rule, "village"));

        if (is_answerable (problem) != (pass == 1))
          continue;
        if (pass == 1)
          settle (self, TOSO_INTAKE_TO_ANSWER, FALSE, say_problem (problem));
        else
          settle (self, is_wrong ? TOSO_INTAKE_WRONG_FORM : TOSO_INTAKE_TO_CORRECT, FALSE, say_problem (problem));
        return TRUE;
      }

  return FALSE;
}

/* What a rule refuses is for the village to correct; a lock asks for a reason. */
static gboolean
judge_refused (TosoIntakeFile       *self,
               const TosoIntakeForm *form)
{
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const TosoChange      *change = self->changes->pdata[i];
      const TosoFigureEntry *entry = self->table->entries->pdata[i];
      const TosoAskedFigure *asked;

      if (change->kind != TOSO_CHANGE_REFUSED || g_str_equal (change->rule, "locked"))
        continue;
      asked = toso_intake_form_find (form, entry->measurement->indicator_id, entry->measurement->breakdown);
      settle (self, TOSO_INTAKE_TO_CORRECT, FALSE,
              g_strdup_printf ("%s, %s: %s", entry->cell, asked != NULL ? asked->name : "", change->message));
      return TRUE;
    }

  return FALSE;
}

static gboolean
has_open_column (const TosoIntakeFile *self)
{
  for (guint i = 0; i < self->table->unknown->len; i++)
    if (((const TosoTableProblem *) self->table->unknown->pdata[i])->key != NULL)
      return TRUE;

  return FALSE;
}

static char *
say_missing (const TosoIntakeFile *self)
{
  return g_strdup_printf (ngettext ("%u of %u figures is not in it", "%u of %u figures are not in it", self->n_missing),
                          self->n_missing, self->n_expected);
}

static void
judge_figures (TosoIntakeFile *self)
{
  if (has_open_column (self) && self->n_missing > 0)
    settle (self, TOSO_INTAKE_TO_ANSWER, TRUE, g_strdup (_ ("Say what its columns are")));
  else if (self->n_changed > 0)
    settle (self, TOSO_INTAKE_DIFFERS, TRUE,
            g_strdup_printf (ngettext ("%u figure differs from what was taken before", "%u figures differ from what was taken before", self->n_changed),
                             self->n_changed));
  else if (self->n_missing > 0)
    settle (self, TOSO_INTAKE_MISSING, TRUE, say_missing (self));
  else if (self->n_new == 0)
    settle (self, TOSO_INTAKE_FITS, TRUE, g_strdup (_ ("The same figures are there already")));
  else
    settle (self, TOSO_INTAKE_FITS, TRUE, g_strdup (""));
}

static void
judge_found (TosoIntakeFile *self)
{
  if (self->rival != NULL)
    settle (self, TOSO_INTAKE_DUPLICATE, !self->is_twin,
            g_strdup_printf (self->is_twin
                               /* Translators: %s is the name of a file */
                               ? _ ("The same figures are in “%s”")
                               /* Translators: %s is the name of a file */
                               : _ ("“%s” has other figures for the same village: take one of the two"),
                             self->rival->name));
  else if (self->n_periods > 0)
    judge_figures (self);
  else if (has_open_column (self))
    settle (self, TOSO_INTAKE_TO_ANSWER, FALSE, g_strdup (_ ("Say what its columns are")));
  else
    settle (self, TOSO_INTAKE_MISSING, FALSE, g_strdup (_ ("No figure is filled in")));
}

void
toso_intake_file_judge (TosoIntakeFile       *self,
                        const TosoIntakeForm *form)
{
  if (self->table == NULL && self->error == NULL)
    settle (self, TOSO_INTAKE_WAITING, FALSE, g_strdup (""));
  else if (self->table == NULL)
    settle (self, TOSO_INTAKE_WRONG_FORM, FALSE, g_strdup (self->error->message));
  else if (self->is_known)
    settle (self, TOSO_INTAKE_DUPLICATE, FALSE, g_strdup (_ ("This very file was taken in before; it changes nothing")));
  else if (!judge_problems (self) && !judge_refused (self, form))
    judge_found (self);

  if (self->rejection != NULL)
    settle (self, TOSO_INTAKE_REJECTED, FALSE, g_strdup (self->rejection));
  if (!self->is_decided)
    self->is_accepted = self->state == TOSO_INTAKE_FITS || self->state == TOSO_INTAKE_MISSING;
  self->is_accepted = self->is_accepted && self->may_accept;
}
