/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in an order: headings and what is under them, bases, recipients. */

/* Characters of a heading, at most. */
#define LONGEST_HEADING 130

static gboolean
is_heading (const char *text)
{
  return g_utf8_strlen (text, -1) <= LONGEST_HEADING;
}

static char
get_end (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && strchr (".:;", text[length - 1]) != NULL ? text[length - 1] : ' ';
}

/* "1. Tên", and straight after it "2. …": nothing stands under the first. */
static void
check_empty (GPtrArray    *findings,
             const GArray *paragraphs)
{
  for (guint i = 0; i + 1 < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      TosoLintLabel            label = toso_lint_read_label (paragraph->text);
      TosoLintLabel            next = toso_lint_read_label (g_array_index (paragraphs, TosoLintParagraph, i + 1).text);

      if (label.kind <= TOSO_LINT_LABEL_ARTICLE || next.kind != label.kind || next.number != label.number + 1 ||
          get_end (paragraph->text) != ' ' || !is_heading (paragraph->text))
        continue;
      toso_lint_add (findings, paragraph->page, paragraph->text, "empty-heading", "II.6.đ", paragraph->text,
                     _ ("text under the heading, or its number one level down"));
    }
}

/* The headings under one roman number: with text of their own under them, they
 * end in one way. */
static void
check_ends (GPtrArray    *findings,
            const GArray *paragraphs)
{
  char     first_end = 0;
  gboolean told = FALSE;

  for (guint i = 0; i + 1 < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      TosoLintLabel            label = toso_lint_read_label (paragraph->text);
      TosoLintLabel            next = toso_lint_read_label (g_array_index (paragraphs, TosoLintParagraph, i + 1).text);
      char                     end = get_end (paragraph->text);

      if (label.kind == TOSO_LINT_LABEL_ROMAN)
        {
          first_end = 0;
          told = FALSE;
        }
      if (label.kind != TOSO_LINT_LABEL_ARABIC || next.kind == TOSO_LINT_LABEL_ARABIC || next.kind == TOSO_LINT_LABEL_ROMAN || !is_heading (paragraph->text) || told)
        continue;
      if (first_end != 0 && end != first_end)
        {
          g_autofree char *found = g_strdup_printf ("“%c”", end);
          /* Translators: %c is a mark: "." or ":" */
          g_autofree char *marked = g_strdup_printf (_ ("“%c”, as above"), first_end);
          const char      *expected = first_end == ' ' ? _ ("no mark, as above") : marked;

          toso_lint_add (findings, paragraph->page, paragraph->text, "heading-end", "II.6.đ", found, expected);
          told = TRUE;
        }
      if (first_end == 0)
        first_end = end;
    }
}

gboolean
toso_lint_is_basis (const char *text)
{
  return g_str_has_prefix (text, "Căn cứ ") || g_str_has_prefix (text, "Theo đề nghị ") || g_str_has_prefix (text, "Xét đề nghị ");
}

/* A blank left for a number or day tears the paragraph when a page is read; dots
 * to be filled in end in any way. */
static gboolean
ends_at_blank (const char *text)
{
  static const char *const words[] = { " số", " ngày", " tháng", " năm" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (text, words[i]))
      return TRUE;

  return strstr (text, ".....") != NULL;
}

/* Each ends with ";", the last with "." (II.6.a); a sentence that only begins
 * so is no basis. */
static void
check_bases (GPtrArray    *findings,
             const GArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      gboolean                 goes_on = i + 1 < paragraphs->len && toso_lint_is_basis (g_array_index (paragraphs, TosoLintParagraph, i + 1).text);
      gboolean                 follows = i > 0 && toso_lint_is_basis (g_array_index (paragraphs, TosoLintParagraph, i - 1).text);
      char                     end = get_end (paragraph->text);
      char                     wanted = goes_on ? ';' : '.';
      g_autofree char         *found = g_strdup_printf ("“%c”", end);
      g_autofree char         *expected = g_strdup_printf ("“%c”", wanted);

      if (toso_lint_is_basis (paragraph->text) && (goes_on || follows) && end != wanted && !ends_at_blank (paragraph->text))
        toso_lint_add (findings, paragraph->page, paragraph->text, "basis-end", "II.6.a", found, expected);
    }
}

/* They lean; the first line says for all of them (II.6.a).  A text has no faces. */
static void
check_basis_faces (GPtrArray    *findings,
                   const GArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);

      if (paragraph->size == 0 || !toso_lint_is_basis (paragraph->text) || (paragraph->italic && !paragraph->bold))
        continue;
      if (get_end (paragraph->text) != ';' && (i == 0 || !toso_lint_is_basis (g_array_index (paragraphs, TosoLintParagraph, i - 1).text)))
        continue;
      toso_lint_add (findings, paragraph->page, paragraph->text, "basis-italic", "II.6.a", paragraph->bold ? _ ("bold") : _ ("upright"), _ ("italic"));
      return;
    }
}

/* "- …;", the last "- Lưu: VT, …." (II.9.d). */
static void
check_recipients (GPtrArray    *findings,
                  const GArray *paragraphs)
{
  gboolean within = FALSE;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      const char              *text = paragraph->text;
      gboolean                 is_last;
      char                     end = get_end (text);

      if (g_str_has_prefix (text, "Nơi nhận"))
        {
          within = TRUE;
          if (end != ':')
            toso_lint_add (findings, paragraph->page, text, "recipients-colon", "II.9.d", text, "Nơi nhận:");
          continue;
        }
      if (!within)
        continue;
      if (*text != '-')
        {
          within = FALSE;
          continue;
        }
      is_last = g_str_has_prefix (text, "- Lưu");
      if (end != (is_last ? '.' : ';'))
        toso_lint_add (findings, paragraph->page, text, "recipients-end", "II.9.d", text, is_last ? "“.”" : "“;”");
      within = !is_last;
    }
}

void
toso_lint_order (GPtrArray    *findings,
                 const GArray *paragraphs)
{
  toso_lint_numbers (findings, paragraphs);
  check_empty (findings, paragraphs);
  check_ends (findings, paragraphs);
  check_bases (findings, paragraphs);
  check_basis_faces (findings, paragraphs);
  check_recipients (findings, paragraphs);
}
