/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* Rows over time.  Times are in any unit that grows evenly: days. */

typedef enum
{
  TOSO_SPAN_UNKNOWN, /* hatched */
  TOSO_SPAN_BAND,    /* all the way through: a pale band */
  TOSO_SPAN_LOOSE,   /* some time within: a dashed outline */
  TOSO_SPAN_WAVES,   /* now and then: a wave */
  TOSO_SPAN_WINDOW,  /* from start to end: a bar */
  TOSO_SPAN_POINT,   /* by its end: a mark */
} TosoSpanShape;

typedef struct
{
  TosoSpanShape shape;
  double        start, end;
} TosoTimeSpan;

typedef struct
{
  const char         *code, *label;
  const TosoTimeSpan *spans;
  gsize               n_spans;    /* 0: as TOSO_SPAN_UNKNOWN */
  TosoMark            mark;
  const char         *when_text;  /* as it was said */
  const char         *state_text;
} TosoTimelineRow;

/* A part of the scale with its name: a month. */
typedef struct
{
  double      start;
  const char *text;
} TosoTimePart;

typedef struct
{
  TosoChartFrame         frame;
  const TosoTimelineRow *rows;
  gsize                  n_rows;
  double                 start, end;
  const TosoTimePart    *parts;
  gsize                  n_parts;
  gboolean               has_now;
  double                 now;
  const char            *label_heading, *when_heading, *state_heading;
  const char            *legend_band, *legend_loose, *legend_waves, *legend_window, *legend_point, *legend_now;
  const char            *empty_text;
} TosoTimelineChart;

G_END_DECLS
