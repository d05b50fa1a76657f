/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-db.h"

G_BEGIN_DECLS

/* Ids made by us: desk number in the high bits, that desk's sequence below, so
 * that rows made on two desks never clash when they meet. */

#define TOSO_DESK_SHIFT 40
#define TOSO_THIS_DESK  1 /* the only one, until desks exchange packets */

typedef struct
{
  TosoDb *db;
  gint64  desk;
  gint64  last;
  gint64  saved; /* @last as it stands in the file */
} TosoIds;

/* Within the transaction that will use them. */
gboolean toso_ids_load (TosoIds *ids,
                        GError **error);
gint64   toso_ids_next (TosoIds *ids);
gboolean toso_ids_save (TosoIds *ids,
                        GError **error);

G_END_DECLS
