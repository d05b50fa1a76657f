/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-number.h"
#include "store/toso-db.h"

G_BEGIN_DECLS

/* A prepared statement that remembers its first failure, so that a query is
 * written straight and checked once, at the step. */

typedef struct _TosoStmt TosoStmt;

TosoStmt   *toso_db_prepare           (TosoDb     *db,
                                       const char *sql);
void        toso_stmt_free            (TosoStmt   *stmt);

/* Parameters count from 1. */
void        toso_stmt_bind_int64      (TosoStmt   *stmt,
                                       int         parameter,
                                       gint64      value);
void        toso_stmt_bind_id         (TosoStmt   *stmt,
                                       int         parameter,
                                       gint64      id); /* 0 is NULL */
void        toso_stmt_bind_text       (TosoStmt   *stmt,
                                       int         parameter,
                                       const char *text); /* NULL is NULL */
void        toso_stmt_bind_string     (TosoStmt   *stmt,
                                       int         parameter,
                                       const char *text); /* NULL is "" */
void        toso_stmt_bind_figure     (TosoStmt   *stmt,
                                       int         parameter,
                                       TosoFigure  figure); /* missing is NULL */
void        toso_stmt_bind_blob       (TosoStmt   *stmt,
                                       int         parameter,
                                       const void *data,
                                       gsize       size);

/* "End" (TRUE, no row) and "failed" (FALSE) are two things. */
gboolean    toso_stmt_step            (TosoStmt   *stmt,
                                       gboolean   *has_row,
                                       GError    **error);
/* To the end, then ready for the next values. */
gboolean    toso_stmt_run             (TosoStmt   *stmt,
                                       GError    **error);
void        toso_stmt_reset           (TosoStmt   *stmt);
/* @func once a row, to the end. */
typedef void (*TosoRowFunc) (TosoStmt *stmt,
                             gpointer  user_data);
/* One of those: the first column onto a GArray of gint64. */
void        toso_stmt_append_id       (TosoStmt   *stmt,
                                       gpointer    ids);
gboolean    toso_stmt_foreach         (TosoStmt   *stmt,
                                       TosoRowFunc func,
                                       gpointer    user_data,
                                       GError    **error);

/* Columns count from 0. */
gboolean    toso_stmt_is_null         (TosoStmt   *stmt,
                                       int         column);
gint64      toso_stmt_get_int64       (TosoStmt   *stmt,
                                       int         column);
TosoFigure  toso_stmt_get_figure      (TosoStmt   *stmt,
                                       int         column);
const char *toso_stmt_get_text        (TosoStmt   *stmt,
                                       int         column); /* until the next step */
char       *toso_stmt_dup_text        (TosoStmt   *stmt,
                                       int         column);
const void *toso_stmt_get_blob        (TosoStmt   *stmt,
                                       int         column,
                                       gsize      *size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoStmt, toso_stmt_free)

G_END_DECLS
