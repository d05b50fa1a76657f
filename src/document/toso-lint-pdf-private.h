/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "document/toso-lint-private.h"

G_BEGIN_DECLS

/* Points from the top left corner of the page. */
typedef struct
{
  char    *text;
  double   x1, y1, x2, y2;
  double   size;
  gboolean bold, italic;
  char     font[64];
} TosoLintLine;

typedef struct
{
  guint      number; /* from 1 */
  double     width, height;
  GPtrArray *lines; /* of TosoLintLine */
} TosoLintPage;

PopplerDocument *toso_lint_open_pdf   (GBytes          *pdf,
                                       const char      *name,
                                       GError         **error);
GPtrArray       *toso_lint_read_pages (PopplerDocument *document); /* of TosoLintPage */

/* @pages: of TosoLintPage. */
void     toso_lint_layout         (GPtrArray          *findings,
                                   GPtrArray          *pages);
GArray  *toso_lint_get_paragraphs (GPtrArray          *pages); /* of TosoLintParagraph */
gboolean toso_lint_is_page_number (const TosoLintPage *page,
                                   const TosoLintLine *line);

G_END_DECLS
