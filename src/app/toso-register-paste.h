/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/toso-register.h"
#include "exchange/toso-block-reader.h"

G_BEGIN_DECLS

/* Rows of a spreadsheet as rows of a register: columns by their heads, which
 * are the fields' names, or by their order in the list. */

typedef struct
{
  GPtrArray *records;  /* of TosoRecord: new */
  GPtrArray *doubles;  /* of TosoRecord: whose name is in the list, or pasted twice */
  GPtrArray *problems; /* of char *: sentences, "Row 3: …" */
  guint      n_same;   /* rows that are there just so */
} TosoPastedRows;

/* @existing: of TosoRecord, or NULL where the kind has none.  @names: list →
 * gint64 * → char *. */
TosoPastedRows *toso_pasted_rows_read (const TosoRegister    *kind,
                                       const TosoCopiedBlock *block,
                                       const GPtrArray       *existing,
                                       GHashTable            *names);
void            toso_pasted_rows_free (TosoPastedRows        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPastedRows, toso_pasted_rows_free)

G_END_DECLS
