/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-pdf-lines.h"

G_BEGIN_DECLS

/* A table while it is put together, between the files that do it. */

#define TOSO_PDF_MAX_COLUMNS 16

typedef struct
{
  double x1;
  double x2;
} TosoPdfColumn;

typedef struct
{
  GPtrArray    *lines;  /* of TosoPdfLine, all */
  guint         first;  /* line of the table */
  guint         header; /* the line that has "STT" */
  guint         row;    /* the first row's line */
  guint         last;   /* the line after the table */
  TosoPdfColumn columns[TOSO_PDF_MAX_COLUMNS];
  guint         n_columns;
} TosoPdfTable;

typedef struct
{
  guint first; /* line */
  guint end;
} TosoPdfRow;

static inline TosoPdfLine *
toso_pdf_table_line (const TosoPdfTable *table,
                     guint               index)
{
  return g_ptr_array_index (table->lines, index);
}

static inline TosoPdfPiece *
toso_pdf_line_piece (const TosoPdfLine *line,
                     guint              index)
{
  return &g_array_index (line->pieces, TosoPdfPiece, index);
}

/* A number, or a Roman one, below "STT" */
gboolean toso_pdf_table_begins_row (const TosoPdfTable *table,
                                    const TosoPdfLine  *line);
/* "STT", "TT" and other titles beside it */
gboolean toso_pdf_has_number_title (const TosoPdfLine *line);
/* Of TosoPdfRow, the header first; NULL when the cells are not centred from
 * top to bottom. */
GArray *toso_pdf_table_centred_rows (const TosoPdfTable *table);

G_END_DECLS
