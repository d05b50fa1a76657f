/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a paper is put together from, a row a block, to be written and put in
 * another order in place.  Knows no store: what a person wants is told by
 * signals, what became of it comes back with toso_block_list_set_items().
 *
 * Signals: "block-edited" (const char *key, const char *text): a person wrote it.
 * "block-inserted" (const char *after_key, const char *text): a paragraph a line.
 * "block-command" (const char *key, TosoBlockCommand).
 * "block-selected" (const char *key, const char *text): to be brought in sight.
 *
 * Keys: Enter edits, Insert adds, Delete removes, Alt+Up and Alt+Down move. */

#define TOSO_TYPE_BLOCK_LIST (toso_block_list_get_type ())
G_DECLARE_FINAL_TYPE (TosoBlockList, toso_block_list, TOSO, BLOCK_LIST, GtkBox)

typedef enum
{
  TOSO_BLOCK_REMOVE,
  TOSO_BLOCK_MOVE_UP,
  TOSO_BLOCK_MOVE_DOWN,
  TOSO_BLOCK_RESTORE, /* what the data says */
  TOSO_BLOCK_TAKE,    /* the figures that moved, within what was written */
  TOSO_BLOCK_KEEP,    /* what was written, whatever the data says */
} TosoBlockCommand;

typedef struct
{
  char    *key;
  char    *label;   /* "Bảng" of what has no text; or NULL */
  char    *text;
  char    *moved;   /* "46,8% → 47,2%"; NULL: the data says what it said */
  gboolean strong;  /* a heading */
  gboolean is_text; /* may be written */
  gboolean is_lines; /* a printed line a line */
  gboolean takes_more; /* a paragraph may be put in after it */
  gboolean movable;
  gboolean removable;
  gboolean edited;
  gboolean added;   /* by a person: there is nothing to take it back to */
  gboolean removed; /* stands here only to be taken back */
} TosoBlockItem;

TosoBlockItem *toso_block_item_new           (const char    *key,
                                              const char    *text);
void           toso_block_item_free          (TosoBlockItem *item);

GtkWidget     *toso_block_list_new           (void);
/* Takes over @items: of TosoBlockItem.  @words: over them. */
void           toso_block_list_set_items     (TosoBlockList *self,
                                              GPtrArray     *items,
                                              const char    *words,
                                              gboolean       read_only);
void           toso_block_list_select        (TosoBlockList *self,
                                              const char    *key);
/* Keeps what is being written, if anything is. */
void           toso_block_list_commit        (TosoBlockList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoBlockItem, toso_block_item_free)

G_END_DECLS
