/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-pdf-file.h"

#include <glib/gi18n.h>
#include <poppler.h>

#include "app/toso-pdf-search.h"
#include "core/toso-error.h"

/* An outline deeper than this is somebody's mistake. */
#define DEEPEST 8

struct _TosoPdfFile
{
  grefcount        references;
  GMutex           lock;
  GBytes          *pdf;
  PopplerDocument *document; /* behind the lock */
  guint            n_pages;
  TosoPdfSize     *sizes;
  GPtrArray       *outline; /* of TosoPdfChapter */
};

typedef struct
{
  TosoPdfFile *file;
  guint        page;
  double       scale;
  int          width, height;
  char        *words;
} Job;

static void
chapter_free (TosoPdfChapter *chapter)
{
  g_free (chapter->title);
  g_free (chapter);
}

static void
job_free (Job *job)
{
  toso_pdf_file_unref (job->file);
  g_free (job->words);
  g_free (job);
}

void
toso_pdf_print_free (TosoPdfPrint *print)
{
  g_clear_object (&print->texture);
  g_free (print->text);
  g_free (print);
}

/* --- opening --- */

static void
add_chapter (TosoPdfFile       *self,
             const PopplerDest *dest,
             const char        *title,
             guint              level)
{
  TosoPdfChapter *chapter;
  PopplerDest    *named = NULL;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED)
    dest = named = poppler_document_find_dest (self->document, dest->named_dest);
  if (dest != NULL && dest->page_num >= 1 && (guint) dest->page_num <= self->n_pages)
    {
      chapter = g_new0 (TosoPdfChapter, 1);
      chapter->title = g_strdup (title);
      chapter->page = (guint) dest->page_num - 1;
      chapter->top = dest->change_top ? CLAMP (self->sizes[chapter->page].height - dest->top, 0, self->sizes[chapter->page].height) : 0;
      chapter->level = level;
      g_ptr_array_add (self->outline, chapter);
    }
  g_clear_pointer (&named, poppler_dest_free);
}

static void
read_outline (TosoPdfFile      *self,
              PopplerIndexIter *iter,
              guint             level)
{
  if (iter == NULL || level >= DEEPEST)
    return;
  do
    {
      PopplerAction    *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      if (action != NULL && action->type == POPPLER_ACTION_GOTO_DEST)
        add_chapter (self, action->goto_dest.dest, action->goto_dest.title, level);
      g_clear_pointer (&action, poppler_action_free);
      read_outline (self, child, level + 1);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (poppler_index_iter_next (iter));
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (TosoPdfFile) self = g_new0 (TosoPdfFile, 1);
  PopplerIndexIter *iter;
  GError           *error = NULL;

  g_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->outline = g_ptr_array_new_with_free_func ((GDestroyNotify) chapter_free);
  self->pdf = g_bytes_ref (task_data);
  self->document = poppler_document_new_from_bytes (self->pdf, NULL, &error);
  if (self->document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->n_pages = (guint) MAX (0, poppler_document_get_n_pages (self->document));
  self->sizes = g_new0 (TosoPdfSize, self->n_pages + 1);
  for (guint i = 0; i < self->n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (self->document, (int) i);

      /* A4, where the page is broken. */
      self->sizes[i] = (TosoPdfSize){ 595.28, 841.89 };
      if (page != NULL)
        poppler_page_get_size (page, &self->sizes[i].width, &self->sizes[i].height);
      g_clear_object (&page);
    }
  iter = poppler_index_iter_new (self->document);
  read_outline (self, iter, 0);
  g_clear_pointer (&iter, poppler_index_iter_free);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) toso_pdf_file_unref);
}

void
toso_pdf_file_open_async (GBytes             *pdf,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, toso_pdf_file_open_async);
  g_task_set_task_data (task, g_bytes_ref (pdf), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, open_in_thread);
}

TosoPdfFile *
toso_pdf_file_open_finish (GAsyncResult *result,
                           GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

TosoPdfFile *
toso_pdf_file_ref (TosoPdfFile *self)
{
  g_ref_count_inc (&self->references);

  return self;
}

void
toso_pdf_file_unref (TosoPdfFile *self)
{
  if (self == NULL || !g_ref_count_dec (&self->references))
    return;
  g_clear_object (&self->document);
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->outline, g_ptr_array_unref);
  g_mutex_clear (&self->lock);
  g_free (self->sizes);
  g_free (self);
}

guint
toso_pdf_file_get_n_pages (TosoPdfFile *self)
{
  return self->n_pages;
}

const TosoPdfSize *
toso_pdf_file_get_sizes (TosoPdfFile *self)
{
  return self->sizes;
}

GPtrArray *
toso_pdf_file_get_outline (TosoPdfFile *self)
{
  return self->outline;
}

/* --- drawing --- */

static GdkTexture *
draw_page (PopplerPage *page,
           double       scale,
           int          width,
           int          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                           (gsize) cairo_image_surface_get_stride (surface) * height);
      texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                        cairo_image_surface_get_stride (surface));
    }
  cairo_surface_destroy (surface);

  return texture;
}

static void
render_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Job    *job = task_data;
  TosoPdfPrint *print = g_new0 (TosoPdfPrint, 1);
  PopplerPage  *page;

  g_mutex_lock (&job->file->lock);
  page = poppler_document_get_page (job->file->document, (int) job->page);
  print->scale = job->scale;
  if (page != NULL)
    {
      print->texture = draw_page (page, job->scale, job->width, job->height);
      print->text = poppler_page_get_text (page);
      g_object_unref (page);
    }
  g_mutex_unlock (&job->file->lock);
  if (print->texture != NULL)
    {
      g_task_return_pointer (task, print, (GDestroyNotify) toso_pdf_print_free);
      return;
    }
  toso_pdf_print_free (print);
  g_task_return_new_error (task, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The paper has no page %u."), job->page + 1);
}

void
toso_pdf_file_render_async (TosoPdfFile        *self,
                            guint               page,
                            double              scale,
                            int                 width,
                            int                 height,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  *job = (Job){ toso_pdf_file_ref (self), page, scale, width, height, NULL };
  g_task_set_source_tag (task, toso_pdf_file_render_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, render_in_thread);
}

TosoPdfPrint *
toso_pdf_file_render_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- searching --- */

/* A box for each line that the span is on. */
static void
add_boxes (GArray                 *hits,
           guint                   page,
           guint                   number,
           const PopplerRectangle *letters,
           guint                   n_letters,
           TosoPdfSpan             span)
{
  TosoPdfHit *box = NULL;

  for (guint i = span.start; i < MIN (span.end, n_letters); i++)
    {
      const PopplerRectangle *letter = &letters[i];
      double                  top = MIN (letter->y1, letter->y2), bottom = MAX (letter->y1, letter->y2);
      TosoPdfHit              hit = { page, number, letter->x1, top, letter->x2 - letter->x1, bottom - top };

      if (hit.width <= 0)
        continue;
      if (box != NULL && top < box->y + box->height && bottom > box->y && letter->x1 >= box->x)
        {
          box->width = MAX (box->width, letter->x2 - box->x);
          continue;
        }
      g_array_append_val (hits, hit);
      box = &g_array_index (hits, TosoPdfHit, hits->len - 1);
    }
}

static void
search_page (GArray      *hits,
             guint       *n_hits,
             PopplerPage *page,
             guint        number,
             const char  *words)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autoptr (GArray) spans = text != NULL ? toso_pdf_search_text (text, words) : NULL;
  PopplerRectangle *letters = NULL;
  guint             n_letters = 0;

  if (spans == NULL || spans->len == 0 || !poppler_page_get_text_layout (page, &letters, &n_letters))
    return;
  for (guint i = 0; i < spans->len; i++)
    add_boxes (hits, number, (*n_hits)++, letters, n_letters, g_array_index (spans, TosoPdfSpan, i));
  g_free (letters);
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (TosoPdfHit));
  guint n_hits = 0;

  for (guint i = 0; i < job->file->n_pages; i++)
    {
      PopplerPage *page;

      if (g_task_return_error_if_cancelled (task))
        return;
      /* Pages are drawn between those searched. */
      g_mutex_lock (&job->file->lock);
      page = poppler_document_get_page (job->file->document, (int) i);
      if (page != NULL)
        search_page (hits, &n_hits, page, i, job->words);
      g_clear_object (&page);
      g_mutex_unlock (&job->file->lock);
    }
  g_task_return_pointer (task, g_steal_pointer (&hits), (GDestroyNotify) g_array_unref);
}

void
toso_pdf_file_search_async (TosoPdfFile        *self,
                            const char         *words,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->file = toso_pdf_file_ref (self);
  job->words = g_strdup (words);
  g_task_set_source_tag (task, toso_pdf_file_search_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, search_in_thread);
}

GArray *
toso_pdf_file_search_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
