/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"

G_BEGIN_DECLS

/* All that was read of a plan, a fact a line, to be compared and read by
 * people. */
char *plan_outline (const TosoPlan *plan);

G_END_DECLS
