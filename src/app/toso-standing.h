/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"
#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* How a village stands with its report of a period, for lists; what needs a
 * person comes first. */

typedef enum
{
  TOSO_STANDING_OVERDUE,
  TOSO_STANDING_LATE,
  TOSO_STANDING_TO_CORRECT,
  TOSO_STANDING_ON_TIME,
  TOSO_STANDING_NOT_YET_DUE,
  TOSO_N_STANDINGS,
} TosoStanding;

TosoStanding toso_standing_of       (const TosoVillageStatus *status);
const char  *toso_standing_get_text (TosoStanding             standing); /* "nộp trễ" */
TosoMark     toso_standing_get_mark (TosoStanding             standing);

G_END_DECLS
