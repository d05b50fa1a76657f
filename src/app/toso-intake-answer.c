/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-private.h"

#include <glib/gi18n.h>

/* What a person says of the files, and what is then written. */

void
toso_intake_accept (TosoIntake *self,
                    guint       index,
                    gboolean    is_accepted)
{
  TosoIntakeFile *file = self->files->pdata[index];

  if (file->is_accepted == is_accepted || (is_accepted && !file->may_accept))
    return;
  file->is_accepted = is_accepted;
  file->is_decided = TRUE;
  toso_intake_changed (self, index);

  /* Of two that speak of the same figures one is taken. */
  for (guint i = 0; is_accepted && i < self->files->len; i++)
    {
      TosoIntakeFile *other = self->files->pdata[i];

      if (other != file && other->is_accepted && (other->rival == file || file->rival == other))
        {
          other->is_accepted = FALSE;
          other->is_decided = TRUE;
          toso_intake_changed (self, i);
        }
    }
}

void
toso_intake_reject (TosoIntake *self,
                    guint       index,
                    const char *reason)
{
  TosoIntakeFile *file = self->files->pdata[index];

  g_free (file->rejection);
  file->rejection = g_strdup (reason);
  file->is_decided = FALSE;
  /* What stood in another's way may do so no longer. */
  if (toso_intake_is_busy (self))
    {
      toso_intake_file_judge (file, self->form);
      toso_intake_changed (self, index);
    }
  else
    toso_intake_settle (self);
}

void
toso_intake_set_comma (TosoIntake *self,
                       guint       index,
                       TosoComma   comma)
{
  TosoIntakeFile *file = self->files->pdata[index];

  if (file->comma == comma)
    return;
  file->comma = comma;
  toso_intake_queue (self, index);
}

void
toso_intake_set_village (TosoIntake *self,
                         guint       index,
                         gint64      village_id)
{
  TosoIntakeFile *file = self->files->pdata[index];

  if (file->village_id == village_id)
    return;
  file->village_id = village_id;
  toso_intake_queue (self, index);
}

void
toso_intake_set_column (TosoIntake             *self,
                        const char             *key,
                        const TosoColumnChoice *choice)
{
  g_autofree char *text = choice != NULL ? toso_column_choice_to_text (choice) : g_strdup ("");

  if (g_strcmp0 (g_hash_table_lookup (self->choices, key), text) == 0)
    return;
  g_hash_table_insert (self->said, g_strdup (key), g_strdup (text));
  if (choice != NULL)
    g_hash_table_insert (self->choices, g_strdup (key), g_strdup (text));
  else
    g_hash_table_remove (self->choices, key);
  toso_intake_form_unref (self->form);
  self->form = toso_intake_form_new (self->grid, self->choices);

  for (guint i = 0; i < self->files->len; i++)
    if (toso_intake_file_asks_about (self->files->pdata[i], key))
      toso_intake_queue (self, i);
}

TosoColumnChoice *
toso_intake_dup_column (TosoIntake *self,
                        const char *key)
{
  const char *text = g_hash_table_lookup (self->choices, key);

  return text != NULL ? toso_column_choice_from_text (text) : NULL;
}

void
toso_intake_read_again (TosoIntake *self,
                        guint       index)
{
  TosoIntakeFile *file = self->files->pdata[index];

  g_clear_pointer (&file->content, g_bytes_unref);
  g_ptr_array_set_size (file->columns, 0);
  file->asks_comma = file->asks_village = FALSE;
  file->comma = TOSO_COMMA_UNKNOWN;
  file->village_id = 0;
  g_clear_pointer (&file->comma_sample, g_free);
  g_clear_pointer (&file->rejection, g_free);
  file->is_decided = FALSE;
  toso_intake_queue (self, index);
}

/* --- writing --- */

typedef struct
{
  TosoPeriod period;
  GPtrArray *measurements; /* of TosoMeasurement, of the tables */
  GPtrArray *sources;      /* of TosoOriginal */
  GPtrArray *texts;        /* of TosoSubmission */
} Batch;

static void
batch_clear (Batch *batch)
{
  g_ptr_array_unref (batch->measurements);
  g_ptr_array_unref (batch->sources);
  g_ptr_array_unref (batch->texts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static void
take_file (Batch                *batch,
           const TosoIntakeFile *file)
{
  TosoOriginal *source = g_new0 (TosoOriginal, 1);

  source->name = g_strdup (file->name);
  source->content = g_bytes_ref (file->content);
  source->village_id = file->only_village;
  g_ptr_array_add (batch->sources, source);
  for (guint i = 0; i < file->table->entries->len; i++)
    g_ptr_array_add (batch->measurements, ((TosoFigureEntry *) file->table->entries->pdata[i])->measurement);
  for (guint i = 0; i < file->table->reports->len; i++)
    {
      const TosoFigureReport *report = file->table->reports->pdata[i];
      TosoSubmission         *submission = g_new0 (TosoSubmission, 1);

      submission->village_id = report->village_id;
      submission->reporter = g_strdup (report->reporter);
      submission->difficulties = g_strdup (report->difficulties);
      submission->proposals = g_strdup (report->proposals);
      g_ptr_array_add (batch->texts, submission);
    }
}

static gboolean
write_batch (TosoIntake *self,
             Batch      *batch,
             const char *reason,
             GError    **error)
{
  g_autofree char *name = toso_period_screen_title (batch->period);
  g_autofree char *title = NULL;
  guint            n = batch->sources->len;
  TosoWrite        write = {
           .measurements = batch->measurements,
           .origin = TOSO_ORIGIN_IMPORTED,
           .reason = reason,
           .sources = batch->sources,
           .received = TRUE,
           .texts = batch->texts,
           .period = batch->period,
  };

  title = g_strdup_printf (ngettext ("Import %s from %u table", "Import %s from %u tables", n), name, n);
  write.title = title;

  return toso_year_write (toso_session_get_year (self->session), &write, NULL, error);
}

/* What villages wrote besides is of one period: files of others are a step of
 * their own.  Nearly always there is one. */
static gboolean
write_period (TosoIntake *self,
              TosoPeriod  period,
              const char *reason,
              GError    **error)
{
  g_auto (Batch) batch = { .period = period };

  batch.measurements = g_ptr_array_new ();
  batch.sources = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_original_free);
  batch.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_submission_free);
  for (guint i = 0; i < self->files->len; i++)
    {
      const TosoIntakeFile *file = self->files->pdata[i];

      if (file->is_accepted && toso_period_equal (file->period, period))
        take_file (&batch, file);
    }

  return write_batch (self, &batch, reason, error);
}

static gboolean
save_choices (TosoIntake *self,
              GError    **error)
{
  GHashTableIter iter;
  gpointer       key, text;

  g_hash_table_iter_init (&iter, self->said);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      if (!toso_year_save_column_choice (toso_session_get_year (self->session), key, *(char *) text != '\0' ? text : NULL, error))
        return FALSE;
      g_hash_table_iter_remove (&iter);
    }

  return TRUE;
}

static gboolean
send_back (TosoIntake           *self,
           const TosoIntakeFile *file,
           GError              **error)
{
  TosoYear *year = toso_session_get_year (self->session);
  g_autoptr (TosoSubmission) submission = toso_year_get_submission (year, file->period, file->only_village, error);

  if (submission == NULL)
    return FALSE;
  if (submission->state == TOSO_SUBMISSION_NEEDS_CORRECTION ||
      !toso_submission_state_may_become (submission->state, TOSO_SUBMISSION_NEEDS_CORRECTION))
    return TRUE;
  submission->state = TOSO_SUBMISSION_NEEDS_CORRECTION;

  return toso_year_save_submission (year, file->period, submission, file->rejection, error);
}

gboolean
toso_intake_write (TosoIntake *self,
                   const char *reason,
                   GError    **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!save_choices (self, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      const TosoIntakeFile *file = self->files->pdata[i];

      if (file->rejection != NULL && file->only_village != 0 && !send_back (self, file, error))
        return FALSE;
    }
  /* Last, so that one step back takes the figures away again. */
  for (guint i = 0; i < self->files->len; i++)
    {
      const TosoIntakeFile *file = self->files->pdata[i];

      if (file->is_accepted && g_hash_table_add (done, toso_period_to_string (file->period)) &&
          !write_period (self, file->period, reason, error))
        return FALSE;
    }

  return TRUE;
}
