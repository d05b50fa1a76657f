/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The user's guide, in the language of the program. */

#define TOSO_TYPE_HELP_WINDOW (toso_help_window_get_type ())
G_DECLARE_FINAL_TYPE (TosoHelpWindow, toso_help_window, TOSO, HELP_WINDOW, GtkWindow)

GtkWidget *toso_help_window_new (GtkWindow  *parent);

/* The guide's paragraphs as Pango markup: "# " and "## " are headings, "- "
 * items, "**" bold.  Free with g_free. */
char      *toso_help_to_markup  (const char *line);

G_END_DECLS
