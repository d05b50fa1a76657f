/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Files that came from elsewhere. */

/* More than a PDF of the office ever has, even of scanned pages. */
#define TOSO_INPUT_MAX_BYTES (128 << 20)

/* To the end, or until there is more than @max.  GIO's errors. */
GByteArray *toso_input_read_stream (GInputStream *stream,
                                    gsize         max,
                                    GCancellable *cancellable,
                                    GError      **error);

/* TOSO_ERROR_NOT_FOUND when it can't be read, TOSO_ERROR_INVALID when it is
 * larger than @max, of which no more is held in memory. */
GBytes     *toso_input_load        (GFile        *file,
                                    gsize         max,
                                    GCancellable *cancellable,
                                    GError      **error);

G_END_DECLS
