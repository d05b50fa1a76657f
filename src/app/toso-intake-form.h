/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-figure-table.h"
#include "store/toso-grid.h"

G_BEGIN_DECLS

/* What the villages' files are read for: a snapshot that threads may hold
 * while the year file goes on living. */

typedef struct _TosoIntakeForm TosoIntakeForm;

/* @choices: texts by key, as the year file keeps them. */
TosoIntakeForm        *toso_intake_form_new       (const TosoGrid       *grid,
                                                   GHashTable           *choices);
TosoIntakeForm        *toso_intake_form_ref       (TosoIntakeForm       *self);
void                   toso_intake_form_unref     (TosoIntakeForm       *self);
/* Pointers into @self. */
TosoFigureForm         toso_intake_form_get       (const TosoIntakeForm *self);
const TosoAskedFigure *toso_intake_form_find      (const TosoIntakeForm *self,
                                                   gint64                indicator_id,
                                                   const char           *group);
/* Its name, with the group where it has one. */
char                  *toso_intake_form_dup_title (const TosoAskedFigure *asked);
const TosoVillage     *toso_intake_form_find_village (const TosoIntakeForm *self,
                                                      gint64                village_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoIntakeForm, toso_intake_form_unref)

G_END_DECLS
