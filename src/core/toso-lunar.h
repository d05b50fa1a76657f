/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/toso-date.h"

G_BEGIN_DECLS

/* The Vietnamese lunar calendar, reckoned at UTC+7: it differs from the
 * Chinese one, of UTC+8, in some years (1985, 2007, 2030). */
typedef struct
{
  int      year;
  int      month; /* 1 … 12 */
  int      day;   /* 1 … 30 */
  gboolean leap;  /* the second of two months of that number */
} TosoLunarDate;

/* For days of 1800 … 2199; all zero outside of it, and where there is no such
 * lunar day. */
TosoLunarDate toso_lunar_from_date (TosoDate      date);
TosoDate      toso_lunar_to_date   (TosoLunarDate lunar);

G_END_DECLS
