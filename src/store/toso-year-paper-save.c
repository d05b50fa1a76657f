/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-papers-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* --- the paper --- */

gboolean
toso_year_check_draft (TosoYear *self,
                       gint64    id,
                       gint64    row_version,
                       GError  **error)
{
  g_autoptr (TosoKeptPaper) paper = NULL;

  if (!toso_year_check_row (self, "paper", id, row_version, error))
    return FALSE;
  paper = toso_year_load_paper (self, id, error);
  if (paper == NULL || paper->state == TOSO_PAPER_DRAFT)
    return paper != NULL;

  /* Translators: title of a paper; number and symbol */
  g_set_error (error, TOSO_ERROR, TOSO_ERROR_LOCKED,
               _ ("“%s” has been issued as %02d/%s and stays as it is. To change what it says, issue a new paper. Nothing was changed."),
               paper->title, paper->number, paper->symbol);

  return FALSE;
}

static void
bind_paper (TosoStmt            *stmt,
            gint64               id,
            const TosoKeptPaper *paper,
            const char          *title,
            const char          *search)
{
  g_autofree char *number = paper->number > 0 ? g_strdup_printf ("%d", paper->number) : NULL;

  toso_stmt_bind_int64 (stmt, 1, id);
  toso_stmt_bind_text (stmt, 2, paper->kind);
  toso_stmt_bind_string (stmt, 3, paper->period);
  toso_stmt_bind_string (stmt, 4, title);
  toso_stmt_bind_string (stmt, 5, search);
  toso_stmt_bind_text (stmt, 6, toso_paper_state_to_id (paper->state));
  toso_stmt_bind_string (stmt, 7, number);
  toso_stmt_bind_string (stmt, 8, paper->symbol);
  toso_stmt_bind_date (stmt, 9, paper->day);
  toso_stmt_bind_id (stmt, 10, paper->exported_id);
  toso_stmt_bind_id (stmt, 11, paper->signed_id);
  toso_stmt_bind_id (stmt, 12, paper->signatory_id);
}

gboolean
toso_year_put_paper (TosoYear            *self,
                     const TosoKeptPaper *paper,
                     gint64              *id,
                     GError             **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autofree char *title = NULL;
  g_autofree char *search = NULL;
  gint64           plan_id;

  if (!toso_year_take_text (paper->title, FALSE, &title, error) || !toso_year_get_plan_id (self, &plan_id, error))
    return FALSE;
  search = toso_year_fold (title != NULL ? title : "", NULL);
  if (paper->id != 0)
    {
      *id = paper->id;
      stmt = toso_db_prepare (self->db,
                              "UPDATE paper SET kind = ?2, period = ?3, title = ?4, search = ?5, state = ?6, number = ?7,"
                              "                 symbol = ?8, day = ?9, exported_id = ?10, signed_id = ?11,"
                              "                 signatory_id = ?12, row_version = row_version + 1 WHERE id = ?1");
      bind_paper (stmt, *id, paper, title, search);
    }
  else
    {
      *id = toso_ids_next (&self->ids);
      stmt = toso_db_prepare (self->db,
                              "INSERT INTO paper (id, kind, period, title, search, state, number, symbol, day, exported_id,"
                              "                   signed_id, signatory_id, plan_id, period_id)"
                              "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
                              "          (SELECT id FROM period WHERE name = ?3 ORDER BY id LIMIT 1))");
      bind_paper (stmt, *id, paper, title, search);
      toso_stmt_bind_int64 (stmt, 13, plan_id);
    }

  return toso_stmt_run (stmt, error);
}

/* --- its blocks --- */

static void
append_string (GString    *json,
               const char *name,
               const char *text)
{
  g_string_append_printf (json, "\"%s\":\"", name);
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guchar) *p);
    else
      g_string_append_c (json, *p);
  g_string_append (json, "\",");
}

/* "" where there is none. */
static char *
make_bindings (const TosoKeptBlock *block)
{
  GString *json;

  if (block->figures->len == 0)
    return g_strdup ("");

  json = g_string_new ("[");
  for (guint i = 0; i < block->figures->len; i++)
    {
      const TosoKeptFigure *figure = block->figures->pdata[i];

      g_string_append (json, i > 0 ? ",{" : "{");
      append_string (json, "source", figure->source);
      append_string (json, "words", figure->words);
      g_string_append_printf (json, "\"row\":%u,\"column\":%u,\"start\":%d,\"nth\":%u}",
                              figure->row, figure->column, figure->start, figure->nth);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static void
add_id (TosoStmt *stmt,
        gpointer  user_data)
{
  gint64 id = toso_stmt_get_int64 (stmt, 0);

  g_hash_table_insert (user_data, toso_stmt_dup_text (stmt, 1), g_memdup2 (&id, sizeof id));
}

static GHashTable *
list_ids (TosoYear *self,
          gint64    paper_id,
          GError  **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "SELECT id, key FROM paper_block WHERE paper_id = ?1");

  toso_stmt_bind_int64 (stmt, 1, paper_id);

  return toso_stmt_foreach (stmt, add_id, ids, error) ? g_steal_pointer (&ids) : NULL;
}

static gboolean
write_block (TosoStmt            *stmt,
             gint64               id,
             gint64               paper_id,
             guint                position,
             const TosoKeptBlock *block,
             GError             **error)
{
  g_autofree char *text = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *bindings = make_bindings (block);

  if (!toso_year_take_text (block->text, TRUE, &text, error) ||
      !toso_year_take_text (block->composed, TRUE, &composed, error))
    return FALSE;
  toso_stmt_bind_int64 (stmt, 1, id);
  toso_stmt_bind_int64 (stmt, 2, paper_id);
  toso_stmt_bind_int64 (stmt, 3, position);
  toso_stmt_bind_text (stmt, 4, block->key);
  toso_stmt_bind_text (stmt, 5, block->kind);
  toso_stmt_bind_int64 (stmt, 6, block->level);
  toso_stmt_bind_string (stmt, 7, text);
  toso_stmt_bind_string (stmt, 8, composed);
  toso_stmt_bind_text (stmt, 9, bindings);
  toso_stmt_bind_int64 (stmt, 10, block->edited);
  toso_stmt_bind_int64 (stmt, 11, block->removed);

  return toso_stmt_run (stmt, error);
}

static gboolean
remove_blocks (TosoYear   *self,
               GHashTable *ids, /* key → gint64 * */
               GError    **error)
{
  g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, "DELETE FROM paper_block WHERE id = ?1");
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, NULL, &id))
    {
      toso_stmt_bind_int64 (stmt, 1, *(gint64 *) id);
      if (!toso_stmt_run (stmt, error))
        return FALSE;
    }

  return TRUE;
}

/* Rows that stay as they are are not touched: the journal holds what changed. */
gboolean
toso_year_put_blocks (TosoYear        *self,
                      gint64           paper_id,
                      const GPtrArray *blocks,
                      GError         **error)
{
  g_autoptr (GHashTable) ids = list_ids (self, paper_id, error);
  g_autoptr (TosoStmt) update = NULL;
  g_autoptr (TosoStmt) insert = NULL;

  if (ids == NULL)
    return FALSE;
  update = toso_db_prepare (self->db,
                            "UPDATE paper_block SET position = ?3, key = ?4, kind = ?5, level = ?6, text = ?7, composed = ?8,"
                            "                       bindings = ?9, edited = ?10, removed = ?11, row_version = row_version + 1"
                            "  WHERE id = ?1 AND paper_id = ?2"
                            "    AND (position, key, kind, level, text, composed, bindings, edited, removed)"
                            "        IS NOT (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  insert = toso_db_prepare (self->db,
                            "INSERT INTO paper_block (id, paper_id, position, key, kind, level, text, composed, bindings,"
                            "                         edited, removed)"
                            "  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoKeptBlock *block = blocks->pdata[i];
      const gint64        *known = g_hash_table_lookup (ids, block->key);
      gint64               id = known != NULL ? *known : toso_ids_next (&self->ids);

      if (!write_block (known != NULL ? update : insert, id, paper_id, i, block, error))
        return FALSE;
      g_hash_table_remove (ids, block->key);
    }

  return remove_blocks (self, ids, error);
}

/* --- commands --- */

gboolean
toso_year_save_paper (TosoYear            *self,
                      const TosoKeptPaper *paper,
                      const GPtrArray     *blocks,
                      const char          *title,
                      gint64              *saved_id,
                      GError             **error)
{
  gint64 id;

  g_return_val_if_fail (TOSO_IS_YEAR (self) && paper != NULL && blocks != NULL && title != NULL, FALSE);
  g_return_val_if_fail (paper->state == TOSO_PAPER_DRAFT, FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  if ((paper->id != 0 && !toso_year_check_draft (self, paper->id, paper->row_version, error)) ||
      !toso_year_put_paper (self, paper, &id, error) ||
      !toso_year_put_blocks (self, id, blocks, error))
    return toso_year_rollback (self);

  if (saved_id != NULL)
    *saved_id = id;

  return toso_year_commit (self, title, error);
}

gboolean
toso_year_remove_paper (TosoYear *self,
                        gint64    id,
                        GError  **error)
{
  static const char *const statements[] = { "DELETE FROM paper_block WHERE paper_id = ?1", "DELETE FROM paper WHERE id = ?1" };
  g_autoptr (TosoKeptPaper) paper = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), FALSE);

  if (!toso_year_begin (self, error))
    return FALSE;
  paper = toso_year_load_paper (self, id, error);
  if (paper == NULL || !toso_year_check_draft (self, id, paper->row_version, error))
    return toso_year_rollback (self);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (TosoStmt) stmt = toso_db_prepare (self->db, statements[i]);

      toso_stmt_bind_int64 (stmt, 1, id);
      if (!toso_stmt_run (stmt, error))
        return toso_year_rollback (self);
    }
  /* Translators: title of a paper */
  title = toso_year_title (_ ("Discard what was written in “%s”"), paper->title);

  return toso_year_commit (self, title, error);
}
