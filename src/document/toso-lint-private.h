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

/* From the largest part to the smallest; a part counts those under it anew. */
typedef enum {
  TOSO_LINT_LABEL_NONE,
  TOSO_LINT_LABEL_PART,    /* "Phần I" */
  TOSO_LINT_LABEL_CHAPTER, /* "Chương I" */
  TOSO_LINT_LABEL_SECTION, /* "Mục 1" */
  TOSO_LINT_LABEL_ARTICLE, /* "Điều 1." */
  TOSO_LINT_LABEL_ROMAN,   /* "I." */
  TOSO_LINT_LABEL_ARABIC,  /* "1." */
  TOSO_LINT_LABEL_DECIMAL, /* "2.1." */
  TOSO_LINT_LABEL_LETTER,  /* "a)" */
  TOSO_LINT_N_LABELS,
} TosoLintLabelKind;

typedef struct
{
  TosoLintLabelKind kind;
  guint             number;
  guint             above;  /* the 2 of "2.1." */
  int               length; /* bytes, with the space */
} TosoLintLabel;

/* The first line of an annex: "Phụ lục II", "Phụ lục …", "PHỤ LỤC I. TÊN". */
#define TOSO_LINT_ANNEX "^(?:Phụ lục|PHỤ LỤC)(?: [IVXLC]+| \\d+| ….*)?(?:[.:].*)?$"

TosoLintLabel toso_lint_read_label (const char *text);
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
void   toso_lint_numbers         (GPtrArray    *findings,
                                  const GArray *paragraphs);
/* The lines that begin annexes may be among others. */
void   toso_lint_annexes         (GPtrArray    *findings,
                                  const GArray *paragraphs);
void   toso_lint_annex_pointer   (GPtrArray    *findings,
                                  const GArray *annexes,
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
