/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-unit-reader.h"

#include <string.h>

#include "exchange/toso-fold.h"

#define MAX_CHARS 4000

static void
strip_end (char *words)
{
  gsize length = strlen (words);

  while (length > 0 && strchr (" .;,", words[length - 1]) != NULL)
    words[--length] = '\0';
}

/* "Phòng VH-XH (chủ trì), các thôn (phối hợp)": without the brackets */
static char *
dup_without_brackets (const char *value)
{
  static const char *const roles[] = { "(chủ trì)", "(phối hợp)", "(chủ trì thực hiện)", "(phối hợp thực hiện)" };
  g_autoptr (GString) bare = g_string_new (value);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *role = g_strndup (roles[i] + 1, strlen (roles[i]) - 2);

      g_string_replace (bare, roles[i], role, 0);
    }
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* Where the words of who helps end: "phối hợp với B, C | tổ chức tập huấn" */
static gsize
units_end (const TosoFold *fold,
           const char     *text,
           gsize           from)
{
  static const char *const verbs[] = {
    "tổ chức", "triển khai", "thực hiện", "tham mưu", "xây dựng", "hướng dẫn", "rà soát", "theo dõi", "đôn đốc", "kiểm tra",
    "tuyên truyền", "thành lập", "kiện toàn", "đánh giá", "tổng hợp", "vận động", "hỗ trợ", "báo cáo", "quản lý", "phổ biến",
    "mở", "lập", "chịu trách nhiệm", "đảm bảo", "bảo đảm", "để", "trong việc", "tiến hành", "cung cấp", "cập nhật", NULL
  };
  static const char *const nouns[] = { "cac ", "va ", "cac doan the, ", "ban " };
  gsize                    at;
  gsize                    i;

  for (at = from; at < fold->length; at++)
    {
      gboolean is_noun = FALSE;

      if (strchr (".;", fold->ascii[at]) != NULL && (at + 1 >= fold->length || fold->ascii[at + 1] == ' '))
        return at;
      if (at == from || !g_unichar_islower (g_utf8_get_char (text + fold->offsets[at])) ||
          toso_fold_has_any_exact (fold, text, at, verbs) == 0)
        continue;
      /* "các tổ chức chính trị - xã hội", "Ban quản lý" */
      for (i = 0; i < G_N_ELEMENTS (nouns); i++)
        is_noun = is_noun || (at >= from + strlen (nouns[i]) && toso_fold_has (fold, at - strlen (nouns[i]), nouns[i]));
      if (!is_noun)
        return at;
    }
  return fold->length;
}

/* "A chủ trì; B, C phối hợp" */
static gboolean
split_roles (const TosoFold *fold,
             const char     *value,
             char          **lead,
             char          **supporting)
{
  gssize leads = toso_fold_find (fold, 1, "chu tri");
  gssize helps = leads > 0 ? toso_fold_find (fold, (gsize) leads, "phoi hop") : -1;
  gsize  next;
  gsize  after;

  if (leads <= 0)
    return FALSE;
  next = toso_fold_skip (fold, (gsize) leads + 7);
  if (toso_fold_has (fold, next, "thuc hien"))
    next = toso_fold_skip (fold, next + 9);
  if (helps < 0)
    {
      /* "Phòng VH-XH chủ trì" */
      if (next < fold->length)
        return FALSE;
      *lead = toso_fold_slice (fold, value, 0, (gsize) leads);
      return TRUE;
    }
  after = toso_fold_skip (fold, (gsize) helps + 8);
  if (toso_fold_has (fold, after, "thuc hien"))
    after += 9;
  if (after < fold->length || (gsize) helps <= next + 1)
    return FALSE;
  while (next < fold->length && strchr (" ,;", fold->ascii[next]) != NULL)
    next++;
  if (toso_fold_has (fold, next, "va"))
    next = toso_fold_skip (fold, next + 2);
  *lead = toso_fold_slice (fold, value, 0, (gsize) leads);
  *supporting = toso_fold_slice (fold, value, next, (gsize) helps);
  return TRUE;
}

/* "UBND xã phối hợp cơ quan, đơn vị chuyên môn", "A chủ trì, phối hợp với B" */
static gboolean
split_joint (const TosoFold *fold,
             const char     *value,
             gboolean        is_sentence,
             char          **lead,
             char          **supporting)
{
  static const char *const joints[] = {
    "chu tri, phoi hop voi", "chu tri, phoi hop", "chu tri phoi hop voi", "chu tri phoi hop", "chu tri, phoi hop cung",
    "chu tri; phoi hop voi", "chu tri; phoi hop", "chu tri va phoi hop voi", "chu tri va phoi hop", "chu tri thuc hien, phoi hop voi",
    "chu tri, phoi hop cung voi", "phoi hop cung voi", "phoi hop voi", "phoi hop cung", "phoi hop", NULL
  };
  gsize at;

  for (at = 1; at < fold->length; at++)
    {
      gsize length = toso_fold_has_any (fold, at, joints);
      gsize start;

      if (length == 0)
        continue;
      start = toso_fold_skip (fold, at + length);
      *lead = toso_fold_slice (fold, value, 0, at);
      *supporting = toso_fold_slice (fold, value, start, is_sentence ? units_end (fold, value, start) : fold->length);
      return TRUE;
    }
  return FALSE;
}

gboolean
toso_units_split (const char *value,
                  gboolean    is_sentence,
                  char      **lead,
                  char      **supporting)
{
  g_autofree char *bare = dup_without_brackets (value);
  const char      *words = bare;
  g_autoptr (TosoFold) fold = NULL;

  if (g_str_has_prefix (words, "Giao ") || g_str_has_prefix (words, "giao "))
    words += strlen ("Giao ");
  fold = toso_fold_new (words, MAX_CHARS);
  if (!split_roles (fold, words, lead, supporting) && !split_joint (fold, words, is_sentence, lead, supporting))
    return FALSE;
  strip_end (*lead);
  if (*supporting == NULL)
    *supporting = g_strdup ("");
  strip_end (*supporting);
  return TRUE;
}
