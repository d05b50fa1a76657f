/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-target-reader.h"

#include <string.h>

/* Short names for lists and charts, and what is counted against what.  No
 * word that the sentence has not: words are only left out. */

#define MAX_NAME_CHARS 60
#define MAX_LEAD_CHARS 26

/* Before the number, and said of every target */
static const char *const empty_leads[] = {
  "phấn đấu", "đảm bảo", "bảo đảm", "hỗ trợ", "đạt", "đưa", "có", "tổ chức", "thực hiện", "mở", "huy động", "vận động",
  "mỗi năm", "xây dựng", "duy trì tỷ lệ", "tỷ lệ", "được", "để", NULL
};

/* When; a year or a month may follow */
static const char *const times[] = {
  "đến cuối năm", "đến hết năm", "đến năm", "vào cuối năm", "vào năm", "đến ngày", "trước ngày", "đến trước ngày", "đến hết ngày", "từ ngày", "trong năm", "cuối năm", "hết năm", "năm", "hằng năm", "hàng năm",
  "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "đến tháng", "đến hết tháng", NULL
};

/* A name may be cut before these, the earlier in the row the better. */
static const char *const breaks[] = {
  "khi có", "về việc", "nhằm", "thông qua", "để", "trong năm", "trong đó", "tại", "trên địa bàn", "theo", "phục vụ", "góp phần", NULL
};

/* Where what is said of those who are counted begins: "hộ gia đình | sử dụng …" */
static const char *const predicates[] = {
  "được", "có", "sử dụng", "tiếp cận", "tham gia", "biết", "đạt", "lên", "thực hiện", "cài đặt", "kích hoạt", "nắm",
  "hiểu", "ứng dụng", "hoàn thành", "duy trì", "đăng ký", "kết nối", "thanh toán", "phát sinh", "nộp",
  "giải quyết", "mở", "trên sàn", "đủ điều kiện", "là", "thành lập", "tổ chức", "bảo đảm", "đảm bảo", "tích hợp", "xử lý", "bị",
  "nhận tiền", "nhận lương", "nhận trợ cấp", "hoạt động", "họp", "lắp", "lắp đặt", "trả lại", "quá hạn", "trễ hạn", "thu phí",
  "không dùng", "không sử dụng", "xếp loại", NULL
};

/* What follows the number, and does not say what is counted */
static const char *const trails[] = {
  "so với", "vào", "trên tổng số", "trong tổng số", "mỗi năm", "theo", "tính đến", "tại", "ở", "trong", "đến", "trở lên", "trở xuống", NULL
};

static gsize
trim_back (const TosoFold *fold,
           gsize           start,
           gsize           end)
{
  while (end > start && strchr (" .,;:/(-", fold->ascii[end - 1]) != NULL)
    end--;
  return end;
}

static gsize
first_of (const TosoFold *fold,
          gsize           start,
          gsize           end,
          const char     *signs)
{
  gsize at;

  for (at = start; at < end; at++)
    if (strchr (signs, fold->ascii[at]) != NULL)
      return at;
  return end;
}

/* Never within "mức độ 3, 4" or "1,5" */
static gboolean
is_comma_of_list (const TosoFold *fold,
                  gsize           at)
{
  gsize next = toso_fold_skip (fold, at + 1);

  return fold->ascii[at] == ',' && (next >= fold->length || !g_ascii_isdigit (fold->ascii[next]));
}

/* Where [start, end) may be cut so that at most @room letters stay; @torn: in
 * the middle of what belongs together */
static gsize
cut (const TosoFold *fold,
     const char     *text,
     gsize           start,
     gsize           end,
     gsize           room,
     gboolean       *torn)
{
  gsize limit = MIN (end, start + room);
  gsize at;
  gsize i;

  *torn = FALSE;
  /* A word more is better than a name without its end. */
  if (end - start <= room + 6)
    return end;
  for (i = 0; breaks[i] != NULL; i++)
    {
      gssize found = toso_fold_find_exact (fold, text, start + 12, breaks[i]);

      if (found > 0 && (gsize) found <= limit)
        return trim_back (fold, start, (gsize) found);
    }
  *torn = TRUE;
  for (at = limit; at > start + 12; at--)
    if (at < fold->length && is_comma_of_list (fold, at))
      return trim_back (fold, start, at);
  for (at = limit; at > start; at--)
    if (fold->ascii[at] == ' ')
      return trim_back (fold, start, at);
  return limit;
}

/* " tiếp cận, sử dụng" → " sử dụng"; "được " */
static void
leave_out (GString    *name,
           const char *words)
{
  char *found = strstr (name->str, words);

  if (found != NULL)
    g_string_erase (name, found - name->str, (gssize) strlen (words));
}

static char *
capital_first (const char *words)
{
  gunichar    first;
  const char *rest;
  g_autoptr (GString) name = NULL;

  if (*words == '\0')
    return g_strdup ("");
  first = g_utf8_get_char (words);
  rest = g_utf8_next_char (words);
  name = g_string_new (NULL);
  g_string_append_unichar (name, g_unichar_toupper (first));
  g_string_append (name, rest);
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* Words at @from that say nothing of their own: "Đến hết năm 2026, phấn đấu" */
static gsize
skip_empty (const TosoFold *fold,
            const char     *text,
            gsize           from,
            gsize           to)
{
  for (;;)
    {
      gsize length = toso_fold_has_any_exact (fold, text, from, times);
      gsize at;

      if (length > 0)
        {
          at = toso_fold_skip (fold, from + length);
          while (at < to && (g_ascii_isdigit (fold->ascii[at]) || fold->ascii[at] == '/'))
            at++;
        }
      else
        {
          length = toso_fold_has_any_exact (fold, text, from, empty_leads);
          if (length == 0)
            return MIN (from, to);
          at = from + length;
        }
      while (at < to && strchr (" ,:", fold->ascii[at]) != NULL)
        at++;
      from = at;
    }
}

/* The lead before the number that the name keeps: "Duy trì hoạt động" */
static char *
dup_lead (const TosoFold *fold,
          const char     *text,
          gsize           from,
          gsize           to)
{
  gssize aim;

  from = toso_fold_skip (fold, from);
  to = trim_back (fold, from, to);
  if (to - MIN (from, to) > MAX_LEAD_CHARS)
    {
      for (aim = toso_fold_find_exact (fold, text, from, "nhằm"); aim >= 0 && (gsize) aim < to;
           aim = toso_fold_find_exact (fold, text, from, "nhằm"))
        from = toso_fold_skip (fold, (gsize) aim + 4);
    }
  from = skip_empty (fold, text, from, to);
  if (from >= to || to - from > MAX_NAME_CHARS - 12)
    return g_strdup ("");
  return toso_fold_slice (fold, text, from, to);
}

/* What stands before the first break of sense: ";", "(", a full stop */
static gsize
clause_end (const TosoFold *fold,
            const char     *text,
            gsize           start,
            gsize           to)
{
  gsize end = first_of (fold, start, to, ";(");
  gsize at;

  gssize of_them = toso_fold_find_exact (fold, text, start, "trong đó");

  if (of_them > (gssize) start && (gsize) of_them < end)
    end = trim_back (fold, start, (gsize) of_them);
  for (at = start; at < end; at++)
    if (fold->ascii[at] == '.' && (at + 1 >= to || fold->ascii[at + 1] == ' '))
      return at;
  return end;
}

static char *
join_words (const char *a,
            const char *b)
{
  if (*a == '\0' || *b == '\0')
    return g_strconcat (a, b, NULL);
  return g_strconcat (a, " ", b, NULL);
}

static char *
lower_first (const char *words)
{
  g_autoptr (GString) lower = g_string_new (NULL);

  if (*words == '\0')
    return g_strdup ("");
  g_string_append_unichar (lower, g_unichar_tolower (g_utf8_get_char (words)));
  g_string_append (lower, g_utf8_next_char (words));
  return g_string_free (g_steal_pointer (&lower), FALSE);
}

/* Shorter by words that every target of the plan could have */
static char *
shorten (const char *lead,
         const char *rest)
{
  static const char *const active[] = { "tham gia", "tiếp cận", "sử dụng" };
  static const char *const places[] = { " được", " trên địa bàn toàn xã", " trên địa bàn xã", " trên địa bàn", " tại xã", " của xã" };
  g_autofree char         *all = join_words (lead, rest);
  g_autoptr (GString) name = g_string_new (all);
  g_autoptr (TosoFold) fold = NULL;
  g_autofree char *cut_name = NULL;
  gboolean         torn = FALSE;
  gsize            end;
  gsize            i;

  for (i = 0; i < G_N_ELEMENTS (active); i++)
    {
      g_autofree char *passive = g_strconcat (" được ", active[i], NULL);

      if (strstr (name->str, passive) != NULL)
        leave_out (name, " được");
    }
  leave_out (name, "tiếp cận, ");
  for (i = 0; i < G_N_ELEMENTS (places) && g_utf8_strlen (name->str, -1) > MAX_NAME_CHARS; i++)
    {
      const char *found = strstr (name->str, places[i]);

      if (found != NULL && found - name->str < MAX_NAME_CHARS)
        leave_out (name, places[i]);
    }
  fold = toso_fold_new (name->str, 400);
  end = cut (fold, name->str, 0, fold->length, MAX_NAME_CHARS, &torn);
  end = torn && first_of (fold, 0, end, "/") < end && end - first_of (fold, 0, end, "/") > 1 && !g_ascii_isdigit (fold->ascii[first_of (fold, 0, end, "/") + 1])
          ? first_of (fold, 0, end, "/")
          : end;
  cut_name = toso_fold_slice (fold, name->str, 0, trim_back (fold, 0, end));
  if (torn)
    {
      char *marked = g_strconcat (cut_name, "…", NULL);

      g_free (cut_name);
      cut_name = marked;
    }
  return capital_first (cut_name);
}

static gsize
find_predicate (const TosoFold *fold,
                const char     *text,
                gsize           start,
                gsize           end)
{
  gsize at;

  for (at = start + 1; at < end; at++)
    if (fold->ascii[at - 1] == ' ' && toso_fold_has_any_exact (fold, text, at, predicates) > 0 &&
        /* "từ đủ 14 tuổi trở lên" */
        !(at >= start + 4 && toso_fold_has (fold, at - 4, "tro len")))
      return at;
  return end;
}

static void
set_string (char **field,
            char  *value)
{
  g_free (*field);
  *field = value;
}

static void
name_parts (TosoTarget     *target,
            const TosoFold *fold,
            const char     *text,
            const char     *lead,
            gsize           start,
            gsize           end)
{
  gsize            predicate = find_predicate (fold, text, start, end);
  gsize            subject_end = predicate;
  gboolean         torn = FALSE;
  g_autofree char *subject = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *small_lead = lower_first (lead);

  if (g_str_has_suffix (small_lead, " của"))
    small_lead[strlen (small_lead) - strlen (" của")] = '\0';

  if (predicate == end)
    {
      /* No verb follows: cut before where and why. */
      subject_end = cut (fold, text, start, end, 1 + MIN (end - start - 1, 40), &torn);
    }
  subject = toso_fold_slice (fold, text, start, trim_back (fold, start, subject_end));
  whole = toso_fold_slice (fold, text, start, trim_back (fold, start, cut (fold, text, start, end, 90, &torn)));

  set_string (&target->denominator_name, g_strdup (subject));
  if (predicate == end && *small_lead != '\0')
    set_string (&target->numerator_name, join_words (subject, small_lead));
  else
    set_string (&target->numerator_name, g_steal_pointer (&whole));
}

/* Without the full stop, and without the "trở lên" that belongs to the number */
static gsize
trim_number (const TosoFold *fold,
             gsize           start,
             gsize           end)
{
  end = trim_back (fold, start, end);
  if (end >= start + 7 && toso_fold_has (fold, end - 7, "tro len"))
    return trim_back (fold, start, end - 7);
  if (end >= start + 9 && toso_fold_has (fold, end - 9, "tro xuong"))
    return trim_back (fold, start, end - 9);
  return end;
}

/* "Tỷ lệ hộ có … đạt 85%", "Số lớp: 04 lớp": what is counted stands before the
 * number, and nothing of it after. */
static gboolean
number_is_last (const TosoFold         *fold,
                const char             *text,
                gsize                   from,
                gsize                   end,
                const TosoTargetNumber *number)
{
  static const char *const counted[] = { "số", "tỷ lệ", "nâng số", "tăng số", NULL };
  gsize                    at = toso_fold_skip (fold, number->after);

  /* "Duy trì hoạt động của 9/9 Tổ": the unit is what is counted. */
  if (number->kind == TOSO_TARGET_COUNT_OF_COUNT && toso_fold_has_any_exact (fold, text, toso_fold_skip (fold, from), counted) == 0)
    at = toso_fold_skip (fold, number->end);
  if (at >= end)
    return TRUE;
  /* "… đạt 85% vào cuối năm" */
  if (skip_empty (fold, text, from, number->lead) >= trim_back (fold, from, number->lead))
    return FALSE;
  return skip_empty (fold, text, at, end) >= end || toso_fold_has_any_exact (fold, text, at, trails) > 0;
}

static void
name_before (TosoTarget             *target,
             const TosoFold         *fold,
             const char             *text,
             gsize                   from,
             gsize                   to,
             const TosoTargetNumber *number)
{
  /* "Mỗi Tổ có ít nhất 05 thành viên" says nothing without its number. */
  gboolean         is_number_of = toso_fold_has_exact (fold, text, toso_fold_skip (fold, from), "số");
  gboolean         needs_number = number->kind == TOSO_TARGET_COUNT && !is_number_of;
  gsize            until = needs_number ? MIN (number->after, to) : number->lead;
  g_autofree char *before = toso_fold_slice (fold, text, from, trim_back (fold, from, until));
  gssize           about = toso_fold_find_exact (fold, text, from, "tỷ lệ");

  /* "Đạt 85%." */
  if (skip_empty (fold, text, from, trim_back (fold, from, until)) >= trim_back (fold, from, until))
    {
      g_free (before);
      before = toso_fold_slice (fold, text, from, to);
    }
  set_string (&target->name, shorten ("", before));
  set_string (&target->numerator_name, g_strdup (target->name));
  if (number->kind == TOSO_TARGET_PERCENTAGE && about >= 0 && (gsize) about + 6 < number->lead)
    name_parts (target, fold, text, "", toso_fold_skip (fold, (gsize) about + 5), trim_back (fold, from, number->lead));
}

gboolean
toso_target_has_predicate (const TosoFold *fold,
                           const char     *text,
                           gsize           start,
                           gsize           end,
                           gsize          *at)
{
  *at = find_predicate (fold, text, start, end);
  return *at < end;
}

void
toso_target_name (TosoTarget             *target,
                  const TosoFold         *fold,
                  const char             *text,
                  gsize                   from,
                  gsize                   to,
                  const TosoTargetNumber *number)
{
  g_autofree char *lead = NULL;
  g_autofree char *rest = NULL;
  gsize            start;
  gsize            end;
  gssize           about;
  gssize           place;

  if (number == NULL)
    {
      end = clause_end (fold, text, from, to);
      rest = toso_fold_slice (fold, text, from, end);
      set_string (&target->name, shorten ("", rest));
      set_string (&target->numerator_name, g_strdup (target->name));
      return;
    }

  lead = dup_lead (fold, text, from, number->lead);
  start = toso_fold_skip (fold, number->end);
  end = MAX (start, clause_end (fold, text, start, to));
  about = toso_fold_find_exact (fold, text, start, "về việc");
  if (about > (gssize) start && (gsize) about < end)
    end = trim_back (fold, start, (gsize) about);
  end = trim_number (fold, start, end);
  if (number_is_last (fold, text, from, end, number))
    {
      name_before (target, fold, text, from, to, number);
      return;
    }

  /* "đưa … lên", "Duy trì hoạt động 41/41 Tổ … tại các thôn": where is no part
   * of the name. */
  place = toso_fold_find_exact (fold, text, start, "tại các");
  if (number->kind == TOSO_TARGET_COUNT_OF_COUNT && place > (gssize) start && (gsize) place < end)
    end = trim_back (fold, start, (gsize) place);
  rest = toso_fold_slice (fold, text, start, end);
  set_string (&target->name, shorten (lead, rest));
  if (number->kind == TOSO_TARGET_COUNT)
    set_string (&target->numerator_name, g_strdup (target->name));
  else
    name_parts (target, fold, text, lead, start, end);
}
