/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Counts over periods, stacked: how many were on time, late …  Parts keep their
 * order from the bottom, and a light edge stands between them. */

typedef struct
{
  TosoMark    mark;
  const char *text;
} TosoStackPart;

typedef struct
{
  TosoChartFrame       frame;
  const char *const   *columns;
  gsize                n_columns;
  const TosoStackPart *parts;
  gsize                n_parts;
  const double        *counts;      /* n_columns × n_parts, column by column; not finite or
                                       below 0: missing, the column is hatched */
  TosoNumberFunc       format;
  const char          *column_heading;
  const char          *missing_text; /* key of the hatch, or NULL */
  const char          *empty_text;
} TosoStackChart;

/* Drawn as TOSO_CHART_STACK; items are column × n_parts + part. */

G_END_DECLS
