/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-reading.h"

#include <string.h>

#include "core/toso-date.h"
#include "exchange/toso-fold.h"
#include "exchange/toso-label-reader.h"

/* Who issues the plan, for which year, with how many villages and what the
 * teams are called: by what the text says most often. */

#define MAX_CHARS 4000

typedef struct
{
  GHashTable *names;     /* "xã\nNgọc Liên" → count */
  GHashTable *provinces; /* "Thanh Hóa" → count */
  GHashTable *teams;     /* "Tổ Công nghệ số cộng đồng" → count */
  GHashTable *abbreviations;
  GHashTable *villages; /* count as text → count */
} Votes;

static void
vote (GHashTable *table,
      char       *name,
      guint       weight)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (table, name));

  g_hash_table_insert (table, name, GUINT_TO_POINTER (count + weight));
}

/* The name with the most votes; of equals the first by letters, so that the
 * same text always gives the same answer. */
static const char *
winner (GHashTable *table)
{
  GHashTableIter iter;
  gpointer       name;
  gpointer       count;
  const char    *best = NULL;
  guint          best_count = 0;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &name, &count))
    if (best == NULL || GPOINTER_TO_UINT (count) > best_count ||
        (GPOINTER_TO_UINT (count) == best_count && strcmp (name, best) < 0))
      {
        best = name;
        best_count = GPOINTER_TO_UINT (count);
      }
  return best;
}

/* The words with a capital from @at on: "Ngọc Liên"; "" when there is none */
static char *
name_after (const TosoFold *fold,
            const char     *text,
            gsize           at)
{
  gsize start = toso_fold_skip (fold, at);
  gsize end = start;
  guint n_words = 0;
  gsize p = start;

  while (n_words < 5 && p < fold->length)
    {
      gunichar first = g_utf8_get_char (text + fold->offsets[p]);

      if (!g_unichar_isupper (first) && !(n_words == 0 && g_unichar_isdigit (first)))
        break;
      while (toso_fold_is_word (fold, p) ||
             (p < fold->length && strchr ("'-", fold->ascii[p]) != NULL && toso_fold_is_word (fold, p + 1)))
        p++;
      if (p == end)
        break;
      end = p;
      n_words++;
      if (p >= fold->length || fold->ascii[p] != ' ')
        break;
      p++;
    }
  return toso_fold_slice (fold, text, start, end);
}

/* "XÃ NGỌC LIÊN" of the head → "Ngọc Liên" */
static char *
capitalise (const char *capitals)
{
  g_autofree char *lower = g_utf8_strdown (capitals, -1);
  g_autoptr (GString) name = g_string_new (NULL);
  gboolean    at_start = TRUE;
  const char *p;

  for (p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      g_string_append_unichar (name, at_start ? g_unichar_toupper (letter) : letter);
      at_start = letter == ' ' || letter == '-';
    }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

static gboolean
has_accents (const TosoFold *fold,
             const char     *text,
             gsize           at,
             const char     *word)
{
  g_autofree char *printed = toso_fold_slice (fold, text, at, at + g_utf8_strlen (word, -1));
  g_autofree char *lower = g_utf8_strdown (printed, -1);

  return g_str_equal (lower, word);
}

static void
vote_places (Votes          *votes,
             const TosoFold *fold,
             const char     *text,
             gboolean        capitals)
{
  static const struct
  {
    const char *folded;
    const char *word;
    gboolean    province;
  } nouns[] = {
    { "xa", "xã", FALSE },
    { "phuong", "phường", FALSE },
    { "dac khu", "đặc khu", FALSE },
    { "thi tran", "thị trấn", FALSE },
    { "tinh", "tỉnh", TRUE },
    { "thanh pho", "thành phố", TRUE },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      gssize at;

      for (at = toso_fold_find (fold, 0, nouns[i].folded); at >= 0;
           at = toso_fold_find (fold, (gsize) at + 1, nouns[i].folded))
        {
          gsize            after = (gsize) at + strlen (nouns[i].folded);
          g_autofree char *name = NULL;
          gboolean         issues;

          /* One space: across a table's gap stands another cell. */
          if (!has_accents (fold, text, (gsize) at, nouns[i].word) || toso_fold_skip (fold, after) != after + 1)
            continue;
          name = name_after (fold, text, after);
          if (*name == '\0')
            continue;
          if (capitals)
            {
              char *small = capitalise (name);

              g_free (name);
              name = small;
            }
          /* "UBND xã …" says who issues; other communes are only named. */
          issues = at >= 5 && (toso_fold_has (fold, (gsize) at - 5, "ubnd") ||
                               (at >= 16 && toso_fold_has (fold, (gsize) at - 16, "uy ban nhan dan")));
          if (nouns[i].province)
            vote (votes->provinces, g_steal_pointer (&name), 1);
          else
            vote (votes->names, g_strconcat (nouns[i].word, "\n", name, NULL), issues ? 8 : 2);
        }
    }
}

static void
vote_teams (Votes          *votes,
            const TosoFold *fold,
            const char     *text)
{
  static const char *const teams[] = { "to cong nghe so cong dong", "to chuyen doi so cong dong", "to cong nghe cong dong", NULL };
  static const char *const short_ones[] = { "to cnscd", "to cdscd", "to cns cd", "to cds cd", "to cncd", NULL };
  gssize                   at;

  for (at = toso_fold_find (fold, 0, "to"); at >= 0; at = toso_fold_find (fold, (gsize) at + 1, "to"))
    {
      gsize       length = toso_fold_has_any (fold, (gsize) at, teams);
      GHashTable *table = votes->teams;

      if (length == 0)
        {
          length = toso_fold_has_any (fold, (gsize) at, short_ones);
          table = votes->abbreviations;
        }
      if (length > 0 && has_accents (fold, text, (gsize) at, "tổ"))
        {
          char *name = toso_fold_slice (fold, text, (gsize) at, (gsize) at + length);

          /* A team begins a sentence no oftener than it stands within one. */
          vote (table, name, table == votes->teams && toso_is_all_capitals (name) ? 1 : (g_unichar_isupper (g_utf8_get_char (name)) ? 8 : 4));
        }
    }
}

static void
vote_villages (Votes          *votes,
               const TosoFold *fold,
               const char     *text)
{
  static const char *const nouns[] = {
    "thôn", "làng", "bản", "xóm", "ấp", "tổ dân phố", "khu phố", "khóm", "khu dân cư", "buôn", "plei", "tổ", NULL
  };
  gsize at = 0;

  while (at < fold->length)
    {
      gsize start = at;
      gsize noun;

      if (!g_ascii_isdigit (fold->ascii[at]))
        {
          at++;
          continue;
        }
      while (at < fold->length && g_ascii_isdigit (fold->ascii[at]))
        at++;
      noun = toso_fold_skip (fold, at);
      if (at - start <= 3 && noun > at && toso_fold_has_any_exact (fold, text, noun, nouns) > 0 &&
          (start == 0 || strchr ("., ", fold->ascii[start - 1]) == NULL || fold->ascii[start - 1] == ' ') &&
          !toso_fold_has (fold, noun, "to chuc"))
        {
          char    *count = g_strndup (fold->ascii + start, at - start);
          gboolean team = toso_fold_has_exact (fold, text, noun, "tổ") && !toso_fold_has_exact (fold, text, noun, "tổ dân phố");

          vote (votes->villages, count, team ? 1 : 3);
        }
      else if (at < fold->length && fold->ascii[at] == '/' && start > 0 && fold->ascii[start - 1] == ' ')
        {
          /* 41/41 thôn: the number after the stroke is the whole. */
          gsize whole = at + 1;
          gsize end = whole;

          while (end < fold->length && g_ascii_isdigit (fold->ascii[end]))
            end++;
          noun = toso_fold_skip (fold, end);
          if (end > whole && end - whole <= 3 && noun > end && toso_fold_has_any_exact (fold, text, noun, nouns) > 0)
            vote (votes->villages, g_strndup (fold->ascii + whole, end - whole), 2);
          at = MAX (end, at + 1);
        }
    }
}

static int
year_after (const TosoFold *fold,
            gsize           at)
{
  gssize found;

  for (found = toso_fold_find (fold, at, "nam"); found >= 0; found = toso_fold_find (fold, (gsize) found + 1, "nam"))
    {
      gsize digits = toso_fold_skip (fold, (gsize) found + 3);

      if (digits + 4 <= fold->length && strspn (fold->ascii + digits, "0123456789") == 4 &&
          g_str_has_prefix (fold->ascii + digits, "20"))
        return (int) g_ascii_strtoll (fold->ascii + digits, NULL, 10);
    }
  return 0;
}

static int
year_of_text (const char *text)
{
  g_autoptr (TosoFold) fold = NULL;

  if (text == NULL)
    return 0;
  fold = toso_fold_new (text, MAX_CHARS);
  return year_after (fold, 0);
}

/* The title says it; else the place's date, else the text before the first
 * section. */
static int
find_year (const TosoReading *reading)
{
  const TosoPlan *plan = reading->plan;
  int             year = 0;
  guint           i;

  for (i = 0; year == 0 && plan->header.title != NULL && plan->header.title[i] != NULL; i++)
    year = year_of_text (plan->header.title[i]);
  if (year == 0)
    year = year_of_text (plan->header.kind);
  if (year == 0)
    year = year_of_text (plan->header.place_date);
  for (i = 0; year == 0 && i < reading->paragraphs->len; i++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);
      g_autoptr (TosoFold) fold = NULL;
      gssize at;

      /* A date of a law is no year of a plan. */
      fold = toso_fold_new (paragraph->text, MAX_CHARS);
      for (at = toso_fold_find (fold, 0, "ke hoach"); year == 0 && at >= 0; at = toso_fold_find (fold, (gsize) at + 1, "ke hoach"))
        year = strstr (fold->ascii + at, "thang") == NULL ? year_after (fold, (gsize) at) : 0;
    }
  return year;
}

static void
vote_text (Votes      *votes,
           const char *text)
{
  g_autoptr (TosoFold) fold = NULL;

  if (text == NULL)
    return;
  fold = toso_fold_new (text, MAX_CHARS);
  vote_places (votes, fold, text, FALSE);
  vote_teams (votes, fold, text);
  vote_villages (votes, fold, text);
}

static void
vote_header (Votes                *votes,
             const TosoPlanHeader *header)
{
  guint i;

  for (i = 0; header->title != NULL && header->title[i] != NULL; i++)
    vote_text (votes, header->title[i]);
  for (i = 0; header->agency != NULL && header->agency[i] != NULL; i++)
    {
      g_autoptr (TosoFold) fold = toso_fold_new (header->agency[i], MAX_CHARS);

      vote_places (votes, fold, header->agency[i], TRUE);
    }
  if (header->superior != NULL)
    {
      g_autoptr (TosoFold) over = toso_fold_new (header->superior, MAX_CHARS);

      vote_places (votes, over, header->superior, TRUE);
    }
}

static void
set_string (char      **field,
            const char *value)
{
  g_free (*field);
  *field = g_strdup (value != NULL ? value : "");
}

static void
set_commune (TosoCommune *commune,
             const Votes *votes)
{
  const char *name = winner (votes->names);

  if (name != NULL)
    {
      const char      *split = strchr (name, '\n');
      g_autofree char *kind = g_strndup (name, (gsize) (split - name));
      g_autofree char *agency = g_strdup_printf ("Ủy ban nhân dân %s %s", kind, split + 1);

      set_string (&commune->kind, kind);
      set_string (&commune->name, split + 1);
      set_string (&commune->agency, agency);
    }
  set_string (&commune->province, winner (votes->provinces));
  set_string (&commune->team_name, winner (votes->teams));
  set_string (&commune->team_abbr, winner (votes->abbreviations));
}

void
toso_commune_read (TosoReading *reading)
{
  TosoPlan *plan = reading->plan;
  Votes     votes;
  guint     i;

  votes.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  votes.provinces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  votes.teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  votes.abbreviations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  votes.villages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  vote_header (&votes, &plan->header);
  for (i = 0; i < reading->paragraphs->len; i++)
    {
      const TosoParagraph *paragraph = g_ptr_array_index (reading->paragraphs, i);

      vote_text (&votes, paragraph->text);
    }
  for (i = 0; i < plan->recipients->len; i++)
    vote_text (&votes, g_ptr_array_index (plan->recipients, i));

  set_commune (&plan->commune, &votes);
  plan->year = find_year (reading);
  if (g_hash_table_size (votes.villages) > 0)
    plan->n_villages = (guint) g_ascii_strtoull (winner (votes.villages), NULL, 10);

  g_hash_table_unref (votes.names);
  g_hash_table_unref (votes.provinces);
  g_hash_table_unref (votes.teams);
  g_hash_table_unref (votes.abbreviations);
  g_hash_table_unref (votes.villages);
}
