/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-session.h"
#include "app/toso-sheet-model.h"

G_BEGIN_DECLS

/* All figures of the session's period as the page of the villages' reports
 * shows them: a row a village, a column an indicator.  A snapshot. */

typedef struct
{
  gint64          indicator_id;
  char           *group;     /* "Nữ" …; "": everybody */
  char           *name;      /* of the target, and the group */
  char           *part_name; /* what is counted, in full */
  char           *whole_name; /* "" when it has none */
  TosoTargetKind  kind;
  gboolean        has_whole;
  gboolean        counted;   /* in the registers */
  gboolean        adds_up;   /* a flow: its cumulative figure is shown too */
} TosoReportsIndicator;

typedef struct
{
  gint64   village_id;
  char    *name;
  char    *code;    /* the office's own, or "" */
  char    *state;   /* in words */
  TosoMark mark;
  gboolean received;
  char    *question; /* about all its figures; or NULL */
} TosoReportsVillage;

typedef struct
{
  TosoFigure     part, whole;
  TosoFigure     cumulative;
  TosoFigure     previous; /* part, a period before */
  TosoSheetState state;    /* without what is missing */
  char          *note;     /* or "" */
  char          *question; /* to the village; or NULL */
} TosoReportsFigure;

typedef struct
{
  TosoFigure   part, whole, value, cumulative;
  TosoCoverage coverage, cumulative_coverage;
  gboolean     doubtful;
} TosoReportsTotal;

typedef struct
{
  TosoPeriod         period;
  GPtrArray         *indicators; /* of TosoReportsIndicator */
  GPtrArray         *villages;   /* of TosoReportsVillage */
  TosoReportsFigure *figures;    /* row after row */
  TosoReportsTotal  *totals;     /* one an indicator */
  TosoDate           first, last, due; /* due: of the villages; no date: nobody has set one */
  gboolean           locked;
  guint              n_received;       /* villages */
  guint              n_late;           /* received after the day */
  guint              n_overdue;
} TosoReportsFigures;

TosoReportsFigures      *toso_reports_figures_load (TosoSession *session,
                                                    GError     **error);
void                     toso_reports_figures_free (TosoReportsFigures *self);
const TosoReportsFigure *toso_reports_figures_get  (const TosoReportsFigures *self,
                                                    guint                     village,
                                                    guint                     indicator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoReportsFigures, toso_reports_figures_free)

G_END_DECLS
