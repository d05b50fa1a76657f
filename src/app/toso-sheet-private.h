/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-sheet-geometry.h"
#include "app/toso-sheet.h"

G_BEGIN_DECLS

/* A cell as it was last asked for. */
typedef struct
{
  TosoSheetCell cell;
  PangoLayout *layout;
  int          width, height;
} TosoSheetDrawn;

/* A column's head and total. */
typedef struct
{
  TosoSheetColumn info;
  PangoLayout   *title;
  PangoLayout   *band;       /* on the first column of the band */
  guint          band_end;   /* then: the column after it */
  TosoSheetTotal  total;
  PangoLayout   *total_text;
  PangoLayout   *coverage;
} TosoSheetHead;

typedef struct
{
  GdkRGBA view, window, line, row_line, text, dim, accent, selected, question, behind, overdue, hatch;
} TosoSheetColors;

/* What is drawn by cairo, once, and then only placed. */
typedef enum
{
  TOSO_SHEET_SIGN_QUESTION,
  TOSO_SHEET_SIGN_REFUSED,
  TOSO_SHEET_SIGN_LOCK,
  TOSO_SHEET_SIGN_FILE,
  TOSO_SHEET_SIGN_NOTE,
  TOSO_SHEET_SIGN_MARK, /* and those after it: one a TosoMark */
  TOSO_SHEET_N_SIGNS = TOSO_SHEET_SIGN_MARK + TOSO_N_MARKS,
} TosoSheetSign;

typedef enum
{
  TOSO_SHEET_MOVED,
  TOSO_SHEET_ANSWERED,
  TOSO_SHEET_PASTE,
  TOSO_SHEET_NOTE,
  TOSO_SHEET_HISTORY,
  TOSO_SHEET_BARRED,
  TOSO_SHEET_ACTIVATED,
  TOSO_SHEET_N_SIGNALS,
} TosoSheetSignal;

struct _TosoSheet
{
  GtkWidget parent_instance;

  TosoSheetModel     *model; /* or NULL */
  TosoSheetGeometry   geometry;
  GtkAdjustment     *hadjustment;
  GtkAdjustment     *vadjustment;
  GtkScrollablePolicy hscroll_policy;
  GtkScrollablePolicy vscroll_policy;

  GHashTable        *drawn; /* number of the cell to TosoSheetDrawn */
  GArray            *heads; /* of TosoSheetHead; empty: to be made anew */
  TosoSheetColors     colors;
  PangoFontDescription *font; /* that the layouts are made with */
  GskRenderNode     *signs[TOSO_SHEET_N_SIGNS];

  /* One is on the cell of the cursor and has the focus; a move puts the other
   * on the next cell, so that readers of the screen hear of every move. */
  GtkWidget         *texts[2];
  guint              current;
  guint              row, column;               /* of the cursor */
  guint              anchor_row, anchor_column; /* where selecting began */
  gboolean           has_cursor;
  gboolean           editing;
  gboolean           typed;       /* began by typing: arrows move on */
  gboolean           has_preedit; /* an input method is composing */
  gboolean           quiet;       /* the text is set by us */
  char              *edit_before; /* or NULL: nothing to compare with */
};

/* toso-sheet.c */
void         toso_sheet_emit            (TosoSheet      *self,
                                         TosoSheetSignal signal);
void         toso_sheet_emit_answered   (TosoSheet      *self,
                                         TosoSheetAnswer answer);
void         toso_sheet_reveal          (TosoSheet *self);

/* toso-sheet-edit.c */
void         toso_sheet_add_texts       (TosoSheet *self);
void         toso_sheet_write           (TosoSheet  *self,
                                         const char *text);
void         toso_sheet_go              (TosoSheet *self,
                                         guint      row,
                                         guint      column,
                                         gboolean   extend);
void         toso_sheet_name_cell       (TosoSheet *self);
GtkWidget   *toso_sheet_get_text        (TosoSheet *self);
void         toso_sheet_get_selection   (TosoSheet *self,
                                         guint     *first_row,
                                         guint     *first_column,
                                         guint     *last_row,
                                         guint     *last_column);

/* toso-sheet-draw.c */
void         toso_sheet_snapshot        (GtkWidget   *widget,
                                         GtkSnapshot *snapshot);
void         toso_sheet_load_colors     (TosoSheet *self);
void         toso_sheet_forget_cell     (TosoSheet *self,
                                         guint      row,
                                         guint      column);
void         toso_sheet_forget_cells    (TosoSheet *self);
void         toso_sheet_drawn_free      (gpointer drawn);

/* Whether it had no room for its whole text when it was drawn. */
gboolean     toso_sheet_is_cut          (TosoSheet *self,
                                         guint      row,
                                         guint      column);

/* toso-sheet-head.c */
void         toso_sheet_ensure_heads    (TosoSheet *self);
void         toso_sheet_forget_heads    (TosoSheet *self);
void         toso_sheet_forget_totals   (TosoSheet *self);
PangoLayout *toso_sheet_make_layout     (TosoSheet  *self,
                                         const char *text,
                                         gboolean    bold,
                                         gboolean    italic,
                                         double      scale);
void         toso_sheet_draw_head       (TosoSheet   *self,
                                         GtkSnapshot *snapshot);
void         toso_sheet_draw_totals     (TosoSheet   *self,
                                         GtkSnapshot *snapshot);

/* toso-sheet-signs.c */
void         toso_sheet_draw_sign       (TosoSheet    *self,
                                         GtkSnapshot  *snapshot,
                                         TosoSheetSign sign,
                                         double        x,
                                         double        y);
void         toso_sheet_forget_signs    (TosoSheet *self);

/* toso-sheet-keys.c */
void         toso_sheet_add_controllers (TosoSheet *self);

G_END_DECLS
