/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One decimal says what a village's single household changes. */
#define DECIMALS 1

void
toso_target_result_free (TosoTargetResult *result)
{
  if (result == NULL)
    return;

  toso_target_free (result->target);
  g_free (result);
}

static char *
with_unit (double      value,
           const char *unit)
{
  g_autofree char *number = toso_number_format (value, DECIMALS);

  if (unit == NULL || *unit == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s %s", number, unit);
}

static gboolean
is_percentage (const TosoTarget *target)
{
  return target->kind == TOSO_TARGET_PERCENTAGE || (target->unit != NULL && g_str_equal (target->unit, "%"));
}

char *
toso_report_value_text (const TosoTargetResult *result)
{
  const TosoFigure *value;

  g_return_val_if_fail (result != NULL && result->target != NULL, NULL);

  value = &result->progress.value;
  if (!value->known)
    return g_strdup (TOSO_MISSING);
  if (result->target->kind == TOSO_TARGET_YES_NO)
    return g_strdup (value->value > 0 ? C_ ("yes or no", "yes") : C_ ("yes or no", "no"));

  return with_unit (value->value, is_percentage (result->target) ? "%" : NULL);
}

static const char *
direction_sign (TosoDirection direction)
{
  switch (direction)
    {
    case TOSO_DIRECTION_AT_LEAST:
      return "≥ ";
    case TOSO_DIRECTION_MORE_THAN:
      return "> ";
    case TOSO_DIRECTION_AT_MOST:
      return "≤ ";
    case TOSO_DIRECTION_LESS_THAN:
      return "< ";
    case TOSO_DIRECTION_NONE:
    case TOSO_DIRECTION_EQUAL:
    case TOSO_DIRECTION_INCREASE:
    case TOSO_DIRECTION_DECREASE:
    default:
      return "";
    }
}

/* "increase", "increase by 5 %", "> 58,2 %" where the year began at 58,2 %. */
static char *
change_text (const TosoTarget *target)
{
  gboolean    is_increase = target->direction == TOSO_DIRECTION_INCREASE;
  const char *unit = is_percentage (target) ? "%" : target->unit;

  if (target->value.known)
    {
      g_autofree char *amount = with_unit (target->value.value, unit);

      /* Translators: the target of an indicator: "tăng 5 %" */
      return g_strdup_printf (is_increase ? _ ("increase by %s") : _ ("decrease by %s"), amount);
    }
  if (target->baseline.known)
    {
      g_autofree char *amount = with_unit (target->baseline.value, unit);

      return g_strconcat (is_increase ? "> " : "< ", amount, NULL);
    }

  return g_strdup (is_increase ? C_ ("target", "increase") : C_ ("target", "decrease"));
}

char *
toso_report_target_text (const TosoTarget *target)
{
  g_autofree char *amount = NULL;
  const char      *sign;

  g_return_val_if_fail (target != NULL, NULL);

  if (target->direction == TOSO_DIRECTION_INCREASE || target->direction == TOSO_DIRECTION_DECREASE)
    return change_text (target);
  if (target->kind == TOSO_TARGET_YES_NO)
    return g_strdup (C_ ("yes or no", "yes"));
  if (!target->value.known)
    return g_strdup (C_ ("target", "as tasks arise"));

  /* Nobody does more than all: "100 %", "41 Tổ" without a sign. */
  sign = direction_sign (target->direction);
  if (target->direction == TOSO_DIRECTION_AT_LEAST &&
      (target->kind == TOSO_TARGET_COUNT_OF_COUNT || (is_percentage (target) && target->value.value >= 100)))
    sign = "";
  amount = with_unit (target->value.value, is_percentage (target) ? "%" : target->unit);

  return g_strconcat (sign, amount, NULL);
}

const char *
toso_report_state_text (TosoProgressState state)
{
  switch (state)
    {
    case TOSO_STATE_MET:
      return C_ ("progress", "met");
    case TOSO_STATE_ON_PACE:
      return C_ ("progress", "on pace");
    case TOSO_STATE_BEHIND:
      return C_ ("progress", "behind");
    case TOSO_STATE_NO_DATA:
    default:
      return C_ ("progress", "no data");
    }
}

TosoMark
toso_report_state_mark (TosoProgressState state)
{
  switch (state)
    {
    case TOSO_STATE_MET:
      return TOSO_MARK_CIRCLE;
    case TOSO_STATE_ON_PACE:
      return TOSO_MARK_DIAMOND;
    case TOSO_STATE_BEHIND:
      return TOSO_MARK_TRIANGLE;
    case TOSO_STATE_NO_DATA:
    default:
      return TOSO_MARK_NONE;
    }
}

/* As finely as values are shown, and never "by nothing": half a class is one
 * more to be held. */
static char *
gap_amount (const TosoTarget *target,
            double            gap)
{
  g_autofree char *points = NULL;

  if (!is_percentage (target))
    return with_unit (MAX (1, ceil (gap - 1e-6)), target->unit);
  points = toso_number_format (MAX (0.1, gap), DECIMALS);

  /* Translators: a difference of two percentages: "5,2 điểm %" */
  return g_strdup_printf (C_ ("gap", "%s points"), points);
}

char *
toso_report_gap_text (const TosoTargetResult *result)
{
  const TosoProgress *progress;
  g_autofree char    *amount = NULL;
  double              gap;

  g_return_val_if_fail (result != NULL && result->target != NULL, NULL);

  progress = &result->progress;
  if (progress->state != TOSO_STATE_BEHIND || !progress->pace.known || !progress->value.known ||
      result->target->kind == TOSO_TARGET_YES_NO)
    return NULL;

  gap = progress->pace.value - progress->value.value;
  if (!(fabs (gap) > 0))
    return NULL;
  amount = gap_amount (result->target, fabs (gap));

  /* Translators: how far a target is from what is needed by now: "thiếu 5,2 điểm %" */
  return g_strdup_printf (gap > 0 ? C_ ("gap", "%s short") : C_ ("gap", "%s over"), amount);
}

char *
toso_report_coverage_text (const TosoTargetResult *result)
{
  const TosoCoverage *coverage;

  g_return_val_if_fail (result != NULL, NULL);

  if (toso_target_is_counted (result->target))
    return g_strdup (C_ ("coverage", "from the lists"));
  if (result->progress.commune_wide)
    return g_strdup (C_ ("coverage", "whole commune"));

  coverage = &result->progress.coverage;
  if (coverage->carried > 0)
    /* Translators: reported villages, of how many, and how many of them with a
     * figure of an earlier period: "41/41 thôn (06 kỳ trước)" */
    return g_strdup_printf (_ ("%u/%u villages (%u from before)"), coverage->reported, coverage->expected, coverage->carried);

  /* Translators: how many villages have reported, of how many: "38/41 thôn" */
  return g_strdup_printf (_ ("%u/%u villages"), coverage->reported, coverage->expected);
}

const char *
toso_report_task_state_text (TosoTaskState state)
{
  switch (state)
    {
    case TOSO_TASK_IN_PROGRESS:
      return C_ ("task state", "in progress");
    case TOSO_TASK_MAINTAINED:
      return C_ ("task state", "maintained");
    case TOSO_TASK_DONE:
      return C_ ("task state", "done");
    case TOSO_TASK_NOT_YET_DUE:
      return C_ ("task state", "not yet due");
    case TOSO_TASK_NOT_STARTED:
    default:
      return C_ ("task state", "not started");
    }
}

TosoMark
toso_report_task_state_mark (TosoTaskState state)
{
  switch (state)
    {
    case TOSO_TASK_IN_PROGRESS:
    case TOSO_TASK_MAINTAINED:
      return TOSO_MARK_DIAMOND;
    case TOSO_TASK_DONE:
      return TOSO_MARK_CIRCLE;
    case TOSO_TASK_NOT_STARTED:
    case TOSO_TASK_NOT_YET_DUE:
    default:
      return TOSO_MARK_RING;
    }
}
