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
} TosoPlacedLine;

typedef struct
{
  double x1, y1, x2, y2;
} TosoRule;

#define TOSO_RULE_WIDTH 0.75

typedef struct
{
  TosoRole    role;
  double      gap; /* before it; none at the top of a page */
  double      height;
  gboolean    keep; /* on the page of the next unit */
  guint       n_parts; /* paragraphs in it, when it is not a table's */
  guint       block; /* units of one paragraph or table have one number */
  int         outline_level;
  const char *outline_title; /* first unit of a block in the outline; owned by its paragraph */
  GArray     *lines; /* of TosoPlacedLine */
  GArray     *rules; /* of TosoRule, or NULL */
} TosoUnit;

/* A unit where it stands. */
typedef struct
{
  guint  unit;
  double y; /* from the top margin */
} TosoPlacedUnit;

/* What the composers of the parts write into. */
typedef struct
{
  const TosoProfile *profile;
  TosoTypesetter    *typesetter;
  GPtrArray         *paragraphs; /* of TosoParagraph: owns every text */
  GPtrArray         *units;      /* of TosoUnit */
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
void           toso_composer_take       (TosoComposer   *self,
                                         TosoUnit       *unit,
                                         double          room);

void           toso_compose_header      (TosoComposer    *self,
                                         const TosoPaper *paper);
void           toso_compose_blocks      (TosoComposer    *self,
                                         const TosoPaper *paper);
void           toso_compose_table       (TosoComposer    *self,
                                         const TosoBlock *block,
                                         double           gap);
void           toso_compose_signature   (TosoComposer    *self,
                                         const TosoPaper *paper);

GPtrArray     *toso_make_pages          (GPtrArray       *units,
                                         double           height); /* of GArray of TosoPlacedUnit */

G_END_DECLS
