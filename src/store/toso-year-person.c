/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-person-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "core/toso-text.h"
#include "store/toso-year-register.h"

/* --- what is found --- */

static void
holding_free (gpointer data)
{
  TosoHolding *holding = data;

  g_free (holding->table);
  g_free (holding->where);
  g_free (holding->text);
  g_free (holding);
}

void
toso_person_free (TosoPerson *person)
{
  if (person == NULL)
    return;

  g_free (person->name);
  g_ptr_array_unref (person->holdings);
  toso_person_words_free (person->words);
  g_free (person);
}

/* Takes @text. */
static TosoHolding *
add_holding (TosoPerson     *person,
             TosoHoldingKind kind,
             const char     *table,
             gint64          id,
             const char     *where,
             char           *text)
{
  TosoHolding *holding = g_new0 (TosoHolding, 1);

  holding->kind = kind;
  holding->table = g_strdup (table);
  holding->id = id;
  holding->where = g_strdup (where);
  holding->text = text;
  holding->chosen = kind != TOSO_HELD_OFFICIAL && kind != TOSO_HELD_UNSEEN;
  holding->fixed = kind != TOSO_HELD_MENTION && kind != TOSO_HELD_PAPER && kind != TOSO_HELD_ORIGINAL;
  g_ptr_array_add (person->holdings, holding);

  return holding;
}

static gboolean
is_held (const TosoPerson *person,
         const char       *table,
         gint64            id)
{
  for (guint i = 0; i < person->holdings->len; i++)
    {
      const TosoHolding *holding = g_ptr_array_index (person->holdings, i);

      if (holding->id == id && strcmp (holding->table, table) == 0)
        return TRUE;
    }

  return FALSE;
}

/* --- rows of registers --- */

/* What its list shows of the row, but for the person. */
static char *
describe_record (TosoYear         *self,
                 const TosoRecord *record,
                 const TosoField  *left_out)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      const TosoField *field = &record->kind->fields[i];
      g_autofree char *text = NULL;

      if (record->values[i] == NULL || field == left_out)
        continue;
      if (field->kind == TOSO_FIELD_LINK)
        {
          g_autoptr (GHashTable) names = toso_year_list_names (self, field->link, NULL);
          gint64 id = g_ascii_strtoll (record->values[i], NULL, 10);

          text = g_strdup (names != NULL ? g_hash_table_lookup (names, &id) : NULL);
        }
      else if (field->kind == TOSO_FIELD_YES_NO)
        text = *record->values[i] == '1' ? g_strdup (_ (field->title)) : NULL;
      else
        text = toso_field_format (field, record->values[i], FALSE);
      if (text != NULL)
        g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  g_strdelimit (line->str, "\n", ' ');

  return g_string_free (g_steal_pointer (&line), FALSE);
}

const TosoField *
toso_find_person_field (const TosoRegister *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].kind == TOSO_FIELD_LINK && strcmp (kind->fields[i].link, "member") == 0)
      return &kind->fields[i];

  return NULL;
}

static gboolean
add_links (TosoYear           *self,
           TosoPerson         *person,
           const TosoRegister *kind,
           const TosoField    *field,
           GError            **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1 ORDER BY id", kind->id, field->id);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, person->member_id);
  for (;;)
    {
      g_autoptr (TosoRecord) record = NULL;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      record = toso_year_load_record (self, kind, toso_stmt_get_int64 (stmt, 0), error);
      if (record == NULL)
        return FALSE;
      add_holding (person, TOSO_HELD_LINK, kind->id, record->id, _ (kind->title), describe_record (self, record, field));
    }
}

static gboolean
add_rows (TosoYear         *self,
          TosoPerson       *person,
          const TosoRecord *member,
          GError          **error)
{
  guint                      n;
  const TosoRegister *const *registers = toso_registers_list (&n);

  add_holding (person, TOSO_HELD_ROW, "member", member->id, _ (member->kind->title), describe_record (self, member, NULL));
  for (guint i = 0; i < n; i++)
    {
      const TosoField *field = toso_find_person_field (registers[i]);

      if (field != NULL && !add_links (self, person, registers[i], field, error))
        return FALSE;
    }

  return TRUE;
}

/* --- names and numbers that were changed since --- */

static void
take_word (TosoPerson            *person,
           const TosoChangeValue *values,
           guint                  column,
           gboolean               is_phone)
{
  g_autofree char *text = NULL;

  if (values == NULL || values[column].kind != TOSO_VALUE_TEXT)
    return;

  text = g_strndup (values[column].text, values[column].size);
  if (is_phone)
    toso_person_words_add_phone (person->words, text);
  else
    toso_person_words_add_name (person->words, text);
}

typedef struct
{
  TosoPerson *person;
  guint       name, phone; /* columns */
} Earlier;

static gboolean
take_earlier (TosoRowChange *change,
              gpointer       user_data)
{
  Earlier *earlier = user_data;

  if (strcmp (change->table, "member") == 0 && change->id == earlier->person->member_id &&
      MAX (earlier->name, earlier->phone) < change->n_values)
    {
      take_word (earlier->person, change->before, earlier->name, FALSE);
      take_word (earlier->person, change->after, earlier->name, FALSE);
      take_word (earlier->person, change->before, earlier->phone, TRUE);
      take_word (earlier->person, change->after, earlier->phone, TRUE);
    }

  return TRUE;
}

static gboolean
add_earlier_words (TosoYear   *self,
                   TosoPerson *person,
                   GError    **error)
{
  g_autoptr (TosoTableColumns) columns = toso_year_list_columns (self, "member", error);
  Earlier earlier = { person };

  if (columns == NULL ||
      !g_ptr_array_find_with_equal_func (columns->names, "name", g_str_equal, &earlier.name) ||
      !g_ptr_array_find_with_equal_func (columns->names, "phone", g_str_equal, &earlier.phone))
    return FALSE;

  return toso_year_walk_history (self, take_earlier, &earlier, error);
}

/* --- texts --- */

static const struct
{
  const char *table;
  const char *title;
} other_tables[] = {
  { "submission", N_ ("Reports") },
  { "measurement_note", N_ ("Notes on figures") },
  { "measurement_version", N_ ("Corrected figures") },
  { "training_topic", N_ ("Trainings") },
  { "task", N_ ("Tasks") },
  { "task_unit", N_ ("Tasks") },
  { "commune", N_ ("Commune") },
  { "setting", N_ ("Settings") },
};

static const char *
get_where (const char *table)
{
  const TosoRegister *kind = toso_registers_find (table);

  if (kind != NULL)
    return _ (kind->title);
  if (toso_is_official_table (table))
    return _ ("The plan’s text");
  for (guint i = 0; i < G_N_ELEMENTS (other_tables); i++)
    if (strcmp (other_tables[i].table, table) == 0)
      return _ (other_tables[i].title);

  return table;
}

/* Papers have their own way, and files. */
static gboolean
is_searched_apart (const char *table)
{
  static const char *const apart[] = { "paper", "paper_block", "attachment", "erasure", "sequence", "plan_remark" };

  for (guint i = 0; i < G_N_ELEMENTS (apart); i++)
    if (strcmp (apart[i], table) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
add_mentions (TosoYear   *self,
              TosoPerson *person,
              const char *table,
              GError    **error)
{
  g_autoptr (TosoTableColumns) columns = toso_year_list_columns (self, table, error);
  g_autoptr (GString) sql = NULL;
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  if (columns == NULL)
    return FALSE;
  if (columns->texts->len == 0)
    return TRUE;

  /* "search" says nothing that the others do not. */
  sql = g_string_new (NULL);
  g_string_printf (sql, "SELECT %s, coalesce (NULL, ", columns->has_id ? "id" : "0");
  for (guint i = 0; i < columns->texts->len; i++)
    if (strcmp (columns->texts->pdata[i], "search") != 0)
      g_string_append_printf (sql, "iif (toso_mentions (%1$s), %1$s, NULL), ", (char *) columns->texts->pdata[i]);
  g_string_append_printf (sql, "NULL) AS found FROM %s WHERE found IS NOT NULL ORDER BY 1", table);
  stmt = toso_db_prepare (self->db, sql->str);
  for (;;)
    {
      TosoHolding *holding;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      if (columns->has_id && is_held (person, table, toso_stmt_get_int64 (stmt, 0)))
        continue;
      holding = add_holding (person, toso_is_official_table (table) ? TOSO_HELD_OFFICIAL : TOSO_HELD_MENTION, table,
                             toso_stmt_get_int64 (stmt, 0), get_where (table), toso_year_shorten (toso_stmt_get_text (stmt, 1)));
      /* Another of that name, and those who sign, are not meant. */
      if (holding->kind == TOSO_HELD_MENTION)
        holding->chosen = !person->has_namesake && strcmp (table, "member") != 0 && strcmp (table, "signatory") != 0;
    }
}

/* An issued paper is a record of the office: it stays until the office says
 * otherwise. */
static gboolean
add_papers (TosoYear   *self,
            TosoPerson *person,
            GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "SELECT p.id, p.title, p.state, p.number || p.symbol FROM paper p"
                                               "  WHERE toso_mentions (p.title)"
                                               "    OR EXISTS (SELECT 1 FROM paper_block b WHERE b.paper_id = p.id"
                                               "                 AND (toso_mentions (b.text) OR toso_mentions (b.composed) OR toso_mentions (b.bindings)))"
                                               "  ORDER BY p.id");
  gboolean has_row;

  for (;;)
    {
      TosoHolding *holding;
      gboolean     is_draft;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      is_draft = g_strcmp0 (toso_stmt_get_text (stmt, 2), "draft") == 0;
      holding = add_holding (person, TOSO_HELD_PAPER, "paper", toso_stmt_get_int64 (stmt, 0),
                             is_draft ? _ ("Papers, drafts") : _ ("Papers, issued"),
                             g_strconcat (toso_stmt_get_text (stmt, 3), is_draft ? "" : " ", toso_stmt_get_text (stmt, 1), NULL));
      holding->chosen = is_draft && !person->has_namesake;
    }
}

/* --- kept files --- */

static const char kept_files[] = "SELECT a.id, a.name, a.content FROM attachment a"
                                 "  WHERE a.content IS NOT NULL"
                                 "    AND NOT EXISTS (SELECT 1 FROM paper p WHERE a.id IN (p.exported_id, p.signed_id))"
                                 "  ORDER BY a.id";

static gboolean
check_held_rows (TosoYear         *self,
                 const TosoPerson *person,
                 gint64            id,
                 gboolean         *is_of_one,
                 GError          **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "SELECT owner_table, owner_id FROM attachment_link WHERE attachment_id = ?1");
  gboolean has_row;

  *is_of_one = FALSE;
  toso_stmt_bind_int64 (stmt, 1, id);
  while (!*is_of_one)
    {
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      *is_of_one = is_held (person, toso_stmt_get_text (stmt, 0), toso_stmt_get_int64 (stmt, 1));
    }

  return TRUE;
}

static gboolean
add_originals (TosoYear   *self,
               TosoPerson *person,
               GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, kept_files);
  guint    n_unseen = 0;
  gboolean has_row;

  for (;;)
    {
      gsize       size;
      const void *content;
      const char *name;
      gint64      id;
      TosoLook    look;
      gboolean    is_of_one;

      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = toso_stmt_get_int64 (stmt, 0);
      name = toso_stmt_get_text (stmt, 1);
      content = toso_stmt_get_blob (stmt, 2, &size);
      look = toso_person_words_match (person->words, name, strlen (name)) ? TOSO_LOOK_THERE
                                                                          : toso_person_words_look (person->words, content, size);
      if (!check_held_rows (self, person, id, &is_of_one, error))
        return FALSE;
      if (look == TOSO_LOOK_THERE || is_of_one)
        add_holding (person, TOSO_HELD_ORIGINAL, "attachment", id, _ ("Kept files"), g_strdup (name))->chosen = !person->has_namesake;
      else if (look == TOSO_LOOK_UNSEEN)
        n_unseen++;
    }
  if (n_unseen > 0)
    add_holding (person, TOSO_HELD_UNSEEN, "attachment", 0, _ ("Kept files"),
                 g_strdup_printf (ngettext ("%u picture or PDF, whose content can't be searched: look at it yourself",
                                            "%u pictures or PDFs, whose content can't be searched: look at them yourself", n_unseen),
                                  n_unseen));

  return TRUE;
}

static gboolean
add_history (TosoYear   *self,
             TosoPerson *person,
             GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db,
                                               "SELECT id, title FROM journal WHERE toso_mentions (title) OR toso_mentions (reason)"
                                               "  ORDER BY id DESC");
  gboolean has_row;

  for (;;)
    {
      if (!toso_stmt_step (stmt, &has_row, error))
        return FALSE;
      if (!has_row)
        return TRUE;
      add_holding (person, TOSO_HELD_HISTORY, "journal", toso_stmt_get_int64 (stmt, 0), _ ("History"),
                   toso_stmt_dup_text (stmt, 1));
    }
}

/* --- all of it --- */

static gboolean
find_namesake (TosoYear   *self,
               TosoPerson *person,
               GError    **error)
{
  g_autofree char *search = toso_text_fold (person->name);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT 1 FROM member WHERE search = ?1 AND id <> ?2");
  gboolean has_row;

  toso_stmt_bind_text (stmt, 1, search);
  toso_stmt_bind_int64 (stmt, 2, person->member_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  person->has_namesake = has_row;

  return TRUE;
}

static gboolean
add_texts (TosoYear   *self,
           TosoPerson *person,
           GError    **error)
{
  g_autoptr (GPtrArray) tables = toso_year_list_person_tables (self, error);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!is_searched_apart (tables->pdata[i]) && !add_mentions (self, person, tables->pdata[i], error))
      return FALSE;

  return add_papers (self, person, error) && add_originals (self, person, error) && add_history (self, person, error);
}

TosoPerson *
toso_year_find_person (TosoYear   *self,
                       gint64      member_id,
                       const char *name,
                       GError    **error)
{
  g_autoptr (TosoPerson) person = NULL;
  g_autoptr (TosoRecord) member = NULL;
  gboolean done;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);
  g_return_val_if_fail (member_id != 0 || name != NULL, NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  if (member_id != 0 && (member = toso_year_load_record (self, toso_registers_find ("member"), member_id, error)) == NULL)
    return NULL;

  person = g_new0 (TosoPerson, 1);
  person->member_id = member_id;
  person->name = member != NULL ? g_strdup (toso_record_get_name (member)) : toso_text_squeeze (name);
  person->holdings = g_ptr_array_new_with_free_func (holding_free);
  person->words = toso_person_words_new ();
  toso_person_words_add_name (person->words, person->name);
  if (member != NULL && toso_record_get (member, "phone") != NULL)
    toso_person_words_add_phone (person->words, toso_record_get (member, "phone"));
  if (!find_namesake (self, person, error) ||
      (member != NULL && (!add_earlier_words (self, person, error) || !add_rows (self, person, member, error))) ||
      !toso_year_add_person_sql (self, person->words, error))
    return NULL;

  done = add_texts (self, person, error);
  toso_year_drop_person_sql (self);

  return done ? g_steal_pointer (&person) : NULL;
}
