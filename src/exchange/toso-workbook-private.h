/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-workbook.h"

G_BEGIN_DECLS

/* For the readers of each kind of file. */

TosoWorkbook *toso_workbook_new      (const char    *name);
TosoWorksheet    *toso_workbook_add      (TosoWorkbook  *workbook,
                                      const char    *name);
/* Cells of a row come in any order; the later word counts.  FALSE: beyond
 * what a table may have. */
gboolean      toso_workbook_put      (TosoWorkbook  *workbook,
                                      TosoWorksheet     *sheet,
                                      guint          row,
                                      TosoWorksheetCell  cell, /* its text is copied */
                                      GError       **error);
void          toso_workbook_set_too_large (TosoWorkbook *workbook,
                                           GError      **error);

TosoWorkbook *toso_xlsx_read         (GBytes        *content,
                                      const char    *name,
                                      GError       **error);
TosoWorkbook *toso_csv_read          (GBytes        *content,
                                      const char    *name,
                                      TosoEncoding   encoding,
                                      GError       **error);

G_END_DECLS
