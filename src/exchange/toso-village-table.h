/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-village.h"
#include "exchange/toso-workbook.h"

G_BEGIN_DECLS

/* The list of a commune's villages, as the office keeps it: headings found by
 * what they mean, wherever they stand. */

/* Of TosoVillage, in the table's order.  @remarks: sentences on what was
 * passed over, or NULL. */
GPtrArray *toso_village_table_read (const TosoWorkbook *workbook,
                                    GPtrArray         **remarks,
                                    GError            **error);

G_END_DECLS
