/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-signed-check.h"

#include "app/toso-paper-render.h"
#include "core/toso-input.h"
#include "report/toso-draft.h"

typedef struct
{
  GFile      *file;
  GBytes     *original; /* or NULL */
  TosoPaper  *paper;    /* or NULL */
  TosoProfile profile;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_clear_pointer (&job->original, g_bytes_unref);
  g_clear_pointer (&job->paper, toso_paper_free);
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

int
toso_signed_check_get_number (const TosoSignedCheck *check)
{
  gint64 number;

  return check->mark.number != NULL && g_ascii_string_to_signed (check->mark.number, 10, 1, G_MAXINT, &number, NULL) ? (int) number : 0;
}

static GPtrArray *
compare_with_paper (const TosoSignedCheck *check,
                    const Job             *job,
                    GCancellable          *cancellable,
                    GError               **error)
{
  g_autoptr (TosoRenderedPaper) rendered = toso_paper_render (job->paper, &job->profile, cancellable, error);

  return rendered != NULL ? toso_signed_copy_compare (rendered->pdf, check->copy, check->name, cancellable, error) : NULL;
}

/* The annexes of the copy say its number and day, or have left them blank: what
 * is nearer is what it was made of. */
static gboolean
compare (TosoSignedCheck *check,
         const Job       *job,
         GCancellable    *cancellable,
         GError         **error)
{
  int number = toso_signed_check_get_number (check);
  g_autoptr (GPtrArray) filled = NULL;

  if (job->original != NULL)
    check->changes = toso_signed_copy_compare (job->original, check->copy, check->name, cancellable, error);
  else
    check->changes = compare_with_paper (check, job, cancellable, error);
  if (check->changes == NULL)
    return FALSE;
  if (job->paper == NULL || check->changes->len == 0 || number == 0 || !toso_date_is_valid (check->mark.date))
    return TRUE;

  toso_report_set_number (job->paper, number, check->mark.date);
  filled = compare_with_paper (check, job, cancellable, error);
  if (filled == NULL)
    return FALSE;
  if (filled->len < check->changes->len)
    {
      g_ptr_array_unref (check->changes);
      check->changes = g_steal_pointer (&filled);
    }

  return TRUE;
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

  return check->signatures != NULL && toso_paper_mark_read (&check->mark, check->copy, check->name, error) &&
         compare (check, job, cancellable, error);
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
                         TosoPaper          *paper,
                         const TosoProfile  *profile,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail ((original == NULL) != (paper == NULL));
  g_return_if_fail (profile != NULL);

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->original = original != NULL ? g_bytes_ref (original) : NULL;
  job->paper = paper;
  job->profile = *profile;
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
