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
toso_task_due_text (const TosoTask *task,
                    TosoDate        today)
{
  TosoDate last;
  int      days;

  if (!get_last_day (task, &last))
    return NULL;

  days = toso_date_to_days (last) - toso_date_to_days (today);
  if (days > FAR_DAYS)
    return NULL;
  if (days == 0)
    return g_strdup (_ ("today"));
  if (days > 0)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);

  return g_strdup_printf (ngettext ("overdue by %d day", "overdue by %d days", -days), -days);
}

gboolean
toso_task_is_open (const TosoTask *task)
{
  return task->state != TOSO_TASK_DONE;
}

gboolean
toso_task_is_due (const TosoTask *task,
                  TosoDate        today)
{
  TosoDate last;
  TosoDate sunday = toso_date_add_days (today, 7 - toso_date_weekday (today));

  return toso_task_is_open (task) && get_last_day (task, &last) && toso_date_compare (last, sunday) <= 0;
}
