/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-unit-private.h"

G_BEGIN_DECLS

/* The paper, or one of its annexes: pages of one size, numbered from 1. */
typedef struct
{
  TosoProfile profile;
  GPtrArray  *units;   /* of TosoUnit */
  GPtrArray  *notes;   /* of TosoUnit: at the foot of their pages */
  TosoUnit   *address; /* at the foot of its first page, or NULL */
} TosoPart;

typedef struct
{
  const TosoPart      *part;
  GArray              *units;  /* of TosoPlacedUnit */
  const TosoParagraph *number; /* NULL on the first page of a part */
} TosoPage;

struct _TosoDocument
{
  GObject parent_instance;

  TosoProfile     profile;
  TosoTypesetter *typesetter;
  GPtrArray      *paragraphs;   /* of TosoParagraph */
  GHashTable     *keys;         /* of blocks and annexes → number, of units */
  GPtrArray      *strings;      /* of char *, that units point to */
  GArray         *sources;      /* of TosoSourceMark */
  GPtrArray      *parts;        /* of TosoPart */
  GArray         *pages;        /* of TosoPage */
  TosoParagraph  *mark;         /* "SỐ LIỆU MẪU", across the page; or NULL */
  TosoParagraph  *mark_label;   /* the same, in the top margin; or NULL */
  gint64          created;      /* UTC seconds; 0: not said */
  char           *title, *author, *subject, *keywords; /* of the PDF */
};

const TosoPage *toso_document_get_page (TosoDocument *self,
                                        guint         page);

/* @tagged: with structure and links, for a PDF. */
void toso_document_render_page (TosoDocument *self,
                                guint         page,
                                cairo_t      *cr,
                                gboolean      tagged);

GByteArray *toso_pdf_finish_catalog (GByteArray *pdf);
gboolean    toso_pdf_check_status   (cairo_status_t status,
                                     GError       **error);

G_END_DECLS
