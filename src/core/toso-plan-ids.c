/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plan.h"

/* The names under which the enumerations stand in the year file and in JSON.
 * They never change. */

static const char *const target_kinds[] = {
  [TOSO_TARGET_COUNT_OF_COUNT] = "count_of_count",
  [TOSO_TARGET_PERCENTAGE] = "percentage",
  [TOSO_TARGET_COUNT] = "count",
  [TOSO_TARGET_YES_NO] = "yes_no",
  [TOSO_TARGET_QUALITATIVE] = "qualitative",
};

static const char *const directions[] = {
  [TOSO_DIRECTION_NONE] = NULL,
  [TOSO_DIRECTION_AT_LEAST] = ">=",
  [TOSO_DIRECTION_MORE_THAN] = ">",
  [TOSO_DIRECTION_AT_MOST] = "<=",
  [TOSO_DIRECTION_LESS_THAN] = "<",
  [TOSO_DIRECTION_EQUAL] = "=",
  [TOSO_DIRECTION_INCREASE] = "increase",
  [TOSO_DIRECTION_DECREASE] = "decrease",
};

static const char *const task_states[] = {
  [TOSO_TASK_NOT_STARTED] = "not_started",
  [TOSO_TASK_IN_PROGRESS] = "in_progress",
  [TOSO_TASK_MAINTAINED] = "maintained",
  [TOSO_TASK_DONE] = "done",
  [TOSO_TASK_NOT_YET_DUE] = "not_yet_due",
};

static const char *const time_kinds[] = {
  [TOSO_TIME_UNKNOWN] = "unknown",
  [TOSO_TIME_CONTINUOUS] = "continuous",
  [TOSO_TIME_QUARTERLY] = "quarterly",
  [TOSO_TIME_WAVES] = "waves",
  [TOSO_TIME_WINDOW] = "window",
  [TOSO_TIME_DATE] = "date",
  [TOSO_TIME_YEAR_END] = "year_end",
  [TOSO_TIME_IN_YEAR] = "in_year",
};

static const char *
to_id (const char *const *ids,
       guint              n_ids,
       int                value)
{
  g_return_val_if_fail (value >= 0 && (guint) value < n_ids, NULL);

  return ids[value];
}

/* Also finds NULL, where the list has it. */
static gboolean
from_id (const char *const *ids,
         guint              n_ids,
         const char        *id,
         int               *value)
{
  guint i;

  for (i = 0; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      {
        *value = (int) i;
        return TRUE;
      }
  return FALSE;
}

const char *
toso_target_kind_to_id (TosoTargetKind kind)
{
  return to_id (target_kinds, G_N_ELEMENTS (target_kinds), (int) kind);
}

gboolean
toso_target_kind_from_id (const char     *id,
                          TosoTargetKind *kind)
{
  int value;

  if (!from_id (target_kinds, G_N_ELEMENTS (target_kinds), id, &value))
    return FALSE;
  *kind = (TosoTargetKind) value;
  return TRUE;
}

const char *
toso_direction_to_id (TosoDirection direction)
{
  return to_id (directions, G_N_ELEMENTS (directions), (int) direction);
}

gboolean
toso_direction_from_id (const char    *id,
                        TosoDirection *direction)
{
  int value;

  if (!from_id (directions, G_N_ELEMENTS (directions), id, &value))
    return FALSE;
  *direction = (TosoDirection) value;
  return TRUE;
}

const char *
toso_task_state_to_id (TosoTaskState state)
{
  return to_id (task_states, G_N_ELEMENTS (task_states), (int) state);
}

gboolean
toso_task_state_from_id (const char    *id,
                         TosoTaskState *state)
{
  int value;

  if (!from_id (task_states, G_N_ELEMENTS (task_states), id, &value))
    return FALSE;
  *state = (TosoTaskState) value;
  return TRUE;
}

const char *
toso_time_kind_to_id (TosoTimeKind kind)
{
  return to_id (time_kinds, G_N_ELEMENTS (time_kinds), (int) kind);
}

gboolean
toso_time_kind_from_id (const char   *id,
                        TosoTimeKind *kind)
{
  int value;

  if (!from_id (time_kinds, G_N_ELEMENTS (time_kinds), id, &value))
    return FALSE;
  *kind = (TosoTimeKind) value;
  return TRUE;
}
