/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <string.h>

/* Two numbers that are one target: a range, "từ 70% đến 80%", whose lower end
 * is what is wanted at least; or a change, "từ 60% lên 75%", from where the
 * year begins to where it is to end. */

#define MAX_BRACKET_CHARS 24

typedef enum {
  JOINT_NONE,
  JOINT_TO, /* a range, or a change where a verb says so */
  JOINT_UP,
  JOINT_DOWN,
} Joint;

static const struct
{
  const char *words;
  Joint       joint;
} joints[] = {
  { "lên", JOINT_UP },
  { "lên đến", JOINT_UP },
  { "lên tới", JOINT_UP },
  { "lên thành", JOINT_UP },
  { "xuống", JOINT_DOWN },
  { "xuống còn", JOINT_DOWN },
  { "còn", JOINT_DOWN },
  { "đến", JOINT_TO },
  { "tới", JOINT_TO },
  { "-", JOINT_TO },
};

static Joint
read_joint (const TosoFold *fold,
            const char     *text,
            gsize          *at)
{
  Joint found = JOINT_NONE;
  gsize longest = 0;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (joints); i++)
    {
      gsize    length = (gsize) g_utf8_strlen (joints[i].words, -1);
      gboolean is_dash = *joints[i].words == '-';

      if (length > longest && (is_dash ? fold->ascii[*at] == '-' : toso_fold_has_exact (fold, text, *at, joints[i].words)))
        {
          longest = length;
          found = joints[i].joint;
        }
    }
  *at = toso_fold_skip (fold, *at + longest);
  return found;
}

/* "60% (năm 2025) lên 75%", "60% năm 2025 lên 75%" */
static gsize
skip_when (const TosoFold *fold,
           gsize           at,
           gsize           to)
{
  at = toso_fold_skip (fold, at);
  if (at < to && fold->ascii[at] == '(')
    {
      const char *close = memchr (fold->ascii + at, ')', to - at);

      if (close != NULL && close - (fold->ascii + at) < MAX_BRACKET_CHARS)
        at = toso_fold_skip (fold, (gsize) (close - fold->ascii) + 1);
    }
  if (toso_fold_has (fold, at, "cua nam") || toso_fold_has (fold, at, "trong nam"))
    at = toso_fold_skip (fold, (gsize) (strchr (fold->ascii + at, ' ') - fold->ascii));
  if (toso_fold_has (fold, at, "nam"))
    {
      gsize year = toso_fold_skip (fold, at + 3);

      if (toso_target_digits_end (fold, year) == year + 4)
        at = toso_fold_skip (fold, year + 4);
    }
  return at;
}

/* "Tăng tỷ lệ … từ 60% đến 75%" is a change; "tăng từ 5% đến 10%" says by how
 * much, and is a range. */
static Joint
find_verb (const TosoFold *fold,
           const char     *text,
           gsize           from,
           gsize           to)
{
  static const char *const rising[] = { "tăng", "nâng", "nâng cao", NULL };
  static const char *const falling[] = { "giảm", "hạ", NULL };
  Joint                    verb = JOINT_TO;
  gsize                    at;

  for (at = from; at < to; at++)
    {
      if (verb != JOINT_TO && toso_fold_has_exact (fold, text, at, "tỷ lệ"))
        return verb;
      if (toso_fold_has_any_exact (fold, text, at, rising) > 0)
        verb = JOINT_UP;
      else if (toso_fold_has_any_exact (fold, text, at, falling) > 0)
        verb = JOINT_DOWN;
    }
  return JOINT_TO;
}

/* The first of the two, with its unit or without; @after: past both */
static gboolean
read_first (const TosoFold   *fold,
            const char       *text,
            gsize             from,
            gsize             at,
            gsize             to,
            TosoTargetNumber *first)
{
  gsize  end = toso_target_digits_end (fold, at);
  double value = 0;

  if (toso_target_number_at (fold, text, from, at, to, first) && !first->share)
    return TRUE;
  g_clear_pointer (&first->unit, g_free);
  if (!toso_target_parse_digits (fold, text, at, &value))
    return FALSE;
  first->kind = TOSO_TARGET_QUALITATIVE;
  first->value = TOSO_FIGURE (value);
  first->after = end;
  return TRUE;
}

gboolean
toso_target_pair_read (const TosoFold   *fold,
                       const char       *text,
                       gsize             from,
                       gsize             at,
                       gsize             to,
                       TosoTargetNumber *number)
{
  TosoTargetNumber first = { 0 };
  TosoDirection    direction = TOSO_DIRECTION_NONE;
  Joint            joint;
  gsize            next;
  gboolean         alike;
  gboolean         dash;

  if (!read_first (fold, text, from, at, to, &first))
    return FALSE;
  next = skip_when (fold, first.after, to);
  dash = next < fold->length && fold->ascii[next] == '-';
  joint = read_joint (fold, text, &next);
  g_clear_pointer (&first.unit, g_free);
  if (joint == JOINT_NONE)
    return FALSE;
  next = toso_target_skip_bounds (fold, text, next, &direction);
  if (next >= to || !g_ascii_isdigit (fold->ascii[next]))
    return FALSE;
  if (!toso_target_number_at (fold, text, next, next, to, number))
    {
      g_clear_pointer (&number->unit, g_free);
      return FALSE;
    }

  alike = (first.kind == TOSO_TARGET_QUALITATIVE || first.kind == number->kind) && !number->share &&
          (first.kind != TOSO_TARGET_COUNT_OF_COUNT || first.whole.value == number->whole.value);
  if (joint == JOINT_TO && !dash)
    joint = find_verb (fold, text, from, at);
  if (!alike || number->value.value == first.value.value ||
      (joint != JOINT_DOWN && number->value.value < first.value.value) ||
      (joint == JOINT_DOWN && number->value.value > first.value.value))
    {
      g_clear_pointer (&number->unit, g_free);
      return FALSE;
    }

  number->start = at;
  if (joint == JOINT_TO)
    {
      number->upper = number->value;
      number->value = first.value;
      return TRUE;
    }
  number->baseline = first.value;
  number->direction = direction;
  if (direction == TOSO_DIRECTION_NONE)
    number->direction = joint == JOINT_UP ? TOSO_DIRECTION_AT_LEAST : TOSO_DIRECTION_AT_MOST;
  return TRUE;
}
