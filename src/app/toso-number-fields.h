/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/toso-date.h"

G_BEGIN_DECLS

/* Number and day of a paper, and how they will stand on it.
 *
 * Signal "changed". */

#define TOSO_TYPE_NUMBER_FIELDS (toso_number_fields_get_type ())
G_DECLARE_FINAL_TYPE (TosoNumberFields, toso_number_fields, TOSO, NUMBER_FIELDS, GtkBox)

GtkWidget *toso_number_fields_new  (void);
/* @number: 0, @day: no date, for a field that is still to be filled. */
void       toso_number_fields_set  (TosoNumberFields *self,
                                    const char       *symbol,
                                    int               number,
                                    TosoDate          day);
/* FALSE: not both are right. */
gboolean   toso_number_fields_read (TosoNumberFields *self,
                                    int              *number,
                                    TosoDate         *day);

G_END_DECLS
