/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "exchange/toso-fold.h"

G_BEGIN_DECLS

/* "Đơn vị thực hiện: …": what plans say of each task. */
typedef enum {
  TOSO_FIELD_NONE,
  TOSO_FIELD_LEAD,
  TOSO_FIELD_SUPPORTING,
  TOSO_FIELD_TIME,
  TOSO_FIELD_RESULT,
  TOSO_FIELD_NOTE,     /* of tables: "Ghi chú" */
  TOSO_FIELD_NUMBER,   /* of tables: "STT" */
  TOSO_FIELD_CONTENT,  /* of tables: "Nhiệm vụ", or "Chỉ tiêu" */
  TOSO_FIELD_UNIT,     /* of tables of targets: "Đơn vị tính" */
  TOSO_FIELD_VALUE,    /* "Kế hoạch 2026" */
  TOSO_FIELD_BASELINE, /* "Thực hiện 2025" */
  TOSO_N_FIELDS,
} TosoField;

/* At @at of @fold; @value: where the text after the colon begins. */
TosoField toso_field_read (const TosoFold *fold,
                           gsize           at,
                           gsize          *value);
/* What a table's column is for, by its title. */
TosoField toso_field_read_column (const char *title);
/* Whether a line says something of a task. */
gboolean toso_is_field_line (const char *line);

G_END_DECLS
