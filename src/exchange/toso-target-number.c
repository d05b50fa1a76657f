/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <string.h>

#include "core/toso-number.h"

/* The number in a target's sentence: "41/41", "tối thiểu 70%", "02 lớp". */

/* What plans count; the longest first where one begins another. */
static const char *const units[] = {
  "lop tap huan", "lop", "buoi tuyen truyen", "buoi", "cuoc", "hoi nghi", "hoi thi", "dot", "lan", "luot", "tin bai", "tin, bai",
  "tin", "bai", "mo hinh", "san pham", "thanh vien", "nguoi", "ho gia dinh", "ho", "diem", "chuyen muc", "chuyen de",
  "video", "clip", "pano", "to roi", "can bo", "van ban", "thu tuc", "ho so", "doanh nghiep", "hop tac xa", "co so",
  "to", "thon", "lang", "ban", "xom", "khu pho", "to dan pho", "gia dinh", "ma qr", "cua hang", "camera", "cong dan",
  "truong", "truong hoc", "tram", "bang", "giay", "trieu dong", "ty dong", "trieu", "ky", "ngay", "phien", "nhom", "kenh", NULL
};

/* Numbers after these words count nothing. */
static const char *const no_counts[] = {
  "nam", "thang", "ngay", "quy", "so", "muc", "do", "dieu", "khoan", "an", "giai doan", "lan thu", "thu", "cap", NULL
};

static const struct
{
  const char   *words;
  TosoDirection direction;
} before_words[] = {
  { "it nhat", TOSO_DIRECTION_AT_LEAST },
  { "toi thieu", TOSO_DIRECTION_AT_LEAST },
  { "khong duoi", TOSO_DIRECTION_AT_LEAST },
  { "khong thap hon", TOSO_DIRECTION_AT_LEAST },
  { "khong it hon", TOSO_DIRECTION_AT_LEAST },
  { ">=", TOSO_DIRECTION_AT_LEAST },
  { "\002", TOSO_DIRECTION_AT_LEAST },
  { "khong qua", TOSO_DIRECTION_AT_MOST },
  { "khong vuot qua", TOSO_DIRECTION_AT_MOST },
  { "khong cao hon", TOSO_DIRECTION_AT_MOST },
  { "toi da", TOSO_DIRECTION_AT_MOST },
  { "nhieu nhat", TOSO_DIRECTION_AT_MOST },
  { "<=", TOSO_DIRECTION_AT_MOST },
  { "\003", TOSO_DIRECTION_AT_MOST },
  { "tren", TOSO_DIRECTION_MORE_THAN },
  { "hon", TOSO_DIRECTION_MORE_THAN },
  { "vuot", TOSO_DIRECTION_MORE_THAN },
  { ">", TOSO_DIRECTION_MORE_THAN },
  { "duoi", TOSO_DIRECTION_LESS_THAN },
  { "thap hon", TOSO_DIRECTION_LESS_THAN },
  { "it hon", TOSO_DIRECTION_LESS_THAN },
  { "<", TOSO_DIRECTION_LESS_THAN },
  { "dung", TOSO_DIRECTION_EQUAL },
  { "=", TOSO_DIRECTION_EQUAL },
};

/* Words that may stand between, and say nothing: "đạt từ 80% trở lên" */
static const char *const fillers[] = { "dat", "tu", "khoang", "la", "co", "len", "con", "xuong", "xuong con", "them", "muc", "phan dau", NULL };

static gboolean
ends_with (const TosoFold *fold,
           gsize           end,
           const char     *words,
           gsize          *start)
{
  gsize length = strlen (words);

  if (end < length || strncmp (fold->ascii + end - length, words, length) != 0)
    return FALSE;
  if (g_ascii_isalnum (words[0]) && end > length && toso_fold_is_word (fold, end - length - 1))
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

/* The words before the digits: how much is meant, and where it begins */
static void
read_before (const TosoFold   *fold,
             gsize             from,
             TosoTargetNumber *number)
{
  gsize    end = back_over_spaces (fold, from, number->start);
  gboolean moved = TRUE;
  gboolean to_level = FALSE;
  gsize    start = 0;
  gsize    i;

  number->lead = number->start;
  while (moved && end > from)
    {
      moved = FALSE;
      for (i = 0; i < G_N_ELEMENTS (before_words) && !moved; i++)
        if (ends_with (fold, end, before_words[i].words, &start) && start >= from)
          {
            /* "không dưới" is longer than "dưới", and comes first in the row. */
            if (number->direction == TOSO_DIRECTION_NONE)
              number->direction = before_words[i].direction;
            moved = TRUE;
          }
      for (i = 0; fillers[i] != NULL && !moved; i++)
        if (ends_with (fold, end, fillers[i], &start) && start >= from)
          {
            moved = TRUE;
            to_level = to_level || strstr ("len con xuong xuong con", fillers[i]) != NULL;
          }
      if (moved)
        {
          number->lead = start;
          end = back_over_spaces (fold, from, start);
        }
    }
  if (to_level)
    {
      if (number->direction == TOSO_DIRECTION_NONE && (toso_fold_find (fold, from, "giam") >= (gssize) from && (gsize) toso_fold_find (fold, from, "giam") < number->lead))
        number->direction = TOSO_DIRECTION_AT_MOST;
      return;
    }
  if (ends_with (fold, end, "tang", &start) && start >= from)
    number->direction = TOSO_DIRECTION_INCREASE;
  else if (ends_with (fold, end, "giam", &start) && start >= from)
    number->direction = TOSO_DIRECTION_DECREASE;
  else
    return;
  number->lead = start;
}

static void
read_after (const TosoFold   *fold,
            gsize             to,
            TosoTargetNumber *number)
{
  gsize at = toso_fold_skip (fold, number->end);

  if (at < to && toso_fold_has (fold, at, "tro len"))
    number->direction = TOSO_DIRECTION_AT_LEAST;
  else if (at < to && toso_fold_has (fold, at, "tro xuong"))
    number->direction = TOSO_DIRECTION_AT_MOST;
  else
    return;
  number->end = at + (toso_fold_has (fold, at, "tro len") ? 7 : 9);
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
              gsize              at,
              const char *const *words)
{
  gsize end = back_over_spaces (fold, 0, at);
  gsize start;

  for (; *words != NULL; words++)
    if (ends_with (fold, end, *words, &start))
      return TRUE;
  return FALSE;
}

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
  if (value > all || all <= 0 || (all >= 1900 && all <= 2100 && value <= 31) || is_after_any (fold, at, no_counts))
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
    gsize known = toso_fold_has_any (fold, word, units);

    if (known > end - word)
      end = word + known;
  }
  number->unit = toso_fold_slice (fold, text, word, end);
  number->unit_end = number->end;
  return end > word;
}

static gboolean
read_percentage (const TosoFold   *fold,
                 gsize             at,
                 gsize             to,
                 TosoTargetNumber *number)
{
  gsize  end = digits_end (fold, at);
  gsize  sign = toso_fold_skip (fold, end);
  double value = 0;

  /* "80-90%", "80% - 90%": the lower is what is wanted at least. */
  if (sign < to && fold->ascii[sign] == '-')
    {
      gsize upper = toso_fold_skip (fold, sign + 1);
      gsize upper_end = digits_end (fold, upper);

      if (upper_end > upper)
        sign = toso_fold_skip (fold, upper_end);
    }
  if (sign >= to)
    return FALSE;
  if (fold->ascii[sign] == '%')
    sign++;
  else if (toso_fold_has (fold, sign, "phan tram"))
    sign += strlen ("phan tram");
  else
    return FALSE;
  if (!parse_number (fold, at, end, &value) || value > 1000)
    return FALSE;

  number->kind = TOSO_TARGET_PERCENTAGE;
  number->value = TOSO_FIGURE (value);
  number->start = at;
  number->end = sign;
  number->unit_end = sign;
  number->unit = g_strdup ("%");
  return TRUE;
}

static gboolean
read_count (const TosoFold   *fold,
            const char       *text,
            gsize             at,
            gsize             to,
            TosoTargetNumber *number)
{
  gsize  end = digits_end (fold, at);
  gsize  noun = toso_fold_skip (fold, end);
  gsize  length;
  double value = 0;

  /* "02 (hai) lớp" */
  if (noun < to && fold->ascii[noun] == '(')
    {
      const char *close = memchr (fold->ascii + noun, ')', to - noun);

      if (close != NULL && close - (fold->ascii + noun) < 16)
        noun = toso_fold_skip (fold, (gsize) (close - fold->ascii) + 1);
    }
  if (noun >= to || noun == end)
    return FALSE;
  length = toso_fold_has_any (fold, noun, units);
  if (length == 0 || noun + length > to || is_after_any (fold, at, no_counts) || toso_fold_has (fold, noun, "to chuc") || toso_fold_has (fold, noun, "ban hanh"))
    return FALSE;
  if (!parse_number (fold, at, end, &value))
    return FALSE;

  number->kind = TOSO_TARGET_COUNT;
  number->value = TOSO_FIGURE (value);
  number->start = at;
  number->end = end;
  number->unit_end = noun + length;
  if (g_str_has_prefix (fold->ascii + noun, "lop tap huan"))
    length = strlen ("lop");
  if (g_str_has_prefix (fold->ascii + noun, "buoi tuyen truyen"))
    length = strlen ("buoi");
  number->unit = toso_fold_slice (fold, text, noun, noun + length);
  return TRUE;
}

/* "tại 41 thôn", "cho 02 lớp": where or for whom, when another number says
 * how much */
static gboolean
is_circumstance (const TosoFold         *fold,
                 const TosoTargetNumber *number)
{
  static const char *const words[] = { "tai", "o", "cua", "cho", "moi", "trong", "tren dia ban", "gom", "thuoc", NULL };

  return number->kind == TOSO_TARGET_COUNT && is_after_any (fold, number->lead, words);
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
  gsize            at;

  for (at = from; at < to; at++)
    {
      TosoTargetNumber here = { TOSO_TARGET_QUALITATIVE, TOSO_DIRECTION_NONE, TOSO_FIGURE_MISSING, TOSO_FIGURE_MISSING };

      if (!g_ascii_isdigit (fold->ascii[at]) || (at > 0 && (toso_fold_is_word (fold, at - 1) || strchr ("/.", fold->ascii[at - 1]) != NULL)))
        continue;
      if (!read_fraction (fold, text, at, to, &here))
        {
          g_clear_pointer (&here.unit, g_free);
          here.kind = TOSO_TARGET_QUALITATIVE;
          here.value = here.whole = TOSO_FIGURE_MISSING;
          if (!read_percentage (fold, at, to, &here) && !read_count (fold, text, at, to, &here))
            {
              at = digits_end (fold, at) - 1;
              continue;
            }
        }
      read_before (fold, from, &here);
      read_after (fold, to, &here);
      here.unit_end = MAX (here.unit_end, here.end);
      if (here.direction == TOSO_DIRECTION_NONE)
        here.direction = TOSO_DIRECTION_AT_LEAST;
      if (!is_circumstance (fold, &here))
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
