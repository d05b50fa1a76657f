/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <expat.h>

#include "exchange/toso-workbook-private.h"

G_BEGIN_DECLS

/* Parts of an xlsx file, read in bounded memory. */

typedef struct _TosoXlsx TosoXlsx;

TosoXlsx *toso_xlsx_open  (GBytes     *content,
                           const char *name,
                           GError    **error);
void      toso_xlsx_close (TosoXlsx   *xlsx);
gboolean  toso_xlsx_has   (TosoXlsx   *xlsx,
                           const char *part);
/* @start, @end, @text: as expat calls them.  A part with a document type, and
 * one that grows beyond what a table may, is refused. */
gboolean  toso_xlsx_parse (TosoXlsx   *xlsx,
                           const char *part,
                           XML_StartElementHandler start,
                           XML_EndElementHandler   end,
                           XML_CharacterDataHandler text,
                           gpointer    user_data,
                           GError    **error);
/* Ends the reading of the part; the reason is what the caller has set. */
void      toso_xlsx_stop  (TosoXlsx   *xlsx);
void      toso_xlsx_set_bad (TosoXlsx *xlsx,
                             GError  **error);

/* Without a prefix: "x:row" is "row". */
const char *toso_xlsx_local     (const char  *name);
const char *toso_xlsx_attribute (const char **attributes,
                                 const char  *name); /* or NULL */

/* --- what sheets refer to --- */

typedef struct
{
  char    *name;
  char    *part;
  gboolean hidden;
} TosoXlsxSheet;

typedef struct
{
  GPtrArray *sheets;       /* of TosoXlsxSheet */
  gboolean   from_1904;
  GPtrArray *strings;      /* shared; of char * */
  GArray    *style_is_day; /* of gboolean, by cell style */
} TosoXlsxBook;

gboolean toso_xlsx_read_book  (TosoXlsx     *xlsx,
                               TosoXlsxBook *book,
                               GError      **error);
void     toso_xlsx_book_clear (TosoXlsxBook *book);

gboolean toso_xlsx_read_sheet (TosoXlsx           *xlsx,
                               const TosoXlsxBook *book,
                               const char         *part,
                               TosoWorkbook       *workbook,
                               TosoWorksheet          *sheet,
                               GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoXlsx, toso_xlsx_close)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoXlsxBook, toso_xlsx_book_clear)

G_END_DECLS
