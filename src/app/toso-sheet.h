/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-sheet-model.h"

G_BEGIN_DECLS

/* A table to type into: drawn cells, one editor over the cell that the cursor
 * is on.  The first columns, the head and the totals stay in sight.
 *
 * Enter down (from the last row to the top of the next column), Shift+Enter
 * up, Tab and Shift+Tab along the rows and at the ends out of the grid, arrows,
 * F2 edit, Escape as it was, Delete and "-" not reported, Ctrl+D as the cell
 * above, Ctrl+C copies what is selected.  What is typed replaces.
 *
 * Signals:
 *   "moved"                        the cursor is on another cell, or its cell changed
 *   "answered" (guint row, guint column, TosoSheetAnswer)  after something was typed
 *   "paste"                        Ctrl+V: a block is to come in at the cursor
 *   "note"                         F4
 *   "history"                      Ctrl+Enter
 *   "barred"                       typed where nothing may be typed
 *   "activated"                    Enter or a double click, in a table that is only looked at
 *
 * GtkScrollable: stands in a GtkScrolledWindow. */

#define TOSO_TYPE_SHEET (toso_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TosoSheet, toso_sheet, TOSO, SHEET, GtkWidget)

/* @name: for readers of the screen. */
GtkWidget      *toso_sheet_new           (const char *name);
TosoSheetModel *toso_sheet_get_model     (TosoSheet *self);
void            toso_sheet_set_model     (TosoSheet      *self,
                                          TosoSheetModel *model);
/* FALSE when the grid has no cell to stand on. */
gboolean        toso_sheet_get_cursor    (TosoSheet *self,
                                          guint     *row,
                                          guint     *column);
void            toso_sheet_set_cursor    (TosoSheet *self,
                                          guint      row,
                                          guint      column);
gboolean        toso_sheet_is_editing    (TosoSheet *self);
/* What is being typed, as if Enter had been pressed; the cursor stays. */
void            toso_sheet_commit        (TosoSheet *self);
void            toso_sheet_revert        (TosoSheet *self);
void            toso_sheet_start_editing (TosoSheet *self);
/* To the clipboard: a table for other programs. */
void            toso_sheet_copy          (TosoSheet *self);
/* How many cells are laid out: those in sight and a margin around them. */
guint           toso_sheet_get_n_layouts (TosoSheet *self);

G_END_DECLS
