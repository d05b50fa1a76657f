/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/toso-error.h"
#include "store/toso-year-person-private.h"
#include "store/toso-year-register.h"

typedef enum {
  REFUSE, /* others speak of the row: it is history */
  TAKE,   /* belongs to the row, goes with it */
  CLEAR,  /* happened, and stays, without the row */
} Treatment;

/* What may point to a row.  A table whose own rows are pointed to is never
 * taken along: that would leave those behind. */
static const struct
{
  const char *list;
  const char *table;
  const char *column;
  Treatment   treatment;
} references[] = {
  { "village", "measurement", "village_id", REFUSE },
  { "village", "submission", "village_id", REFUSE },
  { "village", "attendance", "village_id", REFUSE },
  { "village", "activity", "village_id", REFUSE },
  { "village", "product", "village_id", REFUSE },
  { "village", "inspection", "village_id", REFUSE },
  { "village", "business", "village_id", REFUSE },
  { "village", "learning", "village_id", REFUSE },
  { "village", "village_lineage", "old_id", REFUSE },
  { "village", "village_lineage", "new_id", REFUSE },
  { "village", "team", "village_id", TAKE },
  { "team", "membership", "team_id", REFUSE },
  { "team", "commendation", "team_id", REFUSE },
  { "team", "support_day", "team_id", REFUSE },
  { "team", "village_plan", "team_id", REFUSE },
  { "member", "attendance", "member_id", REFUSE },
  { "member", "commendation", "member_id", REFUSE },
  { "member", "support_day", "member_id", REFUSE },
  { "member", "membership", "member_id", TAKE },
  { "training", "attendance", "training_id", TAKE },
  { "training", "training_topic", "training_id", TAKE },
  { "activity", "support_day", "activity_id", CLEAR },
  { "product", "listing", "product_id", TAKE },
  { "support_rate", "support_day", "rate_id", REFUSE },
  { "unit", "task_unit", "unit_id", REFUSE },
  { "unit", "signatory", "unit_id", REFUSE },
  { "unit", "unit", "parent_id", REFUSE },
  { "signatory", "paper", "signatory_id", REFUSE },
  { "recipient_list", "report_type", "recipient_list_id", CLEAR },
};

const char *
toso_goes_with (const char *table,
                const char *list)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    if (references[i].treatment == TAKE && strcmp (references[i].list, list) == 0 && strcmp (references[i].table, table) == 0)
      return references[i].column;

  return NULL;
}

static gboolean
run_for (TosoYear   *self,
         const char *sql,
         gint64      id,
         GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);

  toso_stmt_bind_int64 (stmt, 1, id);

  return toso_stmt_run (stmt, error);
}

static gboolean
count_for (TosoYear   *self,
           const char *table,
           const char *column,
           gint64      id,
           gint64     *n,
           GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1", table, column);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
  gboolean has_row;

  toso_stmt_bind_int64 (stmt, 1, id);
  if (!toso_stmt_step (stmt, &has_row, error))
    return FALSE;
  *n = has_row ? toso_stmt_get_int64 (stmt, 0) : 0;

  return TRUE;
}

/* "Thành viên Tổ", or the table's name where it is no register. */
static const char *
get_title (const char *table)
{
  const TosoRegister *other = toso_registers_find (table);

  if (other != NULL)
    return _ (other->title);
  if (strcmp (table, "measurement") == 0)
    return _ ("Figures");
  if (strcmp (table, "submission") == 0)
    return _ ("Reports");
  if (strcmp (table, "village_lineage") == 0)
    return _ ("Merged and split villages");
  if (strcmp (table, "task_unit") == 0)
    return _ ("Tasks");

  return _ ("Papers");
}

static gboolean
check_references (TosoYear   *self,
                  const char *list,
                  const char *name,
                  gint64      id,
                  GError    **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      gint64 n;

      if (references[i].treatment == CLEAR || strcmp (references[i].list, list) != 0)
        continue;
      /* What would go along must not be spoken of either. */
      if (references[i].treatment == TAKE)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = ?1", references[i].table, references[i].column);
          g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, sql);
          gboolean has_row = TRUE;

          toso_stmt_bind_int64 (stmt, 1, id);
          while (has_row)
            if (!toso_stmt_step (stmt, &has_row, error) ||
                (has_row && !check_references (self, references[i].table, name, toso_stmt_get_int64 (stmt, 0), error)))
              return FALSE;
          continue;
        }
      if (!count_for (self, references[i].table, references[i].column, id, &n, error))
        return FALSE;
      if (n > 0)
        {
          g_set_error (error, TOSO_ERROR, TOSO_ERROR_INVALID,
                       _ ("“%s” is named in “%s” and cannot be removed. Give it its last day instead, or remove those rows first. Nothing was changed."),
                       name, get_title (references[i].table));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
remove_row (TosoYear   *self,
            const char *list,
            gint64      id,
            GError    **error)
{
  g_autofree char *delete_row = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", list);
  g_autofree char *delete_links = g_strdup_printf ("DELETE FROM attachment_link WHERE owner_table = '%s' AND owner_id = ?1", list);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *sql = NULL;

      if (references[i].treatment == REFUSE || strcmp (references[i].list, list) != 0)
        continue;
      if (references[i].treatment == TAKE)
        sql = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", references[i].table, references[i].column);
      else
        sql = g_strdup_printf ("UPDATE %s SET %s = NULL, row_version = row_version + 1 WHERE %s = ?1",
                               references[i].table, references[i].column, references[i].column);
      if (!run_for (self, sql, id, error))
        return FALSE;
    }

  return run_for (self, delete_links, id, error) && run_for (self, delete_row, id, error);
}

static char *
find_name (TosoYear           *self,
           const TosoRegister *kind,
           gint64              id,
           GError            **error)
{
  g_autoptr (TosoRecord) record = toso_year_load_record (self, kind, id, error);

  return record != NULL ? toso_year_shorten (toso_record_get_name (record)) : NULL;
}

static gboolean
remove_all (TosoYear           *self,
            const TosoRegister *kind,
            const gint64       *ids,
            guint               n_ids,
            GError            **error)
{
  for (guint i = 0; i < n_ids; i++)
    {
      g_autofree char *name = find_name (self, kind, ids[i], error);

      if (name == NULL || !check_references (self, kind->id, name, ids[i], error) ||
          !remove_row (self, kind->id, ids[i], error))
        return FALSE;
    }

  return TRUE;
}

gboolean
toso_year_remove_records (TosoYear           *self,
                          const TosoRegister *kind,
                          const gint64       *ids,
                          guint               n_ids,
                          GError            **error)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);
  g_return_val_if_fail (n_ids > 0, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  name = find_name (self, kind, ids[0], error);
  if (name == NULL || !remove_all (self, kind, ids, n_ids, error))
    return toso_year_rollback (self);

  if (n_ids == 1)
    title = toso_year_title (_ (kind->remove_title), name);
  else
    title = g_strdup_printf (ngettext ("Remove %u row of “%s”", "Remove %u rows of “%s”", n_ids), n_ids, _ (kind->title));

  return toso_year_commit (self, title, error);
}
