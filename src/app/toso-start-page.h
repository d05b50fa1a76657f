/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first start: three ways to begin, and the files opened last. */

#define TOSO_TYPE_START_PAGE (toso_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TosoStartPage, toso_start_page, TOSO, START_PAGE, GtkBox)

GtkWidget *toso_start_page_new (GSettings *settings);

G_END_DECLS
