/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-count.h"

G_BEGIN_DECLS

/* Of ?1, the first day that counts for what happened, and ?2, the day: rows of
 * a village's id (NULL: none) and what is counted there. */
char     *toso_count_term_sql (const TosoCountTerm *term);
gboolean  toso_count_is_by_village (const TosoCountTerm *term);
/* Whether rows of @table may be what is counted. */
gboolean  toso_count_reads    (const char          *table);

G_END_DECLS
