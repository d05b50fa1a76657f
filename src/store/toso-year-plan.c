/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* --- writing a whole plan --- */

static gboolean
insert_commune (TosoIds           *ids,
                const TosoCommune *commune,
                GError           **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO commune (id, name, kind, province, agency, team_name, team_abbr)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  toso_stmt_bind_int64 (stmt, 1, toso_ids_next (ids));
  toso_stmt_bind_string (stmt, 2, commune->name);
  toso_stmt_bind_string (stmt, 3, commune->kind);
  toso_stmt_bind_string (stmt, 4, commune->province);
  toso_stmt_bind_string (stmt, 5, commune->agency);
  toso_stmt_bind_string (stmt, 6, commune->team_name);
  toso_stmt_bind_string (stmt, 7, commune->team_abbr);

  return toso_stmt_run (stmt, error);
}

static char *
join_array (const GPtrArray *lines)
{
  g_autoptr (GString) text = NULL;

  if (lines->len == 0)
    return NULL;

  text = g_string_new (g_ptr_array_index (lines, 0));
  for (guint i = 1; i < lines->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (lines, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Parameters 1 … 8. */
static void
bind_header (TosoStmt             *stmt,
             const TosoPlanHeader *header)
{
  g_autofree char *agency = toso_year_join ((const char *const *) header->agency);
  g_autofree char *title = toso_year_join ((const char *const *) header->title);

  toso_stmt_bind_text (stmt, 1, header->superior);
  toso_stmt_bind_text (stmt, 2, agency);
  toso_stmt_bind_text (stmt, 3, header->nation);
  toso_stmt_bind_text (stmt, 4, header->motto);
  toso_stmt_bind_text (stmt, 5, header->number_line);
  toso_stmt_bind_text (stmt, 6, header->place_date);
  toso_stmt_bind_text (stmt, 7, header->kind);
  toso_stmt_bind_text (stmt, 8, title);
}

static gboolean
insert_plan_row (TosoIds        *ids,
                 const TosoPlan *plan,
                 gint64          plan_id,
                 GError        **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *recipients = join_array (plan->recipients);
  g_autofree char *signature = join_array (plan->signature);

  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO plan (superior, agency, nation, motto, number_line, place_date, kind, title,"
                          "                  id, year, source, source_name, recipients_heading, recipients,"
                          "                  signature, signer, n_villages)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
  bind_header (stmt, &plan->header);
  toso_stmt_bind_int64 (stmt, 9, plan_id);
  toso_stmt_bind_int64 (stmt, 10, plan->year);
  toso_stmt_bind_string (stmt, 11, plan->source);
  toso_stmt_bind_string (stmt, 12, plan->source_name);
  toso_stmt_bind_text (stmt, 13, plan->recipients_heading);
  toso_stmt_bind_text (stmt, 14, recipients);
  toso_stmt_bind_text (stmt, 15, signature);
  toso_stmt_bind_text (stmt, 16, plan->signer);
  toso_stmt_bind_int64 (stmt, 17, plan->n_villages);

  return toso_stmt_run (stmt, error);
}

static gboolean
insert_legal_bases (TosoIds         *ids,
                    gint64           plan_id,
                    const GPtrArray *bases,
                    GError         **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO legal_basis (id, plan_id, position, text, kind, number, day, issuer, span_start, span_end)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  for (guint i = 0; i < bases->len; i++)
    {
      const TosoLegalBasis *basis = g_ptr_array_index (bases, i);

      toso_stmt_bind_int64 (stmt, 1, toso_ids_next (ids));
      toso_stmt_bind_int64 (stmt, 2, plan_id);
      toso_stmt_bind_int64 (stmt, 3, i);
      toso_stmt_bind_string (stmt, 4, basis->text);
      toso_stmt_bind_string (stmt, 5, basis->kind);
      toso_stmt_bind_string (stmt, 6, basis->number);
      toso_stmt_bind_string (stmt, 7, basis->date);
      toso_stmt_bind_string (stmt, 8, basis->issuer);
      toso_stmt_bind_int64 (stmt, 9, (gint64) basis->span.start);
      toso_stmt_bind_int64 (stmt, 10, (gint64) basis->span.end);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_remarks (TosoIds         *ids,
                gint64           plan_id,
                const GPtrArray *remarks,
                GError         **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  stmt = toso_db_prepare (ids->db,
                          "INSERT INTO plan_remark (id, plan_id, position, span_start, span_end, line, message)"
                          "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  for (guint i = 0; i < remarks->len; i++)
    {
      const TosoRemark *remark = g_ptr_array_index (remarks, i);

      toso_stmt_bind_int64 (stmt, 1, toso_ids_next (ids));
      toso_stmt_bind_int64 (stmt, 2, plan_id);
      toso_stmt_bind_int64 (stmt, 3, i);
      toso_stmt_bind_int64 (stmt, 4, (gint64) remark->span.start);
      toso_stmt_bind_int64 (stmt, 5, (gint64) remark->span.end);
      toso_stmt_bind_int64 (stmt, 6, remark->line);
      toso_stmt_bind_string (stmt, 7, remark->message);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

static gint64
find_id (GHashTable        *section_ids,
         const TosoSection *section)
{
  const gint64 *id = section != NULL ? g_hash_table_lookup (section_ids, section) : NULL;

  return id != NULL ? *id : 0;
}

/* @section_ids: TosoSection * → gint64 *, what targets and tasks will need. */
static gboolean
insert_sections (TosoIds         *ids,
                 gint64           plan_id,
                 gint64           parent_id,
                 const GPtrArray *sections,
                 GHashTable      *section_ids,
                 GError         **error)
{
  for (guint i = 0; i < sections->len; i++)
    {
      TosoSection *section = g_ptr_array_index (sections, i);
      gint64       id;

      if (!toso_year_insert_section (ids, plan_id, parent_id, i, section, &id, error))
        return FALSE;
      g_hash_table_insert (section_ids, section, g_memdup2 (&id, sizeof id));
      if (!insert_sections (ids, plan_id, id, section->children, section_ids, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_insert_plan (TosoIds        *ids,
                       const TosoPlan *plan,
                       GError        **error)
{
  g_autoptr (GHashTable) section_ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gint64 plan_id = toso_ids_next (ids);
  gint64 id;

  if (!insert_commune (ids, &plan->commune, error) ||
      !insert_plan_row (ids, plan, plan_id, error) ||
      !insert_sections (ids, plan_id, 0, plan->sections, section_ids, error) ||
      !insert_legal_bases (ids, plan_id, plan->legal_bases, error) ||
      !insert_remarks (ids, plan_id, plan->remarks, error))
    return FALSE;

  for (guint i = 0; i < plan->targets->len; i++)
    {
      const TosoTarget *target = g_ptr_array_index (plan->targets, i);

      if (!toso_year_insert_target (ids, plan_id, find_id (section_ids, target->section), i, target, &id, error))
        return FALSE;
    }
  for (guint i = 0; i < plan->tasks->len; i++)
    {
      const TosoTask *task = g_ptr_array_index (plan->tasks, i);

      if (!toso_year_insert_task (ids, plan_id, find_id (section_ids, task->section), i, task, &id, error))
        return FALSE;
    }

  return TRUE;
}

/* --- reading --- */

static gboolean
read_commune (TosoDb      *db,
              TosoCommune *commune,
              GError     **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (db,
                          "SELECT id, row_version, name, kind, province, agency, team_name, team_abbr"
                          "  FROM commune ORDER BY id LIMIT 1");
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;

  commune->id = toso_stmt_get_int64 (stmt, 0);
  commune->row_version = toso_stmt_get_int64 (stmt, 1);
  toso_year_replace (&commune->name, toso_stmt_dup_text (stmt, 2));
  toso_year_replace (&commune->kind, toso_stmt_dup_text (stmt, 3));
  toso_year_replace (&commune->province, toso_stmt_dup_text (stmt, 4));
  toso_year_replace (&commune->agency, toso_stmt_dup_text (stmt, 5));
  toso_year_replace (&commune->team_name, toso_stmt_dup_text (stmt, 6));
  toso_year_replace (&commune->team_abbr, toso_stmt_dup_text (stmt, 7));

  return TRUE;
}

static void
read_header (TosoStmt       *stmt,
             TosoPlanHeader *header)
{
  header->superior = toso_stmt_dup_text (stmt, 0);
  header->agency = toso_year_split (toso_stmt_get_text (stmt, 1));
  header->nation = toso_stmt_dup_text (stmt, 2);
  header->motto = toso_stmt_dup_text (stmt, 3);
  header->number_line = toso_stmt_dup_text (stmt, 4);
  header->place_date = toso_stmt_dup_text (stmt, 5);
  header->kind = toso_stmt_dup_text (stmt, 6);
  header->title = toso_year_split (toso_stmt_get_text (stmt, 7));
}

static void
replace_array (GPtrArray **array,
               GPtrArray  *value) /* taken */
{
  g_ptr_array_unref (*array);
  *array = value;
}

static gboolean
read_plan_row (TosoDb   *db,
               gint64    plan_id,
               TosoPlan *plan,
               GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  gboolean has_row;

  stmt = toso_db_prepare (db,
                          "SELECT superior, agency, nation, motto, number_line, place_date, kind, title,"
                          "       id, row_version, year, source, source_name, recipients_heading, recipients,"
                          "       signature, signer, n_villages"
                          "  FROM plan WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, plan_id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  g_assert (has_row);

  read_header (stmt, &plan->header);
  plan->id = toso_stmt_get_int64 (stmt, 8);
  plan->row_version = toso_stmt_get_int64 (stmt, 9);
  plan->year = (int) toso_stmt_get_int64 (stmt, 10);
  toso_year_replace (&plan->source, toso_stmt_dup_text (stmt, 11));
  toso_year_replace (&plan->source_name, toso_stmt_dup_text (stmt, 12));
  plan->recipients_heading = toso_stmt_dup_text (stmt, 13);
  replace_array (&plan->recipients, toso_year_split_array (toso_stmt_get_text (stmt, 14)));
  replace_array (&plan->signature, toso_year_split_array (toso_stmt_get_text (stmt, 15)));
  plan->signer = toso_stmt_dup_text (stmt, 16);
  plan->n_villages = (guint) toso_stmt_get_int64 (stmt, 17);

  return TRUE;
}

static void
add_legal_basis (TosoStmt *stmt,
                 gpointer  user_data)
{
  TosoPlan       *plan = user_data;
  TosoLegalBasis *basis = toso_legal_basis_new (toso_stmt_get_text (stmt, 1));

  g_ptr_array_add (plan->legal_bases, basis);
  basis->id = toso_stmt_get_int64 (stmt, 0);
  toso_year_replace (&basis->kind, toso_stmt_dup_text (stmt, 2));
  toso_year_replace (&basis->number, toso_stmt_dup_text (stmt, 3));
  toso_year_replace (&basis->date, toso_stmt_dup_text (stmt, 4));
  toso_year_replace (&basis->issuer, toso_stmt_dup_text (stmt, 5));
  basis->span.start = (gsize) toso_stmt_get_int64 (stmt, 6);
  basis->span.end = (gsize) toso_stmt_get_int64 (stmt, 7);
}

static void
add_remark (TosoStmt *stmt,
            gpointer  user_data)
{
  TosoPlan   *plan = user_data;
  TosoRemark *remark = g_new0 (TosoRemark, 1);

  g_ptr_array_add (plan->remarks, remark);
  remark->span.start = (gsize) toso_stmt_get_int64 (stmt, 0);
  remark->span.end = (gsize) toso_stmt_get_int64 (stmt, 1);
  remark->line = (guint) toso_stmt_get_int64 (stmt, 2);
  remark->message = toso_stmt_dup_text (stmt, 3);
}

static gboolean
read_rows (TosoDb     *db,
           const char *sql, /* of the plan ?1 */
           TosoRowFunc add_row,
           TosoPlan   *plan,
           GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (db, sql);

  toso_stmt_bind_int64 (stmt, 1, plan->id);
  return toso_stmt_foreach (stmt, add_row, plan, error);
}

static TosoPlan *
read_plan (TosoYear *self,
           GError  **error)
{
  g_autoptr (TosoPlan) plan = toso_plan_new ();
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 plan_id;

  if (!toso_year_get_plan_id (self, &plan_id, error) ||
      !read_plan_row (self->db, plan_id, plan, error) ||
      !read_commune (self->db, &plan->commune, error) ||
      !read_rows (self->db,
                  "SELECT id, text, kind, number, day, issuer, span_start, span_end"
                  "  FROM legal_basis WHERE plan_id = ?1 ORDER BY position, id",
                  add_legal_basis, plan, error) ||
      !read_rows (self->db,
                  "SELECT span_start, span_end, line, message"
                  "  FROM plan_remark WHERE plan_id = ?1 ORDER BY position, id",
                  add_remark, plan, error) ||
      !toso_year_read_sections (self->db, plan_id, plan, by_id, error) ||
      !toso_year_read_targets (self->db, plan_id, plan, by_id, error) ||
      !toso_year_read_tasks (self->db, plan_id, plan, by_id, error))
    return NULL;

  return g_steal_pointer (&plan);
}

TosoPlan *
toso_year_load_plan (TosoYear *self,
                     GError  **error)
{
  g_autoptr (TosoPlan) plan = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  /* One transaction: all of it from the same moment, whoever else writes. */
  if (!toso_year_ensure_open (self, error) || !toso_db_exec (self->db, "BEGIN", error))
    return NULL;

  plan = read_plan (self, error);
  toso_db_rollback (self->db);

  return g_steal_pointer (&plan);
}
