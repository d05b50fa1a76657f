/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* All figures of a period: a row a village, a column an indicator or one of
 * its groups.  A snapshot: plain data, to be loaded again after "changed". */

typedef struct
{
  gint64         indicator_id;
  char          *code;
  char          *name;
  char          *group;    /* "": everybody */
  char          *unit;
  char          *numerator_name;
  char          *denominator_name;
  TosoTargetKind kind;
  TosoOverTime   over_time;
  gboolean       has_denominator;
  gboolean       counted;   /* in the registers: not typed, not asked of the villages */
} TosoGridColumn;

typedef struct
{
  gint64       id;         /* of the measurement; 0: none of this very period */
  TosoFigure   numerator;  /* of the period */
  TosoFigure   denominator;
  TosoFigure   cumulative; /* from the year's beginning to the period's end */
  TosoFigure   cumulative_denominator;
  TosoFigure   previous;   /* numerator a period before */
  TosoOrigin   origin;
  TosoSeverity doubt;      /* of the worst finding */
  gboolean     derived;    /* put together from shorter periods, all of them there */
  gboolean     locked;
  const char  *note;       /* or NULL */
} TosoGridCell;

/* Of the villages that have a figure; @value in the column's unit: a ratio of
 * sums for what has a denominator. */
typedef struct
{
  TosoFigure   numerator;
  TosoFigure   denominator;
  TosoFigure   value;
  TosoCoverage coverage;
  TosoFigure   cumulative;
  TosoFigure   cumulative_denominator;
  TosoFigure   cumulative_value;
  TosoCoverage cumulative_coverage;
} TosoGridTotal;

typedef struct
{
  guint        row;
  int          column;   /* -1: the row as a whole */
  TosoSeverity severity;
  char        *rule;
  char        *question; /* Vietnamese, to the village */
} TosoGridFinding;

typedef struct
{
  TosoReportPeriod *period;
  GPtrArray        *columns;  /* of TosoGridColumn */
  GPtrArray        *rows;     /* of TosoVillageStatus */
  TosoGridCell     *cells;    /* row after row */
  TosoGridTotal    *totals;   /* one a column */
  GPtrArray        *findings; /* of TosoGridFinding */

  /*< private >*/
  GStringChunk     *notes;
} TosoGrid;

TosoGrid           *toso_grid_load     (TosoYear       *year,
                                        TosoPeriod      period,
                                        TosoDate        today,
                                        GError        **error);
void                toso_grid_free     (TosoGrid       *grid);
const TosoGridCell *toso_grid_get_cell (const TosoGrid *grid,
                                        guint           row,
                                        guint           column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoGrid, toso_grid_free)

G_END_DECLS
