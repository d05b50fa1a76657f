/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/toso-document.h"
#include "document/toso-typeset-private.h"

G_BEGIN_DECLS

/* Lines to pages.  A unit is what a page break never goes through: a line of
 * text, a table row, the header, the signature block.  Points; origin at the
 * unit's top, x from the left margin. */

typedef enum {
  TOSO_ROLE_PARAGRAPH,
  TOSO_ROLE_HEADING,
  TOSO_ROLE_TABLE_HEAD,
  TOSO_ROLE_TABLE_ROW,
} TosoRole;

typedef struct
{
  const TosoLine *line;
  double          x, baseline;
  guint           part; /* table: cell; else number of the paragraph in the unit */
  gboolean        red;  /* a stamp's ink, else black */
} TosoPlacedLine;

typedef struct
{
  double   x1, y1, x2, y2;
  gboolean red;
} TosoRule;

#define TOSO_RULE_WIDTH 0.75

/* A picture, or a drawing kept as one: what it is of, in its own units, and how
 * large it stands on the paper. */
typedef struct
{
  cairo_surface_t *surface; /* owned */
  double           width, height;
  double           top; /* what of it is not shown above */
  double           x, y, scale;
} TosoPlacedPicture;

typedef struct
{
  TosoRole    role;
  double      gap; /* before it; none at the top of a page */
  double      height;
  gboolean    keep; /* on the page of the next unit */
  gboolean    is_figure; /* may be made smaller, or let text go before it, to fill a page */
  guint       n_parts; /* paragraphs in it, when it is not a table's */
  guint       row;   /* of a table: the first that is in it */
  guint       block; /* units of one paragraph or table have one number */
  int         outline_level;
  const char *outline_title; /* first unit of a block in the outline; not owned */
  GArray     *lines; /* of TosoPlacedLine */
  GArray     *rules; /* of TosoRule, or NULL */
  GArray     *pictures; /* of TosoPlacedPicture, or NULL */
  guint       first_note, n_notes; /* of the part's notes: on the page of this unit */
} TosoUnit;

/* A figure in the text of a block, or in a cell of a table. */
typedef struct
{
  guint block;
  guint row, column, n_columns; /* of a table; n_columns 0: of a paragraph */
  int   start, end;             /* bytes of the paragraph */
  char *source;
} TosoSourceMark;

/* A unit where it stands. */
typedef struct
{
  guint  unit;
  double y; /* from the top margin */
} TosoPlacedUnit;

/* What the composers of the parts write into. */
typedef struct
{
  const TosoProfile *profile;    /* of the part that is being composed */
  TosoTypesetter    *typesetter;
  GPtrArray         *paragraphs; /* of TosoParagraph: owns every text */
  GArray            *sources;    /* of TosoSourceMark */
  GHashTable        *keys;       /* of blocks and annexes → number, of units */
  GPtrArray         *strings;    /* of char *: titles of the outline that are no paragraph */
  GPtrArray         *units;      /* of TosoUnit: of the part */
  GPtrArray         *notes;      /* of TosoUnit: at the foot of its pages */
  cairo_surface_t   *signature, *seal; /* or NULL */
  guint              n_blocks;
} TosoComposer;

double         toso_profile_get_text_width  (const TosoProfile *profile);
double         toso_profile_get_text_height (const TosoProfile *profile);

TosoUnit      *toso_unit_new            (TosoRole        role,
                                         double          gap);
void           toso_unit_free           (gpointer        data);
void           toso_unit_add_rule       (TosoUnit       *self,
                                         double          x1,
                                         double          y1,
                                         double          x2,
                                         double          y2);
double         toso_unit_add_lines      (TosoUnit       *self,
                                         const TosoParagraph *paragraph,
                                         double          x,
                                         double          y,
                                         double          pitch,
                                         guint           part);

/* @crop: the part of the picture that is shown, in its own units. */
void           toso_unit_add_picture    (TosoUnit       *self,
                                         cairo_surface_t *surface,
                                         cairo_rectangle_t crop,
                                         double          x,
                                         double          y,
                                         double          scale);
void           toso_unit_shrink         (TosoUnit       *self,
                                         double          by);
double         toso_unit_add_rule_under (TosoUnit       *self,
                                         const TosoParagraph *paragraph,
                                         double          share);

/* What comes next is called so; NULL: it has no name. */
void           toso_composer_name       (TosoComposer   *self,
                                         const char     *key);
TosoParagraph *toso_composer_shape      (TosoComposer   *self,
                                         const char     *text,
                                         double          size,
                                         TosoFace        face);
TosoParagraph *toso_composer_set        (TosoComposer   *self,
                                         const char     *text,
                                         double          size,
                                         TosoFace        face,
                                         double          width,
                                         TosoAlign       align);
double         toso_composer_get_baseline (TosoComposer *self,
                                         double          size);
double         toso_composer_add_centered (TosoComposer *self,
                                         TosoUnit       *unit,
                                         TosoParagraph **out_paragraph,
                                         const char     *text,
                                         TosoStyle       style,
                                         double          x,
                                         double          width,
                                         double          y);
void           toso_composer_take       (TosoComposer   *self,
                                         TosoUnit       *unit,
                                         double          room);

void           toso_compose_header      (TosoComposer    *self,
                                         const TosoPaper *paper);
void           toso_compose_annex_head  (TosoComposer    *self,
                                         const TosoAnnex *annex);
void           toso_compose_blocks      (TosoComposer    *self,
                                         GPtrArray       *blocks);
void           toso_compose_sources     (TosoComposer    *self,
                                         const TosoBlock *block,
                                         guint            number,
                                         const char      *text,
                                         guint            first_note);
void           toso_compose_cell_sources (TosoComposer   *self,
                                         const TosoBlock *block,
                                         guint            number,
                                         guint            n_columns);
void           toso_compose_figure      (TosoComposer    *self,
                                         const TosoBlock *block,
                                         double           gap);
void           toso_compose_stamp       (TosoComposer    *self,
                                         TosoUnit        *unit,
                                         const char      *text);
/* The text with the numbers of its notes in it; @marks: of int, the byte after
 * each. */
char          *toso_compose_notes       (TosoComposer    *self,
                                         const TosoBlock *block,
                                         int             *bold_length,
                                         GArray         **marks);
void           toso_compose_tall_notes  (TosoComposer    *self,
                                         guint            first);
double         toso_notes_get_height    (GPtrArray       *notes,
                                         guint            first,
                                         guint            n,
                                         gboolean         with_rule);
void           toso_compose_table       (TosoComposer    *self,
                                         const TosoBlock *block,
                                         double           gap);
TosoUnit      *toso_compose_address     (TosoComposer    *self,
                                         const TosoPaper *paper);
void           toso_compose_addressees  (TosoComposer    *self,
                                         const TosoPaper *paper);
void           toso_compose_circulation (TosoComposer    *self,
                                         TosoUnit        *unit,
                                         const char      *text);
void           toso_compose_urgency     (TosoComposer    *self,
                                         TosoUnit        *unit,
                                         const char      *text,
                                         double           y);
void           toso_compose_signature   (TosoComposer    *self,
                                         const TosoPaper *paper);

GPtrArray     *toso_make_pages          (GPtrArray       *units,
                                         GPtrArray       *notes,
                                         double           first_height,
                                         double           height); /* of GArray of TosoPlacedUnit */

/* Broken, huge or no PNG: refused, with the sentence that says what to do. */
gboolean       toso_picture_load        (GBytes          *bytes,
                                         cairo_surface_t **surface,
                                         GError         **error);
double         toso_picture_get_size    (GBytes          *bytes,
                                         double           otherwise);

G_END_DECLS
