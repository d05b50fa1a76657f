/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The plan's tasks, with who leads and until when; the state is changed on
 * the row, Enter opens the task's place in the plan. */

#define TOSO_TYPE_TASKS_PAGE (toso_tasks_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoTasksPage, toso_tasks_page, TOSO, TASKS_PAGE, GtkBox)

GtkWidget *toso_tasks_page_new (TosoSession *session);

G_END_DECLS
