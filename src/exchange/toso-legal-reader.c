/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-reading.h"

#include <string.h>

#include "core/toso-date.h"
#include "exchange/toso-fold.h"

/* The papers a plan rests on: "Căn cứ …;" and "Thực hiện Công văn số … của
 * …".  Decree 30/2020/NĐ-CP, Annex I, Part I, II.6: kind, number, day, issuer,
 * subject. */

#define MAX_CHARS 4000

static const struct
{
  const char *folded;
  const char *word;
} kinds[] = {
  { "hien phap", "Hiến pháp" },
  { "luat", "Luật" },
  { "phap lenh", "Pháp lệnh" },
  { "nghi dinh", "Nghị định" },
  { "nghi quyet", "Nghị quyết" },
  { "quyet dinh", "Quyết định" },
  { "thong tu lien tich", "Thông tư liên tịch" },
  { "thong tu", "Thông tư" },
  { "chi thi", "Chỉ thị" },
  { "ke hoach", "Kế hoạch" },
  { "cong van", "Công văn" },
  { "chuong trinh", "Chương trình" },
  { "huong dan", "Hướng dẫn" },
  { "thong bao", "Thông báo" },
  { "ket luan", "Kết luận" },
  { "de an", "Đề án" },
  { "cong dien", "Công điện" },
  { "phuong an", "Phương án" },
  { "bo luat", "Bộ luật" },
};

/* A kind begins here, with its capital: the index, or -1. */
static gssize
kind_at (const TosoFold *fold,
         const char     *text,
         gsize           at)
{
  gssize best = -1;
  gsize  i;

  if (!g_unichar_isupper (g_utf8_get_char (text + fold->offsets[at])))
    return -1;
  for (i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (toso_fold_has (fold, at, kinds[i].folded) &&
        (best < 0 || strlen (kinds[i].folded) > strlen (kinds[best].folded)))
      best = (gssize) i;
  return best;
}

/* Just after the kind: "số 38/SKHCN-CNTT&CĐS", or "38/…"; 0 when none */
static gsize
read_number (const TosoFold *fold,
             const char     *text,
             gsize           at,
             char          **number)
{
  gsize start = toso_fold_skip (fold, at);
  gsize end;

  if (toso_fold_has (fold, start, "so"))
    {
      start = toso_fold_skip (fold, start + 2);
      if (start < fold->length && fold->ascii[start] == ':')
        start = toso_fold_skip (fold, start + 1);
    }
  if (start >= fold->length || !g_ascii_isdigit (fold->ascii[start]))
    return 0;
  for (end = start; end < fold->length && fold->ascii[end] != ' ' && strchr (",;()", fold->ascii[end]) == NULL; end++)
    ;
  /* A stray space after the dash, as in "02- KH/BCĐTW" */
  if (end < fold->length && fold->ascii[end - 1] == '-' && fold->ascii[end] == ' ' && toso_fold_is_word (fold, end + 1))
    for (end++; end < fold->length && fold->ascii[end] != ' ' && strchr (",;()", fold->ascii[end]) == NULL; end++)
      ;
  /* "… số 38/SKHCN-CNTT&CĐS." ends its sentence. */
  while (end > start && strchr (".:", fold->ascii[end - 1]) != NULL)
    end--;
  if (memchr (fold->ascii + start, '/', end - start) == NULL && memchr (fold->ascii + start, '-', end - start) == NULL)
    return 0;
  *number = toso_fold_slice (fold, text, start, end);
  return end;
}

/* "ngày 08/01/2026" or "ngày 8 tháng 1 năm 2026" near @at; the place after it */
static gsize
read_date (const TosoFold *fold,
           gsize           at,
           gsize           limit,
           char          **date)
{
  gssize   day = toso_fold_find (fold, at, "ngay");
  guint    numbers[3] = { 0 };
  guint    n = 0;
  gsize    p;
  TosoDate value;

  if (day < 0 || (gsize) day > limit)
    return 0;
  for (p = (gsize) day + 4; p < fold->length && n < 3 && p < (gsize) day + 40;)
    {
      if (g_ascii_isdigit (fold->ascii[p]))
        {
          gsize digits = strspn (fold->ascii + p, "0123456789");

          if (digits > 4)
            return 0;
          numbers[n++] = (guint) g_ascii_strtoull (fold->ascii + p, NULL, 10);
          p += digits;
        }
      else if (strchr ("/-. ", fold->ascii[p]) != NULL)
        {
          p++;
        }
      else if (toso_fold_has (fold, p, "thang") || toso_fold_has (fold, p, "nam"))
        {
          p += toso_fold_has (fold, p, "nam") ? 3 : 5;
        }
      else
        {
          return 0;
        }
    }
  value.day = (gint8) MIN (numbers[0], 99);
  value.month = (gint8) MIN (numbers[1], 99);
  value.year = (gint16) MIN (numbers[2], 9999);
  if (n < 3 || !toso_date_is_valid (value))
    return 0;
  *date = toso_date_format_iso (value);
  return p;
}

/* After the date: "của Sở …" up to what the paper is about */
static void
read_issuer (const TosoFold *fold,
             const char     *text,
             gsize           at,
             char          **issuer)
{
  static const char *const ends[] = {
    "ve", "ve viec", "quy dinh", "ban hanh", "phe duyet", "huong dan", "trien khai", "sua doi", "thuc hien",
    "giao", "cong bo", "thong qua", "to chuc", NULL
  };
  gsize start = toso_fold_skip (fold, at);
  gsize end;

  if (!toso_fold_has (fold, start, "cua"))
    return;
  start = toso_fold_skip (fold, start + 3);
  for (end = start; end < fold->length; end++)
    {
      if (strchr (",;.", fold->ascii[end]) != NULL &&
          !(fold->ascii[end] == ',' && end + 2 < fold->length && g_unichar_isupper (g_utf8_get_char (text + fold->offsets[end + 2])) == FALSE && end - start < 25))
        break;
      if (end > start && fold->ascii[end - 1] == ' ' && toso_fold_has_any (fold, end, ends) > 0 &&
          g_unichar_islower (g_utf8_get_char (text + fold->offsets[end])))
        break;
    }
  *issuer = toso_fold_slice (fold, text, start, end);
}

/* Where the citation that begins at @at ends: its sentence, or the ";" of a
 * basis */
static gsize
citation_end (const TosoFold *fold,
              const char     *text,
              gsize           at)
{
  static const char *const deciders[] = { "uy ban nhan dan", "ubnd", "phong van hoa", NULL };
  gsize                    end;

  for (end = at; end < fold->length; end++)
    {
      gsize next = toso_fold_skip (fold, end + 1);

      if (fold->ascii[end] == ';')
        break;
      /* "…, Ủy ban nhân dân xã … xây dựng Kế hoạch như sau:" */
      if (fold->ascii[end] == ',' && toso_fold_has_any (fold, next, deciders) > 0 &&
          strchr (fold->ascii + next, ':') != NULL)
        break;
      if (fold->ascii[end] == '.' && (next >= fold->length ||
                                      (next > end + 1 && g_unichar_isupper (g_utf8_get_char (text + fold->offsets[next])))))
        break;
    }
  while (end > at && strchr (" ,", fold->ascii[end - 1]) != NULL)
    end--;
  return end;
}

static void
add_basis (TosoReading         *reading,
           const TosoParagraph *paragraph,
           const TosoFold      *fold,
           gsize                at,
           gsize                kind)
{
  gsize            end = citation_end (fold, paragraph->text, at);
  g_autofree char *text = toso_fold_slice (fold, paragraph->text, at, end);
  TosoLegalBasis  *basis = toso_legal_basis_new (text);
  gsize            after = at + strlen (kinds[kind].folded);
  char            *number = NULL;
  char            *date = NULL;
  char            *issuer = NULL;
  gsize            next;

  next = read_number (fold, paragraph->text, after, &number);
  if (next > 0)
    after = next;
  next = read_date (fold, after, MIN (end, after + 160), &date);
  if (next > 0)
    after = next;
  read_issuer (fold, paragraph->text, after, &issuer);

  g_free (basis->kind);
  basis->kind = g_strdup (kinds[kind].word);
  if (number != NULL)
    {
      g_free (basis->number);
      basis->number = number;
    }
  if (date != NULL)
    {
      g_free (basis->date);
      basis->date = date;
    }
  if (issuer != NULL)
    {
      g_free (basis->issuer);
      basis->issuer = issuer;
    }
  basis->span = paragraph->span;
  g_ptr_array_add (reading->plan->legal_bases, basis);
}

/* The plan itself: "…, Ủy ban nhân dân xã … ban hành Kế hoạch … như sau:" */
static gboolean
is_announced (const TosoFold *fold,
              gsize           at)
{
  gsize end = fold->length;

  while (end > at && fold->ascii[end - 1] == ' ')
    end--;
  return end > at && fold->ascii[end - 1] == ':' && memchr (fold->ascii + at, ';', end - at) == NULL;
}

/* A paper is cited when it has a number or a day, or opens a "Căn cứ". */
static gboolean
is_cited (const TosoFold *fold,
          const char     *text,
          gsize           at,
          gsize           kind,
          gboolean        opens)
{
  gsize            after = at + strlen (kinds[kind].folded);
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (read_number (fold, text, after, &number) > 0)
    return TRUE;
  if (opens)
    return !is_announced (fold, at) || read_date (fold, after, after + 100, &date) > 0;
  return (g_str_equal (kinds[kind].word, "Luật") || g_str_equal (kinds[kind].word, "Đề án")) &&
         read_date (fold, after, after + 100, &date) > 0;
}

static void
read_paragraph (TosoReading         *reading,
                const TosoParagraph *paragraph)
{
  static const char *const openers[] = {
    "can cu", "can cu vao", "thuc hien", "trien khai thuc hien", "trien khai", "theo", "tren co so", "xet", NULL
  };
  g_autoptr (TosoFold) fold = toso_fold_new (paragraph->text, MAX_CHARS);
  gsize    opener = toso_fold_has_any (fold, fold->length > 0 && fold->ascii[0] == '-' ? toso_fold_skip (fold, 1) : 0, openers);
  gboolean opened = opener > 0 && toso_fold_has (fold, fold->ascii[0] == '-' ? toso_fold_skip (fold, 1) : 0, "can cu");
  gsize    found = 0;
  gsize    at;

  for (at = 0; at < fold->length; at++)
    {
      gssize kind;

      if (!toso_fold_is_word (fold, at) || (at > 0 && toso_fold_is_word (fold, at - 1)))
        continue;
      kind = kind_at (fold, paragraph->text, at);
      if (kind < 0 || !is_cited (fold, paragraph->text, at, (gsize) kind, opened && found == 0))
        continue;
      add_basis (reading, paragraph, fold, at, (gsize) kind);
      found++;
      at += strlen (kinds[kind].folded);
    }
}

void
toso_legal_read (TosoReading *reading)
{
  guint i;

  for (i = 0; i < reading->paragraphs->len; i++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);

      if (paragraph->section == NULL || paragraph->section->kind != TOSO_SECTION_PREAMBLE)
        break;
      if (!paragraph->table)
        read_paragraph (reading, paragraph);
    }
}
