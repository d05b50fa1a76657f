/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-document.h"

G_BEGIN_DECLS

/* The samples of Annex III to Decree 30/2020/NĐ-CP, dots for what a user fills
 * in, and what their notes say set as notes where the engine has notes. */

TosoPaper *test_sample    (const char *number); /* "1.2" "1.4" "1.5" "1.7" "1.9" "2.1" "2.2" */
/* Table with merged heads, figure, notes, signature and seal. */
TosoPaper *test_rich_paper (void);
/* A PNG of @width by @height dots, the colour in the middle; @per_metre dots, or
 * 0 for a picture that does not say. */
GBytes    *test_png       (int         width,
                           int         height,
                           double      red,
                           double      blue,
                           guint32     per_metre);

G_END_DECLS
