/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/toso-year-roll.h"

G_BEGIN_DECLS

/* Names that were pasted, beside who of a roll they are: what is not sure is
 * asked. */

#define TOSO_TYPE_NAMES_PASTE (toso_names_paste_get_type ())
G_DECLARE_FINAL_TYPE (TosoNamesPaste, toso_names_paste, TOSO, NAMES_PASTE, GtkBox)

/* Signals: "done": the lines are to be written; "left". */

GtkWidget *toso_names_paste_new   (void);
/* FALSE: no name is in @text. */
gboolean   toso_names_paste_start (TosoNamesPaste *self,
                                   const char     *text,
                                   GPtrArray      *roll); /* of TosoRollLine */
/* Who was named, as present; whoever else is in a team, as absent where that
 * was chosen. */
GPtrArray *toso_names_paste_list  (TosoNamesPaste *self); /* of TosoRollLine */

G_END_DECLS
