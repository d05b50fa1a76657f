/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "app/toso-plan-line.h"

G_BEGIN_DECLS

/* What stands under a selected line: how far the figures go, the way to the
 * target, what the reader remarked.  NULL when there is nothing to say. */
GtkWidget *toso_plan_links_new     (const TosoPlanLine *line);
/* What a screen reader says of the line. */
char      *toso_plan_line_describe (const TosoPlanLine *line);

G_END_DECLS
