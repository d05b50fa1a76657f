/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"
#include "chart/toso-grid-chart.h"

G_BEGIN_DECLS

/* A tile each, in rows of seven, always at the same place. */

typedef struct
{
  const char *number;     /* "07", in the corner; or NULL */
  const char *label;
  TosoMark    mark;       /* TOSO_MARK_NONE: hatched */
  const char *value_text; /* or NULL */
  const char *state_text; /* of the table; or NULL */
} TosoTile;

typedef struct
{
  TosoChartFrame     frame;
  const TosoTile    *tiles;
  gsize              n_tiles;
  gsize              n_columns; /* 0: seven, more where there are many tiles */
  const TosoGridKey *keys;
  gsize              n_keys;
  const char        *label_heading, *value_heading, *state_heading; /* of the table */
  const char        *empty_text;
} TosoTileChart;

G_END_DECLS
