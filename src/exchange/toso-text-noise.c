/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-text-lines.h"

#include <string.h>

#include "exchange/toso-fold.h"

/* What stands between a plan's lines without being of them: the times that
 * signing programs stamp, the targets of a PDF's links, page numbers. */

/* Fewer lines than this are no page. */
#define MIN_PAGE_LINES  15
#define MAX_PAGE_LINES  200
#define MAX_NOISE_CHARS 160
/* Page numbers begin at 1 or 2, or at 3 after a cover (Decree 30/2020/NĐ-CP,
 * Annex I, Part I, I.5: none on the first page). */
#define MAX_FIRST_NUMBER 3
/* No number stands within so many lines of a page's. */
#define CELLS_REACH 6

/* @pattern: 9 stands for any digit */
static gboolean
has_pattern (const char *text,
             const char *pattern)
{
  for (; *pattern != '\0'; pattern++, text++)
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return TRUE;
}

static gboolean
is_stamp (const char *line)
{
  static const char *const keys[] = { "thoi gian ky:", "nguoi ky:", "ky boi:", "ngay ky:", NULL };
  g_autoptr (TosoFold) fold = NULL;

  if (has_pattern (line, "9999-99-99T99:99:99"))
    return strlen (line) <= 29;

  fold = toso_fold_new (line, MAX_NOISE_CHARS);
  return toso_fold_has_any (fold, 0, keys) > 0;
}

/* What a signing program prints below or above its name */
static gboolean
is_stamp_detail (const char *line)
{
  static const char *const keys[] = { "email:", "co quan:", NULL };
  g_autoptr (TosoFold) fold = toso_fold_new (line, MAX_NOISE_CHARS);

  return toso_fold_has_any (fold, 0, keys) > 0;
}

static gboolean
is_rule (const char *line)
{
  return strlen (line) >= 3 && strspn (line, "_-=*|+: ") == strlen (line) && strpbrk (line, "_-=*") != NULL;
}

/* "3", "- 3 -", "Trang 3", "3/7" → 3; else 0 */
static guint
page_number (const char *line)
{
  const char *p = line;
  guint       number;
  gsize       digits;

  if (strlen (line) > 20)
    return 0;
  if (g_str_has_prefix (p, "Trang "))
    p += strlen ("Trang ");
  p += strspn (p, "- ");
  digits = strspn (p, "0123456789");
  if (digits == 0 || digits > 3)
    return 0;
  number = (guint) g_ascii_strtoull (p, NULL, 10);
  p += digits;
  if (*p == '/')
    p += 1 + strspn (p + 1, "0123456789");
  p += strspn (p, "- ");
  return *p == '\0' ? number : 0;
}

static char *
link_key (const char *link,
          gsize       length)
{
  while (length > 0 && strchr ("/.,;)", link[length - 1]) != NULL)
    length--;
  return g_strndup (link, length);
}

/* The link in @line, or NULL; @alone: nothing else is there. */
static char *
find_link (const char *line,
           gboolean   *alone)
{
  const char *start = strstr (line, "http");
  gsize       length;

  if (start == NULL)
    start = strstr (line, "www.");
  if (start == NULL)
    return NULL;
  length = strcspn (start, " \t");
  *alone = start == line && line[length] == '\0';
  return link_key (start, length);
}

static void
set_noise (TosoText *text,
           guint     index,
           TosoNoise noise)
{
  toso_text_line (text, index)->noise = 1;
  g_array_index (text->noises, TosoNoise, index) = noise;
}

static gboolean
ends_sentence (const TosoText *text,
               guint           index)
{
  return strchr (".;:!?", text->source[toso_text_line (text, index)->end - 1]) != NULL;
}

/* A link on a line of its own is a PDF's when it is there twice, or stands in
 * a sentence elsewhere.  One that a sentence was broken at is text. */
static void
find_link_noise (TosoText *text)
{
  g_autoptr (GHashTable) in_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = g_strndup (text->source + line->start, MIN (line->end - line->start, 4000));
      gboolean            alone = FALSE;
      char               *link = find_link (words, &alone);

      g_ptr_array_add (links, alone ? link : NULL);
      if (link != NULL && !alone)
        g_hash_table_add (in_text, link);
    }
  for (i = 0; i < text->lines->len; i++)
    {
      const char *link = g_ptr_array_index (links, i);
      const char *before = i > 0 ? g_ptr_array_index (links, i - 1) : NULL;
      const char *after = i + 1 < text->lines->len ? g_ptr_array_index (links, i + 1) : NULL;

      if (link == NULL)
        continue;
      if (g_strcmp0 (link, before) == 0 || g_strcmp0 (link, after) == 0 ||
          (g_hash_table_contains (in_text, link) && i > 0 && ends_sentence (text, i - 1)))
        set_noise (text, i, TOSO_NOISE_LINK);
    }
}

/* A line that may be a page's number */
typedef struct
{
  guint    index; /* of the line */
  guint    number;
  guint    page;     /* by the form feeds before it, from 1 */
  gboolean at_break; /* first or last of its page */
  gboolean dressed;  /* "Trang 3", "- 3 -" */
  gboolean believed;
} Candidate;

static GArray *
collect_candidates (const TosoText *text)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint   page = 1;
  guint   i;

  for (i = 0; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;
      Candidate           candidate = { i };

      page += line->page_break;
      if (line->end - line->start > 20 || line->noise)
        continue;
      words = toso_text_dup_line (text, i);
      candidate.number = page_number (words);
      if (candidate.number == 0)
        continue;
      candidate.page = page;
      candidate.at_break = line->page_break || (i + 1 < text->lines->len && toso_text_line (text, i + 1)->page_break);
      candidate.dressed = g_str_has_prefix (words, "Trang ") || (*words == '-' && g_str_has_suffix (words, "-"));
      g_array_append_val (candidates, candidate);
    }
  return candidates;
}

static Candidate *
get_candidate (GArray *candidates,
               guint   i)
{
  return &g_array_index (candidates, Candidate, i);
}

/* At form feeds: the pages' own numbers, or a row that begins elsewhere. */
static void
believe_at_breaks (GArray *candidates)
{
  g_autoptr (GHashTable) shifts = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint i;
  guint pass;

  for (pass = 0; pass < 2; pass++)
    for (i = 0; i < candidates->len; i++)
      {
        Candidate *candidate = get_candidate (candidates, i);
        gpointer   shift = GINT_TO_POINTER ((int) candidate->number - (int) candidate->page);
        guint      seen = GPOINTER_TO_UINT (g_hash_table_lookup (shifts, shift));

        if (!candidate->at_break)
          continue;
        if (pass == 0)
          g_hash_table_insert (shifts, shift, GUINT_TO_POINTER (seen + 1));
        else
          candidate->believed = seen >= 2 || candidate->number == candidate->page;
      }
}

/* The cells of a table that was pasted one a line stand among other numbers. */
static gboolean
stands_alone (GArray *candidates,
              guint   i)
{
  guint index = get_candidate (candidates, i)->index;

  return (i == 0 || index - get_candidate (candidates, i - 1)->index > CELLS_REACH) &&
         (i + 1 == candidates->len || get_candidate (candidates, i + 1)->index - index > CELLS_REACH);
}

/* Without form feeds: 2, 3, 4 … each a page after the one before.  One number
 * by itself is text. */
static void
believe_rows (GArray *candidates)
{
  guint first;
  guint i;

  for (first = 0; first < candidates->len; first++)
    {
      Candidate *begin = get_candidate (candidates, first);
      Candidate *last = begin;

      if (begin->believed || begin->number > MAX_FIRST_NUMBER || !stands_alone (candidates, first))
        continue;
      /* Before page 2 there is a page. */
      if (begin->index < MIN_PAGE_LINES && begin->number > 1)
        continue;
      begin->believed = begin->dressed;
      for (i = first + 1; i < candidates->len; i++)
        {
          Candidate *next = get_candidate (candidates, i);

          if (next->index - last->index > MAX_PAGE_LINES)
            break;
          if (next->number != last->number + 1 || next->index - last->index < MIN_PAGE_LINES || !stands_alone (candidates, i))
            continue;
          begin->believed = TRUE;
          next->believed = TRUE;
          last = next;
        }
      if (begin->believed)
        return;
    }
}

static void
find_page_numbers (TosoText *text)
{
  g_autoptr (GArray) candidates = collect_candidates (text);
  guint i;

  believe_at_breaks (candidates);
  believe_rows (candidates);
  for (i = 0; i < candidates->len; i++)
    if (get_candidate (candidates, i)->believed)
      set_noise (text, get_candidate (candidates, i)->index, TOSO_NOISE_PAGE_NUMBER);
}

void
toso_text_find_noise (TosoText *text)
{
  gboolean after_stamp = FALSE;
  guint    i;

  for (i = 0; i < text->lines->len; i++)
    {
      const TosoTextLine *line = toso_text_line (text, i);
      g_autofree char    *words = NULL;

      if (line->end - line->start > MAX_NOISE_CHARS * 2)
        {
          after_stamp = FALSE;
          continue;
        }
      words = toso_text_dup_line (text, i);
      if (is_stamp (words) || (after_stamp && is_stamp_detail (words)))
        set_noise (text, i, TOSO_NOISE_STAMP);
      else if (is_rule (words))
        set_noise (text, i, TOSO_NOISE_RULE);
      after_stamp = line->noise;
    }
  find_link_noise (text);
  find_page_numbers (text);
}
