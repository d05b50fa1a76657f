/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-reports-model.h"

G_BEGIN_DECLS

/* The pane beside the villages' figures: one cell, what to ask about it, its
 * note, and what the village gave in the periods before. */

#define TOSO_TYPE_REPORTS_DETAIL (toso_reports_detail_get_type ())
G_DECLARE_FINAL_TYPE (TosoReportsDetail, toso_reports_detail, TOSO, REPORTS_DETAIL, GtkBox)

GtkWidget *toso_reports_detail_new           (TosoSession      *session,
                                              TosoReportsModel *model);
/* Only where there is a figure to speak of; FALSE else. */
gboolean   toso_reports_detail_show          (TosoReportsDetail *self,
                                              guint              row,
                                              guint              column);
/* When the figure is locked: to the field for the reason. */
void       toso_reports_detail_focus_reason  (TosoReportsDetail *self);
void       toso_reports_detail_focus_note    (TosoReportsDetail *self);
void       toso_reports_detail_focus_history (TosoReportsDetail *self);

G_END_DECLS
