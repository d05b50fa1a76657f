/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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
/* @original: what was exported. */
void             toso_signed_check_async  (GFile              *file,
                                           GBytes             *original,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
TosoSignedCheck *toso_signed_check_finish (GAsyncResult       *result,
                                           GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoSignedCheck, toso_signed_check_free)

G_END_DECLS
