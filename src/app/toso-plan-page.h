/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The plan: its sections, its text with targets and tasks, its pages. */

#define TOSO_TYPE_PLAN_PAGE (toso_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoPlanPage, toso_plan_page, TOSO, PLAN_PAGE, GtkWidget)

GtkWidget *toso_plan_page_new          (TosoSession  *session);
/* Selects the section and brings the target's sentence in sight (0: the heading). */
void       toso_plan_page_show_section (TosoPlanPage *self,
                                        gint64        section_id,
                                        gint64        target_id);

G_END_DECLS
