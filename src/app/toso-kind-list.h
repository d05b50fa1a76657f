/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The list at a page's left edge that says what the page shows.  Tab comes to
 * what is chosen and goes on from there; Up and Down choose. */

#define TOSO_TYPE_KIND_LIST (toso_kind_list_get_type ())
G_DECLARE_FINAL_TYPE (TosoKindList, toso_kind_list, TOSO, KIND_LIST, GtkBox)

/* Signal "chosen" (guint): its place, from 0. */

GtkWidget *toso_kind_list_new    (const char   *label); /* for screen readers */
void       toso_kind_list_append (TosoKindList *self,
                                  const char   *title);
void       toso_kind_list_choose (TosoKindList *self,
                                  guint         place);

G_END_DECLS
