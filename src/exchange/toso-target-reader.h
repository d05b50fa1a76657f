/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-plan.h"
#include "exchange/toso-fold.h"

G_BEGIN_DECLS

/* Where in a sentence the number of a target stands. */
typedef struct
{
  TosoTargetKind kind;
  TosoDirection  direction;
  TosoFigure     value;
  TosoFigure     whole;
  gsize          lead;     /* of the fold: where "ít nhất 70%" begins */
  gsize          start;    /* where the digits begin */
  gsize          end;      /* after the digits, the sign and "trở lên" */
  char          *unit;
} TosoTargetNumber;

/* The first number of @fold between @from and @to that says how much is
 * wanted. */
gboolean toso_target_number_find (const TosoFold   *fold,
                                  const char       *text,
                                  gsize             from,
                                  gsize             to,
                                  TosoTargetNumber *number);

/* Names, made of the sentence's own words. */
void toso_target_name (TosoTarget             *target,
                       const TosoFold         *fold,
                       const char             *text,
                       gsize                   from,
                       gsize                   to,
                       const TosoTargetNumber *number);

/* One clause, without bullet or label; NULL when it says no target. */
TosoTarget *toso_target_from_clause (const TosoFold *fold,
                                     const char     *text,
                                     gsize           from,
                                     gsize           to,
                                     gboolean        only_numbers);

/* Of a paragraph, with its bullet; an array of TosoTarget. */
GPtrArray *toso_targets_from_text (const char *text,
                                   gboolean    only_numbers);

G_END_DECLS
