/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/toso-number.h"

G_BEGIN_DECLS

/* A field for one figure, with its name above it and below it what is wrong
 * or not clear.  Nothing typed, "-" or "—" is "not reported". */

#define TOSO_TYPE_FIGURE_ENTRY (toso_figure_entry_get_type ())
G_DECLARE_FINAL_TYPE (TosoFigureEntry, toso_figure_entry, TOSO, FIGURE_ENTRY, GtkBox)

/* Signal "activate": Enter in the field. */

GtkWidget *toso_figure_entry_new        (const char      *label);
void       toso_figure_entry_set_label  (TosoFigureEntry *self,
                                         const char      *label);
void       toso_figure_entry_set        (TosoFigureEntry *self,
                                         TosoFigure       figure);
/* FALSE when it is not a number or could be two; then the field says so and
 * takes the focus. */
gboolean   toso_figure_entry_get        (TosoFigureEntry *self,
                                         TosoFigure      *figure);
void       toso_figure_entry_set_error  (TosoFigureEntry *self,
                                         const char      *sentence); /* or NULL */
void       toso_figure_entry_focus      (TosoFigureEntry *self);

G_END_DECLS
