/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-number.h"

G_BEGIN_DECLS

/* A block of cells as spreadsheets put it on the clipboard: Excel, LibreOffice
 * Calc, Google Sheets. */

typedef struct
{
  char      *text;      /* NFC, spaces squeezed; never NULL */
  TosoFigure value;     /* the number that the other program says it is; mostly missing */
  gboolean   continued; /* of a merged cell, not its first part */
} TosoBlockCell;

typedef struct
{
  guint          n_rows;
  guint          n_columns;
  TosoBlockCell *cells; /* row after row */
} TosoBlock;

/* Tabs and lines; fields with tabs or lines' ends in double quotes. */
TosoBlock           *toso_block_read_tsv  (const char *text,
                                           gssize      length,
                                           GError    **error);
/* The first table; hidden rows and columns are left out. */
TosoBlock           *toso_block_read_html (const char *html,
                                           gssize      length,
                                           GError    **error);
void                 toso_block_free      (TosoBlock *block);
const TosoBlockCell *toso_block_get       (const TosoBlock *block,
                                           guint            row,
                                           guint            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoBlock, toso_block_free)

G_END_DECLS
