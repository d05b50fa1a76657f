/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-field-reader.h"

G_BEGIN_DECLS

/* Tables of targets: TT | Chỉ tiêu | Đơn vị tính | Năm 2026. */

/* The year that a plan's own title names, 0 when none; for titles such as
 * "Năm 2025 | Năm 2026". */
int toso_target_table_year (const char *text);
/* Whether @titles are those of targets; @fields are then what they are for. */
gboolean toso_target_table_titles (GString *const *titles,
                                   guint           n_titles,
                                   int             year,
                                   TosoField      *fields);

G_END_DECLS
