/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Home, upper left: which villages have sent their report, and which are late. */

#define TOSO_TYPE_COVERAGE_PANEL (toso_coverage_panel_get_type ())
G_DECLARE_FINAL_TYPE (TosoCoveragePanel, toso_coverage_panel, TOSO, COVERAGE_PANEL, GtkBox)

GtkWidget *toso_coverage_panel_new (TosoSession *session);

G_END_DECLS
