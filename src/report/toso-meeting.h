/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-register.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* What was decided in the meeting about a period: kept among the directives,
 * whose deadlines the office watches, and printed in the conclusions. */

typedef struct
{
  gint64   id;
  char    *content;
  char    *lead; /* or "" */
  TosoDate due;  /* no date: none was set */
  gboolean done;
} TosoDecision;

void       toso_decision_free        (TosoDecision     *decision);

/* @period: NULL for the plan's year. */
GPtrArray *toso_meeting_list         (TosoYear         *year, /* of TosoDecision, as they were noted */
                                      const TosoPeriod *period,
                                      GError          **error);
/* One command.  @due: as typed, or NULL. */
gboolean   toso_meeting_note         (TosoYear         *year,
                                      const TosoPeriod *period,
                                      const char       *content,
                                      const char       *lead, /* or NULL */
                                      const char       *due,
                                      GError          **error);

/* Whether a directive is a decision of the meeting about the period that is
 * called so ("tháng 10 năm 2026"); NULL: of any meeting. */
gboolean   toso_meeting_has_decided  (const TosoRecord *directive,
                                      const char       *period_words);
/* "Tập huấn chữ ký số (chủ trì: Phòng VHXH; thời hạn: 20/3/2026)." */
char      *toso_decision_to_sentence (const TosoDecision *decision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoDecision, toso_decision_free)

G_END_DECLS
