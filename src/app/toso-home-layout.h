/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the panels of the first page stand: in two columns; on a small screen
 * the two narrow ones over the two wide ones; with large text one under
 * another.  Never wider than its room. */

typedef enum
{
  TOSO_HOME_COVERAGE,
  TOSO_HOME_TARGETS,
  TOSO_HOME_DUE,
  TOSO_HOME_CHANGES,
  TOSO_N_HOME_PANELS,
} TosoHomePanel;

#define TOSO_TYPE_HOME_LAYOUT (toso_home_layout_get_type ())
G_DECLARE_FINAL_TYPE (TosoHomeLayout, toso_home_layout, TOSO, HOME_LAYOUT, GtkWidget)

GtkWidget *toso_home_layout_new (void);
void       toso_home_layout_add (TosoHomeLayout *self,
                                 TosoHomePanel   panel,
                                 GtkWidget      *child);

G_END_DECLS
