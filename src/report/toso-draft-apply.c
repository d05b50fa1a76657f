/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"
#include "report/toso-paper-kind-private.h"

/* Puts what is kept of a draft onto the composed paper. */

static void
set_block_text (TosoBlock           *block,
                const TosoKeptBlock *row)
{
  int length = (int) g_utf8_strlen (row->text, -1);

  g_free (block->text);
  block->text = g_strdup (row->text);
  block->bold_length = MIN (block->bold_length, length);
  g_clear_pointer (&block->sources, g_ptr_array_unref);
  for (guint i = 0; i < row->figures->len; i++)
    {
      const TosoKeptFigure *figure = row->figures->pdata[i];

      toso_block_add_source (block, 0, 0, figure->start, (int) g_utf8_strlen (figure->words, -1), figure->source);
    }
  for (guint i = 0; block->notes != NULL && i < block->notes->len; i++)
    {
      TosoNote *note = block->notes->pdata[i];

      note->at = MIN (note->at, length);
    }
}

static int
get_outline_level (TosoBlockKind kind)
{
  return kind == TOSO_BLOCK_HEADING_ROMAN ? 1 : (kind == TOSO_BLOCK_HEADING ? 2 : 0);
}

/* @left: the blocks as composed; what is not taken of them is not printed. */
static void
put_block (GPtrArray     *blocks,
           GPtrArray     *left,
           TosoDraftItem *item)
{
  guint place;

  if (!toso_draft_item_is_shown (item))
    {
      item->block = NULL;
      return;
    }
  if (item->block != NULL && g_ptr_array_find (left, item->block, &place))
    {
      g_ptr_array_add (blocks, g_ptr_array_steal_index (left, place));
    }
  else
    {
      TosoBlockKind kind = toso_draft_kind_from_id (item->row->kind);

      /* A table or picture that the data have no more cannot be written. */
      if (kind == TOSO_BLOCK_TABLE || kind == TOSO_BLOCK_FIGURE)
        return;
      item->block = toso_block_append (blocks, kind, "");
      item->block->outline_level = get_outline_level (kind);
    }
  if (toso_draft_item_is_edited (item))
    set_block_text (item->block, item->row);
}

/* The run of @items from @first on that are blocks of one list; where it ends. */
static guint
put_blocks (GPtrArray **blocks,
            GPtrArray  *items,
            guint       first,
            gboolean    renumber)
{
  TosoPaper *frame = toso_paper_new ();
  GPtrArray *left = *blocks;
  guint      i;

  *blocks = frame->blocks;
  frame->blocks = left;
  for (i = first; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];

      if (item->part == TOSO_DRAFT_LINES || item->part == TOSO_DRAFT_ANNEX)
        break;
      put_block (*blocks, left, item);
    }
  toso_paper_free (frame);
  if (renumber)
    toso_draft_renumber (*blocks);

  return i;
}

static void
set_annex (TosoAnnex           *annex,
           const TosoDraftItem *item)
{
  if (!toso_draft_item_is_edited (item))
    return;
  g_strfreev (annex->title);
  annex->title = toso_draft_split_lines (item->row->text);
}

static void
forget_blocks (GPtrArray *items,
               guint      first)
{
  for (guint i = first; i < items->len && ((const TosoDraftItem *) items->pdata[i])->part != TOSO_DRAFT_ANNEX; i++)
    ((TosoDraftItem *) items->pdata[i])->block = NULL;
}

static void
put_annexes (TosoPaper *paper,
             GPtrArray *items,
             gboolean   renumber)
{
  for (guint i = 0; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];

      if (item->part != TOSO_DRAFT_ANNEX || item->annex == NULL)
        continue;
      if (toso_draft_item_is_removed (item))
        {
          g_ptr_array_remove (paper->annexes, item->annex);
          item->annex = NULL;
          forget_blocks (items, i + 1);
          continue;
        }
      set_annex (item->annex, item);
      i = put_blocks (&item->annex->blocks, items, i + 1, renumber) - 1;
    }
  if (renumber)
    toso_paper_label_annexes (paper);
}

static void
collect_figures (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];

      item->figures = item->block != NULL ? toso_draft_list_figures (item->block) : g_ptr_array_new ();
      for (guint f = 0; toso_draft_item_is_edited (item) && f < MIN (item->figures->len, item->row->figures->len); f++)
        ((TosoKeptFigure *) item->figures->pdata[f])->nth = ((const TosoKeptFigure *) item->row->figures->pdata[f])->nth;
    }
}

void
toso_draft_apply (TosoPaper *paper,
                  GPtrArray *items,
                  gboolean   renumber)
{
  guint first = 0;

  for (guint i = 0; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];

      if (item->part == TOSO_DRAFT_LINES && toso_draft_item_is_edited (item))
        toso_draft_set_lines (paper, item->key, item->row->text);
    }
  while (first < items->len && ((const TosoDraftItem *) items->pdata[first])->part == TOSO_DRAFT_LINES)
    first++;
  /* A paper without text has its foot right after its head. */
  put_blocks (&paper->blocks, items, first, renumber);
  put_annexes (paper, items, renumber);
  collect_figures (items);
  if (toso_draft_item_is_edited (toso_draft_find_item (items, "title", NULL)))
    {
      g_free (paper->subject);
      paper->subject = toso_paper_make_subject (paper);
    }
}

/* --- what a screen shows --- */

static void
block_free (gpointer data)
{
  TosoDraftBlock *block = data;

  g_free (block->key);
  g_free (block->text);
  g_ptr_array_unref (block->changes);
  g_free (block);
}

static TosoBlockKind
get_kind (const TosoDraftItem *item)
{
  if (item->block != NULL)
    return item->block->kind;

  return item->row != NULL ? toso_draft_kind_from_id (item->row->kind) : TOSO_BLOCK_BODY;
}

static char *
get_text (const TosoDraftItem *item)
{
  if (item->block != NULL)
    return item->block->rows != NULL ? toso_draft_table_text (item->block) : g_strdup (item->block->text != NULL ? item->block->text : "");

  return g_strdup (toso_draft_item_is_edited (item) ? item->row->text : item->composed);
}

static TosoDraftBlock *
make_block (const TosoDraftItem *item,
            GHashTable          *all,
            gboolean             read_only)
{
  TosoDraftBlock *block = g_new0 (TosoDraftBlock, 1);
  gboolean        removed = toso_draft_item_is_removed (item);

  block->key = g_strdup (item->key);
  block->part = item->part;
  block->kind = get_kind (item);
  block->label = item->part == TOSO_DRAFT_LINES ? toso_draft_get_label (item->key) : NULL;
  block->text = get_text (item);
  block->editable = !read_only && !removed && item->part != TOSO_DRAFT_TABLE;
  block->removable = !read_only && !removed && item->part != TOSO_DRAFT_LINES;
  block->movable = block->removable && item->part != TOSO_DRAFT_ANNEX;
  block->edited = toso_draft_item_is_edited (item);
  block->own = toso_draft_item_is_own (item);
  block->removed = removed;
  block->changes = toso_draft_list_changes (item, all);

  return block;
}

GPtrArray *
toso_draft_make_blocks (GPtrArray *items,
                        gboolean   read_only)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr (GHashTable) all = toso_draft_list_sources (items);

  for (guint i = 0; i < items->len; i++)
    {
      const TosoDraftItem *item = items->pdata[i];

      /* Taken out, and the data do not say it any more either. */
      if (item->is_said || toso_draft_item_is_shown (item))
        g_ptr_array_add (blocks, make_block (item, all, read_only));
    }

  return blocks;
}
