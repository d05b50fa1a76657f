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
  GPtrArray            *other; /* of TosoTableProblem: what is of another period than the one asked for */
  gboolean              found; /* something that is of it */
} TosoFigureReading;

/* A heading: of a column, or of a row in one village's table. */
typedef struct
{
  char      *all;     /* plain words of all that stands there, without a period's */
  char      *last;    /* of the lowest line */
  char      *key;     /* that a choice is kept by */
  TosoPeriod period;  /* that it says */
  gboolean   has_period;
  gboolean   ignored; /* a ratio, an accumulated figure, the ordinals */
  gboolean   hidden;  /* then one that is seen goes first */
  gboolean   used;
  const TosoColumnChoice *choice; /* or NULL */
} TosoFigureHead;

/* What is read where, of one period. */
typedef struct
{
  TosoPeriod period;
  guint     *numerators; /* one an asked figure: index of a heading; G_MAXUINT */
  guint     *denominators;
} TosoFigurePlan;

void     toso_figure_problem (TosoFigureReading *reading,
                              const TosoWorksheet   *sheet,
                              guint              row,
                              guint              column,
                              const char        *rule,
                              const char        *message);
/* Of another period than the one asked for. */
void     toso_figure_other_period (TosoFigureReading   *reading,
                                   const TosoWorksheet *sheet,
                                   guint                row,
                                   guint                column,
                                   TosoPeriod           period);
/* A heading that nothing was taken from. */
void     toso_figure_unknown (TosoFigureReading    *reading,
                              const TosoWorksheet  *sheet,
                              guint                 row,
                              guint                 column,
                              const TosoFigureHead *head);
/* G_MAXUINT: none, or of several. */
guint    toso_figure_find_village (TosoFigureReading *reading,
                                   const char        *text);
/* Whose a person said that a table is which names none; NULL: nobody has. */
const TosoVillage *toso_figure_get_said_village (const TosoFigureReading *reading);
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
                          TosoPeriod             period,
                          TosoFigure             numerator,
                          TosoFigure             denominator,
                          char                  *note);

/* The one village that is named within @text, however it is written. */
guint    toso_figure_find_within (TosoFigureReading *reading,
                                  const char        *text);

void     toso_figure_heads_finish (TosoFigureReading *reading, /* keys and choices, once all are read */
                                   TosoFigureHead    *heads,
                                   guint              n_heads);
void     toso_figure_heads_free   (TosoFigureHead    *heads,
                                   guint              n_heads);
/* One a period that is to be read; empty: nothing was found.  @said: what
 * heads say that say none. */
GPtrArray *toso_figure_choose     (TosoFigureReading *reading, /* of TosoFigurePlan */
                                   TosoFigureHead    *heads,
                                   guint              n_heads,
                                   TosoPeriod         said);
gboolean toso_figure_is_ratio     (const char        *plain);
/* The year where a table says none. */
int      toso_figure_get_year     (const TosoFigureReading *reading);
/* Of what stands above @end, or of the sheet's and the file's name. */
gboolean toso_figure_find_period  (TosoFigureReading   *reading,
                                   const TosoWorksheet *sheet,
                                   guint                end,
                                   TosoPeriod          *period,
                                   guint               *row,
                                   guint               *column);

/* FALSE: it is no form of ours. */
gboolean toso_kit_read   (TosoFigureReading *reading);
/* FALSE: the sheet is no table of villages. */
gboolean toso_matrix_read (TosoFigureReading *reading,
                           const TosoWorksheet   *sheet);
/* FALSE: it is no table of one village, a row an indicator. */
gboolean toso_list_read   (TosoFigureReading *reading,
                           const TosoWorksheet   *sheet);

G_END_DECLS
