/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-register.h"

G_BEGIN_DECLS

/* What an indicator counts in the registers, as of a day and by village.  Kept
 * as text: "membership:member_id+attendance?present=1 / membership:member_id":
 * the different people of teams who attended, out of all of them. */

typedef struct
{
  const TosoRegister *kind;  /* NULL: nothing is counted */
  const TosoField    *field; /* NULL: rows; a link: different ones; a number: its sum */
  const TosoField    *where; /* a choice or yes/no, or NULL */
  char               *is;    /* its value, or NULL */
  const TosoRegister *also;  /* which has a row of what is counted, or NULL */
  const TosoField    *also_where;
  char               *also_is;
} TosoCountTerm;

typedef struct
{
  TosoCountTerm numerator;
  TosoCountTerm denominator;
} TosoCount;

TosoCount       *toso_count_new      (void);
void             toso_count_free     (TosoCount           *count);
TosoCount       *toso_count_parse    (const char          *text,
                                      GError             **error);
char            *toso_count_to_text  (const TosoCount     *count);
/* "People of the teams who …", a translated phrase. */
char            *toso_count_describe (const TosoCount     *count);
void             toso_count_term_clear (TosoCountTerm     *term);

/* Whether the field's values can be told apart, or added up. */
gboolean         toso_count_can_count (const TosoField    *field);
gboolean         toso_count_can_pick  (const TosoField    *field);
/* The field of @also that speaks of what @term counts; NULL: none. */
const TosoField *toso_count_find_link (const TosoCountTerm *term,
                                       const TosoRegister  *also);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoCount, toso_count_free)

G_END_DECLS
