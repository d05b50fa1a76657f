/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/toso-spark.h"

G_BEGIN_DECLS

/* Figures of the periods before, as small bars.  The list beside it says the
 * same in figures. */

#define TOSO_TYPE_SPARK_VIEW (toso_spark_view_get_type ())
G_DECLARE_FINAL_TYPE (TosoSparkView, toso_spark_view, TOSO, SPARK_VIEW, GtkWidget)

GtkWidget *toso_spark_view_new (void);
/* Takes @points, of TosoSparkPoint. */
void       toso_spark_view_set (TosoSparkView *self,
                                GArray        *points,
                                TosoMark       last_mark);

G_END_DECLS
