/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-signed-check.h"

#include "core/toso-input.h"

typedef struct
{
  GFile  *file;
  GBytes *original;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_bytes_unref (job->original);
  g_free (job);
}

void
toso_signed_check_free (TosoSignedCheck *check)
{
  if (check == NULL)
    return;

  g_free (check->name);
  g_clear_pointer (&check->copy, g_bytes_unref);
  g_clear_pointer (&check->signatures, g_ptr_array_unref);
  toso_paper_mark_clear (&check->mark);
  g_clear_pointer (&check->changes, g_ptr_array_unref);
  g_free (check);
}

static gboolean
read_copy (TosoSignedCheck *check,
           const Job       *job,
           GCancellable    *cancellable,
           GError         **error)
{
  check->name = g_file_get_basename (job->file);
  check->copy = toso_input_load (job->file, TOSO_INPUT_MAX_BYTES, cancellable, error);
  if (check->copy == NULL)
    return FALSE;
  check->signatures = toso_signatures_read (check->copy, check->name, cancellable, error);
  if (check->signatures == NULL || !toso_paper_mark_read (&check->mark, check->copy, check->name, error))
    return FALSE;
  check->changes = toso_signed_copy_compare (job->original, check->copy, check->name, cancellable, error);

  return check->changes != NULL;
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  g_autoptr (TosoSignedCheck) check = g_new0 (TosoSignedCheck, 1);
  GError *error = NULL;

  if (read_copy (check, task_data, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&check), (GDestroyNotify) toso_signed_check_free);
  else
    g_task_return_error (task, error);
}

void
toso_signed_check_async (GFile              *file,
                         GBytes             *original,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (original != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->original = g_bytes_ref (original);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_signed_check_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, check_in_thread);
}

TosoSignedCheck *
toso_signed_check_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, toso_signed_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
