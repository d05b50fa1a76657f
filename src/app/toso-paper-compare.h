/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "document/toso-document.h"

G_BEGIN_DECLS

/* Two versions of a paper, paragraph by paragraph.
 *
 * Signal "against-chosen" (guint): what it is to be compared with, of the
 * choices. */

#define TOSO_TYPE_PAPER_COMPARE (toso_paper_compare_get_type ())
G_DECLARE_FINAL_TYPE (TosoPaperCompare, toso_paper_compare, TOSO, PAPER_COMPARE, GtkBox)

/* What a paper says, in its order; a row of a table is a paragraph. */
GStrv      toso_paper_dup_paragraphs (const TosoPaper   *paper);

GtkWidget *toso_paper_compare_new (void);
/* What the paper may be compared with; of them @selected is. */
void       toso_paper_compare_set_choices (TosoPaperCompare  *self,
                                           const char *const *names,
                                           guint              selected);
/* @words: what is compared with what, a sentence. */
void       toso_paper_compare_set (TosoPaperCompare  *self,
                                   const char *const *before,
                                   const char *const *now,
                                   const char        *words);

G_END_DECLS
