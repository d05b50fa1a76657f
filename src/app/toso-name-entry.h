/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A field that chooses a row of a list by its name.  What is typed narrows
 * the list, with or without its marks; Down and Enter choose. */

#define TOSO_TYPE_NAME_ENTRY (toso_name_entry_get_type ())
G_DECLARE_FINAL_TYPE (TosoNameEntry, toso_name_entry, TOSO, NAME_ENTRY, GtkBox)

/* Signal "activate": Enter, when there was nothing left to choose. */

GtkWidget *toso_name_entry_new       (const char    *label);
GtkWidget *toso_name_entry_get_entry (TosoNameEntry *self);
void       toso_name_entry_set_names (TosoNameEntry *self,
                                      GHashTable    *names); /* gint64 * → char * */
void       toso_name_entry_set_id    (TosoNameEntry *self,
                                      gint64         id); /* 0: none */
/* FALSE when what is typed is no name of the list. */
gboolean   toso_name_entry_get_id    (TosoNameEntry *self,
                                      gint64        *id);

G_END_DECLS
