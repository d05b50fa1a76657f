/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-task-words.h"

#include <glib/gi18n.h>

/* Further off, the plan's own words say it better than a count of days. */
#define FAR_DAYS 31

static gboolean
get_last_day (const TosoTask *task,
              TosoDate       *day)
{
  return *task->last_day != '\0' && toso_date_parse (task->last_day, day);
}

char *
toso_due_text (TosoDate day,
               TosoDate today)
{
  int days = toso_date_to_days (day) - toso_date_to_days (today);

  if (days > FAR_DAYS)
    return NULL;
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);

  return g_strdup_printf (ngettext ("overdue by %d day", "overdue by %d days", -days), -days);
}

char *
toso_task_due_text (const TosoTask *task,
                    TosoDate        today)
{
  TosoDate last;

  return get_last_day (task, &last) ? toso_due_text (last, today) : NULL;
}

gboolean
toso_task_is_open (const TosoTask *task)
{
  return task->state != TOSO_TASK_DONE;
}
