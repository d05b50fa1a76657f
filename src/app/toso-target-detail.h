/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* One target: where it stands, its definition, its sentence in the plan, and
 * the figures entered for it. */

#define TOSO_TYPE_TARGET_DETAIL (toso_target_detail_get_type ())
G_DECLARE_FINAL_TYPE (TosoTargetDetail, toso_target_detail, TOSO, TARGET_DETAIL, GtkBox)

/* Signal "correct" (pointer to a TosoMeasurement, valid during the call). */

GtkWidget *toso_target_detail_new  (TosoSession      *session);
void       toso_target_detail_show (TosoTargetDetail *self,
                                    gint64            target_id);

G_END_DECLS
