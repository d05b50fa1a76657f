/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Sentences one under the other: what was agreed, who does it and by when. */

typedef struct
{
  const char *number; /* "1", or NULL */
  const char *text;   /* over as many lines as it takes */
  const char *note;   /* under it, quieter; or NULL */
  TosoMark    mark;   /* before the note; TOSO_MARK_NONE: no mark */
} TosoListLine;

typedef struct
{
  TosoChartFrame      frame;
  const TosoListLine *lines;
  gsize               n_lines;
  const char         *number_heading, *text_heading, *note_heading; /* of the table */
  const char         *empty_text;
} TosoListChart;

/* Drawn as TOSO_CHART_LIST; lines that there is no room for are left out from
 * the end, and how many is said. */

G_END_DECLS
