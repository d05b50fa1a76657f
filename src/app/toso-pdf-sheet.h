/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page on the desk: white, with a shadow.  Says with "resized" that its
 * box is another now (to fit pages into it). */

#define TOSO_TYPE_PDF_SHEET (toso_pdf_sheet_get_type ())
G_DECLARE_FINAL_TYPE (TosoPdfSheet, toso_pdf_sheet, TOSO, PDF_SHEET, GtkWidget)

GtkWidget *toso_pdf_sheet_new         (void);
/* Logical pixels of the page. */
void       toso_pdf_sheet_set_size    (TosoPdfSheet *self,
                                       double        width,
                                       double        height);
/* NULL: a blank page. */
void       toso_pdf_sheet_set_texture (TosoPdfSheet *self,
                                       GdkTexture   *texture);

G_END_DECLS
