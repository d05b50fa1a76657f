/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* What needs somebody today: coverage, targets, tasks, changes. */

#define TOSO_TYPE_HOME_PAGE (toso_home_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoHomePage, toso_home_page, TOSO, HOME_PAGE, GtkBox)

GtkWidget *toso_home_page_new (TosoSession *session);

G_END_DECLS
