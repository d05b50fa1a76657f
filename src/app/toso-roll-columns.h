/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a roll of TosoRollItem shows of each person. */
void toso_roll_columns_append (GtkColumnView *view);

G_END_DECLS
