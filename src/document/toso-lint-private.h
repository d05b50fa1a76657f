/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-lint.h"

G_BEGIN_DECLS

typedef struct
{
  guint    page;
  char    *text;
  double   size; /* points; 0: a text without faces */
  gboolean bold, italic;
} TosoLintParagraph;

void   toso_lint_paragraph_clear (gpointer      data);
void   toso_lint_add             (GPtrArray    *findings,
                                  guint         page,
                                  const char   *where,
                                  const char   *rule,
                                  const char   *clause,
                                  const char   *found,
                                  const char   *expected);
/* @paragraphs: of TosoLintParagraph. */
void   toso_lint_text            (GPtrArray    *findings,
                                  const GArray *paragraphs);
void   toso_lint_order           (GPtrArray    *findings,
                                  const GArray *paragraphs);
void   toso_lint_symbol          (GPtrArray    *findings,
                                  const GArray *paragraphs);
void   toso_lint_citations       (GPtrArray    *findings,
                                  const GArray *paragraphs);
void   toso_lint_abbreviations   (GPtrArray    *findings,
                                  const GArray *paragraphs);
gboolean toso_lint_is_upper      (const char   *text);
gboolean toso_lint_is_basis      (const char   *text);
/* Some words before and after the bytes [start, end) of @text. */
char  *toso_lint_quote           (const char   *text,
                                  int           start,
                                  int           end);

G_END_DECLS
