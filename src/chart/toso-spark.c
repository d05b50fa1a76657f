/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/toso-spark.h"

#include <math.h>

#include "chart/toso-chart-private.h"

#define GAP   0.25 /* of a slot, between bars */
#define FLOOR 1.5  /* user units: the bar of a zero */
#define WIDE  24   /* user units: no bar is wider */
#define HATCH 9

static gboolean
has_value (const TosoSparkPoint *point)
{
  return point->has_value && isfinite (point->value);
}

static double
find_largest (const TosoSpark *spark)
{
  double largest = 0;

  for (gsize i = 0; i < spark->n_points; i++)
    if (has_value (&spark->points[i]))
      largest = MAX (largest, spark->points[i].value);

  return largest;
}

TosoBox
toso_spark_get_box (const TosoSpark *spark,
                    double           width,
                    double           height,
                    gsize            i)
{
  double slot = width / (double) spark->n_points;
  double largest = find_largest (spark);
  double wide = MIN (slot * (1 - GAP), WIDE);
  double tall = height;

  if (has_value (&spark->points[i]))
    tall = largest > 0 ? height * MAX (0, spark->points[i].value) / largest : 0;
  tall = CLAMP (tall, MIN (FLOOR, height), height);

  return (TosoBox){ slot * ((double) i + 0.5) - wide / 2, height - tall, wide, tall };
}

void
toso_spark_draw (const TosoSpark   *spark,
                 const TosoPalette *palette,
                 cairo_t           *cr,
                 double             width,
                 double             height)
{
  if (!toso_size_is_drawable (width, height) || spark->n_points == 0)
    return;

  for (gsize i = 0; i < spark->n_points; i++)
    {
      TosoBox  box = toso_spark_get_box (spark, width, height, i);
      gboolean is_last = i + 1 == spark->n_points;

      if (!has_value (&spark->points[i]))
        toso_ink_fill_hatch (cr, palette, &box, MIN (MIN (box.width, box.height), HATCH));
      else
        toso_ink_fill_box (cr, palette->marks[is_last && spark->last_mark != TOSO_MARK_NONE ? spark->last_mark : TOSO_MARK_DIAMOND], &box);
    }
  toso_ink_hairline (cr, palette->hatch, 0, height, width);
}
