/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"
#include "exchange/toso-text-lines.h"

G_BEGIN_DECLS

/* A paragraph: one printed line, or several that belong together. */
typedef struct
{
  char        *text; /* NFC, lines joined with one space */
  TosoSpan     span;
  guint        line;    /* the first, from 1 */
  gboolean     table;   /* a table's line */
  gboolean     row;     /* a table's row begins here */
  TosoSection *section; /* where it went; not owned */
  gboolean     body;    /* of the section's body, not its label and heading alone */
} TosoParagraph;

void toso_reading_paragraph_free (TosoParagraph *paragraph);

/* Lines @first up to, not including, @last; noise is left out. */
GPtrArray *toso_paragraphs_read (const TosoText *text,
                                 guint           first,
                                 guint           last);

G_END_DECLS
