/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/toso-report.h"

G_BEGIN_DECLS

/* A paper made into pages, in a thread. */

typedef struct
{
  TosoDocument *document;
  GBytes       *pdf;
} TosoRenderedPaper;

void               toso_rendered_paper_free (TosoRenderedPaper  *rendered);
/* In this thread; for what is itself in one. */
TosoRenderedPaper *toso_paper_render        (const TosoPaper    *paper,
                                             const TosoProfile  *profile,
                                             GCancellable       *cancellable,
                                             GError            **error);
/* Takes @paper. */
void               toso_paper_render_async  (TosoPaper          *paper,
                                             const TosoProfile  *profile,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
TosoRenderedPaper *toso_paper_render_finish (GAsyncResult       *result,
                                             GError            **error);

/* What the format checker finds in its pages: of TosoLintFinding. */
void               toso_paper_check_async   (GBytes             *pdf,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GPtrArray         *toso_paper_check_finish  (GAsyncResult       *result,
                                             GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRenderedPaper, toso_rendered_paper_free)

G_END_DECLS
