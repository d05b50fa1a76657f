/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-import.h"

typedef struct
{
  TosoPlan    *plan;    /* or NULL */
  TosoPaper   *paper;   /* or NULL */
  TosoProfile  profile; /* of it */
  GFile       *file;
  TosoEncoding encoding;
  char        *remark; /* of what was exported, or NULL */
} Job;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->plan, toso_plan_free);
  g_clear_pointer (&job->paper, toso_paper_free);
  g_clear_object (&job->file);
  g_free (job->remark);
  g_free (job);
}

static GTask *
make_task (const TosoPlan     *plan,
           GFile              *file,
           TosoEncoding        encoding,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data,
           gpointer            tag)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Job   *job = g_new0 (Job, 1);

  job->plan = plan != NULL ? toso_plan_copy (plan) : NULL;
  job->file = g_object_ref (file);
  job->encoding = encoding;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_source_tag (task, tag);

  return task;
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  Job      *job = data;
  GError   *error = NULL;
  TosoPlan *plan = toso_plan_read_file (job->file, job->encoding, cancellable, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, plan, (GDestroyNotify) toso_plan_free);
}

static void
create_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;
  g_autoptr (TosoYear) year = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  /* Closed again at once: an open year lives on the thread that opened it. */
  year = toso_year_create (job->file, job->plan, NULL, &error);
  if (year == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  toso_year_close (year);
  g_task_return_boolean (task, TRUE);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job    *job = data;
  GError *error = NULL;
  g_autoptr (TosoDocument) document = NULL;

  document = toso_document_new (job->paper, &job->profile, &error);
  if (document == NULL || !toso_document_write_pdf (document, job->file, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  job->remark = toso_document_describe_missing (document);
  g_task_return_boolean (task, TRUE);
}

void
toso_import_read_async (GFile              *file,
                        TosoEncoding        encoding,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = make_task (NULL, file, encoding, cancellable, callback, user_data, toso_import_read_async);
  g_task_run_in_thread (task, read_thread);
}

TosoPlan *
toso_import_read_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, toso_import_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
toso_import_create_async (const TosoPlan     *plan,
                          GFile              *file,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (plan != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = make_task (plan, file, TOSO_ENCODING_AUTO, cancellable, callback, user_data, toso_import_create_async);
  g_task_run_in_thread (task, create_thread);
}

gboolean
toso_import_create_finish (GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, toso_import_create_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
toso_export_paper_async (TosoPaper          *paper,
                         const TosoProfile  *profile,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (paper != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = make_task (NULL, file, TOSO_ENCODING_AUTO, cancellable, callback, user_data, toso_export_paper_async);
  ((Job *) g_task_get_task_data (task))->paper = paper;
  ((Job *) g_task_get_task_data (task))->profile = *profile;
  g_task_run_in_thread (task, export_thread);
}

gboolean
toso_export_paper_finish (GAsyncResult *result,
                          char        **remark,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, toso_export_paper_async), FALSE);
  g_return_val_if_fail (remark != NULL, FALSE);

  *remark = g_steal_pointer (&((Job *) g_task_get_task_data (G_TASK (result)))->remark);

  return g_task_propagate_boolean (G_TASK (result), error);
}
