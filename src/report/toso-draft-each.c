/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

/* The draft of a letter to several villages, as a letter to each. */

static void
add_keys (GHashTable *keys,
          GPtrArray  *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TosoBlock *block = blocks->pdata[i];

      if (block->key != NULL)
        g_hash_table_add (keys, block->key);
    }
}

/* Another village's name is no business of this one: what only the letter to
 * all of them says stays there, also where a person wrote it. */
static GPtrArray *
list_rows_for (const TosoPaper *paper,
               const GPtrArray *rows)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *own = g_ptr_array_new ();
  gboolean   in_annex = FALSE;

  add_keys (keys, paper->blocks);
  for (guint i = 0; i < rows->len; i++)
    {
      TosoKeptBlock *row = rows->pdata[i];
      gboolean       is_lines = toso_draft_part_from_id (row->kind) == TOSO_DRAFT_LINES;

      in_annex = in_annex || toso_draft_part_from_id (row->kind) == TOSO_DRAFT_ANNEX;
      if (is_lines ? !g_str_equal (row->key, "addressees")
                   : !in_annex && (g_hash_table_contains (keys, row->key) || toso_draft_key_is_own (row->key)))
        g_ptr_array_add (own, row);
    }

  return own;
}

GPtrArray *
toso_draft_make_each (TosoDraft  *self,
                      GPtrArray **names,
                      GError    **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *papers;

  g_return_val_if_fail (TOSO_IS_DRAFT (self), NULL);
  g_return_val_if_fail (names != NULL, NULL);

  if (toso_draft_is_issued (self))
    {
      toso_draft_set_issued (self, error);
      return NULL;
    }
  rows = self->kept->id != 0 ? toso_year_load_paper_blocks (self->year, self->kept->id, error) : g_ptr_array_new ();
  papers = rows != NULL ? toso_report_papers_to_each (self->year, self->kind, self->has_period ? &self->period : NULL,
                                                      self->kept->signatory_id, toso_date_today (), &found, error)
                        : NULL;
  for (guint i = 0; papers != NULL && i < papers->len; i++)
    {
      TosoPaper *paper = papers->pdata[i];
      g_autoptr (GPtrArray) own = list_rows_for (paper, rows);
      g_autoptr (GPtrArray) items = toso_draft_merge (paper, own);

      toso_draft_apply (paper, items, own->len > 0);
    }
  *names = g_steal_pointer (&found);

  return papers;
}
