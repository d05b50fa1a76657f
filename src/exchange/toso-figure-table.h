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

typedef struct
{
  const GPtrArray       *villages; /* of TosoVillage */
  const TosoAskedFigure *asked;
  guint                  n_asked;
  TosoPeriod             period;
} TosoFigureForm;

typedef struct
{
  TosoMeasurement *measurement;
  char            *sheet;
  char            *cell; /* of the numerator */
  char            *text; /* as it stands there */
} TosoFigureEntry;

/* What can't be taken: @rule is "village", "duplicate", "number", "ambiguous",
 * "percent", "period", "column". */
typedef struct
{
  char       *sheet;
  char       *cell;
  char       *value;
  const char *rule;
  char       *message; /* translated sentence */
} TosoTableProblem;

/* What a village wrote besides figures; "" where it did not. */
typedef struct
{
  gint64 village_id;
  char  *reporter;
  char  *difficulties;
  char  *proposals;
} TosoFigureReport;

typedef struct
{
  GPtrArray *entries;  /* of TosoFigureEntry */
  GPtrArray *problems; /* of TosoTableProblem */
  GPtrArray *unknown;  /* of TosoTableProblem: columns that nothing was taken from */
  GPtrArray *reports;  /* of TosoFigureReport */
} TosoFigureTable;

TosoFigureTable *toso_figure_table_read (const TosoWorkbook   *workbook,
                                         const TosoFigureForm *form,
                                         GError              **error);
void             toso_figure_table_free (TosoFigureTable      *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoFigureTable, toso_figure_table_free)

G_END_DECLS
