/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean toso_pdf_is_pdf (GBytes *bytes);

/* The pages' text from top to bottom, a paragraph a line; columns that stand
 * side by side are kept apart with spaces; page numbers are left out.
 * @remarks, of TosoRemark: what could not be read. */
char *toso_pdf_text_read (GBytes       *bytes,
                          const char   *name,
                          GPtrArray    *remarks,
                          GCancellable *cancellable,
                          GError      **error);

G_END_DECLS
