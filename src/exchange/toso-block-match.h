/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-block-reader.h"

G_BEGIN_DECLS

/* Which of a pasted block's rows is which village, and which of its columns is
 * which of ours.  Never by order where there is a name; by order it only
 * proposes, to be confirmed. */

/* What it may be; the lists belong to the caller.  A column has several names:
 * short, in full. */
typedef struct
{
  const char *const *villages;
  const char *const *codes; /* or NULL; "": none */
  guint              n_villages;
  const char *const *titles;
  const char *const *names;
  guint              n_columns;
  guint              village; /* where the cursor is: from here on by order */
  guint              column;
} TosoBlockPlace;

typedef enum
{
  TOSO_BLOCK_ROW_HEAD,      /* above the villages */
  TOSO_BLOCK_ROW_VILLAGE,
  TOSO_BLOCK_ROW_TOTAL,     /* "Tổng cộng", "Toàn xã" */
  TOSO_BLOCK_ROW_EMPTY,
  TOSO_BLOCK_ROW_DUPLICATE, /* of a village that was there before */
  TOSO_BLOCK_ROW_UNKNOWN,
} TosoBlockRowKind;

typedef struct
{
  TosoBlockRowKind kind;
  guint            village; /* of TosoBlockPlace.villages */
} TosoBlockRow;

typedef enum
{
  TOSO_BLOCK_COLUMN_VILLAGE,
  TOSO_BLOCK_COLUMN_NUMBER,  /* TT, STT: 1, 2, 3 … */
  TOSO_BLOCK_COLUMN_OURS,
  TOSO_BLOCK_COLUMN_EMPTY,
  TOSO_BLOCK_COLUMN_UNKNOWN,
} TosoBlockColumnKind;

typedef struct
{
  TosoBlockColumnKind kind;
  guint               column; /* of TosoBlockPlace.titles */
  char               *head;   /* as it stands above; "" */
} TosoBlockColumn;

typedef struct
{
  TosoBlockRow    *rows;    /* one a row of the block */
  TosoBlockColumn *columns; /* one a column */
  guint            n_rows, n_columns;
  gboolean         by_order;  /* no village is named: to be confirmed */
  gboolean         by_titles; /* else from the cursor's column on */
} TosoBlockMatch;

TosoBlockMatch *toso_block_match      (const TosoCopiedBlock *block,
                                       const TosoBlockPlace  *place);
void            toso_block_match_free (TosoBlockMatch *match);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoBlockMatch, toso_block_match_free)

G_END_DECLS
