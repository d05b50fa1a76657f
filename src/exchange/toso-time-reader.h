/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"

G_BEGIN_DECLS

/* The time words of plans: "thường xuyên", "quý II", "trước ngày 30/6/2026".
 * @year: of the plan, for times that name none; 0 when unknown, then days
 * without a year stay "".  @first_day and @last_day: ISO, or "". */
TosoTimeKind toso_time_read (const char *text,
                             int         year,
                             char      **first_day,
                             char      **last_day);

G_END_DECLS
