/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"
#include "store/toso-year-register.h"

G_BEGIN_DECLS

/* A row of a register, to be filled in: made from the register's description. */

#define TOSO_TYPE_RECORD_FORM (toso_record_form_get_type ())
G_DECLARE_FINAL_TYPE (TosoRecordForm, toso_record_form, TOSO, RECORD_FORM, GtkBox)

/* Signal "done" (gint64): the id of what was kept; 0 when it was left. */

GtkWidget *toso_record_form_new   (TosoSession      *session);
/* @record: what to change; with id 0, a new row.  @names: the lists that
 * the row links to, and its own, where that has names → their names. */
void       toso_record_form_start (TosoRecordForm   *self,
                                   const TosoRecord *record,
                                   GHashTable       *names);

G_END_DECLS
