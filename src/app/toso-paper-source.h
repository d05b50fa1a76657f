/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/toso-page.h"

G_BEGIN_DECLS

/* Where a figure of a paper comes from, as src/report writes it:
 *   target/CODE/target                what the plan asks for
 *   target/CODE/PERIOD/value          also numerator, denominator, pace, coverage, state, change
 *   targets/PERIOD/all                also met, on_pace, behind, no_data; tasks/PERIOD/all …
 *   village/ID/CODE/PERIOD/value      one village's
 *   submission/PERIOD/received        also reported, late
 *   activity/KIND/PERIOD/count        training, bulletin, visit, guidance, other
 *   task/CODE/state                   also result
 *   TABLE/ID, TABLE/count             a register and its row
 *   plan */

typedef enum
{
  TOSO_SOURCE_TARGET,
  TOSO_SOURCE_VILLAGE,
  TOSO_SOURCE_SUBMISSION,
  TOSO_SOURCE_REGISTER,
  TOSO_SOURCE_TASK,
  TOSO_SOURCE_TARGETS, /* all of them */
  TOSO_SOURCE_TASKS,
  TOSO_SOURCE_PLAN,
} TosoSourceKind;

typedef struct
{
  TosoSourceKind kind;
  char          *code;     /* of a target or task; or NULL */
  const char    *table;    /* of a register; or NULL */
  gint64         id;       /* of a village or a row; 0: none */
  gboolean       has_period;
  TosoPeriod     period;
} TosoPaperSource;

void     toso_paper_source_clear    (TosoPaperSource *self);
/* FALSE: not one of these. */
gboolean toso_paper_source_parse    (const char      *text,
                                     TosoPaperSource *self);
/* The page of the window, and the place in it; FALSE: it leads nowhere in this
 * year. */
gboolean toso_paper_source_find     (const char      *text,
                                     TosoSession     *session,
                                     const char     **page_id,
                                     TosoPlace       *place);
/* "Chỉ tiêu CT03, quý I/2026 – bấm để mở số liệu"; NULL: it leads nowhere. */
char    *toso_paper_source_describe (const char      *text,
                                     TosoSession     *session);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TosoPaperSource, toso_paper_source_clear)

G_END_DECLS
