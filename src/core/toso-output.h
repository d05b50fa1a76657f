/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that are made for others to read. */
typedef enum {
  TOSO_OUTPUT_PDF,
  TOSO_OUTPUT_PNG,
  TOSO_OUTPUT_SVG,
  TOSO_OUTPUT_XLSX,
  TOSO_OUTPUT_CSV,
} TosoOutputKind;

/* What is drawn, by the ending of @name: ".pdf", ".PNG", ".svg". */
gboolean toso_output_find_kind (const char     *name,
                                TosoOutputKind *kind);

/* Whole or not at all, and never over a file of another kind
 * (TOSO_ERROR_EXISTS): that is a year file, or a text somebody still needs.
 * Also through links.  TOSO_ERROR_STORAGE when it cannot be written. */
gboolean toso_output_write (GFile         *file,
                            TosoOutputKind kind,
                            GBytes        *content,
                            GCancellable  *cancellable,
                            GError       **error);

/* Why @file cannot be written, in our words: what GIO says is in another
 * language and may name a temporary file.  @reason: of GIO or GFileError. */
void toso_output_set_error (GError      **error,
                            GFile        *file,
                            const GError *reason);

G_END_DECLS
