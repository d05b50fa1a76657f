/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/toso-grid-private.h"

static TosoFigure
make_value (const TosoGridColumn *column,
            TosoFigure            numerator,
            TosoFigure            denominator)
{
  if (column->kind != TOSO_TARGET_PERCENTAGE)
    return numerator;
  if (!numerator.known || !denominator.known || denominator.value <= 0)
    return TOSO_FIGURE_MISSING;

  return TOSO_FIGURE (numerator.value / denominator.value * 100);
}

/* A ratio of sums, over the villages that gave both. */
static void
add_to_total (const TosoGridColumn *column,
              TosoFigure            numerator,
              TosoFigure            denominator,
              TosoFigure           *sum,
              TosoFigure           *whole,
              TosoCoverage         *coverage)
{
  coverage->expected++;
  if (!numerator.known || (column->has_denominator && !denominator.known))
    return;

  coverage->reported++;
  *sum = toso_number_add (*sum, numerator);
  *whole = toso_number_add (*whole, denominator);
}

void
toso_grid_fill_total (TosoGrid *grid,
                      guint     index)
{
  const TosoGridColumn *column = g_ptr_array_index (grid->columns, index);
  TosoGridTotal        *total = &grid->totals[index];

  for (guint row = 0; row < grid->rows->len; row++)
    {
      const TosoGridCell *cell = toso_grid_get_cell (grid, row, index);

      add_to_total (column, cell->numerator, cell->denominator, &total->numerator, &total->denominator, &total->coverage);
      add_to_total (column, cell->cumulative, cell->cumulative_denominator, &total->cumulative, &total->cumulative_denominator,
                    &total->cumulative_coverage);
    }
  total->value = make_value (column, total->numerator, total->denominator);
  total->cumulative_value = make_value (column, total->cumulative, total->cumulative_denominator);
}
