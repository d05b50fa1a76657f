/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

#include "document/toso-document.h"
#include "document/toso-lint-pdf-private.h"

G_BEGIN_DECLS

/* A paper as it stands on the page: read back from its PDF.  Points from the
 * top left corner of the paper. */

typedef struct
{
  int      page;
  double   x1, y1, x2, y2; /* of the line box, ascent to descent */
  double   baseline;
  double   size;
  gboolean bold, italic;
} TestBox;

typedef struct
{
  char   *text;
  TestBox box;
} TestLine;

typedef TosoLintRule TestRule;

typedef struct
{
  PopplerDocument *document;
  GBytes          *bytes;
  int              n_pages;
  char           **texts;  /* a page each, as Poppler reads it */
  GPtrArray       *boxes;  /* a page each: GArray of TestBox, one a character of the text */
  GPtrArray       *lines;  /* a page each: GPtrArray of TestLine */
} TestPdf;

TestPdf    *test_pdf_new        (const TosoPaper   *paper,
                                 const TosoProfile *profile);
void        test_pdf_free       (TestPdf           *self);
gboolean    test_pdf_find       (TestPdf           *self,
                                 int                page,
                                 const char        *text,
                                 TestBox           *box);
TestBox     test_pdf_get        (TestPdf           *self,
                                 int                page,
                                 const char        *text);
GArray     *test_pdf_find_rules (TestPdf           *self,
                                 int                page); /* of TestRule: level ones */
char       *test_pdf_dup_text   (TestPdf           *self); /* squeezed, page numbers left out */

char       *test_squeeze        (const char        *text);
char       *test_paper_text     (const TosoPaper   *paper); /* squeezed, all that should be printed */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestPdf, test_pdf_free)

G_END_DECLS
