/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-slide-show.h"

G_BEGIN_DECLS

/* What the one who presents looks at: the slide, the next one, clock and time
 * spent, notes, a finder of villages, and where a decision is noted. */

#define TOSO_TYPE_PRESENTER_WINDOW (toso_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoPresenterWindow, toso_presenter_window, TOSO, PRESENTER_WINDOW, GtkWindow)

GtkWidget *toso_presenter_window_new (TosoSlideShow *show);

G_END_DECLS
