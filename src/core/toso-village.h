/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-number.h"
#include "core/toso-period.h"

G_BEGIN_DECLS

/* Villages, and what they report. */

typedef struct
{
  gint64     id;
  gint64     row_version;
  char      *name;        /* "Thôn Ngọc Minh" */
  char      *kind;        /* "thôn", "làng", "bản", or "" */
  TosoFigure households;
  TosoFigure population;
  gboolean   placeholder; /* made because the plan names only a number */
  char      *code;        /* the office's own, or "" */
} TosoVillage;

TosoVillage *toso_village_new  (const char        *name);
TosoVillage *toso_village_copy (const TosoVillage *village);
void         toso_village_free (TosoVillage       *village);

/* What two names of one village have in common: folded, spaces and signs
 * squeezed, without the common noun in front ("Thôn 3" and "thôn  3" are "3";
 * "Làng Đồng" is "dong"). */
char        *toso_village_fold (const char        *name);
/* "Thôn Ngọc Minh" → "thôn"; "" when the name begins with none. */
char        *toso_village_find_kind (const char   *name);

/* One figure: by indicator, village, period and group. */
typedef struct
{
  gint64     id;
  gint64     indicator_id;
  gint64     village_id; /* 0: the commune as a whole */
  TosoPeriod period;
  TosoFigure numerator;
  TosoFigure denominator;
  char      *note;       /* or ""; to write: NULL leaves the one that is there */
  char      *breakdown;  /* a group such as "Nữ"; NULL or "": everybody */
} TosoMeasurement;

void         toso_measurement_free (TosoMeasurement *measurement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoVillage, toso_village_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TosoMeasurement, toso_measurement_free)

G_END_DECLS
