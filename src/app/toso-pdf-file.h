/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-pdf-layout.h"

G_BEGIN_DECLS

/* An opened PDF.  Poppler is slow and not made for two threads at a time: all
 * work is done in threads, one job after another, behind a lock. */

typedef struct _TosoPdfFile TosoPdfFile;

typedef struct
{
  char  *title;
  guint  page; /* from 0 */
  double top;  /* points from the page's upper edge */
  guint  level;
} TosoPdfChapter;

/* A place that a search has found: a box a line. */
typedef struct
{
  guint  page;
  guint  number; /* of the hit, from 0; its boxes have the same */
  double x, y, width, height; /* points from the upper left corner */
} TosoPdfHit;

/* A page as a picture. */
typedef struct
{
  GdkTexture *texture;
  double      scale; /* device pixels a point */
  char       *text;
} TosoPdfPrint;

TosoPdfFile       *toso_pdf_file_ref           (TosoPdfFile        *self);
void               toso_pdf_file_unref         (TosoPdfFile        *self);
guint              toso_pdf_file_get_n_pages   (TosoPdfFile        *self);
const TosoPdfSize *toso_pdf_file_get_sizes     (TosoPdfFile        *self);
GPtrArray         *toso_pdf_file_get_outline   (TosoPdfFile        *self); /* of TosoPdfChapter */

void               toso_pdf_file_open_async    (GBytes             *pdf,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
TosoPdfFile       *toso_pdf_file_open_finish   (GAsyncResult       *result,
                                                GError            **error);
/* @width, @height: device pixels. */
void               toso_pdf_file_render_async  (TosoPdfFile        *self,
                                                guint               page,
                                                double              scale,
                                                int                 width,
                                                int                 height,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
TosoPdfPrint      *toso_pdf_file_render_finish (GAsyncResult       *result,
                                                GError            **error);
void               toso_pdf_print_free         (TosoPdfPrint       *print);
/* Without diacritics and capitals, over line ends; a typed diacritic counts. */
void               toso_pdf_file_search_async  (TosoPdfFile        *self,
                                                const char         *words,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
GArray            *toso_pdf_file_search_finish (GAsyncResult       *result,
                                                GError            **error); /* of TosoPdfHit */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPdfFile, toso_pdf_file_unref)

G_END_DECLS
