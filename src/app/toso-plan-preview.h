/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "report/toso-report.h"

G_BEGIN_DECLS

/* The plan as a paper, made in a thread from a copy. */

typedef struct
{
  TosoDocument *document;
  GBytes       *pdf;
  GArray       *pages; /* of guint: page that each TosoPlanLine begins on, from 0 */
} TosoPlanPreview;

void             toso_plan_preview_free        (TosoPlanPreview    *preview);
guint            toso_plan_preview_get_n_pages (TosoPlanPreview    *preview);
/* Page of a line of the plan, from 0. */
guint            toso_plan_preview_get_page    (TosoPlanPreview    *preview,
                                                guint               line);
/* Takes @paper, which says what @plan says. */
void             toso_plan_preview_make_async  (const TosoPlan     *plan,
                                                TosoPaper          *paper,
                                                const TosoProfile  *profile,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
TosoPlanPreview *toso_plan_preview_make_finish (GAsyncResult       *result,
                                                GError            **error);

/* The signed text: what the reader makes of plan->source, in a thread. */
void             toso_plan_source_read_async   (const TosoPlan     *plan,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
TosoPlan        *toso_plan_source_read_finish  (GAsyncResult       *result,
                                                GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPlanPreview, toso_plan_preview_free)

G_END_DECLS
