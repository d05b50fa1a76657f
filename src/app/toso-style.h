/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* The look: style.css, the colours of the light or the dark theme, and which
 * of the two.  One object a program. */

#define TOSO_TYPE_STYLE (toso_style_get_type ())
G_DECLARE_FINAL_TYPE (TosoStyle, toso_style, TOSO, STYLE, GObject)

TosoStyle         *toso_style_new            (GdkDisplay *display);
/* "system", "light" or "dark". */
void               toso_style_set_appearance (TosoStyle  *self,
                                              const char *appearance);

/* Ink for charts that is right for the present theme. */
gboolean           toso_style_is_dark        (GtkWidget  *widget);
const TosoPalette *toso_style_get_palette    (GtkWidget  *widget);
/* CSS class of a mark's colour. */
const char        *toso_style_get_mark_class (TosoMark    mark);

G_END_DECLS
