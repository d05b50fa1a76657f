/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Numbers of parts, articles, headings, points and annexes, one after the other:
 * none left out, none twice (II.6.đ, III.1). */

/* The decree's own lists skip ă, â, ê, f, ô, ơ, ư (Annex I, Part I). */
static const char *const letters[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV" };

/* Of the labels that a word begins: "Chương II", "Mục 1", "Điều 3. …". */
static const struct
{
  TosoLintLabelKind kind;
  const char       *word;
  gboolean          in_roman;
  gboolean          alone; /* on its line */
} words[] = {
  { TOSO_LINT_LABEL_PART, "Phần ", TRUE, TRUE },
  { TOSO_LINT_LABEL_CHAPTER, "Chương ", TRUE, TRUE },
  { TOSO_LINT_LABEL_SECTION, "Mục ", FALSE, TRUE },
  { TOSO_LINT_LABEL_ARTICLE, "Điều ", FALSE, FALSE },
};

static guint
find_in (const char        *text,
         gsize              length,
         const char *const *list,
         guint              n)
{
  for (guint i = 0; i < n; i++)
    if (strlen (list[i]) == length && memcmp (list[i], text, length) == 0)
      return i + 1;

  return 0;
}

static guint
read_number (const char *text,
             gsize       length,
             gboolean    in_roman)
{
  if (in_roman)
    return find_in (text, length, romans, G_N_ELEMENTS (romans));

  return length > 0 && length <= 3 && strspn (text, "0123456789") >= length ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
read_word (const char    *text,
           TosoLintLabel *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize start = strlen (words[i].word);
      gsize n;

      if (!g_str_has_prefix (text, words[i].word))
        continue;
      n = strcspn (text + start, words[i].alone ? " .:" : ".");
      label->number = read_number (text + start, n, words[i].in_roman);
      if (label->number == 0 || (words[i].alone ? text[start + n] != '\0' : text[start + n] != '.'))
        return FALSE;
      label->kind = words[i].kind;
      label->length = (int) (start + n);
      return TRUE;
    }

  return FALSE;
}

/* "2.1. Tên", "2.1 Tên". */
static gboolean
read_decimal (const char    *text,
              TosoLintLabel *label)
{
  gsize n = strspn (text, "0123456789");
  gsize m = n > 0 && n <= 2 && text[n] == '.' ? strspn (text + n + 1, "0123456789") : 0;
  gsize end = n + 1 + m;

  if (m == 0 || m > 2)
    return FALSE;
  end += text[end] == '.';
  if (text[end] != ' ' || !g_unichar_isupper (g_utf8_get_char_validated (text + end + 1, -1)))
    return FALSE;
  label->kind = TOSO_LINT_LABEL_DECIMAL;
  label->above = read_number (text, n, FALSE);
  label->number = read_number (text + n + 1, m, FALSE);
  label->length = (int) end + 1;

  return label->number > 0;
}

TosoLintLabel
toso_lint_read_label (const char *text)
{
  TosoLintLabel label = { TOSO_LINT_LABEL_NONE, 0, 0, 0 };
  gsize         n = strcspn (text, ".) ");

  if (read_word (text, &label) || read_decimal (text, &label))
    return label;
  if (n == 0 || n > 5 || text[n] == '\0' || text[n + 1] != ' ')
    return label;
  label.length = (int) n + 2;
  if (text[n] == '.' && (label.number = read_number (text, n, TRUE)) > 0)
    label.kind = TOSO_LINT_LABEL_ROMAN;
  else if (text[n] == '.' && n <= 2 && (label.number = read_number (text, n, FALSE)) > 0)
    label.kind = TOSO_LINT_LABEL_ARABIC;
  else if (text[n] == ')' && (label.number = find_in (text, n, letters, G_N_ELEMENTS (letters))) > 0)
    label.kind = TOSO_LINT_LABEL_LETTER;

  return label;
}

static char *
format_label (TosoLintLabelKind kind,
              guint             above,
              guint             number)
{
  const char *roman = romans[CLAMP (number, 1, G_N_ELEMENTS (romans)) - 1];

  switch (kind)
    {
    case TOSO_LINT_LABEL_PART:
      return g_strdup_printf ("Phần %s", roman);
    case TOSO_LINT_LABEL_CHAPTER:
      return g_strdup_printf ("Chương %s", roman);
    case TOSO_LINT_LABEL_SECTION:
      return g_strdup_printf ("Mục %u", number);
    case TOSO_LINT_LABEL_ARTICLE:
      return g_strdup_printf ("Điều %u", number);
    case TOSO_LINT_LABEL_ROMAN:
      return g_strdup_printf ("%s.", roman);
    case TOSO_LINT_LABEL_DECIMAL:
      return g_strdup_printf ("%u.%u", above, number);
    case TOSO_LINT_LABEL_LETTER:
      return g_strdup_printf ("%s)", letters[CLAMP (number, 1, G_N_ELEMENTS (letters)) - 1]);
    case TOSO_LINT_LABEL_ARABIC:
    case TOSO_LINT_LABEL_NONE:
    default:
      return g_strdup_printf ("%u.", number);
    }
}

/* --- in the text --- */

typedef struct
{
  guint    last[TOSO_LINT_N_LABELS]; /* 0: none yet */
  gboolean anew[TOSO_LINT_N_LABELS]; /* it may begin at one again */
  guint    above;                    /* of the last decimal */
  gboolean in_title;                 /* of a part, chapter or section */
} Counter;

/* Chapters are counted through the parts, articles through all of them. */
static void
begin_under (Counter          *self,
             TosoLintLabelKind kind)
{
  for (int k = (int) kind + 1; k < TOSO_LINT_N_LABELS; k++)
    if (k == TOSO_LINT_LABEL_CHAPTER)
      self->anew[k] = TRUE;
    else if (k != TOSO_LINT_LABEL_ARTICLE)
      self->last[k] = 0;
}

/* What stands in capitals begins something else: an annex, a rule that a decision
 * goes with.  A sentence that ends with a colon begins a list. */
static void
look_for_beginning (Counter    *self,
                    const char *text)
{
  if (toso_lint_is_upper (text) && !self->in_title)
    {
      for (guint k = 0; k < TOSO_LINT_N_LABELS; k++)
        self->anew[k] = TRUE;
      return;
    }
  self->in_title = self->in_title && toso_lint_is_upper (text);
  if (g_str_has_suffix (text, ":"))
    self->anew[TOSO_LINT_LABEL_LETTER] = TRUE;
}

static guint
get_expected (const Counter       *self,
              const TosoLintLabel *label,
              guint               *above)
{
  guint last = self->last[label->kind];

  *above = label->above;
  if (label->kind != TOSO_LINT_LABEL_DECIMAL)
    return label->number == 1 && self->anew[label->kind] ? 1 : last + 1;
  if (self->last[TOSO_LINT_LABEL_ARABIC] > 0)
    *above = self->last[TOSO_LINT_LABEL_ARABIC];

  return last > 0 && label->above == self->above ? last + 1 : 1;
}

static void
count (Counter                 *self,
       GPtrArray               *findings,
       const TosoLintParagraph *paragraph)
{
  TosoLintLabel    label = toso_lint_read_label (paragraph->text);
  guint            above, expected;
  g_autofree char *found = NULL;
  g_autofree char *wanted = NULL;

  if (label.kind == TOSO_LINT_LABEL_NONE)
    {
      look_for_beginning (self, paragraph->text);
      return;
    }
  expected = get_expected (self, &label, &above);
  found = format_label (label.kind, label.above, label.number);
  wanted = format_label (label.kind, above, expected);
  if (!g_str_equal (found, wanted))
    {
      g_autofree char *where = toso_lint_quote (paragraph->text, 0, label.length);

      toso_lint_add (findings, paragraph->page, where, "numbering", "II.6.đ", found, wanted);
    }
  self->last[label.kind] = label.number;
  self->anew[label.kind] = FALSE;
  self->above = label.above;
  self->in_title = label.kind <= TOSO_LINT_LABEL_SECTION;
  begin_under (self, label.kind);
}

void
toso_lint_numbers (GPtrArray    *findings,
                   const GArray *paragraphs)
{
  Counter counter = { { 0 }, { FALSE }, 0, FALSE };

  for (guint i = 0; i < paragraphs->len; i++)
    count (&counter, findings, &g_array_index (paragraphs, TosoLintParagraph, i));
}

/* --- annexes --- */

static gboolean
is_annex (const char *text)
{
  return g_regex_match_simple (TOSO_LINT_ANNEX, text, 0, 0);
}

/* Somewhere before @annex the text says that there is something with it. */
static gboolean
has_pointer (const GArray            *paragraphs,
             const TosoLintParagraph *annex)
{
  static const char *const pointers[] = { "Phụ lục", "phụ lục", "kèm theo", "đính kèm" };

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);

      if (paragraph == annex || (annex->page > 0 && paragraph->page >= annex->page))
        return FALSE;
      for (guint p = 0; p < G_N_ELEMENTS (pointers); p++)
        if (strstr (paragraph->text, pointers[p]) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* A paper with annexes points to them (III.1.a); @annexes: the lines that begin
 * them, where they are not in @paragraphs. */
void
toso_lint_annex_pointer (GPtrArray    *findings,
                         const GArray *annexes,
                         const GArray *paragraphs)
{
  for (guint i = 0; i < annexes->len; i++)
    {
      const TosoLintParagraph *annex = &g_array_index (annexes, TosoLintParagraph, i);

      if (!is_annex (annex->text))
        continue;
      /* A file of its own has no text before it. */
      if ((i > 0 || annex->page > 1) && !has_pointer (paragraphs, annex))
        toso_lint_add (findings, annex->page, annex->text, "annex-pointer", "III.1.a", _ ("the text does not speak of it"),
                       _ ("“(có … kèm theo)” or “tại Phụ lục …” in the text"));
      return;
    }
}

/* "Phụ lục II" in roman; one that is alone needs none.  A file of its own begins
 * with whatever annex it is. */
void
toso_lint_annexes (GPtrArray    *findings,
                   const GArray *paragraphs)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  guint first = 1;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);

      /* Dots are left for the number. */
      if (is_annex (paragraph->text) && strstr (paragraph->text, "…") == NULL && strstr (paragraph->text, "..") == NULL)
        g_ptr_array_add (labels, paragraph);
    }
  for (guint i = 0; i < labels->len; i++)
    {
      const TosoLintParagraph *paragraph = labels->pdata[i];
      const char              *text = paragraph->text + strlen ("Phụ lục");
      guint                    number;
      g_autofree char         *found = NULL;
      g_autofree char         *wanted = NULL;

      text += strspn (text, " ");
      number = read_number (text, strcspn (text, " .:"), TRUE);
      if (i == 0 && number > 0 && paragraph->page <= 1 && paragraph == &g_array_index (paragraphs, TosoLintParagraph, 0))
        first = number;
      if (number == first + i || (number == 0 && labels->len == 1 && *text == '\0'))
        continue;
      found = g_strndup (paragraph->text, text - paragraph->text + strcspn (text, " .:"));
      wanted = labels->len == 1 ? g_strdup ("Phụ lục") : g_strdup_printf ("Phụ lục %s", romans[MIN (first + i, G_N_ELEMENTS (romans)) - 1]);
      toso_lint_add (findings, paragraph->page, paragraph->text, "annex-order", "III.1.a", g_strchomp (found), wanted);
    }
}
