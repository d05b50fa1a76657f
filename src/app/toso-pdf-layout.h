/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the pages of a PDF stand when all of them lie under each other.
 * Drawing, scrolling and picking all ask here. */

/* Around the pages and between them, for their shadow. */
#define TOSO_PDF_EDGE 16

/* Zooms that follow the room there is; else 1 is real size at 96 dpi. */
#define TOSO_PDF_FIT_PAGE  0.0
#define TOSO_PDF_FIT_WIDTH (-1.0)

typedef struct
{
  double width, height; /* points */
} TosoPdfSize;

typedef struct
{
  double x, y, width, height; /* logical pixels */
  double scale;               /* pixels a point */
} TosoPdfPlace;

typedef struct
{
  GArray *places; /* of TosoPdfPlace */
  double  width, height;
} TosoPdfLayout;

TosoPdfLayout      *toso_pdf_layout_new       (const TosoPdfSize   *sizes,
                                               guint                n_pages,
                                               double               zoom,
                                               int                  room_width,
                                               int                  room_height,
                                               int                  scale_factor);
void                toso_pdf_layout_free      (TosoPdfLayout       *self);
const TosoPdfPlace *toso_pdf_layout_get       (const TosoPdfLayout *self,
                                               guint                page);
/* The page at a height; in a gap, the one below it. */
guint               toso_pdf_layout_find_page (const TosoPdfLayout *self,
                                               double               y);
/* The first and the last page that reach into a band; FALSE: none does. */
gboolean            toso_pdf_layout_get_band  (const TosoPdfLayout *self,
                                               double               top,
                                               double               bottom,
                                               guint               *first,
                                               guint               *last);
/* The next step of the zoom, up or down, from the scale (1: real size). */
double              toso_pdf_step_zoom        (double               scale,
                                               int                  direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoPdfLayout, toso_pdf_layout_free)

G_END_DECLS
