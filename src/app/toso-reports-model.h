/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-reports-figures.h"

G_BEGIN_DECLS

/* The villages' figures of the session's period as a TosoSheetModel: number,
 * name and state of the village, then for each indicator what was reached, the
 * whole and the ratio, or what was reached and its sum since the year began.
 *
 * What the rules refuse is kept as typed, for the period and place where it
 * was typed, until it is corrected: nobody is stopped. */

#define TOSO_TYPE_REPORTS_MODEL (toso_reports_model_get_type ())
G_DECLARE_FINAL_TYPE (TosoReportsModel, toso_reports_model, TOSO, REPORTS_MODEL, GObject)

typedef enum
{
  TOSO_REPORTS_NUMBER,
  TOSO_REPORTS_VILLAGE,
  TOSO_REPORTS_STATE,
  TOSO_REPORTS_PART,
  TOSO_REPORTS_WHOLE,
  TOSO_REPORTS_RATIO,
  TOSO_REPORTS_CUMULATIVE,
} TosoReportsColumnKind;

TosoReportsModel         *toso_reports_model_new               (TosoSession *session);
/* After the session has changed. */
void                      toso_reports_model_update            (TosoReportsModel *self);
const TosoReportsFigures *toso_reports_model_get               (TosoReportsModel *self);
TosoReportsColumnKind     toso_reports_model_get_kind          (TosoReportsModel *self,
                                                                guint             column,
                                                                guint            *indicator);
/* What is wrong with a cell, or what to ask about it; NULL: nothing.  @refused:
 * whether it was not written. */
const char               *toso_reports_model_get_question      (TosoReportsModel *self,
                                                                guint             row,
                                                                guint             column,
                                                                gboolean         *refused);
/* The next one to ask about or to correct, round the end; FALSE: none. */
gboolean                  toso_reports_model_find_question     (TosoReportsModel *self,
                                                                guint            *row,
                                                                guint            *column);
guint                     toso_reports_model_count_questions   (TosoReportsModel *self);
gboolean                  toso_reports_model_set_note          (TosoReportsModel *self,
                                                                guint             row,
                                                                guint             column,
                                                                const char       *note);

/* Whether what was typed there is only kept back because the cell is locked. */
gboolean                  toso_reports_model_needs_reason      (TosoReportsModel *self,
                                                                guint             row,
                                                                guint             column);
gboolean                  toso_reports_model_write_with_reason (TosoReportsModel *self,
                                                                guint             row,
                                                                guint             column,
                                                                const char       *reason);
/* What a text means in a column; FALSE: no figure, @sentence (owned) says why. */
gboolean                  toso_reports_model_read_text         (TosoReportsModel *self,
                                                                guint             column,
                                                                const char       *text,
                                                                TosoFigure       *figure,
                                                                char            **sentence);

G_END_DECLS
