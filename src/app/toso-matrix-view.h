/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* The matrix of who has reported when.  Enter, or a double click, leads to the
 * village's figures of the period: action "reports.show-cell". */

#define TOSO_TYPE_MATRIX_VIEW (toso_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoMatrixView, toso_matrix_view, TOSO, MATRIX_VIEW, GtkBox)

GtkWidget *toso_matrix_view_new    (TosoSession    *session);
/* While it is looked at. */
void       toso_matrix_view_update (TosoMatrixView *self);

G_END_DECLS
