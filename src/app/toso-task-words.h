/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"
#include "core/toso-plan.h"

G_BEGIN_DECLS

/* Words of tasks' days, for lists. */

/* "hôm nay", "còn 2 ngày", "quá hạn 3 ngày"; NULL when the task has no day,
 * or one that is far off. */
char       *toso_task_due_text   (const TosoTask *task,
                                  TosoDate        today);
gboolean    toso_task_is_open    (const TosoTask *task);
/* The task's last day is in the week (Monday to Sunday) of @today, or past. */
gboolean    toso_task_is_due     (const TosoTask *task,
                                  TosoDate        today);

G_END_DECLS
