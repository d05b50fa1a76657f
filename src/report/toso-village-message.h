/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-report-chart.h"
#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* What goes to one village over Zalo, copied and sent by a person: the office
 * sends nothing by itself. */

/* A reminder in the office's own words, with what is still missing by name.
 * @status: of toso_year_list_status(). */
char            *toso_village_message_new (TosoYear                *year,
                                           TosoPeriod               period,
                                           const TosoVillageStatus *status,
                                           TosoDate                 today,
                                           GError                 **error);
/* Its own figures, as a card to be drawn. */
TosoReportChart *toso_village_card_new    (TosoYear                *year,
                                           const TosoPeriod        *period,
                                           gint64                   village_id,
                                           GError                 **error);

G_END_DECLS
