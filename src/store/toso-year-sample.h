/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* One command: made-up figures and reports of the months that are over by
 * @today, some villages missing, and the mark that they are a sample. */
gboolean toso_year_fill_sample (TosoYear *self,
                                guint32   seed,
                                TosoDate  today,
                                GError  **error);

G_END_DECLS
