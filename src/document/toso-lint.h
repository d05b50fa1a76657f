/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The format checker: what in a paper is not as Decree 30/2020/NĐ-CP has it,
 * and slips of the pen that a proof reader would mark.  It changes nothing. */

typedef struct
{
  guint       page;     /* from 1; 0: a text without pages */
  char       *where;    /* the words around it */
  const char *rule;     /* "numbering", "font-size" … */
  const char *clause;   /* of Annex I, Part I: "II.6.đ"; "": a slip that no clause names */
  char       *found;
  char       *expected;
} TosoLintFinding;

void       toso_lint_finding_free (TosoLintFinding *finding);

/* A text: the paper's paragraphs in their order, recipients a line each. */
GPtrArray *toso_lint_paragraphs (const char *const *paragraphs); /* of TosoLintFinding */
/* Its layout and its text.  TOSO_ERROR_UNREADABLE for what is no PDF, is
 * locked, or has no text on its pages. */
GPtrArray *toso_lint_pdf        (GBytes            *pdf, /* of TosoLintFinding */
                                 const char        *name, /* for messages */
                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoLintFinding, toso_lint_finding_free)

G_END_DECLS
