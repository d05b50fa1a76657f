/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the cells of a grid stand.  Drawing, picking, scrolling and tests all
 * ask here.  Lengths in px.  Three bands across (head, body, totals) and two
 * along (frozen columns, scrolling columns); only the body's inner part
 * scrolls both ways. */

typedef struct
{
  guint  n_rows;
  guint  n_columns;
  guint  n_frozen;      /* of the columns */
  int   *edges;         /* n_columns + 1 of them, from 0, before scrolling; owned */
  int    row_height;
  int    head_height;
  int    totals_height;
  int    width, height; /* of the widget */
  double x, y;          /* how far the cells are scrolled */
} TosoSheetGeometry;

typedef struct
{
  guint first, end; /* end is not part */
} TosoSheetRange;

typedef struct
{
  double x, y, width, height;
} TosoSheetRect;

typedef enum
{
  TOSO_SHEET_AREA_NONE,
  TOSO_SHEET_AREA_HEAD,
  TOSO_SHEET_AREA_BODY,
  TOSO_SHEET_AREA_TOTALS,
} TosoSheetArea;

void           toso_sheet_geometry_set_widths         (TosoSheetGeometry *self,
                                                       const int         *widths,
                                                       guint              n_columns,
                                                       guint              n_frozen);
void           toso_sheet_geometry_clear              (TosoSheetGeometry *self);
int            toso_sheet_geometry_get_frozen_width   (const TosoSheetGeometry *self);
/* Of what scrolls. */
int            toso_sheet_geometry_get_content_width  (const TosoSheetGeometry *self);
int            toso_sheet_geometry_get_content_height (const TosoSheetGeometry *self);
int            toso_sheet_geometry_get_page_width     (const TosoSheetGeometry *self);
int            toso_sheet_geometry_get_page_height    (const TosoSheetGeometry *self);
/* Those of which at least a part is in sight; of the scrolling columns. */
TosoSheetRange toso_sheet_geometry_get_rows           (const TosoSheetGeometry *self);
TosoSheetRange toso_sheet_geometry_get_columns        (const TosoSheetGeometry *self);
/* In the widget, as scrolled; may lie outside. */
TosoSheetRect  toso_sheet_geometry_get_column         (const TosoSheetGeometry *self,
                                                       guint                    column);
TosoSheetRect  toso_sheet_geometry_get_cell           (const TosoSheetGeometry *self,
                                                       guint                    row,
                                                       guint                    column);
TosoSheetArea  toso_sheet_geometry_pick               (const TosoSheetGeometry *self,
                                                       double                   x,
                                                       double                   y,
                                                       guint                   *row,
                                                       guint                   *column);
/* The least scrolling that brings the whole cell in sight. */
void           toso_sheet_geometry_reveal             (const TosoSheetGeometry *self,
                                                       guint                    row,
                                                       guint                    column,
                                                       double                  *x,
                                                       double                  *y);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoSheetGeometry, toso_sheet_geometry_clear)

G_END_DECLS
