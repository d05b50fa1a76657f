/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The official papers that the year's data make: chosen at the left, seen as
 * pages, printed and exported. */

#define TOSO_TYPE_PAPERS_PAGE (toso_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoPapersPage, toso_papers_page, TOSO, PAPERS_PAGE, GtkBox)

GtkWidget *toso_papers_page_new (TosoSession *session);

G_END_DECLS
