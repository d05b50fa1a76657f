/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* A row each on a scale of its own, in its own unit: what has been reached as a
 * bar, the target as a line across, what is needed by now as a short tick. */

typedef struct
{
  const char *label;
  gboolean    has_value;   /* FALSE: hatched */
  double      value;
  gboolean    has_target;
  double      target;
  gboolean    has_pace;
  double      pace;
  TosoMark    mark;
  const char *value_text, *target_text, *state_text, *note; /* or NULL */
} TosoBullet;

typedef struct
{
  TosoChartFrame    frame;
  const TosoBullet *bullets;
  gsize             n_bullets;
  TosoNumberFunc    format;
  const char       *label_heading, *value_heading, *target_heading, *state_heading, *note_heading;
  const char       *legend_target, *legend_pace, *legend_missing;
  const char       *empty_text;
} TosoBulletChart;

G_END_DECLS
