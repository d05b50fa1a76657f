/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Parts of a whole as a ring, each named in the list beside it. */

typedef struct
{
  const char *label;
  double      value;      /* not finite or below 0 counts as 0 */
  TosoMark    mark;
  const char *value_text;
  const char *share_text; /* or NULL */
} TosoSlice;

typedef struct
{
  TosoChartFrame   frame;
  const TosoSlice *slices;
  gsize            n_slices;
  const char      *centre_text; /* the whole, large */
  const char      *centre_note; /* what it is of */
  const char      *label_heading, *value_heading, *share_heading; /* of the table */
  const char      *empty_text;
} TosoDonutChart;

G_END_DECLS
