/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-pdf-file.h"
#include "document/toso-document.h"

G_BEGIN_DECLS

/* All pages of a PDF under each other on a desk.  Only those in sight and
 * beside it are drawn, in a thread; the others are forgotten.
 *
 * Tab goes from one figure to the next, Enter or a click opens where it comes
 * from (win.show-source); Ctrl+Tab leaves the paper.
 *
 * Signals: "moved", when another page is the current one or the zoom is
 * another; "failed" (const char *), when a page cannot be drawn; "activated"
 * (guint), when a page was chosen (of thumbnails alone).
 * GtkScrollable: stands in a GtkScrolledWindow. */

#define TOSO_TYPE_PDF_DESK (toso_pdf_desk_get_type ())
G_DECLARE_FINAL_TYPE (TosoPdfDesk, toso_pdf_desk, TOSO, PDF_DESK, GtkWidget)

/* What a source says in words; NULL: it leads nowhere. */
typedef char *(*TosoPdfDescribeFunc) (const char *source,
                                      gpointer    data);

/* Small pages with their number, of which one is chosen. */
void    toso_pdf_desk_set_thumbnails (TosoPdfDesk  *self,
                                      gboolean      thumbnails);
/* NULL: nothing.  The place in the paper stays. */
void    toso_pdf_desk_set_file       (TosoPdfDesk  *self,
                                      TosoPdfFile  *file);
/* Where the figures of the pages come from; @document may be NULL. */
void    toso_pdf_desk_set_figures    (TosoPdfDesk        *self,
                                      TosoDocument       *document,
                                      TosoPdfDescribeFunc describe,
                                      gpointer            data);
void    toso_pdf_desk_set_zoom       (TosoPdfDesk  *self,
                                      double        zoom); /* or TOSO_PDF_FIT_… */
double  toso_pdf_desk_get_zoom       (TosoPdfDesk  *self);
double  toso_pdf_desk_get_scale      (TosoPdfDesk  *self); /* of the current page; 1: real size */
guint   toso_pdf_desk_get_page       (TosoPdfDesk  *self);
void    toso_pdf_desk_show_page      (TosoPdfDesk  *self,
                                      guint         page);
/* @top: points from the page's upper edge. */
void    toso_pdf_desk_show_place     (TosoPdfDesk  *self,
                                      guint         page,
                                      double        top);
/* What a search found, and which of it is the one; @hits (of TosoPdfHit) may
 * be NULL. */
void    toso_pdf_desk_set_hits       (TosoPdfDesk  *self,
                                      GArray       *hits,
                                      guint         current);
/* Pages that are kept as pictures now. */
guint   toso_pdf_desk_count_pictures (TosoPdfDesk  *self);

G_END_DECLS
