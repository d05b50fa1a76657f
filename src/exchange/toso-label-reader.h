/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds of labels, the outermost first (Decree 30/2020/NĐ-CP, Annex I, Part
 * I, II.6: Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm). */
typedef enum {
  TOSO_LABEL_NONE,
  TOSO_LABEL_PART,
  TOSO_LABEL_CHAPTER,
  TOSO_LABEL_DIVISION,
  TOSO_LABEL_SUBDIVISION,
  TOSO_LABEL_CAPITAL, /* A. */
  TOSO_LABEL_ARTICLE,
  TOSO_LABEL_ROMAN,
  TOSO_LABEL_ARABIC,
  TOSO_LABEL_DECIMAL, /* 1.1.; deeper ones follow: + 1, + 2 … */
  TOSO_LABEL_POINT = TOSO_LABEL_DECIMAL + 8,
  TOSO_LABEL_SMALL_ROMAN, /* ii), below a) */
} TosoLabelKind;

typedef struct
{
  int      kind;   /* TosoLabelKind */
  guint    number; /* its place in the row, from 1 */
  gsize    length; /* bytes of the text that are the label */
  gboolean alone;  /* nothing follows on the line */
} TosoLabel;

/* @text begins at a word; kind is TOSO_LABEL_NONE when no label is there. */
TosoLabel toso_label_read (const char *text);
gboolean  toso_is_bullet (const char *text);
/* Spaces of any kind, the no-break space among them */
const char *toso_skip_spaces (const char *text);
/* "i)", "v)", "x)": a point of its row, or a small Roman number.  0 when it
 * cannot be one. */
guint toso_label_small_roman (const char *text);
/* Without the bullet and the spaces after it. */
const char *toso_skip_bullet (const char *text);
gboolean    toso_is_all_capitals (const char *text);

G_END_DECLS
