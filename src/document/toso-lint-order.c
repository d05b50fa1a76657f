/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands in an order: numbers of headings and points, bases, recipients. */

typedef enum {
  LABEL_NONE,
  LABEL_ROMAN,  /* "I." */
  LABEL_ARABIC, /* "1." */
  LABEL_LETTER, /* "a)" */
} LabelKind;

typedef struct
{
  LabelKind kind;
  guint     number;
  int       length; /* bytes, with the space */
} Label;

/* The decree's own lists skip ă, â, ê, f, ô, ơ, ư (Annex I, Part I). */
static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV" };

static guint
find_in (const char        *text,
         gsize              length,
         const char *const *words,
         guint              n)
{
  for (guint i = 0; i < n; i++)
    if (strlen (words[i]) == length && memcmp (words[i], text, length) == 0)
      return i + 1;

  return 0;
}

static Label
read_label (const char *text)
{
  Label label = { LABEL_NONE, 0, 0 };
  gsize n = strcspn (text, ".) ");

  if (n == 0 || n > 5 || text[n] == '\0' || text[n + 1] != ' ')
    return label;
  label.length = (int) n + 2;
  if (text[n] == '.' && (label.number = find_in (text, n, romans, G_N_ELEMENTS (romans))) > 0)
    label.kind = LABEL_ROMAN;
  else if (text[n] == '.' && strspn (text, "0123456789") == n && n <= 2)
    {
      label.kind = LABEL_ARABIC;
      label.number = (guint) g_ascii_strtoull (text, NULL, 10);
    }
  else if (text[n] == ')' && (label.number = find_in (text, n, letters, G_N_ELEMENTS (letters))) > 0)
    label.kind = LABEL_LETTER;

  return label;
}

static char *
format_label (LabelKind kind,
              guint     number)
{
  if (kind == LABEL_ROMAN)
    return g_strdup_printf ("%s.", romans[MIN (number, G_N_ELEMENTS (romans)) - 1]);
  if (kind == LABEL_LETTER)
    return g_strdup_printf ("%s)", letters[MIN (number, G_N_ELEMENTS (letters)) - 1]);

  return g_strdup_printf ("%u.", number);
}

static void
check_numbers (GPtrArray    *findings,
               const GArray *paragraphs)
{
  guint last[LABEL_LETTER + 1] = { 0 };

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      Label                    label = read_label (paragraph->text);

      if (label.kind == LABEL_NONE)
        continue;
      if (label.number != last[label.kind] + 1 && label.number != 1)
        {
          g_autofree char *found = format_label (label.kind, label.number);
          g_autofree char *expected = format_label (label.kind, last[label.kind] + 1);
          g_autofree char *where = toso_lint_quote (paragraph->text, 0, label.length);

          toso_lint_add (findings, paragraph->page, where, "numbering", "II.6.đ", found, expected);
        }
      last[label.kind] = label.number;
      for (int k = (int) label.kind + 1; k <= LABEL_LETTER; k++)
        last[k] = 0;
    }
}

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
      Label                    label = read_label (paragraph->text);
      Label                    next = read_label (g_array_index (paragraphs, TosoLintParagraph, i + 1).text);

      if (label.kind == LABEL_NONE || next.kind != label.kind || next.number != label.number + 1 ||
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
      Label                    label = read_label (paragraph->text);
      Label                    next = read_label (g_array_index (paragraphs, TosoLintParagraph, i + 1).text);
      char                     end = get_end (paragraph->text);

      if (label.kind == LABEL_ROMAN)
        {
          first_end = 0;
          told = FALSE;
        }
      if (label.kind != LABEL_ARABIC || next.kind == LABEL_ARABIC || next.kind == LABEL_ROMAN || !is_heading (paragraph->text) || told)
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
  check_numbers (findings, paragraphs);
  check_empty (findings, paragraphs);
  check_ends (findings, paragraphs);
  check_bases (findings, paragraphs);
  check_recipients (findings, paragraphs);
}
