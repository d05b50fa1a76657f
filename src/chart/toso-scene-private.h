/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-chart-kind.h"
#include "chart/toso-chart-pages.h"
#include "chart/toso-chart-private.h"

G_BEGIN_DECLS

#define TOSO_TEXT_SIZE 0.93 /* of rows and axes, in em */
#define TOSO_NOTE_SIZE 0.86 /* of headings, legends */
#define TOSO_GAP       0.86

/* Something that can be pointed at. */
typedef struct
{
  gsize   index;
  TosoBox box;
} TosoItem;

typedef enum
{
  TOSO_KEY_MARK,
  TOSO_KEY_SWATCH, /* filled as areas of the mark are */
  TOSO_KEY_HATCH,
  TOSO_KEY_TICK,
  TOSO_KEY_RING,
  TOSO_KEY_LINE,
  TOSO_KEY_DASHES,
  TOSO_KEY_TEXT,   /* no picture */
} TosoKeyShape;

typedef struct
{
  TosoKeyShape shape;
  TosoMark     mark;
  TosoBox      box;
} TosoKey;

/* Where everything of a picture stands.  Drawing, picking and tests all ask
 * here, so that they cannot disagree.  Kinds put it first in their own layout. */
typedef struct
{
  const TosoChartKind *kind;
  gconstpointer        chart;
  double               width, height;
  double               em;
  GArray              *items; /* of TosoItem */
  GArray              *keys;  /* of TosoKey: the legend's pictures */
  GPtrArray           *labels;
  TosoCompositor      *compositor;
} TosoScene;

/* Where a chart keeps what it has one of a row (and a column): offsets within
 * its struct. */
typedef struct
{
  gsize chart_size;
  gsize rows, n_rows, row_size;
  gsize n_columns; /* 0: none */
} TosoChartRows;

struct _TosoChartKind
{
  gsize    scene_size;
  double   (*choose_em)      (gconstpointer      chart,
                              double             width,
                              double             height);
  void     (*lay_out)        (TosoScene         *scene);
  void     (*clear)          (TosoScene         *scene); /* or NULL */
  void     (*draw)           (const TosoScene   *scene,
                              const TosoPalette *palette,
                              cairo_t           *cr);
  /* NULL: by the boxes of the items */
  gssize   (*pick)           (const TosoScene   *scene,
                              double             x,
                              double             y);
  gboolean (*get_item)       (const TosoScene   *scene,
                              gsize              i,
                              TosoBox           *box);
  double   (*natural_height) (gconstpointer      chart,
                              double             width);
  void     (*tabulate)       (gconstpointer      chart,
                              TosoChartTable         *table);
  const char *(*get_empty_text) (gconstpointer chart);

  /* Of a chart that may be spread over pages; no chart_size: of one that may not. */
  TosoChartRows rows;
  double   smallest_text; /* in em; 0: TOSO_NOTE_SIZE */
  /* What else differs in the part @page->chart of @whole, or NULL. */
  void     (*cut)            (TosoChartPage     *page,
                              gconstpointer      whole);
  /* Other shapes of it that may take fewer pages; FALSE when there is none more.
   * Or NULL. */
  gboolean (*vary)           (gpointer           chart,
                              guint              attempt);
  /* Rows that stay together on a page, or NULL for one. */
  gsize    (*get_step)       (gconstpointer      chart);
  /* Nothing was left out for want of room; NULL: by the items and their names. */
  gboolean (*is_whole)       (const TosoScene   *scene);
};

/* The parts of a picture, from top to bottom: title, @head, @content, @foot,
 * source. */
typedef struct
{
  double  head_height, foot_height; /* wanted; 0 for none */
  double  wanted;                   /* least of content for which the rest is kept */
  TosoBox content, head, foot;      /* no height: left out */
} TosoDivision;

TosoScene *toso_scene_new       (const TosoChartKind *kind,
                                 gconstpointer        chart,
                                 double               width,
                                 double               height);
void       toso_scene_free      (TosoScene           *scene);
void       toso_scene_divide    (TosoScene           *scene,
                                 TosoDivision        *division);
void       toso_scene_add_item  (TosoScene           *scene,
                                 gsize                index,
                                 TosoBox              box);
/* The sentence of a picture that has nothing to show. */
void       toso_scene_add_empty (TosoScene           *scene,
                                 const char          *text,
                                 const TosoBox       *box);
/* "+12": what there is no room for. */
TosoLabel *toso_scene_add_more  (TosoScene           *scene,
                                 gsize                n,
                                 TosoBox              box);
/* Puts a key and its text at *@x of @foot and moves on; FALSE, and nothing is
 * put, where it does not fit. */
gboolean   toso_scene_add_key   (TosoScene           *scene,
                                 const TosoBox       *foot,
                                 double              *x,
                                 TosoKeyShape         shape,
                                 TosoMark             mark,
                                 const char          *text);
void       toso_scene_draw      (const TosoScene     *scene,
                                 const TosoPalette   *palette,
                                 cairo_t             *cr);

/* --- tables --- */

void       toso_chart_table_set_headings (TosoChartTable        *table,
                                    guint             n_names,
                                    guint             n,
                                    const char *const *headings);
void       toso_chart_table_add          (TosoChartTable        *table,
                                    const char *const *cells); /* NULL for "" */
void       toso_chart_table_add_note     (TosoChartTable        *table,
                                    const char       *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoScene, toso_scene_free)

G_END_DECLS
