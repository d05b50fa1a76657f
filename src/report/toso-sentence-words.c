/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-sentence.h"

#include <math.h>
#include <string.h>

#define DECIMALS 1

/* Below ten with a nought in front, as the offices write counts. */
char *
toso_words_count (guint n)
{
  return g_strdup_printf ("%02u", n);
}

static char *
change_first (const char *text,
              char *(*change) (const char *, gssize))
{
  const char      *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = change (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* As it stands within a sentence, and at the beginning of one. */
char *
toso_words_lower_first (const char *text)
{
  return change_first (text, g_utf8_strdown);
}

char *
toso_words_upper_first (const char *text)
{
  return change_first (text, g_utf8_strup);
}

/* Characters of a name in a sentence, at most. */
#define LONGEST_NAME 160

/* The plan's own words up to the first stop: "Hướng dẫn, hỗ trợ …". */
static char *
take_clause (const char *sentence)
{
  const char *start = sentence + strspn (sentence, "-+* ");
  const char *end = start + strcspn (start, ";");
  const char *stop = strstr (start, ". ");

  if (stop != NULL && stop < end)
    end = stop;
  while (end > start && strchr (" .,", end[-1]) != NULL)
    end--;

  return g_strndup (start, end - start);
}

/**
 * toso_words_name:
 *
 * A name that was cut for lists and charts ends with "…": a paper has room for
 * what the plan says of it.
 *
 * Returns: (transfer full): what a paper calls the target
 */
char *
toso_words_name (const TosoTarget *target)
{
  const char      *part = target->numerator_name != NULL ? target->numerator_name : "";
  g_autofree char *whole = NULL;

  if (!g_str_has_suffix (target->name, "…"))
    return g_strdup (target->name);
  if (*part != '\0' && !g_str_has_suffix (part, "…"))
    whole = toso_words_upper_first (part);
  else
    whole = take_clause (target->sentence != NULL ? target->sentence : "");
  if (g_utf8_strlen (whole, -1) < g_utf8_strlen (target->name, -1) || g_utf8_strlen (whole, -1) > LONGEST_NAME || g_str_has_suffix (whole, "…"))
    return g_strdup (target->name);

  return g_steal_pointer (&whole);
}

static gboolean
is_percentage (const TosoTarget *target)
{
  return target->kind == TOSO_TARGET_PERCENTAGE || g_strcmp0 (target->unit, "%") == 0;
}

/* "70%", "41 Tổ", "1,5". */
static char *
with_unit (const TosoTarget *target,
           double            value)
{
  g_autofree char *number = toso_number_format (value, DECIMALS);

  if (is_percentage (target))
    return g_strconcat (number, "%", NULL);
  if (target->unit == NULL || *target->unit == '\0')
    return g_steal_pointer (&number);

  return g_strdup_printf ("%s %s", number, target->unit);
}

char *
toso_words_value (const TosoTarget *target,
                  TosoFigure        value)
{
  if (!value.known)
    return g_strdup (TOSO_MISSING);
  if (target->kind == TOSO_TARGET_YES_NO)
    return g_strdup (value.value > 0 ? "có" : "không");

  return with_unit (target, value.value);
}

/* "tăng 5%", "tăng so với 58,2%", "tăng". */
static char *
change_wanted (const TosoTarget *target)
{
  const char *verb = target->direction == TOSO_DIRECTION_INCREASE ? "tăng" : "giảm";

  if (target->value.known)
    {
      g_autofree char *amount = with_unit (target, target->value.value);

      return g_strdup_printf ("%s %s", verb, amount);
    }
  if (target->baseline.known)
    {
      g_autofree char *amount = with_unit (target, target->baseline.value);

      return g_strdup_printf ("%s so với %s", verb, amount);
    }

  return g_strdup (verb);
}

char *
toso_words_target (const TosoTarget *target)
{
  g_autofree char *amount = NULL;

  if (target->direction == TOSO_DIRECTION_INCREASE || target->direction == TOSO_DIRECTION_DECREASE)
    return change_wanted (target);
  if (target->kind == TOSO_TARGET_YES_NO)
    return g_strdup ("có");
  if (!target->value.known)
    return g_strdup ("không nêu số cụ thể");

  amount = with_unit (target, target->value.value);
  switch (target->direction)
    {
    case TOSO_DIRECTION_AT_LEAST:
      /* Nobody does more than all. */
      if (target->kind == TOSO_TARGET_COUNT_OF_COUNT || (is_percentage (target) && target->value.value >= 100))
        return g_steal_pointer (&amount);
      return g_strdup_printf ("từ %s trở lên", amount);
    case TOSO_DIRECTION_MORE_THAN:
      return g_strdup_printf ("trên %s", amount);
    case TOSO_DIRECTION_AT_MOST:
      return g_strdup_printf ("không quá %s", amount);
    case TOSO_DIRECTION_LESS_THAN:
      return g_strdup_printf ("dưới %s", amount);
    case TOSO_DIRECTION_NONE:
    case TOSO_DIRECTION_EQUAL:
    case TOSO_DIRECTION_INCREASE:
    case TOSO_DIRECTION_DECREASE:
    default:
      return g_steal_pointer (&amount);
    }
}

/* As a sentence names it: "Quý I/2026" is for headings of tables. */
char *
toso_words_period (TosoPeriod period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };

  switch (period.kind)
    {
    case TOSO_PERIOD_MONTH:
      return g_strdup_printf ("tháng %0*d năm %d", period.number <= 2 ? 2 : 1, period.number, period.year);
    case TOSO_PERIOD_QUARTER:
      return g_strdup_printf ("quý %s năm %d", quarters[CLAMP (period.number, 1, 4) - 1], period.year);
    case TOSO_PERIOD_HALF:
      return g_strdup_printf ("6 tháng %s năm %d", period.number == 1 ? "đầu" : "cuối", period.year);
    case TOSO_PERIOD_NINE_MONTHS:
      return g_strdup_printf ("9 tháng đầu năm %d", period.year);
    case TOSO_PERIOD_AD_HOC:
      return g_strdup_printf ("đột xuất %d năm %d", period.number, period.year);
    case TOSO_PERIOD_YEAR:
    default:
      return g_strdup_printf ("năm %d", period.year);
    }
}

const char *
toso_words_state (TosoProgressState state)
{
  switch (state)
    {
    case TOSO_STATE_MET:
      return "đã đạt chỉ tiêu";
    case TOSO_STATE_ON_PACE:
      return "đúng tiến độ";
    case TOSO_STATE_BEHIND:
      return "chậm tiến độ";
    case TOSO_STATE_NO_DATA:
    default:
      return "chưa có số liệu";
    }
}

/* Beside the word “chỉ tiêu”. */
const char *
toso_words_short_state (TosoProgressState state)
{
  return state == TOSO_STATE_MET ? "đã đạt" : toso_words_state (state);
}

const char *
toso_words_task_state (TosoTaskState state)
{
  switch (state)
    {
    case TOSO_TASK_IN_PROGRESS:
      return "đang thực hiện";
    case TOSO_TASK_MAINTAINED:
      return "tiếp tục duy trì";
    case TOSO_TASK_DONE:
      return "đã hoàn thành";
    case TOSO_TASK_NOT_YET_DUE:
      return "chưa đến hạn";
    case TOSO_TASK_NOT_STARTED:
    default:
      return "chưa thực hiện";
    }
}

char *
toso_words_coverage (const TosoProgress *progress,
                     const char         *village)
{
  g_autofree char *reported = NULL;
  g_autofree char *expected = NULL;

  if (progress->commune_wide)
    return g_strdup ("số liệu chung toàn xã");
  if (progress->coverage.reported == 0)
    return g_strdup_printf ("chưa có %s nào có số liệu", village);

  reported = toso_words_count (progress->coverage.reported);
  expected = toso_words_count (progress->coverage.expected);
  if (progress->coverage.carried > 0)
    {
      g_autofree char *carried = toso_words_count (progress->coverage.carried);

      return g_strdup_printf ("số liệu của %s/%s %s, trong đó %s %s lấy số liệu kỳ trước", reported, expected, village, carried, village);
    }
  if (progress->coverage.reported >= progress->coverage.expected)
    return g_strdup_printf ("số liệu đủ %s/%s %s", reported, expected, village);

  return g_strdup_printf ("số liệu của %s/%s %s", reported, expected, village);
}

/* What a reader of the paper sees as one figure is one. */
static double
round_shown (double value)
{
  return round (value * 10) / 10;
}

/* "5,2 điểm %"; "12 lớp (8,5%)": a share has points, a count has a share. */
static char *
describe_difference (const TosoTarget *target,
                     double            now,
                     double            before)
{
  double           difference = fabs (now - before);
  g_autofree char *number = toso_number_format (difference, DECIMALS);
  g_autofree char *share = NULL;
  g_autofree char *amount = NULL;

  if (is_percentage (target))
    return g_strconcat (number, " điểm %", NULL);
  amount = with_unit (target, difference);
  if (before <= 0)
    return g_steal_pointer (&amount);
  share = toso_number_format (difference / before * 100, DECIMALS);

  return g_strdup_printf ("%s (%s%%)", amount, share);
}

/* Of another number of villages, which the sentence has not named yet. */
static gboolean
has_other_coverage (const TosoProgress *now,
                    const TosoProgress *previous)
{
  if (now->commune_wide || previous->commune_wide)
    return now->commune_wide != previous->commune_wide;

  return now->coverage.reported != previous->coverage.reported || now->coverage.expected != previous->coverage.expected ||
         now->coverage.carried != previous->coverage.carried;
}

char *
toso_words_change (const TosoTarget   *target,
                   const TosoProgress *now,
                   const TosoProgress *previous,
                   const char         *previous_title,
                   const char         *village)
{
  g_autofree char *difference = NULL;
  g_autofree char *since = NULL;
  double           value, before;

  if (previous == NULL)
    return NULL;
  if (!previous->value.known || !now->value.known)
    return g_strdup_printf ("%s chưa có số liệu để so sánh", previous_title);

  value = round_shown (now->value.value);
  before = round_shown (previous->value.value);
  if (target->kind == TOSO_TARGET_YES_NO)
    return g_strdup_printf ("%s: %s", previous_title, before > 0 ? "có" : "không");
  since = g_strdup (previous_title);
  if (has_other_coverage (now, previous))
    {
      g_autofree char *coverage = toso_words_coverage (previous, village);

      g_free (since);
      since = g_strdup_printf ("%s (%s)", previous_title, coverage);
    }
  if (value == before)
    return g_strdup_printf ("bằng %s", since);
  difference = describe_difference (target, value, before);

  return g_strdup_printf ("%s %s so với %s", value > before ? "tăng" : "giảm", difference, since);
}
