/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-reports-model.h"

G_BEGIN_DECLS

/* Locks the period, but for the villages that may still send; or opens a
 * locked one again, for a reason. */

#define TOSO_TYPE_LOCK_WINDOW (toso_lock_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoLockWindow, toso_lock_window, TOSO, LOCK_WINDOW, GtkWindow)

GtkWidget *toso_lock_window_new (GtkWindow        *parent,
                                 TosoSession      *session,
                                 TosoReportsModel *model);

G_END_DECLS
