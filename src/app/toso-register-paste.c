/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-register-paste.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/toso-number.h"
#include "core/toso-text.h"

#define NO_FIELD G_MAXUINT

void
toso_pasted_rows_free (TosoPastedRows *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->doubles);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static gboolean
is_called (const TosoField *field,
           const char      *head)
{
  g_autofree char *folded = toso_text_fold (head);
  g_autofree char *title = toso_text_fold (_ (field->title));
  char            *star = strchr (folded, '*');

  if (star != NULL)
    *star = '\0';

  return *folded != '\0' && (strcmp (g_strchomp (folded), title) == 0 || strcmp (head, field->id) == 0);
}

/* The field of each column; FALSE: the first row is no head. */
static gboolean
read_heads (const TosoRegister    *kind,
            const TosoCopiedBlock *block,
            guint                 *fields)
{
  guint n_known = 0;

  for (guint column = 0; column < block->n_columns; column++)
    {
      const char *head = toso_copied_block_get (block, 0, column)->text;

      fields[column] = NO_FIELD;
      for (guint i = 0; i < kind->n_fields && fields[column] == NO_FIELD; i++)
        if (is_called (&kind->fields[i], head))
          fields[column] = i;
      n_known += fields[column] != NO_FIELD;
    }

  return n_known > 0;
}

static void
take_order (const TosoRegister *kind,
            guint               n_columns,
            guint              *fields)
{
  guint column = 0;

  for (guint i = 0; i < kind->n_fields && column < n_columns; i++)
    if ((kind->fields[i].flags & TOSO_FIELD_LISTED) != 0)
      fields[column++] = i;
  for (; column < n_columns; column++)
    fields[column] = NO_FIELD;
}

/* "12" of the list's only row that is called so; NULL: none, or several. */
static char *
find_link (GHashTable *names,
           const char *typed)
{
  g_autofree char *folded = toso_text_fold (typed);
  gint64           found = 0;
  GHashTableIter   iter;
  gpointer         id, name;

  if (names == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &id, &name))
    {
      g_autofree char *other = toso_text_fold (name);

      if (strcmp (name, typed) == 0)
        return g_strdup_printf ("%" G_GINT64_FORMAT, *(const gint64 *) id);
      if (strcmp (other, folded) != 0)
        continue;
      if (found != 0)
        return NULL;
      found = *(const gint64 *) id;
    }

  return found != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, found) : NULL;
}

/* Takes @sentence. */
static void
add_problem (TosoPastedRows *self,
             guint           row,
             char           *sentence)
{
  /* Translators: number of a pasted row, then what is wrong with it */
  g_ptr_array_add (self->problems, g_strdup_printf (_ ("Row %u: %s"), row + 1, sentence));
  g_free (sentence);
}

static gboolean
set_value (TosoRecord *record,
           guint       field,
           const char *typed,
           GHashTable *names,
           char      **problem)
{
  const TosoField *kind = &record->kind->fields[field];
  g_autofree char *id = NULL;

  if (*typed == '\0' || strcmp (typed, TOSO_MISSING) == 0)
    return TRUE;
  if (kind->kind != TOSO_FIELD_LINK)
    {
      toso_record_set (record, kind->id, typed);
      return TRUE;
    }

  id = find_link (g_hash_table_lookup (names, kind->link), typed);
  toso_record_set (record, kind->id, id);
  if (id == NULL)
    *problem = g_strdup_printf (_ ("%s: “%s” is not in the list, or is there more than once."), _ (kind->title), typed);

  return id != NULL;
}

static TosoRecord *
read_row (TosoPastedRows        *self,
          const TosoRegister    *kind,
          const TosoCopiedBlock *block,
          guint                  row,
          const guint           *fields,
          GHashTable            *names)
{
  g_autoptr (TosoRecord) record = toso_record_new (kind);
  g_autoptr (GError) error = NULL;
  gboolean is_empty = TRUE;

  for (guint column = 0; column < block->n_columns; column++)
    {
      const char *typed = toso_copied_block_get (block, row, column)->text;
      char       *problem = NULL;

      is_empty = is_empty && *typed == '\0';
      if (fields[column] != NO_FIELD && !set_value (record, fields[column], typed, names, &problem))
        {
          add_problem (self, row, problem);
          return NULL;
        }
    }
  if (is_empty)
    return NULL;
  if (toso_record_take (record, &error))
    return g_steal_pointer (&record);

  add_problem (self, row, g_strdup (error->message));

  return NULL;
}

static gboolean
is_same (const TosoRecord *pasted,
         const TosoRecord *other)
{
  for (guint i = 0; i < pasted->kind->n_fields; i++)
    if (pasted->values[i] != NULL && g_strcmp0 (pasted->values[i], other->values[i]) != 0)
      return FALSE;

  return TRUE;
}

/* Only where a row has a name of its own: of two visits on one day neither is
 * the other's double. */
static gboolean
has_own_name (const TosoRegister *kind)
{
  const TosoField *name = toso_register_find (kind, "name");

  return name != NULL && (name->flags & TOSO_FIELD_REQUIRED) != 0;
}

static void
place_row (TosoPastedRows  *self,
           TosoRecord      *record,
           const GPtrArray *existing,
           GHashTable      *by_name)
{
  char *key;

  for (guint i = 0; i < existing->len; i++)
    if (is_same (record, existing->pdata[i]))
      {
        self->n_same++;
        toso_record_free (record);
        return;
      }

  key = has_own_name (record->kind) ? toso_text_fold (toso_record_get_name (record)) : NULL;
  if (key != NULL && !g_hash_table_add (by_name, key))
    g_ptr_array_add (self->doubles, record);
  else
    g_ptr_array_add (self->records, record);
}

TosoPastedRows *
toso_pasted_rows_read (const TosoRegister    *kind,
                       const TosoCopiedBlock *block,
                       const GPtrArray       *existing,
                       GHashTable            *names)
{
  TosoPastedRows   *self = g_new0 (TosoPastedRows, 1);
  g_autofree guint *fields = g_new (guint, block->n_columns + 1);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint first = 1;

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  self->doubles = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  self->problems = g_ptr_array_new_with_free_func (g_free);
  if (!read_heads (kind, block, fields))
    {
      take_order (kind, block->n_columns, fields);
      first = 0;
    }
  for (guint i = 0; i < existing->len; i++)
    g_hash_table_add (by_name, toso_text_fold (toso_record_get_name (existing->pdata[i])));
  for (guint row = first; row < block->n_rows; row++)
    {
      TosoRecord *record = read_row (self, kind, block, row, fields, names);

      if (record != NULL)
        place_row (self, record, existing, by_name);
    }

  return self;
}
