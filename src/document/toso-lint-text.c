/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Slips that a pattern tells. */

#define QUOTE 24 /* characters at each side */

void
toso_lint_finding_free (TosoLintFinding *finding)
{
  if (finding == NULL)
    return;

  g_free (finding->where);
  g_free (finding->found);
  g_free (finding->expected);
  g_free (finding);
}

void
toso_lint_paragraph_clear (gpointer data)
{
  g_free (((TosoLintParagraph *) data)->text);
}

void
toso_lint_add (GPtrArray  *findings,
               guint       page,
               const char *where,
               const char *rule,
               const char *clause,
               const char *found,
               const char *expected)
{
  TosoLintFinding *finding = g_new0 (TosoLintFinding, 1);

  finding->page = page;
  finding->where = g_strdup (where);
  finding->rule = rule;
  finding->clause = clause;
  finding->found = g_strdup (found);
  finding->expected = g_strdup (expected);
  g_ptr_array_add (findings, finding);
}

char *
toso_lint_quote (const char *text,
                 int         start,
                 int         end)
{
  long        from = MAX (0, g_utf8_pointer_to_offset (text, text + start) - QUOTE);
  long        to = MIN (g_utf8_strlen (text, -1), g_utf8_pointer_to_offset (text, text + end) + QUOTE);
  const char *first = g_utf8_offset_to_pointer (text, from);
  const char *last = g_utf8_offset_to_pointer (text, to);

  /* Whole words. */
  while (first > text && first < text + start && first[-1] != ' ')
    first++;
  while (*last != '\0' && *last != ' ' && last > text + end)
    last--;

  return g_strstrip (g_strndup (first, last - first));
}

typedef struct
{
  const char *rule, *clause;
  const char *pattern;
  const char *expected; /* English msgid; or "\\…": what to put in place of the match */
} Slip;

/* Document types whose code stands before a hyphen: Annex III. */
#define CODES "NQ|QĐ|CT|QC|TB|HD|CTr|KH|PA|ĐA|BC|BB|TTr|TT|NĐ|CV"

static const Slip slips[] = {
  { "symbol-hyphen", "II.3.c", "\\b\\d+/(?:\\d{4}/)?(?:" CODES ")\\p{Lu}{3,}\\b", N_ ("a hyphen between the groups of the symbol") },
  { "symbol-space", "II.3.c", "\\b\\d+\\s*-\\s+(?:" CODES ")/|\\b\\d+\\s+/(?:" CODES ")-|\\b\\d+/(?:" CODES ")(?:\\s+-\\s*|-\\s+)\\p{Lu}", N_ ("no space within the symbol") },
  { "number-zero", "II.3.c", "\\bSố: [1-9]/", N_ ("a number below ten has a 0 in front") },
  { "day-zero", "II.4.b", "\\bngày [1-9] tháng", N_ ("a day below ten has a 0 in front") },
  { "month-zero", "II.4.b", "\\btháng (?:[12]|0[3-9]) năm \\d{4}", N_ ("months 1 and 2 have a 0 in front, the others none") },
  { "punctuation", "", ",\\.(?!\\.)|(?<![.…])\\.,|;;|,,|:\\.|;\\.", N_ ("one mark") },
  { "space-before", "", "\\p{L} [,;:](?!\\w)", N_ ("no space before the mark") },
  { "space-after", "", "\\p{Ll}[,;](?=\\p{L})", N_ ("a space after the mark") },
  { "double-space", "", "(?<=[\\p{L}.,;:)]) {2}(?=[\\p{L}(])", N_ ("one space") },
  { "repeated-word", "", "\\b(các|những) \\p{Ll}+ \\1 \\p{Ll}+", N_ ("the word once, or a comma between") },
  { "doubled-word", "", "\\b(của|và|cho|với|trong|được|các|những|là|thì|để) \\1\\b", N_ ("the word once") },
  { "link", "", "(?:https?://)?\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:gov|com|edu|org|net)\\.[a-z](?![\\w.])", N_ ("the whole address") },
  { "open-list", "", "\\p{L}+…(?=[.;]?$)|\\p{L}+\\.{3}(?=[.;]?$)", N_ ("the list to its end") },
  { "files", "II.9.d", "^(?:-\\s*Lưu(?! ?:)\\b|Lưu VT\\b).*", N_ ("“Lưu: VT, …”: a colon, and the office that drafted") },
};

static void
find_slips (GPtrArray               *findings,
            const TosoLintParagraph *paragraph,
            const Slip              *slip)
{
  g_autoptr (GRegex) regex = g_regex_new (slip->pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, paragraph->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_autofree char *where = NULL;
      int              start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      where = toso_lint_quote (paragraph->text, start, end);
      toso_lint_add (findings, paragraph->page, where, slip->rule, slip->clause, found, _ (slip->expected));
    }
}

/* --- words that ran together --- */

static gboolean
is_vowel (gunichar c)
{
  return g_utf8_strchr ("aăâeêioôơuưyàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ", -1, g_unichar_tolower (c)) != NULL;
}

static gboolean
has_tone (gunichar c)
{
  return g_utf8_strchr ("àằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹáắấéếíóốớúứýạặậẹệịọộợụựỵ", -1, g_unichar_tolower (c)) != NULL;
}

/* A syllable has one tone at most: two tones apart are two syllables. */
static gboolean
has_two_syllables (const char *word,
                   gsize       length)
{
  guint    tones = 0;
  gboolean in_vowels = FALSE, counted = FALSE;

  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_vowel (c))
        {
          in_vowels = FALSE;
          continue;
        }
      if (!in_vowels)
        counted = FALSE;
      in_vowels = TRUE;
      if (has_tone (c) && !counted)
        {
          tones++;
          counted = TRUE;
        }
    }

  return tones > 1;
}

static void
find_joined (GPtrArray               *findings,
             const TosoLintParagraph *paragraph)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\p{L}{5,}", G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, paragraph->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *found = g_match_info_fetch (match, 0);
      g_autofree char *where = NULL;
      int              start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      if (!has_two_syllables (found, strlen (found)))
        continue;
      where = toso_lint_quote (paragraph->text, start, end);
      toso_lint_add (findings, paragraph->page, where, "joined-words", "", found, _ ("a space between the words"));
    }
}

/* --- names written two ways --- */

typedef struct
{
  char *spelling;
  char *where;
  guint page;
} Spelling;

static void
spelling_free (gpointer data)
{
  Spelling *spelling = data;

  g_free (spelling->spelling);
  g_free (spelling->where);
  g_free (spelling);
}

/* "VNeID": capitals within a word, so that its writing is a matter of choice. */
static void
find_spellings (GPtrArray    *findings,
                const GArray *paragraphs)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, spelling_free);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) regex = g_regex_new ("\\b\\p{L}*\\p{Lu}\\p{Ll}+\\p{Lu}\\p{L}*\\b|\\b\\p{Lu}{2,}\\p{Ll}+\\p{L}*\\b|\\b\\p{Ll}+\\p{Lu}\\p{L}*\\b", G_REGEX_OPTIMIZE, 0, NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (regex, paragraph->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *found = g_match_info_fetch (match, 0);
          g_autofree char *folded = g_utf8_casefold (found, -1);
          const Spelling  *first = g_hash_table_lookup (known, folded);
          g_autofree char *where = NULL;
          int              start, end;

          g_match_info_fetch_pos (match, 0, &start, &end);
          where = toso_lint_quote (paragraph->text, start, end);
          if (first == NULL)
            {
              Spelling *spelling = g_new0 (Spelling, 1);

              spelling->spelling = g_strdup (found);
              g_hash_table_insert (known, g_strdup (folded), spelling);
            }
          else if (!g_str_equal (first->spelling, found) && g_hash_table_add (told, g_strdup (found)))
            {
              /* Translators: %s is how the word is written elsewhere in the paper */
              g_autofree char *expected = g_strdup_printf (_ ("written one way throughout: “%s” stands above"), first->spelling);

              toso_lint_add (findings, paragraph->page, where, "two-spellings", "", found, expected);
            }
        }
    }
}

/* Names whose owners write them so. */
static const char *const names[] = { "VNeID", "OCOP", "Zalo" };

static void
find_names (GPtrArray    *findings,
            const GArray *paragraphs)
{
  for (guint n = 0; n < G_N_ELEMENTS (names); n++)
    {
      g_autofree char *pattern = g_strdup_printf ("\\b%s\\b", names[n]);
      g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
      gboolean told = FALSE;

      for (guint i = 0; i < paragraphs->len && !told; i++)
        {
          const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
          g_autoptr (GMatchInfo) match = NULL;

          for (g_regex_match (regex, paragraph->text, 0, &match); g_match_info_matches (match) && !told; g_match_info_next (match, NULL))
            {
              g_autofree char *found = g_match_info_fetch (match, 0);
              g_autofree char *where = NULL;
              int              start, end;

              g_match_info_fetch_pos (match, 0, &start, &end);
              if (g_str_equal (found, names[n]) || (start > 0 && strchr ("./@", paragraph->text[start - 1]) != NULL))
                continue;
              where = toso_lint_quote (paragraph->text, start, end);
              toso_lint_add (findings, paragraph->page, where, "name", "", found, names[n]);
              told = TRUE;
            }
        }
    }
}

/* Names of a thing that the law has changed: both in one paper contradict each
 * other (Decree 42/2022/NĐ-CP: one-part and whole-process services). */
static void
find_old_terms (GPtrArray    *findings,
                const GArray *paragraphs)
{
  static const char *const olds[] = { "mức độ 3, 4", "mức độ 3 và 4", "mức độ 3, mức độ 4" };
  gboolean                 has_new = FALSE;

  for (guint i = 0; i < paragraphs->len; i++)
    has_new = has_new || strstr (g_array_index (paragraphs, TosoLintParagraph, i).text, "toàn trình") != NULL;
  for (guint i = 0; has_new && i < paragraphs->len; i++)
    for (guint o = 0; o < G_N_ELEMENTS (olds); o++)
      {
        const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);
        const char              *at = strstr (paragraph->text, olds[o]);
        g_autofree char         *where = NULL;

        if (at == NULL)
          continue;
        where = toso_lint_quote (paragraph->text, at - paragraph->text, at - paragraph->text + strlen (olds[o]));
        toso_lint_add (findings, paragraph->page, where, "two-terms", "", olds[o], "một phần, toàn trình");
      }
}

void
toso_lint_text (GPtrArray    *findings,
                const GArray *paragraphs)
{
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);

      for (guint s = 0; s < G_N_ELEMENTS (slips); s++)
        find_slips (findings, paragraph, &slips[s]);
      find_joined (findings, paragraph);
    }
  find_spellings (findings, paragraphs);
  find_names (findings, paragraphs);
  find_old_terms (findings, paragraphs);
}

/**
 * toso_lint_paragraphs:
 *
 * Returns: (transfer full): in the order of the rules
 */
GPtrArray *
toso_lint_paragraphs (const char *const *paragraphs)
{
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (TosoLintParagraph));
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_lint_finding_free);

  g_return_val_if_fail (paragraphs != NULL, findings);

  g_array_set_clear_func (array, toso_lint_paragraph_clear);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      TosoLintParagraph paragraph = { .text = g_utf8_make_valid (paragraphs[i], -1) };

      g_array_append_val (array, paragraph);
    }
  toso_lint_text (findings, array);
  toso_lint_order (findings, array);
  toso_lint_citations (findings, array);
  toso_lint_abbreviations (findings, array);
  toso_lint_symbol (findings, array);
  toso_lint_annexes (findings, array);
  toso_lint_annex_pointer (findings, array, array);

  return findings;
}
