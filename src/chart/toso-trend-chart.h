/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Figures over periods, with the target as a line across and what is needed by
 * each period's end as a dashed one.  Where a figure is missing the line has a
 * gap and the period is hatched. */

typedef struct
{
  const char *label;
  gboolean    has_value;
  double      value;
  gboolean    is_ahead;   /* not over yet: nothing is missing */
  gboolean    has_pace;
  double      pace;
  const char *value_text;
  const char *note;       /* of the table: coverage; or NULL */
} TosoTrendPoint;

typedef struct
{
  TosoChartFrame        frame;
  const TosoTrendPoint *points;
  gsize                 n_points;
  gboolean              has_target;
  double                target;
  const char           *target_text; /* beside its line */
  const char           *pace_text;   /* beside the end of the dashed line */
  TosoNumberFunc        format;
  const char           *label_heading, *value_heading, *pace_heading, *note_heading; /* of the table */
  const char           *legend_value, *legend_missing;
  const char           *empty_text;
} TosoTrendChart;

G_END_DECLS
