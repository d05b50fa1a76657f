/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A box that is one stop of the Tab key: from a list in it Tab goes on to what
 * comes after, and the arrows go from row to row. */

#define TOSO_TYPE_TAB_STOP (toso_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (TosoTabStop, toso_tab_stop, TOSO, TAB_STOP, GtkBox)

G_END_DECLS
