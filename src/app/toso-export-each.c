/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-import.h"

/* Several papers, each in a file of its own. */

typedef struct
{
  GPtrArray     *papers; /* of TosoPaper */
  GPtrArray     *names;  /* of char * */
  TosoProfile    profile;
  GFile         *folder;
  TosoExportFunc progress;
  gpointer       user_data;
  int            n_done; /* atomic */
} Job;

static void
job_free (Job *job)
{
  g_ptr_array_unref (job->papers);
  g_ptr_array_unref (job->names);
  g_object_unref (job->folder);
  g_free (job);
}

static gboolean
say_progress (gpointer data)
{
  GTask     *task = data;
  const Job *job = g_task_get_task_data (task);

  /* Once it is done, what it was for may be gone. */
  if (!g_task_get_completed (task))
    job->progress ((guint) g_atomic_int_get (&job->n_done), job->papers->len, job->user_data);

  return G_SOURCE_REMOVE;
}

/* "Đôn đốc - Thôn 7.pdf", else "Đôn đốc - Thôn 7 (2).pdf". */
static GFile *
find_free_file (GFile      *folder,
                const char *name)
{
  g_autofree char *first = g_strconcat (name, ".pdf", NULL);
  GFile           *file = g_file_get_child (folder, first);

  for (guint i = 2; g_file_query_exists (file, NULL); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s (%u).pdf", name, i);

      g_object_unref (file);
      file = g_file_get_child (folder, numbered);
    }

  return file;
}

static gboolean
write_one (const Job    *job,
           guint         i,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (TosoDocument) document = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  document = toso_document_new (job->papers->pdata[i], &job->profile, error);
  if (document == NULL)
    return FALSE;
  file = find_free_file (job->folder, job->names->pdata[i]);

  return toso_document_write_pdf (document, file, cancellable, error);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job    *job = task_data;
  GError *error = NULL;

  for (guint i = 0; i < job->papers->len; i++)
    {
      if (!write_one (job, i, cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      g_atomic_int_inc (&job->n_done);
      g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, say_progress, g_object_ref (task), g_object_unref);
    }
  g_task_return_boolean (task, TRUE);
}

void
toso_export_each_async (GPtrArray          *papers,
                        GPtrArray          *names,
                        const TosoProfile  *profile,
                        GFile              *folder,
                        GCancellable       *cancellable,
                        TosoExportFunc      progress,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (papers != NULL && names != NULL && papers->len == names->len);
  g_return_if_fail (G_IS_FILE (folder));
  g_return_if_fail (progress != NULL);

  job = g_new0 (Job, 1);
  *job = (Job){ papers, names, *profile, g_object_ref (folder), progress, user_data, 0 };
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_export_each_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* How many are done is asked for also when it was stopped. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
toso_export_each_finish (GAsyncResult *result,
                         guint        *n_done,
                         guint        *n_all,
                         GError      **error)
{
  const Job *job;

  g_return_val_if_fail (g_async_result_is_tagged (result, toso_export_each_async), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  *n_done = (guint) g_atomic_int_get (&job->n_done);
  *n_all = job->papers->len;

  return g_task_propagate_boolean (G_TASK (result), error);
}
