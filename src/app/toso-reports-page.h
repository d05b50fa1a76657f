/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The villages' reports of a period: all their figures in one table. */

#define TOSO_TYPE_REPORTS_PAGE (toso_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoReportsPage, toso_reports_page, TOSO, REPORTS_PAGE, GtkBox)

GtkWidget *toso_reports_page_new (TosoSession *session);

G_END_DECLS
