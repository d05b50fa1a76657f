/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What Poppler leaves to NSS, seen to before Poppler does.  Nothing, where
 * Poppler is built without. */

void toso_signature_nss_start (void);
/* @signature: as it stands in the file, "<3082…>". */
void toso_signature_nss_keep  (const char *signature,
                               gsize       length);

G_END_DECLS
