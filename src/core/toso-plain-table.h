/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table of texts, from where it is kept to where it is written. */
typedef struct
{
  char         *name;
  GStrv         columns;
  gboolean     *is_number; /* one a column */
  GPtrArray    *rows;      /* of const char **, one a column; NULL: nothing is there */
  GStringChunk *texts;     /* of the rows */
} TosoPlainTable;

TosoPlainTable *toso_plain_table_new  (const char        *name,
                                       const char *const *columns);
void            toso_plain_table_free (TosoPlainTable    *table);
/* A row of nothing, to be filled with what toso_plain_table_keep() gives. */
const char    **toso_plain_table_add  (TosoPlainTable    *table);
const char     *toso_plain_table_keep (TosoPlainTable    *table,
                                       const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPlainTable, toso_plain_table_free)

G_END_DECLS
