/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-model.h"

#include <glib/gi18n.h>

enum {
  LAYOUT_CHANGED,
  CELLS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (TosoSheetModel, toso_sheet_model, G_TYPE_OBJECT)

static void
toso_sheet_model_default_init (TosoSheetModelInterface *iface)
{
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", TOSO_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CELLS_CHANGED] = g_signal_new ("cells-changed", TOSO_TYPE_SHEET_MODEL, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

void
toso_sheet_cell_clear (TosoSheetCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
}

void
toso_sheet_total_clear (TosoSheetTotal *total)
{
  g_clear_pointer (&total->text, g_free);
  g_clear_pointer (&total->coverage, g_free);
}

/* --- asking the model --- */

guint
toso_sheet_model_get_n_rows (TosoSheetModel *self)
{
  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), 0);

  return TOSO_SHEET_MODEL_GET_IFACE (self)->get_n_rows (self);
}

guint
toso_sheet_model_get_n_columns (TosoSheetModel *self)
{
  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), 0);

  return TOSO_SHEET_MODEL_GET_IFACE (self)->get_n_columns (self);
}

void
toso_sheet_model_get_column (TosoSheetModel  *self,
                             guint            column,
                             TosoSheetColumn *info)
{
  g_return_if_fail (TOSO_IS_SHEET_MODEL (self));

  *info = (TosoSheetColumn){ 0 };
  TOSO_SHEET_MODEL_GET_IFACE (self)->get_column (self, column, info);
}

void
toso_sheet_model_get_cell (TosoSheetModel *self,
                           guint           row,
                           guint           column,
                           TosoSheetCell  *cell)
{
  g_return_if_fail (TOSO_IS_SHEET_MODEL (self));

  *cell = (TosoSheetCell){ 0 };
  TOSO_SHEET_MODEL_GET_IFACE (self)->get_cell (self, row, column, cell);
}

void
toso_sheet_model_get_total (TosoSheetModel *self,
                            guint           column,
                            TosoSheetTotal *total)
{
  g_return_if_fail (TOSO_IS_SHEET_MODEL (self));

  *total = (TosoSheetTotal){ 0 };
  TOSO_SHEET_MODEL_GET_IFACE (self)->get_total (self, column, total);
}

gboolean
toso_sheet_model_has_totals (TosoSheetModel *self)
{
  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), FALSE);

  return TOSO_SHEET_MODEL_GET_IFACE (self)->get_total != NULL;
}

char *
toso_sheet_model_dup_edit_text (TosoSheetModel *self,
                                guint           row,
                                guint           column)
{
  TosoSheetModelInterface *iface;
  g_auto (TosoSheetCell) cell = { 0 };

  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), NULL);

  iface = TOSO_SHEET_MODEL_GET_IFACE (self);
  if (iface->dup_edit_text != NULL)
    return iface->dup_edit_text (self, row, column);
  toso_sheet_model_get_cell (self, row, column, &cell);

  return g_steal_pointer (&cell.text);
}

gboolean
toso_sheet_model_can_edit (TosoSheetModel *self,
                           guint           row,
                           guint           column)
{
  TosoSheetModelInterface *iface;
  TosoSheetColumn          info;

  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), FALSE);

  iface = TOSO_SHEET_MODEL_GET_IFACE (self);
  toso_sheet_model_get_column (self, column, &info);

  return iface->can_edit != NULL && !info.frozen && !info.computed && iface->can_edit (self, row, column);
}

TosoSheetAnswer
toso_sheet_model_set_text (TosoSheetModel *self,
                           guint           row,
                           guint           column,
                           const char     *text)
{
  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), TOSO_SHEET_NOT_WRITTEN);

  if (TOSO_SHEET_MODEL_GET_IFACE (self)->set_text == NULL)
    return TOSO_SHEET_NOT_WRITTEN;

  return TOSO_SHEET_MODEL_GET_IFACE (self)->set_text (self, row, column, text);
}

/* --- words --- */

char *
toso_sheet_model_dup_row_name (TosoSheetModel *self,
                               guint           row)
{
  guint n_columns = toso_sheet_model_get_n_columns (self);

  for (guint i = 0; i < n_columns; i++)
    {
      TosoSheetColumn info;

      toso_sheet_model_get_column (self, i, &info);
      if (info.row_header)
        {
          g_auto (TosoSheetCell) cell = { 0 };

          toso_sheet_model_get_cell (self, row, i, &cell);
          return g_steal_pointer (&cell.text);
        }
    }

  return g_strdup ("");
}

static void
append_state (GString       *words,
              TosoSheetState state)
{
  static const struct
  {
    TosoSheetState state;
    const char    *word;
  } words_of[] = {
    { TOSO_SHEET_MISSING, NC_ ("cell", "not reported") },
    { TOSO_SHEET_REFUSED, NC_ ("cell", "not kept, to be corrected") },
    { TOSO_SHEET_DOUBTFUL, NC_ ("cell", "to be asked about") },
    { TOSO_SHEET_IMPORTED, NC_ ("cell", "from a file") },
    { TOSO_SHEET_NOTED, NC_ ("cell", "with a note") },
    { TOSO_SHEET_LOCKED, NC_ ("cell", "locked") },
    { TOSO_SHEET_COMPUTED, NC_ ("cell", "computed") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words_of); i++)
    if (state & words_of[i].state)
      g_string_append_printf (words, ", %s", g_dpgettext2 (NULL, "cell", words_of[i].word));
}

char *
toso_sheet_model_describe (TosoSheetModel *self,
                           guint           row,
                           guint           column)
{
  g_autofree char *row_name = NULL;
  g_auto (TosoSheetCell) cell = { 0 };
  TosoSheetColumn info;
  GString        *words;

  g_return_val_if_fail (TOSO_IS_SHEET_MODEL (self), NULL);

  row_name = toso_sheet_model_dup_row_name (self, row);
  toso_sheet_model_get_column (self, column, &info);
  toso_sheet_model_get_cell (self, row, column, &cell);

  words = g_string_new (NULL);
  if (info.row_header)
    g_string_append (words, cell.text);
  else
    /* Translators: name of a row, name of a column, what stands in the cell:
     * "Thôn Yên, Số hộ: 123" */
    g_string_append_printf (words, C_ ("cell", "%s, %s: %s"), row_name, info.name, cell.text);
  append_state (words, cell.state);

  return g_string_free (words, FALSE);
}

/* --- for models --- */

void
toso_sheet_model_cells_changed (TosoSheetModel *self,
                                guint           row,
                                guint           column)
{
  g_return_if_fail (TOSO_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[CELLS_CHANGED], 0, row, column);
}

void
toso_sheet_model_layout_changed (TosoSheetModel *self)
{
  g_return_if_fail (TOSO_IS_SHEET_MODEL (self));

  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}
