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
} TosoCopiedBlock;

/* Tabs and lines; fields with tabs or lines' ends in double quotes. */
TosoCopiedBlock     *toso_copied_block_read_tsv  (const char *text,
                                                  gssize      length,
                                                  GError    **error);
/* The first table; hidden rows and columns are left out. */
TosoCopiedBlock     *toso_copied_block_read_html (const char *html,
                                                  gssize      length,
                                                  GError    **error);
void                 toso_copied_block_free      (TosoCopiedBlock *block);
const TosoBlockCell *toso_copied_block_get       (const TosoCopiedBlock *block,
                                                  guint                  row,
                                                  guint                  column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoCopiedBlock, toso_copied_block_free)

G_END_DECLS
