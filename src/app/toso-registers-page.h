/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The office's registers, one shown at a time: the same list and form for all
 * of them. */

#define TOSO_TYPE_REGISTERS_PAGE (toso_registers_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoRegistersPage, toso_registers_page, TOSO, REGISTERS_PAGE, GtkBox)

/* Villages, teams, their members. */
GtkWidget *toso_registers_page_new_villages (TosoSession *session);
/* Trainings, activities, products, commendations, checks, directives, support. */
GtkWidget *toso_registers_page_new          (TosoSession *session);

G_END_DECLS
