/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the format checker finds in a paper, in the order of its pages.
 *
 * Signal "page-chosen" (guint): the page of a finding, from 0. */

#define TOSO_TYPE_PAPER_FINDINGS (toso_paper_findings_get_type ())
G_DECLARE_FINAL_TYPE (TosoPaperFindings, toso_paper_findings, TOSO, PAPER_FINDINGS, GtkBox)

GtkWidget *toso_paper_findings_new (void);
/* @findings: of TosoLintFinding; NULL: not known, and @message says why. */
void       toso_paper_findings_set (TosoPaperFindings *self,
                                    GPtrArray         *findings,
                                    const char        *message);

G_END_DECLS
