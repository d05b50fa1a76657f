/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-document.h"
#include "store/toso-grid.h"

G_BEGIN_DECLS

/* The form that a village fills in by hand and signs: an A4 page with the same
 * rows as its xlsx.  @row: of the grid; @is_empty: without the figures that are
 * there already; @mark: "SỐ LIỆU MẪU" or NULL. */
TosoPaper *toso_village_form_new (const TosoPlan *plan,
                                  const TosoGrid *grid,
                                  guint           row,
                                  gboolean        is_empty,
                                  const char     *mark);

G_END_DECLS
