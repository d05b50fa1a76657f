/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* A line as it stands on a page; points from the page's top left corner. */
typedef struct
{
  char    *text; /* NFC; columns kept apart with spaces */
  char    *first_word;
  double   x1;
  double   x2;
  double   y1;
  double   y2;
  double   first_width; /* of the first word */
  double   size;        /* height of the letters */
  gboolean columns;     /* there are wide gaps within */
  int      page;        /* from 0 */
} TosoPdfLine;

void toso_pdf_line_free (TosoPdfLine *line);
/* Of a page, from top to bottom. */
GPtrArray *toso_pdf_lines_read (PopplerPage *page,
                                int          number);

G_END_DECLS
