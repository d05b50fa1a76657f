/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-sheet-model.h"

G_BEGIN_DECLS

/* Cells as text for other programs: tabs and lines, and a table of HTML, which
 * keeps figures apart from words.  With the names of rows and columns when more
 * than one cell is taken. */

char *toso_sheet_copy_tsv  (TosoSheetModel *model,
                            guint           first_row,
                            guint           first_column,
                            guint           last_row,
                            guint           last_column);
char *toso_sheet_copy_html (TosoSheetModel *model,
                            guint           first_row,
                            guint           first_column,
                            guint           last_row,
                            guint           last_column);

G_END_DECLS
