/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"
#include "core/toso-plan.h"

G_BEGIN_DECLS

/* Words of tasks' days, for lists. */

/* "hôm nay", "còn 2 ngày", "quá hạn 3 ngày"; NULL when the day is far off. */
char       *toso_due_text        (TosoDate        day,
                                  TosoDate        today);
/* The same of a task; NULL, too, when it has no day. */
char       *toso_task_due_text   (const TosoTask *task,
                                  TosoDate        today);
gboolean    toso_task_is_open    (const TosoTask *task);

G_END_DECLS
