/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../store/plan-parts.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* A small plan of the usual shape: preamble; I { 1, 2 }; II { 1 { a) }, 2 };
 * closing; two targets at I.2, a task at II.1. */
TosoPlan    *plan_fixture_make       (void);
/* The same as an open year file in a folder of its own. */
TosoYear    *plan_fixture_open       (char          **folder);
void         plan_fixture_close      (TosoYear       *year,
                                      char           *folder);

G_END_DECLS
