/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/toso-block-reader.h"

G_BEGIN_DECLS

/* A block while it is read: rows of different lengths, merged cells reaching
 * into rows to come.  Work and memory are bounded, whatever the text says. */

#define TOSO_BLOCK_MAX_BYTES   (16 * 1024 * 1024)
#define TOSO_BLOCK_MAX_ROWS    10000
#define TOSO_BLOCK_MAX_COLUMNS 500
#define TOSO_BLOCK_MAX_CELLS   400000

typedef struct _TosoBlockBuilder TosoBlockBuilder;

TosoBlockBuilder *toso_block_builder_new       (void);
void              toso_block_builder_free      (TosoBlockBuilder *self);
void              toso_block_builder_begin_row (TosoBlockBuilder *self);
/* At the next free column; spans of 0 count as 1. */
void              toso_block_builder_add       (TosoBlockBuilder *self,
                                                const char       *text,
                                                TosoFigure        value,
                                                guint             n_columns,
                                                guint             n_rows);
/* Without the empty rows and columns around; what is too large or empty is an
 * error. */
TosoCopiedBlock  *toso_block_builder_end       (TosoBlockBuilder *self,
                                                GError          **error);
gboolean          toso_block_check_size        (gsize    length,
                                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoBlockBuilder, toso_block_builder_free)

G_END_DECLS
