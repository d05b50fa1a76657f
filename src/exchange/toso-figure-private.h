/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-figure-table.h"

G_BEGIN_DECLS

/* Marks in a form of ours: in a hidden column beside the rows, and on a hidden
 * sheet. */
#define TOSO_KIT_SHEET        "toso"
#define TOSO_KIT_MARK         "toso-kit"
#define TOSO_KIT_VERSION      "1"
#define TOSO_KIT_HEAD         "toso:head"
#define TOSO_KIT_FIGURE       "toso:figure:" /* indicator id ":" group */
#define TOSO_KIT_REPORTER     "toso:reporter"
#define TOSO_KIT_DIFFICULTIES "toso:difficulties"
#define TOSO_KIT_PROPOSALS    "toso:proposals"
#define TOSO_KIT_NUMERATOR    "Số đạt được"
#define TOSO_KIT_DENOMINATOR  "Trên tổng số"
#define TOSO_KIT_NOTE         "Ghi chú"
#define TOSO_KIT_KEY_COLUMN   7 /* H, hidden */

typedef struct
{
  const TosoWorkbook   *workbook;
  const TosoFigureForm *form;
  TosoFigureTable      *table;
  GHashTable           *whole; /* folded name or code → index + 1 of the village; G_MAXUINT: of several */
  GHashTable           *bare;  /* the same without the common noun */
} TosoFigureReading;

void     toso_figure_problem (TosoFigureReading *reading,
                              const TosoWorksheet   *sheet,
                              guint              row,
                              guint              column,
                              const char        *rule,
                              const char        *message);
/* G_MAXUINT: none, or of several. */
guint    toso_figure_find_village (TosoFigureReading *reading,
                                   const char        *text);
/* Missing where nothing stands; FALSE: a problem was noted. */
gboolean toso_figure_read_number (TosoFigureReading     *reading,
                                  const TosoWorksheet       *sheet,
                                  guint                  row,
                                  guint                  column,
                                  const TosoAskedFigure *asked,
                                  TosoFigure            *figure);
/* Takes @note. */
void     toso_figure_add (TosoFigureReading     *reading,
                          const TosoWorksheet       *sheet,
                          guint                  row,
                          guint                  column, /* of the numerator */
                          const TosoAskedFigure *asked,
                          gint64                 village_id,
                          TosoFigure             numerator,
                          TosoFigure             denominator,
                          char                  *note);

/* FALSE: it is no form of ours. */
gboolean toso_kit_read   (TosoFigureReading *reading);
/* FALSE: the sheet is no table of villages. */
gboolean toso_matrix_read (TosoFigureReading *reading,
                           const TosoWorksheet   *sheet);

G_END_DECLS
