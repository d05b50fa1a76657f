/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* A workbook written to memory; the same cells make the same bytes. */

typedef struct
{
  lxw_workbook *workbook;
  char         *folder; /* for the time of writing */
  char         *path;
} TosoXlsxWriter;

gboolean toso_xlsx_writer_begin (TosoXlsxWriter *writer,
                                 GError        **error);
/* NULL: it could not be written. */
GBytes  *toso_xlsx_writer_end   (TosoXlsxWriter *writer,
                                 GError        **error);

G_END_DECLS
