/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <math.h>
#include <string.h>

#include "core/toso-number.h"

/* No target's number stands behind so many that count nothing. */
#define MAX_TRIED 60

/* The number in a target's sentence: "41/41", "tối thiểu 70%", "02 lớp". */

/* Numbers after these words count nothing. */
static const char *const no_counts[] = {
  "năm", "tháng", "ngày", "quý", "số", "mức", "độ", "điều", "khoản", "án", "giai đoạn", "lần thứ", "thứ", "cấp", NULL
};

static const struct
{
  const char   *words;
  TosoDirection direction;
} before_words[] = {
  { "ít nhất", TOSO_DIRECTION_AT_LEAST },
  { "tối thiểu", TOSO_DIRECTION_AT_LEAST },
  { "không dưới", TOSO_DIRECTION_AT_LEAST },
  { "không thấp hơn", TOSO_DIRECTION_AT_LEAST },
  { "không ít hơn", TOSO_DIRECTION_AT_LEAST },
  { ">=", TOSO_DIRECTION_AT_LEAST },
  { "≥", TOSO_DIRECTION_AT_LEAST },
  { "không quá", TOSO_DIRECTION_AT_MOST },
  { "không để quá", TOSO_DIRECTION_AT_MOST },
  { "không có quá", TOSO_DIRECTION_AT_MOST },
  { "không vượt quá", TOSO_DIRECTION_AT_MOST },
  { "không cao hơn", TOSO_DIRECTION_AT_MOST },
  { "không hơn", TOSO_DIRECTION_AT_MOST },
  { "tối đa", TOSO_DIRECTION_AT_MOST },
  { "nhiều nhất", TOSO_DIRECTION_AT_MOST },
  { "<=", TOSO_DIRECTION_AT_MOST },
  { "≤", TOSO_DIRECTION_AT_MOST },
  { "trên", TOSO_DIRECTION_MORE_THAN },
  { "cao hơn", TOSO_DIRECTION_MORE_THAN },
  { "hơn", TOSO_DIRECTION_MORE_THAN },
  { "vượt", TOSO_DIRECTION_MORE_THAN },
  { ">", TOSO_DIRECTION_MORE_THAN },
  { "dưới", TOSO_DIRECTION_LESS_THAN },
  { "thấp hơn", TOSO_DIRECTION_LESS_THAN },
  { "ít hơn", TOSO_DIRECTION_LESS_THAN },
  { "<", TOSO_DIRECTION_LESS_THAN },
  { "đúng", TOSO_DIRECTION_EQUAL },
  { "=", TOSO_DIRECTION_EQUAL },
};

/* Words that may stand between, and say nothing: "đạt từ 80% trở lên" */
static const char *const fillers[] = {
  "đạt", "từ", "khoảng", "là", "có", "thêm", "mức", "phấn đấu", "tỷ lệ", "lên", "còn", "xuống", "xuống còn", NULL
};
static const char *const levels[] = { "lên", "còn", "xuống", "xuống còn", NULL };

static gboolean
ends_with (const TosoFold *fold,
           const char     *text,
           gsize           end,
           const char     *words,
           gsize          *start)
{
  gsize length = (gsize) g_utf8_strlen (words, -1);

  if (end < length || !toso_fold_has_exact (fold, text, end - length, words))
    return FALSE;
  *start = end - length;
  return TRUE;
}

static gsize
back_over_spaces (const TosoFold *fold,
                  gsize           from,
                  gsize           at)
{
  while (at > from && fold->ascii[at - 1] == ' ')
    at--;
  return at;
}

/* The longest of the words that say how much, before @end */
static gboolean
read_bound (const TosoFold *fold,
            const char     *text,
            gsize           from,
            gsize           end,
            gsize          *begin,
            TosoDirection  *direction)
{
  gboolean found = FALSE;
  gsize    start = 0;
  gsize    i;

  for (i = 0; i < G_N_ELEMENTS (before_words); i++)
    if (ends_with (fold, text, end, before_words[i].words, &start) && start >= from && (!found || start < *begin))
      {
        *begin = start;
        *direction = before_words[i].direction;
        found = TRUE;
      }
  return found;
}

static gboolean
read_filler (const TosoFold *fold,
             const char     *text,
             gsize           from,
             gsize           end,
             gsize          *begin,
             gboolean       *to_level)
{
  gsize start = 0;
  gsize i;

  for (i = 0; fillers[i] != NULL; i++)
    if (ends_with (fold, text, end, fillers[i], &start) && start >= from)
      {
        *to_level = *to_level || toso_fold_has_any_exact (fold, text, start, levels) > 0;
        *begin = start;
        return TRUE;
      }
  return FALSE;
}

/* The words before the digits: how much is meant, and where it begins */
static void
read_before (const TosoFold   *fold,
             const char       *text,
             gsize             from,
             TosoTargetNumber *number)
{
  gsize         end = back_over_spaces (fold, from, number->start);
  gboolean      to_level = FALSE;
  TosoDirection direction = TOSO_DIRECTION_NONE;
  gsize         start = 0;

  number->lead = number->start;
  while (end > from)
    {
      if (read_bound (fold, text, from, end, &start, &direction))
        {
          if (number->direction == TOSO_DIRECTION_NONE)
            number->direction = direction;
        }
      else if (!read_filler (fold, text, from, end, &start, &to_level))
        {
          break;
        }
      number->lead = start;
      end = back_over_spaces (fold, from, start);
    }

  if (to_level)
    {
      gssize falling = toso_fold_find_exact (fold, text, from, "giảm");

      if (number->direction == TOSO_DIRECTION_NONE && falling >= 0 && (gsize) falling < number->lead)
        number->direction = TOSO_DIRECTION_AT_MOST;
      return;
    }
  if (ends_with (fold, text, end, "tăng", &start) && start >= from)
    number->direction = TOSO_DIRECTION_INCREASE;
  else if (ends_with (fold, text, end, "giảm", &start) && start >= from)
    number->direction = TOSO_DIRECTION_DECREASE;
  else
    return;
  number->lead = start;
}

/* "80% trở lên", "200 người trở lên", "05 mô hình thôn thông minh trở lên" */
static void
read_after (const TosoFold   *fold,
            gsize             to,
            TosoTargetNumber *number)
{
  gsize         places[2] = { number->end, number->after };
  TosoDirection direction = TOSO_DIRECTION_NONE;
  gsize         i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize at = toso_fold_skip (fold, places[i]);

      if (at < to && toso_fold_has (fold, at, "tro len"))
        direction = TOSO_DIRECTION_AT_LEAST;
      else if (at < to && toso_fold_has (fold, at, "tro xuong"))
        direction = TOSO_DIRECTION_AT_MOST;
      else
        continue;
      number->direction = direction;
      number->after = at + (direction == TOSO_DIRECTION_AT_LEAST ? 7 : 9);
      if (i == 0)
        number->end = number->after;
      return;
    }
  if (to >= number->after + 8 && toso_fold_has (fold, to - 7, "tro len"))
    number->direction = TOSO_DIRECTION_AT_LEAST;
  else if (to >= number->after + 10 && toso_fold_has (fold, to - 9, "tro xuong"))
    number->direction = TOSO_DIRECTION_AT_MOST;
}

/* The digits at @at with the marks between them, as a number */
static gsize
digits_end (const TosoFold *fold,
            gsize           at)
{
  while (at < fold->length &&
         (g_ascii_isdigit (fold->ascii[at]) ||
          (strchr (".,", fold->ascii[at]) != NULL && at + 1 < fold->length && g_ascii_isdigit (fold->ascii[at + 1]))))
    at++;
  return at;
}

/* "1.234,5", and "99.9" or "1,234" read as the number they most likely are */
static gboolean
parse_number (const TosoFold *fold,
              gsize           start,
              gsize           end,
              double         *value)
{
  g_autofree char *digits = g_strndup (fold->ascii + start, end - start);
  const char      *mark = strpbrk (digits, ".,");
  char            *tail = NULL;

  if (strlen (digits) > 15)
    return FALSE;
  if (mark != NULL && strpbrk (mark + 1, ".,") == NULL && strlen (mark + 1) != 3)
    {
      digits[mark - digits] = '.';
      *value = g_ascii_strtod (digits, &tail);
      return *tail == '\0';
    }
  return toso_number_parse (digits, value) == TOSO_NUMBER_OK;
}

static gboolean
is_after_any (const TosoFold    *fold,
              const char        *text,
              gsize              at,
              const char *const *words)
{
  gsize end = back_over_spaces (fold, 0, at);
  gsize start;

  for (; *words != NULL; words++)
    if (ends_with (fold, text, end, *words, &start))
      return TRUE;
  return FALSE;
}

/* "3/4 số hộ" is three of every four, not three of four that there are. */
static const char *const shares[] = { "số", "tổng số", "dân số", NULL };

/* n/m: a count of a count, unless it is a date or a paper's number */
static gboolean
read_fraction (const TosoFold   *fold,
               const char       *text,
               gsize             at,
               gsize             to,
               TosoTargetNumber *number)
{
  gsize  stroke = digits_end (fold, at);
  gsize  whole = toso_fold_skip (fold, stroke);
  gsize  end;
  gsize  word;
  double value = 0;
  double all = 0;

  if (whole >= to || fold->ascii[whole] != '/')
    return FALSE;
  whole = toso_fold_skip (fold, whole + 1);
  end = digits_end (fold, whole);
  if (end == whole || end > to || (end < fold->length && strchr ("/-%", fold->ascii[end]) != NULL && fold->ascii[end] != '\0'))
    return FALSE;
  if (!parse_number (fold, at, stroke, &value) || !parse_number (fold, whole, end, &all))
    return FALSE;
  if (value > all || all <= 0 || (all >= 1900 && all <= 2100 && value <= 31) || is_after_any (fold, text, at, no_counts))
    return FALSE;

  number->kind = TOSO_TARGET_COUNT_OF_COUNT;
  number->value = TOSO_FIGURE (value);
  number->whole = TOSO_FIGURE (all);
  number->start = at;
  number->end = end;

  /* "41/41 (100%) Tổ" */
  word = toso_fold_skip (fold, end);
  if (word < to && fold->ascii[word] == '(')
    {
      const char *close = memchr (fold->ascii + word, ')', to - word);

      if (close != NULL && close - (fold->ascii + word) < 16)
        word = toso_fold_skip (fold, (gsize) (close - fold->ascii) + 1);
    }
  number->end = MAX (number->end, word > end && fold->ascii[word - 1] == ' ' ? word - 1 : word);
  for (end = word; toso_fold_is_word (fold, end) && end < to; end++)
    ;
  {
    gsize known = toso_target_unit_length (fold, text, word);

    if (known > end - word)
      end = word + known;
  }
  number->unit = toso_fold_slice (fold, text, word, end);
  number->after = end;
  if (toso_fold_has_any_exact (fold, text, word, shares) > 0 && value < all && all <= 10)
    {
      number->kind = TOSO_TARGET_PERCENTAGE;
      number->value = TOSO_FIGURE (round (value * 10000 / all) / 100);
      number->whole = TOSO_FIGURE_MISSING;
      number->share = TRUE;
      number->after = number->end;
      g_free (number->unit);
      number->unit = g_strdup ("%");
      return TRUE;
    }
  return end > word;
}

/* After the "%", the "phần trăm" or the "(%)" that stands at @at; 0 when none
 * does */
static gsize
percent_end (const TosoFold *fold,
             gsize           at,
             gsize           to)
{
  gsize end = toso_fold_skip (fold, at);

  if (end < to && fold->ascii[end] == '%')
    end += 1;
  else if (end + 3 <= to && strncmp (fold->ascii + end, "(%)", 3) == 0)
    end += 3;
  else if (end < to && toso_fold_has (fold, end, "phan tram"))
    end += strlen ("phan tram");
  else
    return 0;
  return end <= to ? end : 0;
}

static gboolean
read_percentage (const TosoFold   *fold,
                 const char       *text,
                 gsize             at,
                 gsize             to,
                 TosoTargetNumber *number)
{
  gsize  end = digits_end (fold, at);
  gsize  sign = percent_end (fold, end, to);
  gsize  per;
  double value = 0;

  if (sign == 0 || !parse_number (fold, at, end, &value) || value > 1000)
    return FALSE;

  per = toso_target_per_end (fold, text, sign, to);
  number->kind = TOSO_TARGET_PERCENTAGE;
  number->value = TOSO_FIGURE (value);
  number->start = at;
  number->end = number->after = per;
  {
    g_autofree char *of_each = toso_fold_slice (fold, text, sign, per);

    number->unit = g_strconcat ("%", of_each, NULL);
  }
  return TRUE;
}

static gboolean
read_count (const TosoFold   *fold,
            const char       *text,
            gsize             from,
            gsize             at,
            gsize             to,
            TosoTargetNumber *number)
{
  TosoTargetNumber bound = { 0 };
  gsize            end = digits_end (fold, at);
  gsize            noun = toso_fold_skip (fold, end);
  gsize            length;
  double           value = 0;

  /* "02 (hai) lớp" */
  if (noun < to && fold->ascii[noun] == '(')
    {
      const char *close = memchr (fold->ascii + noun, ')', to - noun);

      if (close != NULL && close - (fold->ascii + noun) < 16)
        noun = toso_fold_skip (fold, (gsize) (close - fold->ascii) + 1);
    }
  if (noun >= to || noun == end)
    return FALSE;
  bound.start = at;
  read_before (fold, text, from, &bound);
  length = toso_target_noun_length (fold, text, noun, to, bound.direction != TOSO_DIRECTION_NONE);
  if (length == 0 || noun + length > to || is_after_any (fold, text, at, no_counts))
    return FALSE;
  if (!parse_number (fold, at, end, &value))
    return FALSE;

  number->kind = TOSO_TARGET_COUNT;
  number->value = TOSO_FIGURE (value);
  number->start = at;
  number->end = noun;
  number->after = toso_target_per_end (fold, text, noun + length, to);
  /* What is wanted in a year is what the year's plan wants. */
  number->unit = toso_fold_slice (fold, text, noun, toso_fold_has_exact (fold, text, noun + length + 1, "năm") ? noun + length : number->after);
  if (fold->ascii[noun] == '"')
    {
      g_free (number->unit);
      number->unit = toso_fold_slice (fold, text, noun + 1, noun + length - 1);
    }
  return TRUE;
}

/* "tại 41 thôn", "cho 02 lớp": where or for whom, when another number says
 * how much */
static gboolean
is_circumstance (const TosoFold         *fold,
                 const char             *text,
                 const TosoTargetNumber *number)
{
  static const char *const words[] = { "tại", "ở", "của", "cho", "mỗi", "trong", "gồm", "thuộc", "các", NULL };

  return number->kind == TOSO_TARGET_COUNT && is_after_any (fold, text, number->lead, words);
}

gboolean
toso_target_number_at (const TosoFold   *fold,
                       const char       *text,
                       gsize             from,
                       gsize             at,
                       gsize             to,
                       TosoTargetNumber *number)
{
  static const TosoTargetNumber nothing = { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE };

  *number = nothing;
  if (read_fraction (fold, text, at, to, number))
    return TRUE;
  g_free (number->unit);
  *number = nothing;
  return read_percentage (fold, text, at, to, number) || read_count (fold, text, from, at, to, number);
}

gsize
toso_target_digits_end (const TosoFold *fold,
                        gsize           at)
{
  return digits_end (fold, at);
}

gboolean
toso_target_parse_digits (const TosoFold *fold,
                          const char     *text,
                          gsize           at,
                          double         *value)
{
  return !is_after_any (fold, text, at, no_counts) && parse_number (fold, at, digits_end (fold, at), value);
}

gsize
toso_target_skip_bounds (const TosoFold *fold,
                         const char     *text,
                         gsize           at,
                         TosoDirection  *direction)
{
  gsize i;

  for (;;)
    {
      gsize longest = toso_fold_has_any_exact (fold, text, at, fillers);

      for (i = 0; i < G_N_ELEMENTS (before_words); i++)
        {
          gsize length = (gsize) g_utf8_strlen (before_words[i].words, -1);

          if (length <= longest || !toso_fold_has_exact (fold, text, at, before_words[i].words))
            continue;
          longest = length;
          *direction = before_words[i].direction;
        }
      if (longest == 0)
        return at;
      at = toso_fold_skip (fold, at + longest);
    }
}

/* "trở lên" after the number, or after what it counts */
static void
read_rest (const TosoFold   *fold,
           const char       *text,
           gsize             from,
           gsize             to,
           TosoTargetNumber *number)
{
  TosoDirection known = number->direction;

  read_before (fold, text, from, number);
  if (known != TOSO_DIRECTION_NONE)
    number->direction = known;
  read_after (fold, to, number);
  if (number->direction == TOSO_DIRECTION_NONE)
    number->direction = TOSO_DIRECTION_AT_LEAST;
}

gboolean
toso_target_number_find (const TosoFold   *fold,
                         const char       *text,
                         gsize             from,
                         gsize             to,
                         TosoTargetNumber *number)
{
  TosoTargetNumber first = { 0 };
  gboolean         found = FALSE;
  guint            n_tried = 0;
  gsize            at;

  for (at = from; at < to && n_tried < MAX_TRIED; at++)
    {
      TosoTargetNumber here = { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE };

      if (!g_ascii_isdigit (fold->ascii[at]) || (at > 0 && (toso_fold_is_word (fold, at - 1) || strchr ("/.", fold->ascii[at - 1]) != NULL)))
        continue;
      /* Less than nothing is no target. */
      if (at > from + 1 && fold->ascii[at - 1] == '-' && fold->ascii[at - 2] == ' ')
        continue;
      n_tried++;
      if (!toso_target_pair_read (fold, text, from, at, to, &here) && !toso_target_number_at (fold, text, from, at, to, &here))
        {
          at = digits_end (fold, at) - 1;
          continue;
        }
      read_rest (fold, text, from, to, &here);
      if (!is_circumstance (fold, text, &here))
        {
          g_free (first.unit);
          *number = here;
          return TRUE;
        }
      if (!found)
        first = here;
      else
        g_free (here.unit);
      found = TRUE;
      at = MAX (here.end, at + 1) - 1;
    }
  if (found)
    *number = first;
  return found;
}
