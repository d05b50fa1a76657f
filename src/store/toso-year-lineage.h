/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-lineage.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Villages that were merged, split or renamed on a day. */

typedef struct
{
  gint64   old_id, new_id;
  char    *kind; /* "merged", "split", "renamed" */
  TosoDate day;
  char    *old_name, *new_name;
  char    *basis; /* the decision, or "" */
} TosoLineage;

void       toso_lineage_free         (TosoLineage  *lineage);
GPtrArray *toso_year_list_lineage    (TosoYear     *self, /* of TosoLineage, newest first */
                                      GError      **error);
/* Of TosoLineageLink: what figures are mapped by. */
GArray    *toso_year_load_links      (TosoYear     *self,
                                      GError      **error);
/* One command each.  @day: the first of the new.  What villages had stays
 * theirs; what stands (products, businesses, members of teams) goes over. */
gboolean   toso_year_merge_villages  (TosoYear     *self,
                                      const gint64 *ids,
                                      guint         n_ids,
                                      const char   *name,
                                      TosoDate      day,
                                      const char   *basis,
                                      GError      **error);
gboolean   toso_year_split_village   (TosoYear     *self,
                                      gint64        id,
                                      const char *const *names, /* two or more */
                                      TosoDate      day,
                                      const char   *basis,
                                      GError      **error);
gboolean   toso_year_rename_village  (TosoYear     *self,
                                      gint64        id,
                                      const char   *name,
                                      TosoDate      day,
                                      const char   *basis,
                                      GError      **error);
/* Today's, and those of before that have figures. */
GPtrArray *toso_year_list_reporting_villages (TosoYear *self, /* of TosoVillage, village order */
                                      GError      **error);
/* The figures of the villages that there are today. */
gboolean   toso_year_map_figures     (TosoYear     *self,
                                      GPtrArray    *measurements, /* of TosoMeasurement */
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoLineage, toso_lineage_free)

G_END_DECLS
