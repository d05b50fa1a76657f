/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <string.h>

#include "core/toso-number.h"

/* The number in a target's sentence: "41/41", "tối thiểu 70%", "02 lớp". */

/* What plans count; the longest first where one begins another. */
static const char *const units[] = {
  "lớp", "buổi", "cuộc", "hội nghị", "hội thi", "đợt", "lần", "lượt", "tin bài", "tin, bài",
  "tin", "bài", "mô hình", "sản phẩm", "thành viên", "người", "hộ gia đình", "hộ", "điểm", "chuyên mục", "chuyên đề",
  "video", "clip", "pano", "tờ rơi", "cán bộ", "văn bản", "thủ tục", "hồ sơ", "doanh nghiệp", "hợp tác xã", "cơ sở",
  "tổ", "thôn", "làng", "bản", "xóm", "ấp", "buôn", "khu phố", "khu dân cư", "tổ dân phố", "gia đình", "mã qr", "cửa hàng",
  "camera", "công dân", "trường", "trạm", "giấy", "triệu đồng", "tỷ đồng", "phiên", "nhóm", "kênh", "vụ", "đại biểu", NULL
};

/* Numbers after these words count nothing. */
static const char *const no_counts[] = {
  "năm", "tháng", "ngày", "quý", "số", "mức", "độ", "điều", "khoản", "án", "giai đoạn", "lần thứ", "thứ", "cấp", NULL
};

/* Nor do those before these. */
static const char *const no_units[] = {
  "tuổi", "năm", "tháng", "ngày", "giờ", "tổ chức", "ban hành", "và", "đến", "khi", "trở", "hoặc", NULL
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
    gsize known = toso_fold_has_any_exact (fold, text, word, units);

    if (known > end - word)
      end = word + known;
  }
  number->unit = toso_fold_slice (fold, text, word, end);
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
  number->unit = g_strdup ("%");
  return TRUE;
}

/* The noun that is counted: one of those we know, or after "ít nhất" and the
 * like any word; a name in quotes is one. */
static gsize
unit_length (const TosoFold *fold,
             const char     *text,
             gsize           noun,
             gsize           to,
             gboolean        bound)
{
  gsize length = toso_fold_has_any_exact (fold, text, noun, units);
  gsize end;

  if (toso_fold_has_any_exact (fold, text, noun, no_units) > 0)
    return 0;
  if (length > 0 || !bound)
    return length;
  if (fold->ascii[noun] == '"')
    {
      const char *close = memchr (fold->ascii + noun + 1, '"', to - noun - 1);

      return close != NULL ? (gsize) (close + 1 - (fold->ascii + noun)) : 0;
    }
  for (end = noun; end < to && g_ascii_isalpha (fold->ascii[end]); end++)
    ;
  return end - noun;
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
  length = unit_length (fold, text, noun, to, bound.direction != TOSO_DIRECTION_NONE);
  if (length == 0 || noun + length > to || is_after_any (fold, text, at, no_counts))
    return FALSE;
  if (!parse_number (fold, at, end, &value))
    return FALSE;

  number->kind = TOSO_TARGET_COUNT;
  number->value = TOSO_FIGURE (value);
  number->start = at;
  number->end = noun;
  number->unit = toso_fold_slice (fold, text, noun, noun + length);
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
          if (!read_percentage (fold, at, to, &here) && !read_count (fold, text, from, at, to, &here))
            {
              at = digits_end (fold, at) - 1;
              continue;
            }
        }
      read_before (fold, text, from, &here);
      read_after (fold, to, &here);
      if (here.direction == TOSO_DIRECTION_NONE)
        here.direction = TOSO_DIRECTION_AT_LEAST;
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
