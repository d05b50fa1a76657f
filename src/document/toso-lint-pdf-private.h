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

/* A level one. */
typedef struct
{
  double x1, x2, y;
} TosoLintRule;

typedef struct
{
  guint      number; /* from 1 */
  double     width, height;
  GPtrArray *lines; /* of TosoLintLine */
} TosoLintPage;

/* Boxes 1 to 5 of the diagram: the page's lines, from the top; empty for a box
 * that is not there. */
typedef struct
{
  const TosoLintLine *nation, *motto, *kind; /* or NULL */
  GPtrArray          *superior, *agency;
  GPtrArray          *number, *date; /* one line; blanks in it part it */
  GPtrArray          *subject;       /* 5b, of a letter */
  GPtrArray          *title;         /* 5a, under the kind */
} TosoLintHead;

/* Boxes 7, 9b, 12 and 13, alike. */
typedef struct
{
  const TosoLintLine *recipients_heading; /* or NULL */
  GPtrArray          *recipients, *capacity, *signer, *drafter, *address;
} TosoLintFoot;

PopplerDocument *toso_lint_open_pdf   (GBytes          *pdf,
                                       const char      *name,
                                       GError         **error);
GPtrArray       *toso_lint_read_pages (PopplerDocument *document); /* of TosoLintPage */
GArray          *toso_lint_find_rules (PopplerPage     *page, /* of TosoLintRule */
                                       double           top,
                                       double           bottom);

/* FALSE, and nothing to clear: a page that goes on from the one before. */
gboolean   toso_lint_find_head   (const TosoLintPage *page,
                                  TosoLintHead       *head);
void       toso_lint_head_clear  (TosoLintHead       *head);
gboolean   toso_lint_find_foot   (const TosoLintPage *page,
                                  TosoLintFoot       *foot);
void       toso_lint_foot_clear  (TosoLintFoot       *foot);
GPtrArray *toso_lint_sort_lines  (const TosoLintPage *page); /* of TosoLintLine, the page's */
double     toso_lint_get_center  (const TosoLintLine *line);

/* Its first line, where it begins an annex, or NULL. */
const TosoLintLine *toso_lint_begins_annex (const TosoLintPage *page);

/* @pages: of TosoLintPage. */
void     toso_lint_layout         (GPtrArray          *findings,
                                   GPtrArray          *pages);
void     toso_lint_components     (GPtrArray          *findings,
                                   GPtrArray          *pages);
void     toso_lint_lengths        (GPtrArray          *findings,
                                   PopplerDocument    *document,
                                   GPtrArray          *pages);
char    *toso_lint_format_mm      (double              points);
GArray  *toso_lint_get_paragraphs (GPtrArray          *pages); /* of TosoLintParagraph */
gboolean toso_lint_is_page_number (const TosoLintPage *page,
                                   const TosoLintLine *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoLintHead, toso_lint_head_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoLintFoot, toso_lint_foot_clear)

G_END_DECLS
