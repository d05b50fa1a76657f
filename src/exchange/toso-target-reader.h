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
  gsize          after;    /* after the unit too */
  char          *unit;
  TosoFigure     baseline; /* "từ 60% lên 75%": the 60 */
  TosoFigure     upper;    /* "từ 70% đến 80%": the 80 */
  gboolean       share;    /* "3/4 số hộ": the value is 75 */
} TosoTargetNumber;

/* The number whose digits begin at @at, alone. */
gboolean toso_target_number_at    (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             from,
                                   gsize             at,
                                   gsize             to,
                                   TosoTargetNumber *number);
/* Two that belong together: "60 - 70%", "từ 60% lên 75%". */
gboolean toso_target_pair_read    (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             from,
                                   gsize             at,
                                   gsize             to,
                                   TosoTargetNumber *number);
gsize    toso_target_digits_end   (const TosoFold   *fold,
                                   gsize             at);
gboolean toso_target_parse_digits (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             at,
                                   double           *value);
/* At @at: one of the words that plans count; or, after "ít nhất" and the like,
 * any. */
gsize    toso_target_unit_length  (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             at);
gsize    toso_target_noun_length  (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             noun,
                                   gsize             to,
                                   gboolean          bound);
/* After the "/thôn" at @at */
gsize    toso_target_per_end      (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             at,
                                   gsize             to);
/* Over "trên", "mức", … */
gsize    toso_target_skip_bounds  (const TosoFold   *fold,
                                   const char       *text,
                                   gsize             at,
                                   TosoDirection    *direction);

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

/* "được tập huấn" of "cán bộ được tập huấn": where it begins */
gboolean toso_target_has_predicate (const TosoFold *fold,
                                    const char     *text,
                                    gsize           start,
                                    gsize           end,
                                    gsize          *at);

/* One clause, without bullet or label; NULL when it says no target.  @notes:
 * of char *, sentences on what had to be decided; or NULL. */
TosoTarget *toso_target_from_clause (const char *clause,
                                     gboolean    only_numbers,
                                     GPtrArray  *notes);

/* Of a paragraph, with its bullet; an array of TosoTarget. */
GPtrArray *toso_targets_from_text (const char *text,
                                   gboolean    only_numbers,
                                   GPtrArray  *notes);

G_END_DECLS
