/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-document.h"
#include "document/toso-lint.h"

G_BEGIN_DECLS

/* Draws over a page of a paper what a careless hand would have. */
typedef void (*TestRepaint) (cairo_t *cr,
                             guint    page);

GPtrArray *test_lint_paper     (const TosoPaper   *paper, /* of TosoLintFinding */
                                const TosoProfile *profile);
GPtrArray *test_lint_repainted (const TosoPaper   *paper,
                                TestRepaint        repaint);
/* The rules of the findings, in their order: "day-zero link". */
char      *test_get_rules      (GPtrArray         *findings);
/* Every finding of the rule: its clause, page, and words of what was found and is
 * expected; NULL: whatever. */
void       test_assert_finding (GPtrArray         *findings,
                                const char        *rule,
                                const char        *clause,
                                guint              page,
                                const char        *found,
                                const char        *expected);

G_END_DECLS
