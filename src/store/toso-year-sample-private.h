/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* A command of its own: rows of the registers.  @households: as many as
 * @villages; @last: the day up to which something has happened. */
gboolean toso_year_fill_sample_lists (TosoYear        *self,
                                      const GPtrArray *villages, /* of TosoVillage */
                                      const double    *households,
                                      int              year,
                                      guint32          seed,
                                      TosoDate         last,
                                      GError         **error);

G_END_DECLS
