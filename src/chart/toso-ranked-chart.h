/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Bars in the order of their values, all on one scale, with the target and
 * what is needed by now as lines through them all. */

typedef struct
{
  const char *rank;       /* "29", or "—" */
  const char *label;
  gboolean    has_value;  /* FALSE: hatched up to the target */
  double      value;
  TosoMark    mark;
  const char *value_text;
  const char *state_text;
} TosoRankedBar;

typedef struct
{
  TosoChartFrame       frame;
  const TosoRankedBar *bars;
  gsize                n_bars;
  const TosoRankedBar *total;       /* last row, set off by a line; or NULL */
  const char          *total_note;  /* on the bar of the total: coverage */
  gboolean             has_target;
  double               target;
  const char          *target_text; /* over its line */
  gboolean             has_pace;
  double               pace;
  const char          *pace_text;
  const char          *value_heading; /* the unit, or NULL */
  const char          *empty_text;
  const char          *missing_text;  /* key of the hatch, or NULL */
  double               scale;         /* what the right edge stands for; 0: as the bars need */
} TosoRankedChart;

/* Drawn as TOSO_CHART_RANKED.  The total is item n_bars.  Rows without room are
 * left out before the total. */

G_END_DECLS
