/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-block-match.h"

/* Any bytes as a block from the clipboard.  Besides not crashing: what is read
 * is UTF-8, has no empty edge, and every row and column of it is judged. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_match (const TosoCopiedBlock *block)
{
  static const char *const villages[] = { "Thôn 1", "Thôn Ngọc Minh", "Làng Cò", "Thôn 2", "Làng 2" };
  static const char *const codes[] = { "T1", "", "LC", "2", "L2" };
  static const char *const titles[] = { "Đã dùng", "Tổng số hộ", "Phát thanh" };
  const TosoBlockPlace     place = { villages, codes, G_N_ELEMENTS (villages), titles, titles, G_N_ELEMENTS (titles), 1, 1 };
  g_autoptr (TosoBlockMatch) match = toso_block_match (block, &place);
  guint i;

  g_assert (match->n_rows == block->n_rows && match->n_columns == block->n_columns);
  for (i = 0; i < match->n_rows; i++)
    g_assert (match->rows[i].kind != TOSO_BLOCK_ROW_VILLAGE || match->rows[i].village < G_N_ELEMENTS (villages));
  for (i = 0; i < match->n_columns; i++)
    g_assert (match->columns[i].kind != TOSO_BLOCK_COLUMN_OURS || match->columns[i].column < G_N_ELEMENTS (titles));
}

static void
check (TosoCopiedBlock *read)
{
  g_autoptr (TosoCopiedBlock) block = read;
  guint row, column;

  if (block == NULL)
    return;
  g_assert (block->n_rows > 0 && block->n_columns > 0);
  for (row = 0; row < block->n_rows; row++)
    for (column = 0; column < block->n_columns; column++)
      g_assert (g_utf8_validate (toso_copied_block_get (block, row, column)->text, -1, NULL));
  check_match (block);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  check (toso_copied_block_read_tsv ((const char *) data, (gssize) size, NULL));
  check (toso_copied_block_read_html ((const char *) data, (gssize) size, NULL));

  return 0;
}
