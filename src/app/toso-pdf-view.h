/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the pages of a PDF, one at a time.  Poppler works in a thread of its
 * own; the window never waits for it, the old page stays until the new one is
 * there.
 *
 * Keys: Page Up and Page Down, Home and End; Ctrl + plus, minus, 0. */

#define TOSO_TYPE_PDF_VIEW (toso_pdf_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoPdfView, toso_pdf_view, TOSO, PDF_VIEW, GtkWidget)

GtkWidget *toso_pdf_view_new         (void);
/* NULL: nothing to show, @message says why. */
void       toso_pdf_view_set_pdf     (TosoPdfView *self,
                                      GBytes      *pdf,
                                      guint        n_pages,
                                      const char  *message);
void       toso_pdf_view_show_page   (TosoPdfView *self,
                                      guint        page);
guint      toso_pdf_view_get_page    (TosoPdfView *self);
guint      toso_pdf_view_get_n_pages (TosoPdfView *self);

G_END_DECLS
