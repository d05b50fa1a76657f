/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/toso-sheet-geometry.h"

void
toso_sheet_geometry_set_widths (TosoSheetGeometry *self,
                                const int         *widths,
                                guint              n_columns,
                                guint              n_frozen)
{
  g_free (self->edges);
  self->edges = g_new0 (int, n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    self->edges[i + 1] = self->edges[i] + widths[i];
  self->n_columns = n_columns;
  self->n_frozen = MIN (n_frozen, n_columns);
}

void
toso_sheet_geometry_clear (TosoSheetGeometry *self)
{
  g_clear_pointer (&self->edges, g_free);
  *self = (TosoSheetGeometry){ 0 };
}

int
toso_sheet_geometry_get_frozen_width (const TosoSheetGeometry *self)
{
  return self->edges != NULL ? self->edges[self->n_frozen] : 0;
}

int
toso_sheet_geometry_get_content_width (const TosoSheetGeometry *self)
{
  return self->edges != NULL ? self->edges[self->n_columns] - self->edges[self->n_frozen] : 0;
}

int
toso_sheet_geometry_get_content_height (const TosoSheetGeometry *self)
{
  return (int) self->n_rows * self->row_height;
}

int
toso_sheet_geometry_get_page_width (const TosoSheetGeometry *self)
{
  return MAX (0, self->width - toso_sheet_geometry_get_frozen_width (self));
}

int
toso_sheet_geometry_get_page_height (const TosoSheetGeometry *self)
{
  return MAX (0, self->height - self->head_height - self->totals_height);
}

TosoSheetRange
toso_sheet_geometry_get_rows (const TosoSheetGeometry *self)
{
  TosoSheetRange range = { 0, 0 };
  double         bottom = self->y + toso_sheet_geometry_get_page_height (self);

  if (self->row_height <= 0 || bottom <= self->y)
    return range;

  range.first = MIN (self->n_rows, (guint) (MAX (self->y, 0) / self->row_height));
  range.end = range.first;
  while (range.end < self->n_rows && (double) range.end * self->row_height < bottom)
    range.end++;

  return range;
}

TosoSheetRange
toso_sheet_geometry_get_columns (const TosoSheetGeometry *self)
{
  TosoSheetRange range = { self->n_frozen, self->n_frozen };
  double         left, right;

  if (self->edges == NULL)
    return range;

  left = self->edges[self->n_frozen] + self->x;
  right = left + toso_sheet_geometry_get_page_width (self);
  while (range.first < self->n_columns && self->edges[range.first + 1] <= left)
    range.first++;
  range.end = range.first;
  while (range.end < self->n_columns && self->edges[range.end] < right)
    range.end++;

  return range;
}

TosoSheetRect
toso_sheet_geometry_get_column (const TosoSheetGeometry *self,
                                guint                    column)
{
  TosoSheetRect rect = { 0, 0, 0, self->height };

  g_return_val_if_fail (column < self->n_columns, rect);

  rect.x = self->edges[column] - (column >= self->n_frozen ? self->x : 0);
  rect.width = self->edges[column + 1] - self->edges[column];

  return rect;
}

TosoSheetRect
toso_sheet_geometry_get_cell (const TosoSheetGeometry *self,
                              guint                    row,
                              guint                    column)
{
  TosoSheetRect rect = toso_sheet_geometry_get_column (self, column);

  rect.y = self->head_height + (double) row * self->row_height - self->y;
  rect.height = self->row_height;

  return rect;
}

static gboolean
pick_column (const TosoSheetGeometry *self,
             double                   x,
             guint                   *column)
{
  double place = x < toso_sheet_geometry_get_frozen_width (self) ? x : x + self->x;

  for (guint i = 0; i < self->n_columns; i++)
    if (place >= self->edges[i] && place < self->edges[i + 1])
      {
        *column = i;
        return TRUE;
      }

  return FALSE;
}

TosoSheetArea
toso_sheet_geometry_pick (const TosoSheetGeometry *self,
                          double                   x,
                          double                   y,
                          guint                   *row,
                          guint                   *column)
{
  double place = y - self->head_height + self->y;

  *row = 0;
  *column = 0;
  if (x < 0 || y < 0 || x >= self->width || y >= self->height || !pick_column (self, x, column))
    return TOSO_SHEET_AREA_NONE;
  if (y < self->head_height)
    return TOSO_SHEET_AREA_HEAD;
  if (y >= self->height - self->totals_height)
    return TOSO_SHEET_AREA_TOTALS;
  if (self->row_height <= 0 || place < 0 || place >= toso_sheet_geometry_get_content_height (self))
    return TOSO_SHEET_AREA_NONE;

  *row = (guint) (place / self->row_height);

  return TOSO_SHEET_AREA_BODY;
}

/* A start that shows [start, end) of a page, as near to @now as can be; the
 * beginning wins where the page is too small. */
static double
reveal_span (double now,
             double page,
             double start,
             double end)
{
  if (start < now)
    return start;
  if (end > now + page)
    return MIN (start, end - page);

  return now;
}

void
toso_sheet_geometry_reveal (const TosoSheetGeometry *self,
                            guint                    row,
                            guint                    column,
                            double                  *x,
                            double                  *y)
{
  g_return_if_fail (column < self->n_columns);

  *x = self->x;
  if (column >= self->n_frozen)
    {
      int frozen = toso_sheet_geometry_get_frozen_width (self);

      *x = reveal_span (self->x,
                        toso_sheet_geometry_get_page_width (self),
                        self->edges[column] - frozen,
                        self->edges[column + 1] - frozen);
    }
  *y = reveal_span (self->y,
                    toso_sheet_geometry_get_page_height (self),
                    (double) row * self->row_height,
                    (double) (row + 1) * self->row_height);
}
