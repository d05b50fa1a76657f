/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* What a target counts in the lists, chosen; and what that comes to today. */

#define TOSO_TYPE_COUNT_FORM (toso_count_form_get_type ())
G_DECLARE_FINAL_TYPE (TosoCountForm, toso_count_form, TOSO, COUNT_FORM, GtkBox)

GtkWidget *toso_count_form_new      (TosoSession   *session);
/* As core/toso-count.h keeps it. */
void       toso_count_form_set_text (TosoCountForm *self,
                                     const char    *text);
char      *toso_count_form_dup_text (TosoCountForm *self);

G_END_DECLS
