/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* One task, with its state to be chosen. */

#define TOSO_TYPE_TASK_ROW (toso_task_row_get_type ())
G_DECLARE_FINAL_TYPE (TosoTaskRow, toso_task_row, TOSO, TASK_ROW, GtkBox)

GtkWidget *toso_task_row_new    (TosoSession    *session,
                                 const TosoTask *task);
/* The same task as it is now. */
void       toso_task_row_update (TosoTaskRow    *self,
                                 const TosoTask *task);
gint64     toso_task_row_get_id (TosoTaskRow    *self);

G_END_DECLS
