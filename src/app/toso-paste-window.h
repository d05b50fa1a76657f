/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-paste-plan.h"

G_BEGIN_DECLS

/* Shows what a block would change, and writes it when told to. */

#define TOSO_TYPE_PASTE_WINDOW (toso_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoPasteWindow, toso_paste_window, TOSO, PASTE_WINDOW, GtkWindow)

/* Takes @block. */
GtkWidget *toso_paste_window_new (GtkWindow        *parent,
                                  TosoSession      *session,
                                  TosoReportsModel *model,
                                  TosoCopiedBlock        *block,
                                  guint             row,
                                  guint             column);

G_END_DECLS
