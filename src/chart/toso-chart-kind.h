/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart.h"

G_BEGIN_DECLS

/* One way to draw, point at and put into words for charts of every kind.  The
 * charts themselves are plain structs that begin with their TosoChartFrame;
 * strings and arrays stay the caller's. */
typedef struct _TosoChartKind TosoChartKind;

extern const TosoChartKind TOSO_CHART_BARS;     /* TosoBarChart */
extern const TosoChartKind TOSO_CHART_RANKED;   /* TosoRankedChart */
extern const TosoChartKind TOSO_CHART_GRID;     /* TosoGridChart */
extern const TosoChartKind TOSO_CHART_BULLETS;  /* TosoBulletChart */
extern const TosoChartKind TOSO_CHART_TREND;    /* TosoTrendChart */
extern const TosoChartKind TOSO_CHART_TILES;    /* TosoTileChart */
extern const TosoChartKind TOSO_CHART_TIMELINE; /* TosoTimelineChart */
extern const TosoChartKind TOSO_CHART_DONUT;    /* TosoDonutChart */
extern const TosoChartKind TOSO_CHART_STACK;    /* TosoStackChart */
extern const TosoChartKind TOSO_CHART_LIST;     /* TosoListChart */
extern const TosoChartKind TOSO_CHART_COVER;    /* TosoCoverChart */

/* What a picture says, as a table. */
typedef struct
{
  GPtrArray *notes;    /* of char *: what holds for all of it */
  GPtrArray *headings; /* of char *, one a column; "" for none */
  GPtrArray *rows;     /* of GStrv, as many cells as columns */
  guint      n_names;  /* columns that name a row, the first of all */
} TosoChartTable;

void       toso_chart_table_free               (TosoChartTable           *table);

void       toso_chart_draw               (const TosoChartKind *kind,
                                          gconstpointer        chart,
                                          const TosoPalette   *palette,
                                          cairo_t             *cr,
                                          double               width,
                                          double               height);
GBytes    *toso_chart_render             (const TosoChartKind *kind,
                                          gconstpointer        chart,
                                          const TosoPalette   *palette,
                                          TosoPictureFormat    format,
                                          double               width,
                                          double               height,
                                          GError             **error);
/* What stands at a point: the index of the bar, the cell (row × columns +
 * column), the slice …, or -1.  The same geometry as the drawing. */
gssize     toso_chart_pick               (const TosoChartKind *kind,
                                          gconstpointer        chart,
                                          double               width,
                                          double               height,
                                          double               x,
                                          double               y);
/* Where it stands; FALSE when it is not shown. */
gboolean   toso_chart_get_item           (const TosoChartKind *kind,
                                          gconstpointer        chart,
                                          double               width,
                                          double               height,
                                          gsize                i,
                                          TosoBox             *box);
typedef struct
{
  gsize   index;
  TosoBox box;
} TosoChartItem;

/* All that are shown. */
GArray    *toso_chart_list_items         (const TosoChartKind *kind, /* of TosoChartItem */
                                          gconstpointer        chart,
                                          double               width,
                                          double               height);
/* What one says: "Thôn 7 · 54,2 % · chậm"; NULL: there is no such item. */
char      *toso_chart_tell_item          (const TosoChartKind *kind,
                                          const TosoChartTable *table, /* of the same chart */
                                          gsize                i);
double     toso_chart_get_natural_height (const TosoChartKind *kind,
                                          gconstpointer        chart,
                                          double               width);
TosoChartTable *toso_chart_tabulate           (const TosoChartKind *kind,
                                          gconstpointer        chart);
/* The same in words, a line a row: for screen readers. */
char      *toso_chart_describe           (const TosoChartKind *kind,
                                          gconstpointer        chart);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoChartTable, toso_chart_table_free)

G_END_DECLS
