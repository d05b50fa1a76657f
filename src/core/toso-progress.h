/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"
#include "core/toso-plan.h"

G_BEGIN_DECLS

/* Arithmetic of DESIGN.md §5. */

/* What one village (or the commune itself) gave for one period. */
typedef struct
{
  gint64     village_id; /* 0: the commune as a whole */
  TosoDate   as_of;      /* last day of the period */
  TosoFigure numerator;
  TosoFigure denominator;
} TosoObservation;

typedef enum
{
  TOSO_STATE_NO_DATA,
  TOSO_STATE_BEHIND,
  TOSO_STATE_ON_PACE,
  TOSO_STATE_MET,
} TosoProgressState;

typedef struct
{
  guint reported;
  guint expected;
  guint carried; /* of the reported: their figure is of an earlier period */
} TosoCoverage;

typedef struct
{
  TosoFigure        numerator;   /* Σ over villages that gave both */
  TosoFigure        denominator;
  TosoFigure        value;       /* in the target's unit: per cent, or a count */
  TosoFigure        pace;        /* expected value on the day */
  TosoFigure        needed;      /* by the end: per month, in the target's unit */
  TosoCoverage      coverage;    /* of villages */
  gboolean          commune_wide; /* the figure was given for the commune as a whole */
  TosoDate          as_of;
  TosoProgressState state;
} TosoProgress;

/* @observations: array of TosoObservation, any order, of periods that do not
 * overlap; the caller has chosen them, none is left out for its date.
 * @n_villages: expected.  @day: the one that pace and need are for. */
TosoProgress      toso_progress_compute     (const TosoTarget *target,
                                             const GArray     *observations,
                                             guint             n_villages,
                                             TosoDate          plan_start,
                                             TosoDate          plan_end,
                                             TosoDate          day);
/* How many villages stand in it with a figure of before @first, the first day
 * of a period; none where every period has a figure of its own. */
guint             toso_progress_count_carried (const TosoTarget *target,
                                               const GArray     *observations,
                                               TosoDate          first);
TosoFigure        toso_progress_pace        (const TosoTarget *target,
                                             TosoFigure        target_value,
                                             TosoDate          plan_start,
                                             TosoDate          plan_end,
                                             TosoDate          day);
TosoProgressState toso_progress_judge       (const TosoTarget *target,
                                             TosoFigure        value,
                                             TosoFigure        pace);
/* What is still to be done a month, in the numerator's unit, by one village
 * or by the commune: the villages' needs add up to the commune's.  Negative
 * where a village is beyond its part; missing for a target without a number. */
TosoFigure        toso_progress_needed_units (const TosoTarget *target,
                                              TosoFigure        target_value,
                                              TosoFigure        numerator,
                                              TosoFigure        denominator,
                                              TosoDate          plan_end,
                                              TosoDate          day);
/* What the whole of a bar stands for: the target; for a rise or a fall, where
 * it began. */
TosoFigure        toso_progress_get_scale   (const TosoTarget *target);
/* The part of @scale that @value is.  Of nothing at all ("no case all year"),
 * none is the whole and one is over it. */
double            toso_progress_share_of    (double            value,
                                             double            scale);
const char       *toso_progress_state_to_id (TosoProgressState state); /* "met" "on_pace" "behind" "no_data" */

G_END_DECLS
