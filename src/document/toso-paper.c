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

TosoPaper *
toso_paper_new (void)
{
  TosoPaper *paper = g_new0 (TosoPaper, 1);

  paper->blocks = g_ptr_array_new_with_free_func (block_free);

  return paper;
}

void
toso_paper_free (TosoPaper *paper)
{
  if (paper == NULL)
    return;

  g_free (paper->superior);
  g_strfreev (paper->agency);
  g_free (paper->number_line);
  g_free (paper->place_date);
  g_free (paper->kind);
  g_strfreev (paper->title);
  g_clear_pointer (&paper->blocks, g_ptr_array_unref);
  g_free (paper->recipients_heading);
  g_strfreev (paper->recipients);
  g_strfreev (paper->signature);
  g_free (paper->signer);
  g_free (paper->subject);
  g_free (paper->author);
  g_free (paper->keywords);
  g_free (paper->watermark);
  g_free (paper);
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
  TosoBlock *block;

  g_return_val_if_fail (paper != NULL, NULL);

  block = g_new0 (TosoBlock, 1);
  block->kind = kind;
  block->text = g_strdup (text);
  if (kind == TOSO_BLOCK_TABLE)
    block->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (paper->blocks, block);

  return block;
}

void
toso_block_add_row (TosoBlock         *block,
                    const char *const *cells)
{
  g_return_if_fail (block != NULL && block->kind == TOSO_BLOCK_TABLE);
  g_return_if_fail (cells != NULL);

  g_ptr_array_add (block->rows, g_strdupv ((char **) cells));
}
