/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-count.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* Figures that are counted in the registers instead of being reported.  Each
 * command that changes a register counts anew, within itself; what is locked
 * stays as it was. */

/* What @count comes to in the commune on @day, of what was so or happened from
 * @first on.  Missing: its list is empty. */
gboolean toso_year_try_count  (TosoYear        *self,
                               const TosoCount *count,
                               TosoDate         first,
                               TosoDate         day,
                               TosoFigure      *numerator,
                               TosoFigure      *denominator,
                               GError         **error);
/* Days pass without a command: memberships end, a month begins.  One command;
 * none where all is as it was. */
gboolean toso_year_count_anew (TosoYear        *self,
                               GError         **error);

G_END_DECLS
