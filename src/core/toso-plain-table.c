/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/toso-plain-table.h"

TosoPlainTable *
toso_plain_table_new (const char        *name,
                      const char *const *columns)
{
  TosoPlainTable *table = g_new0 (TosoPlainTable, 1);

  table->name = g_strdup (name);
  table->columns = g_strdupv ((GStrv) columns);
  table->is_number = g_new0 (gboolean, g_strv_length (table->columns) + 1);
  table->rows = g_ptr_array_new_with_free_func (g_free);
  table->texts = g_string_chunk_new (4096);
  return table;
}

void
toso_plain_table_free (TosoPlainTable *table)
{
  if (table == NULL)
    return;

  g_free (table->name);
  g_strfreev (table->columns);
  g_free (table->is_number);
  g_ptr_array_unref (table->rows);
  g_string_chunk_free (table->texts);
  g_free (table);
}

const char **
toso_plain_table_add (TosoPlainTable *table)
{
  const char **row = g_new0 (const char *, g_strv_length (table->columns) + 1);

  g_ptr_array_add (table->rows, row);
  return row;
}

const char *
toso_plain_table_keep (TosoPlainTable *table,
                       const char     *text)
{
  return text != NULL ? g_string_chunk_insert_const (table->texts, text) : NULL;
}
