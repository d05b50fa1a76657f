/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* One clause of a target's sentence as a target. */

#define MAX_CHARS         4000
#define MAX_BRACKET_CHARS 16

static void
set_string (char **field,
            char  *value)
{
  g_free (*field);
  *field = value;
}

static void
take_note (GPtrArray *notes,
           char      *note)
{
  if (notes != NULL)
    g_ptr_array_add (notes, note);
  else
    g_free (note);
}

/* "Tăng tỷ lệ …", "Giảm …"; not "Tăng cường …" */
static TosoDirection
read_change (const TosoFold *fold,
             gsize           from)
{
  static const char *const softeners[] = { "phan dau", "tung buoc", "tiep tuc", "gop phan", NULL };
  gsize                    at = toso_fold_skip (fold, from);
  gsize                    length = toso_fold_has_any (fold, at, softeners);

  if (length > 0)
    at = toso_fold_skip (fold, at + length);
  if (toso_fold_has (fold, at, "tang") && !toso_fold_has (fold, at, "tang cuong") && !toso_fold_has (fold, at, "tang toc"))
    return TOSO_DIRECTION_INCREASE;
  if (toso_fold_has (fold, at, "nang ty le") || toso_fold_has (fold, at, "nang cao ty le"))
    return TOSO_DIRECTION_INCREASE;
  if (toso_fold_has (fold, at, "giam") && !toso_fold_has (fold, at, "giam sat"))
    return TOSO_DIRECTION_DECREASE;
  return TOSO_DIRECTION_NONE;
}

static gboolean
is_yes_no (const TosoFold *fold,
           gsize           from)
{
  static const char *const verbs[] = { "hoan thanh", "ban hanh", "thanh lap", "phan dau hoan thanh", NULL };

  return toso_fold_has_any (fold, toso_fold_skip (fold, from), verbs) > 0;
}

/* What is held adds up; what there is, is counted at the end. */
static TosoOverTime
over_time_of (const TosoTargetNumber *number)
{
  static const char *const held[] = {
    "lop", "buoi", "cuoc", "hoi nghi", "hoi thi", "dot", "lan", "luot", "tin", "bai", "chuyen", "video", "clip",
    "pano", "to roi", "phien", "van ban", NULL
  };
  g_autoptr (TosoFold) fold = NULL;

  if (number->kind != TOSO_TARGET_COUNT)
    return TOSO_OVER_TIME_STOCK;
  fold = toso_fold_new (number->unit, 60);
  return toso_fold_has_any (fold, 0, held) > 0 ? TOSO_OVER_TIME_FLOW : TOSO_OVER_TIME_STOCK;
}

/* "Duy trì 41/41": what is to be kept up is there from the first day, so the
 * plan's own number is where it starts from too. */
static gboolean
is_kept_up (const TosoFold *fold,
            gsize           from)
{
  static const char *const verbs[] = { "duy tri", "tiep tuc duy tri", "giu vung", NULL };

  return toso_fold_has_any (fold, toso_fold_skip (fold, from), verbs) > 0;
}

/* "(100%)", "(41/41)": the number once more, in another form.  The clause
 * without it; NULL when it has none.  @whole is missing but for "n/m". */
static char *
dup_without_bracket (const TosoFold *fold,
                     const char     *clause,
                     TosoFigure     *value,
                     TosoFigure     *whole)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  const char      *open;
  const char      *close;
  gsize            end;

  for (open = strchr (fold->ascii, '('); open != NULL; open = strchr (open + 1, '('))
    {
      close = strchr (open, ')');
      if (close != NULL && close - open < MAX_BRACKET_CHARS && g_ascii_isdigit (open[1]) &&
          strspn (open + 1, "0123456789.,%/ ") == (gsize) (close - open - 1) &&
          memchr (open, '%', close - open) != memchr (open, '/', close - open))
        break;
    }
  if (open == NULL)
    return NULL;

  end = toso_target_digits_end (fold, (gsize) (open + 1 - fold->ascii));
  if (fold->ascii[end] == '/')
    {
      *value = TOSO_FIGURE (g_ascii_strtod (open + 1, NULL));
      *whole = TOSO_FIGURE (g_ascii_strtod (fold->ascii + end + 1, NULL));
    }
  left = toso_fold_slice (fold, clause, 0, (gsize) (open - fold->ascii));
  right = toso_fold_slice (fold, clause, (gsize) (close + 1 - fold->ascii), fold->length);
  return g_strconcat (left, strchr (".,;", *right) != NULL ? "" : " ", right, NULL);
}

/* What a number is wanted of each of: "thôn" of "Mỗi thôn … ít nhất 02 buổi".
 * @at: where "mỗi" stands; the length of the noun, or 0. */
static gsize
find_each (const TosoFold *fold,
           const char     *clause,
           gsize           to,
           gsize          *at,
           gsize          *noun)
{
  static const char *const eaches[] = { "mỗi", "mỗi một", "từng", NULL };
  static const char *const nouns[] = {
    "thôn", "làng", "bản", "xóm", "ấp", "buôn", "khu", "khu phố", "khu dân cư", "tổ", "tổ dân phố", "tổ công nghệ số cộng đồng",
    "tổ cnscđ", "hộ", "hộ gia đình", "thành viên", "người", "lớp", "đơn vị", "trường", "chi hội", "chi đoàn", "đoàn thể", "cán bộ",
    "tháng", "quý", "tuần", "ngày", "đợt", NULL
  };

  for (*at = 0; *at < to; (*at)++)
    {
      gsize length = toso_fold_has_any_exact (fold, clause, *at, eaches);

      if (length == 0)
        continue;
      *noun = toso_fold_skip (fold, *at + length);
      length = toso_fold_has_any_exact (fold, clause, *noun, nouns);
      if (length > 0)
        return length;
    }
  return 0;
}

static gboolean
stands_after (const TosoFold *fold,
              gsize           at,
              gsize           after)
{
  if (at <= after || at < 4)
    return at == after;
  return toso_fold_has (fold, at - 4, "tai ") || toso_fold_has (fold, at - 4, "cho ");
}

/* A number for each village is no number of the commune: unit and name say
 * so, and no sum over the villages is held against it. */
static void
mark_each (TosoTarget             *target,
           const TosoFold         *fold,
           const char             *clause,
           const TosoTargetNumber *number)
{
  gsize            at = 0;
  gsize            noun = 0;
  gsize            length;
  gsize            comma;
  const char      *slash;
  g_autofree char *each = NULL;
  g_autofree char *words = NULL;
  TosoTarget      *named;

  if (number->kind != TOSO_TARGET_COUNT)
    return;
  length = find_each (fold, clause, number->lead, &at, &noun);
  if (length == 0)
    {
      gsize after = toso_fold_skip (fold, number->after);

      /* "02 buổi mỗi thôn", "02 buổi tuyên truyền tại mỗi thôn" */
      length = find_each (fold, clause, fold->length, &at, &noun);
      if (length == 0 || !stands_after (fold, at, after))
        return;
      at = 0;
    }
  each = toso_fold_slice (fold, clause, noun, noun + length);
  slash = strchr (target->unit, '/');
  {
    g_autofree char *what = slash != NULL ? g_strndup (target->unit, (gsize) (slash - target->unit)) : g_strdup (target->unit);

    set_string (&target->unit, g_strconcat (what, "/", each, slash, NULL));
  }

  /* "Trong năm 2026, mỗi thôn …" */
  comma = at;
  while (comma > 0 && fold->ascii[comma - 1] == ' ')
    comma--;
  if (comma == 0 || fold->ascii[comma - 1] != ',')
    at = 0;
  words = toso_fold_slice (fold, clause, at, fold->length);
  if (g_str_has_suffix (words, "."))
    words[strlen (words) - 1] = '\0';
  named = toso_target_new ();
  {
    g_autoptr (TosoFold) whole = toso_fold_new (words, MAX_CHARS);

    toso_target_name (named, whole, words, 0, whole->length, NULL);
  }
  set_string (&target->name, g_strdup (named->name));
  set_string (&target->numerator_name, g_strdup (named->name));
  toso_target_free (named);
}

/* "100% (41/41) thôn": all is 41 */
static void
take_bracket (TosoTarget             *target,
              const TosoFold         *fold,
              const char             *clause,
              const TosoTargetNumber *number,
              TosoFigure              value,
              TosoFigure              whole)
{
  gsize at = toso_fold_skip (fold, number->end);
  gsize length = toso_target_unit_length (fold, clause, at);

  if (number->kind != TOSO_TARGET_PERCENTAGE || !whole.known || whole.value <= 0 || length == 0 ||
      fabs (value.value * 100 / whole.value - number->value.value) >= 1)
    return;
  target->kind = TOSO_TARGET_COUNT_OF_COUNT;
  target->value = value;
  target->whole = whole;
  set_string (&target->unit, toso_fold_slice (fold, clause, at, at + length));
}

static void
note_number (GPtrArray              *notes,
             const TosoFold         *fold,
             const char             *clause,
             const TosoTargetNumber *number)
{
  g_autofree char *words = toso_fold_slice (fold, clause, number->lead, number->end);

  if (number->upper.known)
    take_note (notes, g_strdup_printf (_ ("“%s” is a range; its lower end was taken as what is wanted at least."), words));
  if (number->share)
    take_note (notes, g_strdup_printf (_ ("“%s” of all was read as a percentage."), words));
}

/* "80% hộ …, trong đó 50% …": there is one number to a target. */
static void
note_rest (GPtrArray              *notes,
           const TosoFold         *fold,
           const char             *clause,
           const TosoTargetNumber *number)
{
  TosoTargetNumber rest = { 0 };
  g_autofree char *words = NULL;
  gsize            at = number->after;

  while (at < fold->length && toso_target_number_find (fold, clause, at, fold->length, &rest))
    {
      g_clear_pointer (&rest.unit, g_free);
      if (rest.kind == TOSO_TARGET_PERCENTAGE)
        {
          words = toso_fold_slice (fold, clause, rest.lead, rest.end);
          take_note (notes, g_strdup_printf (_ ("“%s” stands in the sentence of another target; no target was made of it."), words));
          return;
        }
      at = MAX (rest.after, at + 1);
    }
}

static TosoTarget *
target_from_number (const TosoFold   *fold,
                    const char       *clause,
                    TosoTargetNumber *number)
{
  TosoTarget *target = toso_target_new ();

  target->kind = number->kind;
  target->direction = number->direction;
  target->value = number->value;
  target->whole = number->whole;
  target->baseline = number->baseline;
  target->over_time = over_time_of (number);
  if (target->over_time == TOSO_OVER_TIME_STOCK && is_kept_up (fold, 0))
    target->baseline = target->value;
  set_string (&target->unit, g_steal_pointer (&number->unit));
  toso_target_name (target, fold, clause, 0, fold->length, number);
  mark_each (target, fold, clause, number);
  return target;
}

TosoTarget *
toso_target_from_clause (const char *clause,
                         gboolean    only_numbers,
                         GPtrArray  *notes)
{
  g_autoptr (TosoFold) fold = toso_fold_new (clause, MAX_CHARS);
  g_autofree char *bare = NULL;
  TosoTargetNumber number = { 0 };
  TosoFigure       value = TOSO_FIGURE_MISSING;
  TosoFigure       whole = TOSO_FIGURE_MISSING;
  TosoTarget      *target;

  bare = dup_without_bracket (fold, clause, &value, &whole);
  if (bare != NULL)
    {
      g_clear_pointer (&fold, toso_fold_free);
      fold = toso_fold_new (bare, MAX_CHARS);
      clause = bare;
    }
  if (toso_target_number_find (fold, clause, 0, fold->length, &number))
    {
      note_number (notes, fold, clause, &number);
      note_rest (notes, fold, clause, &number);
      target = target_from_number (fold, clause, &number);
      take_bracket (target, fold, clause, &number, value, whole);
      return target;
    }
  if (only_numbers && read_change (fold, 0) == TOSO_DIRECTION_NONE)
    return NULL;

  target = toso_target_new ();
  target->kind = is_yes_no (fold, 0) ? TOSO_TARGET_YES_NO : TOSO_TARGET_QUALITATIVE;
  target->direction = read_change (fold, 0);
  target->value = TOSO_FIGURE_MISSING;
  target->whole = TOSO_FIGURE_MISSING;
  target->over_time = TOSO_OVER_TIME_STOCK;
  toso_target_name (target, fold, clause, 0, fold->length, NULL);
  return target;
}
