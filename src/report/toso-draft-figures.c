/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <string.h>

/* Figures in a text that a person has written: found again, and compared with
 * what the data say now. */

/* --- of a block as it is printed --- */

static void
figure_free (gpointer data)
{
  TosoKeptFigure *figure = data;

  g_free (figure->source);
  g_free (figure->words);
  g_free (figure);
}

static TosoKeptFigure *
add_figure (GPtrArray  *figures,
            const char *source,
            const char *words,
            int         start,
            guint       nth)
{
  TosoKeptFigure *figure = g_new0 (TosoKeptFigure, 1);

  figure->source = g_strdup (source);
  figure->words = g_strdup (words);
  figure->start = start;
  figure->nth = nth;
  g_ptr_array_add (figures, figure);

  return figure;
}

static const char *
get_text (const TosoBlock        *block,
          const TosoFigureSource *source)
{
  char **row;

  if (block->rows == NULL)
    return block->text;
  if (source->row >= block->rows->len)
    return NULL;
  row = block->rows->pdata[source->row];

  return source->column < g_strv_length (row) ? row[source->column] : NULL;
}

static guint
count_source (const GPtrArray *figures,
              const char      *source)
{
  guint n = 0;

  for (guint i = 0; i < figures->len; i++)
    n += g_str_equal (((const TosoKeptFigure *) figures->pdata[i])->source, source);

  return n;
}

GPtrArray *
toso_draft_list_figures (const TosoBlock *block)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  for (guint i = 0; block->sources != NULL && i < block->sources->len; i++)
    {
      const TosoFigureSource *source = block->sources->pdata[i];
      const char             *text = get_text (block, source);
      g_autofree char        *words = NULL;
      TosoKeptFigure         *figure;

      if (text == NULL || source->start + source->length > g_utf8_strlen (text, -1))
        continue;
      words = g_utf8_substring (text, source->start, source->start + source->length);
      figure = add_figure (figures, source->source, words, source->start, count_source (figures, source->source));
      figure->row = source->row;
      figure->column = source->column;
    }

  return figures;
}

const TosoKeptFigure *
toso_draft_find_figure (const GPtrArray *figures,
                        const char      *source,
                        guint            nth)
{
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const TosoKeptFigure *figure = figures->pdata[i];

      if (figure->nth == nth && g_str_equal (figure->source, source))
        return figure;
    }

  return NULL;
}

/* --- in a text that was typed --- */

typedef struct
{
  gunichar *old_text;
  gunichar *text;
  glong     old_length, length;
  glong     prefix, suffix; /* characters that are the same */
  gboolean *taken;          /* of @text: belongs to a figure already */
} Typed;

static gboolean
is_joint (gunichar c)
{
  return c == '.' || c == ',';
}

/* "46" is not in "146", "46,8" or "46a". */
static gboolean
is_whole (const Typed *typed,
          glong        start,
          glong        end)
{
  const gunichar *text = typed->text;

  if (start > 0 && g_unichar_isalnum (text[start]) &&
      (g_unichar_isalnum (text[start - 1]) || (start > 1 && is_joint (text[start - 1]) && g_unichar_isdigit (text[start - 2]))))
    return FALSE;
  if (end < typed->length && g_unichar_isalnum (text[end - 1]) &&
      (g_unichar_isalnum (text[end]) || (end + 1 < typed->length && is_joint (text[end]) && g_unichar_isdigit (text[end + 1]))))
    return FALSE;

  return TRUE;
}

static gboolean
stands_at (const Typed    *typed,
           glong           start,
           const gunichar *words,
           glong           length)
{
  if (start < 0 || start + length > typed->length)
    return FALSE;
  for (glong i = 0; i < length; i++)
    if (typed->taken[start + i] || typed->text[start + i] != words[i])
      return FALSE;

  return is_whole (typed, start, start + length);
}

/* In the part that was not touched it is where it was; else the first place
 * that says it, from @from on.  -1: nowhere. */
static glong
find_words (const Typed *typed,
            const char  *words,
            glong        old_start,
            glong        from)
{
  glong                length;
  g_autofree gunichar *wanted = g_utf8_to_ucs4_fast (words, -1, &length);
  glong                shifted = old_start + typed->length - typed->old_length;

  if (length == 0)
    return -1;
  if (old_start + length <= typed->prefix && stands_at (typed, old_start, wanted, length))
    return old_start;
  if (old_start >= typed->old_length - typed->suffix && stands_at (typed, shifted, wanted, length))
    return shifted;
  for (glong i = from; i + length <= typed->length; i++)
    if (stands_at (typed, i, wanted, length))
      return i;
  for (glong i = 0; i < from && i + length <= typed->length; i++)
    if (stands_at (typed, i, wanted, length))
      return i;

  return -1;
}

static void
compare_texts (Typed      *typed,
               const char *old_text,
               const char *text)
{
  glong most;

  typed->old_text = g_utf8_to_ucs4_fast (old_text, -1, &typed->old_length);
  typed->text = g_utf8_to_ucs4_fast (text, -1, &typed->length);
  typed->taken = g_new0 (gboolean, typed->length + 1);
  most = MIN (typed->old_length, typed->length);
  while (typed->prefix < most && typed->old_text[typed->prefix] == typed->text[typed->prefix])
    typed->prefix++;
  while (typed->suffix < most - typed->prefix &&
         typed->old_text[typed->old_length - 1 - typed->suffix] == typed->text[typed->length - 1 - typed->suffix])
    typed->suffix++;
}

static gboolean
is_untouched (const Typed          *typed,
              const TosoKeptFigure *figure)
{
  return figure->start + g_utf8_strlen (figure->words, -1) <= typed->prefix || figure->start >= typed->old_length - typed->suffix;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return (*(TosoKeptFigure *const *) a)->start - (*(TosoKeptFigure *const *) b)->start;
}

/* @from: where the last one that was found ends. */
static void
bind_one (Typed                *typed,
          const TosoKeptFigure *figure,
          const GPtrArray      *fresh,
          GPtrArray            *bound,
          glong                *from)
{
  const TosoKeptFigure *now = toso_draft_find_figure (fresh, figure->source, figure->nth);
  const char           *words = figure->words;
  glong                 start = find_words (typed, words, figure->start, *from);

  if (start < 0 && now != NULL)
    {
      words = now->words;
      start = find_words (typed, words, figure->start, *from);
    }
  if (start < 0)
    return;
  *from = start + g_utf8_strlen (words, -1);
  for (glong i = start; i < *from; i++)
    typed->taken[i] = TRUE;
  add_figure (bound, figure->source, words, (int) start, figure->nth);
}

GPtrArray *
toso_draft_bind (const char      *old_text,
                 const GPtrArray *figures,
                 const GPtrArray *fresh,
                 const char      *text)
{
  GPtrArray *bound = g_ptr_array_new_with_free_func (figure_free);
  Typed      typed = { 0 };
  glong      from = 0;

  compare_texts (&typed, old_text, text);
  /* Those that nobody touched first, so that no other takes their place. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < figures->len; i++)
      if (is_untouched (&typed, figures->pdata[i]) == (pass == 0))
        bind_one (&typed, figures->pdata[i], fresh, bound, &from);
  g_ptr_array_sort (bound, compare_starts);
  g_free (typed.old_text);
  g_free (typed.text);
  g_free (typed.taken);

  return bound;
}

/* --- what has moved --- */

static void
change_free (gpointer data)
{
  TosoDraftChange *change = data;

  g_free (change->source);
  g_free (change->old_words);
  g_free (change->new_words);
  g_free (change);
}

static void
add_change (GPtrArray  *changes,
            const char *source,
            const char *old_words,
            const char *new_words)
{
  TosoDraftChange *change = g_new0 (TosoDraftChange, 1);

  change->source = g_strdup (source);
  change->old_words = g_strdup (old_words);
  change->new_words = g_strdup (new_words);
  g_ptr_array_add (changes, change);
}

GHashTable *
toso_draft_list_sources (GPtrArray *items)
{
  GHashTable *all = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      const GPtrArray *fresh = ((const TosoDraftItem *) items->pdata[i])->fresh;

      for (guint f = 0; f < fresh->len; f++)
        {
          const TosoKeptFigure *figure = fresh->pdata[f];

          if (!g_hash_table_contains (all, figure->source))
            g_hash_table_insert (all, figure->source, figure->words);
        }
    }

  return all;
}

/* A sentence without figures of its own is compared as a whole. */
static gboolean
says_other (const TosoDraftItem *item)
{
  if (item->row->figures->len > 0 || item->fresh->len > 0 || *item->row->composed == '\0')
    return FALSE;

  return !toso_draft_is_same_text (item->row->composed, item->composed);
}

GPtrArray *
toso_draft_list_changes (const TosoDraftItem *item,
                         GHashTable          *all)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  if (!toso_draft_item_is_edited (item) || toso_draft_item_is_own (item))
    return changes;
  for (guint i = 0; i < item->row->figures->len; i++)
    {
      const TosoKeptFigure *figure = item->row->figures->pdata[i];
      const TosoKeptFigure *now = toso_draft_find_figure (item->fresh, figure->source, figure->nth);
      const char           *words = now != NULL ? now->words : NULL;

      if (!item->is_said)
        words = g_hash_table_lookup (all, figure->source);
      if (g_strcmp0 (words, figure->words) != 0)
        add_change (changes, figure->source, figure->words, words);
    }
  if (says_other (item))
    add_change (changes, NULL, item->row->composed, item->is_said ? item->composed : NULL);

  return changes;
}
