/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-year-papers-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"

/* --- values --- */

TosoKeptPaper *
toso_kept_paper_new (void)
{
  TosoKeptPaper *paper = g_new0 (TosoKeptPaper, 1);

  paper->kind = g_strdup ("");
  paper->period = g_strdup ("");
  paper->title = g_strdup ("");
  paper->symbol = g_strdup ("");

  return paper;
}

TosoKeptPaper *
toso_kept_paper_copy (const TosoKeptPaper *paper)
{
  TosoKeptPaper *copy;

  if (paper == NULL)
    return NULL;

  copy = g_memdup2 (paper, sizeof *paper);
  copy->kind = g_strdup (paper->kind);
  copy->period = g_strdup (paper->period);
  copy->title = g_strdup (paper->title);
  copy->symbol = g_strdup (paper->symbol);

  return copy;
}

void
toso_kept_paper_free (TosoKeptPaper *paper)
{
  if (paper == NULL)
    return;

  g_free (paper->kind);
  g_free (paper->period);
  g_free (paper->title);
  g_free (paper->symbol);
  g_free (paper);
}

static void
figure_free (gpointer data)
{
  TosoKeptFigure *figure = data;

  g_free (figure->source);
  g_free (figure->words);
  g_free (figure);
}

TosoKeptBlock *
toso_kept_block_new (const char *key,
                     const char *kind)
{
  TosoKeptBlock *block = g_new0 (TosoKeptBlock, 1);

  block->key = g_strdup (key);
  block->kind = g_strdup (kind);
  block->text = g_strdup ("");
  block->composed = g_strdup ("");
  block->figures = g_ptr_array_new_with_free_func (figure_free);

  return block;
}

TosoKeptFigure *
toso_kept_block_add_figure (TosoKeptBlock *block,
                            const char    *source,
                            const char    *words,
                            int            start)
{
  TosoKeptFigure *figure = g_new0 (TosoKeptFigure, 1);

  figure->source = g_strdup (source);
  figure->words = g_strdup (words);
  figure->start = start;
  g_ptr_array_add (block->figures, figure);

  return figure;
}

TosoKeptBlock *
toso_kept_block_copy (const TosoKeptBlock *block)
{
  TosoKeptBlock *copy = toso_kept_block_new (block->key, block->kind);

  copy->level = block->level;
  toso_year_replace (&copy->text, g_strdup (block->text));
  toso_year_replace (&copy->composed, g_strdup (block->composed));
  copy->edited = block->edited;
  copy->removed = block->removed;
  for (guint i = 0; i < block->figures->len; i++)
    {
      const TosoKeptFigure *figure = block->figures->pdata[i];
      TosoKeptFigure       *added = toso_kept_block_add_figure (copy, figure->source, figure->words, figure->start);

      added->row = figure->row;
      added->column = figure->column;
      added->nth = figure->nth;
    }

  return copy;
}

void
toso_kept_block_free (TosoKeptBlock *block)
{
  if (block == NULL)
    return;

  g_free (block->key);
  g_free (block->kind);
  g_free (block->text);
  g_free (block->composed);
  g_ptr_array_unref (block->figures);
  g_free (block);
}

/* --- reading --- */

static const char *const state_ids[] = {
  [TOSO_PAPER_DRAFT] = "draft",
  [TOSO_PAPER_ISSUED] = "issued",
  [TOSO_PAPER_SIGNED] = "signed",
};

const char *
toso_paper_state_to_id (TosoPaperState state)
{
  return state_ids[state];
}

static TosoPaperState
state_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_ids); i++)
    if (g_str_equal (state_ids[i], id))
      return i;

  return TOSO_PAPER_DRAFT;
}

#define COLUMNS "id, row_version, kind, period, title, state, number, symbol, day, exported_id, signed_id, signatory_id"

static void
add_paper (TosoStmt *stmt,
           gpointer  user_data)
{
  TosoKeptPaper *paper = g_new0 (TosoKeptPaper, 1);
  gint64         number = 0;

  paper->id = toso_stmt_get_int64 (stmt, 0);
  paper->row_version = toso_stmt_get_int64 (stmt, 1);
  paper->kind = toso_stmt_dup_text (stmt, 2);
  paper->period = toso_stmt_dup_text (stmt, 3);
  paper->title = toso_stmt_dup_text (stmt, 4);
  paper->state = state_from_id (toso_stmt_get_text (stmt, 5));
  if (g_ascii_string_to_signed (toso_stmt_get_text (stmt, 6), 10, 1, G_MAXINT, &number, NULL))
    paper->number = (int) number;
  paper->symbol = toso_stmt_dup_text (stmt, 7);
  paper->day = toso_stmt_get_date (stmt, 8);
  paper->exported_id = toso_stmt_get_int64 (stmt, 9);
  paper->signed_id = toso_stmt_get_int64 (stmt, 10);
  paper->signatory_id = toso_stmt_get_int64 (stmt, 11);
  g_ptr_array_add (user_data, paper);
}

static GPtrArray *
collect_papers (TosoStmt *stmt,
                GError  **error)
{
  g_autoptr (GPtrArray) papers = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_kept_paper_free);

  return toso_stmt_foreach (stmt, add_paper, papers, error) ? g_steal_pointer (&papers) : NULL;
}

GPtrArray *
toso_year_list_papers (TosoYear *self,
                       GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, "SELECT " COLUMNS " FROM paper ORDER BY (day IS NULL) DESC, day DESC, CAST (number AS INTEGER) DESC, id DESC");

  return collect_papers (stmt, error);
}

TosoKeptPaper *
toso_year_load_paper (TosoYear *self,
                      gint64    id,
                      GError  **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db, "SELECT " COLUMNS " FROM paper WHERE id = ?1");
  toso_stmt_bind_int64 (stmt, 1, id);
  papers = collect_papers (stmt, error);
  if (papers == NULL)
    return NULL;
  if (papers->len > 0)
    return g_ptr_array_steal_index (papers, 0);

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                       _ ("The paper is no longer there: it was removed meanwhile. Choose another."));

  return NULL;
}

gboolean
toso_year_find_draft (TosoYear       *self,
                      const char     *kind,
                      const char     *period,
                      TosoKeptPaper **draft,
                      GError        **error)
{
  g_autoptr (TosoStmt) stmt = NULL;
  g_autoptr (GPtrArray) papers = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self) && kind != NULL && period != NULL, FALSE);

  *draft = NULL;
  if (!toso_year_ensure_open (self, error))
    return FALSE;
  stmt = toso_db_prepare (self->db,
                          "SELECT " COLUMNS " FROM paper WHERE kind = ?1 AND period = ?2 AND state = 'draft' ORDER BY id LIMIT 1");
  toso_stmt_bind_text (stmt, 1, kind);
  toso_stmt_bind_text (stmt, 2, period);
  papers = collect_papers (stmt, error);
  if (papers != NULL && papers->len > 0)
    *draft = g_ptr_array_steal_index (papers, 0);

  return papers != NULL;
}

GPtrArray *
toso_year_list_papers_with (TosoYear   *self,
                            const char *source,
                            GError    **error)
{
  g_autoptr (TosoStmt) stmt = NULL;

  g_return_val_if_fail (TOSO_IS_YEAR (self) && source != NULL, NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db,
                          "SELECT " COLUMNS " FROM paper WHERE state <> 'draft' AND EXISTS"
                          "  (SELECT 1 FROM paper_block b, json_each (iif (b.bindings = '', '[]', b.bindings)) f"
                          "     WHERE b.paper_id = paper.id AND substr (f.value ->> 'source', 1, length (?1)) = ?1)"
                          "  ORDER BY day DESC, CAST (number AS INTEGER) DESC, id DESC");
  toso_stmt_bind_text (stmt, 1, source);

  return collect_papers (stmt, error);
}

/* --- blocks --- */

typedef struct
{
  GPtrArray  *blocks;
  GHashTable *by_id; /* gint64 * → TosoKeptBlock * */
} Blocks;

static void
add_block (TosoStmt *stmt,
           gpointer  user_data)
{
  Blocks        *into = user_data;
  gint64         id = toso_stmt_get_int64 (stmt, 0);
  TosoKeptBlock *block = toso_kept_block_new (toso_stmt_get_text (stmt, 1), NULL);

  block->kind = toso_stmt_dup_text (stmt, 2);
  block->level = (int) toso_stmt_get_int64 (stmt, 3);
  toso_year_replace (&block->text, toso_stmt_dup_text (stmt, 4));
  toso_year_replace (&block->composed, toso_stmt_dup_text (stmt, 5));
  block->edited = toso_stmt_get_int64 (stmt, 6) != 0;
  block->removed = toso_stmt_get_int64 (stmt, 7) != 0;
  g_ptr_array_add (into->blocks, block);
  g_hash_table_insert (into->by_id, g_memdup2 (&id, sizeof id), block);
}

static void
add_figure (TosoStmt *stmt,
            gpointer  user_data)
{
  Blocks          *into = user_data;
  gint64           id = toso_stmt_get_int64 (stmt, 0);
  TosoKeptBlock   *block = g_hash_table_lookup (into->by_id, &id);
  g_autofree char *source = toso_stmt_dup_text (stmt, 1);
  TosoKeptFigure  *figure = toso_kept_block_add_figure (block, source, toso_stmt_get_text (stmt, 2),
                                                        (int) toso_stmt_get_int64 (stmt, 3));

  figure->row = (guint) toso_stmt_get_int64 (stmt, 4);
  figure->column = (guint) toso_stmt_get_int64 (stmt, 5);
  figure->nth = (guint) toso_stmt_get_int64 (stmt, 6);
}

GPtrArray *
toso_year_load_paper_blocks (TosoYear *self,
                             gint64    paper_id,
                             GError  **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_kept_block_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TosoStmt) stmt = NULL;
  g_autoptr (TosoStmt) figures = NULL;
  Blocks into = { blocks, by_id };

  g_return_val_if_fail (TOSO_IS_YEAR (self), NULL);

  if (!toso_year_ensure_open (self, error))
    return NULL;
  stmt = toso_db_prepare (self->db,
                          "SELECT id, key, kind, level, text, composed, edited, removed FROM paper_block"
                          "  WHERE paper_id = ?1 ORDER BY position, id");
  toso_stmt_bind_int64 (stmt, 1, paper_id);
  figures = toso_db_prepare (self->db,
                             "SELECT b.id, f.value ->> 'source', f.value ->> 'words', f.value ->> 'start', f.value ->> 'row',"
                             "       f.value ->> 'column', f.value ->> 'nth'"
                             "  FROM paper_block b, json_each (b.bindings) f"
                             "  WHERE b.paper_id = ?1 AND b.bindings <> '' ORDER BY b.id, f.key");
  toso_stmt_bind_int64 (figures, 1, paper_id);
  if (!toso_stmt_foreach (stmt, add_block, &into, error) || !toso_stmt_foreach (figures, add_figure, &into, error))
    return NULL;

  return g_steal_pointer (&blocks);
}
