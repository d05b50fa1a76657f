/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-session.h"

G_BEGIN_DECLS

/* Shows a PDF: its pages under each other, beside them (F7) small pages or the
 * outline, above them what is searched for.  Poppler works in a thread of its
 * own; the window never waits for it.
 *
 * Keys: Page Up and Page Down, Home and End; Ctrl + plus, minus, 0 and the
 * wheel; Tab from figure to figure, Enter opens where it comes from. */

#define TOSO_TYPE_PDF_VIEW (toso_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoPdfView, toso_pdf_view, TOSO, PDF_VIEW, GtkWidget)

GtkWidget *toso_pdf_view_new          (void);
/* @document: what the PDF was made from, and @session its year: its figures
 * lead to what is behind them.  Both NULL for somebody else's PDF.  The place
 * in the paper stays. */
void       toso_pdf_view_set_document (TosoPdfView  *self,
                                       GBytes       *pdf,
                                       TosoDocument *document,
                                       TosoSession  *session);
/* Nothing to show, and why. */
void       toso_pdf_view_set_message  (TosoPdfView  *self,
                                       const char   *message);
void       toso_pdf_view_show_page    (TosoPdfView  *self,
                                       guint         page);
/* @top: points from the page's upper edge. */
void       toso_pdf_view_show_place   (TosoPdfView  *self,
                                       guint         page,
                                       double        top);
/* The first place that says these words, if there is one. */
void       toso_pdf_view_show_words   (TosoPdfView  *self,
                                       const char   *words);
guint      toso_pdf_view_get_page     (TosoPdfView  *self);
guint      toso_pdf_view_get_n_pages  (TosoPdfView  *self);
/* Opens the search inside the paper. */
void       toso_pdf_view_find         (TosoPdfView  *self);

G_END_DECLS
