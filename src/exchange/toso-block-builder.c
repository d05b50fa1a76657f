/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/toso-block-private.h"

#include <glib/gi18n-lib.h>

#include "core/toso-error.h"
#include "core/toso-text.h"

struct _TosoBlockBuilder
{
  GPtrArray *rows;    /* of GArray of TosoBlockCell; a text of NULL: free */
  guint      n_begun; /* the rows after are reached by merged cells only */
  guint      column;
  guint      n_cells;
  gboolean   too_large;
};

static void
clear_cell (gpointer data)
{
  TosoBlockCell *cell = data;

  g_clear_pointer (&cell->text, g_free);
}

void
toso_copied_block_free (TosoCopiedBlock *block)
{
  if (block == NULL)
    return;

  for (guint i = 0; i < block->n_rows * block->n_columns; i++)
    clear_cell (&block->cells[i]);
  g_free (block->cells);
  g_free (block);
}

const TosoBlockCell *
toso_copied_block_get (const TosoCopiedBlock *block,
                       guint                  row,
                       guint                  column)
{
  g_return_val_if_fail (block != NULL && row < block->n_rows && column < block->n_columns, NULL);

  return &block->cells[row * block->n_columns + column];
}

TosoBlockBuilder *
toso_block_builder_new (void)
{
  TosoBlockBuilder *self = g_new0 (TosoBlockBuilder, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return self;
}

void
toso_block_builder_free (TosoBlockBuilder *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

gboolean
toso_block_check_size (gsize    length,
                       GError **error)
{
  if (length <= TOSO_BLOCK_MAX_BYTES)
    return TRUE;

  g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_UNREADABLE,
                       _ ("What was copied is too large to paste. Copy only the rows and columns of the villages, and paste again."));
  return FALSE;
}

static GArray *
ensure_row (TosoBlockBuilder *self,
            guint             row)
{
  while (self->rows->len <= row)
    {
      GArray *cells = g_array_new (FALSE, TRUE, sizeof (TosoBlockCell));

      g_array_set_clear_func (cells, clear_cell);
      g_ptr_array_add (self->rows, cells);
    }

  return self->rows->pdata[row];
}

static TosoBlockCell *
ensure_cell (TosoBlockBuilder *self,
             guint             row,
             guint             column)
{
  GArray *cells = ensure_row (self, row);

  if (cells->len <= column)
    {
      self->n_cells += column + 1 - cells->len;
      g_array_set_size (cells, column + 1);
    }

  return &g_array_index (cells, TosoBlockCell, column);
}

void
toso_block_builder_begin_row (TosoBlockBuilder *self)
{
  if (self->n_begun >= TOSO_BLOCK_MAX_ROWS)
    {
      self->too_large = TRUE;
      return;
    }
  ensure_row (self, self->n_begun++);
  self->column = 0;
}

static gboolean
is_free (TosoBlockBuilder *self,
         guint             row,
         guint             column)
{
  GArray *cells = self->rows->pdata[row];

  return column >= cells->len || g_array_index (cells, TosoBlockCell, column).text == NULL;
}

void
toso_block_builder_add (TosoBlockBuilder *self,
                        const char       *text,
                        TosoFigure        value,
                        guint             n_columns,
                        guint             n_rows)
{
  g_autofree char *nfc = NULL;
  g_autofree char *plain = NULL;
  guint            row;

  if (self->n_begun == 0)
    toso_block_builder_begin_row (self);
  row = self->n_begun - 1;
  while (!is_free (self, row, self->column))
    self->column++;
  /* A span is a claim of the other program: more than there can be is less. */
  n_columns = CLAMP (n_columns, 1, TOSO_BLOCK_MAX_COLUMNS);
  n_rows = CLAMP (n_rows, 1, TOSO_BLOCK_MAX_ROWS);
  if (self->too_large || self->column + n_columns > TOSO_BLOCK_MAX_COLUMNS || row + n_rows > TOSO_BLOCK_MAX_ROWS ||
      self->n_cells + n_columns * n_rows > TOSO_BLOCK_MAX_CELLS)
    {
      self->too_large = TRUE;
      return;
    }

  nfc = toso_text_normalize (text);
  plain = toso_text_squeeze (nfc);
  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; j < n_columns; j++)
      {
        TosoBlockCell *cell = ensure_cell (self, row + i, self->column + j);

        g_free (cell->text);
        cell->text = g_strdup (plain);
        cell->continued = i > 0 || j > 0;
        cell->value = cell->continued ? TOSO_FIGURE_MISSING : value;
      }
  self->column += n_columns;
}

static gboolean
has_text (const TosoBlockCell *cell)
{
  return cell->text != NULL && *cell->text != '\0';
}

/* The part that has something in it; FALSE: there is none. */
static gboolean
find_bounds (TosoBlockBuilder *self,
             guint            *first_row,
             guint            *end_row,
             guint            *first_column,
             guint            *end_column)
{
  *first_row = *first_column = G_MAXUINT;
  *end_row = *end_column = 0;
  for (guint row = 0; row < MIN (self->rows->len, self->n_begun); row++)
    {
      const GArray *cells = self->rows->pdata[row];

      for (guint column = 0; column < cells->len; column++)
        if (has_text (&g_array_index (cells, TosoBlockCell, column)))
          {
            *first_row = MIN (*first_row, row);
            *end_row = MAX (*end_row, row + 1);
            *first_column = MIN (*first_column, column);
            *end_column = MAX (*end_column, column + 1);
          }
    }

  return *end_row > 0;
}

static void
take_cell (TosoBlockBuilder *self,
           guint             row,
           guint             column,
           TosoBlockCell    *target)
{
  GArray *cells = self->rows->pdata[row];

  if (column < cells->len)
    {
      TosoBlockCell *cell = &g_array_index (cells, TosoBlockCell, column);

      *target = *cell;
      cell->text = NULL;
    }
  if (target->text == NULL)
    target->text = g_strdup ("");
}

TosoCopiedBlock *
toso_block_builder_end (TosoBlockBuilder *self,
                        GError          **error)
{
  TosoCopiedBlock *block;
  guint            first_row, end_row, first_column, end_column;

  if (self->too_large)
    {
      toso_block_check_size (G_MAXSIZE, error);
      return NULL;
    }
  if (!find_bounds (self, &first_row, &end_row, &first_column, &end_column))
    {
      g_set_error_literal (error, TOSO_ERROR, TOSO_ERROR_NOT_FOUND,
                           _ ("There is nothing to paste. Copy the rows and columns in the spreadsheet first, then paste here."));
      return NULL;
    }

  block = g_new0 (TosoCopiedBlock, 1);
  block->n_rows = end_row - first_row;
  block->n_columns = end_column - first_column;
  block->cells = g_new0 (TosoBlockCell, block->n_rows * block->n_columns);
  for (guint row = 0; row < block->n_rows; row++)
    for (guint column = 0; column < block->n_columns; column++)
      take_cell (self, first_row + row, first_column + column, &block->cells[row * block->n_columns + column]);

  return block;
}
