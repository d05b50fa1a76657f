/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The year's targets: list or chart, and beside it one target, its form, or
 * the form of a figure. */

#define TOSO_TYPE_TARGETS_PAGE (toso_targets_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoTargetsPage, toso_targets_page, TOSO, TARGETS_PAGE, GtkBox)

GtkWidget *toso_targets_page_new (TosoSession *session);

G_END_DECLS
