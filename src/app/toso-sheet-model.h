/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* What a TosoSheet shows: rows × columns of text, each with its state.  The
 * model decides what a typed text means and whether it may be written; the
 * grid never blocks on its answer. */

/* Why a cell looks as it does; several may hold. */
typedef enum
{
  TOSO_SHEET_TYPED = 0,
  TOSO_SHEET_MISSING = 1 << 0,  /* not reported: "—", hatched */
  TOSO_SHEET_IMPORTED = 1 << 1, /* came with a file or a pasted block */
  TOSO_SHEET_DOUBTFUL = 1 << 2, /* written, with a question to ask */
  TOSO_SHEET_REFUSED = 1 << 3,  /* as typed; not written */
  TOSO_SHEET_NOTED = 1 << 4,
  TOSO_SHEET_LOCKED = 1 << 5,
  TOSO_SHEET_COMPUTED = 1 << 6, /* follows from other cells */
} TosoSheetState;

typedef enum
{
  TOSO_SHEET_ACCEPTED,
  TOSO_SHEET_ASKED,       /* written, and doubtful */
  TOSO_SHEET_NOT_WRITTEN, /* kept as typed, to be corrected */
} TosoSheetAnswer;

/* Strings belong to the model, and stay until its layout changes. */
typedef struct
{
  const char *band;  /* over columns that stand together; or NULL */
  const char *title; /* short, for the head */
  const char *name;  /* in full, for readers of the screen and for copies */
  int         width; /* in digits; 0: as the title needs, within reason */
  gboolean    frozen; /* only the first columns */
  gboolean    row_header; /* its text names the row */
  gboolean    is_text;    /* starts at the left; else a number */
  gboolean    computed;   /* never typed into */
} TosoSheetColumn;

typedef struct
{
  char         *text; /* owned by the cell; never NULL */
  TosoSheetState state;
  gboolean      has_mark;
  TosoMark      mark; /* before the text */
} TosoSheetCell;

typedef struct
{
  char    *text;     /* owned; NULL: no total */
  char    *coverage; /* "38/41"; owned; or NULL */
  gboolean doubtful; /* rests on a doubtful figure */
} TosoSheetTotal;

#define TOSO_TYPE_SHEET_MODEL (toso_sheet_model_get_type ())
G_DECLARE_INTERFACE (TosoSheetModel, toso_sheet_model, TOSO, SHEET_MODEL, GObject)

/* Signals:
 *   "layout-changed"                   other rows or columns
 *   "cells-changed" (guint row, guint column)   TOSO_SHEET_ALL: every one; totals too */
#define TOSO_SHEET_ALL G_MAXUINT

struct _TosoSheetModelInterface
{
  GTypeInterface parent_interface;

  guint           (*get_n_rows)    (TosoSheetModel  *self);
  guint           (*get_n_columns) (TosoSheetModel  *self);
  void            (*get_column)    (TosoSheetModel  *self,
                                    guint            column,
                                    TosoSheetColumn *info);
  void            (*get_cell)      (TosoSheetModel  *self,
                                    guint            row,
                                    guint            column,
                                    TosoSheetCell   *cell);
  /* NULL: no line of totals. */
  void            (*get_total)     (TosoSheetModel  *self,
                                    guint            column,
                                    TosoSheetTotal  *total);
  /* What an editor starts from: "1234,5", "" for missing.  NULL: what the cell
   * says. */
  char           *(*dup_edit_text) (TosoSheetModel  *self,
                                    guint            row,
                                    guint            column);
  /* Both NULL: a table that is only looked at. */
  gboolean        (*can_edit)      (TosoSheetModel  *self,
                                    guint            row,
                                    guint            column);
  TosoSheetAnswer (*set_text)      (TosoSheetModel  *self,
                                    guint            row,
                                    guint            column,
                                    const char      *text);
};

guint           toso_sheet_model_get_n_rows     (TosoSheetModel *self);
guint           toso_sheet_model_get_n_columns  (TosoSheetModel *self);
void            toso_sheet_model_get_column     (TosoSheetModel  *self,
                                                 guint            column,
                                                 TosoSheetColumn *info);
void            toso_sheet_model_get_cell       (TosoSheetModel *self,
                                                 guint           row,
                                                 guint           column,
                                                 TosoSheetCell  *cell);
void            toso_sheet_model_get_total      (TosoSheetModel *self,
                                                 guint           column,
                                                 TosoSheetTotal *total);
char           *toso_sheet_model_dup_edit_text  (TosoSheetModel *self,
                                                 guint           row,
                                                 guint           column);
gboolean        toso_sheet_model_can_edit       (TosoSheetModel *self,
                                                 guint           row,
                                                 guint           column);
TosoSheetAnswer toso_sheet_model_set_text       (TosoSheetModel *self,
                                                 guint           row,
                                                 guint           column,
                                                 const char     *text);
gboolean        toso_sheet_model_has_totals     (TosoSheetModel *self);
/* "Thôn Yên, Số hộ: 123, to be asked about" */
char           *toso_sheet_model_describe       (TosoSheetModel *self,
                                                 guint           row,
                                                 guint           column);
char           *toso_sheet_model_dup_row_name   (TosoSheetModel *self,
                                                 guint           row);

void            toso_sheet_model_cells_changed  (TosoSheetModel *self,
                                                 guint           row,
                                                 guint           column);
void            toso_sheet_model_layout_changed (TosoSheetModel *self);

void            toso_sheet_cell_clear           (TosoSheetCell *cell);
void            toso_sheet_total_clear          (TosoSheetTotal *total);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoSheetCell, toso_sheet_cell_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoSheetTotal, toso_sheet_total_clear)

G_END_DECLS
