/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-paper-render.h"

#include <glib/gi18n.h>

#include "document/toso-lint.h"

void
toso_rendered_paper_free (TosoRenderedPaper *rendered)
{
  if (rendered == NULL)
    return;

  g_clear_object (&rendered->document);
  g_clear_pointer (&rendered->pdf, g_bytes_unref);
  g_free (rendered);
}

TosoRenderedPaper *
toso_paper_render (const TosoPaper   *paper,
                   const TosoProfile *profile,
                   GCancellable      *cancellable,
                   GError           **error)
{
  g_autoptr (TosoRenderedPaper) rendered = g_new0 (TosoRenderedPaper, 1);

  rendered->document = toso_document_new (paper, profile, error);
  if (rendered->document == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  rendered->pdf = toso_document_to_pdf (rendered->document, cancellable, error);

  return rendered->pdf != NULL ? g_steal_pointer (&rendered) : NULL;
}

typedef struct
{
  TosoPaper  *paper;
  TosoProfile profile;
} Job;

static void
job_free (Job *job)
{
  toso_paper_free (job->paper);
  g_free (job);
}

static void
render_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Job         *job = task_data;
  GError            *error = NULL;
  TosoRenderedPaper *rendered = toso_paper_render (job->paper, &job->profile, cancellable, &error);

  if (rendered != NULL)
    g_task_return_pointer (task, rendered, (GDestroyNotify) toso_rendered_paper_free);
  else
    g_task_return_error (task, error);
}

void
toso_paper_render_async (TosoPaper          *paper,
                         const TosoProfile  *profile,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (paper != NULL);
  g_return_if_fail (profile != NULL);

  job = g_new0 (Job, 1);
  job->paper = paper;
  job->profile = *profile;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_paper_render_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, render_in_thread);
}

TosoRenderedPaper *
toso_paper_render_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, toso_paper_render_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  GError    *error = NULL;
  GPtrArray *findings = toso_lint_pdf (task_data, _ ("The paper"), &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
toso_paper_check_async (GBytes             *pdf,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (pdf != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_paper_check_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, check_in_thread);
}

GPtrArray *
toso_paper_check_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, toso_paper_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
