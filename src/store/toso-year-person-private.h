/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-register.h"
#include "store/toso-changes.h"
#include "store/toso-year-person.h"
#include "store/toso-year-private.h"

G_BEGIN_DECLS

/* The columns of a table, in the order of its changes. */
typedef struct
{
  GPtrArray *names; /* of char * */
  GPtrArray *texts; /* of those, the ones of text */
  gboolean   has_id;
} TosoTableColumns;

void              toso_table_columns_free      (TosoTableColumns *columns);
TosoTableColumns *toso_year_list_columns       (TosoYear         *self,
                                                const char       *table,
                                                GError          **error);
/* "table/id" */
char             *toso_row_key                 (const char       *table,
                                                gint64            id);

/* The columns of tables, each read once.  Remembers its first failure, so that
 * rows of the history are read straight and it is asked at the end. */
typedef struct
{
  TosoYear   *year;
  GHashTable *columns; /* table → TosoTableColumns * */
  GError     *error;   /* of the reader too */
} TosoTables;

void                    toso_tables_init       (TosoTables       *tables,
                                                TosoYear         *year);
void                    toso_tables_clear      (TosoTables       *tables);
const TosoTableColumns *toso_tables_find       (TosoTables       *tables, /* NULL: it failed */
                                                const char       *table);
/* FALSE: something failed; the error is handed over. */
gboolean                toso_tables_check      (TosoTables       *tables,
                                                GError          **error);

/* The tables in which a person may be named, but for the history. */
GPtrArray        *toso_year_list_person_tables (TosoYear         *self, /* of char * */
                                                GError          **error);
/* SQL gets toso_mentions(text) and toso_scrub(text). */
gboolean          toso_year_add_person_sql     (TosoYear              *self,
                                                const TosoPersonWords *words,
                                                GError               **error);
void              toso_year_drop_person_sql    (TosoYear         *self);
/* What stands in the place of what was erased. */
const char       *toso_erased_mark             (void);
/* A table of the plan's official text. */
gboolean          toso_is_official_table       (const char       *table);
/* The field by which rows of @kind are a person's, or NULL. */
const TosoField  *toso_find_person_field    (const TosoRegister *kind);
/* The column by which rows of @table belong to one of @list, and go with it;
 * NULL: they do not. */
const char       *toso_goes_with               (const char       *table,
                                                const char       *list);

/* After the changes of one entry. */
typedef gboolean (*TosoEntryFunc)              (gint64            id,
                                                gpointer          user_data,
                                                GError          **error);
/* Each changeset of the history through @func. */
gboolean          toso_year_rewrite_history    (TosoYear         *self,
                                                TosoRowChangeFunc func,
                                                TosoEntryFunc     ended, /* or NULL */
                                                gpointer          user_data,
                                                GError          **error);
gboolean          toso_year_walk_history       (TosoYear         *self, /* all are kept as they are */
                                                TosoRowChangeFunc func,
                                                gpointer          user_data,
                                                GError          **error);
/* What remains of it: when, by whom, why, how much. */
gboolean          toso_year_record_erasure     (TosoYear         *self,
                                                const char       *title,
                                                const char       *reason,
                                                guint             n_rows,
                                                GError          **error);
/* After a commit: free pages and the log hold nothing of what went. */
gboolean          toso_year_forget_pages       (TosoYear         *self,
                                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTableColumns, toso_table_columns_free)

G_END_DECLS
