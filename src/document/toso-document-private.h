/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-unit-private.h"

G_BEGIN_DECLS

struct _TosoDocument
{
  GObject parent_instance;

  TosoProfile     profile;
  TosoTypesetter *typesetter;
  GPtrArray      *paragraphs;   /* of TosoParagraph */
  GPtrArray      *units;        /* of TosoUnit */
  GPtrArray      *pages;        /* of GArray of TosoPlacedUnit */
  GPtrArray      *page_numbers; /* of TosoParagraph, NULL for the first page */
  TosoParagraph  *mark;         /* "SỐ LIỆU MẪU", across the page; or NULL */
  TosoParagraph  *mark_label;   /* the same, in the top margin; or NULL */
  char           *title, *author, *subject, *keywords; /* of the PDF */
};

/* @tagged: with structure and links, for a PDF. */
void toso_document_render_page (TosoDocument *self,
                                guint         page,
                                cairo_t      *cr,
                                gboolean      tagged);

GByteArray *toso_pdf_finish_catalog (GByteArray *pdf);

G_END_DECLS
