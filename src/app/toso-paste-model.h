/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-paste-plan.h"

G_BEGIN_DECLS

/* The changes of a block as a table to look at: village, indicator, the figure
 * now, the figure of the block, what becomes of it. */

#define TOSO_TYPE_PASTE_MODEL (toso_paste_model_get_type ())
G_DECLARE_FINAL_TYPE (TosoPasteModel, toso_paste_model, TOSO, PASTE_MODEL, GObject)

TosoPasteModel *toso_paste_model_new (TosoReportsModel *reports);
/* Not owned; stays until the next one. */
void            toso_paste_model_set (TosoPasteModel      *self,
                                      const TosoPastePlan *plan);

G_END_DECLS
