/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Workbooks as other programs write them, a part at a time. */

typedef struct
{
  const char *name;
  const char *content;
} Part;

/* A zip of @parts, up to one without a name. */
GBytes *make_zip      (const Part *parts);
/* A workbook of one sheet: what stands within <worksheet>, and, unless they
 * are NULL, within <sst> and <styleSheet>. */
GBytes *make_workbook (const char *sheet,
                       const char *strings,
                       const char *styles);
/* The same from 1 January 1904. */
GBytes *make_workbook_of_1904 (const char *sheet,
                               const char *styles);

/* A workbook as offices make it, from a sketch: a line a row, "|" between cells;
 * "#12" a number, "~46101" a day, "=" a formula without a result, "=5" one with
 * it; all else is text.  "== T3" begins a sheet, "== -T3" a hidden one; "@A1:C1
 * E1:E2" merges cells of the sheet; a row that begins with "!" is hidden, and
 * so are the columns of "^B D".  @shared: texts stand apart. */
GBytes *make_messy (const char *sketch,
                    gboolean    shared);

G_END_DECLS
