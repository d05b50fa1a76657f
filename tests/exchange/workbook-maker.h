/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Workbooks as other programs write them, a part at a time. */

typedef struct
{
  const char *name;
  const char *content;
} Part;

/* A zip of @parts, up to one without a name. */
GBytes *make_zip      (const Part *parts);
/* A workbook of one sheet: what stands within <worksheet>, and, unless they
 * are NULL, within <sst> and <styleSheet>. */
GBytes *make_workbook (const char *sheet,
                       const char *strings,
                       const char *styles);
/* The same from 1 January 1904. */
GBytes *make_workbook_of_1904 (const char *sheet,
                               const char *styles);

G_END_DECLS
