/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* ‹ Tháng 3/2026 ›: the period that the screens look at.  It acts through
 * win.period (s), win.previous-period and win.next-period. */

#define TOSO_TYPE_PERIOD_SWITCHER (toso_period_switcher_get_type ())
G_DECLARE_FINAL_TYPE (TosoPeriodSwitcher, toso_period_switcher, TOSO, PERIOD_SWITCHER, GtkBox)

void toso_period_switcher_update (TosoPeriodSwitcher *self,
                                  TosoSession        *session);

G_END_DECLS
