/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plain-table.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Copies of the year file, and its tables for others. */

/* Whole and checked, or not there at all; never over a file. */
gboolean   toso_year_backup      (TosoYear  *self,
                                  GFile     *copy,
                                  GError   **error);
/* @copy in the place of @file, which is kept beside it as @kept (NULL when
 * there was none).  Refused when @copy is not sound, and while @file is open
 * elsewhere. */
gboolean   toso_year_restore     (GFile     *file,
                                  GFile     *copy,
                                  GFile    **kept,
                                  GError   **error);

/* Each as it stands in the file, by its own words; what is large (the content
 * of attachments, the history's changes) is left out.  @masked: telephone
 * numbers are not to be called by others (DESIGN.md, rule 9). */
GPtrArray *toso_year_dump_tables (TosoYear  *self, /* of TosoPlainTable, by name */
                                  gboolean   masked,
                                  GError   **error);

G_END_DECLS
