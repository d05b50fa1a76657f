/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/toso-document.h"
#include "document/toso-signatures.h"
#include "document/toso-signed-copy.h"

G_BEGIN_DECLS

/* What a signed copy says, read in a thread. */

typedef struct
{
  char         *name;       /* of its file */
  GBytes       *copy;
  GPtrArray    *signatures; /* of TosoSignature */
  TosoPaperMark mark;
  GPtrArray    *changes;    /* of TosoCopyChange, against what was exported */
} TosoSignedCheck;

void             toso_signed_check_free   (TosoSignedCheck    *check);
/* @original: what was exported; NULL: nothing yet, and @paper (taken; else NULL)
 * is what would be. */
void             toso_signed_check_async  (GFile              *file,
                                           GBytes             *original,
                                           TosoPaper          *paper,
                                           const TosoProfile  *profile,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
/* Of the copy; 0: none that can be read. */
int              toso_signed_check_get_number (const TosoSignedCheck *check);
TosoSignedCheck *toso_signed_check_finish (GAsyncResult       *result,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSignedCheck, toso_signed_check_free)

G_END_DECLS
