/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year-reports.h"

G_BEGIN_DECLS

/* Looks up what a figure is held against, and asks the rules. */

typedef struct _TosoJudge TosoJudge;

TosoJudge *toso_judge_new         (TosoYear              *year,
                                   GPtrArray             *rules); /* of TosoRule */
void       toso_judge_free        (TosoJudge             *judge);
GPtrArray *toso_judge_measurement (TosoJudge             *judge, /* of TosoFinding, the worst first */
                                   const TosoMeasurement *measurement,
                                   GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoJudge, toso_judge_free)

G_END_DECLS
