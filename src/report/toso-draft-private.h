/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-draft.h"

G_BEGIN_DECLS

/* One block of a draft: what the data say, and what is kept. */
typedef struct
{
  char          *key;
  TosoDraftPart  part;
  TosoBlock     *block;    /* of the paper, once applied as it is printed; NULL: not on it */
  TosoAnnex     *annex;    /* of ANNEX; the paper's; NULL: not on it */
  TosoKeptBlock *row;      /* owned; NULL: nothing is kept of it */
  gboolean       is_said;  /* the data say something here */
  char          *composed; /* what; "" */
  GPtrArray     *fresh;    /* of TosoKeptFigure: the figures of @composed */
  GPtrArray     *figures;  /* of TosoKeptFigure: as printed; NULL until applied */
} TosoDraftItem;

struct _TosoDraft
{
  GObject parent_instance;

  TosoYear      *year;
  char          *kind;
  gboolean       has_period;
  TosoPeriod     period;
  char          *period_name; /* or "" */
  TosoKeptPaper *kept;        /* id 0: not kept */
  TosoPaper     *paper;       /* as printed; NULL once issued */
  GPtrArray     *items;       /* of TosoDraftItem */
  GPtrArray     *blocks;      /* of TosoDraftBlock */
  gboolean       busy;        /* a command of its own is under way */
};

/* --- items --- */

TosoDraftItem *toso_draft_item_new       (const char    *key,
                                          TosoDraftPart  part);
void           toso_draft_item_free      (TosoDraftItem *item);
gboolean       toso_draft_key_is_own     (const char          *key);
gboolean       toso_draft_item_is_own    (const TosoDraftItem *item);
gboolean       toso_draft_item_is_removed (const TosoDraftItem *item);
gboolean       toso_draft_item_is_edited (const TosoDraftItem *item);
/* What is on the page: not removed, and said by the data or by a person. */
gboolean       toso_draft_item_is_shown  (const TosoDraftItem *item);
TosoKeptBlock *toso_draft_item_keep      (TosoDraftItem *item); /* its row, made where there is none */
TosoDraftItem *toso_draft_find_item      (GPtrArray     *items,
                                          const char    *key,
                                          guint         *place); /* or NULL */

const char    *toso_draft_kind_to_id     (TosoBlockKind  kind);
TosoBlockKind  toso_draft_kind_from_id   (const char    *id);

TosoDraftPart  toso_draft_part_from_id   (const char    *id);

/* What is kept over what the data say; neither is changed. */
GPtrArray     *toso_draft_merge          (TosoPaper       *paper,
                                          const GPtrArray *rows); /* of TosoKeptBlock */
/* Makes @paper what is printed.  @renumber: FALSE leaves numbers as they are,
 * with their slips, as those of a signed plan. */
void           toso_draft_apply          (TosoPaper       *paper,
                                          GPtrArray       *items,
                                          gboolean         renumber);
/* What is printed, as rows that hold it for good. */
GPtrArray     *toso_draft_freeze         (GPtrArray       *items);
GPtrArray     *toso_draft_list_rows      (GPtrArray       *items); /* to be kept */
GPtrArray     *toso_draft_make_blocks    (GPtrArray       *items, /* of TosoDraftBlock */
                                          gboolean         read_only);
char          *toso_draft_table_text     (const TosoBlock *block);

/* --- head and foot --- */

void           toso_draft_add_head       (GPtrArray       *items,
                                          const TosoPaper *paper);
void           toso_draft_add_foot       (GPtrArray       *items,
                                          const TosoPaper *paper);
const char    *toso_draft_get_label      (const char      *key);
char          *toso_draft_get_lines      (const TosoPaper *paper,
                                          const char      *key);
void           toso_draft_set_lines      (TosoPaper       *paper,
                                          const char      *key,
                                          const char      *text);
GStrv          toso_draft_split_lines    (const char      *text); /* without blank ones; none: NULL */

/* --- numbers of headings, articles and figures --- */

void           toso_draft_renumber       (GPtrArray       *blocks);
/* The same but for its number, which is ours. */
gboolean       toso_draft_is_same_text   (const char      *first,
                                          const char      *second);

/* --- figures --- */

GPtrArray     *toso_draft_list_figures   (const TosoBlock *block); /* of TosoKeptFigure */
/* Those of @old_text that stand in @text too; by @fresh, those whose new words
 * were typed. */
GPtrArray     *toso_draft_bind           (const char      *old_text,
                                          const GPtrArray *figures,
                                          const GPtrArray *fresh,
                                          const char      *text);
const TosoKeptFigure *toso_draft_find_figure (const GPtrArray *figures,
                                          const char      *source,
                                          guint            nth);
/* Of TosoDraftChange.  @all: source → words of the whole paper as composed. */
GPtrArray     *toso_draft_list_changes   (const TosoDraftItem *item,
                                          GHashTable      *all);
GHashTable    *toso_draft_list_sources   (GPtrArray       *items);

/* --- state --- */

gboolean       toso_draft_check_editable (TosoDraft       *self,
                                          GError         **error);
/* Keeps the items as they are now; @title is taken. */
gboolean       toso_draft_save           (TosoDraft       *self,
                                          char            *title,
                                          GError         **error);
/* As it is signed on @day. */
TosoPaper     *toso_draft_compose        (TosoDraft       *self,
                                          TosoDate         day,
                                          GPtrArray      **items, /* or NULL */
                                          GError         **error);
void           toso_draft_set_issued     (TosoDraft       *self, /* why it is refused */
                                          GError         **error);
char          *toso_draft_get_symbol     (const TosoPaper *paper); /* "BC-UBND", or "" */
/* Once a command of its own is done. */
gboolean       toso_draft_finish         (TosoDraft       *self,
                                          gboolean         done,
                                          GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoDraftItem, toso_draft_item_free)

G_END_DECLS
