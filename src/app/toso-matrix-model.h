/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-session.h"
#include "app/toso-sheet-model.h"

G_BEGIN_DECLS

/* Who has reported, all the year: a row a village, a column a period of the
 * kind that is collected, in each how the village stands with it. */

#define TOSO_TYPE_MATRIX_MODEL (toso_matrix_model_get_type ())
G_DECLARE_FINAL_TYPE (TosoMatrixModel, toso_matrix_model, TOSO, MATRIX_MODEL, GObject)

TosoMatrixModel *toso_matrix_model_new    (TosoSession     *session);
/* Reads it anew. */
void             toso_matrix_model_update (TosoMatrixModel *self);
/* FALSE: no report of a period is there. */
gboolean         toso_matrix_model_get    (TosoMatrixModel *self,
                                           guint            row,
                                           guint            column,
                                           gint64          *village_id,
                                           TosoPeriod      *period);
/* The column of a period, or of the first; of a model that has one. */
guint            toso_matrix_model_find   (TosoMatrixModel *self,
                                           TosoPeriod       period);
/* "Thôn 4, tháng 3/2026: nộp trễ; nộp 18/3, hạn 17/3, 5/6 số liệu" */
char            *toso_matrix_model_say    (TosoMatrixModel *self,
                                           guint            row,
                                           guint            column);

G_END_DECLS
