/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/toso-plan-reader.h"

G_BEGIN_DECLS

/* The name for messages and for the plan. */
char *toso_text_file_dup_name (GFile *file);
/* Refuses what is empty or larger than TOSO_PLAN_MAX_BYTES, unread. */
GBytes *toso_text_file_load (GFile        *file,
                             GCancellable *cancellable,
                             GError      **error);
/* Bytes → UTF-8 without a byte order mark, otherwise as they are. */
char *toso_text_file_decode (GBytes      *bytes,
                             const char  *name,
                             TosoEncoding encoding,
                             GError     **error);

/* TCVN 5712:1993 (".VnTime"), as bytes or as the Latin letters they look like
 * in UTF-8; NULL when it can't be. */
char    *toso_tcvn3_decode (const char *bytes,
                            gsize       length);
gboolean toso_tcvn3_is_likely (const char *bytes,
                               gsize       length);

/* The byte that a letter stands for, in a text that is UTF-8 by its bytes;
 * FALSE: it stands for none. */
gboolean toso_legacy_next_byte (const char **p,
                                const char  *end,
                                gboolean     utf8,
                                guchar      *byte);
/* NULL when it can't be in that encoding. */
char    *toso_legacy_decode (const char  *bytes,
                             gsize        length,
                             TosoEncoding encoding);
/* By the words that a table has in it; TOSO_ENCODING_AUTO: it is what its
 * bytes say, or nothing that is known. */
TosoEncoding toso_legacy_guess (const char *bytes,
                                gsize       length);

G_END_DECLS
