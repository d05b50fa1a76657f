/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-page.h"

G_BEGIN_DECLS

/* The places, and at its foot when the file was last saved. */

#define TOSO_TYPE_SIDEBAR (toso_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TosoSidebar, toso_sidebar, TOSO, SIDEBAR, GtkBox)

void toso_sidebar_update      (TosoSidebar *self,
                               TosoSession *session);
/* Marks the page as the one shown; does not show it. */
void toso_sidebar_select_page (TosoSidebar *self,
                               const char  *page_id);

G_END_DECLS
