/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/toso-cli.h"
#include "exchange/toso-figure-table.h"
#include "store/toso-grid.h"

G_BEGIN_DECLS

/* What the tables of a period are read for; both of @grid. */
GArray    *toso_cli_list_asked    (const TosoGrid *grid); /* of TosoAskedFigure */
GPtrArray *toso_cli_list_villages (const TosoGrid *grid); /* of TosoVillage */

G_END_DECLS
