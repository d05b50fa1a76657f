/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-intake.h"

G_BEGIN_DECLS

/* One file of the list in full: what is asked about it, what is wrong with
 * it, which figures would change from what to what, and why it goes back. */

#define TOSO_TYPE_INTAKE_DETAIL (toso_intake_detail_get_type ())
G_DECLARE_FINAL_TYPE (TosoIntakeDetail, toso_intake_detail, TOSO, INTAKE_DETAIL, GtkBox)

GtkWidget *toso_intake_detail_new  (TosoIntake       *intake);
/* The file at @index, or what has become of it. */
void       toso_intake_detail_show (TosoIntakeDetail *self,
                                    guint             index);

G_END_DECLS
