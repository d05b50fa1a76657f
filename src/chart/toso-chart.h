/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/* Pictures: plain numbers in, cairo out.  No domain words: every string that
 * is drawn comes from the caller, ready formatted. */

typedef struct
{
  double red, green, blue;
} TosoColor;

/* A meaning shown by mark, colour and pattern together. */
typedef enum
{
  TOSO_MARK_NONE,     /* hatched: no data */
  TOSO_MARK_CIRCLE,   /* ● teal */
  TOSO_MARK_DIAMOND,  /* ◆ blue */
  TOSO_MARK_TRIANGLE, /* ▲ ochre */
  TOSO_MARK_SQUARE,   /* ■ red */
  TOSO_MARK_RING,     /* ○ dim */
  TOSO_MARK_PLUS,     /* ✚ violet */
} TosoMark;

#define TOSO_N_MARKS 7

typedef enum
{
  TOSO_PALETTE_LIGHT,
  TOSO_PALETTE_DARK,
  TOSO_PALETTE_GRAY,
} TosoPaletteId;

typedef struct
{
  TosoColor view, text, dim, line, track, hatch, accent;
  TosoColor marks[TOSO_N_MARKS];
  gboolean  patterns; /* fill bars with the mark's pattern too */
} TosoPalette;

const TosoPalette *toso_palette_get (TosoPaletteId id);

/* Contrast of two colours by WCAG 2.1, 1 … 21. */
double toso_color_contrast (TosoColor a,
                            TosoColor b);

/* Draws one mark in a box of @size around (x, y). */
void toso_mark_draw (cairo_t           *cr,
                     const TosoPalette *palette,
                     TosoMark           mark,
                     double             x,
                     double             y,
                     double             size);

typedef struct
{
  const char *font_family; /* NULL: the default sans */
  double      font_size;   /* user units; 0: chosen from the size */
  const char *title;
  const char *subtitle;    /* as-of date, coverage, source: one line, or NULL */
  const char *watermark;   /* sample data: drawn on every picture; or NULL */
  const char *source;      /* where the figures are from, under the picture; or NULL */
  const char *corner;      /* at the end of that line: the number of a slide; or NULL */
  gboolean    has_accent;  /* the seal's red beside the title: slides */
} TosoChartFrame;

/* Figures of an axis in the words of the language. */
typedef char *(*TosoNumberFunc) (double value);

/* Bars against a target, all on one scale: the right edge is the target
 * (100 %), the tick is what is needed by now. */
typedef struct
{
  const char *label;
  gboolean    has_value;   /* FALSE: the whole track is hatched */
  double      share;       /* of the target; 1 = reached; may exceed */
  gboolean    has_pace;
  double      pace;        /* share needed by now */
  TosoMark    mark;
  const char *value_text;  /* "46,8 %" or "—" */
  const char *target_text; /* "≥ 70 %" */
  const char *state_text;  /* "chậm" */
  const char *note;        /* "38/41 thôn" */
  gboolean    is_bare;     /* has no target to be drawn against: its figure alone */
} TosoBar;

typedef struct
{
  TosoChartFrame frame;
  const TosoBar *bars;
  gsize          n_bars;
  const char    *label_heading, *scale_start, *scale_end, *value_heading,
      *target_heading, *state_heading, *note_heading; /* or NULL */
  const char    *legend_pace, *legend_missing;        /* or NULL */
  const char    *empty_text;                          /* drawn when there is no bar */
  const char    *legend_note;                         /* third item of the legend, or NULL */
} TosoBarChart;

typedef struct
{
  double x, y, width, height;
} TosoBox;

/* Geometry that drawing, picking and tests share.  Figures that are not finite
 * count as missing, shares below 0 as 0.  What the picture has no room for is
 * left out from the right: note, target, state word, track; then the last
 * rows, whose number is said ("+152").  A row that is left out has no box; a
 * track that is left out has no width. */
gboolean toso_bar_chart_get_row (const TosoBarChart *chart,
                                 double              width,
                                 double              height,
                                 gsize               i,
                                 TosoBox            *row,
                                 TosoBox            *track);
gssize   toso_bar_chart_pick    (const TosoBarChart *chart,
                                 double              width,
                                 double              height,
                                 double              x,
                                 double              y);
void     toso_bar_chart_draw    (const TosoBarChart *chart,
                                 const TosoPalette  *palette,
                                 cairo_t            *cr,
                                 double              width,
                                 double              height);
double   toso_bar_chart_natural_height (const TosoBarChart *chart,
                                        double              width);
char    *toso_bar_chart_describe (const TosoBarChart *chart);

/* The bar of one row alone (track, bar, pace tick), for lists on screen. */
void     toso_bar_draw           (const TosoBar     *bar,
                                  const TosoPalette *palette,
                                  cairo_t           *cr,
                                  double             width,
                                  double             height);

/* Any picture to a file in memory. */
typedef enum
{
  TOSO_PICTURE_PNG,
  TOSO_PICTURE_SVG,
  TOSO_PICTURE_PDF,
} TosoPictureFormat;

typedef void (*TosoDrawFunc) (gconstpointer      chart,
                              const TosoPalette *palette,
                              cairo_t           *cr,
                              double             width,
                              double             height);

GBytes  *toso_picture_render     (TosoDrawFunc       draw,
                                  gconstpointer      chart,
                                  const TosoPalette *palette,
                                  TosoPictureFormat  format,
                                  double             width,
                                  double             height,
                                  GError           **error);

/* Pages of one size, of a PDF. */
typedef void (*TosoDrawPageFunc) (gconstpointer      data,
                                  guint              page,
                                  const TosoPalette *palette,
                                  cairo_t           *cr,
                                  double             width,
                                  double             height);

GBytes  *toso_picture_render_pages (TosoDrawPageFunc   draw,
                                    gconstpointer      data,
                                    const TosoPalette *palette,
                                    guint              n_pages,
                                    double             width,
                                    double             height,
                                    GError           **error);

G_END_DECLS
