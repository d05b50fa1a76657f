/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* Brings the file from @version to this program's, after keeping a copy of it
 * as it was beside it. */
gboolean toso_year_upgrade       (TosoYear          *self,
                                  guint              version,
                                  GError           **error);
/* The same with the steps told, for tests.  @copy: where the old one is kept. */
gboolean toso_year_upgrade_steps (TosoYear          *self,
                                  guint              version,
                                  const char *const *steps,
                                  GFile            **copy,
                                  GError           **error);

G_END_DECLS
