/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/toso-document.h"

static void
note_free (gpointer data)
{
  TosoNote *note = data;

  g_free (note->text);
  g_free (note);
}

static void
source_free (gpointer data)
{
  TosoFigureSource *source = data;

  g_free (source->source);
  g_free (source);
}

static void
block_free (gpointer data)
{
  TosoBlock *block = data;

  g_free (block->key);
  g_free (block->text);
  g_clear_pointer (&block->notes, g_ptr_array_unref);
  g_clear_pointer (&block->sources, g_ptr_array_unref);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_clear_pointer (&block->merges, g_array_unref);
  if (block->draw_free != NULL)
    block->draw_free (block->draw_data);
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

  g_free (annex->key);
  g_free (annex->label);
  g_strfreev (annex->title);
  g_free (annex->reference);
  g_free (annex->stamp);
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
  g_strfreev (paper->second_signature);
  g_free (paper->second_signer);
  g_clear_pointer (&paper->signature_picture, g_bytes_unref);
  g_clear_pointer (&paper->seal_picture, g_bytes_unref);
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
    {
      block->rows = g_ptr_array_new_with_free_func (row_free);
      block->n_head_rows = 1;
    }
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

/**
 * toso_block_merge:
 *
 * Makes one cell of @n_rows by @n_columns, from @row and @column on.  The texts
 * of the cells that are covered are not printed.
 */
void
toso_block_merge (TosoBlock *block,
                  guint      row,
                  guint      column,
                  guint      n_rows,
                  guint      n_columns)
{
  TosoMerge merge = { row, column, n_rows, n_columns };

  g_return_if_fail (block != NULL && block->kind == TOSO_BLOCK_TABLE);
  g_return_if_fail (n_rows > 0 && n_columns > 0);

  if (block->merges == NULL)
    block->merges = g_array_new (FALSE, FALSE, sizeof (TosoMerge));
  g_array_append_val (block->merges, merge);
}

/**
 * toso_block_add_note:
 * @at: characters of the block's text that stand before the note's number;
 *   notes are added in their order
 */
void
toso_block_add_note (TosoBlock  *block,
                     int         at,
                     const char *text)
{
  TosoNote *note;

  g_return_if_fail (block != NULL && text != NULL);

  note = g_new0 (TosoNote, 1);
  note->at = at;
  note->text = g_strdup (text);
  if (block->notes == NULL)
    block->notes = g_ptr_array_new_with_free_func (note_free);
  g_ptr_array_add (block->notes, note);
}

void
toso_block_add_source (TosoBlock  *block,
                       guint       row,
                       guint       column,
                       int         start,
                       int         length,
                       const char *source)
{
  TosoFigureSource *added;

  g_return_if_fail (block != NULL && source != NULL);

  added = g_new0 (TosoFigureSource, 1);
  added->row = row;
  added->column = column;
  added->start = start;
  added->length = length;
  added->source = g_strdup (source);
  if (block->sources == NULL)
    block->sources = g_ptr_array_new_with_free_func (source_free);
  g_ptr_array_add (block->sources, added);
}

/**
 * toso_block_append_figure:
 * @caption: (nullable): under the picture
 * @data: (transfer full): for @draw, freed with the block
 *
 * Returns: (transfer none): the block, owned by @blocks
 */
TosoBlock *
toso_block_append_figure (GPtrArray     *blocks,
                          const char    *caption,
                          double         width,
                          double         height,
                          TosoFigureFunc draw,
                          gpointer       data,
                          GDestroyNotify data_free)
{
  TosoBlock *block;

  g_return_val_if_fail (blocks != NULL && draw != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  block = toso_block_append (blocks, TOSO_BLOCK_FIGURE, caption);
  block->draw = draw;
  block->draw_data = data;
  block->draw_free = data_free;
  block->figure_width = width;
  block->figure_height = height;

  return block;
}
