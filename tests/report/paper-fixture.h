/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/toso-report.h"
#include "store/toso-year.h"

G_BEGIN_DECLS

/* The seed plan as a year file in @directory.  With figures: of the first three
 * months, from 38 of the 41 villages (January: 35), made by a rule. */
TosoYear *test_make_year (const char *directory,
                          gboolean    with_figures);

/* Another figure of the first share for the village whose name ends so. */
void      test_record_one (TosoYear   *year,
                           const char *village,
                           int         month,
                           double      numerator);

/* On 5 April 2026. */
typedef struct
{
  char     *directory;
  TosoYear *year;
} TestPapers;

void       test_papers_set_up    (TestPapers      *self,
                                  gconstpointer    figures); /* 0 or 1 */
void       test_papers_tear_down (TestPapers      *self,
                                  gconstpointer    figures);
TosoPaper *test_compose          (TestPapers      *self,
                                  const char      *kind,
                                  const char      *period_text); /* or NULL */
/* All that the paper says, a line a paragraph or row. */
char      *test_get_text         (const TosoPaper *paper);
void       test_assert_has       (const char      *text,
                                  const char      *part);
/* A row of a register: its fields and values, up to NULL. */
gint64     test_save             (TosoYear        *year,
                                  const char      *kind,
                                  ...) G_GNUC_NULL_TERMINATED;
char      *test_id_text          (gint64           id);
/* A team with its people, a commendation, directives, checks, activities, a training. */
void       test_fill_registers   (TosoYear        *year);

G_END_DECLS
