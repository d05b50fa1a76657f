/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"

const TosoField *
toso_register_find (const TosoRegister *self,
                    const char         *field)
{
  for (guint i = 0; i < self->n_fields; i++)
    if (strcmp (self->fields[i].id, field) == 0)
      return &self->fields[i];

  return NULL;
}

TosoRecord *
toso_record_new (const TosoRegister *kind)
{
  TosoRecord *record = g_new0 (TosoRecord, 1);

  record->kind = kind;
  record->values = g_new0 (char *, kind->n_fields);
  for (guint i = 0; i < kind->n_fields; i++)
    record->values[i] = g_strdup (kind->fields[i].initial);

  return record;
}

TosoRecord *
toso_record_copy (const TosoRecord *record)
{
  TosoRecord *copy = g_memdup2 (record, sizeof *record);

  copy->values = g_new0 (char *, record->kind->n_fields);
  for (guint i = 0; i < record->kind->n_fields; i++)
    copy->values[i] = g_strdup (record->values[i]);

  return copy;
}

void
toso_record_free (TosoRecord *record)
{
  if (record == NULL)
    return;

  for (guint i = 0; i < record->kind->n_fields; i++)
    g_free (record->values[i]);
  g_free (record->values);
  g_free (record);
}

static char **
get_place (const TosoRecord *record,
           const char       *field)
{
  const TosoField *found = toso_register_find (record->kind, field);

  g_return_val_if_fail (found != NULL, NULL);

  return &record->values[found - record->kind->fields];
}

const char *
toso_record_get (const TosoRecord *record,
                 const char       *field)
{
  char **place = get_place (record, field);

  return place != NULL ? *place : NULL;
}

gint64
toso_record_get_id (const TosoRecord *record,
                    const char       *field)
{
  const char *value = toso_record_get (record, field);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

void
toso_record_set (TosoRecord *record,
                 const char *field,
                 const char *value)
{
  char **place = get_place (record, field);
  char  *copy = g_strdup (value);

  g_return_if_fail (place != NULL);

  g_free (*place);
  *place = copy;
}

void
toso_record_set_id (TosoRecord *record,
                    const char *field,
                    gint64      id)
{
  g_autofree char *text = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;

  toso_record_set (record, field, text);
}

static gboolean
is_given (const char *value)
{
  return value != NULL && *value != '\0';
}

/* "first_day" and "last_day", where a row has both. */
static gboolean
check_days (const TosoRecord *record,
            GError          **error)
{
  const TosoField *first = toso_register_find (record->kind, "first_day");
  const TosoField *last = toso_register_find (record->kind, "last_day");
  const char      *start;
  const char      *end;

  if (first == NULL || last == NULL)
    return TRUE;

  start = record->values[first - record->kind->fields];
  end = record->values[last - record->kind->fields];
  if (!is_given (start) || !is_given (end) || strcmp (start, end) <= 0)
    return TRUE;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
               _ ("“%s” is after “%s”. Correct one of them. Nothing was changed."), _ (first->title), _ (last->title));

  return FALSE;
}

gboolean
toso_record_take (TosoRecord *record,
                  GError    **error)
{
  const TosoRegister *kind = record->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const TosoField *field = &kind->fields[i];
      char            *value;

      if (!toso_field_take (field, record->values[i], &value, error))
        return FALSE;
      g_free (record->values[i]);
      record->values[i] = value;
      if ((field->flags & TOSO_FIELD_REQUIRED) != 0 && value == NULL)
        {
          g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("“%s” is missing. Fill it in. Nothing was changed."), _ (field->title));
          return FALSE;
        }
    }

  return check_days (record, error) && (kind->check == NULL || kind->check (record, error));
}

/* The first text that is searched for; else the first day. */
gboolean
toso_record_get_due (const TosoRecord *record,
                     TosoDate         *day)
{
  const char *due = record->kind->due != NULL ? toso_record_get (record, record->kind->due) : NULL;
  const char *done = record->kind->done != NULL ? toso_record_get (record, record->kind->done) : NULL;
  const char *state = toso_register_find (record->kind, "state") != NULL ? toso_record_get (record, "state") : NULL;

  return is_given (due) && !is_given (done) && g_strcmp0 (state, "done") != 0 && toso_date_parse (due, day);
}

const char *
toso_record_get_name (const TosoRecord *record)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & TOSO_FIELD_SEARCHED) != 0 && is_given (record->values[i]))
      return record->values[i];
  for (guint i = 0; i < record->kind->n_fields; i++)
    if (record->kind->fields[i].kind == TOSO_FIELD_DAY && is_given (record->values[i]))
      return record->values[i];

  return "…";
}

char *
toso_record_dup_person (const TosoRecord *record)
{
  if (record->id == 0 || strcmp (record->kind->id, "member") == 0)
    return record->id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, record->id) : NULL;

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const TosoField *field = &record->kind->fields[i];

      if (record->values[i] == NULL)
        continue;
      if (field->kind == TOSO_FIELD_LINK && strcmp (field->link, "member") == 0)
        return g_strdup (record->values[i]);
      if ((field->flags & TOSO_FIELD_PERSONAL) != 0 && (field->flags & TOSO_FIELD_SEARCHED) != 0 && field->kind == TOSO_FIELD_TEXT)
        return g_strconcat ("/", record->values[i], NULL);
    }

  return NULL;
}
