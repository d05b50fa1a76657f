/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"
#include "exchange/toso-field-reader.h"
#include "exchange/toso-text-lines.h"

G_BEGIN_DECLS

/* An assignment table: STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian; or a
 * table of targets: TT | Chỉ tiêu | Đơn vị tính | Năm 2026. */
typedef struct
{
  char    *cells[TOSO_N_FIELDS]; /* NULL where the table has no such column */
  TosoSpan span;
  guint    line; /* from 1 */
} TosoTableRow;

typedef struct
{
  guint      first; /* line */
  guint      last;  /* line after the last */
  GPtrArray *rows;  /* of TosoTableRow */
  gboolean   targets;
} TosoTable;

void toso_table_free (TosoTable *table);
/* Marks the lines of tables, and reads their rows. */
GPtrArray *toso_tables_read (TosoText *text);

G_END_DECLS
