/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* Two commands: made-up figures and reports of the months that are over by
 * @today, some villages missing, and the mark that they are a sample; then rows
 * of the registers. */
gboolean toso_year_fill_sample (TosoYear *self,
                                guint32   seed,
                                TosoDate  today,
                                GError  **error);

G_END_DECLS
