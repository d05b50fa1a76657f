/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/toso-report.h"

G_BEGIN_DECLS

/* One target in a list: name, bar, value, target, state, coverage. */

typedef enum
{
  TOSO_TARGET_ROW_CODE = 1 << 0,
  TOSO_TARGET_ROW_BAR = 1 << 1,
} TosoTargetRowFlags;

#define TOSO_TYPE_TARGET_ROW (toso_target_row_get_type ())
G_DECLARE_FINAL_TYPE (TosoTargetRow, toso_target_row, TOSO, TARGET_ROW, GtkBox)

/* The columns that the rows and the head of one list share: so many size
 * groups.  Free with g_ptr_array_unref. */
GPtrArray *toso_target_columns_new   (void);

GtkWidget *toso_target_row_new       (const TosoTargetResult *result,
                                      TosoTargetRowFlags      flags,
                                      GPtrArray              *columns);
GtkWidget *toso_target_row_new_head  (TosoTargetRowFlags      flags,
                                      GPtrArray              *columns);
/* The row in words, for screen readers. */
char      *toso_target_row_describe  (const TosoTargetResult *result);

G_END_DECLS
