/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-person-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-register.h"

/* What becomes of a row, in its table and in the history alike, so that what
 * was done to it before can still be undone. */
typedef enum {
  FATE_SCRUB, /* the name in its texts */
  FATE_DROP,
  FATE_UNLINK, /* counted by others: only what tells who goes */
  FATE_EMPTY,  /* a kept file: its content */
  FATE_KEEP,   /* another of that name */
} Fate;

typedef struct
{
  const char *table;
  Fate        fate;
  gboolean    needs_mark; /* of FATE_UNLINK: nothing else would say who */
} RowFate;

typedef struct
{
  TosoYear   *year;
  TosoPerson *person;
  GHashTable *fates; /* "table/id" → RowFate * */
  TosoTables  tables;
  GPtrArray  *texts; /* made while a changeset is written */
  guint       n_rows;

  /* Of one entry of the history. */
  guint n_of_person;
  guint n_of_others;
} Erasing;

static RowFate *
set_fate (Erasing    *erasing,
          const char *table,
          gint64      id,
          Fate        fate)
{
  RowFate *row = g_new0 (RowFate, 1);

  row->table = table;
  row->fate = fate;
  g_hash_table_insert (erasing->fates, toso_row_key (table, id), row);

  return row;
}

static const RowFate *
get_fate (const Erasing *erasing,
          const char    *table,
          gint64         id)
{
  g_autofree char *key = toso_row_key (table, id);

  return g_hash_table_lookup (erasing->fates, key);
}

/* --- the rows as they stand --- */

static gboolean
run_on_row (TosoYear   *self,
            char       *sql, /* taken */
            gint64      id,
            const char *text, /* ?2, or NULL */
            GError    **error)
{
  g_autofree char *taken = sql;
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, taken);

  toso_stmt_bind_int64 (stmt, 1, id);
  if (text != NULL)
    toso_stmt_bind_text (stmt, 2, text);

  return toso_stmt_run (stmt, error);
}

static gboolean
drop_row (TosoYear   *self,
          const char *table,
          gint64      id,
          GError    **error)
{
  return run_on_row (self, g_strdup_printf ("DELETE FROM attachment_link WHERE owner_table = '%s' AND owner_id = ?1", table), id, NULL, error) &&
         run_on_row (self, g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table), id, NULL, error);
}

/* No row_version: the history must find the row as it is. */
static gboolean
scrub_row (Erasing    *erasing,
           const char *table,
           const char *key, /* column */
           gint64      id,
           GError    **error)
{
  const TosoTableColumns *columns = toso_tables_find (&erasing->tables, table);
  g_autoptr (GString) sql = g_string_new (NULL);

  if (columns == NULL)
    return toso_tables_check (&erasing->tables, error);
  if (columns->texts->len == 0)
    return TRUE;

  g_string_printf (sql, "UPDATE %s SET ", table);
  for (guint i = 0; i < columns->texts->len; i++)
    g_string_append_printf (sql, "%1$s%2$s = toso_scrub (%2$s)", i > 0 ? ", " : "", (char *) columns->texts->pdata[i]);
  if (columns->has_id)
    g_string_append_printf (sql, " WHERE %s = ?1", key);
  else
    g_string_append (sql, " WHERE ?1 = 0");

  return run_on_row (erasing->year, g_string_free (g_steal_pointer (&sql), FALSE), id, NULL, error);
}

/* By which a row without a link says whom it is about. */
static const TosoField *
find_marked_field (const TosoRegister *kind)
{
  for (guint i = 0; kind->check != NULL && i < kind->n_fields; i++)
    if ((kind->fields[i].flags & TOSO_FIELD_PERSONAL) != 0 && (kind->fields[i].flags & TOSO_FIELD_SEARCHED) != 0)
      return &kind->fields[i];

  return NULL;
}

/* What another person typed of this one. */
static gboolean
is_said_of_person (const TosoRegister *kind,
                   const TosoField    *field)
{
  return (field->flags & TOSO_FIELD_PERSONAL) != 0 && field != find_marked_field (kind);
}

static gboolean
unlink_row (Erasing            *erasing,
            const TosoRegister *kind,
            gint64              id,
            GError            **error)
{
  const TosoField *link = toso_find_person_field (kind);
  const TosoField *marked = find_marked_field (kind);
  g_autoptr (TosoRecord) record = toso_year_load_record (erasing->year, kind, id, error);
  g_autofree char        *search = toso_text_fold (toso_erased_mark ());
  RowFate                *fate;
  const TosoTableColumns *columns = toso_tables_find (&erasing->tables, kind->id);

  if (record == NULL)
    return FALSE;
  if (columns == NULL)
    return toso_tables_check (&erasing->tables, error);
  fate = set_fate (erasing, kind->id, id, FATE_UNLINK);
  toso_record_set (record, link->id, NULL);
  fate->needs_mark = marked != NULL && !kind->check (record, NULL);

  /* The mark goes first: a row without anybody is none. */
  if (fate->needs_mark &&
      !run_on_row (erasing->year, g_strdup_printf ("UPDATE %s SET %s = ?2 WHERE id = ?1", kind->id, marked->id), id, toso_erased_mark (), error))
    return FALSE;
  if (!scrub_row (erasing, kind->id, "id", id, error) ||
      !run_on_row (erasing->year, g_strdup_printf ("UPDATE %s SET %s = NULL WHERE id = ?1", kind->id, link->id), id, NULL, error))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_said_of_person (kind, &kind->fields[i]) &&
        !run_on_row (erasing->year, g_strdup_printf ("UPDATE %s SET %s = '' WHERE id = ?1", kind->id, kind->fields[i].id), id, NULL, error))
      return FALSE;

  return !fate->needs_mark || !g_ptr_array_find_with_equal_func (columns->names, "search", g_str_equal, NULL) ||
         run_on_row (erasing->year, g_strdup_printf ("UPDATE %s SET search = ?2 WHERE id = ?1", kind->id), id, search, error);
}

/* A guest by that name, and what is said of the guest. */
static gboolean
check_row_of_person (Erasing           *erasing,
                     const TosoHolding *holding,
                     gboolean          *is_of_person,
                     GError           **error)
{
  const TosoRegister *kind = toso_registers_find (holding->table);
  const TosoField    *link = kind != NULL ? toso_find_person_field (kind) : NULL;
  const TosoField    *marked = link != NULL ? find_marked_field (kind) : NULL;
  g_autoptr (TosoRecord) record = NULL;
  const char *said;

  *is_of_person = FALSE;
  if (marked == NULL)
    return TRUE;
  if ((record = toso_year_load_record (erasing->year, kind, holding->id, error)) == NULL)
    return FALSE;
  said = toso_record_get (record, marked->id);
  *is_of_person = said != NULL && toso_record_get (record, link->id) == NULL &&
                  toso_person_words_match (erasing->person->words, said, strlen (said));

  return TRUE;
}

static gboolean
empty_file (Erasing *erasing,
            gint64   id,
            GError **error)
{
  set_fate (erasing, "attachment", id, FATE_EMPTY);

  return scrub_row (erasing, "attachment", "id", id, error) &&
         run_on_row (erasing->year, g_strdup ("UPDATE attachment SET content = NULL WHERE id = ?1"), id, NULL, error);
}

static gboolean
list_ids (TosoYear   *self,
          const char *sql,
          gint64      id,
          GArray    **ids,
          GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);

  *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (id != 0)
    toso_stmt_bind_int64 (stmt, 1, id);

  return toso_stmt_foreach (stmt, toso_stmt_append_id, *ids, error);
}

static gboolean
erase_paper (Erasing *erasing,
             gint64   id,
             GError **error)
{
  g_autoptr (GArray) files = NULL;

  if (!scrub_row (erasing, "paper", "id", id, error) || !scrub_row (erasing, "paper_block", "paper_id", id, error) ||
      !list_ids (erasing->year,
                 "SELECT a.id FROM attachment a JOIN paper p ON a.id IN (p.exported_id, p.signed_id) WHERE p.id = ?1", id, &files, error))
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!empty_file (erasing, g_array_index (files, gint64, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
erase_holding (Erasing           *erasing,
               const TosoHolding *holding,
               GError           **error)
{
  gboolean is_of_person;

  switch (holding->kind)
    {
    case TOSO_HELD_ROW:
      set_fate (erasing, holding->table, holding->id, FATE_DROP);
      return TRUE; /* the last: others link to it */

    case TOSO_HELD_LINK:
      if (toso_goes_with (holding->table, "member") == NULL)
        return unlink_row (erasing, toso_registers_find (holding->table), holding->id, error);
      set_fate (erasing, holding->table, holding->id, FATE_DROP);
      return drop_row (erasing->year, holding->table, holding->id, error);

    case TOSO_HELD_MENTION:
      if (!check_row_of_person (erasing, holding, &is_of_person, error))
        return FALSE;
      return is_of_person ? unlink_row (erasing, toso_registers_find (holding->table), holding->id, error)
                          : scrub_row (erasing, holding->table, "id", holding->id, error);

    case TOSO_HELD_PAPER:
      return erase_paper (erasing, holding->id, error);

    case TOSO_HELD_ORIGINAL:
      return empty_file (erasing, holding->id, error);

    case TOSO_HELD_HISTORY: /* all of it, at the end */
    case TOSO_HELD_OFFICIAL:
    case TOSO_HELD_UNSEEN:
    default:
      return TRUE;
    }
}

static gboolean
erase_rows (Erasing *erasing,
            GError **error)
{
  TosoPerson *person = erasing->person;

  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TosoHolding *holding = g_ptr_array_index (person->holdings, i);

      if (!holding->chosen)
        {
          set_fate (erasing, holding->table, holding->id, FATE_KEEP);
          continue;
        }
      if (!erase_holding (erasing, holding, error))
        return FALSE;
      erasing->n_rows++;
    }

  return person->member_id == 0 || drop_row (erasing->year, "member", person->member_id, error);
}

/* --- the same in the history --- */

static void
scrub_values (Erasing         *erasing,
              TosoChangeValue *values,
              guint            n)
{
  for (guint i = 0; values != NULL && i < n; i++)
    {
      char *scrubbed;

      if (values[i].kind != TOSO_VALUE_TEXT)
        continue;
      scrubbed = toso_person_words_scrub (erasing->person->words, values[i].text, values[i].size, toso_erased_mark ());
      if (scrubbed == NULL)
        continue;
      g_ptr_array_add (erasing->texts, scrubbed);
      values[i].text = scrubbed;
      values[i].size = strlen (scrubbed);
    }
}

static void
set_value (TosoChangeValue        *values,
           const TosoTableColumns *columns,
           guint                   n,
           const char             *column,
           const char             *text) /* NULL: nothing */
{
  guint place;

  if (values == NULL || !g_ptr_array_find_with_equal_func (columns->names, column, g_str_equal, &place) || place >= n ||
      values[place].kind == TOSO_VALUE_NONE)
    return;

  values[place].kind = text != NULL ? TOSO_VALUE_TEXT : TOSO_VALUE_NULL;
  values[place].text = text;
  values[place].size = text != NULL ? strlen (text) : 0;
}

static void
unlink_values (Erasing            *erasing,
               const TosoRegister *kind,
               const RowFate      *fate,
               TosoChangeValue    *values,
               guint               n)
{
  const TosoTableColumns *columns = toso_tables_find (&erasing->tables, kind->id);
  char                   *search;

  set_value (values, columns, n, toso_find_person_field (kind)->id, NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_said_of_person (kind, &kind->fields[i]))
      set_value (values, columns, n, kind->fields[i].id, "");
  if (!fate->needs_mark)
    return;

  search = toso_text_fold (toso_erased_mark ());
  g_ptr_array_add (erasing->texts, search);
  set_value (values, columns, n, find_marked_field (kind)->id, toso_erased_mark ());
  set_value (values, columns, n, "search", search);
}

static gboolean
links_to_person (Erasing         *erasing,
                 const char      *table,
                 TosoChangeValue *values,
                 guint            n)
{
  const TosoRegister     *kind = toso_registers_find (table);
  const TosoField        *link = kind != NULL ? toso_find_person_field (kind) : NULL;
  const TosoTableColumns *columns = link != NULL ? toso_tables_find (&erasing->tables, table) : NULL;
  guint                   place;

  return values != NULL && columns != NULL && g_ptr_array_find_with_equal_func (columns->names, link->id, g_str_equal, &place) &&
         place < n && values[place].kind == TOSO_VALUE_INTEGER && values[place].integer == erasing->person->member_id;
}

/* Rows that were the person's, and were removed since: nothing of them. */
static gboolean
find_gone_rows (TosoRowChange *change,
                gpointer       user_data)
{
  Erasing *erasing = user_data;

  if (erasing->person->member_id != 0 && get_fate (erasing, change->table, change->id) == NULL &&
      (links_to_person (erasing, change->table, change->before, change->n_values) ||
       links_to_person (erasing, change->table, change->after, change->n_values)))
    {
      const TosoRegister *kind = toso_registers_find (change->table);

      set_fate (erasing, kind->id, change->id, FATE_DROP);
    }

  return TRUE;
}

static gboolean
erase_change (TosoRowChange *change,
              gpointer       user_data)
{
  Erasing       *erasing = user_data;
  const RowFate *fate = get_fate (erasing, change->table, change->id);

  if (fate != NULL && (fate->fate == FATE_DROP || fate->fate == FATE_UNLINK))
    erasing->n_of_person += strcmp (change->table, "measurement") != 0;
  else
    erasing->n_of_others++;
  if (fate != NULL && fate->fate == FATE_DROP)
    return FALSE;
  if ((fate != NULL && fate->fate == FATE_KEEP) || toso_is_official_table (change->table))
    return TRUE;

  if (fate != NULL && fate->fate == FATE_EMPTY)
    {
      set_value (change->before, toso_tables_find (&erasing->tables, "attachment"), change->n_values, "content", NULL);
      set_value (change->after, toso_tables_find (&erasing->tables, "attachment"), change->n_values, "content", NULL);
    }
  scrub_values (erasing, change->before, change->n_values);
  scrub_values (erasing, change->after, change->n_values);
  if (fate != NULL && fate->fate == FATE_UNLINK)
    {
      unlink_values (erasing, toso_registers_find (change->table), fate, change->before, change->n_values);
      unlink_values (erasing, toso_registers_find (change->table), fate, change->after, change->n_values);
    }

  return TRUE;
}

/* Of a row of the person alone, the sentence quotes what the row said. */
static gboolean
erase_quote (gint64   id,
             gpointer user_data,
             GError **error)
{
  static const char sql[] = "UPDATE journal SET title = substr (title, 1, instr (title, '“')) || ?2"
                            "    || substr (title, instr (title, '”'))"
                            "  WHERE id = ?1 AND instr (title, '“') BETWEEN 1 AND instr (title, '”')";
  Erasing          *erasing = user_data;
  gboolean          is_of_person = erasing->n_of_person > 0 && erasing->n_of_others == 0;

  erasing->n_of_person = 0;
  erasing->n_of_others = 0;

  return !is_of_person || run_on_row (erasing->year, g_strdup (sql), id, toso_erased_mark (), error);
}

/* What is counted in the lists moves with them; an older step no longer says
 * what the count was, and counts anew when it is taken (toso_year_undo). */
static gboolean
drop_counted (Erasing *erasing,
              GError **error)
{
  static const char counted[] = "SELECT id FROM measurement WHERE origin = 'computed'";
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;

  if (!list_ids (erasing->year, counted, 0, &before, error) || !toso_year_count_all (erasing->year, error) ||
      !list_ids (erasing->year, counted, 0, &after, error))
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    set_fate (erasing, "measurement", g_array_index (before, gint64, i), FATE_DROP);
  for (guint i = 0; i < after->len; i++)
    set_fate (erasing, "measurement", g_array_index (after, gint64, i), FATE_DROP);

  return TRUE;
}

static gboolean
erase_history (Erasing *erasing,
               GError **error)
{
  return toso_year_walk_history (erasing->year, find_gone_rows, erasing, error) &&
         toso_year_rewrite_history (erasing->year, erase_change, erase_quote, erasing, error) &&
         toso_tables_check (&erasing->tables, error) &&
         toso_db_exec (erasing->year->db,
                       "UPDATE journal SET title = toso_scrub (title), reason = toso_scrub (reason)"
                       "  WHERE toso_mentions (title) OR toso_mentions (reason)",
                       error);
}

/* --- the record that remains --- */

static gboolean
record_erasure (Erasing    *erasing,
                const char *reason,
                GError    **error)
{
  g_autofree char *kept = NULL;
  g_autofree char *scrubbed = NULL;
  g_autofree char *title = g_strdup_printf (ngettext ("Erase what is held on a person (%u place)", "Erase what is held on a person (%u places)",
                                                      erasing->n_rows),
                                            erasing->n_rows);

  if (!toso_year_take_text (reason != NULL ? reason : "", FALSE, &kept, error))
    return FALSE;
  scrubbed = toso_person_words_scrub (erasing->person->words, kept, strlen (kept), toso_erased_mark ());

  return toso_year_record_erasure (erasing->year, title, scrubbed != NULL ? scrubbed : kept, erasing->n_rows, error);
}

static void
erasing_clear (Erasing *erasing)
{
  g_hash_table_unref (erasing->fates);
  toso_tables_clear (&erasing->tables);
  g_ptr_array_unref (erasing->texts);
}

gboolean
toso_year_erase_person (TosoYear   *self,
                        TosoPerson *person,
                        const char *reason,
                        guint      *n_erased,
                        GError    **error)
{
  Erasing  erasing = { self, person };
  gboolean done;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (person != NULL, FALSE);

  if (!toso_year_begin_apart (self, error))
    return FALSE;

  erasing.fates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  toso_tables_init (&erasing.tables, self);
  erasing.texts = g_ptr_array_new_with_free_func (g_free);
  done = toso_year_add_person_sql (self, person->words, error) && erase_rows (&erasing, error) && drop_counted (&erasing, error) &&
         erase_history (&erasing, error) && record_erasure (&erasing, reason, error) && toso_db_commit (self->db, error);
  toso_year_drop_person_sql (self);
  if (n_erased != NULL)
    *n_erased = erasing.n_rows;
  erasing_clear (&erasing);
  if (!done)
    return toso_year_rollback (self);

  done = toso_year_forget_pages (self, error);
  toso_year_tell_changed (self);

  return done;
}
