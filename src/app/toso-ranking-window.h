/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Villages ranked by the targets that are chosen, every step of it shown; a
 * village's team is proposed for commendation from here. */

#define TOSO_TYPE_RANKING_WINDOW (toso_ranking_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoRankingWindow, toso_ranking_window, TOSO, RANKING_WINDOW, GtkWindow)

/* @row_id: of no use here. */
GtkWidget *toso_ranking_window_new (GtkWindow   *parent,
                                    TosoSession *session,
                                    gint64       row_id);

G_END_DECLS
