/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"

G_BEGIN_DECLS

/* What plans made for tests are put together from. */

TosoSection *plan_add_section  (TosoPlan       *plan,
                           TosoSection    *parent, /* NULL: outermost */
                           const char     *label,
                           const char     *heading,
                           const char     *body);
void         plan_set_string   (char          **string,
                           const char     *value);
TosoSection *find_section (const TosoPlan *plan,
                           const char     *path); /* "II.2" */

G_END_DECLS
