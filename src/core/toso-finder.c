/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-finder.h"

#include <stdlib.h>
#include <string.h>

#include "core/toso-text.h"

/* Vietnamese has few syllables: each different word is kept once, and a search
 * looks at the words first.  What is left for the hundred thousand things is
 * to look up a byte for each of their words. */

enum {
  WORD_BEGINS = 1 << 0, /* so */
  WORD_WHOLE = 1 << 1,  /* but for its marks */
  WORD_TYPED = 1 << 2,  /* letter for letter */
};

typedef enum {
  RANK_TYPED,  /* the name, letter for letter */
  RANK_WHOLE,  /* the name, but for its marks */
  RANK_BEGINS, /* the name begins so */
  RANK_WORDS,  /* words of the name do */
  RANK_MORE,   /* so do its other words */
  RANK_NONE,
} Rank;

typedef struct
{
  char *text;
  char *folded;
} Word;

typedef struct
{
  guint first;        /* of its words in "uses" */
  guint n_name_words; /* these come before its other words */
  guint n_words;
  guint n_letters; /* of the name */
  guint order;     /* among all, by name; once sealed */
} Thing;

struct _TosoFinder
{
  GArray     *words;  /* of Word */
  GHashTable *known;  /* text → index + 1 */
  GArray     *uses;   /* of guint, indices of words */
  GArray     *things; /* of Thing */
  GPtrArray  *names;  /* collate keys, until sealed */
  GArray     *sorted; /* of guint, things by order; once sealed */
};

static void
clear_word (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word->folded);
}

TosoFinder *
toso_finder_new (void)
{
  TosoFinder *self = g_new0 (TosoFinder, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->uses = g_array_new (FALSE, FALSE, sizeof (guint));
  self->things = g_array_new (FALSE, FALSE, sizeof (Thing));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sorted = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
toso_finder_free (TosoFinder *self)
{
  g_hash_table_unref (self->known);
  g_array_unref (self->words);
  g_array_unref (self->uses);
  g_array_unref (self->things);
  g_ptr_array_unref (self->names);
  g_array_unref (self->sorted);
  g_free (self);
}

/* Small letters; whatever is neither letter nor digit parts them. */
static GPtrArray *
split_words (const char *text)
{
  g_autofree char *normal = toso_text_normalize (text);
  g_autoptr (GString) word = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = normal;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\0' && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          g_string_append_unichar (word, g_unichar_tolower (c));
          continue;
        }
      if (word->len > 0)
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == '\0')
        return words;
    }
}

static guint
add_words (TosoFinder *self,
           const char *text)
{
  g_autoptr (GPtrArray) words = split_words (text);

  for (guint i = 0; i < words->len; i++)
    {
      guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, words->pdata[i]));

      if (at == 0)
        {
          Word word = { g_strdup (words->pdata[i]), toso_text_fold (words->pdata[i]) };

          g_array_append_val (self->words, word);
          at = self->words->len;
          g_hash_table_insert (self->known, word.text, GUINT_TO_POINTER (at));
        }
      at--;
      g_array_append_val (self->uses, at);
    }

  return words->len;
}

void
toso_finder_add (TosoFinder *self,
                 const char *name,
                 const char *more)
{
  Thing thing = { .first = self->uses->len, .n_letters = (guint) g_utf8_strlen (name, -1) };

  g_return_if_fail (name != NULL);
  g_return_if_fail (self->sorted->len == 0);

  thing.n_name_words = add_words (self, name);
  thing.n_words = thing.n_name_words + (more != NULL ? add_words (self, more) : 0);
  g_array_append_val (self->things, thing);
  g_ptr_array_add (self->names, toso_text_collate_key (name));
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  guint      left = *(const guint *) a;
  guint      right = *(const guint *) b;
  GPtrArray *names = user_data;
  int        order = strcmp (names->pdata[left], names->pdata[right]);

  return order != 0 ? order : (left > right) - (left < right);
}

void
toso_finder_seal (TosoFinder *self)
{
  g_return_if_fail (self->sorted->len == 0);

  for (guint i = 0; i < self->things->len; i++)
    g_array_append_val (self->sorted, i);
  g_array_sort_with_data (self->sorted, compare_names, self->names);
  for (guint i = 0; i < self->sorted->len; i++)
    g_array_index (self->things, Thing, g_array_index (self->sorted, guint, i)).order = i;
  g_ptr_array_set_size (self->names, 0);
}

/* What each of the words is to the one that was typed; a byte a word. */
static guint8 *
look_at_words (const TosoFinder *self,
               const char       *typed)
{
  g_autofree char *folded = toso_text_fold (typed);
  gsize            length = strlen (folded);
  gboolean         has_marks = !g_str_equal (folded, typed);
  guint8          *found = g_new0 (guint8, MAX (self->words->len, 1));

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);

      if (strncmp (word->folded, folded, length) != 0 || (has_marks && !toso_text_matches_words (word->text, typed)))
        continue;
      found[i] = WORD_BEGINS;
      if (word->folded[length] == '\0')
        found[i] |= WORD_WHOLE;
      if (g_str_equal (word->text, typed))
        found[i] |= WORD_TYPED;
    }

  return found;
}

/* Whether the name begins with what was typed, whose last word may be under
 * way, and how much of it that is. */
static Rank
rank_beginning (const Thing   *thing,
                const guint   *uses,
                guint8 *const *found,
                guint          n_typed)
{
  guint8 all = WORD_BEGINS | WORD_WHOLE | WORD_TYPED;

  if (n_typed > thing->n_name_words)
    return RANK_NONE;
  for (guint i = 0; i < n_typed; i++)
    {
      guint8 is = found[i][uses[i]];

      if (is == 0 || (i + 1 < n_typed && (is & WORD_WHOLE) == 0))
        return RANK_NONE;
      all &= is;
    }

  if (n_typed == thing->n_name_words && (all & WORD_WHOLE) != 0)
    return (all & WORD_TYPED) != 0 ? RANK_TYPED : RANK_WHOLE;
  return RANK_BEGINS;
}

static Rank
rank_thing (const Thing   *thing,
            const guint   *uses,
            guint8 *const *found,
            guint          n_typed)
{
  Rank rank = RANK_WORDS;

  for (guint i = 0; i < n_typed; i++)
    {
      guint at = 0;

      while (at < thing->n_words && found[i][uses[at]] == 0)
        at++;
      if (at == thing->n_words)
        return RANK_NONE;
      if (at >= thing->n_name_words)
        rank = RANK_MORE;
    }

  return rank == RANK_WORDS ? MIN (rank, rank_beginning (thing, uses, found, n_typed)) : rank;
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  guint64 left = *(const guint64 *) a;
  guint64 right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

/* Rank, length and order in one number, which sorts. */
static GArray *
collect_hits (const TosoFinder *self,
              guint8 *const    *found,
              guint             n_typed)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (guint64));

  for (guint i = 0; i < self->things->len; i++)
    {
      const Thing *thing = &g_array_index (self->things, Thing, i);
      Rank         rank = rank_thing (thing, (const guint *) (gpointer) self->uses->data + thing->first, found, n_typed);
      guint64      hit = (guint64) rank << 56 | (guint64) MIN (thing->n_letters, G_MAXUINT16) << 32 | thing->order;

      if (rank != RANK_NONE)
        g_array_append_val (hits, hit);
    }
  if (hits->len > 0)
    qsort (hits->data, hits->len, sizeof (guint64), compare_hits);

  return hits;
}

GArray *
toso_finder_find (const TosoFinder *self,
                  const char       *typed,
                  guint             limit,
                  guint            *n_found)
{
  g_autoptr (GPtrArray) words = split_words (typed);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) hits = NULL;
  GArray *best = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (self->sorted->len == self->things->len, best);

  if (n_found != NULL)
    *n_found = 0;
  if (words->len == 0)
    return best;

  for (guint i = 0; i < words->len; i++)
    g_ptr_array_add (found, look_at_words (self, words->pdata[i]));
  hits = collect_hits (self, (guint8 *const *) found->pdata, words->len);
  if (n_found != NULL)
    *n_found = hits->len;
  for (guint i = 0; i < MIN (hits->len, limit); i++)
    {
      guint order = (guint) (g_array_index (hits, guint64, i) & G_MAXUINT32);

      g_array_append_val (best, g_array_index (self->sorted, guint, order));
    }

  return best;
}
