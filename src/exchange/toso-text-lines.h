/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A plan is a few hundred lines.  More than this is something else, and would
 * only fill the memory. */
#define TOSO_MAX_TEXT_LINES 400000

/* A printed line that is not empty, as bytes of the source. */
typedef struct
{
  guint32 left;           /* of the line, the spaces before it included */
  guint32 start;          /* without the spaces around */
  guint32 end;
  guint32 number;         /* from 1 */
  guint16 blank;          /* empty lines before it */
  guint16 page_break : 1; /* a form feed before it */
  guint16 noise : 1;      /* not of the text: a stamp, a page number */
  guint16 table : 1;      /* stands as printed, never joined with another */
  guint16 row : 1;        /* a table's row begins here */
  guint16 part : 1;       /* goes on the row before */
} TosoTextLine;

/* What is left out of the text, for a remark. */
typedef enum {
  TOSO_NOISE_NONE,
  TOSO_NOISE_STAMP, /* 2026-01-10T14:13:11+0700 */
  TOSO_NOISE_LINK,  /* a link's target, given again by a PDF */
  TOSO_NOISE_PAGE_NUMBER,
  TOSO_NOISE_RULE, /* _____ */
} TosoNoise;

typedef struct
{
  const char *source; /* not owned; UTF-8 */
  gsize       length;
  GArray     *lines;        /* of TosoTextLine */
  GArray     *noises;       /* of TosoNoise, for each line */
  GHashTable *rows;         /* line → what the row that begins there reads as */
  double      wrap;         /* where the lines were wrapped, in ems / 1000; 0: they were not */
  gboolean    gaps_tell;    /* an empty line ends a paragraph, and only that */
  gboolean    indents_tell; /* the first line of a paragraph is indented */
  guint       base_indent;  /* of a paragraph's other lines */
} TosoText;

/* NULL when there are too many lines. */
TosoText     *toso_text_new (const char *source,
                             gsize       length);
void          toso_text_free (TosoText *text);
TosoTextLine *toso_text_line (const TosoText *text,
                              guint           index);
char         *toso_text_dup_line (const TosoText *text,
                                  guint           index); /* NFC */
char         *toso_text_dup (const TosoText *text,
                             gsize           start,
                             gsize           end); /* NFC */
void          toso_text_find_noise (TosoText *text);
/* How the lines were broken. */
void toso_text_measure (TosoText *text);

/* In ems / 1000 of Times, the typeface of the decree. */
double toso_text_width (const char *text);
guint  toso_text_indent (const TosoText *text,
                         guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoText, toso_text_free)

G_END_DECLS
