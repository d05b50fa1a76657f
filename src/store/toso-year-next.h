/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/toso-year.h"

G_BEGIN_DECLS

/* The year after, from this one: what goes over, what begins anew, what stays
 * behind. */

typedef enum
{
  TOSO_NEXT_CARRIED,
  TOSO_NEXT_RESET,
  TOSO_NEXT_DROPPED, /* from the new file; the old one keeps it */
} TosoNextTreatment;

typedef struct
{
  TosoNextTreatment treatment;
  const char       *title; /* translated */
  guint             n;
} TosoNextLine;

typedef struct
{
  char    *title; /* of a task or milestone */
  TosoDate from, to;
  gboolean moved; /* on to a working day */
} TosoNextDay;

typedef struct
{
  int        from, to;   /* years */
  GArray    *lines;      /* of TosoNextLine */
  GPtrArray *days;       /* of TosoNextDay */
  guint      n_words;    /* places of the plan's text where the year is another */
  gboolean   knows_days_off; /* of the new year */
} TosoNextYear;

TosoNextYear *toso_year_preview_next (TosoYear     *self,
                                      GError      **error);
void          toso_next_year_free    (TosoNextYear *next);
/* Never half-made, never over a file; this one is only read.  The new one is
 * open, with a history of its own. */
TosoYear     *toso_year_create_next  (TosoYear     *self,
                                      GFile        *file,
                                      GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoNextYear, toso_next_year_free)

G_END_DECLS
