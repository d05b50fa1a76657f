/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-village.h"
#include "exchange/toso-workbook.h"

G_BEGIN_DECLS

/* The villages' figures of a period, from a table as offices make it, or from
 * a form that we sent them.  Villages are found by name or code, columns by
 * what their headings mean; never by order. */

/* What is asked for. */
typedef struct
{
  gint64      indicator_id;
  const char *code;
  const char *name;
  const char *group; /* "": everybody */
  const char *unit;
  const char *numerator_name;
  const char *denominator_name;
  gboolean    has_denominator;
} TosoAskedFigure;

/* What a person said that a column is, or a row of one village's table, whose
 * heading says nothing to us. */
typedef enum
{
  TOSO_COLUMN_LEFT_OUT,
  TOSO_COLUMN_REACHED,
  TOSO_COLUMN_WHOLE,
} TosoColumnUse;

typedef struct
{
  TosoColumnUse use;
  gint64        indicator_id; /* unless it is left out */
  char         *group;        /* "": everybody */
} TosoColumnChoice;

void              toso_column_choice_free      (TosoColumnChoice       *choice);
/* "reached 5 Nữ", to be kept by its key; NULL: no choice. */
char             *toso_column_choice_to_text   (const TosoColumnChoice *choice);
TosoColumnChoice *toso_column_choice_from_text (const char             *text);
/* All of them: texts by key → TosoColumnChoice by key. */
GHashTable       *toso_column_choices_parse    (GHashTable             *texts);

typedef struct
{
  const GPtrArray       *villages;   /* of TosoVillage */
  const TosoAskedFigure *asked;
  guint                  n_asked;
  TosoPeriod             period;
  GHashTable            *choices;    /* key of a heading → TosoColumnChoice; or NULL */
  gboolean               any_period; /* each figure goes to the period that the table says */
  gboolean               may_ask;    /* a table of which no heading is known is one yet */
  TosoComma              comma;      /* of its numbers that may be read in two ways */
  gint64                 village_id; /* whose a table is that names none; 0: nobody has said */
} TosoFigureForm;

typedef struct
{
  TosoMeasurement *measurement;
  char            *sheet;
  char            *cell; /* of the numerator */
  char            *text; /* as it stands there */
} TosoFigureEntry;

/* What can't be taken: @rule is "village", "whose", "duplicate", "number",
 * "ambiguous", "percent", "period", "column".  The form answers "whose" by its
 * village, "ambiguous" by its comma. */
typedef struct
{
  char       *sheet;
  char       *cell;
  char       *value;
  const char *rule;
  char       *message; /* translated sentence */
  char       *key;     /* of a heading: that a choice is kept by; or NULL */
} TosoTableProblem;

/* What a village wrote besides figures; "" where it did not. */
typedef struct
{
  gint64     village_id;
  TosoPeriod period;
  char      *reporter;
  char      *difficulties;
  char      *proposals;
} TosoFigureReport;

typedef struct
{
  GPtrArray *entries;  /* of TosoFigureEntry */
  GPtrArray *problems; /* of TosoTableProblem */
  GPtrArray *unknown;  /* of TosoTableProblem: columns and sheets that nothing was taken from */
  GPtrArray *reports;  /* of TosoFigureReport */
} TosoFigureTable;

TosoFigureTable *toso_figure_table_read (const TosoWorkbook   *workbook,
                                         const TosoFigureForm *form,
                                         GError              **error);
void             toso_figure_table_free (TosoFigureTable      *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoFigureTable, toso_figure_table_free)

G_END_DECLS
