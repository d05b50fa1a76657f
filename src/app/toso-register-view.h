/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/toso-register.h"

G_BEGIN_DECLS

/* The rows of a register as a list: sorted by a column's head, narrowed by
 * what is searched for.  Only the rows in sight have widgets. */

#define TOSO_TYPE_REGISTER_VIEW (toso_register_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoRegisterView, toso_register_view, TOSO, REGISTER_VIEW, GtkBox)

/* Signals: "selected", when another row is; "activated": Enter, double click. */

GtkWidget        *toso_register_view_new         (void);
/* @records: of TosoRecord, of @kind; taken out of the array.  @names: list → its names.  The row of
 * the same id stays selected. */
void              toso_register_view_set         (TosoRegisterView   *self,
                                                  const TosoRegister *kind,
                                                  GPtrArray          *records,
                                                  GHashTable         *names);
void              toso_register_view_search      (TosoRegisterView   *self,
                                                  const char         *words);
/* Rows that the search leaves. */
guint             toso_register_view_get_n_shown (TosoRegisterView   *self);
const TosoRecord *toso_register_view_get_selected (TosoRegisterView  *self); /* or NULL */
gboolean          toso_register_view_select      (TosoRegisterView   *self,
                                                  gint64              id);

G_END_DECLS
