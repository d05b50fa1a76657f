/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report/toso-draft-private.h"

#include <string.h>

#define OWN "own/"

/* --- items --- */

TosoDraftItem *
toso_draft_item_new (const char   *key,
                     TosoDraftPart part)
{
  TosoDraftItem *item = g_new0 (TosoDraftItem, 1);

  item->key = g_strdup (key);
  item->part = part;
  item->composed = g_strdup ("");
  item->fresh = g_ptr_array_new ();

  return item;
}

void
toso_draft_item_free (TosoDraftItem *item)
{
  if (item == NULL)
    return;

  g_free (item->key);
  g_free (item->composed);
  toso_kept_block_free (item->row);
  g_ptr_array_unref (item->fresh);
  g_clear_pointer (&item->figures, g_ptr_array_unref);
  g_free (item);
}

gboolean
toso_draft_key_is_own (const char *key)
{
  return g_str_has_prefix (key, OWN);
}

gboolean
toso_draft_item_is_own (const TosoDraftItem *item)
{
  return toso_draft_key_is_own (item->key);
}

gboolean
toso_draft_item_is_removed (const TosoDraftItem *item)
{
  return item->row != NULL && item->row->removed;
}

gboolean
toso_draft_item_is_edited (const TosoDraftItem *item)
{
  return item->row != NULL && item->row->edited;
}

gboolean
toso_draft_item_is_shown (const TosoDraftItem *item)
{
  return !toso_draft_item_is_removed (item) && (item->is_said || toso_draft_item_is_edited (item));
}

TosoDraftItem *
toso_draft_find_item (GPtrArray  *items,
                      const char *key,
                      guint      *place)
{
  for (guint i = 0; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];

      if (!g_str_equal (item->key, key))
        continue;
      if (place != NULL)
        *place = i;
      return item;
    }

  return NULL;
}

/* --- kinds, as they are kept --- */

#define LINES "lines"
#define ANNEX "annex"

static const char *const kind_ids[] = {
  [TOSO_BLOCK_BODY] = "body",
  [TOSO_BLOCK_BASIS] = "basis",
  [TOSO_BLOCK_HEADING_ROMAN] = "heading-roman",
  [TOSO_BLOCK_HEADING] = "heading",
  [TOSO_BLOCK_CENTERED_LABEL] = "centered-label",
  [TOSO_BLOCK_CENTERED_TITLE] = "centered-title",
  [TOSO_BLOCK_CENTERED] = "centered",
  [TOSO_BLOCK_TABLE] = "table",
  [TOSO_BLOCK_FIGURE] = "figure",
};

const char *
toso_draft_kind_to_id (TosoBlockKind kind)
{
  return kind_ids[kind];
}

TosoBlockKind
toso_draft_kind_from_id (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_ids); i++)
    if (g_str_equal (kind_ids[i], id))
      return i;

  return TOSO_BLOCK_BODY;
}

static TosoDraftPart
get_part (TosoBlockKind kind)
{
  return kind == TOSO_BLOCK_TABLE ? TOSO_DRAFT_TABLE : (kind == TOSO_BLOCK_FIGURE ? TOSO_DRAFT_FIGURE : TOSO_DRAFT_TEXT);
}

TosoDraftPart
toso_draft_part_from_id (const char *id)
{
  if (g_str_equal (id, LINES))
    return TOSO_DRAFT_LINES;

  return g_str_equal (id, ANNEX) ? TOSO_DRAFT_ANNEX : get_part (toso_draft_kind_from_id (id));
}

TosoKeptBlock *
toso_draft_item_keep (TosoDraftItem *item)
{
  const char *kind;

  if (item->row != NULL)
    return item->row;
  if (item->part == TOSO_DRAFT_LINES)
    kind = LINES;
  else if (item->part == TOSO_DRAFT_ANNEX)
    kind = ANNEX;
  else
    kind = toso_draft_kind_to_id (item->block != NULL ? item->block->kind : TOSO_BLOCK_BODY);
  item->row = toso_kept_block_new (item->key, kind);

  return item->row;
}

/* --- what the data say --- */

char *
toso_draft_table_text (const TosoBlock *block)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < block->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("\t", block->rows->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", row);
    }

  return g_string_free (text, FALSE);
}

static void
add_fresh (GPtrArray *items,
           GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      TosoBlock       *block = blocks->pdata[i];
      g_autofree char *place = g_strdup_printf ("block/%u", items->len);
      TosoDraftItem   *item = toso_draft_item_new (block->key != NULL ? block->key : place, get_part (block->kind));

      item->is_said = TRUE;
      item->block = block;
      g_free (item->composed);
      item->composed = block->rows != NULL ? toso_draft_table_text (block) : g_strdup (block->text != NULL ? block->text : "");
      g_ptr_array_unref (item->fresh);
      item->fresh = toso_draft_list_figures (block);
      g_ptr_array_add (items, item);
    }
}

/* Text, then each annex with its own. */
static GPtrArray *
list_fresh (TosoPaper *paper)
{
  GPtrArray *items = g_ptr_array_new ();

  add_fresh (items, paper->blocks);
  for (guint i = 0; i < paper->annexes->len; i++)
    {
      TosoAnnex       *annex = paper->annexes->pdata[i];
      g_autofree char *place = g_strdup_printf ("annex/%u", i);
      TosoDraftItem   *item = toso_draft_item_new (annex->key != NULL ? annex->key : place, TOSO_DRAFT_ANNEX);

      item->is_said = TRUE;
      item->annex = annex;
      g_free (item->composed);
      item->composed = annex->title != NULL ? g_strjoinv ("\n", annex->title) : g_strdup ("");
      g_ptr_array_add (items, item);
      add_fresh (items, annex->blocks);
    }

  return items;
}

/* --- what is kept over it --- */

static GHashTable *
list_by_key (GPtrArray *items)
{
  GHashTable *by_key = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (by_key, ((TosoDraftItem *) items->pdata[i])->key, items->pdata[i]);

  return by_key;
}

/* Rows in their order.  What the data say no longer goes, unless a person wrote
 * it, or took it out: it stays out when it comes back. */
static void
place_rows (GPtrArray       *items,
            const GPtrArray *rows,
            GHashTable      *by_key)
{
  gboolean gone = FALSE; /* an annex that is not there any more */

  for (guint i = 0; i < rows->len; i++)
    {
      const TosoKeptBlock *row = rows->pdata[i];
      TosoDraftPart        part = toso_draft_part_from_id (row->kind);
      TosoDraftItem       *item = g_hash_table_lookup (by_key, row->key);

      if (part == TOSO_DRAFT_LINES)
        continue;
      if (part == TOSO_DRAFT_ANNEX)
        gone = item == NULL;
      if (gone || (item == NULL && !row->edited && !row->removed))
        continue;
      if (item == NULL)
        item = toso_draft_item_new (row->key, part);
      item->row = toso_kept_block_copy (row);
      g_ptr_array_add (items, item);
    }
}

static gboolean
is_placed (GPtrArray           *items,
           const TosoDraftItem *item)
{
  return g_ptr_array_find (items, item, NULL);
}

/* After what it follows in the composed paper; a further annex after all that
 * belongs to the one before. */
static void
place_new (GPtrArray *items,
           GPtrArray *fresh)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      TosoDraftItem *item = fresh->pdata[i];
      guint          place = 0;

      if (is_placed (items, item))
        continue;
      if (i > 0 && g_ptr_array_find (items, fresh->pdata[i - 1], &place))
        place++;
      while (item->part == TOSO_DRAFT_ANNEX && place < items->len &&
             ((const TosoDraftItem *) items->pdata[place])->part != TOSO_DRAFT_ANNEX)
        place++;
      g_ptr_array_insert (items, (int) place, item);
    }
}

static void
keep_lines (GPtrArray       *items,
            const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const TosoKeptBlock *row = rows->pdata[i];
      TosoDraftItem       *item = toso_draft_find_item (items, row->key, NULL);

      if (item != NULL && item->part == TOSO_DRAFT_LINES && row->edited)
        item->row = toso_kept_block_copy (row);
    }
}

static guint
find_first_annex (GPtrArray *items)
{
  guint place = 0;

  while (place < items->len && ((const TosoDraftItem *) items->pdata[place])->part != TOSO_DRAFT_ANNEX)
    place++;

  return place;
}

GPtrArray *
toso_draft_merge (TosoPaper       *paper,
                  const GPtrArray *rows)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_draft_item_free);
  g_autoptr (GPtrArray) fresh = list_fresh (paper);
  g_autoptr (GHashTable) by_key = list_by_key (fresh);
  g_autoptr (GPtrArray) text = g_ptr_array_new ();
  guint n_text;

  place_rows (text, rows, by_key);
  place_new (text, fresh);
  n_text = find_first_annex (text);
  toso_draft_add_head (items, paper);
  for (guint i = 0; i < text->len; i++)
    {
      if (i == n_text)
        toso_draft_add_foot (items, paper);
      g_ptr_array_add (items, text->pdata[i]);
    }
  if (n_text == text->len)
    toso_draft_add_foot (items, paper);
  keep_lines (items, rows);

  return items;
}

/* --- what is to be kept --- */

GPtrArray *
toso_draft_list_rows (GPtrArray *items)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_kept_block_free);

  for (guint i = 0; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];

      if (item->part != TOSO_DRAFT_LINES || item->row != NULL)
        g_ptr_array_add (rows, toso_kept_block_copy (toso_draft_item_keep (item)));
    }

  return rows;
}

/* What was removed is not on it, for good. */
GPtrArray *
toso_draft_freeze (GPtrArray *items)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) toso_kept_block_free);

  for (guint i = 0; i < items->len; i++)
    {
      TosoDraftItem *item = items->pdata[i];
      TosoKeptBlock *row;

      if (!toso_draft_item_is_shown (item))
        continue;
      row = toso_kept_block_copy (toso_draft_item_keep (item));
      g_free (row->text);
      if (item->block != NULL)
        row->text = item->block->rows != NULL ? toso_draft_table_text (item->block) : g_strdup (item->block->text);
      else
        row->text = g_strdup (toso_draft_item_is_edited (item) ? item->row->text : item->composed);
      g_ptr_array_unref (row->figures);
      row->figures = g_ptr_array_ref (item->figures);
      g_ptr_array_add (rows, row);
    }

  return rows;
}
