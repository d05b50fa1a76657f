/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-sheet-model.h"

G_BEGIN_DECLS

/* A model of any size: a frozen name ("Thôn 1" …) and columns "B1", "B2" …
 * whose cells are kept as typed; "?…" is doubtful, "!…" is refused, every
 * fifth column is computed and shows its row's number. */

#define SHEET_SAMPLE_TYPE (sheet_sample_get_type ())
G_DECLARE_FINAL_TYPE (SheetSample, sheet_sample, SHEET, SAMPLE, GObject)

SheetSample *sheet_sample_new          (guint       n_rows,
                                      guint       n_columns); /* the frozen one not counted */
const char *sheet_sample_get          (SheetSample *self,
                                       guint        row,
                                       guint        column);
void        sheet_sample_set_locked   (SheetSample *self,
                                       gboolean     locked);
/* How often the model was asked for a cell. */
guint       sheet_sample_count_asked  (SheetSample *self);
guint       sheet_sample_count_writes (SheetSample *self);

G_END_DECLS
