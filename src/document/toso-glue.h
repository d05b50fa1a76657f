/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which neighbouring words stay on one line.  Vietnamese breaks at the spaces
 * between syllables and nowhere else; some of those spaces hold together too. */

typedef struct
{
  int      start, end; /* bytes */
  int      next;       /* where the next word starts: after the spaces */
  int      width;      /* of [start, end); any unit */
  int      space;      /* width of [end, next) */
  gboolean glued;      /* no line break between this word and the next */
  gboolean is_leader;  /* dots to write on: a line may end at any of them */
} TosoWord;

/* Words of @text, separated by U+0020, widths not yet known. */
GArray *toso_glue_split (const char *text);
void    toso_glue_mark  (const char *text,
                         GArray     *words);

G_END_DECLS
