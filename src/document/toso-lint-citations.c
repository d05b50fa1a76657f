/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A document that is cited for the first time: its kind, number and symbol,
 * date, issuer and abstract; afterwards its kind and number alone.  Laws by
 * their names (Annex I, Part I, II.6.a, II.6.b). */

#define KINDS "Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Công văn|Công điện|Hướng dẫn|" \
              "Thông báo|Báo cáo|Tờ trình|Quy định|Quy chế|Kết luận|Đề án|Phương án"

/* "38/SKHCN-CNTT&CĐS", "55/2025/NQ-HĐND", "57-NQ/TW", and "02- KH/BCĐTW". */
#define SYMBOL "\\d+\\p{Ll}?(?:/\\d{4})? ?[-/] ?\\p{Lu}[\\p{L}\\d]*(?:[-/&]\\p{L}[\\p{L}\\d]*)*"

/* With which an abstract begins, or goes on after its issuer. */
#define ABOUT "về|v/v|quy định|ban hành|phê duyệt|sửa đổi|bổ sung|hướng dẫn|triển khai|thực hiện|tổ chức|công bố|thành lập|kiện toàn|giao|"        \
              "phân công|phân cấp|công nhận|hoạt động|tăng cường|đẩy mạnh|nâng cao|phát triển|báo cáo|kết luận|thông qua|cho phép|bãi bỏ|thay thế|" \
              "điều chỉnh|sắp xếp|khen thưởng|tặng|cử|đề nghị|kết quả|chuyển đổi|xây dựng|chương trình|kế hoạch|đề án|phong trào"

typedef struct
{
  GRegex     *citation, *date, *issuer, *about, *again, *law;
  GHashTable *known; /* symbols without spaces */
} Reader;

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

static void
init_reader (Reader *reader)
{
  reader->citation = compile ("\\b(" KINDS ")(?: số:?)? (" SYMBOL ")");
  reader->date = compile ("\\bngày\\b");
  reader->issuer = compile ("\\b(?:của|do) \\p{Lu}[^,;]*?(?=[,;.)“]|\\s(?:" ABOUT ")\\b|$)");
  reader->about = compile ("^\\s*(?:“|(?i:" ABOUT ")\\b|,\\s*(?:về|quy định|ban hành|phê duyệt)\\b)");
  reader->again = compile ("^,? ?(?:ký |ban hành )?ngày [^;,]{2,40}? của \\p{Lu}");
  reader->law = compile ("\\b(?:Bộ luật|Luật|Pháp lệnh)\\b[^;.()“”]{0,120}? số:? (\\d+/\\d{4}/\\p{Lu}[\\p{Lu}\\d-]*QH\\d*|\\d+/\\d{4}/QH\\d+)");
  reader->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
clear_reader (Reader *reader)
{
  g_regex_unref (reader->citation);
  g_regex_unref (reader->date);
  g_regex_unref (reader->issuer);
  g_regex_unref (reader->about);
  g_regex_unref (reader->again);
  g_regex_unref (reader->law);
  g_hash_table_unref (reader->known);
}

/* What is said of the document at @text: up to the end of the clause. */
static gsize
measure_clause (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '(')
        depth++;
      if ((*p == ')' && --depth < 0) || *p == ';' || (*p == '.' && (p[1] == ' ' || p[1] == '\0')))
        return (gsize) (p - text);
    }

  return strlen (text);
}

typedef struct
{
  gboolean date, issuer, about;
} Parts;

/* The issuer's name may have commas: "của Bộ A, Bộ B quy định …". */
static Parts
find_parts (const Reader *reader,
            const char   *clause)
{
  Parts parts = { 0 };
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  parts.date = g_regex_match (reader->date, clause, 0, NULL);
  parts.issuer = g_regex_match (reader->issuer, clause, 0, &match);
  if (!parts.issuer)
    {
      parts.about = strchr (clause, ' ') != NULL && g_regex_match (reader->about, clause, 0, NULL);
      return parts;
    }
  g_match_info_fetch_pos (match, 0, &start, &end);
  while (clause[end] == ',' && clause[end + 1] == ' ' && g_unichar_isupper (g_utf8_get_char (clause + end + 2)))
    {
      const char      *rest = clause + end + 2;
      gsize            n = strcspn (rest, ",;");
      g_autofree char *name = g_strndup (rest, n);
      g_autofree char *of = g_strconcat ("của ", name, NULL);
      g_autoptr (GMatchInfo) next = NULL;
      int next_start, next_end;

      if (!g_regex_match (reader->issuer, of, 0, &next))
        break;
      g_match_info_fetch_pos (next, 0, &next_start, &next_end);
      end += 2 + next_end - (int) strlen ("của ");
    }
  parts.about = g_regex_match (reader->about, clause + end, 0, NULL);

  return parts;
}

static void
tell_missing (GPtrArray               *findings,
              const TosoLintParagraph *paragraph,
              int                      start,
              int                      end,
              const char              *citation,
              const Parts             *parts)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  const char      *names[] = { _ ("its date"), _ ("who issued it"), _ ("what it is about") };
  gboolean         has[] = { parts->date, parts->issuer, parts->about };
  g_autofree char *where = toso_lint_quote (paragraph->text, start, end);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!has[i])
      g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", names[i]);
  /* Translators: %s is what a first citation lacks: "its date, who issued it" */
  expected = g_strdup_printf (_ ("cited in full where it is first named; missing: %s"), missing->str);
  toso_lint_add (findings, paragraph->page, where, "citation-first", toso_lint_is_basis (paragraph->text) ? "II.6.a" : "II.6.b", citation, expected);
}

/* Within what another document is about: its words, not ours.  What follows a
 * comma or "và" is cited beside the other. */
static gboolean
is_quoted (const char *text,
           int         start,
           int         clause_end)
{
  static const char *const beside[] = { ",", ";", "(", "“", " và", " và các" };
  g_autofree char         *before = g_strchomp (g_strndup (text, (gsize) start));

  if (start >= clause_end)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    if (g_str_has_suffix (before, beside[i]))
      return FALSE;

  return TRUE;
}

static gboolean
ends_with (const char *text,
           int         end,
           const char *suffix)
{
  gsize n = strlen (suffix);

  return (gsize) end >= n && strncmp (text + end - n, suffix, n) == 0;
}

/* One citation of @paragraph; returns where its clause ends, when what it is
 * about may cite others. */
static int
read_citation (Reader                  *reader,
               GPtrArray               *findings,
               const TosoLintParagraph *paragraph,
               GMatchInfo              *match,
               int                      next_start,
               int                      quoted_to)
{
  const char      *text = paragraph->text;
  g_autofree char *citation = g_match_info_fetch (match, 0);
  g_autofree char *symbol = g_match_info_fetch (match, 2);
  g_auto (GStrv) words = g_strsplit (symbol, " ", -1);
  g_autofree char *key = g_strjoinv ("", words);
  g_autofree char *clause = NULL;
  gsize            length, up_to_next;
  Parts            parts;
  int              start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  length = measure_clause (text + end);
  up_to_next = next_start > end ? MIN (length, (gsize) (next_start - end)) : length;
  clause = g_strndup (text + end, up_to_next);
  parts = find_parts (reader, clause);

  if (g_hash_table_contains (reader->known, key))
    {
      if (g_regex_match (reader->again, g_strchug (clause), 0, NULL))
        {
          g_autofree char *where = toso_lint_quote (text, start, end);

          /* Translators: %s is such as "Nghị quyết số 55/2025/NQ-HĐND" */
          g_autofree char *expected = g_strdup_printf (_ ("“%s” alone: it was cited in full above"), citation);

          toso_lint_add (findings, paragraph->page, where, "citation-again", "II.6.b", where, expected);
        }
      return quoted_to;
    }
  /* "theo đề nghị của … tại Tờ trình số …": its issuer was named. */
  if (ends_with (text, start, "tại "))
    parts.issuer = parts.about = TRUE;
  if (parts.date && parts.issuer && parts.about)
    {
      g_hash_table_add (reader->known, g_steal_pointer (&key));
      return end + (int) length;
    }
  if (is_quoted (text, start, quoted_to))
    return quoted_to;
  g_hash_table_add (reader->known, g_steal_pointer (&key));
  tell_missing (findings, paragraph, start, end, citation, &parts);

  return parts.about ? end + (int) length : quoted_to;
}

static void
find_laws (const Reader            *reader,
           GPtrArray               *findings,
           const TosoLintParagraph *paragraph)
{
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (reader->law, paragraph->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      g_autofree char *where = NULL;
      int              start, end;

      g_match_info_fetch_pos (match, 1, &start, &end);
      where = toso_lint_quote (paragraph->text, start, end);
      toso_lint_add (findings, paragraph->page, where, "citation-law", toso_lint_is_basis (paragraph->text) ? "II.6.a" : "II.6.b", number,
                     _ ("a law by its name, without its number"));
    }
}

static void
read_paragraph (Reader                  *reader,
                GPtrArray               *findings,
                const TosoLintParagraph *paragraph)
{
  g_autoptr (GMatchInfo) match = NULL;
  int quoted_to = 0;

  find_laws (reader, findings, paragraph);
  g_regex_match (reader->citation, paragraph->text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autoptr (GMatchInfo) next = NULL;
      int start, end, next_start = 0;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (g_regex_match_full (reader->citation, paragraph->text, -1, end, 0, &next, NULL))
        g_match_info_fetch_pos (next, 0, &next_start, NULL);
      if (!ends_with (paragraph->text, start, "Kèm theo ") && !ends_with (paragraph->text, start, "kèm theo "))
        quoted_to = read_citation (reader, findings, paragraph, match, next_start, quoted_to);
      g_match_info_next (match, NULL);
    }
}

/* The paper's own title, and what it is sent to, cite as they can. */
void
toso_lint_citations (GPtrArray    *findings,
                     const GArray *paragraphs)
{
  Reader reader;

  init_reader (&reader);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);

      if (g_str_has_prefix (paragraph->text, "Nơi nhận"))
        break;
      if (!paragraph->bold && !g_str_has_prefix (paragraph->text, "V/v "))
        read_paragraph (&reader, findings, paragraph);
    }
  clear_reader (&reader);
}
