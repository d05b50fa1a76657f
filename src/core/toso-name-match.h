/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* People's names as somebody wrote them down, one a line, found among those of
 * a list: "3. Ông Lê Văn Út (Thôn 7)", with or without marks. */

typedef enum
{
  TOSO_NAME_UNKNOWN, /* nobody on the list is called so */
  TOSO_NAME_FOUND,
  TOSO_NAME_ASKED,   /* several are, or one whose marks differ */
} TosoNameState;

typedef struct
{
  char         *typed; /* the name alone, squeezed */
  char         *place; /* what stood after it, or "" */
  TosoNameState state;
  GArray       *found; /* of guint: who it may be, as places in the list */
} TosoNameMatch;

/* @places: beside @names, where each is from ("Tổ CNSCĐ Thôn 7"); tells people
 * of the same name apart. */
GPtrArray *toso_name_match_lines (const char        *text,
                                  const char *const *names,
                                  const char *const *places,
                                  guint              n_names); /* of TosoNameMatch */

G_END_DECLS
