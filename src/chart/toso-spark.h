/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Some figures in a row, the oldest first, small: bars without a scale, beside
 * the figures themselves.  What is missing is hatched from top to bottom, never
 * short; a zero has a line of its own. */

typedef struct
{
  gboolean has_value;
  double   value;     /* below 0 counts as 0 */
} TosoSparkPoint;

typedef struct
{
  const TosoSparkPoint *points;
  gsize                 n_points;
  TosoMark              last_mark; /* the last one's colour; NONE: as the others */
} TosoSpark;

/* Where bar @i stands; drawing and tests both ask. */
TosoBox toso_spark_get_box (const TosoSpark   *spark,
                            double             width,
                            double             height,
                            gsize              i);
void    toso_spark_draw    (const TosoSpark   *spark,
                            const TosoPalette *palette,
                            cairo_t           *cr,
                            double             width,
                            double             height);

G_END_DECLS
