/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-intake-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TosoIntake, toso_intake, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void read_next (TosoIntake *self);

static TosoIntakeFile *
get_file (TosoIntake *self,
          guint       index)
{
  return self->files->pdata[index];
}

void
toso_intake_changed (TosoIntake *self,
                     guint       index)
{
  g_signal_emit (self, signals[CHANGED], 0, index);
}

/* --- one beside the other --- */

typedef struct
{
  TosoIntakeFile        *file;
  const TosoMeasurement *measurement;
} Seen;

static gboolean
is_same_figure (TosoFigure a,
                TosoFigure b)
{
  return a.known == b.known && (!a.known || a.value == b.value);
}

/* The same figures twice are taken once; other figures for the same village
 * are a person's to choose from. */
static void
compare_figure (TosoIntakeFile        *file,
                const Seen            *first,
                const TosoMeasurement *measurement)
{
  gboolean is_same = is_same_figure (first->measurement->numerator, measurement->numerator) &&
                     is_same_figure (first->measurement->denominator, measurement->denominator);

  if (first->file == file)
    return;
  file->is_twin = is_same && (file->rival == NULL || file->is_twin);
  file->rival = first->file;
  if (!is_same && first->file->rival == NULL)
    {
      first->file->rival = file;
      first->file->is_twin = FALSE;
    }
}

static void
find_rivals_of (TosoIntakeFile *file,
                GHashTable     *seen)
{
  for (guint i = 0; i < file->table->entries->len; i++)
    {
      const TosoMeasurement *measurement = ((const TosoFigureEntry *) file->table->entries->pdata[i])->measurement;
      g_autofree char       *period = toso_period_to_string (measurement->period);
      g_autofree char       *key = NULL;
      Seen                  *first;

      key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%s/%s", measurement->village_id, measurement->indicator_id,
                             measurement->breakdown, period);
      first = g_hash_table_lookup (seen, key);
      if (first != NULL)
        {
          compare_figure (file, first, measurement);
          continue;
        }
      first = g_new0 (Seen, 1);
      first->file = file;
      first->measurement = measurement;
      g_hash_table_insert (seen, g_steal_pointer (&key), first);
    }
}

void
toso_intake_settle (TosoIntake *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < self->files->len; i++)
    {
      get_file (self, i)->rival = NULL;
      toso_intake_file_judge (get_file (self, i), self->form);
    }
  /* What can't be taken stands in nobody's way. */
  for (guint i = 0; i < self->files->len; i++)
    if (get_file (self, i)->may_accept)
      find_rivals_of (get_file (self, i), seen);
  for (guint i = 0; i < self->files->len; i++)
    if (get_file (self, i)->rival != NULL)
      toso_intake_file_judge (get_file (self, i), self->form);
  toso_intake_changed (self, TOSO_INTAKE_ALL);
}

/* --- reading --- */

typedef struct
{
  TosoIntake *intake;
  guint       index;
} Step;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Step *step = user_data;
  g_autoptr (TosoIntake) self = step->intake;
  TosoIntakeFile *file = get_file (self, step->index);
  GError         *error = NULL;

  if (toso_intake_file_read_finish (file, result))
    {
      if (!toso_intake_file_compare (file, toso_session_get_year (self->session), self->form, &error))
        {
          toso_intake_file_fail (file, g_error_copy (error));
          toso_session_take_error (self->session, error);
          toso_intake_cancel (self);
        }
      file->rival = NULL;
      toso_intake_file_judge (file, self->form);
      toso_intake_changed (self, step->index);
    }
  self->is_reading = FALSE;
  read_next (self);
}

static void
read_next (TosoIntake *self)
{
  Step *step;

  if (self->is_reading || self->is_listing)
    return;
  if (g_queue_is_empty (self->queue) || g_cancellable_is_cancelled (self->cancellable))
    {
      g_queue_clear (self->queue);
      toso_intake_settle (self);
      return;
    }

  step = g_new0 (Step, 1);
  step->intake = g_object_ref (self);
  step->index = GPOINTER_TO_UINT (g_queue_pop_head (self->queue));
  self->is_reading = TRUE;
  toso_intake_file_read_async (get_file (self, step->index), self->form, self->cancellable, read_cb, step);
}

void
toso_intake_queue (TosoIntake *self,
                   guint       index)
{
  if (g_queue_find (self->queue, GUINT_TO_POINTER (index)) == NULL)
    g_queue_push_tail (self->queue, GUINT_TO_POINTER (index));
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_object_unref (self->cancellable);
      self->cancellable = g_cancellable_new ();
    }
  read_next (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TosoIntake) self = user_data;
  g_autoptr (GPtrArray) files = toso_intake_list_finish (result, &self->n_left_out);

  self->is_listing = FALSE;
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      TosoIntakeFile *file = toso_intake_file_new (files->pdata[i]);

      toso_intake_file_judge (file, self->form);
      g_ptr_array_add (self->files, file);
      g_queue_push_tail (self->queue, GUINT_TO_POINTER (self->files->len - 1));
    }
  toso_intake_changed (self, TOSO_INTAKE_ALL);
  read_next (self);
}

void
toso_intake_add (TosoIntake *self,
                 GPtrArray  *files)
{
  g_return_if_fail (TOSO_IS_INTAKE (self));

  if (self->is_listing)
    return;
  self->is_listing = TRUE;
  toso_intake_list_async (files, self->cancellable, listed_cb, g_object_ref (self));
}

/* What was not read by now stays in the list as it is. */
void
toso_intake_cancel (TosoIntake *self)
{
  g_cancellable_cancel (self->cancellable);
  g_queue_clear (self->queue);
}

/* --- object --- */

static void
toso_intake_finalize (GObject *object)
{
  TosoIntake *self = TOSO_INTAKE (object);

  g_clear_pointer (&self->grid, toso_grid_free);
  g_clear_pointer (&self->form, toso_intake_form_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->said, g_hash_table_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->queue, g_queue_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (toso_intake_parent_class)->finalize (object);
}

static void
toso_intake_class_init (TosoIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_intake_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
toso_intake_init (TosoIntake *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_intake_file_free);
  self->queue = g_queue_new ();
  self->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
}

TosoIntake *
toso_intake_new (TosoSession *session,
                 GError     **error)
{
  TosoYear *year = toso_session_get_year (session);
  g_autoptr (TosoReportPeriod) period = toso_session_load_collected (session, error);
  g_autoptr (TosoIntake) self = NULL;

  if (period == NULL)
    return NULL;

  self = g_object_new (TOSO_TYPE_INTAKE, NULL);
  self->session = g_object_ref (session);
  self->grid = toso_grid_load (year, period->period, toso_date_today (), error);
  if (self->grid == NULL)
    return NULL;
  self->choices = toso_year_list_column_choices (year, error);
  if (self->choices == NULL)
    return NULL;
  self->form = toso_intake_form_new (self->grid, self->choices);

  return g_steal_pointer (&self);
}

/* --- what there is --- */

gboolean
toso_intake_is_busy (TosoIntake *self)
{
  return self->is_listing || self->is_reading || !g_queue_is_empty (self->queue);
}

guint
toso_intake_get_n_files (TosoIntake *self)
{
  return self->files->len;
}

const TosoIntakeFile *
toso_intake_get_file (TosoIntake *self,
                      guint       index)
{
  g_return_val_if_fail (TOSO_IS_INTAKE (self) && index < self->files->len, NULL);

  return get_file (self, index);
}

const TosoIntakeForm *
toso_intake_get_form (TosoIntake *self)
{
  return self->form;
}

const TosoReportPeriod *
toso_intake_get_period (TosoIntake *self)
{
  return self->grid->period;
}

guint
toso_intake_get_n_left_out (TosoIntake *self)
{
  return self->n_left_out;
}

guint
toso_intake_count (TosoIntake     *self,
                   TosoIntakeState state)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += get_file (self, i)->state == state;

  return n;
}

guint
toso_intake_count_accepted (TosoIntake *self)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    n += get_file (self, i)->is_accepted;

  return n;
}

gboolean
toso_intake_needs_reason (TosoIntake *self)
{
  for (guint i = 0; i < self->files->len; i++)
    if (get_file (self, i)->is_accepted && get_file (self, i)->is_locked)
      return TRUE;

  return FALSE;
}

static gboolean
is_coming (TosoIntake *self,
           gint64      village_id)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const TosoIntakeFile *file = get_file (self, i);

      for (guint k = 0; file->is_accepted && k < file->table->entries->len; k++)
        {
          const TosoMeasurement *measurement = ((const TosoFigureEntry *) file->table->entries->pdata[k])->measurement;

          if (measurement->village_id == village_id && toso_period_equal (measurement->period, self->grid->period->period))
            return TRUE;
        }
    }

  return FALSE;
}

GPtrArray *
toso_intake_list_missing (TosoIntake *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->grid->rows->len; i++)
    {
      const TosoVillageStatus *status = self->grid->rows->pdata[i];

      if (!toso_date_is_valid (status->received) && !is_coming (self, status->village->id))
        g_ptr_array_add (names, g_strdup (status->village->name));
    }

  return names;
}
