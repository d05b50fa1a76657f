/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-village.h"

G_BEGIN_DECLS

/* What villages came of: merged into one, or split into several.  Figures of
 * before are those of today's map, and the commune's totals stay what they
 * were. */

typedef struct
{
  gint64   old_id;
  gint64   new_id;
  gboolean split; /* one of several that the old one became */
} TosoLineageLink;

/* The village of today that holds all of @village_id; itself where there is
 * none, or where it was split. */
gint64 toso_lineage_find_today (const GArray *links, /* of TosoLineageLink */
                                gint64        village_id);
/* @measurements by today's map.  In a period, merged villages' figures add up;
 * where the new one gave its own, that stands for a stock, and joins a flow.
 * The figures of one that was split cannot be told apart and stay its own: a
 * stock until each of the new ones has given its own. */
void   toso_lineage_map        (const GArray *links,
                                GPtrArray    *measurements, /* of TosoMeasurement */
                                GHashTable   *stocks);      /* gint64 *: indicators whose latest counts */

G_END_DECLS
