/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/toso-scene-private.h"

G_BEGIN_DECLS

/* Rows with a name, a plot and columns of text: the geometry that bars,
 * rankings, bullets and time lines share.  All lengths in em. */

#define TOSO_ROW_CELLS 5

typedef struct
{
  const char *label;
  const char *cells[TOSO_ROW_CELLS];
  TosoMark    mark;
} TosoRow;

typedef struct
{
  TosoPart    part;
  const char *heading;   /* or NULL */
  gboolean    is_left;   /* before the names */
  gboolean    is_number; /* ends at the right */
  gboolean    bold;
  TosoInk     ink;
  int         keep;      /* the least is given up first; TOSO_KEEP stays */
} TosoRowColumn;

#define TOSO_KEEP      G_MAXINT
#define TOSO_ROW_LINES 4 /* of a name, at most */

typedef struct
{
  guint         n_columns;
  TosoRowColumn columns[TOSO_ROW_CELLS];
  int           mark_column;   /* the mark stands before its text; -1: no marks */
  const char   *label_heading; /* or NULL */
  double        gap;           /* between columns */
  double        tight, roomy, natural; /* row heights: one line; two lines; in a picture of natural height */
  double        min_label, min_plot;
  double        label_share;   /* of the room, at most, for names … */
  double        good_plot;     /* … or what this leaves, when it is more */
  double        under;         /* kept free under the texts where rows are high enough */
  gboolean      wants_head, wants_foot;
} TosoRowStyle;

typedef struct
{
  TosoScene    scene;
  TosoRowStyle style;
  GArray      *rows;       /* of TosoRow; set before laying out */
  gboolean     has_total;  /* the last row is one that stays; then: is shown */

  TosoDivision parts;
  gsize        n_shown;    /* rows, the total not counted */
  TosoBox      plot;       /* of the rows shown; no width: left out */
  double       mark_x;     /* centre; negative: left out */
  double       head_line;  /* hairline over the rows */
  double       label_width;
  double       widths[TOSO_ROW_CELLS], xs[TOSO_ROW_CELLS]; /* no width: left out */
  double       mark_width;
  double        under; /* in user units; 0: rows are too low */
} TosoRowLayout;

void     toso_rows_init    (TosoRowLayout  *layout,
                            TosoRowStyle    style);
void     toso_rows_add     (TosoRowLayout  *layout,
                            TosoRow         row);
/* Divides the picture, places columns and rows, adds all their texts. */
void     toso_rows_lay_out (TosoRowLayout  *layout);
void     toso_rows_clear   (TosoScene      *scene);
/* Box of the k-th row shown. */
TosoBox  toso_rows_get_box (const TosoRowLayout *layout,
                            gsize           k);
/* Its index in the chart. */
gsize    toso_rows_get_index (const TosoRowLayout *layout,
                            gsize           k);

G_END_DECLS
