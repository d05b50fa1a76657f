/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-bin.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-person-private.h"

static void
bin_row_free (gpointer data)
{
  TosoBinRow *row = data;

  g_free (row->person);
  toso_record_free (row->record);
  g_free (row);
}

typedef struct
{
  TosoTables  tables;
  GHashTable *seen; /* "table/id", removed or there again later */
  GPtrArray  *rows;
  /* Of the entry that is looked at. */
  gint64      entry_id;
  gint64      time;
  const char *person;
  guint       first; /* of its rows */
  GPtrArray  *parts; /* of Part: what may have gone with others */
} Listing;

typedef struct
{
  const char *table;
  const char *list; /* it belongs to the row @owner of that */
  gint64      owner;
} Part;

static const TosoChangeValue *
find_value (const TosoTableColumns *columns,
            const TosoChangeValue  *values,
            guint                   n,
            const char             *column)
{
  guint place;

  return values != NULL && columns != NULL && g_ptr_array_find_with_equal_func (columns->names, column, g_str_equal, &place) && place < n
           ? &values[place]
           : NULL;
}

/* --- reading --- */

static char *
dup_value (const TosoChangeValue *value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (value == NULL)
    return NULL;
  if (value->kind == TOSO_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  if (value->kind == TOSO_VALUE_FLOAT)
    return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", value->number));

  return value->kind == TOSO_VALUE_TEXT && value->size > 0 ? g_strndup (value->text, value->size) : NULL;
}

static TosoRecord *
make_record (Listing             *listing,
             const TosoRegister  *kind,
             const TosoRowChange *change)
{
  const TosoTableColumns *columns = toso_tables_find (&listing->tables, change->table);
  TosoRecord             *record = toso_record_new (kind);

  record->id = change->id;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_free (record->values[i]);
      record->values[i] = dup_value (find_value (columns, change->before, change->n_values, kind->fields[i].id));
    }

  return record;
}

/* FALSE where that could not be read, too. */
static gboolean
is_gone_now (Listing    *listing,
             const char *table,
             gint64      id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", table);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (listing->tables.year->db, sql);
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, id);

  return listing->tables.error == NULL && toso_stmt_step (stmt, &has_row, &listing->tables.error) && !has_row;
}

/* Which row of which list a removed one belonged to. */
static void
add_parts (Listing             *listing,
           const TosoRowChange *change)
{
  guint                      n;
  const TosoRegister *const *registers = toso_registers_list (&n);

  for (guint i = 0; i < n; i++)
    {
      const char            *column = toso_goes_with (change->table, registers[i]->id);
      const TosoChangeValue *value;
      Part                  *part;

      if (column == NULL)
        continue;
      value = find_value (toso_tables_find (&listing->tables, change->table), change->before, change->n_values, column);
      if (value == NULL || value->kind != TOSO_VALUE_INTEGER)
        continue;
      part = g_new0 (Part, 1);
      part->table = toso_registers_find (change->table) != NULL ? toso_registers_find (change->table)->id : NULL;
      part->list = registers[i]->id;
      part->owner = value->integer;
      g_ptr_array_add (listing->parts, part);
    }
}

static gboolean
list_change (TosoRowChange *change,
             gpointer       user_data)
{
  Listing            *listing = user_data;
  const TosoRegister *kind = toso_registers_find (change->table);
  TosoBinRow         *row;

  if (change->kind != TOSO_ROW_DELETE)
    return TRUE;
  add_parts (listing, change);
  if (kind == NULL || !g_hash_table_add (listing->seen, toso_row_key (change->table, change->id)) ||
      !is_gone_now (listing, change->table, change->id))
    return TRUE;

  row = g_new0 (TosoBinRow, 1);
  row->entry_id = listing->entry_id;
  row->time = listing->time;
  row->person = g_strdup (listing->person);
  row->record = make_record (listing, kind, change);
  g_ptr_array_add (listing->rows, row);

  return TRUE;
}

static TosoBinRow *
find_owner (Listing    *listing,
            const Part *part)
{
  for (guint i = listing->first; i < listing->rows->len; i++)
    {
      TosoBinRow *row = listing->rows->pdata[i];

      if (row->record->id == part->owner && strcmp (row->record->kind->id, part->list) == 0)
        return row;
    }

  return NULL;
}

/* A listing that went with its product is the product's. */
static void
fold_parts (Listing *listing)
{
  for (guint i = listing->rows->len; i > listing->first; i--)
    {
      const TosoRecord *record = ((TosoBinRow *) listing->rows->pdata[i - 1])->record;

      for (guint k = 0; k < listing->parts->len; k++)
        {
          const Part *part = listing->parts->pdata[k];
          const char *column = part->table != NULL && strcmp (part->table, record->kind->id) == 0 ? toso_goes_with (part->table, part->list) : NULL;

          if (column != NULL && toso_record_get_id (record, column) == part->owner && find_owner (listing, part) != NULL)
            {
              g_ptr_array_remove_index (listing->rows, i - 1);
              break;
            }
        }
    }
  for (guint k = 0; k < listing->parts->len; k++)
    {
      TosoBinRow *owner = find_owner (listing, listing->parts->pdata[k]);

      if (owner != NULL)
        owner->n_more++;
    }
  g_ptr_array_set_size (listing->parts, 0);
}

static gboolean
list_entries (Listing *listing,
              GError **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (listing->tables.year->db,
                                               "SELECT id, time, person, changeset FROM journal"
                                               "  WHERE state = 'done' AND length (changeset) > 0 ORDER BY id DESC");
  gboolean has_row;

  for (;;)
    {
      g_autoptr (GBytes) changes = NULL;
      const void *data;
      gsize       size;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      listing->entry_id = toso_stmt_get_int64 (stmt, 0);
      listing->time = toso_year_time_from_text (toso_stmt_get_text (stmt, 1));
      listing->person = toso_stmt_get_text (stmt, 2);
      listing->first = listing->rows->len;
      data = toso_stmt_get_blob (stmt, 3, &size);
      changes = g_bytes_new_static (data, size);
      if (!toso_changes_foreach (changes, list_change, listing))
        {
          toso_db_set_error (listing->tables.year->db, SQLITE_CORRUPT, error);
          return FALSE;
        }
      if (!toso_tables_check (&listing->tables, error))
        return FALSE;
      fold_parts (listing);
    }
}

GPtrArray *
toso_year_list_bin (TosoYear *self,
                    GError  **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (bin_row_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Listing  listing = { .seen = seen, .rows = rows, .parts = parts };
  gboolean done;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  toso_tables_init (&listing.tables, self);
  done = list_entries (&listing, error);
  toso_tables_clear (&listing.tables);

  return done ? g_steal_pointer (&rows) : NULL;
}

/* --- bringing back --- */

typedef struct
{
  TosoTables        tables;
  const TosoRecord *record;
} Picking;

static gboolean
belongs_to (Picking             *picking,
            const TosoRowChange *change)
{
  const TosoTableColumns *columns = toso_tables_find (&picking->tables, change->table);
  const char             *column = toso_goes_with (change->table, picking->record->kind->id);
  const TosoChangeValue  *owner;

  if (strcmp (change->table, "attachment_link") == 0)
    {
      const TosoChangeValue *table = find_value (columns, change->before, change->n_values, "owner_table");
      const char            *id = picking->record->kind->id;

      if (table == NULL || table->size != strlen (id) || memcmp (table->text, id, table->size) != 0)
        return FALSE;
      column = "owner_id";
    }
  owner = column != NULL ? find_value (columns, change->before, change->n_values, column) : NULL;

  return owner != NULL && owner->kind == TOSO_VALUE_INTEGER && owner->integer == picking->record->id;
}

static gboolean
pick_change (TosoRowChange *change,
             gpointer       user_data)
{
  Picking *picking = user_data;

  return change->kind == TOSO_ROW_DELETE &&
         ((change->id == picking->record->id && strcmp (change->table, picking->record->kind->id) == 0) || belongs_to (picking, change));
}

/* What the row of the history says of the one row. */
static GBytes *
pick_changes (TosoYear         *self,
              const TosoBinRow *row,
              GError          **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT changeset FROM journal WHERE id = ?1");
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GBytes) picked = NULL;
  Picking     picking = { .record = row->record };
  const void *data;
  gsize       size;
  gboolean    has_row;
  gboolean    done = TRUE;

  toso_stmt_bind_int64 (stmt, 1, row->entry_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return NULL;
  if (has_row)
    {
      data = toso_stmt_get_blob (stmt, 0, &size);
      changes = g_bytes_new (data, size);
      toso_tables_init (&picking.tables, self);
      picked = toso_changes_rewrite (changes, pick_change, &picking);
      done = toso_tables_check (&picking.tables, error);
      toso_tables_clear (&picking.tables);
    }
  if (!done)
    return NULL;
  if (picked != NULL && g_bytes_get_size (picked) > 0)
    return g_steal_pointer (&picked);

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The row is no longer in the bin. Nothing was changed."));

  return NULL;
}

gboolean
toso_year_bring_back (TosoYear         *self,
                      const TosoBinRow *row,
                      GError          **error)
{
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if ((changes = pick_changes (self, row, error)) == NULL)
    return toso_year_rollback (self);

  name = toso_year_shorten (toso_record_get_name (row->record));
  if (!toso_changes_take_back (self->db, changes, &reason))
    {
      if (reason != NULL)
        g_propagate_error (error, g_steal_pointer (&reason));
      else
        g_set_error (error, TOSO_ERROR, TOSO_ERROR_CONFLICT,
                     _ ("“%s” can't be brought back: it is there already, or what it links to is in the bin too. Bring that back first. Nothing was changed."), name);
      return toso_year_rollback (self);
    }

  /* Translators: what a row of a register is called */
  title = g_strdup_printf (_ ("Bring back “%s”"), name);

  return toso_year_commit (self, title, error);
}

/* --- emptying --- */

typedef struct
{
  TosoTables  tables;
  GHashTable *gone; /* "table/id" */
} Emptying;

static gboolean
is_gone (Emptying   *emptying,
         const char *table,
         gint64      id)
{
  g_autofree char *key = toso_row_key (table, id);

  return g_hash_table_contains (emptying->gone, key);
}

static gboolean
links_to_gone (Emptying              *emptying,
               const TosoRowChange   *change,
               const TosoChangeValue *values)
{
  const TosoRegister *kind = toso_registers_find (change->table);

  for (guint i = 0; kind != NULL && values != NULL && i < kind->n_fields; i++)
    {
      const TosoField       *field = &kind->fields[i];
      const TosoChangeValue *value = field->kind == TOSO_FIELD_LINK
                                       ? find_value (toso_tables_find (&emptying->tables, change->table), values, change->n_values, field->id)
                                       : NULL;

      if (value != NULL && value->kind == TOSO_VALUE_INTEGER && is_gone (emptying, field->link, value->integer))
        return TRUE;
    }

  return FALSE;
}

/* A step that would bring a link back to nothing could not be taken. */
static gboolean
find_linked (TosoRowChange *change,
             gpointer       user_data)
{
  Emptying *emptying = user_data;

  if (links_to_gone (emptying, change, change->before) || links_to_gone (emptying, change, change->after))
    g_hash_table_add (emptying->gone, toso_row_key (change->table, change->id));

  return TRUE;
}

/* An older step counts the lists anew (toso_year_undo): what was counted with
 * the row no longer holds. */
static void
add_counted (TosoStmt *stmt,
             gpointer  user_data)
{
  g_hash_table_add (user_data, toso_row_key ("measurement", toso_stmt_get_int64 (stmt, 0)));
}

static gboolean
find_counted (Emptying *emptying,
              GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (emptying->tables.year->db, "SELECT id FROM measurement WHERE origin = 'computed'");

  return toso_stmt_foreach (stmt, add_counted, emptying->gone, error);
}

static gboolean
keep_change (TosoRowChange *change,
             gpointer       user_data)
{
  return !is_gone (user_data, change->table, change->id);
}

static gboolean
forget_rows (Emptying *emptying,
             guint     n_rows,
             GError  **error)
{
  TosoYear        *self = emptying->tables.year;
  g_autofree char *title = g_strdup_printf (ngettext ("Empty the bin (%u row)", "Empty the bin (%u rows)", n_rows), n_rows);

  return find_counted (emptying, error) && toso_year_walk_history (self, find_linked, emptying, error) &&
         toso_tables_check (&emptying->tables, error) && toso_year_rewrite_history (self, keep_change, NULL, emptying, error) &&
         toso_year_record_erasure (self, title, _ ("the bin was emptied"), n_rows, error) && toso_db_commit (self->db, error);
}

gboolean
toso_year_empty_bin (TosoYear *self,
                     guint    *n_rows,
                     GError  **error)
{
  g_autoptr (GHashTable) gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  Emptying emptying = { .gone = gone };
  gboolean done;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  rows = toso_year_list_bin (self, error);
  if (rows == NULL || !toso_year_begin_apart (self, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const TosoRecord *record = ((TosoBinRow *) rows->pdata[i])->record;

      g_hash_table_add (gone, toso_row_key (record->kind->id, record->id));
    }
  if (n_rows != NULL)
    *n_rows = rows->len;
  toso_tables_init (&emptying.tables, self);
  done = forget_rows (&emptying, rows->len, error);
  toso_tables_clear (&emptying.tables);
  if (!done)
    return toso_year_rollback (self);

  done = toso_year_forget_pages (self, error);
  toso_year_tell_changed (self);

  return done;
}
