/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-plain-table.h"

G_BEGIN_DECLS

/* Tables for others to read. */

/* UTF-8 with its mark, commas, a point before decimals; text that a
 * spreadsheet would take for a formula is written as text. */
GBytes *toso_plain_table_to_csv (TosoPlainTable  *table);
/* A sheet a table. */
GBytes *toso_plain_tables_to_xlsx (GPtrArray     *tables, /* of TosoPlainTable */
                                   GError       **error);

G_END_DECLS
