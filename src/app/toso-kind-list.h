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
/* The row at @place, made or given another child; so that what is chosen stays
 * chosen. */
void       toso_kind_list_set_row (TosoKindList *self,
                                   guint         place,
                                   GtkWidget    *child,
                                   const char   *name);
/* Drops the rows from @n_rows on. */
void       toso_kind_list_trim   (TosoKindList *self,
                                  guint         n_rows);
/* Only those whose name has it; NULL or "": all. */
void       toso_kind_list_search (TosoKindList *self,
                                  const char   *text);
void       toso_kind_list_choose (TosoKindList *self,
                                  guint         place);
void       toso_kind_list_choose_none (TosoKindList *self);

G_END_DECLS
