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
/* @remark: what is to be said of it, translated; or NULL. */
gboolean  toso_export_paper_finish  (GAsyncResult       *result,
                                     char              **remark,
                                     GError            **error);

/* Called in the main loop after each file. */
typedef void (*TosoExportFunc) (guint    n_done,
                                guint    n_all,
                                gpointer user_data);

/* Each paper in a file of @folder, called as @names says, with a number where
 * such a file is there: nothing is written over.  A file is whole or not there.
 * Takes @papers (TosoPaper) and @names (char *, without suffix).  @user_data:
 * of both callbacks. */
void      toso_export_each_async    (GPtrArray          *papers,
                                     GPtrArray          *names,
                                     const TosoProfile  *profile,
                                     GFile              *folder,
                                     GCancellable       *cancellable,
                                     TosoExportFunc      progress,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
/* FALSE when it was stopped; those that were done stay. */
gboolean  toso_export_each_finish   (GAsyncResult       *result,
                                     guint              *n_done,
                                     guint              *n_all,
                                     GError            **error);

G_END_DECLS
