/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-record-item.h"

#include <glib/gi18n.h>

#include "core/toso-number.h"
#include "core/toso-text.h"

struct _TosoRecordItem
{
  GObject parent_instance;

  TosoRecord *record;
  GHashTable *names;
  char      **texts; /* made when first asked for */
  char       *line;
  char       *folded; /* of what is no link */
};

G_DEFINE_FINAL_TYPE (TosoRecordItem, toso_record_item, G_TYPE_OBJECT)

static char *
make_text (TosoRecordItem  *self,
           const TosoField *field,
           const char      *value)
{
  GHashTable *names;
  const char *name;
  gint64      id;
  char       *text;

  if (field->kind != TOSO_FIELD_LINK || value == NULL)
    {
      text = toso_field_format (field, value, FALSE);
      return g_strdelimit (text, "\n", ' ');
    }

  id = g_ascii_strtoll (value, NULL, 10);
  names = g_hash_table_lookup (self->names, field->link);
  name = names != NULL ? g_hash_table_lookup (names, &id) : NULL;

  return g_strdup (name != NULL ? name : TOSO_MISSING);
}

static void
toso_record_item_finalize (GObject *object)
{
  TosoRecordItem *self = TOSO_RECORD_ITEM (object);

  for (guint i = 0; self->texts != NULL && i < self->record->kind->n_fields; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  g_free (self->line);
  g_free (self->folded);
  g_hash_table_unref (self->names);
  toso_record_free (self->record);

  G_OBJECT_CLASS (toso_record_item_parent_class)->finalize (object);
}

static void
toso_record_item_class_init (TosoRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = toso_record_item_finalize;
}

static void
toso_record_item_init (TosoRecordItem *self)
{
}

TosoRecordItem *
toso_record_item_new (TosoRecord *record,
                      GHashTable *names)
{
  TosoRecordItem *self = g_object_new (TOSO_TYPE_RECORD_ITEM, NULL);

  self->record = record;
  self->names = g_hash_table_ref (names);

  return self;
}

const TosoRecord *
toso_record_item_get_record (TosoRecordItem *self)
{
  g_return_val_if_fail (TOSO_IS_RECORD_ITEM (self), NULL);

  return self->record;
}

const char *
toso_record_item_get_text (TosoRecordItem *self,
                           guint           field)
{
  g_return_val_if_fail (TOSO_IS_RECORD_ITEM (self), NULL);

  if (self->texts == NULL)
    self->texts = g_new0 (char *, self->record->kind->n_fields);
  if (self->texts[field] == NULL)
    self->texts[field] = make_text (self, &self->record->kind->fields[field], self->record->values[field]);

  return self->texts[field];
}

const char *
toso_record_item_get_line (TosoRecordItem *self)
{
  const TosoRegister *kind;
  GString            *line;

  g_return_val_if_fail (TOSO_IS_RECORD_ITEM (self), NULL);

  if (self->line != NULL)
    return self->line;

  kind = self->record->kind;
  line = g_string_new (NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & TOSO_FIELD_LISTED) != 0 && self->record->values[i] != NULL)
      g_string_append_printf (line, "%s%s: %s", line->len > 0 ? ", " : "", _ (kind->fields[i].title),
                              toso_record_item_get_text (self, i));
  self->line = g_string_free (line, FALSE);

  return self->line;
}

/* Most rows that are looked through are never shown: only what is searched is
 * made. */
const char *
toso_record_item_get_folded (TosoRecordItem *self)
{
  const TosoRegister *kind;
  GString            *words;

  g_return_val_if_fail (TOSO_IS_RECORD_ITEM (self), NULL);

  if (self->folded != NULL)
    return self->folded;

  kind = self->record->kind;
  words = g_string_new (NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if ((kind->fields[i].flags & TOSO_FIELD_LISTED) == 0 || kind->fields[i].kind == TOSO_FIELD_LINK || self->record->values[i] == NULL)
        continue;
      text = make_text (self, &kind->fields[i], self->record->values[i]);
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", text);
    }
  self->folded = toso_text_fold (words->str);
  g_string_free (words, TRUE);

  return self->folded;
}
