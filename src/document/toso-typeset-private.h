/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "document/toso-glue.h"

G_BEGIN_DECLS

/* Text to lines.  A paragraph is shaped once and broken once; its lines are
 * ranges of the shaped glyphs.
 *
 * A face is loaded in one size only, the body's, and text of another size is
 * scaled when it is drawn: to find a font costs more than to set a page.
 * Integer widths in here are Pango units of that size; all in double is points
 * on paper. */

typedef enum {
  TOSO_FACE_REGULAR = 0,
  TOSO_FACE_BOLD = 1 << 0,
  TOSO_FACE_ITALIC = 1 << 1,
} TosoFace;

typedef struct
{
  double   size; /* points */
  TosoFace face;
} TosoStyle;

typedef enum {
  TOSO_ALIGN_LEFT,
  TOSO_ALIGN_CENTER,
  TOSO_ALIGN_RIGHT,
  TOSO_ALIGN_JUSTIFY,
} TosoAlign;

typedef enum {
  TOSO_BREAK_PLAIN = 0,
  TOSO_BREAK_NO_LONELY = 1 << 0, /* never one syllable alone on the last line */
  TOSO_BREAK_BALANCED = 1 << 1,  /* lines of about one length */
} TosoBreakFlags;

typedef struct
{
  PangoItem        *item;
  PangoGlyphString *glyphs;
  int               used; /* glyphs already given to a line */
} TosoPiece;

/* The part of a piece that stands on one line. */
typedef struct
{
  const TosoPiece *piece;
  int              first_glyph, n_glyphs;
  int              offset, length, n_chars; /* of the paragraph's text */
  int              width;
} TosoRun;

typedef struct
{
  int   start, end; /* bytes of the paragraph's text */
  char *uri;
} TosoLink;

typedef struct
{
  TosoStyle  style;
  double     scale; /* from the size that the glyphs have to the style's */
  char      *text;
  int        length;
  int       *advances; /* by byte; NULL once broken */
  GArray    *pieces;   /* of TosoPiece */
  GArray    *words;    /* of TosoWord; NULL once broken */
  GArray    *links;    /* of TosoLink, or NULL */
  GArray    *runs;     /* of TosoRun, all lines */
  GArray    *lines;    /* of TosoLine */
} TosoParagraph;

typedef struct
{
  const TosoParagraph *paragraph;
  guint                first_run, n_runs;
  int                  start, end; /* bytes, without the spaces at the end */
  int                  x;          /* from the column's left edge */
  int                  width;
} TosoLine;

typedef struct _TosoTypesetter TosoTypesetter;

TosoTypesetter *toso_typesetter_new         (const char     *family,
                                             double          size);
void            toso_typesetter_free        (TosoTypesetter *self);
const char     *toso_typesetter_get_missing (TosoTypesetter *self);
char           *toso_typesetter_clean       (const char     *text);
gboolean        toso_text_is_blank          (const char     *text);
TosoParagraph  *toso_typesetter_shape       (TosoTypesetter *self,
                                             const char     *text,
                                             TosoStyle       style,
                                             int             bold_length);

void            toso_paragraph_free         (TosoParagraph  *self);
double          toso_paragraph_get_min_width (TosoParagraph *self);
double          toso_paragraph_get_max_width (TosoParagraph *self);
guint           toso_paragraph_count_lines  (TosoParagraph *self,
                                             double         width);
double          toso_paragraph_get_width_for (TosoParagraph *self,
                                             guint           n_lines);
double          toso_paragraph_get_width_to (TosoParagraph  *self,
                                             int             end); /* before it is broken */
void            toso_paragraph_break        (TosoParagraph  *self,
                                             double          width,
                                             double          indent,
                                             TosoAlign       align,
                                             TosoBreakFlags  flags);
void            toso_line_draw              (const TosoLine *self,
                                             cairo_t        *cr,
                                             double          x,
                                             double          baseline);

void            toso_line_link              (const TosoLine *self,
                                             cairo_t        *cr,
                                             double          x,
                                             double          baseline);
/* Where the bytes [start, end) of the paragraph are on the line, points from the
 * column's left edge; FALSE: on another. */
gboolean        toso_line_get_span          (const TosoLine *self,
                                             int             start,
                                             int             end,
                                             double         *x1,
                                             double         *x2);
void            toso_line_add_path          (const TosoLine *self,
                                             cairo_t        *cr,
                                             double          x,
                                             double          baseline);

static inline double
toso_line_get_x (const TosoLine *self)
{
  return self->x * self->paragraph->scale / PANGO_SCALE;
}

static inline double
toso_line_get_width (const TosoLine *self)
{
  return self->width * self->paragraph->scale / PANGO_SCALE;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoTypesetter, toso_typesetter_free)

G_END_DECLS
