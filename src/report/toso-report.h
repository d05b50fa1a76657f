/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"
#include "core/toso-progress.h"
#include "document/toso-document.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* What each paper and chart says. */

/* The plan as an official paper. */
TosoPaper *toso_report_plan_paper (const TosoPlan *plan);

/* Where each target stands on a day. */
typedef struct
{
  TosoTarget  *target;   /* owned copy */
  TosoProgress progress;
} TosoTargetResult;

void       toso_target_result_free      (TosoTargetResult *result);

/* @period: up to and including it; NULL: all that is there, as of @day. */
GPtrArray *toso_report_target_results   (TosoYear         *year,
                                         const TosoPeriod *period,
                                         TosoDate          day,
                                         GError          **error); /* of TosoTargetResult */

/* "46,8 %", "≥ 70 %", "chậm", "38/41 thôn" — the words of lists and charts. */
char      *toso_report_value_text       (const TosoTargetResult *result);
char      *toso_report_target_text      (const TosoTarget       *target);
const char *toso_report_state_text      (TosoProgressState       state);
TosoMark   toso_report_state_mark       (TosoProgressState       state);
/* How far a target is behind its pace: "thiếu 5,2 điểm %"; NULL: it is not. */
char      *toso_report_gap_text         (const TosoTargetResult *result);
char      *toso_report_coverage_text    (const TosoTargetResult *result);
const char *toso_report_task_state_text (TosoTaskState            state);
TosoMark   toso_report_task_state_mark  (TosoTaskState            state);

/* A bar chart that owns its strings.  @as_of: the day the pace is for; the day
 * of the figures is said by the results. */
typedef struct _TosoTargetsChart TosoTargetsChart;

TosoTargetsChart   *toso_targets_chart_new  (GPtrArray        *results,
                                             const char       *title,
                                             TosoDate          as_of);
void                toso_targets_chart_free (TosoTargetsChart *chart);
const TosoBarChart *toso_targets_chart_get  (TosoTargetsChart *chart);
/* "SỐ LIỆU MẪU" over the picture, or NULL. */
void                toso_targets_chart_set_watermark (TosoTargetsChart *chart,
                                                      const char       *watermark);

/* "SỐ LIỆU MẪU" for a year of made-up figures, else NULL. */
const char *toso_report_get_mark (TosoYear *year);

/* What can be drawn and written, by the names of the command line.  Lists of
 * names end with NULL.  @period: NULL for all that is there. */
const char *const *toso_report_list_charts (void);
const char *const *toso_report_list_papers (void);

/* @target: see toso_report_chart_new(); @width, @height: 0 for a size that
 * suits.  TOSO_ERROR_NOT_FOUND when there is no such kind or target. */
gboolean   toso_report_draw_chart           (TosoYear          *year,
                                             const char        *kind,
                                             const TosoPeriod  *period,
                                             const char        *target,
                                             gboolean           gray,
                                             TosoPictureFormat  format,
                                             double             width,
                                             double             height,
                                             GBytes           **bytes,
                                             GError           **error);
const char *toso_report_get_paper_label     (const char        *kind); /* translated */
gboolean   toso_report_paper_takes_period   (const char        *kind,
                                             TosoPeriod         period);
/* The period that a paper is made of where @given is asked for: @has_period
 * FALSE for a kind that is of the whole year.  @given: NULL for the last that
 * has ended. */
gboolean   toso_report_find_period          (TosoYear          *year,
                                             const char        *kind,
                                             const TosoPeriod  *given,
                                             TosoPeriod        *period,
                                             gboolean          *has_period,
                                             GError           **error);
TosoPaper *toso_report_paper                (TosoYear          *year,
                                             const char        *kind,
                                             const TosoPeriod  *period,
                                             GError           **error);

/* The same with who signs it on @day: @signatory_id, or 0 for who usually does.
 * The plan is as its text is, its number and day left blank. */
TosoPaper *toso_report_paper_signed         (TosoYear          *year,
                                             const char        *kind,
                                             const TosoPeriod  *period,
                                             gint64             signatory_id,
                                             TosoDate           day,
                                             GError           **error);
/* Number and day of the plan as it was issued last; nothing where it was not. */
gboolean   toso_report_number_plan          (TosoYear          *year,
                                             TosoPaper         *paper,
                                             GError           **error);

/* Whether a letter of that kind may be made for each late village alone. */
gboolean   toso_report_paper_goes_to_each   (const char        *kind);
/* A letter a late village, in their order, signed as toso_report_paper_signed()
 * says; @names: of char *, beside them.  TOSO_ERROR_INVALID for a kind that is
 * no letter to villages. */
GPtrArray *toso_report_papers_to_each       (TosoYear          *year, /* of TosoPaper */
                                             const char        *kind,
                                             const TosoPeriod  *period,
                                             gint64             signatory_id,
                                             TosoDate           day,
                                             GPtrArray        **names,
                                             GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTargetResult, toso_target_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTargetsChart, toso_targets_chart_free)

G_END_DECLS
