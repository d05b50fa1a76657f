/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* What the office has to do now: all that is overdue, and all that is due in
 * the week (Monday to Sunday) of a day — tasks of the plan, the commune's own
 * reports, and rows of the registers that have a day to be reminded of. */

typedef struct
{
  TosoDate    day;
  gboolean    overdue;
  const char *list;  /* "task", "report", or a register's id */
  char       *kind;  /* of what a register's row is, translated: "Directives"; else "" */
  char       *title; /* of a report: its period */
  char       *place; /* a task's id; a report's paper, "month/2026-03"; a row, "directive/12" */
} TosoAgendaItem;

void       toso_agenda_item_free (TosoAgendaItem *item);
/* Of TosoAgendaItem: what is overdue, the oldest first, then the week's. */
GPtrArray *toso_agenda_load      (TosoYear       *year,
                                  const TosoPlan *plan,
                                  TosoDate        today,
                                  GError        **error);

G_END_DECLS
