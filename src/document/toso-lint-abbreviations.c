/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* An abbreviation is introduced where it is first used: "Full name (ABC)", or
 * "Full name (sau đây gọi tắt là ABC)".  The decree asks that official terms are
 * plain (Annex I, Part I, II.2.a lets names be shortened by the usual words
 * only); a reader who has met the full name can tell what its letters mean. */

#define SHORTEST_INITIALS 3 /* two letters are the initials of some two words anywhere */
#define LONGEST_BRACKETS  5 /* words: "(Tổ CNSCĐ)" introduces, a list does not */

/* What every office writes so, and what has no other name. */
static const char *const common[] = {
  "AI",
  "AIDS",
  "ANTT",
  "ASEAN",
  "ATGT",
  "ATM",
  "BB",
  "BC",
  "BCA",
  "BCH",
  "BCĐ",
  "BHXH",
  "BHYT",
  "BNV",
  "BQP",
  "BTC",
  "BTV",
  "CA",
  "CBCC",
  "CBCCVC",
  "CCCD",
  "CCHC",
  "CD",
  "CHXHCN",
  "CLB",
  "CNTT",
  "CP",
  "CQ",
  "CT",
  "CTr",
  "CV",
  "CĐ",
  "CĐS",
  "DN",
  "DNA",
  "FAQ",
  "FPT",
  "GD",
  "GDP",
  "GM",
  "HD",
  "HIV",
  "HTX",
  "HĐ",
  "HĐND",
  "ID",
  "IP",
  "ISO",
  "IT",
  "KCN",
  "KH",
  "KHCN",
  "KT",
  "KT-XH",
  "KTXH",
  "LED",
  "MTTQ",
  "NCC",
  "NNT",
  "NQ",
  "NTM",
  "NXB",
  "NĐ",
  "OCOP",
  "ODA",
  "OTP",
  "PA",
  "PC",
  "PCCC",
  "PCT",
  "PDF",
  "PGS",
  "PL",
  "POS",
  "QCVN",
  "QH",
  "QLNN",
  "QP-AN",
  "QPAN",
  "QR",
  "QĐ",
  "SIM",
  "SMS",
  "STT",
  "TB",
  "TC",
  "TCVN",
  "TDTT",
  "THCS",
  "THPT",
  "TL",
  "TM",
  "TP",
  "TT",
  "TTATXH",
  "TTHC",
  "TTr",
  "TUQ",
  "TV",
  "TW",
  "TX",
  "TƯ",
  "UB",
  "UBND",
  "UBMTTQ",
  "UNESCO",
  "URL",
  "USB",
  "VB",
  "VH",
  "VHXH",
  "VH-XH",
  "VN",
  "VNPT",
  "VP",
  "VT",
  "VX",
  "WHO",
  "XH",
  "ĐA",
  "ĐH",
  "ĐT",
  "ĐU",
};

/* Where an abbreviation first stands. */
typedef struct
{
  char    *token;
  char    *where;
  guint    page;
  gboolean is_clear; /* its full name stands above */
  gboolean is_told;
} Use;

typedef struct
{
  GRegex     *token, *roman;
  GHashTable *usual;
  GHashTable *introduced;
  GHashTable *uses;     /* by token */
  GPtrArray  *in_order; /* of Use, that of @uses */
  GString    *initials; /* of the words so far, in capitals */
} Reader;

static gunichar
get_letter (gunichar c)
{
  gunichar base, mark, upper = g_unichar_toupper (c);

  /* Tones are no part of a letter: "Ủy ban" is U, B.  Ô, Ơ, Ư, Đ stay. */
  while (g_unichar_decompose (upper, &base, &mark) && (mark == 0x300 || mark == 0x301 || mark == 0x303 || mark == 0x309 || mark == 0x323))
    upper = base;

  return upper;
}

/* A tone makes it a word in capitals. */
static gboolean
is_word (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (get_letter (g_utf8_get_char (p)) != g_unichar_toupper (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
append_initials (GString    *initials,
                 const char *text)
{
  gboolean within = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c) && !within && !(g_str_has_prefix (p, "và ")))
        g_string_append_unichar (initials, get_letter (c));
      within = g_unichar_isalpha (c);
    }
}

static gboolean
is_upper_word (const char *text,
               gsize       length)
{
  guint n = 0;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c) || g_unichar_isdigit (c))
        return FALSE;
      n += g_unichar_isalpha (c);
    }

  return n > 1;
}

/* Among words in capitals: a heading. */
static gboolean
stands_in_heading (const char *text,
                   int         start,
                   int         end)
{
  const char *before = text + start;
  const char *after = text + end + strspn (text + end, " ");
  const char *from;

  while (before > text && before[-1] == ' ')
    before--;
  from = before;
  while (from > text && from[-1] != ' ')
    from--;

  return (is_upper_word (from, (gsize) (before - from)) && strpbrk (from, " ") != NULL) || is_upper_word (after, strcspn (after, " "));
}

/* Its letters: "KH&CN" is KHCN. */
static char *
get_letters (const char *token)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = token; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, get_letter (g_utf8_get_char (p)));

  return g_string_free (letters, FALSE);
}

/* What stands in the brackets around @start, and where they open; or NULL. */
static char *
get_brackets (const char *text,
              int         start,
              int        *open)
{
  const char *p = text + start;
  const char *close = strchr (p, ')');

  while (p > text && *p != '(' && *p != ')')
    p--;
  if (*p != '(' || close == NULL)
    return NULL;
  *open = (int) (p - text);

  return g_strndup (p + 1, (gsize) (close - p - 1));
}

static gboolean
ends_with (const char *text,
           int         end,
           const char *suffix)
{
  int n = (int) strlen (suffix);

  return end >= n && strncmp (text + end - n, suffix, (gsize) n) == 0;
}

/* @by_name: its full name stands right before. */
static gboolean
is_introduction (const char *text,
                 const char *token,
                 int         start,
                 gboolean   *by_name)
{
  int              open = 0;
  g_autofree char *inside = get_brackets (text, start, &open);
  g_autofree char *before = inside != NULL ? g_strndup (text, (gsize) open) : NULL;
  g_autofree char *letters = get_letters (token);
  g_autoptr (GString) initials = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  *by_name = FALSE;
  if (inside == NULL)
    return ends_with (text, start, "tắt là ");
  words = g_strsplit (inside, " ", -1);
  append_initials (initials, before);
  *by_name = strstr (inside, "gọi") != NULL || strstr (inside, "viết tắt") != NULL || g_str_has_suffix (initials->str, letters);
  if (strstr (inside, "gọi") != NULL || strstr (inside, "viết tắt") != NULL)
    return TRUE;

  return g_str_equal (inside, token) || (*by_name && g_strv_length (words) <= LONGEST_BRACKETS);
}

static void
use_free (gpointer data)
{
  Use *use = data;

  g_free (use->token);
  g_free (use->where);
  g_free (use);
}

static void
tell (GPtrArray  *findings,
      Use        *use,
      const char *expected)
{
  toso_lint_add (findings, use->page, use->where, "abbreviation", "", use->token, expected);
  use->is_told = TRUE;
}

static void
read_token (Reader                  *reader,
            GPtrArray               *findings,
            const TosoLintParagraph *paragraph,
            const char              *token,
            int                      start,
            int                      end)
{
  g_autofree char *letters = get_letters (token);
  Use             *use = g_hash_table_lookup (reader->uses, token);
  gboolean         by_name;

  if (is_introduction (paragraph->text, token, start, &by_name))
    {
      if (use != NULL && by_name && !use->is_told)
        tell (findings, use, _ ("introduced here: below, its full name stands with it in brackets"));
      g_hash_table_add (reader->introduced, g_strdup (token));
      return;
    }
  if (use != NULL || g_hash_table_contains (reader->introduced, token))
    return;
  use = g_new0 (Use, 1);
  use->token = g_strdup (token);
  use->where = toso_lint_quote (paragraph->text, start, end);
  use->page = paragraph->page;
  use->is_clear = g_utf8_strlen (letters, -1) >= SHORTEST_INITIALS && strstr (reader->initials->str, letters) != NULL;
  g_hash_table_insert (reader->uses, use->token, use);
  g_ptr_array_add (reader->in_order, use);
}

static void
read_paragraph (Reader                  *reader,
                GPtrArray               *findings,
                const TosoLintParagraph *paragraph)
{
  const char *text = paragraph->text;
  g_autoptr (GMatchInfo) match = NULL;
  int read_to = 0;

  for (g_regex_match (reader->token, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *token = g_match_info_fetch (match, 0);
      g_autofree char *before = NULL;
      int              start, end;

      g_match_info_fetch_pos (match, 0, &start, &end);
      before = g_strndup (text + read_to, (gsize) (start - read_to));
      append_initials (reader->initials, before);
      read_to = start;
      if (g_hash_table_contains (reader->usual, token) || is_word (token) || g_regex_match (reader->roman, token, 0, NULL) ||
          stands_in_heading (text, start, end))
        continue;
      read_token (reader, findings, paragraph, token, start, end);
    }
  append_initials (reader->initials, text + read_to);
  g_string_append_c (reader->initials, ' ');
}

static void
init_reader (Reader *reader)
{
  /* No part of a symbol ("55/2025/NQ-HĐND"), of an address, of a word. */
  reader->token = g_regex_new ("(?<![\\p{L}\\d/&.@_-])\\p{Lu}(?:\\p{Lu}|[-&]\\p{Lu})+(?![\\p{L}\\d/&@_-])", G_REGEX_OPTIMIZE, 0, NULL);
  reader->roman = g_regex_new ("^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$", G_REGEX_OPTIMIZE, 0, NULL);
  reader->usual = g_hash_table_new (g_str_hash, g_str_equal);
  reader->introduced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->uses = g_hash_table_new (g_str_hash, g_str_equal);
  reader->in_order = g_ptr_array_new_with_free_func (use_free);
  reader->initials = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_hash_table_add (reader->usual, (gpointer) common[i]);
}

static void
clear_reader (Reader *reader)
{
  g_regex_unref (reader->token);
  g_regex_unref (reader->roman);
  g_hash_table_unref (reader->usual);
  g_hash_table_unref (reader->introduced);
  g_hash_table_unref (reader->uses);
  g_ptr_array_unref (reader->in_order);
  g_string_free (reader->initials, TRUE);
}

/* The list of recipients is short by custom; an annex may follow it. */
void
toso_lint_abbreviations (GPtrArray    *findings,
                         const GArray *paragraphs)
{
  Reader   reader;
  gboolean among_recipients = FALSE;

  init_reader (&reader);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TosoLintParagraph *paragraph = &g_array_index (paragraphs, TosoLintParagraph, i);

      if (g_str_has_prefix (paragraph->text, "Nơi nhận"))
        among_recipients = TRUE;
      if (g_str_has_prefix (paragraph->text, "Phụ lục"))
        among_recipients = FALSE;
      if (!among_recipients && !toso_lint_is_upper (paragraph->text))
        read_paragraph (&reader, findings, paragraph);
    }
  for (guint i = 0; i < reader.in_order->len; i++)
    {
      Use *use = reader.in_order->pdata[i];

      if (!use->is_clear && !use->is_told)
        tell (findings, use, _ ("the full name where it is first used, with the abbreviation in brackets after it"));
    }
  clear_reader (&reader);
}
