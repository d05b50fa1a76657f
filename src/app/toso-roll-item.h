/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/toso-year-roll.h"

G_BEGIN_DECLS

/* A person of a training's roll, for a list of GTK's. */

#define TOSO_TYPE_ROLL_ITEM (toso_roll_item_get_type ())
G_DECLARE_FINAL_TYPE (TosoRollItem, toso_roll_item, TOSO, ROLL_ITEM, GObject)

/* Signal: "changed", when the line is another. */

TosoRollItem       *toso_roll_item_new      (const TosoRollLine *line); /* copied */
const TosoRollLine *toso_roll_item_get_line (TosoRollItem       *self);
/* The same person, read anew. */
void                toso_roll_item_set_line (TosoRollItem       *self,
                                             const TosoRollLine *line);
gboolean            toso_roll_item_is_of    (TosoRollItem       *self,
                                             const TosoRollLine *line);

TosoRollLine       *toso_roll_line_copy     (const TosoRollLine *line);

G_END_DECLS
