/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-grid.h"

G_BEGIN_DECLS

/* The last row of a column, of the cells above. */
void toso_grid_fill_total (TosoGrid *grid,
                           guint     index);

G_END_DECLS
