/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-register.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* What was removed from the registers and is not there again: the history
 * keeps it until the bin is emptied. */

typedef struct
{
  gint64      entry_id; /* of the history, which removed it */
  gint64      time;     /* seconds */
  char       *person;   /* who removed it */
  TosoRecord *record;   /* as it was */
  guint       n_more;   /* rows that belong to it, and went with it */
} TosoBinRow;

GPtrArray *toso_year_list_bin   (TosoYear         *self, /* newest first */
                                 GError          **error);
/* One command: the row and what went with it, as they were. */
gboolean   toso_year_bring_back (TosoYear         *self,
                                 const TosoBinRow *row,
                                 GError          **error);
/* For good; no step of undo.  @n_rows, or NULL: how many. */
gboolean   toso_year_empty_bin  (TosoYear         *self,
                                 guint            *n_rows,
                                 GError          **error);

G_END_DECLS
