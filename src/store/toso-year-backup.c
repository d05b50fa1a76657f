/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-backup.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-phone.h"
#include "core/toso-output.h"
#include "store/toso-year-private.h"

#define SUFFIX     ".toso"
#define MAX_COPIES 1000

static char *
get_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base);
}

static void
set_exists (GFile   *file,
            GError **error)
{
  g_autofree char *name = get_name (file);

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_EXISTS,
               _ ("There is a file “%s” already. Choose another name, or move that file away."), name);
}

/* Beside the file to be, so that putting it in place is one rename. */
static GFile *
choose_part_name (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_strdup_printf (".%s.%08x.part", base, g_random_int ());

  return folder != NULL ? g_file_get_child (folder, name) : NULL;
}

static gboolean
check_sound (GFile   *file,
             GFile   *named,
             GError **error)
{
  g_autoptr (GPtrArray) findings = toso_year_check (file, error);
  g_autofree char *name = get_name (named);

  if (findings == NULL)
    return FALSE;
  if (findings->len == 0)
    return TRUE;

  g_set_error (error, TOSO_ERROR, TOSO_ERROR_DAMAGED,
               _ ("“%s” is not sound: %s Nothing was changed."), name, (const char *) g_ptr_array_index (findings, 0));
  return FALSE;
}

static gboolean
move (GFile   *from,
      GFile   *to,
      GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_move (from, to, G_FILE_COPY_NO_FALLBACK_FOR_MOVE, NULL, NULL, NULL, &reason))
    return TRUE;

  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_EXISTS))
    set_exists (to, error);
  else
    toso_output_set_error (error, to, reason);
  return FALSE;
}

gboolean
toso_year_backup (TosoYear *self,
                  GFile    *copy,
                  GError  **error)
{
  g_autoptr (GFile) part = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (copy), FALSE);

  if (!toso_year_ensure_open (self, error))
    return FALSE;
  folder = g_file_get_parent (copy);
  if (folder == NULL || g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *name = get_name (copy);

      g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                   _ ("The folder for “%s” is not there. Make the folder first, or choose another."), name);
      return FALSE;
    }
  if (g_file_query_exists (copy, NULL))
    {
      set_exists (copy, error);
      return FALSE;
    }

  part = choose_part_name (copy);
  if (!toso_db_copy (self->db, part, error) || !check_sound (part, copy, error) || !move (part, copy, error))
    {
      g_file_delete (part, NULL, NULL);
      return FALSE;
    }

  return TRUE;
}

/* --- restoring --- */

/* "ngoc-lien.truoc-khi-khoi-phuc.toso", "… 2.toso": the first that is free. */
static GFile *
choose_kept_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (base, SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';
  for (guint i = 1; i < MAX_COPIES; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("%s.truoc-khi-khoi-phuc" SUFFIX, base)
                                     : g_strdup_printf ("%s.truoc-khi-khoi-phuc-%u" SUFFIX, base, i);
      g_autoptr (GFile) kept = g_file_get_child (folder, name);

      if (!g_file_query_exists (kept, NULL))
        return g_steal_pointer (&kept);
    }

  return NULL;
}

/* With what lies in its log put into it.  A damaged one is left as it is: that
 * may be why it is to be replaced. */
static gboolean
settle (GFile   *file,
        GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TosoYear) year = toso_year_open (file, TOSO_YEAR_OPEN_READ_ONLY, &reason);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *name = get_name (file);

  if (year != NULL)
    toso_year_close (year);
  if (g_error_matches (reason, TOSO_ERROR, TOSO_ERROR_BUSY) || (year != NULL && g_file_test (log_path, G_FILE_TEST_EXISTS)))
    {
      g_set_error (error, TOSO_ERROR, TOSO_ERROR_BUSY,
                   _ ("“%s” is being used by another program. Close it there and try again."), name);
      return FALSE;
    }

  return TRUE;
}

/* Its log goes with it: beside another file it would be taken for that one's. */
static gboolean
set_aside (GFile   *file,
           GFile   *kept,
           GError **error)
{
  static const char *const endings[] = { "-wal", "-shm" };
  g_autofree char         *path = g_file_get_path (file);
  g_autofree char         *kept_path = g_file_get_path (kept);

  if (!move (file, kept, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *from_path = g_strconcat (path, endings[i], NULL);
      g_autofree char *to_path = g_strconcat (kept_path, endings[i], NULL);
      g_autoptr (GFile) from = g_file_new_for_path (from_path);
      g_autoptr (GFile) to = g_file_new_for_path (to_path);

      if (g_file_query_exists (from, NULL) && !move (from, to, error))
        return FALSE;
    }

  return TRUE;
}

/* The copy through SQLite, so that what lies in its log comes too. */
static gboolean
copy_to (GFile   *copy,
         GFile   *part,
         GError **error)
{
  g_autoptr (TosoYear) source = toso_year_open (copy, TOSO_YEAR_OPEN_READ_ONLY, error);
  gboolean done = source != NULL && toso_db_copy (source->db, part, error);

  if (source != NULL)
    toso_year_close (source);
  return done;
}

gboolean
toso_year_restore (GFile   *file,
                   GFile   *copy,
                   GFile  **kept,
                   GError **error)
{
  g_autoptr (GFile) part = choose_part_name (file);
  g_autoptr (GFile) aside = NULL;
  gboolean had_one = g_file_query_exists (file, NULL);

  g_return_val_if_fail (G_IS_FILE (file) && G_IS_FILE (copy), FALSE);

  if (kept != NULL)
    *kept = NULL;
  if (g_file_equal (file, copy))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                           _ ("The file and its copy are one and the same. Choose the copy to go back to."));
      return FALSE;
    }
  if (part == NULL || !check_sound (copy, copy, error) || (had_one && !settle (file, error)))
    return FALSE;
  if (!copy_to (copy, part, error) || !check_sound (part, copy, error))
    {
      g_file_delete (part, NULL, NULL);
      return FALSE;
    }

  aside = had_one ? choose_kept_name (file) : NULL;
  if (had_one && (aside == NULL || !set_aside (file, aside, error)))
    {
      if (error != NULL && *error == NULL)
        set_exists (file, error);
      g_file_delete (part, NULL, NULL);
      return FALSE;
    }
  if (!move (part, file, error))
    {
      /* As it was. */
      if (aside != NULL)
        g_file_move (aside, file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL);
      g_file_delete (part, NULL, NULL);
      return FALSE;
    }

  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
  return TRUE;
}

/* --- tables --- */

static void
add_name (TosoStmt *stmt,
          gpointer  user_data)
{
  g_ptr_array_add (user_data, toso_stmt_dup_text (stmt, 0));
}

static GPtrArray *
list_names (TosoDb     *db,
            const char *sql,
            const char *parameter, /* or NULL */
            GError    **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, sql);

  if (parameter != NULL)
    toso_stmt_bind_text (stmt, 1, parameter);
  return toso_stmt_foreach (stmt, add_name, names, error) ? g_steal_pointer (&names) : NULL;
}

typedef struct
{
  TosoPlainTable *table;
  gboolean        masked;
} Dump;

static void
add_row (TosoStmt *stmt,
         gpointer  user_data)
{
  const Dump     *dump = user_data;
  TosoPlainTable *table = dump->table;
  const char    **row = toso_plain_table_add (table);

  for (int i = 0; table->columns[i] != NULL; i++)
    {
      g_autofree char *masked = NULL;

      if (toso_stmt_is_null (stmt, i))
        continue;
      if (dump->masked && !table->is_number[i])
        masked = toso_phone_mask_text (toso_stmt_get_text (stmt, i));
      row[i] = toso_plain_table_keep (table, masked != NULL ? masked : toso_stmt_get_text (stmt, i));
    }
}

static TosoPlainTable *
dump_table (TosoDb     *db,
            const char *name,
            gboolean    masked,
            GError    **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GPtrArray) numbers = NULL;
  g_autoptr (TosoPlainTable) table = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *sql = NULL;
  Dump             dump = { NULL, masked };

  columns = list_names (db, "SELECT name FROM pragma_table_info (?1) WHERE type <> 'BLOB' ORDER BY cid", name, error);
  if (columns == NULL)
    return NULL;
  numbers = list_names (db, "SELECT name FROM pragma_table_info (?1) WHERE type IN ('INTEGER', 'REAL')", name, error);
  if (numbers == NULL)
    return NULL;

  g_ptr_array_add (columns, NULL);
  table = toso_plain_table_new (name, (const char *const *) columns->pdata);
  for (guint i = 0; table->columns[i] != NULL; i++)
    table->is_number[i] = g_ptr_array_find_with_equal_func (numbers, table->columns[i], g_str_equal, NULL);

  joined = g_strjoinv (", ", table->columns);
  sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY 1", joined, name);
  stmt = toso_db_prepare (db, sql);
  dump.table = table;

  return toso_stmt_foreach (stmt, add_row, &dump, error) ? g_steal_pointer (&table) : NULL;
}

GPtrArray *
toso_year_dump_tables (TosoYear *self,
                       gboolean  masked,
                       GError  **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_plain_table_free);
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  names = list_names (self->db,
                      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'sequence'"
                      "  ORDER BY name",
                      NULL, error);
  if (names == NULL)
    return NULL;

  for (guint i = 0; i < names->len; i++)
    {
      TosoPlainTable *table = dump_table (self->db, g_ptr_array_index (names, i), masked, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }

  return g_steal_pointer (&tables);
}
