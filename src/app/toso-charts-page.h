/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* Every chart of the year: chosen at the left, drawn for the period that the
 * window looks at. */

#define TOSO_TYPE_CHARTS_PAGE (toso_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoChartsPage, toso_charts_page, TOSO, CHARTS_PAGE, GtkBox)

GtkWidget *toso_charts_page_new (TosoSession *session);

G_END_DECLS
