/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* Words of a line that stand closer to each other than table cells do */
typedef struct
{
  char  *text; /* NFC */
  double x1;
  double x2;
  double y; /* its middle */
} TosoPdfPiece;

/* A line as it stands on a page; points from the page's top left corner. */
typedef struct
{
  char    *text;   /* NFC; columns kept apart with spaces */
  GArray  *pieces; /* of TosoPdfPiece */
  double   x1;
  double   x2;
  double   y1;
  double   y2;
  double   first_width; /* of the first word */
  double   size;        /* of the font */
  gboolean columns;     /* there are wide gaps within: never joined with another */
  int      page;        /* from 0 */
} TosoPdfLine;

TosoPdfLine *toso_pdf_line_new (const char *text);
void         toso_pdf_line_free (TosoPdfLine *line);
/* Of a page, from top to bottom. */
GPtrArray *toso_pdf_lines_read (PopplerPage *page,
                                int          number);

/* Puts a line "STT | Nhiệm vụ | …" for each row of the tables. */
void toso_pdf_tables_fold (GPtrArray *lines);

G_END_DECLS
