/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-plan-preview.h"

#include <poppler.h>
#include <string.h>

#include "app/toso-paper-render.h"
#include "app/toso-plan-line.h"
#include "exchange/toso-plan-reader.h"

/* Enough of a line to know it by. */
#define NEEDLE_CHARS 40

/* Where the search for the next line goes on. */
typedef struct
{
  TosoPlanPreview *preview;
  GPtrArray       *texts; /* of char *, squeezed, one a page */
  guint            page;
  gsize            offset;
} Search;

void
toso_plan_preview_free (TosoPlanPreview *preview)
{
  if (preview == NULL)
    return;
  g_clear_object (&preview->document);
  g_clear_pointer (&preview->pdf, g_bytes_unref);
  g_clear_pointer (&preview->pages, g_array_unref);
  g_free (preview);
}

guint
toso_plan_preview_get_n_pages (TosoPlanPreview *preview)
{
  return toso_document_get_n_pages (preview->document);
}

guint
toso_plan_preview_get_page (TosoPlanPreview *preview,
                            guint            line)
{
  return line < preview->pages->len ? g_array_index (preview->pages, guint, line) : 0;
}

static char *
dup_page_text (PopplerPage *page)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree char *normal = toso_text_normalize (g_strdelimit (text, "\n", ' '));

  return toso_text_squeeze (normal);
}

static GPtrArray *
read_pages (GBytes  *pdf,
            GError **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, error);
  GPtrArray       *texts;

  if (document == NULL)
    return NULL;
  texts = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      g_ptr_array_add (texts, dup_page_text (page));
      g_object_unref (page);
    }
  g_object_unref (document);
  return texts;
}

/* Lines come in text order, so each is looked for after the one before:
 * "1. Mục đích" of part II is not that of part I. */
static void
find_line (Search             *search,
           const TosoPlanLine *line)
{
  g_autofree char *squeezed = toso_text_squeeze (line->text);
  g_autofree char *needle = NULL;

  needle = g_utf8_substring (squeezed, 0, MIN (g_utf8_strlen (squeezed, -1), NEEDLE_CHARS));
  for (guint page = search->page; *needle != '\0' && page < search->texts->len; page++)
    {
      const char *text = g_ptr_array_index (search->texts, page);
      const char *at = strstr (text + (page == search->page ? search->offset : 0), needle);

      if (at == NULL)
        continue;
      search->page = page;
      search->offset = at - text + strlen (needle);
      break;
    }
  g_array_append_val (search->preview->pages, search->page);
}

static void
find_lines (TosoPlanPreview *preview,
            const TosoPlan  *plan,
            GPtrArray       *texts)
{
  g_autoptr (GPtrArray) lines = toso_plan_lines_new (plan, NULL, NULL);
  Search search = { preview, texts, 0, 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      const TosoPlanLine *line = g_ptr_array_index (lines, i);

      /* The head stands in two columns, in an order of its own. */
      if (line->section_id == 0 && line->node_id == TOSO_PLAN_NODE_OPENING)
        g_array_append_val (preview->pages, search.page);
      else
        find_line (&search, line);
    }
}

typedef struct
{
  TosoPlan   *plan;
  TosoPaper  *paper;
  TosoProfile profile;
} Job;

static void
job_free (Job *job)
{
  toso_plan_free (job->plan);
  toso_paper_free (job->paper);
  g_free (job);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (TosoPlanPreview) preview = g_new0 (TosoPlanPreview, 1);
  g_autoptr (TosoRenderedPaper) rendered = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  GError *error = NULL;

  preview->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  rendered = toso_paper_render (job->paper, &job->profile, cancellable, &error);
  if (rendered != NULL)
    {
      preview->document = g_steal_pointer (&rendered->document);
      preview->pdf = g_steal_pointer (&rendered->pdf);
      texts = read_pages (preview->pdf, &error);
    }
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;
  find_lines (preview, job->plan, texts);
  g_task_return_pointer (task, g_steal_pointer (&preview), (GDestroyNotify) toso_plan_preview_free);
}

void
toso_plan_preview_make_async (const TosoPlan     *plan,
                              TosoPaper          *paper,
                              const TosoProfile  *profile,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (plan != NULL);
  g_return_if_fail (paper != NULL);

  job = g_new0 (Job, 1);
  job->plan = toso_plan_copy (plan);
  job->paper = paper;
  job->profile = *profile;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_plan_preview_make_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_in_thread);
}

TosoPlanPreview *
toso_plan_preview_make_finish (GAsyncResult *result,
                               GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  char    **input = task_data;
  GError   *error = NULL;
  TosoPlan *plan = toso_plan_read_text (input[0], -1, input[1], &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) toso_plan_free);
  else
    g_task_return_error (task, error);
}

void
toso_plan_source_read_async (const TosoPlan     *plan,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  char **input = g_new0 (char *, 3);

  g_return_if_fail (plan != NULL);

  input[0] = g_strdup (plan->source != NULL ? plan->source : "");
  input[1] = g_strdup (plan->source_name != NULL ? plan->source_name : "");
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, toso_plan_source_read_async);
  g_task_set_task_data (task, input, (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, read_in_thread);
}

TosoPlan *
toso_plan_source_read_finish (GAsyncResult *result,
                              GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
