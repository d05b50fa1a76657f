/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-document.h"
#include "exchange/toso-plan-reader.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Work that takes longer than a blink, in threads that get their own copy of
 * what they need and never the open year file. */

/* A plan's text or PDF. */
void      toso_import_read_async    (GFile              *file,
                                     TosoEncoding        encoding,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
TosoPlan *toso_import_read_finish   (GAsyncResult       *result,
                                     GError            **error);

/* A new year file from @plan, which is copied. */
void      toso_import_create_async  (const TosoPlan     *plan,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean  toso_import_create_finish (GAsyncResult       *result,
                                     GError            **error);

/* An official paper in a PDF file.  Takes @paper. */
void      toso_export_paper_async   (TosoPaper          *paper,
                                     const TosoProfile  *profile,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean  toso_export_paper_finish  (GAsyncResult       *result,
                                     GError            **error);

G_END_DECLS
