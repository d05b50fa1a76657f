/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* The mark of a state (● ◆ ▲ ■ ○, hatched), as charts draw it.  Decoration
 * beside the word, so it has no name of its own. */

#define TOSO_TYPE_MARK_VIEW (toso_mark_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoMarkView, toso_mark_view, TOSO, MARK_VIEW, GtkWidget)

GtkWidget *toso_mark_view_new      (TosoMark      mark);
void       toso_mark_view_set_mark (TosoMarkView *self,
                                    TosoMark      mark);

G_END_DECLS
