/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint start, end; /* characters */
} TosoPdfSpan;

/* Where @words stand in a page's text: without diacritics and capitals, any
 * blank for any other; a typed diacritic counts.  Of TosoPdfSpan. */
GArray *toso_pdf_search_text (const char *text,
                              const char *words);

G_END_DECLS
