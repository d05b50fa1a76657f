/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names that each lead somewhere, one after another on as many lines as it
 * takes; of many only the first, and a link to the rest. */

#define TOSO_TYPE_NAMES_VIEW (toso_names_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoNamesView, toso_names_view, TOSO, NAMES_VIEW, GtkWidget)

GtkWidget *toso_names_view_new   (void);
/* What was there before goes; add, then say that it is all. */
void       toso_names_view_begin (TosoNamesView *self);
void       toso_names_view_add   (TosoNamesView *self,
                                  const char    *name,
                                  const char    *detailed_action);
void       toso_names_view_end   (TosoNamesView *self);

G_END_DECLS
