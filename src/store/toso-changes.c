/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-changes.h"

#include <string.h>

/* More columns than SQLite has by default. */
#define MAX_COLUMNS 2000

/* --- reading; every count is looked at before it is believed --- */

typedef struct
{
  const guint8 *at;
  const guint8 *end;
} Reader;

static gboolean
read_byte (Reader *reader,
           guint8 *byte)
{
  if (reader->at >= reader->end)
    return FALSE;

  *byte = *reader->at++;

  return TRUE;
}

static gboolean
read_big_endian (Reader  *reader,
                 guint64 *value)
{
  if (reader->end - reader->at < 8)
    return FALSE;

  *value = 0;
  for (guint i = 0; i < 8; i++)
    *value = *value << 8 | *reader->at++;

  return TRUE;
}

/* SQLite's: seven bits a byte, the largest first; never more than 32 here. */
static gboolean
read_varint (Reader *reader,
             gsize  *value)
{
  guint64 sum = 0;
  guint8  byte;

  for (guint i = 0; i < 5; i++)
    {
      if (!read_byte (reader, &byte))
        return FALSE;
      sum = sum << 7 | (byte & 0x7f);
      if ((byte & 0x80) == 0)
        {
          *value = (gsize) sum;
          return sum <= G_MAXINT32;
        }
    }

  return FALSE;
}

static gboolean
read_value (Reader          *reader,
            TosoChangeValue *value)
{
  guint64 bits;
  guint8  kind;

  memset (value, 0, sizeof *value);
  if (!read_byte (reader, &kind) || kind > TOSO_VALUE_NULL)
    return FALSE;

  value->kind = kind;
  switch (value->kind)
    {
    case TOSO_VALUE_INTEGER:
    case TOSO_VALUE_FLOAT:
      if (!read_big_endian (reader, &bits))
        return FALSE;
      if (value->kind == TOSO_VALUE_INTEGER)
        value->integer = (gint64) bits;
      else
        memcpy (&value->number, &bits, sizeof bits);
      return TRUE;

    case TOSO_VALUE_TEXT:
    case TOSO_VALUE_BLOB:
      if (!read_varint (reader, &value->size) || (gsize) (reader->end - reader->at) < value->size)
        return FALSE;
      value->text = (const char *) reader->at;
      reader->at += value->size;
      return TRUE;

    case TOSO_VALUE_NONE:
    case TOSO_VALUE_NULL:
    default:
      return TRUE;
    }
}

typedef struct
{
  const char      *table;
  const guint8    *header; /* from its mark to before its first row */
  gsize            header_size;
  guint            n_columns;
  guint            key;    /* the first column of its primary key */
  TosoChangeValue *values; /* 2 × n_columns */
} Table;

static gboolean
read_table (Reader *reader,
            Table  *table)
{
  const guint8 *start = reader->at - 1; /* its mark */
  const guint8 *name_end;
  gsize         n_columns;
  gboolean      has_key = FALSE;

  if (!read_varint (reader, &n_columns) || n_columns == 0 || n_columns > MAX_COLUMNS ||
      (gsize) (reader->end - reader->at) < n_columns)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    if (*reader->at++ != 0 && !has_key)
      {
        table->key = i;
        has_key = TRUE;
      }

  name_end = memchr (reader->at, 0, (gsize) (reader->end - reader->at));
  if (name_end == NULL || !has_key)
    return FALSE;
  table->table = (const char *) reader->at;
  reader->at = name_end + 1;
  table->header = start;
  table->header_size = (gsize) (reader->at - start);
  table->n_columns = (guint) n_columns;
  g_free (table->values);
  table->values = g_new0 (TosoChangeValue, 2 * n_columns);

  return TRUE;
}

static gboolean
read_values (Reader          *reader,
             TosoChangeValue *values,
             guint            n)
{
  for (guint i = 0; i < n; i++)
    if (!read_value (reader, &values[i]))
      return FALSE;

  return TRUE;
}

static gboolean
read_row (Reader        *reader,
          Table         *table,
          guint8         kind,
          TosoRowChange *change)
{
  const TosoChangeValue *key;

  *change = (TosoRowChange){ .kind = kind, .table = table->table, .n_values = table->n_columns };
  if (kind == TOSO_ROW_DELETE || kind == TOSO_ROW_UPDATE)
    change->before = table->values;
  else if (kind != TOSO_ROW_INSERT)
    return FALSE;
  if (kind != TOSO_ROW_DELETE)
    change->after = table->values + table->n_columns;
  if ((change->before != NULL && !read_values (reader, change->before, table->n_columns)) ||
      (change->after != NULL && !read_values (reader, change->after, table->n_columns)))
    return FALSE;

  key = change->before != NULL ? &change->before[table->key] : &change->after[table->key];
  change->id = key->kind == TOSO_VALUE_INTEGER ? key->integer : 0;

  return TRUE;
}

/* --- writing --- */

static void
append_varint (GByteArray *bytes,
               gsize       value)
{
  guint8 buffer[5];
  guint  n = 0;

  do
    {
      buffer[n] = (guint8) ((value & 0x7f) | (n > 0 ? 0x80 : 0));
      value >>= 7;
      n++;
    }
  while (value > 0 && n < sizeof buffer);
  while (n > 0)
    g_byte_array_append (bytes, &buffer[--n], 1);
}

static void
append_value (GByteArray            *bytes,
              const TosoChangeValue *value)
{
  guint8  kind = (guint8) value->kind;
  guint64 bits = 0;

  g_byte_array_append (bytes, &kind, 1);
  if (value->kind == TOSO_VALUE_TEXT || value->kind == TOSO_VALUE_BLOB)
    {
      append_varint (bytes, value->size);
      if (value->size > 0)
        g_byte_array_append (bytes, (const guint8 *) value->text, (guint) value->size);
    }
  else if (value->kind == TOSO_VALUE_INTEGER || value->kind == TOSO_VALUE_FLOAT)
    {
      if (value->kind == TOSO_VALUE_INTEGER)
        bits = (guint64) value->integer;
      else
        memcpy (&bits, &value->number, sizeof bits);
      bits = GUINT64_TO_BE (bits);
      g_byte_array_append (bytes, (const guint8 *) &bits, sizeof bits);
    }
}

static void
append_row (GByteArray          *bytes,
            const TosoRowChange *change,
            guint8               indirect)
{
  guint8 kind = (guint8) change->kind;

  g_byte_array_append (bytes, &kind, 1);
  g_byte_array_append (bytes, &indirect, 1);
  for (guint i = 0; change->before != NULL && i < change->n_values; i++)
    append_value (bytes, &change->before[i]);
  for (guint i = 0; change->after != NULL && i < change->n_values; i++)
    append_value (bytes, &change->after[i]);
}

/* --- one after another --- */

static gboolean
rewrite (Reader           *reader,
         Table            *table,
         GByteArray       *written, /* or NULL */
         TosoRowChangeFunc func,
         gpointer          user_data)
{
  gboolean has_header = FALSE;
  guint8   mark;
  guint8   indirect;

  while (read_byte (reader, &mark))
    {
      TosoRowChange change;

      if (mark == 'T')
        {
          if (!read_table (reader, table))
            return FALSE;
          has_header = FALSE;
          continue;
        }
      if (table->table == NULL || !read_byte (reader, &indirect) || !read_row (reader, table, mark, &change))
        return FALSE;
      if (!func (&change, user_data) || written == NULL)
        continue;
      /* A table of which nothing is left is not named either. */
      if (!has_header)
        g_byte_array_append (written, table->header, (guint) table->header_size);
      has_header = TRUE;
      append_row (written, &change, indirect);
    }

  return TRUE;
}

static gboolean
go_through (GBytes           *changes,
            GByteArray       *written,
            TosoRowChangeFunc func,
            gpointer          user_data)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (changes, &size);
  Reader        reader = { data, data + size };
  Table         table = { 0 };
  gboolean      done = size == 0 || rewrite (&reader, &table, written, func, user_data);

  g_free (table.values);

  return done;
}

gboolean
toso_changes_foreach (GBytes           *changes,
                      TosoRowChangeFunc func,
                      gpointer          user_data)
{
  return go_through (changes, NULL, func, user_data);
}

GBytes *
toso_changes_rewrite (GBytes           *changes,
                      TosoRowChangeFunc func,
                      gpointer          user_data)
{
  g_autoptr (GByteArray) written = g_byte_array_new ();

  return go_through (changes, written, func, user_data) ? g_byte_array_free_to_bytes (g_steal_pointer (&written)) : NULL;
}
