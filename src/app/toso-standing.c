/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-standing.h"

#include <glib/gi18n.h>

static const struct
{
  const char *text;
  TosoMark    mark;
} standings[TOSO_N_STANDINGS] = {
  [TOSO_STANDING_OVERDUE] = { NC_ ("village", "overdue"), TOSO_MARK_SQUARE },
  [TOSO_STANDING_LATE] = { NC_ ("village", "late"), TOSO_MARK_TRIANGLE },
  [TOSO_STANDING_TO_CORRECT] = { NC_ ("village", "to correct"), TOSO_MARK_TRIANGLE },
  [TOSO_STANDING_ON_TIME] = { NC_ ("village", "on time"), TOSO_MARK_CIRCLE },
  [TOSO_STANDING_NOT_YET_DUE] = { NC_ ("village", "not yet due"), TOSO_MARK_RING },
};

TosoStanding
toso_standing_of (const TosoVillageStatus *status)
{
  if (status->state == TOSO_SUBMISSION_NEEDS_CORRECTION)
    return TOSO_STANDING_TO_CORRECT;

  switch (status->timeliness)
    {
    case TOSO_TIMELINESS_ON_TIME:
      return TOSO_STANDING_ON_TIME;
    case TOSO_TIMELINESS_LATE:
      return TOSO_STANDING_LATE;
    case TOSO_TIMELINESS_OVERDUE:
      return TOSO_STANDING_OVERDUE;
    case TOSO_TIMELINESS_NOT_YET_DUE:
    default:
      return TOSO_STANDING_NOT_YET_DUE;
    }
}

const char *
toso_standing_get_text (TosoStanding standing)
{
  g_return_val_if_fail (standing < TOSO_N_STANDINGS, "");

  return g_dpgettext2 (NULL, "village", standings[standing].text);
}

TosoMark
toso_standing_get_mark (TosoStanding standing)
{
  g_return_val_if_fail (standing < TOSO_N_STANDINGS, TOSO_MARK_NONE);

  return standings[standing].mark;
}
