/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-intake.h"

G_BEGIN_DECLS

/* A file of the list: whether it is taken, its state, name, village, period
 * and figures.  Signal "decided" (gboolean): its check was changed. */

#define TOSO_TYPE_INTAKE_ROW (toso_intake_row_get_type ())
G_DECLARE_FINAL_TYPE (TosoIntakeRow, toso_intake_row, TOSO, INTAKE_ROW, GtkListBoxRow)

GtkWidget *toso_intake_row_new  (guint index); /* of the file */
guint      toso_intake_row_get_index (TosoIntakeRow *self);
void       toso_intake_row_show (TosoIntakeRow        *self,
                                 const TosoIntakeFile *file,
                                 const TosoIntakeForm *form);
void       toso_intake_row_toggle (TosoIntakeRow *self);
/* The heads of the same columns. */
GtkWidget *toso_intake_row_new_head (void);

G_END_DECLS
