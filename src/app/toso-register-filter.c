/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-register-filter.h"

#include <string.h>

#include "core/toso-text.h"

typedef struct
{
  gint64      id;
  const char *name; /* of the list */
  char       *folded;
} Name;

typedef struct
{
  char       *typed;
  char       *folded;
  gboolean    has_marks; /* which must be there */
  GHashTable *lists;     /* list → set of gint64 *: names that have the word */
} Word;

struct _TosoRegisterFilter
{
  GHashTable *names;  /* list → gint64 * → char * */
  GHashTable *folded; /* list → GArray of Name; made when first searched */
  GArray     *words;  /* of Word */
};

static void
name_clear (gpointer data)
{
  g_free (((Name *) data)->folded);
}

static void
word_clear (gpointer data)
{
  Word *word = data;

  g_free (word->typed);
  g_free (word->folded);
  g_hash_table_unref (word->lists);
}

TosoRegisterFilter *
toso_register_filter_new (GHashTable *names)
{
  TosoRegisterFilter *self = g_new0 (TosoRegisterFilter, 1);

  self->names = g_hash_table_ref (names);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  self->words = g_array_new (FALSE, TRUE, sizeof (Word));
  g_array_set_clear_func (self->words, word_clear);

  return self;
}

void
toso_register_filter_free (TosoRegisterFilter *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->names);
  g_hash_table_unref (self->folded);
  g_array_unref (self->words);
  g_free (self);
}

/* Whether a word of @text, which is folded, begins with @word. */
static gboolean
begins_word (const char *text,
             const char *word)
{
  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    if (p == text || !(g_ascii_isalnum (p[-1]) || (guchar) p[-1] >= 0x80))
      return TRUE;

  return FALSE;
}

static const GArray *
get_folded (TosoRegisterFilter *self,
            const char         *list)
{
  GArray        *folded = g_hash_table_lookup (self->folded, list);
  GHashTable    *names = g_hash_table_lookup (self->names, list);
  GHashTableIter iter;
  gpointer       id, name;

  if (folded != NULL || names == NULL)
    return folded;

  folded = g_array_sized_new (FALSE, FALSE, sizeof (Name), g_hash_table_size (names));
  g_array_set_clear_func (folded, name_clear);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    {
      Name entry = { *(const gint64 *) id, name, toso_text_fold (name) };

      g_array_append_val (folded, entry);
    }
  g_hash_table_insert (self->folded, (gpointer) list, folded);

  return folded;
}

static GHashTable *
find_names (TosoRegisterFilter *self,
            const Word         *word,
            const char         *list)
{
  GHashTable   *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const GArray *folded = get_folded (self, list);

  for (guint i = 0; folded != NULL && i < folded->len; i++)
    {
      const Name *name = &g_array_index (folded, Name, i);

      if (begins_word (name->folded, word->folded) && (!word->has_marks || toso_text_matches_words (name->name, word->typed)))
        g_hash_table_add (found, g_memdup2 (&name->id, sizeof name->id));
    }

  return found;
}

static const GHashTable *
get_names (TosoRegisterFilter *self,
           Word               *word,
           const char         *list)
{
  GHashTable *found = g_hash_table_lookup (word->lists, list);

  if (found == NULL)
    {
      found = find_names (self, word, list);
      g_hash_table_insert (word->lists, (gpointer) list, found);
    }

  return found;
}

void
toso_register_filter_set (TosoRegisterFilter *self,
                          const char         *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words != NULL ? words : "", " \t", -1);

  g_array_set_size (self->words, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *normal = toso_text_normalize (parts[i]);
      g_autofree char *lower = g_utf8_strdown (normal, -1);
      Word             word = { 0 };

      if (*normal == '\0')
        continue;
      word.typed = g_strdup (parts[i]);
      word.folded = toso_text_fold (parts[i]);
      word.has_marks = strcmp (lower, word.folded) != 0;
      word.lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
      g_array_append_val (self->words, word);
    }
}

static gboolean
has_word (TosoRegisterFilter *self,
          Word               *word,
          TosoRecordItem     *item)
{
  const TosoRecord *record = toso_record_item_get_record (item);

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const TosoField *field = &record->kind->fields[i];
      gint64           id;

      if (field->kind != TOSO_FIELD_LINK || (field->flags & TOSO_FIELD_LISTED) == 0 || record->values[i] == NULL)
        continue;
      id = g_ascii_strtoll (record->values[i], NULL, 10);
      if (g_hash_table_contains ((GHashTable *) get_names (self, word, field->link), &id))
        return TRUE;
    }

  return begins_word (toso_record_item_get_folded (item), word->folded) &&
         (!word->has_marks || toso_text_matches_words (toso_record_item_get_line (item), word->typed));
}

gboolean
toso_register_filter_match (TosoRegisterFilter *self,
                            TosoRecordItem     *item)
{
  for (guint i = 0; i < self->words->len; i++)
    if (!has_word (self, &g_array_index (self->words, Word, i), item))
      return FALSE;

  return TRUE;
}
