/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* The seed plan as a year file in @directory.  With figures: of the first three
 * months, from 38 of the 41 villages (January: 35), made by a rule. */
TosoYear *test_make_year (const char *directory,
                          gboolean    with_figures);

G_END_DECLS
