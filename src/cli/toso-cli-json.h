/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <jansson.h>

#include "report/toso-report.h"

G_BEGIN_DECLS

/* The shapes of DESIGN.md §9, which programs of others rely on.  A figure that
 * is missing is null. */

json_t *toso_cli_plan_to_json    (const TosoPlan *plan);
json_t *toso_cli_results_to_json (GPtrArray      *results); /* of TosoTargetResult */
json_t *toso_cli_tasks_to_json   (const TosoPlan *plan);
json_t *toso_cli_journal_to_json (GPtrArray      *entries); /* of TosoJournalEntry */

/* To stdout.  Takes @json. */
void    toso_cli_print_json      (json_t         *json);

G_END_DECLS
