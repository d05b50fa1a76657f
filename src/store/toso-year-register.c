/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-register.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-private.h"

/* --- SQL from the descriptions; their ids are ours, never typed --- */

static void
append_columns (GString            *sql,
                const TosoRegister *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", kind->fields[i].id);
}

static void
append_parameters (GString *sql,
                   guint    n)
{
  for (guint i = 1; i <= n; i++)
    g_string_append_printf (sql, "%s?%u", i > 1 ? ", " : "", i);
}

static gboolean
is_searched (const TosoRegister *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & TOSO_FIELD_SEARCHED) != 0)
      return TRUE;

  return FALSE;
}

/* Lists that have no "search" column are short, and searched as they are. */
static gboolean
has_search (const TosoRegister *kind)
{
  static const char *const without[] = { "attendance", "listing", "support_rate", "support_day", "milestone",
                                         "task_progress", "holiday" };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    if (strcmp (kind->id, without[i]) == 0)
      return FALSE;

  return is_searched (kind);
}

static char *
fold_record (const TosoRecord *record)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < record->kind->n_fields; i++)
    if ((record->kind->fields[i].flags & TOSO_FIELD_SEARCHED) != 0 && record->values[i] != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", record->values[i]);

  return toso_text_fold (words->str);
}

static void
bind_value (TosoStmt        *stmt,
            int              parameter,
            const TosoField *field,
            const char      *value)
{
  switch (field->kind)
    {
    case TOSO_FIELD_COUNT:
    case TOSO_FIELD_MONEY:
    case TOSO_FIELD_YEAR:
    case TOSO_FIELD_LINK:
    case TOSO_FIELD_YES_NO:
      if (value != NULL)
        toso_stmt_bind_int64 (stmt, parameter, g_ascii_strtoll (value, NULL, 10));
      else
        toso_stmt_bind_text (stmt, parameter, NULL);
      break;

    case TOSO_FIELD_DECIMAL:
      toso_stmt_bind_figure (stmt, parameter, value != NULL ? TOSO_FIGURE (g_ascii_strtod (value, NULL)) : TOSO_FIGURE_MISSING);
      break;

    case TOSO_FIELD_DAY:
      toso_stmt_bind_text (stmt, parameter, value);
      break;

    case TOSO_FIELD_TEXT:
    case TOSO_FIELD_LINES:
    case TOSO_FIELD_PHONE:
    case TOSO_FIELD_CHOICE:
    default:
      toso_stmt_bind_string (stmt, parameter, value);
      break;
    }
}

/* Parameters 1 … n_fields, then "search" where there is one; returns the next. */
static int
bind_record (TosoStmt         *stmt,
             const TosoRecord *record)
{
  int next = 1;

  for (guint i = 0; i < record->kind->n_fields; i++)
    bind_value (stmt, next++, &record->kind->fields[i], record->values[i]);
  if (has_search (record->kind))
    {
      g_autofree char *search = fold_record (record);

      toso_stmt_bind_text (stmt, next++, search);
    }

  return next;
}

/* --- reading --- */

static char *
read_value (TosoStmt        *stmt,
            int              column,
            const TosoField *field)
{
  char  text[G_ASCII_DTOSTR_BUF_SIZE];
  char *value;

  if (toso_stmt_is_null (stmt, column))
    return NULL;
  if (field->kind == TOSO_FIELD_DECIMAL)
    return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", toso_stmt_get_figure (stmt, column).value));

  value = toso_stmt_dup_text (stmt, column);
  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);

  return value;
}

typedef struct
{
  const TosoRegister *kind;
  GPtrArray          *records;
} Rows;

static void
add_record (TosoStmt *stmt,
            gpointer  user_data)
{
  Rows       *rows = user_data;
  TosoRecord *record = g_new (TosoRecord, 1);

  record->kind = rows->kind;
  record->id = toso_stmt_get_int64 (stmt, 0);
  record->row_version = toso_stmt_get_int64 (stmt, 1);
  record->values = g_new (char *, rows->kind->n_fields);
  for (guint i = 0; i < rows->kind->n_fields; i++)
    record->values[i] = read_value (stmt, (int) i + 2, &rows->kind->fields[i]);
  g_ptr_array_add (rows->records, record);
}

/* A row on its way to its place: what it is ordered by is made once, however
 * often it is compared. */
typedef struct
{
  TosoRecord *record;
  const char *key; /* NULL: it has none, and comes last */
} Placed;

static int
compare_placed (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Placed *first = a;
  const Placed *second = b;
  int           result = 0;

  if (first->key == NULL || second->key == NULL)
    result = (first->key == NULL) - (second->key == NULL);
  else if (first->key != second->key)
    result = strcmp (first->key, second->key);

  return result != 0 ? result : (first->record->id > second->record->id) - (first->record->id < second->record->id);
}

/* Villages by number and name, people by given name, days as they follow each
 * other. */
static char *
make_order_key (const TosoRegister *kind,
                const TosoField    *field,
                const char         *text)
{
  if (field->kind == TOSO_FIELD_DAY)
    return g_strdup (text);

  return strcmp (kind->id, "member") == 0 ? toso_name_collate_key (text) : toso_village_collate_key (text);
}

/* Rows of one value share its key.  @keys: value → key. */
static const char *
find_order_key (const TosoRecord *record,
                const TosoField  *field,
                GHashTable       *names, /* of a link's rows, or NULL */
                GHashTable       *keys)
{
  const char *value = record->values[field - record->kind->fields];
  const char *text = value;
  gpointer    key;
  gint64      id;

  if (value == NULL || g_hash_table_lookup_extended (keys, value, NULL, &key))
    return value != NULL ? key : NULL;

  if (names != NULL)
    {
      id = g_ascii_strtoll (value, NULL, 10);
      text = g_hash_table_lookup (names, &id);
    }
  key = text != NULL ? make_order_key (record->kind, field, text) : NULL;
  g_hash_table_insert (keys, (gpointer) value, key);

  return key;
}

static gboolean
sort_records (TosoYear           *self,
              const TosoRegister *kind,
              GPtrArray          *records,
              GError            **error)
{
  const TosoField *field = toso_register_find (kind, kind->order);
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree Placed *placed = g_new (Placed, records->len + 1);

  if (field->kind == TOSO_FIELD_LINK && (names = toso_year_list_names (self, field->link, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      placed[i].record = g_ptr_array_index (records, i);
      placed[i].key = find_order_key (placed[i].record, field, names, keys);
    }
  g_qsort_with_data (placed, (int) records->len, sizeof (Placed), compare_placed, NULL);
  for (guint i = 0; i < records->len; i++)
    records->pdata[i] = placed[i].record;

  return TRUE;
}

/* @tail: what follows the table's name. */
static TosoStmt *
prepare_select (TosoYear           *self,
                const TosoRegister *kind,
                const char         *tail)
{
  g_autoptr (GString) sql = g_string_new ("SELECT id, row_version, ");

  append_columns (sql, kind);
  g_string_append_printf (sql, " FROM %s %s", kind->id, tail);

  return toso_db_prepare (self->db, sql->str);
}

GPtrArray *
toso_year_list_records (TosoYear           *self,
                        const TosoRegister *kind,
                        GError            **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  g_autoptr (TosoStmt) stmt = NULL;
  Rows rows = { kind, records };

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = prepare_select (self, kind, "ORDER BY id");
  if (!toso_stmt_foreach (stmt, add_record, &rows, error) || !sort_records (self, kind, records, error))
    return NULL;

  return g_steal_pointer (&records);
}

TosoRecord *
toso_year_load_record (TosoYear           *self,
                       const TosoRegister *kind,
                       gint64              id,
                       GError            **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_record_free);
  g_autoptr (TosoStmt) stmt = NULL;
  Rows rows = { kind, records };

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;

  stmt = prepare_select (self, kind, "WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_foreach (stmt, add_record, &rows, error))
    return NULL;
  if (records->len > 0)
    return g_ptr_array_steal_index (records, 0);

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND, _ ("The row is no longer there. Nothing was changed."));

  return NULL;
}

/* --- saving --- */

/* A village has a team from its first day (DESIGN §4: a team per village). */
static gboolean
add_team (TosoYear *self,
          gint64    village_id,
          GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "INSERT INTO team (id, village_id) VALUES (?1, ?2)");

  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (&self->ids));
  toso_stmt_bind_int64 (stmt, 2, village_id);

  return toso_stmt_run (stmt, error);
}

static gboolean
add_row (TosoYear         *self,
         const TosoRecord *record,
         gint64            id,
         GError          **error)
{
  const TosoRegister *kind = record->kind;
  guint               n = kind->n_fields + (has_search (kind) ? 1 : 0) + 1;
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (TosoStmt) stmt = NULL;

  g_string_append_printf (sql, "INSERT INTO %s (", kind->id);
  append_columns (sql, kind);
  g_string_append_printf (sql, "%s, id) VALUES (", has_search (kind) ? ", search" : "");
  append_parameters (sql, n);
  g_string_append_c (sql, ')');

  stmt = toso_db_prepare (self->db, sql->str);
  toso_stmt_bind_int64 (stmt, bind_record (stmt, record), id);
  if (!toso_stmt_run (stmt, error))
    return FALSE;

  return strcmp (kind->id, "village") != 0 || add_team (self, id, error);
}

/* A name that a person gave is no placeholder any more. */
static gboolean
settle_village (TosoYear *self,
                gint64    village_id,
                GError  **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "UPDATE village SET placeholder = 0 WHERE id = ?1 AND placeholder = 1");

  toso_stmt_bind_int64 (stmt, 1, village_id);

  return toso_stmt_run (stmt, error);
}

static gboolean
update_row (TosoYear         *self,
            const TosoRecord *record,
            GError          **error)
{
  const TosoRegister *kind = record->kind;
  const char         *search = has_search (kind) ? ", search" : "";
  guint               n = kind->n_fields + (has_search (kind) ? 1 : 0);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (TosoStmt) stmt = NULL;

  if (!toso_year_check_row (self, kind->id, record->id, record->row_version, error))
    return FALSE;

  append_columns (columns, kind);
  g_string_append (columns, search);
  /* What was not changed makes no entry of the journal. */
  g_string_append_printf (sql, "UPDATE %s SET (%s, row_version) = (", kind->id, columns->str);
  append_parameters (sql, n);
  g_string_append_printf (sql, ", row_version + 1) WHERE id = ?%u AND (%s) IS NOT (", n + 1, columns->str);
  append_parameters (sql, n);
  g_string_append_c (sql, ')');

  stmt = toso_db_prepare (self->db, sql->str);
  toso_stmt_bind_int64 (stmt, bind_record (stmt, record), record->id);
  if (!toso_stmt_run (stmt, error))
    return FALSE;

  return strcmp (kind->id, "village") != 0 || settle_village (self, record->id, error);
}

/* "@2" becomes the id of the third record. */
static gboolean
resolve_links (TosoRecord *record,
               GArray     *ids,
               GError    **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      guint64 index;

      if (record->kind->fields[i].kind != TOSO_FIELD_LINK || record->values[i] == NULL || *record->values[i] != '@')
        continue;
      if (ids->len == 0 || !g_ascii_string_to_unsigned (record->values[i] + 1, 10, 0, ids->len - 1, &index, error))
        return FALSE;
      g_free (record->values[i]);
      record->values[i] = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, index));
    }

  return TRUE;
}

/* SQLite's foreign keys would refuse it too, but not say what to do. */
static gboolean
check_links (TosoYear         *self,
             const TosoRecord *record,
             GError          **error)
{
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const TosoField *field = &record->kind->fields[i];
      g_autofree char *sql = NULL;
      g_autoptr (TosoStmt) stmt = NULL;
      gboolean has_row;

      if (field->kind != TOSO_FIELD_LINK || record->values[i] == NULL)
        continue;
      sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", field->link);
      stmt = toso_db_prepare (self->db, sql);
      toso_stmt_bind_int64 (stmt, 1, g_ascii_strtoll (record->values[i], NULL, 10));
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        {
          g_set_error (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                       _ ("%s: what was chosen is no longer there. Choose again. Nothing was changed."), _ (field->title));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
save_one (TosoYear   *self,
          TosoRecord *record,
          GArray     *ids,
          GError    **error)
{
  g_autoptr (TosoRecord) kept = toso_record_copy (record);
  gint64 id = record->id;

  if (!resolve_links (kept, ids, error) || !toso_record_take (kept, error) || !check_links (self, kept, error))
    return FALSE;

  if (id == 0)
    id = toso_ids_next (&self->ids);
  g_array_append_val (ids, id);

  return record->id == 0 ? add_row (self, kept, id, error) : update_row (self, kept, error);
}

static char *
make_title (const TosoRecord *record)
{
  g_autofree char *name = toso_year_shorten (toso_record_get_name (record));

  return toso_year_title (record->id == 0 ? _ (record->kind->add_title) : _ (record->kind->edit_title), name);
}

gboolean
toso_year_save_records (TosoYear   *self,
                        GPtrArray  *records,
                        const char *title,
                        GError    **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *own_title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (records->len > 0, FALSE);

  own_title = title != NULL ? g_strdup (title) : make_title (g_ptr_array_index (records, 0));
  if (!toso_year_begin (self, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!save_one (self, g_ptr_array_index (records, i), ids, error))
      return toso_year_rollback (self);
  if (!toso_year_commit (self, own_title, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    ((TosoRecord *) g_ptr_array_index (records, i))->id = g_array_index (ids, gint64, i);

  return TRUE;
}

gboolean
toso_year_save_record (TosoYear   *self,
                       TosoRecord *record,
                       GError    **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record);

  return toso_year_save_records (self, records, NULL, error);
}
