/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* Small choices that belong to the year: which slides a meeting shows, how
 * large the room is.  @name: of [a-z0-9-.:]. */

/* NULL, and no error, where nothing was chosen. */
char     *toso_year_get_setting  (TosoYear    *self,
                                  const char  *name,
                                  GError     **error);
/* One command.  @value NULL or "" takes the choice back; the same value again
 * is no command.  @title: a whole translated sentence for the journal. */
gboolean  toso_year_set_setting  (TosoYear    *self,
                                  const char  *name,
                                  const char  *value,
                                  const char  *title,
                                  GError     **error);

G_END_DECLS
