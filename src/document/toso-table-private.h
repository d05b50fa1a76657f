/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-unit-private.h"

G_BEGIN_DECLS

/* A table while it is composed: a grid of places, and how wide its columns are. */

#define TOSO_TABLE_PADDING TOSO_MM (1.9) /* at either side of a cell's text */

typedef struct
{
  double    min, max; /* of the text, without the padding */
  double    whole;    /* of a column of names, which are better not wrapped */
  gboolean  has_text; /* not only names */
  double    width;    /* of the column */
  double    x;
  TosoAlign align;
  gboolean  is_numbers;  /* one under the other by their decimal commas */
  gboolean  has_numbers; /* not only "—" and "38/41" */
  double    left, right; /* widest part of a number before the comma, and from it on */
} TosoColumn;

/* A place of the grid: where its cell begins, and how far that goes. */
typedef struct
{
  guint          row, column; /* of the cell that covers the place */
  guint          n_rows, n_columns;
  TosoParagraph *text;   /* not owned; of the first place of a cell */
  double         before; /* a number's part before the comma */
} TosoPlace;

typedef struct
{
  TosoComposer    *composer;
  const TosoBlock *block;
  GArray          *columns; /* of TosoColumn */
  guint            n_rows, n_head_rows;
  TosoPlace       *places; /* row by row */
} TosoTable;

static inline TosoColumn *
toso_table_get_column (TosoTable *table,
                       guint      i)
{
  return &g_array_index (table->columns, TosoColumn, i);
}

static inline TosoPlace *
toso_table_get_place (TosoTable *table,
                      guint      row,
                      guint      column)
{
  return &table->places[row * table->columns->len + column];
}

/* "" or "—". */
gboolean toso_cell_is_missing   (const char *text);
gboolean toso_cell_is_fraction  (const char *text);
/* @total: of the table, points. */
void     toso_table_share_width (TosoTable  *table,
                                 double      total);

G_END_DECLS
