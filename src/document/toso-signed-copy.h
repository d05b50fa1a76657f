/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/toso-date.h"

G_BEGIN_DECLS

/* What the head of a paper's first page says, whether it was typeset or
 * stamped on later. */
typedef struct
{
  char    *number; /* "05"; NULL: not there */
  char    *symbol; /* "BC-UBND"; NULL: not there */
  TosoDate date;   /* all zero: not there */
} TosoPaperMark;

void       toso_paper_mark_clear    (TosoPaperMark *mark);
gboolean   toso_paper_mark_read     (TosoPaperMark *mark,
                                     GBytes        *pdf,
                                     const char    *name,
                                     GError       **error);

typedef struct
{
  gboolean added; /* else it was taken out */
  guint    page;  /* from 1; of the file that has it */
  char    *text;
} TosoCopyChange;

void       toso_copy_change_free    (TosoCopyChange *change);
/* How the text of @copy differs from @original's, line by line; number, date
 * and what signing puts on top are no difference. (element-type TosoCopyChange) */
GPtrArray *toso_signed_copy_compare (GBytes        *original,
                                     GBytes        *copy,
                                     const char    *name,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
