/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-date.h"
#include "exchange/toso-plan-reader.h"

G_BEGIN_DECLS

/* What an office's table holds, from xlsx or csv: cells as they are shown,
 * with the number or the day behind them.  Work and memory are bounded,
 * whatever the file says. */

#define TOSO_WORKBOOK_MAX_BYTES (64 * 1024 * 1024)
#define TOSO_WORKSHEET_MAX_ROWS     200000
#define TOSO_WORKSHEET_MAX_COLUMNS  1000
#define TOSO_WORKSHEET_MAX_CELLS    1500000

typedef enum
{
  TOSO_CELL_TEXT,
  TOSO_CELL_NUMBER,
  TOSO_CELL_DAY,
  TOSO_CELL_ERROR, /* "#REF!", or a formula that was never reckoned */
} TosoCellKind;

typedef struct
{
  guint        column;
  TosoCellKind kind;
  double       number;
  TosoDate     day;
  const char  *text;   /* NFC, as shown: "1234.5", "05/01/2026" */
} TosoWorksheetCell;

typedef struct _TosoWorkbook TosoWorkbook;

typedef struct
{
  char          *name;    /* of the sheet; "" in a csv */
  gboolean       hidden;
  GPtrArray     *rows;    /* of GArray of TosoWorksheetCell, by column; NULL: empty */
  GHashTable    *hidden_rows;
  GHashTable    *hidden_columns;
  guint          n_columns;
} TosoWorksheet;

struct _TosoWorkbook
{
  char         *name;   /* of the file */
  GPtrArray    *sheets; /* of TosoWorksheet, in their order */

  /*< private >*/
  GStringChunk *texts;
  guint         n_cells;
};

/* Told apart by content.  Runs in any thread. */
TosoWorkbook        *toso_workbook_read_file  (GFile              *file,
                                               TosoEncoding        encoding,
                                               GBytes            **content, /* or NULL */
                                               GCancellable       *cancellable,
                                               GError            **error);
TosoWorkbook        *toso_workbook_read_bytes (GBytes             *content,
                                               const char         *name, /* for messages */
                                               TosoEncoding        encoding,
                                               GError            **error);
void                 toso_workbook_free       (TosoWorkbook       *workbook);

/* NULL: an empty cell. */
const TosoWorksheetCell *toso_worksheet_get           (const TosoWorksheet    *sheet,
                                               guint               row,
                                               guint               column);
const char          *toso_worksheet_get_text      (const TosoWorksheet    *sheet, /* "" for an empty cell */
                                               guint               row,
                                               guint               column);
gboolean             toso_worksheet_is_hidden     (const TosoWorksheet    *sheet,
                                               guint               row,
                                               guint               column);
char                *toso_worksheet_name_cell     (guint               row, /* "B7" */
                                               guint               column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoWorkbook, toso_workbook_free)

G_END_DECLS
