/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-person-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- tables --- */

void
toso_table_columns_free (TosoTableColumns *columns)
{
  if (columns == NULL)
    return;

  g_ptr_array_unref (columns->names);
  g_ptr_array_unref (columns->texts);
  g_free (columns);
}

static void
add_column (TosoStmt *stmt,
            gpointer  user_data)
{
  TosoTableColumns *columns = user_data;
  char             *name = toso_stmt_dup_text (stmt, 0);

  g_ptr_array_add (columns->names, name);
  if (strcmp (toso_stmt_get_text (stmt, 1), "TEXT") == 0)
    g_ptr_array_add (columns->texts, name);
  columns->has_id = columns->has_id || strcmp (name, "id") == 0;
}

TosoTableColumns *
toso_year_list_columns (TosoYear   *self,
                        const char *table,
                        GError    **error)
{
  g_autoptr (TosoTableColumns) columns = g_new0 (TosoTableColumns, 1);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT name, type FROM pragma_table_info (?1) ORDER BY cid");

  columns->names = g_ptr_array_new_with_free_func (g_free);
  columns->texts = g_ptr_array_new ();
  toso_stmt_bind_text (stmt, 1, table);

  return toso_stmt_foreach (stmt, add_column, columns, error) ? g_steal_pointer (&columns) : NULL;
}

char *
toso_row_key (const char *table,
              gint64      id)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, table, id);
}

void
toso_tables_init (TosoTables *tables,
                  TosoYear   *year)
{
  tables->year = year;
  tables->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) toso_table_columns_free);
  tables->error = NULL;
}

void
toso_tables_clear (TosoTables *tables)
{
  g_clear_pointer (&tables->columns, g_hash_table_unref);
  g_clear_error (&tables->error);
}

const TosoTableColumns *
toso_tables_find (TosoTables *tables,
                  const char *table)
{
  TosoTableColumns *columns = g_hash_table_lookup (tables->columns, table);

  if (columns != NULL || tables->error != NULL)
    return columns;

  columns = toso_year_list_columns (tables->year, table, &tables->error);
  if (columns != NULL)
    g_hash_table_insert (tables->columns, g_strdup (table), columns);

  return columns;
}

gboolean
toso_tables_check (TosoTables *tables,
                   GError    **error)
{
  if (tables->error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&tables->error));

  return FALSE;
}

static void
add_table (TosoStmt *stmt,
           gpointer  user_data)
{
  g_ptr_array_add (user_data, toso_stmt_dup_text (stmt, 0));
}

GPtrArray *
toso_year_list_person_tables (TosoYear *self,
                              GError  **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                               "  AND name NOT LIKE 'sqlite%' AND name <> 'journal' ORDER BY rowid");

  return toso_stmt_foreach (stmt, add_table, tables, error) ? g_steal_pointer (&tables) : NULL;
}

gboolean
toso_is_official_table (const char *table)
{
  static const char *const official[] = { "plan", "section", "legal_basis", "target", "indicator", "rule", "plan_remark" };

  for (guint i = 0; i < G_N_ELEMENTS (official); i++)
    if (strcmp (official[i], table) == 0)
      return TRUE;

  return FALSE;
}

/* --- functions of SQL --- */

const char *
toso_erased_mark (void)
{
  return _ ("(erased)");
}

static void
mentions_cb (sqlite3_context *context,
             int              n_values,
             sqlite3_value  **values)
{
  const TosoPersonWords *words = sqlite3_user_data (context);
  const char            *text = (const char *) sqlite3_value_text (values[0]);

  sqlite3_result_int (context, text != NULL && toso_person_words_match (words, text, strlen (text)));
}

static void
scrub_cb (sqlite3_context *context,
          int              n_values,
          sqlite3_value  **values)
{
  const TosoPersonWords *words = sqlite3_user_data (context);
  const char            *text = (const char *) sqlite3_value_text (values[0]);
  g_autofree char       *scrubbed = text != NULL ? toso_person_words_scrub (words, text, strlen (text), toso_erased_mark ()) : NULL;

  if (scrubbed != NULL)
    sqlite3_result_text (context, scrubbed, -1, SQLITE_TRANSIENT);
  else
    sqlite3_result_value (context, values[0]);
}

gboolean
toso_year_add_person_sql (TosoYear              *self,
                          const TosoPersonWords *words,
                          GError               **error)
{
  sqlite3 *handle = toso_db_get_handle (self->db);
  int      flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
  int      rc = sqlite3_create_function (handle, "toso_mentions", 1, flags, (gpointer) words, mentions_cb, NULL, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_create_function (handle, "toso_scrub", 1, flags, (gpointer) words, scrub_cb, NULL, NULL);
  if (rc == SQLITE_OK)
    return TRUE;

  toso_db_set_error (self->db, rc, error);

  return FALSE;
}

void
toso_year_drop_person_sql (TosoYear *self)
{
  sqlite3 *handle = toso_db_get_handle (self->db);

  sqlite3_create_function (handle, "toso_mentions", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL);
  sqlite3_create_function (handle, "toso_scrub", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL);
}
