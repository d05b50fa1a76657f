/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document.h"

static void
block_free (gpointer data)
{
  TosoBlock *block = data;

  g_free (block->text);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static void
row_free (gpointer data)
{
  g_strfreev (data);
}

static void
annex_free (gpointer data)
{
  TosoAnnex *annex = data;

  g_free (annex->label);
  g_strfreev (annex->title);
  g_free (annex->reference);
  g_ptr_array_unref (annex->blocks);
  g_free (annex);
}

TosoPaper *
toso_paper_new (void)
{
  TosoPaper *paper = g_new0 (TosoPaper, 1);

  paper->blocks = g_ptr_array_new_with_free_func (block_free);
  paper->annexes = g_ptr_array_new_with_free_func (annex_free);

  return paper;
}

void
toso_paper_free (TosoPaper *paper)
{
  if (paper == NULL)
    return;

  g_free (paper->superior);
  g_strfreev (paper->agency);
  g_free (paper->nation);
  g_free (paper->motto);
  g_free (paper->urgency);
  g_free (paper->circulation);
  g_strfreev (paper->addressees);
  g_free (paper->drafter);
  g_strfreev (paper->address);
  g_free (paper->number_line);
  g_free (paper->place_date);
  g_free (paper->kind);
  g_strfreev (paper->title);
  g_clear_pointer (&paper->blocks, g_ptr_array_unref);
  g_free (paper->recipients_heading);
  g_strfreev (paper->recipients);
  g_strfreev (paper->signature);
  g_free (paper->signer);
  g_ptr_array_unref (paper->annexes);
  g_free (paper->subject);
  g_free (paper->author);
  g_free (paper->keywords);
  g_free (paper->watermark);
  g_free (paper);
}

/**
 * toso_block_append:
 * @blocks: of a paper or an annex
 *
 * As toso_paper_add_block(), where it does not matter whose the blocks are.
 *
 * Returns: (transfer none): the block, owned by @blocks
 */
TosoBlock *
toso_block_append (GPtrArray    *blocks,
                   TosoBlockKind kind,
                   const char   *text)
{
  TosoBlock *block;

  g_return_val_if_fail (blocks != NULL, NULL);

  block = g_new0 (TosoBlock, 1);
  block->kind = kind;
  block->text = g_strdup (text);
  if (kind == TOSO_BLOCK_TABLE)
    block->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (blocks, block);

  return block;
}

/**
 * toso_paper_add_block:
 * @text: (nullable): the paragraph; %NULL for a table
 *
 * Adds a block at the end.  A table gets its rows from the caller
 * (toso_block_add_row()).
 *
 * Returns: (transfer none): the block, owned by @paper
 */
TosoBlock *
toso_paper_add_block (TosoPaper    *paper,
                      TosoBlockKind kind,
                      const char   *text)
{
  g_return_val_if_fail (paper != NULL, NULL);

  return toso_block_append (paper->blocks, kind, text);
}

/**
 * toso_paper_add_annex:
 * @label: (nullable): "Phụ lục II"
 *
 * Returns: (transfer none): the annex, owned by @paper
 */
TosoAnnex *
toso_paper_add_annex (TosoPaper  *paper,
                      const char *label)
{
  TosoAnnex *annex;

  g_return_val_if_fail (paper != NULL, NULL);

  annex = g_new0 (TosoAnnex, 1);
  annex->label = g_strdup (label);
  annex->blocks = g_ptr_array_new_with_free_func (block_free);
  g_ptr_array_add (paper->annexes, annex);

  return annex;
}

TosoBlock *
toso_annex_add_block (TosoAnnex    *annex,
                      TosoBlockKind kind,
                      const char   *text)
{
  g_return_val_if_fail (annex != NULL, NULL);

  return toso_block_append (annex->blocks, kind, text);
}

void
toso_block_add_row (TosoBlock         *block,
                    const char *const *cells)
{
  g_return_if_fail (block != NULL && block->kind == TOSO_BLOCK_TABLE);
  g_return_if_fail (cells != NULL);

  g_ptr_array_add (block->rows, g_strdupv ((char **) cells));
}
