/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-number.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Villages by how they did in the targets that the office chose, so that
 * anybody can work it out again by hand: the place in each target (equal
 * figures share one), the sum of the places, and the place of that sum.  A
 * village that has no figure of one of them has no place. */

typedef struct
{
  gint64      village_id;
  char       *name;
  TosoFigure *values; /* one a criterion, in its unit */
  guint      *places; /* 0: no figure */
  guint       sum;
  guint       rank;   /* 0: a figure is missing */
} TosoRankedVillage;

typedef struct
{
  GPtrArray *targets;  /* of TosoTarget: all that villages can be told apart by */
  GArray    *chosen;   /* of gboolean, beside them */
  GPtrArray *villages; /* of TosoRankedVillage: by rank, those without last */
  GPtrArray *criteria; /* of TosoTarget: those chosen, in order */
} TosoRanking;

TosoRanking *toso_ranking_load   (TosoYear          *year,
                                  GError           **error);
void         toso_ranking_free   (TosoRanking       *ranking);
/* Which targets count; kept with the year. */
gboolean     toso_ranking_choose (TosoYear          *year,
                                  GPtrArray         *codes, /* of char * */
                                  GError           **error);
/* "Hạng 1/41: CT01 đạt 80 % (thứ 2); … tổng thứ hạng 3": for the list of
 * commendations, in the language of papers. */
char        *toso_ranking_describe (const TosoRanking *ranking,
                                  const TosoRankedVillage *village);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoRanking, toso_ranking_free)

G_END_DECLS
