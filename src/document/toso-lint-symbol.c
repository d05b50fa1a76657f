/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>

/* The code in the symbol is that of the kind (II.3.b; Annex III, Part I). */

static const struct
{
  const char *kind, *code;
} codes[] = {
  { "NGHỊ QUYẾT", "NQ" },
  { "QUYẾT ĐỊNH", "QĐ" },
  { "CHỈ THỊ", "CT" },
  { "THÔNG BÁO", "TB" },
  { "HƯỚNG DẪN", "HD" },
  { "CHƯƠNG TRÌNH", "CTr" },
  { "KẾ HOẠCH", "KH" },
  { "PHƯƠNG ÁN", "PA" },
  { "ĐỀ ÁN", "ĐA" },
  { "DỰ ÁN", "DA" },
  { "BÁO CÁO", "BC" },
  { "BIÊN BẢN", "BB" },
  { "TỜ TRÌNH", "TTr" },
  { "GIẤY MỜI", "GM" },
};

static const char *
find_code (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (text, codes[i].kind))
      return codes[i].code;

  return NULL;
}

/* Those that no paper of ours has; "CV" is no kind's, and common. */
static const char *const other_codes[] = { "QC", "QyĐ", "TC", "CĐ", "BGN", "BTT", "GUQ", "GGT", "GNP", "PG", "PC", "PB", "HĐ", "CV" };

static gboolean
is_code (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_str_equal (text, codes[i].code))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (other_codes); i++)
    if (g_str_equal (text, other_codes[i]))
      return TRUE;

  return FALSE;
}

/* The symbol stands over the kind; the first kind that stands alone is the
 * paper's own.  A letter has none, and its symbol begins with the agency. */
void
toso_lint_symbol (GPtrArray    *findings,
                  const GArray *paragraphs)
{
  g_autoptr (GRegex) regex = g_regex_new ("^(?:Số ?: ?)?[0-9.… ]*/(\\p{L}+)-\\p{Lu}", 0, 0, NULL);
  const TosoLintParagraph *number = NULL;
  gboolean                 is_letter = FALSE;
  g_autofree char         *found = NULL;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      const char              *code = find_code (paragraph->text);
      g_autoptr (GMatchInfo) match = NULL;

      if (number == NULL && g_regex_match (regex, paragraph->text, 0, &match))
        {
          number = paragraph;
          found = g_match_info_fetch (match, 1);
        }
      is_letter = g_regex_match_simple ("^V/[vV]\\b", paragraph->text, 0, 0) || g_strcmp0 (found, "CV") == 0;
      if (code == NULL && !is_letter)
        continue;
      if (number != NULL && is_letter && is_code (found))
        toso_lint_add (findings, number->page, number->text, "letter-code", "II.3.b", found, _ ("a letter has no code of its kind in its symbol"));
      else if (number != NULL && !is_letter && !g_str_equal (found, code))
        toso_lint_add (findings, number->page, number->text, "symbol-kind", "II.3.b", found, code);
      return;
    }
}
