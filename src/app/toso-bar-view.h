/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/toso-report.h"

G_BEGIN_DECLS

/* One target's bar with its pace tick.  The right edge is the target. */

#define TOSO_TYPE_BAR_VIEW (toso_bar_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoBarView, toso_bar_view, TOSO, BAR_VIEW, GtkWidget)

GtkWidget *toso_bar_view_new        (void);
void       toso_bar_view_set_result (TosoBarView            *self,
                                     const TosoTargetResult *result);

G_END_DECLS
