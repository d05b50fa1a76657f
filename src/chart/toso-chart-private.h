/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "chart/toso-chart.h"

G_BEGIN_DECLS

#define TOSO_MARK_SIZE(em) ((em) * 0.86) /* beside text */
#define TOSO_ACCENT        0.55          /* of the title's room, in em */

/* --- ink --- */

void toso_ink_set        (cairo_t           *cr,
                          TosoColor          color);
void toso_ink_fill_box   (cairo_t           *cr,
                          TosoColor          color,
                          const TosoBox     *box);
/* A hairline that falls on whole pixels where the picture has pixels. */
void toso_ink_hairline   (cairo_t           *cr,
                          TosoColor          color,
                          double             x,
                          double             y,
                          double             length);
/* Fills @box with what stands for @mark: colour, and its pattern where the
 * palette asks for patterns. @unit: a length that patterns scale with. */
void toso_ink_fill_mark  (cairo_t           *cr,
                          const TosoPalette *palette,
                          TosoMark           mark,
                          const TosoBox     *box,
                          double             unit);
/* The same for an area that lies on others of its kind, with its pattern in
 * colour too, and an edge of its own where it is hollow. */
void toso_ink_fill_area  (cairo_t           *cr,
                          const TosoPalette *palette,
                          TosoMark           mark,
                          const TosoBox     *box,
                          double             unit);
/* The pattern of @mark over what is clipped to, within @box. */
void toso_ink_fill_pattern (cairo_t           *cr,
                          const TosoPalette *palette,
                          TosoMark           mark,
                          const TosoBox     *box,
                          double             unit);
void toso_ink_line       (cairo_t           *cr,
                          TosoColor          color,
                          double             x1,
                          double             y1,
                          double             x2,
                          double             y2,
                          double             width,
                          gboolean           dashed);
/* "No data": outlined and hatched, nothing else. */
void toso_ink_fill_hatch (cairo_t           *cr,
                          const TosoPalette *palette,
                          const TosoBox     *box,
                          double             unit);

/* A figure that may reach cairo: @fallback when it is not finite. */
double toso_finite       (double             value,
                          double             fallback);
gboolean toso_size_is_drawable (double       width,
                                double       height);

/* By WCAG 2.1, 0 … 1. */
double    toso_color_get_luminance (TosoColor color);
TosoColor toso_color_mix (TosoColor          a,
                          TosoColor          b,
                          double             share);
/* The quiet ground of a mark: tiles and cells. */
TosoColor toso_palette_get_ground (const TosoPalette *palette,
                          TosoMark           mark);

/* --- text --- */

typedef enum
{
  TOSO_PART_TITLE,
  TOSO_PART_SUBTITLE,
  TOSO_PART_SOURCE,
  TOSO_PART_CORNER,
  TOSO_PART_WATERMARK,
  TOSO_PART_HEADING,
  TOSO_PART_LABEL,
  TOSO_PART_VALUE,
  TOSO_PART_TARGET,
  TOSO_PART_STATE,
  TOSO_PART_NOTE,
  TOSO_PART_LEGEND,
  TOSO_PART_AXIS,
  TOSO_PART_MORE,
  TOSO_PART_EMPTY,
} TosoPart;

typedef enum
{
  TOSO_INK_TEXT,
  TOSO_INK_DIM,
  TOSO_INK_MARK, /* the colour of TosoLabel.mark */
  TOSO_INK_VIEW, /* on a filled ground */
  TOSO_INK_OWN,  /* TosoLabel.color */
} TosoInk;

/* A text and the box it keeps to: set once by the layout, then drawn, picked
 * and tested. Ellipsised at the end of its last line. */
typedef struct
{
  TosoPart       part;
  gssize         item; /* row it belongs to, or -1 */
  char          *text;
  TosoBox        box;
  double         size;
  gboolean       bold;
  TosoInk        ink;
  TosoMark       mark;
  TosoColor      color;
  PangoAlignment align;
  int            lines; /* at most */
  gboolean       plate; /* the view's colour behind the text: over lines and hatches */
} TosoLabel;

typedef struct
{
  PangoContext         *context;
  PangoLayout          *layout;
  PangoFontDescription *font;
  PangoAttrList        *features;
  GHashTable           *lines; /* texts that were measured, to be drawn as they are */
} TosoCompositor;

TosoCompositor *toso_compositor_new         (const char      *family);
void            toso_compositor_free        (TosoCompositor  *self);
double          toso_compositor_line_height (TosoCompositor  *self,
                                             double           size);
/* Width on one line, rounded up. */
double          toso_compositor_width       (TosoCompositor  *self,
                                             const char      *text,
                                             double           size,
                                             gboolean         bold);
int             toso_compositor_count_lines (TosoCompositor  *self,
                                             const char      *text,
                                             double           size,
                                             gboolean         bold,
                                             double           width);
void            toso_compositor_draw        (TosoCompositor  *self,
                                             cairo_t         *cr,
                                             const TosoPalette *palette,
                                             const TosoLabel *label);

GPtrArray      *toso_labels_new             (void);
/* Takes a copy of @text, made valid and cut to a length that can be drawn; NULL
 * or "" adds nothing and gives NULL. The label is dim, left-aligned, one line;
 * the caller changes what differs. */
TosoLabel      *toso_labels_add             (GPtrArray       *labels,
                                             TosoPart         part,
                                             gssize           item,
                                             const char      *text,
                                             double           size,
                                             TosoBox          box);
void            toso_labels_draw            (GPtrArray       *labels,
                                             TosoCompositor  *compositor,
                                             cairo_t         *cr,
                                             const TosoPalette *palette);

/* --- frame --- */

/* Title, subtitle and watermark over the picture; lowers the top of @content
 * by what they take. A watermark is never left out. */
void            toso_frame_layout           (const TosoChartFrame *frame,
                                             GPtrArray       *labels,
                                             TosoCompositor  *compositor,
                                             double           em,
                                             gboolean         titles,
                                             TosoBox         *content);
double          toso_frame_margin           (double           em,
                                             double           width,
                                             double           height);


/* Heights in em: of all that is not rows, of a row at ease, of the lowest row. */
typedef struct
{
  double frame, roomy, tight;
} TosoRowSizes;

double          toso_frame_choose_em        (const TosoChartFrame *frame,
                                             gsize            n_rows,
                                             const TosoRowSizes *rows,
                                             double           width,
                                             double           height);
/* Whether its letters must have a size. */
gboolean        toso_frame_has_font_size    (const TosoChartFrame *frame);
double          toso_frame_natural_em       (const TosoChartFrame *frame,
                                             double           width);
/* Of a picture that takes @lines em beside its source line. */
double          toso_frame_natural_height   (const TosoChartFrame *frame,
                                             double           width,
                                             double           lines);

/* --- words --- */

/* Adds @text after @separator, which is left out at the beginning; nothing for
 * NULL and "". */
void            toso_words_add              (GString         *words,
                                             const char      *separator,
                                             const char      *text);
void            toso_frame_describe         (const TosoChartFrame *frame,
                                             GString         *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoCompositor, toso_compositor_free)

G_END_DECLS
